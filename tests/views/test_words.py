from collections.abc import Mapping
from typing import Any

import pytest

from laut.terms import VOCABULARIES
from laut.views import words

TABLES: dict[str, Mapping[Any, str]] = {
    "kind": words.KINDS,
    "medium": words.MEDIA,
    "act": words.ACTS,
    "factuality": words.FACTUALITIES,
    "identity": words.IDENTITIES,
    "source kind": words.SOURCE_KINDS,
    "how": words.HOWS,
}


@pytest.mark.parametrize("vocabulary", TABLES)
def test_every_term_has_a_german_word_of_its_own(vocabulary: str) -> None:
    table = TABLES[vocabulary]
    assert tuple(table) == VOCABULARIES[vocabulary]
    assert len(set(table.values())) == len(table)


def test_short_kinds_fit_a_column() -> None:
    assert tuple(words.SHORT_KINDS) == VOCABULARIES["kind"]
    assert max(map(len, words.SHORT_KINDS.values())) <= 13
