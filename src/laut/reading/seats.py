"""Governments by their seat: „die Führung in Teheran“, and then „die Führung“.

Takes a scene and the head of a phrase; gives the voice of a government that a place or
a voice right before tells, or None.
"""

from collections.abc import Sequence

from laut.reading.frames import Range
from laut.reading.metonyms import metonym_of
from laut.reading.nouns import Noun, speaking
from laut.reading.scene import Scene, Voice, quoted

NEARBY = 2
"""How many passages before the state of „die Führung“ may have spoken."""


def seat_voice(
    scene: Scene, voices: Sequence[Voice], where: Range, noun: Noun
) -> Voice | None:
    """The government that a phrase for one names by its seat, or takes up."""
    if noun.head not in speaking("government") or noun.plural:
        return None
    head, end = where
    if end == head + len(("Regierung", "in", "Kiew")):
        seat = scene.outline.lows[head + 1] == "in"
        return _seated(scene, where, noun) if seat else None
    last = voices[-1] if voices else None
    if last is None or not last.is_state or end > head + 1 or _of_country(scene, head):
        return None
    near = 0 < scene.passages_between(last.at[0], head) <= NEARBY
    return _as_state(scene, last, where) if near else None


def _of_country(scene: Scene, head: int) -> bool:
    """„die russische Führung“; „die kommunistische“ says nothing of a country."""
    before = scene.outline.lows[head - 1]
    told = before.endswith(("ische", "ischen", "sche", "schen"))
    return told and not before.startswith(tuple(speaking("creed")))


def _as_state(scene: Scene, last: Voice, where: Range) -> Voice:
    return Voice(
        name=last.name,
        because=f"{quoted(scene, *where)} nimmt „{last.name}“ auf",
        gender="f",
        is_state=True,
        at=where,
    )


def _seated(scene: Scene, where: Range, noun: Noun) -> Voice | None:
    seat = scene.outline.words[where[1] - 1]
    state = metonym_of(seat)
    if state is None:
        return None
    named = "egierung" in state or " " in state
    return Voice(
        name=state if named else f"{noun.single} {_genitive(state)}",
        because=f"„{seat}“ steht für {state} (Tabelle metonyms)",
        gender="f",
        is_state=True,
        at=where,
    )


def _genitive(state: str) -> str:
    if state in speaking("state-with-article"):
        return f"der {state}"
    return state if state.endswith(("s", "x", "z")) else f"{state}s"
