"""From probabilities to contents: what the model says of single places, made whole.

Tags of the outer level: O, then begin, inside, resume of each kind; a resumed piece
belongs to the content before it, since a frame stood in between. Tags of the inner
level: O, then begin, inside of each kind. The best sequence that keeps the order of
tags is found by Viterbi's algorithm, between places that the model is sure lie outside.
Pure NumPy, linear in the text.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

KINDS = 5
NEVER = np.float32(-1e4)
SURE = 0.98
"""A place that is outside with this probability is taken to be."""
TINY = np.float32(1e-9)
BEGIN, INSIDE, RESUME = range(3)


class Piece(NamedTuple):
    """One content.

    Attributes:
        kind: its number.
        places: ascending.
        score: 0 to 1, how probable its tags are, and that it begins and ends there.
        by_rule: whether a rule found it and the model did not.
    """

    kind: int
    places: tuple[int, ...]
    score: float
    by_rule: bool = False


class Level(NamedTuple):
    """The tags of one level.

    Attributes:
        parts: tags of each kind.
        first: [tags] 0, less what a tag costs that comes first.
        bounds: [tags, tags] 0, less what a tag costs that follows another (rows).
    """

    parts: int
    first: Floats
    bounds: Floats


def level_of(parts: int, kinds: int = KINDS) -> Level:
    """The level with so many tags a kind: begin, inside and perhaps resume.

    What is out of order costs so much that it never comes out.
    """
    size = 1 + parts * kinds
    bounds = np.zeros((size, size), np.float32)
    for kind in range(kinds):
        own = 1 + parts * kind
        bounds[:, own + INSIDE] = NEVER
        bounds[own : own + parts, own + INSIDE] = 0
        if parts > RESUME:
            bounds[1:, own + RESUME] = NEVER
    first = np.zeros(size, np.float32)
    first[1 + INSIDE :: parts] = NEVER
    return Level(parts, first, bounds)


OUTER, INNER = level_of(3), level_of(2)
NAMES = level_of(2, kinds=12)
"""What order allows; the model says how probable it is that one follows another."""


def weighed(level: Level, first: Floats, follows: Floats) -> Level:
    """The level with learned log weights of coming first and after another."""
    return Level(level.parts, level.first + first, level.bounds + follows)


def contents(scores: Floats, level: Level, token: Numbers) -> list[Piece]:
    """The contents of one level.

    Args:
        scores: [places, tags] probabilities.
        level: `OUTER` or `INNER`.
        token: [places] the token at each place, -1 at a break between lines.
    """
    path = _path(scores, level)
    tagged = np.flatnonzero(path)
    tags = path[tagged]
    found: list[tuple[int, list[int]]] = []
    for place, tag, number in zip(
        tagged.tolist(), (tags - 1).tolist(), token[tagged].tolist(), strict=True
    ):
        kind, part = divmod(tag, level.parts)
        if part == BEGIN or not found:
            found.append((kind, []))
        if number >= 0:
            found[-1][1].append(place)
    return [
        Piece(kind, tuple(places), _score(scores, path, places, inside))
        for kind, places in found
        if places
        for inside in (1 + level.parts * kind + INSIDE,)
    ]


def _score(scores: Floats, path: Numbers, places: list[int], inside: int) -> float:
    """The mean of two: its tags, on average; its first one and the end behind it.

    Were the content to go on, the tag `inside` would stand behind it.
    """
    tags = scores[places, path[places]]
    behind = places[-1] + 1
    end = 1 - scores[behind, inside] if behind < len(scores) else 1
    return float(tags.sum() / np.float32(len(tags)) + tags[0] * end) / 2


def _path(scores: Floats, level: Level) -> Numbers:
    """The best tag of each place."""
    path = np.zeros(len(scores), np.int64)
    unsure = np.flatnonzero(scores[:, 0] < SURE)
    if not len(unsure):
        return path
    ends = np.flatnonzero(np.diff(unsure) > 1)
    firsts = np.concatenate([[0], ends + 1])
    sizes = np.diff(np.append(firsts, len(unsure)))
    path[unsure] = best_paths(np.log(scores[unsure] + TINY), firsts, sizes, level)
    return path


def best_path(scores: Floats, level: Level) -> Numbers:
    """The tags of the greatest sum of log probabilities [places, tags] in bounds."""
    return best_paths(scores, np.array([0]), np.array([len(scores)]), level)


def best_paths(
    scores: Floats, firsts: Numbers, sizes: Numbers, level: Level
) -> Numbers:
    """The same for several stretches of places, each for itself, all in one go.

    Args:
        scores: [places, tags] log probabilities.
        firsts: [stretches] where each begins.
        sizes: [stretches] how long each is, at least 1.
        level: `OUTER` or `INNER`.
    """
    order = np.argsort(-sizes, kind="stable")
    firsts, sizes = firsts[order], sizes[order]
    steps = np.arange(sizes[0])
    running = np.searchsorted(-sizes, -steps, side="left").tolist()
    at = np.minimum(firsts + steps[:, None], len(scores) - 1)
    told = scores[at]
    best = told[0] + level.first
    kept, last = [best], best.copy()
    for many, here in zip(running[1:], told[1:], strict=True):
        best = (best[:many, :, None] + level.bounds).max(1)
        best += here[:many]
        kept.append(best)
        last[:many] = best
    path = np.zeros(len(scores), np.int64)
    tag = last.argmax(1)
    path[firsts + sizes - 1] = tag
    before = np.ascontiguousarray(level.bounds.T)
    for step in range(len(kept) - 1, 0, -1):
        many = running[step]
        tag[:many] = (kept[step - 1][:many] + before[tag[:many]]).argmax(1)
        path[firsts[:many] + step - 1] = tag[:many]
    return path
