"""The reader finds every attribution that the manifest needs, and finds it right."""

from functools import cache

import pytest

from laut.demo.articles import articles
from laut.demo.manifest import ExpectedAttribution, Relation, manifest
from laut.model import Attribution, Quotation, Reading
from laut.reading.pipeline import read_article

EXPECTED = manifest()
SOURCES = {source.name: source for source in EXPECTED.sources}

ALIKE = 0.85
"""The least overlap of the content read with the content expected."""

NEEDED = [
    pytest.param(one, id=f"{claim.id} {one.article} {one.relation}")
    for claim in EXPECTED.claims
    for one in claim.attributions
]
by_need = pytest.mark.parametrize("needed", NEEDED)


@cache
def readings() -> dict[str, Reading]:
    return {article.id: read_article(article) for article in articles()}


def overlap(reading: Reading, quotation: Quotation, words: str) -> float:
    """Characters that both hold, by those that either holds."""
    begin = reading.article.text.index(words)
    wanted = set(range(begin, begin + len(words)))
    read = {i for span in quotation.content for i in range(*span)}
    return len(wanted & read) / len(wanted | read)


def found(needed: ExpectedAttribution) -> Attribution:
    """The attribution of the quotation that has the content."""
    reading = readings()[needed.article]
    alike = [
        quotation
        for quotation in reading.quotations
        if overlap(reading, quotation, needed.content) >= ALIKE
    ]
    assert len(alike) == 1
    assert alike[0].attribution is not None
    return alike[0].attribution


def relation_of(attribution: Attribution) -> Relation:
    """What an attribution is to a claim that is worded without a negation."""
    if attribution.act == "deny" or attribution.factuality in {"CT-", "PR-", "PS-"}:
        return "denies"
    return "confirms" if attribution.act == "confirm" else "asserts"


@by_need
def test_its_source_is_the_one_expected(needed: ExpectedAttribution) -> None:
    source, wanted = found(needed).source, SOURCES[needed.source]
    told = (source.name, source.kind, source.identity, source.country)
    assert told == (wanted.name, wanted.kind, wanted.identity, wanted.country)


@by_need
def test_its_chain_is_the_one_expected(needed: ExpectedAttribution) -> None:
    chain = tuple(f"{link.how} {link.name}" for link in found(needed).via)
    assert chain == needed.via


@by_need
def test_its_act_and_factuality_make_it_what_it_is_to_the_claim(
    needed: ExpectedAttribution,
) -> None:
    attribution = found(needed)
    told = (attribution.act, attribution.factuality)
    assert told == (needed.act, needed.factuality)
    assert relation_of(attribution) == needed.relation


def test_no_article_troubles_the_reader() -> None:
    assert all(reading.problems == () for reading in readings().values())
