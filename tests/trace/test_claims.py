"""Claims: what is grouped, how it is called, and that order does not matter."""

from dataclasses import dataclass, field
from itertools import permutations

from laut.model import Source
from laut.terms import Act, Factuality
from laut.trace.assertions import Assertion
from laut.trace.candidates import MOST_KEYS, keys_of
from laut.trace.claims import Tie, claim_id, settled, tie_of
from laut.trace.gists import gist_of
from laut.trace.shelf import Shelf

BUYS = "Russland wolle Millionen Raketen und Granaten von Nordkorea kaufen"
BOUGHT = "Moskau wolle in Nordkorea Millionen Granaten und Raketen erwerben"
DENIED = "Russland wolle keine Raketen und Granaten von Nordkorea kaufen"
WEATHER = "am Wochenende werde es in den Alpen schneien"


@dataclass
class Article:
    """What differs from one assertion to the next."""

    id: str
    content: str
    published: str = "2022-09-06"
    act: Act = "state"
    factuality: Factuality = "CT+"
    names: tuple[str, ...] = field(default=())


def said(article: Article) -> Assertion:
    return Assertion(
        id=article.id,
        article=f"article-{article.id}",
        published=article.published,
        content=article.content,
        source=Source(name=""),
        act=article.act,
        factuality=article.factuality,
        names=article.names,
    )


STORY = [
    said(Article("a", BUYS)),
    said(Article("b", BOUGHT, "2022-09-07")),
    said(Article("c", DENIED, "2022-09-08")),
    said(Article("d", WEATHER)),
    said(Article("e", BUYS, "2022-09-20", act="confirm")),
    said(Article("f", BUYS, "2022-09-21", act="ask", factuality="UU")),
    said(Article("g", BUYS, "2022-09-22", act="demand", factuality="UU")),
]


def shelf_of(assertions: list[Assertion]) -> Shelf:
    shelf = Shelf()
    for assertion in assertions:
        shelf.add(assertion)
    return shelf


def test_the_order_of_adding_does_not_matter() -> None:
    expected = shelf_of(STORY).claims()
    assert len(expected) == 2
    for order in permutations(STORY[:5]):
        assert shelf_of([*STORY[5:], *order]).claims() == expected


def test_members_stand_to_the_claim_as_they_speak() -> None:
    claim = next(c for c in shelf_of(STORY).claims() if len(c.members) > 1)
    relations = {m.assertion.id: m.relation for m in claim.members}
    assert relations == {
        "a": "asserts",
        "b": "asserts",
        "c": "denies",
        "e": "confirms",
        "f": "mentions",
        "g": "mentions",
    }
    assert claim.wording == BUYS


def test_a_claim_keeps_its_id_when_later_ones_join() -> None:
    shelf = shelf_of(STORY[:1])
    (before,) = shelf.claims()
    change = shelf.add(STORY[1])
    assert change.gone == frozenset()
    assert [claim.id for claim in change.claims] == [before.id]
    assert before.id == claim_id(STORY[0])


def test_a_claim_is_called_anew_when_an_earlier_one_joins() -> None:
    shelf = shelf_of(STORY[1:2])
    (before,) = shelf.claims()
    change = shelf.add(STORY[0])
    assert change.gone == {before.id}
    assert [claim.id for claim in shelf.claims()] == [claim_id(STORY[0])]


def test_adding_twice_changes_nothing() -> None:
    shelf = shelf_of(STORY[:2])
    before = shelf.claims()
    assert shelf.add(STORY[0]) == ((), (), frozenset())
    assert shelf.claims() == before


def test_a_claim_known_by_its_denial_says_that_it_is_so() -> None:
    denial = said(Article("x", "Waffen an Russland geliefert zu haben", act="deny"))
    (claim,) = shelf_of([denial]).claims()
    assert claim.members[0].relation == "denies"
    assert claim.wording == denial.content


def test_denying_a_negation_asserts() -> None:
    twice = said(Article("x", DENIED, "2022-09-09", act="deny"))
    (claim,) = shelf_of([STORY[0], twice]).claims()
    assert [member.relation for member in claim.members] == ["asserts", "asserts"]


def test_undated_assertions_come_last() -> None:
    undated = said(Article("0", BUYS, published=""))
    (claim,) = shelf_of([undated, STORY[0]]).claims()
    assert [member.assertion.id for member in claim.members] == ["a", "0"]


def test_what_joins_says_why() -> None:
    (claim,) = shelf_of(STORY[:2]).claims()
    first, second = claim.members
    assert first.why == ""
    assert second.why == (
        "weil beide von Nordkorea, Russland sprechen: gemeinsam sind Granaten, "
        "Raketen, kaufen, Millionen; gleiche Zahl: Millionen Raketen; "
        "Zeit passt (1 Tag Abstand); Polarität gleich"
    )


def test_what_is_barred_says_why() -> None:
    tie = tie_of(
        said(Article("a", "Nordkorea habe 1.500 Soldaten nach Russland verschifft")),
        said(Article("b", "Nordkorea habe 12.000 Soldaten nach Russland verschifft")),
    )
    assert tie is not None
    assert tie.barred
    assert tie.why == (
        "getrennt, weil die Zahlen verschieden sind: "
        "„1.500 Soldaten“ gegen „12.000 Soldaten“"
    )


def test_what_is_barred_from_one_member_joins_none() -> None:
    members = [said(Article(name, BUYS)) for name in "abc"]
    ties = [
        Tie("a", "b", 0.99, barred=False, why=""),
        Tie("b", "c", 0.9, barred=False, why=""),
        Tie("a", "c", 0.9, barred=True, why=""),
    ]
    claims = settled(members, ties)
    assert [[m.assertion.id for m in c.members] for c in claims] == [["a", "b"], ["c"]]


def test_a_single_tie_does_not_join_long_claims() -> None:
    members = [said(Article(name, BUYS)) for name in "abcdef"]
    ties = [
        Tie(one, other, 0.99, barred=False, why="")
        for group in ("abc", "def")
        for one in group
        for other in group
        if one < other
    ]
    claims = settled(members, [*ties, Tie("c", "d", 0.9, barred=False, why="")])
    assert len(claims) == 2


def test_keys_are_few_and_states_are_none_of_them() -> None:
    keys = keys_of(gist_of(STORY[0]))
    assert 2 <= len(keys) <= MOST_KEYS
    assert not any(key.term.startswith("=") for key in keys)


def test_states_are_keys_where_there_is_little_else() -> None:
    keys = keys_of(gist_of(said(Article("a", "Russland und China"))))
    assert {key.term for key in keys} == {"=RU", "=CN"}


def test_an_empty_content_is_a_claim_of_its_own() -> None:
    shelf = shelf_of([said(Article("a", "")), said(Article("b", "…"))])
    assert len(shelf.claims()) == 2


def test_articles_of_one_story_are_one_neighbourhood_only() -> None:
    shelf = shelf_of(STORY[:3])
    change = shelf.add(said(Article("z", WEATHER)))
    assert [len(claim.members) for claim in change.claims] == [1]
    assert change.ties == ()
