from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from laut.model import Article, Quotation, article_of
from laut.reading.decided import Decided
from laut.reading.draft import Draft
from laut.reading.pipeline import drafted, read_article
from laut.reading.reasons import ASKED, Asked, explained_article, reasons_of

TEXT = (
    "Norland kauft Gas, heißt es aus Regierungskreisen. Das sei vermutlich schon im "
    "Mai beschlossen worden. „Davon weiß ich nichts“, sagte Außenminister Jan Holm."
)
SAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def _values(quotation: Quotation) -> dict[str, object]:
    attribution = quotation.attribution
    assert attribution is not None
    return {
        "source": attribution.source.name,
        "kind": attribution.source.kind,
        "identity": attribution.source.identity,
        "country": attribution.source.country,
        "via": attribution.via,
        "act": attribution.act,
        "factuality": attribution.factuality,
        "distanced": attribution.distanced,
    }


def _decided(asked: Asked, draft: Draft) -> Mapping[int, Mapping[str, Decided[Any]]]:
    return {
        number: {asked.value: found} if asked.value else found._asdict()
        for number, found in asked.decisions(draft).items()
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_reasons_are_those_of_the_values_that_were_read(path: Path) -> None:
    draft = drafted(article_of(path.read_text("utf-8")))
    for asked in ASKED:
        for number, decisions in _decided(asked, draft).items():
            read = _values(draft.quotations[number])
            for name, decided in decisions.items():
                assert decided.value == read[name], (number, name)


def test_an_explained_reading_is_the_reading_with_reasons() -> None:
    article = article_of(TEXT)
    plain, explained = read_article(article), explained_article(article)
    assert explained.quotations == plain.quotations
    assert explained.problems == plain.problems
    assert [why.quotation for why in explained.reasons] == [
        quotation.id for quotation in plain.quotations
    ]


def test_a_reason_names_the_words_and_the_table() -> None:
    why = explained_article(article_of(TEXT)).reasons[0]
    assert "Regierungskreise" in why.identity
    assert "(Tabelle anonymity, Zeile " in why.identity
    assert "„heißt“" in why.act


def test_every_value_that_is_decided_has_a_reason() -> None:
    for why in explained_article(article_of(TEXT)).reasons:
        decided = (why.kind, why.identity, why.country, why.act, why.factuality)
        assert all((*decided, why.distanced))


@given(st.text(max_size=200))
def test_no_text_is_too_odd_for_reasons(text: str) -> None:
    explained = explained_article(Article(id="odd", text=text))
    assert len(explained.reasons) == len(explained.quotations)


def test_who_fails_costs_only_the_own_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(draft: Draft) -> dict[int, Decided[str]]:
        raise ValueError(draft.article.id)

    monkeypatch.setattr(
        "laut.reading.reasons.ASKED", (Asked("source", failing), *ASKED)
    )
    assert reasons_of(drafted(article_of(TEXT)))[0].act
