"""Whether words are the name of a person, and whether they keep a name back.

Takes the words of a source's name; asks the tables `anonymity` and `heads` and the
shape of the words. Knows no list of persons.
"""

import re
from functools import cache

from laut.reading.heads import LONGEST as LONGEST_WORD, WEAK, head_of
from laut.reading.people import first_names
from laut.reading.signs import PLACE, judged
from laut.reading.tables import rows
from laut.reading.words import is_name_like, words_of

_ROLES = frozenset({"office", WEAK})
_PAIR = 2
LONGEST = 6
"""A person's name has at most so many words."""

_WORD = re.compile(r"[^\s„“”\"»«,;()]+")
_ADJECTIVE = re.compile(
    r"(?:sche[rs]?|liche[rs]?|ale[rs]?|ste[rs]?|gte[rs]?|ige[rs]?)$"
)
_PARTICLES = frozenset(
    {"von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "zu", "zum"}
    | {"bin", "ibn", "al", "el", "la", "le", "ter", "ten", "und"}
)


def phrase_words(words: str) -> list[str]:
    """The words of a phrase without quotation marks, brackets and commas."""
    return _WORD.findall(words)


def is_person_name(words: list[str]) -> bool:
    """Whether words look like a person's name: capitals, and no known noun."""
    if not words or len(words) > LONGEST or not words[0][:1].isupper():
        return False
    if len(words) == 1 and (words[0].isupper() or _is_pronoun(words[0])):
        return False
    if not all(is_name_like(word) or _is_particle(word) for word in words):
        return False
    if _is_first(words[0]) and not judged(words[1:]).signs:
        return len(words) > 1
    fits = _without_role(words) and not _ADJECTIVE.search(words[0])
    return fits and not _is_owned(words)


def _is_first(word: str) -> bool:
    """A first name, also one that is the name of a state: Israel Katz."""
    return word in first_names() or word in words_of("state-first-name")


def _is_owned(words: list[str]) -> bool:
    """„Musters Anwalt“ is a role, though „Hans Anwalt“ is a name."""
    if len(words) != _PAIR or not words[0].endswith("s"):
        return False
    head = head_of(words[1])
    return head is not None and not head.rest


def person_in(words: list[str]) -> list[str]:
    """The person's name among words that also hold an office; [] where there is none.

    „Präsidentin Erika Muster von Musterland“ → Erika Muster. A name follows an office
    directly, or some other known noun with two words or more, or opens the phrase.
    """
    if is_person_name(words):
        return words
    signs = judged(words).signs
    covered = {at for sign in signs for at in range(sign.at, sign.end)}
    if not any(sign.sort in _ROLES for sign in signs):
        end = _run_end(words, covered, 0)
        follows = words[end : end + 1]
        return words[:end] if end >= _PAIR and follows in (["von"], ["vom"]) else []
    roles = {sign.end for sign in signs if sign.sort in _ROLES}
    begins = [0, *(sign.end for sign in signs)]
    for begin in begins:
        end = _run_end(words, covered, begin)
        if end - begin >= (1 if begin in roles else _PAIR):
            return words[begin:end]
    return _last_pair(words, covered)


def _last_pair(words: list[str], covered: set[int]) -> list[str]:
    """„Kommissarin für Energie Erika Muster“ → Erika Muster."""
    size = len(words)
    if "für" not in words or size <= _PAIR or not is_name_like(words[-_PAIR - 1]):
        return []
    end = _run_end(words, covered, size - _PAIR)
    return words[-_PAIR:] if end == size else []


def _run_end(words: list[str], covered: set[int], begin: int) -> int:
    """Past the names that begin at a word and are nothing known."""
    end = begin
    while end < len(words) and end not in covered:
        inside = end > begin and _is_particle(words[end])
        if not (inside or is_name_like(words[end])) or _ADJECTIVE.search(words[end]):
            break
        end += 1
    while end > begin and not is_name_like(words[end - 1]):
        end -= 1
    return end


def unnamed_because(name: str) -> str:
    """Why a source is unnamed, by the table of anonymity; "" where it is not."""
    for word in phrase_words(name):
        row = _anonymity(word.lower())
        if row:
            _, why = rows("anonymity")[row - 1]
            return f"„{word}“ {why} (Tabelle anonymity, Zeile {row})"
    return ""


def _is_pronoun(word: str) -> bool:
    low = word.lower()
    return low in words_of("pronoun") or low in words_of("subject-article")


def _is_particle(word: str) -> bool:
    low = word.lower()
    return low in _PARTICLES or low.startswith(("al-", "el-")) or "." in word


def _without_role(words: list[str]) -> bool:
    """Whether no word is a role, body or place; a surname may look like a role."""
    signs = judged(words).signs
    if not signs:
        return True
    last = len(words) - 1
    surname_only = all(sign.at == last > 0 for sign in signs)
    if not surname_only or any(sign.sort not in {"office", PLACE} for sign in signs):
        return False
    head = head_of(words[-1])
    return head is None or not head.rest


def _anonymity(low: str) -> int:
    """The row of the longest ending that a word falls under; 0 where none."""
    known = _endings()
    if len(low) > LONGEST_WORD:
        return 0
    for start in range(len(low)):
        row = known.get(low[start:])
        if row:
            return row
    return 0


@cache
def _endings() -> dict[str, int]:
    result: dict[str, int] = {}
    for number, (ending, _) in enumerate(rows("anonymity"), start=1):
        for end in (
            ("", "n", "r") if ending.endswith("e") else ("", "n", "en", "s", "e")
        ):
            result.setdefault(ending + end, number)
    return result
