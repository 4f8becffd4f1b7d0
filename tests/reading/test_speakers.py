"""A speaker is a whole noun phrase."""

import pytest

from laut.reading.outline import outline_of
from laut.reading.speakers import whole
from laut.reading.tokens import tokenize


def made_whole(text: str, words: str) -> str:
    outline = outline_of(tokenize(text))
    begin = text[: text.index(words)].count(" ")
    numbers = list(range(begin, begin + len(words.split())))
    return " ".join(outline.words[number] for number in whole(outline, numbers))


@pytest.mark.parametrize(
    ("text", "found", "phrase"),
    [
        ("Die Konferenz spiele eine Rolle", "Die", "Die Konferenz"),
        ("So der zuständige Beamte", "der zuständige", "der zuständige Beamte"),
        ("Das sagte Anders von der Bahn", "Anders von der", "Anders von der Bahn"),
    ],
)
def test_what_lacks_its_noun_is_given_it(text: str, found: str, phrase: str) -> None:
    assert made_whole(text, found) == phrase


def test_a_phrase_that_has_its_noun_stays() -> None:
    assert made_whole("Das sagte die Ministerin in Bonn", "die Ministerin") == (
        "die Ministerin"
    )


def test_what_leads_on_to_nothing_goes() -> None:
    assert made_whole("Das sagte Anders von gestern", "Anders von") == "Anders"
    assert made_whole("Heute kam die , so hieß es", "die") == ""


def test_a_relative_pronoun_may_speak() -> None:
    outline = outline_of(tokenize("Der Chef, der sagte, es reiche, ging."))
    assert whole(outline, [3]) == [3]


def test_nobody_stays_nobody() -> None:
    assert whole(outline_of(tokenize("Ja.")), []) == []
