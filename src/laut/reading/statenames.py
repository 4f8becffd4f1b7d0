"""What states are called in the news: „USA“ rather than „Vereinigte Staaten“.

Takes words or codes, returns German names; pure look-ups over `laut.reading.polities`.
"""

from collections.abc import Sequence
from functools import cache

from laut.reading.polities import metonym, names, place_at
from laut.reading.tables import rows

_USUAL = {"US": "USA", "GB": "Großbritannien"}


def state_name(code: str) -> str:
    """The usual name of a state by its code."""
    return _USUAL.get(code) or names().get(code, code)


def called(word: str, code: str) -> str:
    """A state by its usual name, a part of one by its own."""
    own = word if word in _states() else word.removesuffix("s")
    usual = own in names().values() or code in _USUAL
    return state_name(code) if usual else own


def is_country(word: str) -> bool:
    """Whether a word is the name of a state, and not of its capital."""
    return word in _states() or word.removesuffix("s") in _states()


def long_state(words: Sequence[str]) -> str:
    """The code of a state whose name ends a phrase: „die Vereinigten Staaten“."""
    for at in range(len(words) - 1):
        place = place_at(words, at)
        if place is not None and place.words > 1 and at + place.words == len(words):
            return place.code
    return ""


def seat_name(word: str, code: str, fallback: str) -> str:
    """A capital acts for its state; another seat for whom the table says."""
    return state_name(code) if code and metonym(word) is not None else fallback


@cache
def _states() -> frozenset[str]:
    others = (row[5].split("|") for row in rows("state_words"))
    own = frozenset(name for cell in others for name in cell if name)
    return own | frozenset(names().values()) | {"USA", "EU", "UNO"}
