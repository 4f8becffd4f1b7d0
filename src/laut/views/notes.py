"""Notes: what is said beside a passage about who speaks there and how.

Pure: from the records of the view to plain words in the language that is spoken, the
same in every view. What is not known is left out, and so is what is the normal case:
a source with a name that says something for certain, and an article that stands by it.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from laut.model import Article, Problem
from laut.tongues import counted, say
from laut.views.passages import NAMELESS_SLOT, Hand, Passage, Voice
from laut.views.standing import standing_words
from laut.views.sureness import MEANINGS, act_and_certainty, doubts_of, signs_of
from laut.views.typography import date_in_words, one_line, quoted, runs
from laut.views.voices import View
from laut.views.words import HOWS, IDENTITIES, KINDS, MEDIA, unresolved

DOUBTFUL = 0.5
"""A quotation of less confidence is marked as read with doubt."""

LEANS = "←"
"""Before whom a source leans on."""

_WORD = 4
_STEM = 5


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside a passage.

    Attributes:
        number: the passage's.
        name: who stands behind it.
        aside: what else is known about them, in brackets; "" where nothing is.
        chain: through whose hands the words came; "" where nobody's are known.
        doubts: what asks for caution, never to be overlooked.
        facts: short phrases, the weightiest first.
    """

    number: int
    name: str
    aside: str
    chain: str
    doubts: tuple[str, ...]
    facts: tuple[str, ...]


def notes_of(passages: Iterable[Passage]) -> tuple[Note, ...]:
    """The notes of passages, in their order.

    What is known about a voice is said with its first, later only that it is
    nameless; a chain is said once for passages of one voice in a row.
    """
    notes: list[Note] = []
    met: dict[int, Passage] = {}
    for passage in passages:
        before = met.get(passage.voice.number)
        notes.append(_note(passage, before))
        if before is None or before.chain != passage.chain:
            met[passage.voice.number] = passage
    return tuple(notes)


def _note(passage: Passage, before: Passage | None) -> Note:
    """The note, given the passage of the same voice that told its chain."""
    return Note(
        number=passage.number,
        name=passage.voice.name,
        aside=_aside(passage) if before is None else _reminder(passage),
        chain=chain_of(passage, before),
        doubts=tuple(doubts_of(passage.quotation)),
        facts=tuple(_facts(passage)),
    )


def _aside(passage: Passage) -> str:
    words = ", ".join(voice_facts(passage.voice))
    return f"({words})" if words else ""


def _reminder(passage: Passage) -> str:
    source = passage.voice.source
    is_nameless = source is not None and source.identity == "unnamed"
    return f"({say(IDENTITIES['unnamed'])})" if is_nameless else ""


def chain_of(passage: Passage, before: Passage | None = None) -> str:
    """`← Protokolle · zuerst NPA`: whom the source leans on, and who passed it on.

    Args:
        passage: any.
        before: another of the same voice, whose chain is known to the reader.
    """
    if before is not None and passage.chain and passage.chain == before.chain:
        return say("←\u00a0wie\u00a0{number}", number=before.number)
    leans = (
        f"{LEANS}\u00a0{hand.name}" for hand in passage.chain if hand.how == "cites"
    )
    others = (_passed_on(hand) for hand in passage.chain if hand.how != "cites")
    return " · ".join(filter(None, (" ".join(leans), *others)))


def _passed_on(hand: Hand) -> str:
    if hand.is_first and hand.how == "reported_by":
        return say("zuerst {name}", name=hand.name)
    return f"{say(HOWS[hand.how])} {hand.name}"


def voice_facts(voice: Voice) -> tuple[str, ...]:
    """What is known about a voice beyond its name."""
    return () if voice.source is None else standing_words(voice.source)


def dateline(article: Article) -> str:
    """Outlet, date and author in one line; "" where nothing is known.

    Where no outlet is known, the host of the address stands for it.
    """
    known = (
        one_line(article.outlet) or _host(article.url),
        date_in_words(article.published),
        _by(one_line(article.author)),
    )
    return " · ".join(filter(None, known))


def _by(author: str) -> str:
    return author and say("von {author}", author=author)


def title_of(article: Article) -> str:
    """The headline, else words that say there is none."""
    return one_line(article.title) or say("Ohne Titel")


def balance(view: View) -> str:
    """In one sentence how much of the article is rendered, and of how many voices."""
    if not view.passages:
        return say(
            "Niemand wird wiedergegeben: Der Artikel spricht mit eigener Stimme."
        )
    passages = counted(len(view.passages), "{n} Stelle", "{n} Stellen")
    named = sum(voice.slot != NAMELESS_SLOT for voice in view.voices)
    voices = counted(named, "{n} Stimme", "{n} Stimmen")
    share = say(
        "{percent}\u00a0% des Textes wiedergegeben", percent=f"{view.share * 100:.0f}"
    )
    return f"{passages} · {voices} · {share}"


def legend(view: View) -> str:
    """What the signs at numbers mean; "" where there are none."""
    met = {sign for passage in view.passages for sign in signs_of(passage.quotation)}
    return " · ".join(
        f"{sign} {say(MEANINGS[sign])}" for sign in MEANINGS if sign in met
    )


def counted_passages(view: View, voice: Voice) -> str:
    """`3 Stellen: 1–3`, the passages of a voice."""
    numbers = view.numbers(voice)
    return f"{counted(len(numbers), '{n} Stelle', '{n} Stellen')}: {runs(numbers)}"


def problem_line(problem: Problem) -> str:
    """A problem in one line, without the name of the step that met it."""
    message = one_line(problem.message)
    head, colon, rest = message.partition(": ")
    return f"{say(head)}{colon}{rest}"


def _facts(passage: Passage) -> Iterator[str]:
    quotation = passage.quotation
    yield from act_and_certainty(quotation.attribution)
    if passage.inside is not None:
        yield say("in\u00a0{number}", number=passage.inside)
    yield say(KINDS[quotation.kind])
    if "speech" not in quotation.medium:
        yield say(" oder ").join(say(MEDIA[medium]) for medium in quotation.medium)
    if passage.cue:
        yield quoted(passage.cue)
    known = (passage.voice.name, passage.cue)
    open_to = passage.voice.name == unresolved(passage.speaker)
    if (
        passage.speaker
        and not open_to
        and not any(_alike(passage.speaker, words) for words in known)
    ):
        yield say("im Text {words}", words=quoted(passage.speaker))
    if passage.addressee:
        yield say("zu {words}", words=quoted(passage.addressee))
    if quotation.confidence < DOUBTFUL:
        yield say("unsicher gelesen")


def _alike(one: str, other: str) -> bool:
    """Whether one is a form of the other: they share the stem of a longer word."""
    return one == other or not _stems(one).isdisjoint(_stems(other))


def _stems(name: str) -> set[str]:
    return {word[:_STEM].casefold() for word in name.split() if len(word) >= _WORD}


def _host(url: str) -> str:
    try:
        return one_line(urlsplit(url).hostname or "")
    except ValueError:  # what is no address names no host
        return ""


def joined(facts: Iterable[str]) -> str:
    """The facts in a row, parted by middle dots that begin no line."""
    return "\u00a0· ".join(facts)
