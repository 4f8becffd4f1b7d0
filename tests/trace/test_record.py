"""The record of a source: what became of its claims, and by whose word."""

from laut.trace.record import Entry, record
from tests.trace.claims import case_of

BRIDGE = case_of(
    [
        "- a1 06 · Ada Muster · state named DE · state CT+",
        "- a2 07 · Juri Probe · state named RU · deny CT-",
        "- a3 08 · Ina Beispiel · state named FR · confirm CT+",
        "- a4 09 · Ada Muster · state named DE · confirm CT+",
        "= x",
    ]
).assertions
FERRY = case_of(
    [
        "- b1 01 · Ada Muster · state named DE · state CT+ · „Die Fähre fährt“",
        "- b2 02 · Juri Probe · state named RU · ask UU",
        "= x",
    ]
).assertions
CLAIMS = {"bridge": BRIDGE, "ferry": FERRY}


def test_a_source_has_an_entry_for_each_claim_it_made_the_earliest_first() -> None:
    ferry, bridge = record("Ada Muster", CLAIMS)
    assert ferry == Entry(
        claim="ferry",
        content="Die Fähre fährt",
        said="asserted",
        since="2022-09-01",
        outcome="open",
        confirmed_by=(),
        denied_by=(),
        standing="alleged",
    )
    assert (bridge.claim, bridge.outcome) == ("bridge", "disputed")
    assert (bridge.confirmed_by, bridge.denied_by) == (
        ("Ina Beispiel",),
        ("Juri Probe",),
    )


def test_a_surname_is_enough() -> None:
    assert record("Muster", CLAIMS) == record("Ada Muster", CLAIMS)


def test_a_denial_is_on_record_too_and_what_became_of_it() -> None:
    (entry,) = record("Juri Probe", CLAIMS)
    assert (entry.claim, entry.said, entry.outcome) == ("bridge", "denied", "denied")
    assert entry.denied_by == ("Ina Beispiel",)


def test_what_was_said_before_is_no_answer() -> None:
    (entry,) = record("Ina Beispiel", CLAIMS)
    assert (entry.outcome, entry.standing) == ("open", "disputed")


def test_somebody_who_said_nothing_has_no_record() -> None:
    assert record("Wer Anders", CLAIMS) == ()
    assert record("", CLAIMS) == ()
