"""States and the words that stand for them: names, capitals, adjectives, people.

Takes words as they stand in a text, inflected or not, returns ISO 3166-1 alpha-2 codes
(EU for the seats of the EU, `x-…` for territories that ISO has no code for). Pure
look-ups in the tables `states`, `state_words`, `laender`, `cities`, `seats` and
`genitives`; no guess: a word of two states or with another common meaning is none.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from laut.reading.tables import rows

DOUBTFUL = "?"
"""Marks, in the tables, a word that is something else too."""

_ADJECTIVE_ENDINGS = ("", "e", "er", "es", "en", "em")


class Place(NamedTuple):
    """What names a state, and by which table.

    Attributes:
        code: of the state.
        words: how many words name it.
        table: the table that says so; its row, counted from 1 without remarks, in
            `row`.
    """

    code: str
    words: int
    table: str
    row: int


class Metonym(NamedTuple):
    """Who is meant by a seat: the full name and the code of the state."""

    name: str
    code: str


def state_of(words: Sequence[str]) -> str | None:
    """The first state that words name, as a code; None where they name none.

    Nouns, adjectives and people count, capitals too: „der russische Präsident“, „die
    Regierung in Kiew“, „US-Kreise“.
    """
    return next((place.code for _, place in places_in(words)), None)


def places_in(words: Sequence[str]) -> Iterator[tuple[int, Place]]:
    """All places that words name, with the number of their first word."""
    index = 0
    while index < len(words):
        place = place_at(words, index)
        if place is not None:
            yield index, place
        index += place.words if place is not None else 1


def place_at(words: Sequence[str], index: int) -> Place | None:
    """The place whose name begins at a word; of several the longest."""
    word = words[index]
    for rest, place in _long_names().get(word, ()):
        if tuple(words[index + 1 : index + 1 + len(rest)]) == rest:
            return place
    found = _single_words().get(word)
    if found is None and "-" in word:
        return _single_words().get(f"{word.partition('-')[0]}-")
    return found


def code_of_word(word: str) -> str:
    """The state that one word names; "" where it names none."""
    known = _single_words()
    found = known.get(word)
    if found is None and "-" in word:
        found = known.get(f"{word.partition('-')[0]}-")
    return found.code if found is not None else ""


def long_places_in(words: Sequence[str]) -> Iterator[Place]:
    """The places with names of several words: „die Vereinigten Staaten“."""
    known = _long_names()
    for index, word in enumerate(words):
        if word in known:
            place = place_at(words, index)
            if place is not None and place.words > 1:
                yield place


def metonym(name: str) -> Metonym | None:
    """Who is meant where a seat or capital speaks: „Moskau“, „der Kreml“, „Brüssel“.

    Args:
        name: the seat without article.
    """
    return _metonyms().get(name) or _metonyms().get(_without_s(name))


def government_of(code: str) -> str:
    """The name of a state's government: „Regierung Frankreichs“."""
    return "Bundesregierung" if code == "DE" else f"Regierung {genitive(code)}"


def genitive(code: str) -> str:
    """A state as a genitive: „Russlands“, „der Ukraine“; the code where unknown."""
    special = _genitives().get(code)
    if special:
        return special
    name = names().get(code, code)
    return f"von {name}" if name.endswith(("s", "x", "z")) else f"{name}s"


@cache
def names() -> dict[str, str]:
    """The German name of every state and territory by its code."""
    own = {row[0]: row[5].partition("|")[0] for row in rows("state_words")}
    return own | {row[0]: row[1] for row in rows("states")}


@cache
def iso_codes() -> frozenset[str]:
    """The codes that ISO 3166-1 knows."""
    return frozenset(code for code, _ in rows("states"))


def people(cell: str) -> Iterator[str]:
    """The forms of an inhabitant: „Russe“ → Russe, Russen, Russin, Russinnen."""
    man, *further = cell.split(" ")
    yield from further
    yield man
    stem = man.removesuffix("e")
    yield from (f"{stem}in", f"{stem}innen")
    yield from (f"{man}{end}" for end in (("n",) if man.endswith("e") else ("s", "n")))
    if man.endswith(("t", "r")):
        yield f"{man}en"


def adjectives(stem: str) -> Iterator[str]:
    """The forms of an adjective, small and as the begin of a name."""
    if stem.endswith("-"):
        yield stem
        return
    for ending in () if stem[:1].isupper() else _ADJECTIVE_ENDINGS:
        yield f"{stem}{ending}"
        yield f"{stem[0].upper()}{stem[1:]}{ending}"
    if stem[:1].isupper():
        yield stem


def _without_s(name: str) -> str:
    return name.removesuffix("s") if name.endswith("s") else name


class _Named(NamedTuple):
    """A form, and the row of the table that it comes from."""

    form: str
    place: Place


def _cells(cell: str) -> Iterator[str]:
    """The words of a cell that may decide alone."""
    return (w for w in cell.split("|") if w and not w.endswith(DOUBTFUL))


def _nouns(cell: str) -> Iterator[str]:
    for name in _cells(cell):
        yield name
        if not name.endswith("s"):
            yield f"{name}s"


def _forms_of_states() -> Iterator[_Named]:
    for number, (code, name) in enumerate(rows("states"), start=1):
        place = Place(code, 1, "states", number)
        yield from (_Named(form, place) for form in _nouns(name))
    for number, row in enumerate(rows("state_words"), start=1):
        place = Place(row[0], 1, "state_words", number)
        yield from (_Named(form, place) for form in _forms(row[2], row[3], row[4]))
        yield from (_Named(form, place) for form in _nouns(row[5]))


def _forms(capitals: str, of_state: str, inhabitants: str) -> Iterator[str]:
    yield from _nouns(capitals)
    yield from _derived(capitals, of_state, inhabitants)


def _derived(capitals: str, of_state: str, inhabitants: str) -> Iterator[str]:
    yield from (f"{name.removesuffix('en')}er" for name in _cells(capitals))
    for stem in _cells(of_state):
        yield from adjectives(stem)
    for person in _cells(inhabitants):
        yield from people(person)


def _forms_of_places() -> Iterator[_Named]:
    for number, row in enumerate(rows("laender"), start=1):
        place = Place(row[0], 1, "laender", number)
        yield from (_Named(form, place) for form in _nouns(row[1]))
        yield from (_Named(form, place) for form in _forms(row[2], row[3], row[4]))
    for number, (name, code, doubt) in enumerate(rows("cities"), start=1):
        place = Place(code, 1, "cities", number)
        if doubt != DOUBTFUL:
            forms = (name, f"{name}s", *_of_city(name))
            yield from (_Named(form, place) for form in forms)


def _of_city(name: str) -> tuple[str, str]:
    return f"{name.removesuffix('en')}er", f"{name}er"


@cache
def derived_words() -> frozenset[str]:
    """The words derived from places, and those for people: „russisch“, „Kölner“."""
    described = (*rows("state_words"), *rows("laender"))
    words = {word for row in described for word in _derived(*row[2:5])}
    cities = {word for name, *_ in rows("cities") for word in _of_city(name)}
    return frozenset(words | cities)


@cache
def _all_forms() -> dict[str, Place]:
    """Every form by its place; states before places in them."""
    result: dict[str, Place] = {}
    for named in (*_forms_of_states(), *_forms_of_places()):
        result.setdefault(named.form, named.place)
    return result


@cache
def _single_words() -> dict[str, Place]:
    return {form: place for form, place in _all_forms().items() if " " not in form}


@cache
def _long_names() -> dict[str, list[tuple[tuple[str, ...], Place]]]:
    """Names of several words by their first word, the longest first."""
    result: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for form, place in _all_forms().items():
        first, *rest = form.split(" ")
        if rest:
            sized = place._replace(words=1 + len(rest))
            result.setdefault(first, []).append((tuple(rest), sized))
    for known in result.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return result


@cache
def _genitives() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("genitives")}


@cache
def _metonyms() -> dict[str, Metonym]:
    """Seats by the table, capitals for the governments of their states."""
    result = {
        capital: Metonym(government_of(row[0]), row[0])
        for row in rows("state_words")
        if row[1] != "dependent"
        for capital in _cells(row[2])
    }
    return result | {row[0]: Metonym(row[1], row[2]) for row in rows("seats")}
