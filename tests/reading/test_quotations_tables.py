"""The tables of the language say only what the code understands."""

import pytest

from laut.reading.rendering import confidence
from laut.reading.tables import rows
from laut.reading.verbs import is_konjunktiv
from laut.reading.words import words_of
from laut.terms import VOCABULARIES

FRAMES = {"satz", "zu", "rede", "nach", "passiv", "frei", "bericht", "erwähnt", "wie"}
RULES = {
    *("cue-vor", "cue-nach", "cue-davor", "rede-vor", "rede-nach", "rede-davor"),
    *("so", "rede-so", "laut", "nach", "zufolge", "meinung-nach", "demnach"),
    *("reported", "reported-by-words", "running", "running-alone", "hearsay"),
    *("nested", "object", "colon", "loose", "verb-after"),
}
FORMS = ("sei", "habe", "werde", "könne", "gehe", "liege", "mitteile", "zurückweise")
OTHERS = ("ist", "sagte", "lange", "eine", "keine", "heute", "große", "einige")


@pytest.mark.parametrize("row", rows("cues"), ids=lambda row: row[0])
def test_a_cue_has_forms_known_frames_and_a_medium(row: tuple[str, ...]) -> None:
    _, present, past, _, _, _, frames, media = row
    assert present.islower()
    assert past.islower()
    assert {frame.partition("-")[0] for frame in frames.split()} <= FRAMES
    assert set(media.split()) <= set(VOCABULARIES["medium"])
    assert media


def test_every_rule_has_a_confidence_and_no_other() -> None:
    assert sorted(row[0] for row in rows("confidence")) == sorted(RULES)
    assert all(0 < confidence(rule) < 1 for rule in RULES)


def test_a_class_of_words_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_of("no-such-class")


@pytest.mark.parametrize("low", FORMS)
def test_forms_of_the_konjunktiv_are_known(low: str) -> None:
    assert is_konjunktiv(low)


@pytest.mark.parametrize(
    "low",
    ["ist", "sagte", "lange", "eine", "keine", "heute", "große", "einige", "zufolge"],
)
def test_other_words_are_no_konjunktiv(low: str) -> None:
    assert not is_konjunktiv(low)
