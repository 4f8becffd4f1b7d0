"""Whose words: for each found content its frame, speaker, cue and addressee.

The model reads a window around one quotation at a time, knowing which one is meant,
and says of every place there which role of *this* quotation it plays. So roles are
paired with their quotation by the model, not by nearness.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from laut.reading.decode import Piece
from laut.reading.hints import MATCH_WIDTH, Hint, match_features
from laut.reading.nesting import Placed
from laut.reading.runs import best_run
from laut.reading.tagger import Floats, Numbers, Tagged, model

BEFORE, AFTER = 90, 40
BUCKETS = (1, 2, 3, 5, 8, 12, 20, 32, 50, 80, 120)
STEPS = len(BUCKETS) + 1
PADDING = 4 * STEPS - 1
BEFORE_IT, INSIDE, IN_GAP, BEHIND = range(4)
NESTED = 6
"""What is added to the number of a kind where the content lies in another."""

SPEAKER, CUE, ADDRESSEE = 1, 2, 3
LEAST_SHARE, MOST_SHARE = 1e-4, 1 - 1e-4
BARRED = np.float32(-100)
"""The log odds of a break between lines, which lies in no phrase."""

AT_ONCE = 500
"""Places of windows read together; bounds the memory that any text takes."""


class Roles(NamedTuple):
    """Token numbers of the roles of one quotation, and its medium."""

    frame: list[int]
    speaker: list[int]
    cue: list[int]
    addressee: list[int]
    medium: int


class Asked(NamedTuple):
    """A content whose roles are asked for.

    Attributes:
        hint: what a rule found there, in places.
        start, stop: the window around it, in places.
    """

    piece: Piece
    nested: bool
    hint: Hint | None
    start: int
    stop: int


def relations(content: Sequence[int], start: int, stop: int) -> NDArray[np.int64]:
    """How each place of a window stands to a content: where, and how far."""
    places = np.arange(start, stop)
    first, last = content[0], content[-1]
    where = np.where(places < first, BEFORE_IT, np.where(places > last, BEHIND, IN_GAP))
    far = np.where(where == IN_GAP, 1, np.maximum(first - places, places - last))
    own = np.asarray(content)
    where[own - start] = INSIDE
    far[own - start] = np.minimum(own - first, last - own)
    return where * STEPS + np.searchsorted(BUCKETS, far, side="right")


def roles_of(
    said: Tagged, found: Sequence[Placed], hints: Sequence[Hint | None]
) -> list[Roles]:
    """The roles of every content, in the order of `found`.

    Args:
        said: what the model says of the text.
        found: the contents.
        hints: for each content what a rule found there, in places.

    Returns:
        Roles in token numbers.
    """
    size = len(said.token)
    asked = [
        Asked(piece, parent is not None, hint, *_window(piece, size))
        for (piece, parent), hint in zip(found, hints, strict=True)
    ]
    result: dict[int, Roles] = {}
    for numbers in _together([one.stop - one.start for one in asked]):
        answers = _answers(said, [asked[number] for number in numbers])
        result.update(zip(numbers, answers, strict=True))
    return [result[number] for number in range(len(found))]


def _window(piece: Piece, size: int) -> tuple[int, int]:
    first, last = piece.places[0], piece.places[-1]
    return max(0, first - BEFORE), min(size, last + 1 + AFTER)


def _together(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of windows in groups of similar sizes, each of bounded area."""
    group: list[int] = []
    for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n], n)):
        if group and sizes[group[0]] * (len(group) + 1) > AT_ONCE:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _answers(said: Tagged, asked: Sequence[Asked]) -> Iterator[Roles]:
    """The roles of some contents, the one with the longest window first."""
    longest = asked[0].stop - asked[0].start
    relation = np.full((longest, len(asked)), PADDING, np.int64)
    match = np.zeros((longest, len(asked), MATCH_WIDTH), np.float32)
    for column, (piece, _, hint, start, stop) in enumerate(asked):
        relation[: stop - start, column] = relations(piece.places, start, stop)
        match[: stop - start, column] = match_features(hint, start, stop)
    starts = np.array([one.start for one in asked])
    lasts = np.array([one.stop - 1 for one in asked])
    places = np.minimum(starts + np.arange(longest)[:, None], lasts)
    scores, medium = model().roles.run(
        ["roles", "medium"],
        {
            "windows": said.states[places],
            "relation": relation,
            "kind": np.array([a.piece.kind + 1 + NESTED * a.nested for a in asked]),
            "match": match,
            "inside": (relation // STEPS == INSIDE).astype(np.float32),
        },
    )
    framed, best = scores[..., 0] > 0, scores[..., 1:].argmax(-1)
    odds, likeliest = log_odds(scores[..., 1:])[..., SPEAKER], medium.argmax(-1)
    for column, one in enumerate(asked):
        place = slice(one.stop - one.start), column
        seen = _Seen(framed[place], best[place], odds[place], int(likeliest[column]))
        yield _completed(_read_off(one, said.token, seen), one, said.token)


class _Seen(NamedTuple):
    """What the model says of the places of one window.

    Attributes:
        framed: whether a place lies in the frame.
        best: the number of its likeliest role.
        odds: the log odds of its being in the speaker.
        medium: the number of the likeliest medium.
    """

    framed: NDArray[np.bool_]
    best: Numbers
    odds: Floats
    medium: int


def _read_off(one: Asked, tokens: Numbers, seen: _Seen) -> Roles:
    """The roles in a window of tokens, -1 at a break.

    A speaker is one phrase: the one a rule found where the model thinks it more likely
    than not or knows no other, else the stretch that is most probably it.
    """
    token = tokens[one.start : one.stop]
    real = token >= 0
    frame = token[real & seen.framed].tolist()
    best = np.where(real, seen.best, 0)
    cue, addressee = (token[best == role].tolist() for role in (CUE, ADDRESSEE))
    odds = np.where(real, seen.odds, BARRED)
    begin, end = best_run(odds)
    named = one.hint.roles[SPEAKER] if one.hint else ()
    inside = [place - one.start for place in named if one.start <= place < one.stop]
    if inside and (odds[inside].mean() > 0 or begin == end):
        return Roles(frame, token[inside].tolist(), cue, addressee, seen.medium)
    return Roles(frame, token[begin:end].tolist(), cue, addressee, seen.medium)


def log_odds(scores: Floats) -> Floats:
    """The logarithms of p / (1 - p) of every role, from logits [..., roles]."""
    likely = np.exp(scores - scores.max(-1, keepdims=True))
    share = np.clip(likely / likely.sum(-1, keepdims=True), LEAST_SHARE, MOST_SHARE)
    odds: Floats = np.log(share / (1 - share))
    return odds


def _completed(roles: Roles, one: Asked, token: Numbers) -> Roles:
    """The roles, with those by rule where the model is silent; a frame holds its cue.

    A cue by rule counts also where it holds the model's: verbs have parted prefixes.
    Speakers by rule count only where the content is by rule too; nobody is both speaker
    and addressee.
    """
    if one.hint is not None:
        frame, speaker, cue, addressee = (
            token[list(role)].tolist() for role in one.hint.roles
        )
        if one.piece.by_rule:
            return Roles(frame, speaker, cue, addressee, roles.medium)
        roles = roles._replace(
            frame=roles.frame or frame,
            speaker=[n for n in roles.speaker if n not in addressee] or roles.speaker,
            cue=cue if set(roles.cue) <= set(cue) else roles.cue,
            addressee=roles.addressee or addressee,
        )
    if roles.frame:
        roles = roles._replace(frame=sorted({*roles.frame, *roles.cue}))
    return roles
