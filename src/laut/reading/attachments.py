"""What belongs to a noun in a scene: genitives, prepositions, what „und“ joins.

Takes a scene and the number of a chunk, returns numbers of chunks, -1 for none.
"""

from laut.reading.chunks import Case
from laut.reading.scenes import Scene, forms_of_prep, is_time

_NEAR = 3
"""How many words may stand between a noun and a „durch“ that is its own."""


def after_noun(scene: Scene, number: int, prep: str) -> int:
    """The chunk with a preposition that follows a noun, its genitives in between."""
    wanted = forms_of_prep(prep)
    last = scene.chunks[number].last
    for at in range(number + 1, len(scene.chunks)):
        chunk = scene.chunks[at]
        if chunk.first - last > _NEAR:
            return -1
        if chunk.prep in wanted and not is_time(scene, chunk):
            return at
        if not (chunk.belongs >= 0 or chunk.prep or chunk.joined >= 0):
            return -1
        last = chunk.last
    return -1


def genitive_of(scene: Scene, number: int) -> int:
    """The genitive that belongs to a noun, or a „von“ right behind it."""
    follows = number + 1
    if follows >= len(scene.chunks):
        return -1
    chunk = scene.chunks[follows]
    if chunk.belongs == number:
        return follows
    own = scene.chunks[number]
    right = chunk.first - 1 == own.last
    return follows if right and chunk.prep in {"von", "vom"} else -1


def owner_before(scene: Scene, number: int) -> int:
    """„Russlands Angriff“: the genitive right before a noun without article."""
    own = scene.chunks[number]
    if number == 0 or own.prep:
        return -1
    before = scene.chunks[number - 1]
    near = before.last == own.first and scene.text.pos[own.first] != "DET"
    may = Case.GEN in before.case and scene.text.words[before.head].endswith("s")
    return number - 1 if near and may else -1


def group(scene: Scene, number: int) -> list[int]:
    """A chunk and those joined to it by „und“."""
    result = [number]
    for at in range(number + 1, len(scene.chunks)):
        if scene.chunks[at].joined in result:
            result.append(at)
    return result
