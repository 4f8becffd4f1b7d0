"""Who the words of a speaker name: a person, a body, a place that speaks.

Takes a scene and tokens that name somebody, returns a `Voice`. Tried in this order: a
person of the cast; an office that one of them holds; a body that a bare noun takes up;
the long form of a short one; the state that a place stands for; else the words as they
stand, in the nominative.
"""

from collections.abc import Sequence

from laut.reading.frames import Range
from laut.reading.media import medium_at
from laut.reading.metonyms import metonym_of
from laut.reading.nominative import (
    head_of,
    is_plural,
    nominative,
    past_article,
    phrase_until_comma,
)
from laut.reading.nouns import Noun, noun_of, speaking
from laut.reading.offices import figure_voice, taken_up_voice
from laut.reading.outline import Outline
from laut.reading.polities import place_at
from laut.reading.scene import Scene, Voice, quoted
from laut.reading.seats import seat_voice
from laut.reading.words import is_name_like


def voice_of(scene: Scene, voices: Sequence[Voice], owner: Range) -> Voice:
    """Who a phrase names.

    Args:
        scene: the article.
        voices: who spoke before.
        owner: the tokens of the phrase.
    """
    outline = scene.outline
    first, last = past_article(outline, *owner), owner[1]
    end = phrase_until_comma(outline, first, last)
    several = _media_list(scene, first, owner) or _two(scene, voices, first, end)
    if several is not None:
        return several
    head = head_of(outline, first, end)
    if head is None:
        return _plain(scene, owner)
    head = _past_genitive(scene, head, end)
    end = _short_end(scene, head, end)
    noun = noun_of(outline.words[head])
    person = _person(scene, head, noun, end, last)
    if person is not None:
        return person
    if noun is None:
        return _by_name(scene, head, end, owner)
    return (
        seat_voice(scene, voices, (head, end), noun)
        or taken_up_voice(scene, voices, (head, end), noun)
        or _plain(scene, owner)
    )


def _media_list(scene: Scene, first: int, owner: Range) -> Voice | None:
    """„ARD, SWR und „Zeit““: media side by side are one source."""
    outline = scene.outline
    ties = [
        i for i in range(first, owner[1]) if outline.lows[i] in {",", "und", "sowie"}
    ]
    if not ties or outline.lows[ties[-1]] == ",":
        return None
    ends = [*ties, owner[1]]
    begins = [first, *(tie + 1 for tie in ties)]
    parts = list(zip(begins, ends, strict=True))
    if any(a >= b or medium_at(outline, a, b) is None for a, b in parts):
        return None
    *names, last = (nominative(outline, *part) for part in parts)
    return Voice(
        name=f"{', '.join(names)} und {last}",
        because=f"{quoted(scene, *owner)} nennt mehrere Medien",
        gender="p",
        at=owner,
    )


def _two(scene: Scene, voices: Sequence[Voice], first: int, end: int) -> Voice | None:
    """„Boris Tadić und Vojislav Koštunica“: two people of the cast."""
    for index in range(first + 1, end - 1):
        if scene.outline.lows[index] not in {"und", "sowie"}:
            continue
        one = voice_of(scene, voices, (first, index))
        other = voice_of(scene, voices, (index + 1, end))
        if one.figure is None or other.figure is None or one.figure == other.figure:
            return None
        return Voice(
            name=f"{one.name} und {other.name}",
            because=f"{quoted(scene, first, end)} nennt zwei Menschen",
            gender="p",
            at=(first, end),
        )
    return None


def _short_end(scene: Scene, head: int, end: int) -> int:
    """„BMI | der Verbesserung“: a short form takes no genitive."""
    outline = scene.outline
    after = outline.lows[head + 1] if head + 1 < end else ""
    short = outline.words[head].isupper() and len(outline.words[head]) > 1
    return head + 1 if short and after in {"der", "des", "die", "das"} else end


def _past_genitive(scene: Scene, head: int, end: int) -> int:
    """The head after a name in the genitive: „Trumps | Grenzbeauftragter“."""
    outline = scene.outline
    word = outline.words[head]
    if noun_of(word) is not None or not word.endswith(("s", "'", "’")):
        return head
    for index in range(head + 1, min(end, head + 3)):
        if is_name_like(outline.words[index]):
            return index if noun_of(outline.words[index]) is not None else head
    return head


def _person(
    scene: Scene, head: int, noun: Noun | None, end: int, last: int
) -> Voice | None:
    """The person of the cast whom the head is, or who stands right behind it."""
    outline = scene.outline
    start = head
    while noun is not None and noun.is_person and start < end:
        start += 1
        noun = noun_of(outline.words[start]) if start < end else None
    if noun is None or start > head:
        found = _figure_at(scene, start, end, lone=start == head)
        if found is not None:
            return found
    office = noun_of(outline.words[head])
    if office is None or not office.is_person or (office.plural and end == last):
        return None
    return _behind_comma(scene, end, last) or _at_the_end(scene, head, end)


def _figure_at(
    scene: Scene, start: int, end: int, *, lone: bool = False
) -> Voice | None:
    """The figure whose name begins a phrase; not one whom the phrase only mentions."""
    outline = scene.outline
    at = start
    while at < end and (
        outline.words[at] in scene.cast.by_word
        or (at > start and outline.words[at][:1].islower() and _joins(outline.lows[at]))
        or _genitive(scene, outline.words[at])
    ):
        at += 1
    number = scene.cast.bearer(
        word for word in outline.words[start:at] if not _joins(word.lower())
    )
    if at == start or number is None or _is_place(scene, number, start, at):
        return None
    mentioned = outline.words[at - 1] not in scene.cast.by_word
    if mentioned and (at < end or not lone):
        return None
    return figure_voice(scene, number, (start, at))


def _is_place(scene: Scene, number: int, start: int, at: int) -> bool:
    """„Israel“ beside an Israel Katz: a state, not a first name."""
    word = scene.outline.words[start]
    first = scene.cast.figures[number].name.split()[0]
    return at == start + 1 and word == first and place_at([word], 0) is not None


def _joins(low: str) -> bool:
    return low in {"van", "von", "de", "der", "den", "bin", "al", "zu", "la", "da"}


def _genitive(scene: Scene, word: str) -> bool:
    return word[-1:] == "s" and word[:-1] in scene.cast.by_word


def _behind_comma(scene: Scene, end: int, last: int) -> Voice | None:
    """„Der Umweltminister der Republik, | Jean-Louis Borloo“."""
    outline = scene.outline
    for index in range(end, last - 1):
        if outline.words[index] == ",":
            return _figure_at(scene, index + 1, last)
    return None


def _at_the_end(scene: Scene, head: int, end: int) -> Voice | None:
    """„der Präsident der Region Elsass | Adrien Zeller“: a full name at the end."""
    outline = scene.outline
    start = end
    while start - 1 > head and outline.words[start - 1] in scene.cast.by_word:
        start -= 1
    before = outline.lows[start - 1] if start else ""
    if end - start < len(("Adrien", "Zeller")) or before in {"von", "und", "mit"}:
        return None
    return _figure_at(scene, start, end)


def _by_name(scene: Scene, head: int, end: int, owner: Range) -> Voice:
    """A name that is no noun: the long form of it, the state it stands for, itself."""
    outline = scene.outline
    word = outline.words[head]
    lone = end == head + 1
    long = scene.longs.get(word)
    if lone and long is not None:
        return Voice(
            name=nominative(outline, *long),
            because=f"„{word}“ steht im Artikel in Klammern hinter dem langen Namen",
            gender=_gender_of(scene, long),
            at=owner,
        )
    state = metonym_of(word) or metonym_of(word.removesuffix("s"))
    if not lone:
        state = metonym_of(" ".join(outline.words[head:end]))
    elif state is None and word[-1] == "s" and place_at([word[:-1]], 0) is not None:
        return _plain(scene, owner, word[:-1])
    if state is not None:
        word = " ".join(outline.words[head:end])
        return Voice(
            name=state,
            because=f"„{word}“ steht für {state} (Tabelle metonyms)",
            is_state=True,
            at=owner,
        )
    return _plain(scene, owner)


def _gender_of(scene: Scene, where: Range) -> str:
    head = head_of(scene.outline, past_article(scene.outline, *where), where[1])
    noun = noun_of(scene.outline.words[head]) if head is not None else None
    return noun.gender if noun is not None else ""


def _are_several(outline: Outline, first: int, last: int) -> bool:
    """„einige der Fischer“, „der Verband und die Stadt“."""
    if outline.lows[first] in speaking("count"):
        return True
    return any(
        outline.lows[index] in {"und", "sowie"}
        and not outline.words[index - 1].endswith("-")
        for index in range(first + 1, last - 1)
    )


def _plain(scene: Scene, owner: Range, name: str = "") -> Voice:
    """The words as they stand, or a better name for them."""
    outline = scene.outline
    first = past_article(outline, *owner)
    head = head_of(outline, first, owner[1])
    noun = noun_of(outline.words[head]) if head is not None else None
    gender = ""
    if noun is not None and head is not None:
        gender = "p" if is_plural(outline, head, noun) else noun.gender
    if _are_several(outline, first, owner[1]):
        gender = "p"
    return Voice(
        name=name or nominative(outline, *owner),
        because=f"so steht es da: {quoted(scene, *owner)}",
        gender=gender,
        is_person=noun is not None and noun.is_person and gender != "p",
        at=owner,
    )
