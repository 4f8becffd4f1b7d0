"""Where a clause looks: back, ahead, neither."""

import pytest

from laut.reading.outlook import Outlook, outlook


def _looks(sentence: str) -> Outlook:
    words = sentence.split()
    at = words.index("*")
    return outlook(words, at, at + 1, (0, len(words)))


@pytest.mark.parametrize(
    ("sentence", "looks"),
    [
        ("der rat tagte * in musterstadt", Outlook.BACK),
        ("der rat hat * getagt", Outlook.BACK),
        ("der rat begann * zu tagen", Outlook.BACK),
        ("die halle wurde * eröffnet", Outlook.BACK),
        ("der rat wird * tagen", Outlook.AHEAD),
        ("der rat soll * tagen", Outlook.AHEAD),
        ("der rat beginnt *", Outlook.NOW),
        ("die minister sind * in der stadt", Outlook.NOW),
        ("* in der stadt", Outlook.OPEN),
        ("Bis heute Karten und Verbot für *", Outlook.OPEN),
    ],
)
def test_the_nearest_verb_tells(sentence: str, looks: Outlook) -> None:
    assert _looks(sentence) is looks


def test_other_sentences_tell_nothing() -> None:
    words = ["er", "kam", ".", "am", "*", "in", "der", "stadt"]
    assert outlook(words, 4, 5, (3, len(words))) is Outlook.OPEN
