"""What grammar is sure of and the model has passed over."""

from laut.reading.decode import Piece
from laut.reading.hints import KINDS, Hint
from laut.reading.sure import (
    DIRECT,
    INDIRECT,
    RUNNING,
    Levels,
    is_inferred,
    is_purpose,
    piece_of,
    with_outer_sentences,
    with_sentences_joined,
    with_sentences_parted,
    with_sure,
)

NOTHING = Levels([], [])


def hint(
    kind: int,
    *content: int,
    frame: tuple[int, ...] = (),
    speaker: tuple[int, ...] = (),
    cue: tuple[int, ...] = (),
) -> Hint:
    return Hint(kind, False, 0.8, content, (frame, speaker, cue, ()))  # noqa: FBT003 - not nested


def piece(kind: int, *places: int) -> Piece:
    return Piece(kind, places, 0.9)


def test_indirect_speech_with_its_frame_behind_is_added() -> None:
    behind = hint(INDIRECT, 0, 1, 2, frame=(3, 4))
    assert with_sure(NOTHING, [behind]) == Levels([piece_of(behind)], [])


def test_indirect_speech_with_its_frame_before_is_not() -> None:
    assert with_sure(NOTHING, [hint(INDIRECT, 3, 4, frame=(0, 1))]) == NOTHING


def test_what_lies_in_an_added_content_becomes_an_inner_one() -> None:
    behind, inner = hint(INDIRECT, 0, 1, 2, 3, frame=(4,)), piece(INDIRECT, 2, 3)
    found = with_sure(Levels([inner], []), [behind])
    assert found == Levels([piece_of(behind)], [inner])


def test_a_hint_that_crosses_a_content_is_not_added() -> None:
    found = Levels([piece(INDIRECT, 2, 3)], [])
    assert with_sure(found, [hint(INDIRECT, 0, 1, 2, frame=(5,))]) == found


def test_a_word_that_is_cue_and_speaker_at_once_is_sure_where_nothing_was_found() -> (
    None
):
    according = hint(INDIRECT, 0, 1, 3, speaker=(2,), cue=(2,))
    assert with_sure(NOTHING, [according]).outer == [piece_of(according)]
    found = Levels([piece(INDIRECT, 0, 1)], [])
    assert with_sure(found, [according]) == found


def test_speech_that_runs_on_is_sure_if_its_speaker_is_known() -> None:
    known, unknown = hint(RUNNING, 4, 5, speaker=(0,)), hint(RUNNING, 8, 9)
    assert with_sure(NOTHING, [known, unknown]).outer == [piece_of(known)]


def test_reports_are_sure_only_if_their_rule_is() -> None:
    report = hint(KINDS.index("reported"), 0, 1, 2, frame=(5,), speaker=(0,))
    sure, doubtful = (report._replace(confidence=c) for c in (0.61, 0.6))
    assert with_sure(NOTHING, [sure]).outer == [piece_of(sure)]
    assert with_sure(NOTHING, [doubtful]) == NOTHING


def test_marked_words_inside_a_content_are_added_once() -> None:
    outer, marked = piece(INDIRECT, 0, 1, 2, 3), hint(DIRECT, 1, 2)
    found = with_sure(Levels([outer], []), [marked, marked])
    assert found == Levels([outer], [piece_of(marked)])


def test_marked_words_outside_all_contents_are_not() -> None:
    assert with_sure(NOTHING, [hint(DIRECT, 1, 2)]) == NOTHING


def test_a_sentence_in_konjunktiv_holds_the_indirect_speech_in_it() -> None:
    lows = ["es", "deute", "darauf", "hin", ",", "dass", "es", "geht"]
    inner = piece(INDIRECT, 5, 6, 7)
    sentence = hint(RUNNING, *range(8), speaker=(0,))
    found = with_outer_sentences(Levels([inner], []), [sentence], lows)
    assert found == Levels([piece_of(sentence)], [inner])


def test_a_sentence_in_the_indicative_does_not() -> None:
    lows = ["es", "deutet", "darauf", "hin", ",", "dass", "es", "gehe"]
    found = Levels([piece(INDIRECT, 5, 6, 7)], [])
    sentence = hint(RUNNING, *range(8), speaker=(0,))
    assert with_outer_sentences(found, [sentence], lows) == found


def test_the_parts_of_an_interrupted_sentence_are_one() -> None:
    lows = ["„", "das", "“", ",", "sagte", "sie", ",", "„", "ist", "gut", "“"]
    parts = [piece(DIRECT, 0, 1, 2), piece(DIRECT, 7, 8, 9, 10)]
    whole = hint(DIRECT, 0, 1, 2, 7, 8, 9, 10)
    (joined,) = with_sentences_joined(Levels(parts, []), [whole], lows).outer
    assert joined.places == whole.content
    assert not joined.by_rule


def test_two_sentences_around_a_frame_stay_two() -> None:
    lows = ["„", "ja", "“", ",", "sagte", "sie", ".", "„", "gut", "so", "“"]
    found = Levels([piece(DIRECT, 0, 1, 2), piece(DIRECT, 7, 8, 9, 10)], [])
    whole = hint(DIRECT, 0, 1, 2, 7, 8, 9, 10)
    assert with_sentences_joined(found, [whole], lows) == found


def test_what_a_deed_is_for_nobody_says() -> None:
    lows = ["sie", "kam", ",", "um", "zu", "helfen"]
    assert is_purpose(piece(INDIRECT, 3, 4, 5), lows)
    assert not is_purpose(piece(INDIRECT, 4, 5), lows)


def test_what_facts_point_to_nobody_says() -> None:
    lows = ["das", "deute", "darauf", "hin", ",", "dass", "es", "fehle"]
    said = ["er", "wies", "darauf", "hin", ",", "dass", "es", "fehle"]
    content = piece(INDIRECT, 5, 6, 7)
    assert is_inferred(content, lows)
    assert not is_inferred(content, said)


def test_a_content_that_runs_into_another_frame_is_two() -> None:
    lows = [
        *[
            "er",
            "sagte",
            ",",
            "es",
            "sei",
            "so",
            ".",
            "es",
            "gehe",
            ",",
            "meinte",
            "sie",
        ]
    ]
    one = hint(INDIRECT, 3, 4, 5, speaker=(0,))
    other = hint(INDIRECT, 7, 8, speaker=(11,))
    run = Levels([piece(INDIRECT, 3, 4, 5, 6, 7, 8)], [])
    parted = with_sentences_parted(run, [one, other], lows)
    assert parted.outer == [piece_of(one), piece_of(other)]
    same = other._replace(roles=one.roles)
    assert with_sentences_parted(run, [one, same], lows) == run
