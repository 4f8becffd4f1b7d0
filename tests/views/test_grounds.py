from hypothesis import given, strategies as st

from laut.model import Reading, Reasons
from laut.tongues import speaking
from laut.views.grounds import LABELS, Ground, grounds_by_number, grounds_of
from laut.views.passages import passages_of

from . import samples
from .oddities import odd_readings, odd_texts


def test_the_labels_are_the_fields_of_the_record() -> None:
    assert ("quotation", *LABELS) == Reasons.__struct_fields__


def test_only_values_that_have_a_reason_are_given() -> None:
    reading = samples.explained()
    first, second = passages_of(reading)
    assert grounds_of(first, reading.reasons[0]) == (
        Ground(
            "Nennung",
            "namenlos",
            "„US-Gewährsperson“ steht für einen Namenlosen (Tabelle x, Zeile 3)",
        ),
        Ground("Gewissheit", "sicher", "ohne Einschränkung gesagt"),
        Ground("Abstand", "nein", "der Artikel gibt ohne Distanz wieder"),
    )
    assert grounds_of(second, None) == ()


def test_the_reasons_for_a_standing_are_given_once_and_then_referred_to() -> None:
    passages = passages_of(samples.arms())
    reasons = [
        Reasons(quotation=n, source=f"hier {n}", kind="darum", act="so") for n in (0, 1)
    ]
    grounds = grounds_by_number(passages, reasons)
    assert grounds[1] == (
        Ground("Quelle", "US-Gewährsperson", "hier 0"),
        Ground("Art", "Staat", "darum"),
        Ground("Handlung", "sagt", "so"),
    )
    assert grounds[2] == (
        Ground("Quelle", "US-Gewährsperson", "hier 1"),
        Ground("Art", "wie 1, so auch Nennung und Land", ""),
        Ground("Handlung", "sagt", "so"),
    )


def test_other_reasons_for_the_same_source_are_given_again() -> None:
    passages = passages_of(samples.arms())
    reasons = [Reasons(quotation=n, kind=f"darum {n}") for n in (0, 1)]
    assert grounds_by_number(passages, reasons)[2] == (
        Ground("Art", "Staat", "darum 1"),
    )


def test_every_value_is_said_in_plain_words() -> None:
    why = Reasons(quotation=0, **dict.fromkeys(LABELS, "darum"))
    (first, _) = passages_of(samples.arms())
    assert [
        ground.value.replace("\u00a0", " ") for ground in grounds_of(first, why)
    ] == [
        "US-Gewährsperson",
        "Staat",
        "namenlos",
        "USA",
        "← Erkenntnisse von US-Geheimdiensten · zuerst Weltblatt",
        "sagt",
        "sicher",
        "nein",
    ]


def test_labels_and_values_are_english_where_english_is_spoken() -> None:
    reading = samples.explained()
    with speaking("en"):
        first = passages_of(reading)[0]
        named, certain, _ = grounds_of(first, reading.reasons[0])
    assert (named.label, named.value) == ("Name", "unnamed")
    assert (certain.label, certain.value) == ("Certainty", "certain")


@given(odd_readings, odd_texts)
def test_any_reading_can_be_given_reasons(reading: Reading, because: str) -> None:
    why = Reasons(quotation=0, **dict.fromkeys(LABELS, because))
    for passage in passages_of(reading):
        for ground in grounds_of(passage, why):
            assert all(ground)


@given(st.text(max_size=5))
def test_reasons_are_kept_in_one_line(because: str) -> None:
    why = Reasons(quotation=0, act=because)
    for ground in grounds_of(passages_of(samples.arms())[0], why):
        assert "\n" not in ground.because
