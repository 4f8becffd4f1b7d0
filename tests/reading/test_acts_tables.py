"""The tables of acts, certainty and distance say only what the code understands."""

import pytest

from laut.reading.actwords import IN_CUE, found_in
from laut.reading.conjugation import forms_of, is_strong_participle
from laut.reading.outline import Outline, outline_of
from laut.reading.predicates import class_of
from laut.reading.tables import rows
from laut.reading.tokens import tokenize
from laut.terms import VOCABULARIES

ACTS = {*VOCABULARIES["act"], "say"}
LEVELS = {"-", "CT", "CT-", "PR", "PR-", "PS", "UU"}


def outlined(text: str) -> Outline:
    return outline_of(tokenize(text))


@pytest.mark.parametrize("row", rows("acts"), ids=lambda row: f"{row[0]} {row[3][:20]}")
def test_a_row_of_acts_has_an_act_a_level_and_a_sort(row: tuple[str, ...]) -> None:
    act, level, sort, words = row
    assert act in ACTS
    assert level in LEVELS
    assert sort in IN_CUE
    assert words.split()


def test_every_act_has_a_label() -> None:
    assert {row[0] for row in rows("act-labels")} == ACTS


def test_every_word_of_commitment_has_a_level_and_a_sort() -> None:
    assert {row[0] for row in rows("commitment")} <= LEVELS - {"-"}
    assert {row[1] for row in rows("commitment")} == {"modal", "word", "verb"}


def test_every_word_that_judges_has_an_act() -> None:
    assert {row[0] for row in rows("valence")} <= ACTS - {"say"}


@pytest.mark.parametrize("row", rows("cues"), ids=lambda row: row[0])
def test_every_cue_of_the_reader_has_an_act(row: tuple[str, ...]) -> None:
    past, particle, beside = row[2], row[4], row[5]
    words = [past, *("" if beside in {"", "-"} else beside.lstrip("?")).split("+")]
    words = [choice.split("|")[0] for choice in words] + [particle.strip("-")]
    outline = outlined(" ".join(word for word in words if word))
    assert found_in(outline, range(len(outline.words)), IN_CUE) is not None


@pytest.mark.parametrize(
    "noun", [w for row in rows("saying") if row[0] == "noun" for w in row[1].split()]
)
def test_every_noun_of_saying_has_an_act(noun: str) -> None:
    assert found_in(outlined(noun), [0], IN_CUE) is not None


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("fordern", "fordert forderte forderten fordere gefordert"),
        ("auf|fordern", "aufforderte aufgefordert aufzufordern"),
        ("versprechen", "verspricht versprach versprachen verspreche versprochen"),
        ("zu|geben", "zugegeben zuzugeben zugibt"),
        ("rechnen", "rechnet rechnete gerechnet"),
        ("kritisieren", "kritisiert kritisierte"),
        ("begrüßen", "begrüßte begrüsste"),
        ("zweifeln", "zweifelt zweifelte gezweifelt"),
        ("leugnen", "leugnet leugnete geleugnet"),
    ],
)
def test_a_verb_is_known_in_its_forms(verb: str, forms: str) -> None:
    known = forms_of(verb)
    assert set(forms.split()) <= known.finite | known.joined


def test_a_participle_in_en_is_told_from_an_infinitive() -> None:
    assert all(map(is_strong_participle, ("verschoben", "gegeben", "abgenommen")))
    assert not any(map(is_strong_participle, ("verschieben", "nehmen", "bauen")))


def test_a_class_of_words_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        class_of("nothing")
