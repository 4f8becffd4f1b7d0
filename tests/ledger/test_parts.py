"""The pure parts of the ledger: keys, versions, stems, queries, places."""

from pathlib import Path

import pytest

from laut.ledger.keys import article_key, folded, house_of, id_tie, key_of, url_tie
from laut.ledger.location import data_folder, file_of, shown, url_of, wanted
from laut.ledger.records import Change
from laut.ledger.search import Term, passage_of, terms_of
from laut.ledger.stems import stem, stems
from laut.ledger.versions import changes
from laut.model import article_of

PAGE = "https://www.bote.example/a"


def test_a_key_tells_fields_apart() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("a") == key_of("a")
    assert len(key_of("a\udc80")) == 20


def test_the_house_is_the_outlet_else_the_host() -> None:
    assert house_of(article_of("x", outlet=" Der  Bote ", url=PAGE)) == "der bote"
    assert house_of(article_of("x", url=PAGE)) == "bote.example"
    assert house_of(article_of("x", url="http://[kaputt")) == ""
    assert house_of(article_of("x")) == ""


def test_only_what_was_given_ties_versions() -> None:
    assert id_tie(article_of("x")) is None
    assert id_tie(article_of("x", id="1")) == id_tie(article_of("y", id="1"))
    assert url_tie(article_of("x")) is None
    assert url_tie(article_of("x", url=PAGE)) == url_tie(article_of("y", url=PAGE))


def test_dates_and_addresses_make_no_other_article() -> None:
    one = article_of("x", outlet="Bote", url=PAGE, published="2022-09-06")
    assert article_key(one) == article_key(article_of("x", outlet="bote"))
    assert article_key(one) != article_key(article_of("x", outlet="Kurier"))
    assert folded(" Der\tKreml ") == "der kreml"


def test_changes_are_lines_that_went_and_came() -> None:
    old = article_of("Eins.\nZwei.\nDrei.\nVier.", title="Alt", published="2022-09-06")
    new = article_of("Eins.\nZwo.\nDrei.", title="Alt", published="2022-09-07")
    assert changes(old, new) == (
        Change(field="published", before="2022-09-06", after="2022-09-07"),
        Change(field="text", before="Zwei.", after="Zwo."),
        Change(field="text", before="Vier.", after=""),
    )
    assert changes(old, old) == ()


def test_of_very_long_texts_one_change_tells_what_went_and_came() -> None:
    old = "\n".join(f"Zeile {n}" for n in range(3000))
    new = "\n".join(f"Satz {n}" for n in range(3000))
    [change] = changes(article_of(f"A\n{old}\nZ"), article_of(f"A\n{new}\nZ"))
    assert (change.before, change.after) == (old, new)


@pytest.mark.parametrize(
    "words",
    [
        "Rakete Raketen",
        "Lieferung Lieferungen LIEFERUNG",
        "Haus Häuser Häusern Hauses",
        "Minister Ministers Ministern",
        "Regierung Regierungen",
        "liefern liefert lieferte",
        "Straße Straßen Strasse",
        "Nordkorea Nordkoreas",
    ],
)
def test_inflections_have_one_stem(words: str) -> None:
    assert len(set(stems(words))) == 1


def test_short_words_stay_as_they_are() -> None:
    assert [stem(word) for word in ("UN", "EU", "See", "der", "2022")] == [
        "un",
        "eu",
        "see",
        "der",
        "2022",
    ]


def test_a_query_is_words_phrases_and_what_must_be_missing() -> None:
    assert terms_of('Kreml „zwei Wörter“ -Berlin "drei" US-Kreise - ?') == [
        Term(("Kreml",), wanted=True),
        Term(("zwei", "Wörter"), wanted=True),
        Term(("Berlin",), wanted=False),
        Term(("drei",), wanted=True),
        Term(("US", "Kreise"), wanted=True),
    ]


def test_a_passage_begins_and_ends_between_words() -> None:
    text = f"{'davor ' * 50}Raketen {'danach ' * 50}"
    passage, [(begin, end)] = passage_of(text, {stem("Rakete")})
    assert passage[begin:end] == "Raketen"
    assert set(passage.split()) == {"…", "davor", "Raketen", "danach"}
    assert len(passage) < 250


def test_a_passage_of_what_is_not_there_is_the_beginning() -> None:
    assert passage_of("Guten Tag.", {"rakete"}) == ("Guten Tag.", ())
    long, marks = passage_of("x" * 1000, {"rakete"})
    assert (len(long), marks) == (142, ())


def test_the_option_goes_before_the_environment_before_the_data_folder() -> None:
    environment = {"LAUT_LEDGER": "b", "HOME": "/home/erika"}
    assert wanted("a", environment) == "a"
    assert wanted("", environment) == "b"
    own = wanted("", {"HOME": "/home/erika"}, "linux")
    assert own == "/home/erika/.local/share/laut/ledger.sqlite"


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "/data", "HOME": "/h"}, "/data/laut"),
        ("linux", {"XDG_DATA_HOME": "data", "HOME": "/h"}, "/h/.local/share/laut"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Application Support/laut"),
        ("win32", {"LOCALAPPDATA": "/a", "USERPROFILE": "/h"}, "/a/laut"),
        ("win32", {"USERPROFILE": "/h"}, "/h/laut"),
    ],
)
def test_every_system_keeps_data_in_its_own_place(
    platform: str, environment: dict[str, str], folder: str
) -> None:
    assert data_folder(environment, platform) == Path(folder)


def test_ledgers_are_shown_as_they_were_named() -> None:
    assert shown(url_of("a/b.sqlite")) == "a/b.sqlite"
    assert shown(url_of("sqlite:///a.sqlite")) == "a.sqlite"
    assert shown(url_of("sqlite://")) == ":memory:"
    assert shown(url_of("postgres://erika:x@host/a")) == "postgresql://erika:***@host/a"
    assert file_of(url_of("a.sqlite")) == Path("a.sqlite")
    assert file_of(url_of("sqlite://")) is None
    assert file_of(url_of("postgresql://host/a")) is None
