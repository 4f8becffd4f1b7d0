"""What rules found, as numbers for the model."""

import numpy as np

from laut.model import Quotation, article_of
from laut.reading.hints import (
    CONFIDENCE,
    MATCH_WIDTH,
    NESTED,
    ROLES,
    WIDTH,
    Hint,
    features,
    hints_of,
    match_features,
    matched,
    moved,
)
from laut.reading.pipeline import hinted
from laut.reading.tokens import tokenize
from laut.spans import Span

NOTHING: tuple[tuple[int, ...], ...] = ((), (), (), ())


def hint(*content: int, kind: int = 1, nested: bool = False) -> Hint:
    return Hint(kind, nested, 0.8, content, NOTHING)


def test_a_quotation_becomes_token_numbers() -> None:
    draft = hinted(article_of("Das sei so, sagte Anna."))
    (found,) = hints_of(draft.quotations, draft.tokens)
    assert found.content == (0, 1, 2)
    assert found.roles == ((3, 4, 5), (5,), (4,), ())


def test_pieces_of_a_content_are_put_in_a_row() -> None:
    tokens = tokenize("eins zwei drei vier")
    quotation = Quotation(id=0, kind="direct", content=(Span(0, 4), Span(10, 14)))
    (found,) = hints_of([quotation], tokens)
    assert found.content == (0, 2)


def test_features_tell_begin_kind_role_and_confidence() -> None:
    one = hint(2, 3)._replace(roles=((0, 1), (0,), (1,), ()))
    seen = features([one], 5)
    assert seen.shape == (5, WIDTH)
    assert np.flatnonzero(seen[:, 2]).tolist() == [2]
    assert np.flatnonzero(seen[:, 3]).tolist() == [2, 3]
    assert np.flatnonzero(seen[:, ROLES]).tolist() == [0, 1]
    assert seen[2:4, CONFIDENCE].tolist() == [np.float32(0.8)] * 2


def test_nested_hints_have_columns_of_their_own() -> None:
    seen = features([hint(1, nested=True)], 3)
    assert np.flatnonzero(seen[1]).tolist() == [NESTED, NESTED + 1, CONFIDENCE]


def test_the_hint_that_shares_most_is_the_match() -> None:
    wide, close = hint(*range(20)), hint(*range(4, 10))
    assert matched([close, wide], range(4, 11)) is close


def test_a_hint_that_shares_less_than_half_is_no_match() -> None:
    assert matched([hint(0, 1, 2)], [2, 3, 4, 5]) is None


def test_features_of_a_match_are_those_of_its_window() -> None:
    one = hint(4, 5)._replace(roles=((1, 2), (), (), ()))
    seen = match_features(one, 2, 6)
    assert seen.shape == (4, MATCH_WIDTH)
    assert np.argwhere(seen).tolist() == [[0, 1], [2, 0], [3, 0]]
    assert not match_features(None, 2, 6).any()


def test_a_hint_moves_to_other_numbers() -> None:
    place = np.array([1, 2, 4, 5])
    one = hint(1, 2)._replace(roles=((3,), (), (), ()))
    assert moved(one, place) == one._replace(content=(2, 4), roles=((5,), (), (), ()))
