"""The collection is well-formed, and the manifest speaks of what stands in it."""

import re
from datetime import datetime
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest

from laut.demo.articles import articles
from laut.demo.manifest import ExpectedClaim, ExpectedEcho, manifest
from laut.model import Article

EXPECTED = manifest()
BY_ID = {article.id: article for article in articles()}
ECHOES = {(echo.copy, echo.of) for echo in EXPECTED.echoes}

RUN = 4
"""Fewer words in a row are shared by chance."""

SHARE_OF_STRANGERS = 0.15
"""What articles about one matter may share, names of offices above all."""

by_id = pytest.mark.parametrize("article", BY_ID.values(), ids=lambda one: one.id)
by_echo = pytest.mark.parametrize("echo", EXPECTED.echoes, ids=lambda one: one.copy)
by_claim = pytest.mark.parametrize("claim", EXPECTED.claims, ids=lambda one: one.id)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def shared_words(one: Article, other: Article) -> int:
    matcher = SequenceMatcher(
        None, words_of(one.text), words_of(other.text), autojunk=False
    )
    return sum(run.size for run in matcher.get_matching_blocks() if run.size >= RUN)


def share(one: Article, other: Article) -> float:
    return shared_words(one, other) / len(words_of(one.text))


def test_there_are_between_22_and_26_articles() -> None:
    assert 22 <= len(BY_ID) <= 26


@by_id
def test_an_article_has_80_to_180_words(article: Article) -> None:
    assert 80 <= len(article.text.split()) <= 180


@by_id
def test_an_article_says_what_it_is_and_where_it_stood(article: Article) -> None:
    assert article.title
    assert article.outlet
    assert article.url.startswith("https://")
    assert article.url.split("/")[2].endswith(".example")
    assert datetime.fromisoformat(article.published).tzinfo is not None


def test_articles_stand_in_the_order_in_which_they_were_published() -> None:
    published = [datetime.fromisoformat(one.published) for one in articles()]
    assert published == sorted(published)
    assert [one.id for one in articles()] == sorted(BY_ID)


def test_only_versions_of_an_article_share_an_address() -> None:
    versions = {(e.copy, e.of) for e in EXPECTED.echoes if e.kind == "version"}
    alike = {
        (later.id, earlier.id)
        for earlier, later in combinations(articles(), 2)
        if earlier.url == later.url
    }
    assert alike == versions


def test_an_outlet_has_one_place_in_the_web() -> None:
    hosts = {(one.outlet, one.url.split("/")[2]) for one in articles()}
    assert len(hosts) == len({one.outlet for one in articles()})


@by_echo
def test_an_echo_is_later_than_what_it_repeats(echo: ExpectedEcho) -> None:
    assert BY_ID[echo.copy].published > BY_ID[echo.of].published
    assert echo.of not in {other.copy for other in EXPECTED.echoes}


@by_echo
def test_an_echo_shares_as_many_words_as_it_should(echo: ExpectedEcho) -> None:
    copy, first = BY_ID[echo.copy], BY_ID[echo.of]
    assert share(copy, first) == pytest.approx(echo.share, abs=0.02)
    assert share(first, copy) == pytest.approx(echo.kept, abs=0.02)


def test_no_other_articles_share_much() -> None:
    copies = {echo.copy: echo.of for echo in EXPECTED.echoes}
    for earlier, later in combinations(articles(), 2):
        one, other = copies.get(earlier.id, earlier.id), copies.get(later.id, later.id)
        if one != other:
            assert share(later, earlier) < SHARE_OF_STRANGERS
            assert share(earlier, later) < SHARE_OF_STRANGERS


def test_every_kind_of_reprint_is_there() -> None:
    kinds = {echo.kind for echo in EXPECTED.echoes}
    assert kinds == {"verbatim", "cut", "edited", "embedded", "version"}


@by_claim
def test_what_a_claim_points_to_stands_in_its_article_once(
    claim: ExpectedClaim,
) -> None:
    for attribution in claim.attributions:
        assert BY_ID[attribution.article].text.count(attribution.content) == 1


@by_claim
def test_attributions_of_a_claim_come_in_the_order_of_time(
    claim: ExpectedClaim,
) -> None:
    places = [
        (one.article, BY_ID[one.article].text.index(one.content))
        for one in claim.attributions
    ]
    assert places == sorted(set(places))


@by_claim
def test_a_standing_begins_with_an_article_that_speaks_of_the_claim(
    claim: ExpectedClaim,
) -> None:
    told = {(one.article, one.source) for one in claim.attributions}
    for standing in claim.standing:
        assert BY_ID[standing.article].published.startswith(standing.since)
        assert {(standing.article, name) for name in standing.by} <= told
    assert list(claim.standing) == sorted(claim.standing, key=lambda one: one.article)
    assert claim.standing[0].article == claim.attributions[0].article


@by_claim
def test_origins_are_the_sources_that_do_not_only_deny(claim: ExpectedClaim) -> None:
    """Read off the manifest itself: one for each source, echoes and denials aside."""
    same = {source.name: source.same_as or source.name for source in EXPECTED.sources}
    copies = {echo.copy for echo in EXPECTED.echoes if echo.kind != "embedded"}
    told = {
        same[one.source]
        for one in claim.attributions
        if one.relation != "denies" and one.article not in copies
    }
    assert claim.origins == len(told)


def test_names_of_the_manifest_are_known_and_used() -> None:
    claims = {claim.id for claim in EXPECTED.claims}
    assert len(claims) == len(EXPECTED.claims)
    assert all(claims >= set(claim.apart_from) for claim in EXPECTED.claims)
    sources = [source.name for source in EXPECTED.sources]
    used = {one.source for claim in EXPECTED.claims for one in claim.attributions}
    assert len(sources) == len(set(sources))
    assert set(sources) == used


def test_every_standing_and_relation_occurs() -> None:
    claims = EXPECTED.claims
    standings = {one.standing for claim in claims for one in claim.standing}
    relations = {one.relation for claim in claims for one in claim.attributions}
    assert standings == {"alleged", "confirmed", "denied", "disputed"}
    assert relations == {"asserts", "confirms", "denies"}


def test_nothing_else_lies_in_the_folder(root: Path) -> None:
    folder = root / "src" / "laut" / "demo" / "collection"
    assert {file.name for file in folder.iterdir()} == {f"{id_}.txt" for id_ in BY_ID}
