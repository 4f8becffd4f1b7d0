"""Echoes among small collections, written for these tests."""

from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from laut.model import Article
from laut.trace.comparing import compared
from laut.trace.echoes import COMMON, echoes, pairs_of
from laut.trace.firsts import Echo, echoes_from
from laut.trace.index import MemoryIndex

NEWS = (
    "Die Brücke am Hafen bleibt bis zum Herbst gesperrt, weil die Pfeiler nach dem "
    "Hochwasser neu gegründet werden müssen. Das teilte die Bürgermeisterin am Montag "
    "im Rathaus mit. Die Kosten von rund drei Millionen Euro trage das Land, der Rest "
    "komme aus der Stadtkasse. Busse fahren eine Umleitung über den Markt und halten "
    "nicht mehr am Rathaus. Wer zu Fuß geht, soll die Fähre nehmen, die alle zehn "
    "Minuten ablegt."
)
OWN = (
    "Auf dem Wochenmarkt gab es gestern nur ein Gespräch. Die Fischhändlerin schimpfte "
    "auf den Stau, der Bäcker lobte die Ruhe vor seinem Laden. Ein Rentner erzählte, "
    "wie er vor fünfzig Jahren beim Bau der alten Pfeiler geholfen hatte, und niemand "
    "wollte ihm glauben, dass damals ein ganzes Boot einbetoniert worden war."
)
TAIL = (
    "Der Verein der Fährleute freut sich über volle Boote wie seit Jahren nicht mehr."
)


def article(name: str, text: str, hour: int = 8, **fields: str) -> Article:
    known = {"outlet": f"Blatt {name}", "published": f"2022-09-05T{hour:02}:00"}
    return Article(id=name, text=text, **known | fields)


def found(*articles: Article) -> dict[str, tuple[str, str]]:
    """What each article repeats, and how."""
    return {echo.copy: (echo.of, echo.kind) for echo in echoes(articles)}


def test_the_same_text_in_two_outlets_is_verbatim_and_the_earlier_is_first() -> None:
    assert found(article("a", NEWS, 9), article("b", NEWS, 8)) == {
        "a": ("b", "verbatim")
    }


def test_a_text_with_a_few_other_words_is_edited() -> None:
    text = NEWS.replace("Montag", "Wochenbeginn").replace("rund drei", "etwa drei")
    text = text.replace("über den Markt", "quer über den alten Markt").replace(
        "alle zehn Minuten", "sechsmal in der Stunde"
    )
    assert found(article("a", NEWS), article("b", text, 9)) == {"b": ("a", "edited")}


def test_a_text_with_other_words_all_over_is_edited() -> None:
    words = NEWS.split()
    words[14::4] = ["nun"] * len(words[14::4])
    (echo,) = echoes([article("a", NEWS), article("b", " ".join(words), 9)])
    assert echo.kind == "edited"
    assert 0.7 < echo.share < 0.9


def test_the_beginning_of_a_text_is_a_cut() -> None:
    text = ". ".join(NEWS.split(". ")[:3])
    assert found(article("a", NEWS), article("b", text, 9)) == {"b": ("a", "cut")}


def test_a_text_within_another_is_embedded() -> None:
    assert found(article("a", NEWS), article("b", f"{OWN}\n{NEWS}", 9)) == {
        "b": ("a", "embedded")
    }


def test_a_passage_lifted_into_a_long_text_is_embedded() -> None:
    passage = ". ".join(NEWS.split(". ")[:3])
    long = f"{OWN} {passage}. {TAIL} " + OWN[::-1]
    (echo,) = echoes([article("a", NEWS + " " + OWN[::-1][:9]), article("b", long, 9)])
    assert (echo.of, echo.kind) == ("a", "embedded")
    assert 0.2 < echo.share < 0.6


def test_a_statement_that_both_quote_is_no_echo() -> None:
    said = "„" + ". ".join(NEWS.split(". ")[:2]) + "“"
    one = article("a", f"{OWN} {said}, sagte sie.")
    other = article("b", f"{said}, so steht es im Brief. {TAIL} {OWN[::-1]}", 9)
    assert found(one, other) == {}


def test_an_outlet_that_repeats_a_passage_of_its_own_is_no_echo() -> None:
    passage = ". ".join(NEWS.split(". ")[:3])
    one = article("a", f"{OWN} {passage}.", outlet="Blatt")
    other = article(
        "b", f"{passage}. {TAIL} {OWN[::-1]} {OWN[5::-1]}", 9, outlet="Blatt"
    )
    assert found(one, other) == {}


def test_two_texts_about_the_same_are_no_echo() -> None:
    assert found(article("a", NEWS), article("b", OWN, 9)) == {}


def test_a_form_that_is_filled_anew_is_no_echo() -> None:
    form = (
        "Im {0} waren in der Stadt {1} Menschen ohne Arbeit, {2} weniger als im Monat "
        "davor. Die Quote lag bei {3} Prozent. Offen waren {4} Stellen, davon {5} im "
        "Hafen und {6} im Rathaus, wie das Amt am {7}. mitteilte."
    )
    one = form.format("März", 3104, 201, "4,1", 812, 95, 14, 3)
    other = form.format("Juli", 2987, 88, "3,9", 790, 101, 12, 5)
    assert found(article("a", one), article("b", other, 9)) == {}


def test_the_same_address_is_a_version_whatever_the_text() -> None:
    url = "https://www.hafenblatt.example/bruecke"
    one = article("a", NEWS, url=url, outlet="Hafenblatt")
    other = article("b", OWN, 9, url=f"{url}/?utm_source=x#top", outlet="Hafenblatt")
    assert found(one, other) == {"b": ("a", "version")}


def test_the_same_address_of_two_outlets_is_no_version() -> None:
    one = article("a", NEWS, url="https://netz.example/1", outlet="Hafenblatt")
    other = article("b", OWN, 9, url="https://netz.example/1", outlet="Küstenfunk")
    assert found(one, other) == {}


def test_many_versions_are_all_versions_of_the_first() -> None:
    pages = [
        article(f"v{n}", f"{OWN} {n}", url="https://x.example/1", outlet="X")
        for n in range(5)
    ]
    assert set(found(*pages).values()) == {("v0", "version")}


def test_a_copy_of_a_later_version_is_laid_at_the_door_of_the_first() -> None:
    url = "https://x.example/1"
    first = article("a", OWN, 8, url=url, outlet="X")
    later = article("b", NEWS, 9, url=url, outlet="X")
    assert found(first, later, article("c", NEWS, 10))["c"] == ("a", "verbatim")


def test_a_copy_of_a_copy_is_laid_at_the_door_of_the_first() -> None:
    assert found(
        article("a", NEWS, 8),
        article("b", ". ".join(NEWS.split(". ")[:3]), 9),
        article("c", ". ".join(NEWS.split(". ")[1:3]) + ".", 10),
    ) == {"b": ("a", "cut"), "c": ("a", "cut")}


def test_who_takes_from_two_texts_echoes_both() -> None:
    both = article("c", f"{NEWS}\n{OWN}", 10)
    all_ = echoes([article("a", NEWS, 8), article("b", OWN, 9), both])
    assert {(echo.copy, echo.of) for echo in all_} == {("c", "a"), ("c", "b")}


def test_the_agency_that_is_credited_is_first_though_it_came_later() -> None:
    agency = article("a", NEWS, 9, outlet="Nordlicht Presse Agentur")
    (echo,) = echoes([agency, article("b", f"Hafenstadt (npa) – {NEWS}", 8)])
    assert (echo.of, echo.kind) == ("a", "verbatim")
    assert echo.because.endswith("(als Quelle genannt)")


def test_of_two_without_an_hour_the_agency_is_first() -> None:
    day = "2022-09-05"
    agency = article("b", NEWS, outlet="dpa", published=day)
    assert found(agency, article("a", NEWS, published=day)) == {"a": ("b", "verbatim")}


def test_of_two_without_an_hour_the_longer_one_is_first() -> None:
    day = "2022-09-05"
    short = article("a", ". ".join(NEWS.split(". ")[:3]), published=day)
    assert found(short, article("b", NEWS, published=day)) == {"a": ("b", "cut")}


def test_of_two_that_nothing_tells_apart_the_name_decides() -> None:
    both = article("b", NEWS, published=""), article("a", NEWS, published="")
    (echo,) = echoes(both)
    assert (echo.copy, echo.of) == ("b", "a")
    assert echo.because.endswith("(gleich alt)")


def test_credits_in_a_ring_have_one_first() -> None:
    one = article(
        "a", f"{NEWS} Zuerst berichtete der Küstenfunk.", 8, outlet="Hafenblatt"
    )
    two = article(
        "b", f"{NEWS} Zuerst berichtete das Abendblatt.", 9, outlet="Küstenfunk"
    )
    three = article("c", f"{NEWS} Das meldete das Hafenblatt.", 10, outlet="Abendblatt")
    firsts = {echo.of for echo in echoes([one, two, three])}
    assert firsts == {"a"}


def test_a_credited_article_told_in_other_words_is_a_paraphrase() -> None:
    told = (
        "Am Hafen wird gebaut: Wie das Hafenblatt berichtet, müssen die Pfeiler der "
        "Brücke nach dem Hochwasser neu gegründet werden. Gesperrt bleibt sie bis "
        "Herbst. Rund drei Millionen Euro an Kosten trägt das Land. Die Busse nehmen "
        "eine Umleitung, am Rathaus ist kein Halt. Fußgänger nehmen die Fähre."
    )
    one = article("a", NEWS, outlet="Hafenblatt")
    assert found(one, article("b", told, 9)) == {"b": ("a", "paraphrase")}
    silent = told.replace("Wie das Hafenblatt berichtet, müssen", "Wohl müssen")
    assert found(one, article("b", silent, 9)) == {}


def test_a_credited_article_about_something_else_is_no_paraphrase() -> None:
    other = f"{OWN} Das berichtete das Hafenblatt."
    assert found(article("a", NEWS, outlet="Hafenblatt"), article("b", other, 9)) == {}
    few = article("c", "Das berichtete das Hafenblatt.", 9)
    assert found(article("a", NEWS, outlet="Hafenblatt"), few) == {}


HEAD = "Brücke am Hafen bleibt bis Herbst gesperrt"


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (HEAD, "verbatim"),
        ("Brücke am Hafen bleibt bis zum Herbst gesperrt", "edited"),
        (f"Nach dem Hochwasser: {HEAD}", "edited"),
    ],
)
def test_headlines_over_outlets_that_are_nearly_the_same_are_echoes(
    other: str, kind: str
) -> None:
    one = article("a", "", title=HEAD)
    assert found(one, article("b", "", 9, title=other)) == {"b": ("a", kind)}
    assert found(one, article("b", other, 9)) == {"b": ("a", kind)}


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Fähre am Hafen legt alle zehn Minuten ab"},
        {"title": HEAD, "outlet": "Blatt a"},
        {"title": HEAD, "published": "2022-10-05"},
    ],
)
def test_other_headlines_are_no_echoes(other: dict[str, str]) -> None:
    one = article("a", "", title=HEAD)
    assert found(one, article("b", "", 9, **other)) == {}


def test_a_short_headline_and_the_headline_of_a_long_text_are_none() -> None:
    assert (
        found(
            article("a", "", title="Das Wetter"),
            article("b", "", 9, title="Das Wetter"),
        )
        == {}
    )
    assert found(article("a", NEWS, title=HEAD), article("b", OWN, 9, title=HEAD)) == {}


def test_boilerplate_makes_no_echoes_but_a_text_printed_everywhere_does() -> None:
    notice = ". ".join(NEWS.split(". ")[:3])
    many = [
        article(
            f"m{n}", f"{notice}. {' '.join(f'w{n}x{i}' for i in range(90))}", n % 24
        )
        for n in range(COMMON + 5)
    ]
    assert echoes(many) == ()
    everywhere = [article(f"e{n:02}", NEWS, n % 24) for n in range(COMMON + 5)]
    assert {echo.of for echo in echoes(everywhere)} == {"e00"}


def test_what_is_not_at_hand_is_not_compared() -> None:
    one, other = article("a", NEWS), article("b", NEWS, 9)
    index = MemoryIndex([one, other])
    assert pairs_of(other, index, {"b": other}) == ()
    assert len(pairs_of(other, index, {"a": one, "b": other})) == 1


def test_an_echo_says_why() -> None:
    one = article("a", NEWS, title="Brücke zu")
    (echo,) = echoes([one, article("b", f"{OWN}\n{NEWS}", 9)])
    assert echo == Echo(
        copy="b",
        of="a",
        kind="embedded",
        share=echo.share,
        because=f"enthält Text aus „Brücke zu“ (Blatt a): {echo.share * 100:.0f} % der "
        "Wörter stehen dort (früher erschienen)",
    )


COLLECTION = (
    article("a", NEWS, 8),
    article("b", NEWS, 9),
    article("c", f"{OWN}\n{NEWS}", 10),
    article("d", OWN, 7),
    article("e", ". ".join(NEWS.split(". ")[:3]), 11),
    article("f", "", 8, title=HEAD),
    article("g", "", 9, title=HEAD),
)


@settings(max_examples=20)
@given(st.permutations(COLLECTION))
def test_the_order_of_articles_does_not_matter(all_: list[Article]) -> None:
    assert echoes(all_) == echoes(COLLECTION)


@given(st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(chance: Random) -> None:
    known = {one.id: one for one in COLLECTION}
    index = MemoryIndex(COLLECTION)
    pairs = [pair for one in COLLECTION for pair in pairs_of(one, index, known)]
    chance.shuffle(pairs)
    assert echoes_from(pairs, known) == echoes(COLLECTION)


@given(st.sampled_from(COLLECTION), st.sampled_from(COLLECTION))
def test_which_of_two_is_given_first_does_not_matter(
    one: Article, other: Article
) -> None:
    assert compared(one, other) == compared(other, one)
