"""What the model says of every token."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import laut
from laut.reading.hints import features
from laut.reading.pipeline import READER
from laut.reading.tagger import OVERLAP, STRETCH, Tagged, model, places_of, tagged
from laut.reading.tokens import tokenize

SENTENCES = (
    "Die Ministerin sagte, das sei falsch.",
    "„Nein“, rief der Abgeordnete.",
    "Laut Polizei wurden drei Menschen verletzt.",
    "Es gebe keinen Grund zur Sorge.\nDas Wetter bleibt schön.",
)

ODD = {
    "one token": "x",
    "no punctuation": "der Minister sagte dass es gut sei " * 40,
    "NUL": "\0 \0 sagte er\0, es sei so.",
    "emoji": "😀🎉 „Toll 👩‍👩‍👧!“, sagte 🤖.",
    "half a character": "Er sagte, \ud800 sei da.",
    "English": "“It is so,” the minister said. He was sure that it was.",
    "Chinese": "部长说：“这是假的。”",
    "one long word": "a" * 20_000,
    "lines": "Merkel\n" * 500,
    "space": " \n\t ",
    "nothing": "",
}


def said(text: str) -> Tagged:
    tokens = tokenize(text)
    return tagged(tokens, features([], len(tokens)))


def test_the_reader_has_the_version_on_the_card_of_its_model() -> None:
    assert model().card.version == READER


def test_a_new_line_is_a_place_of_its_own() -> None:
    places = places_of(tokenize("Ein Titel\n\nEr kam.\n"))
    assert places.tolist() == [-1, 0, 1, -1, 2, 3, 4, -1]


def test_every_place_has_probabilities_that_add_up() -> None:
    found = said(SENTENCES[3])
    for scores in (found.outer, found.inner, found.pos, found.mood, found.names):
        assert len(scores) == len(found.token) == len(found.states)
        assert scores.sum(axis=1) == pytest.approx(np.ones(len(scores)), abs=1e-4)


@pytest.mark.parametrize("size", [STRETCH - 1, STRETCH, STRETCH + 1, 2 * STRETCH, 5000])
def test_a_long_text_is_read_to_its_end(size: int) -> None:
    found = said("so " * (size - 2))
    assert found.token.tolist() == [-1, *range(size - 2), -1]
    assert len(found.outer) == size


def test_a_stretch_begins_well_before_what_is_taken_from_it() -> None:
    text = " ".join(SENTENCES[:3]) + " "
    copies = 3 * STRETCH // len(tokenize(text))
    found = said(text * copies)
    seam = STRETCH - OVERLAP
    assert found.outer[seam - 50 : seam + 50].max(axis=1).min() > 0.2


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_read_without_a_failure(text: str) -> None:
    reading = laut.read(text, id="odd")
    assert [p for p in reading.problems if p.step != "marks"] == []


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    texts = [*SENTENCES, " ".join(SENTENCES)]
    forward = {text: laut.read(text) for text in texts}
    backward = {text: laut.read(text) for text in reversed(texts)}
    assert forward == backward


def test_threads_at_once_read_the_same() -> None:
    texts = [f"{text} Das ist Satz {n}." for n in range(15) for text in SENTENCES]
    alone = [laut.read(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(laut.read, texts)) == alone
