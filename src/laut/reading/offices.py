"""Who is taken up by what he or she is: „der Minister“, „das Ministerium“.

Takes a scene and a noun of the text with a known article before it and nothing behind
it; returns the voice of the one it takes up, or None where none or several can be.
"""

from collections.abc import Iterator, Sequence

import msgspec

from laut.reading.anaphora import fuller, phrase_around, taken_up
from laut.reading.figures import figure_of
from laut.reading.frames import Range
from laut.reading.nominative import is_plural
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.scene import Scene, Voice, quoted

LAST_VOICES = 20
"""How many voices back „die Anwältin“ looks for an „Anwältin der Familie“."""

FARTHEST = 600
"""How many words back the one stands whom „der Minister“ means among several."""

SENTENCES, NEAR_WORDS = 2, 80
"""How far back „der SPD-Politiker“ looks for the only one named."""

NEARBY = 4
"""How many passages back „der 58-Jährige“ looks for whom it means."""


def taken_up_voice(
    scene: Scene, voices: Sequence[Voice], where: Range, noun: Noun
) -> Voice | None:
    """Whom a lone noun takes up, a person or a body."""
    head, end = where
    return _by_office(scene, voices, head, noun, end) or _by_body(
        scene, head, noun, end
    )


def figure_voice(scene: Scene, number: int, at: Range) -> Voice:
    """A figure of the cast as who speaks."""
    figure = scene.cast.figures[number]
    name = _nominative(figure.name)
    return Voice(
        name=name,
        because=f"{quoted(scene, *at)} ist im Artikel {name}",
        gender=figure.gender,
        figure=number,
        is_person=True,
        at=at,
    )


def _nominative(name: str) -> str:
    """„Selenskyjs“, where that is all the article says: a known name with its s."""
    known = name.endswith("s") and figure_of([name[:-1]]) is not None
    return name[:-1] if known and figure_of([name]) is None else name


def _is_known(scene: Scene, head: int) -> bool:
    """Whether an article before the head says that it was named before."""
    near = scene.outline.lows[max(0, head - 3) : head]
    return any(low in speaking("known-article") for low in near) or bool(
        near and near[-1] in {"vom", "beim", "zum", "im", "laut"}
    )


def _by_office(
    scene: Scene, voices: Sequence[Voice], head: int, noun: Noun, end: int
) -> Voice | None:
    """„der Minister“: who holds the office; „der 58-Jährige“: who spoke last."""
    outline = scene.outline
    lone = end == head + 1
    several = is_plural(outline, head, noun)
    if not noun.is_person or several or not lone or not _is_known(scene, head):
        return None
    gender = _article_gender(scene, head, noun)
    number = _holder(scene, noun, head, gender)
    again = _again(voices, noun, head, end) if number is None else None
    if again is not None:
        return again
    if number is not None:
        found = figure_voice(scene, number, (head, end))
        office = f"„{noun.single}“ ist im Artikel {found.name}"
        return Voice(
            name=found.name,
            because=office,
            gender=found.gender or gender,
            figure=number,
            is_person=True,
            at=(head, end),
        )
    return (
        _last_person(scene, voices, head, gender)
        or _last_shown(scene, head, gender)
        or _only_one(scene, head, gender)
    )


def _only_one(scene: Scene, head: int, gender: str) -> Voice | None:
    """„die Ministerin“ in a short text whose title names one woman and nobody else."""
    figures = scene.cast.figures
    if len(figures) != 1 or not scene.titles or figures[0].offices:
        return None
    titled = set(scene.titles[0].words) >= {figures[0].name.rsplit(maxsplit=1)[-1]}
    if not titled or figures[0].gender not in {"", gender}:
        return None
    return figure_voice(scene, 0, (head, head + 1))


def _last_shown(scene: Scene, head: int, gender: str) -> Voice | None:
    """„Der SPD-Politiker“: the only one named in the sentences right before."""
    if scene.outline.lows[head].partition("-")[0] not in speaking("party"):
        return None
    near = [
        seen
        for seen in scene.cast.shown_in(max(0, head - NEAR_WORDS), head)
        if scene.passages_between(seen.first, head) <= SENTENCES
        and scene.cast.figures[seen.figure].gender in {"", gender}
        and _may_be(scene, seen.figure, head)
    ]
    last = [seen for seen in near if scene.passages_between(seen.first, head) <= 1]
    numbers = {seen.figure for seen in last or near}
    if len(numbers) != 1:
        return None
    return figure_voice(scene, next(iter(numbers)), (head, head + 1))


def _again(voices: Sequence[Voice], noun: Noun, head: int, end: int) -> Voice | None:
    """„die Anwältin“, once „die Anwältin der Familie“ has spoken."""
    for voice in reversed(voices[-LAST_VOICES:]):
        if voice.at[0] < head and _is_again(voice, noun):
            reason = f"„{noun.single}“ nimmt „{voice.name}“ auf"
            return msgspec.structs.replace(voice, because=reason, at=(head, end))
    return None


def _is_again(voice: Voice, noun: Noun) -> bool:
    """The same noun, with or without „US-“, or for an official another one."""
    heads = taken_up(noun.head) if noun.is_bare else frozenset()
    for word in voice.name.split():
        if word == noun.single or word.endswith(f"-{noun.single}"):
            return True
        other = noun_of(word) if heads else None
        if other is not None and other.head in heads:
            return voice.figure is None
    return False


def _article_gender(scene: Scene, head: int, noun: Noun) -> str:
    """„die 57-Jährige“ is a woman, though the noun may be either."""
    either = noun.head in speaking("either-gender")
    feminine = "die" in scene.outline.lows[max(0, head - 2) : head]
    return "f" if either and feminine else noun.gender


def _holder(scene: Scene, noun: Noun, head: int, gender: str) -> int | None:
    """The one figure with this office; of several the one named last before."""
    wanted = noun.single.lower()
    numbers = {
        number
        for number, figure in enumerate(scene.cast.figures)
        if figure.gender in {"", gender}
        and any(_same_office(wanted, office) for office in figure.offices)
    }
    if len(numbers) > 1:
        near = scene.cast.shown_in(head - FARTHEST, head)
        before = [seen.figure for seen in near if seen.figure in numbers]
        return before[-1] if before else None
    return next(iter(numbers), None)


def _same_office(wanted: str, office: str) -> bool:
    """„minister“ and „außenminister“; „us-präsident“ and „präsident“."""
    if office.endswith(wanted) or wanted.endswith("-" + office):
        return True
    return (
        wanted.removeprefix("bundes") == office
        or wanted.removeprefix("staats") == office
    )


def _last_person(
    scene: Scene, voices: Sequence[Voice], head: int, gender: str
) -> Voice | None:
    """Whoever spoke last, if near and of this gender and nothing else is known."""
    for voice in reversed(voices[-2:]):
        if not voice.is_person or voice.figure is None or voice.at[0] >= head:
            continue
        if scene.passages_between(voice.at[0], head) > NEARBY:
            return None
        if voice.gender in {"", gender} and _may_be(scene, voice.figure, head):
            return Voice(
                name=voice.name,
                because=f"„{scene.outline.words[head]}“ nimmt {voice.name} auf",
                gender=voice.gender,
                figure=voice.figure,
                is_person=True,
                at=(head, head + 1),
            )
        return None
    return None


def _may_be(scene: Scene, figure: int, head: int) -> bool:
    """Whether nothing says that somebody is of another party: „der CDU-Politiker“."""
    wanted = scene.outline.lows[head].partition("-")[0]
    if wanted not in speaking("party"):
        return True
    told = set(_parties(scene, figure, head))
    return not told or wanted in told


def _parties(scene: Scene, figure: int, head: int) -> Iterator[str]:
    """The parties that stand in an office of somebody or in brackets behind a name."""
    offices = scene.cast.figures[figure].offices
    yield from (office.partition("-")[0] for office in offices if "-" in office)
    lows = scene.outline.lows
    for seen in scene.cast.shown_in(head - FARTHEST, head):
        if seen.figure == figure and lows[seen.last : seen.last + 1] == ["("]:
            yield lows[seen.last + 1]


def _by_body(scene: Scene, head: int, noun: Noun, end: int) -> Voice | None:
    """„das Ministerium“: the body named before; „BGH“ in a phrase is none."""
    judges = noun.head == "richter" and is_plural(scene.outline, head, noun)
    lone = end == head + 1 and _is_known(scene, head)
    if not lone or (noun.is_person and not judges) or not (noun.is_bare or judges):
        return None
    if not judges and is_plural(scene.outline, head, noun):
        return None
    if not judges and phrase_around(scene.outline, head)[0] < head - 1:
        return None
    body = fuller(scene, head, noun)
    if body is None:
        return None
    return Voice(
        name=body.name,
        because=f"„{scene.outline.words[head]}“ nimmt „{body.name}“ auf",
        gender=noun.gender,
        at=(head, end),
    )
