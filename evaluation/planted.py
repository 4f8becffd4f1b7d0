"""Copies planted among articles: what echoes must find, made by a fixed generator.

Takes texts of releases, returns a collection: originals, copies of them that are edited
lightly, cut, or embedded in other texts, and articles that nobody copied. The generator
draws by a seed made of the original's id, so every run plants the same.
"""

import json
import lzma
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from evaluation.errors import EvaluationError
from laut.model import Article

EVERY = 23
"""Which of the releases are taken: spread over all the years."""

ORIGINALS = 500
"""How many texts are copied, once in each way."""

WORDS = range(120, 1500)
"""How long a text is that is copied or stands beside them."""

PASSAGE = 60
"""How many words of a text a copy takes at least."""

LONG = 8
"""From how many words on a sentence that two texts share is no chance."""

SHARED = 2
"""How many long sentences two releases share at most to be two."""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*\s*")


class Planted(NamedTuple):
    """A collection with copies.

    Attributes:
        articles: all of it.
        of: the id of the original, by the id of its copy.
        ways: how each copy was made, by its id.
    """

    articles: tuple[Article, ...]
    of: dict[str, str]
    ways: dict[str, str]


def planted(releases: Iterable[Article]) -> Planted:
    """A collection with copies, made of releases.

    Of releases that share sentences only the first is taken, as they copy one another
    already; those left are originals, hosts of what is embedded, and bystanders.
    """
    known = list(distinct(releases))
    originals = known[: ORIGINALS * 3 : 3]
    hosts = known[1 : ORIGINALS * 3 : 3]
    others = [*known[2 : ORIGINALS * 3 : 3], *known[ORIGINALS * 3 :]]
    copies = [
        copy
        for original, host in zip(originals, hosts, strict=True)
        for copy in copies_of(original, host)
    ]
    return Planted(
        (*originals, *others, *copies),
        {copy.id: copy.id.partition("/")[0] for copy in copies},
        {copy.id: copy.id.partition("/")[2] for copy in copies},
    )


def copies_of(original: Article, host: Article) -> Iterator[Article]:
    """The copies that are planted of one text; `host` takes up a passage of it."""
    chance = random.Random(original.id)  # noqa: S311 - the same in every run
    words = host.text.split()
    ways = {
        "edited": edited(original.text, words, chance),
        "cut": cut(original.text, chance),
        "cut and edited": edited(cut(original.text, chance), words, chance),
        "embedded": embedded(cut(original.text, chance), host.text, chance),
    }
    for hour, (way, text) in enumerate(ways.items(), start=13):
        yield Article(
            id=f"{original.id}/{way}",
            outlet=f"Blatt {hour}",
            published=f"{original.published[:10]}T{hour}:00",
            text=text,
        )


def edited(text: str, words: Sequence[str], chance: random.Random) -> str:
    """A text with light edits: words left out, replaced, added, a sentence dropped."""
    rate = chance.uniform(0.02, 0.1)
    kept = [s for s in _sentences(text) if chance.random() > rate / 2]
    return " ".join(
        word
        for old in "".join(kept).split()
        for word in _touched(old, words, rate, chance)
    )


def cut(text: str, chance: random.Random) -> str:
    """A stretch of a text, of whole sentences and `PASSAGE` words at least."""
    sentences = _sentences(text)
    counts = [len(sentence.split()) for sentence in sentences]
    wanted = max(PASSAGE, int(sum(counts) * chance.uniform(0.3, 0.7)))
    begins = [i for i in range(len(counts)) if sum(counts[i:]) >= wanted]
    begin = chance.choice(begins or [0])
    end = begin
    while end < len(counts) and sum(counts[begin:end]) < wanted:
        end += 1
    return "".join(sentences[begin:end]).strip()


def embedded(passage: str, host: str, chance: random.Random) -> str:
    """A passage between the sentences of another text."""
    sentences = _sentences(host)
    at = chance.randrange(len(sentences) + 1)
    parts = ("".join(sentences[:at]), passage, "".join(sentences[at:]))
    return "\n".join(part.strip() for part in parts)


def distinct(releases: Iterable[Article]) -> Iterator[Article]:
    """The releases that share fewer than `SHARED` long sentences with one before."""
    seen: dict[str, set[str]] = {}
    for release in releases:
        plain = {" ".join(s.casefold().split()) for s in _sentences(release.text)}
        long = {s for s in plain if len(s.split()) >= LONG}
        met = [name for sentence in long for name in seen.get(sentence, ())]
        if max(map(met.count, set(met)), default=0) < SHARED:
            yield release
        for sentence in long:
            seen.setdefault(sentence, set()).add(release.id)


def releases(corpus: Path) -> Iterator[Article]:
    """Every `EVERY`th release of a corpus that is of a fit length.

    Raises:
        EvaluationError: the corpus cannot be read.
    """
    try:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            for line in islice(lines, 0, None, EVERY):
                row = json.loads(line)
                if len(row["text"].split()) in WORDS:
                    yield _release(row)
    except (OSError, lzma.LZMAError, ValueError, KeyError) as error:
        raise EvaluationError(f"{corpus}: cannot be read: {error!r}") from error


def _release(row: dict[str, str]) -> Article:
    published = f"{row['date']}T12:00"
    return Article(id=row["id"], outlet="Amt", published=published, text=row["text"])


def _sentences(text: str) -> list[str]:
    return _SENTENCE.findall(text)


def _touched(
    word: str, words: Sequence[str], rate: float, chance: random.Random
) -> tuple[str, ...]:
    """A word as an editor leaves it: mostly as it is."""
    drawn = chance.random()
    if drawn < rate / 3:
        return ()
    if drawn < rate * 2 / 3:
        return (chance.choice(words),)
    return (word, chance.choice(words)) if drawn < rate else (word,)
