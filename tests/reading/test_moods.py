"""The mood of verbs, in whole readings."""

import pytest

from laut.model import Article
from laut.reading.moods import moods
from laut.reading.pipeline import drafted


def mood(text: str, word: str) -> str:
    draft = drafted(Article(id="", text=text))
    assert draft.said is not None
    found = moods(draft.said, draft.outline.lows)
    return found[draft.tokens.words.index(word)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Die Lage sei ernst, sagte der Minister.", "sei"),
        ("Er sagte, das Haus brenne.", "brenne"),
        ("Man habe nichts gewusst, hieß es.", "habe"),
        ("Das Gesetz könnte noch scheitern.", "könnte"),
        ("Sie sagte, die Zeugen hätten geschwiegen.", "hätten"),
    ],
)
def test_a_form_that_only_the_konjunktiv_has_is_one(text: str, word: str) -> None:
    assert mood(text, word) == "Sub"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ich habe nichts gewusst.", "habe"),
        ("Ich gehe jetzt, sagte sie.", "gehe"),
        ("Der Minister war müde.", "war"),
        ("Die Regierung will das Gesetz ändern.", "will"),
        ("Sie wollte nicht kommen.", "wollte"),
    ],
)
def test_a_first_person_and_a_past_are_none(text: str, word: str) -> None:
    assert mood(text, word) == "Ind"


def test_a_noun_has_no_mood() -> None:
    assert mood("Der Minister schwieg.", "Minister") == "none"
