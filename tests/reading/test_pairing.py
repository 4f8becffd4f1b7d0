"""Whose words: the roles of each content."""

import numpy as np
import pytest

from laut.reading.decode import Piece
from laut.reading.hints import Hint, features
from laut.reading.nesting import Placed
from laut.reading.pairing import (
    AT_ONCE,
    BEFORE_IT,
    BEHIND,
    IN_GAP,
    INSIDE,
    STEPS,
    _together,
    relations,
    roles_of,
)
from laut.reading.tagger import Tagged, tagged
from laut.reading.tokens import tokenize

TEXT = "Die Ministerin sagte, das sei falsch. Der Minister rief: „Nein!“"


def test_a_place_is_before_inside_in_a_gap_or_behind() -> None:
    where = relations([3, 4, 7], 1, 10) // STEPS
    before, behind = [BEFORE_IT] * 2, [BEHIND] * 2
    inside = [INSIDE, INSIDE, IN_GAP, IN_GAP, INSIDE]
    assert where.tolist() == [*before, *inside, *behind]


def test_distance_is_counted_from_the_nearer_end() -> None:
    far = relations([10, 11, 12, 13], 0, 20) % STEPS
    assert far[9] == far[14]
    assert far[0] > far[5] > far[9]
    assert far[10] == far[13] < far[11]


def test_windows_read_together_are_bounded_and_none_is_left_out() -> None:
    sizes = [150, 90, 5000, 160, 150, 20] * 9
    groups = list(_together(sizes))
    assert sorted(n for group in groups for n in group) == list(range(len(sizes)))
    for group in groups:
        area = len(group) * max(sizes[n] for n in group)
        assert len(group) == 1 or area <= AT_ONCE


@pytest.fixture(scope="module")
def said() -> Tagged:
    tokens = tokenize(TEXT)
    return tagged(tokens, features([], len(tokens)))


def test_each_content_has_the_speaker_of_its_own(said: Tagged) -> None:
    words = tokenize(TEXT).words
    found = [
        Placed(Piece(1, (5, 6, 7), 0.9), None),
        Placed(Piece(0, (13, 14, 15, 16), 0.9), None),
    ]
    first, second = roles_of(said, found, [None, None])
    assert [words[n] for n in first.speaker] == ["Die", "Ministerin"]
    assert [words[n] for n in second.speaker] == ["Der", "Minister"]
    assert [words[n] for n in (*first.cue, *second.cue)] == ["sagte", "rief"]


def test_a_content_by_rule_has_its_roles_by_rule(said: Tagged) -> None:
    rule = Hint(1, False, 0.8, (5, 6, 7), ((1,), (2,), (3,), ()))  # noqa: FBT003 - not nested
    found = [Placed(Piece(1, (5, 6, 7), 0.8, by_rule=True), None)]
    (roles,) = roles_of(said, found, [rule])
    assert roles[:4] == ([0], [1], [2], [])


def test_a_frame_holds_its_cue(said: Tagged) -> None:
    found = [Placed(Piece(1, (5, 6, 7), 0.9), None)]
    (roles,) = roles_of(said, found, [None])
    assert np.isin(roles.cue, roles.frame).all()
