"""Quotation marks in pairs, over all styles, with the unclosed ones named.

Takes tokens, returns `Marks`: half-open token ranges that hold both marks, in order;
a pair may lie inside another (‚…‘ in „…“). A mark that opens speech may be closed in
a later paragraph where the paragraphs between open anew, or in the very next one.
A mark without a partner costs itself, nothing else. Linear in the text.
"""

from typing import NamedTuple

from laut.reading.tokens import Tokens

CLOSERS: dict[str, frozenset[str]] = {
    "„": frozenset('“”"‟'),
    "“": frozenset("”"),
    "”": frozenset("”"),
    "»": frozenset("«"),
    "«": frozenset("»"),
    '"': frozenset('"“”'),
    ",,": frozenset({"''", "“", "”", '"', "``"}),
    "''": frozenset({"''"}),
    "``": frozenset({"''", "´´"}),
    "<<": frozenset({">>"}),
    ">>": frozenset({"<<"}),
    "‚": frozenset("‘’'"),
    "‘": frozenset("’"),
    "›": frozenset("‹"),
    "‹": frozenset("›"),
    "'": frozenset("'"),
}
"""Which mark closes what another opened."""

SINGLE = frozenset("‚‘’›‹'")
DEEPEST = 2
"""How many marks may be open at once: double, and single within."""

_ANY = frozenset(CLOSERS) | frozenset().union(*CLOSERS.values())
_FREE = frozenset("([{–—-/:=")
_SAME_SHAPE = frozenset({'"', "'", "''", "”"})
_SHUT_AFTER = frozenset(".,;:!?…)]}–—")


class Pair(NamedTuple):
    """Tokens `first` up to, not including, `last`, both marks included."""

    first: int
    last: int


class Marks(NamedTuple):
    """The pairs of a text in order, and the marks that found no partner."""

    pairs: tuple[Pair, ...]
    unclosed: tuple[int, ...]


class _Open(NamedTuple):
    mark: str
    at: int


def marks_of(tokens: Tokens) -> Marks:
    """All quotation marks of a text in pairs."""
    walk = _Walk(tokens)
    for index, word in enumerate(tokens.words):
        walk.paragraph(index)
        if word in _ANY:
            walk.mark(index, word)
    walk.close_all()
    return Marks(tuple(sorted(walk.pairs)), tuple(sorted(walk.unclosed)))


class _Walk:
    """One pass over the marks: at most one double and one single are open."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._text = tokens.text
        self.pairs: list[Pair] = []
        self.unclosed: list[int] = []
        self._stack: list[_Open] = []
        self._breaks = 0

    def paragraph(self, index: int) -> None:
        """Notice a paragraph end before the token; give up marks it cannot cross."""
        if not self._stack or not self._broken_before(index):
            return
        self._breaks += 1
        self._drop_singles()
        anew = (
            self._tokens.words[index] == self._stack[-1].mark if self._stack else False
        )
        if self._breaks > 1 and not anew:
            self.close_all()
        elif anew:
            self._breaks = 0

    def mark(self, index: int, word: str) -> None:
        """Open or close at a mark, or leave it be: an apostrophe, a paragraph's „."""
        if self._closes(index, word):
            self._close(index, word)
        elif word in CLOSERS and self._opens(index, word):
            self._open(index, word)

    def close_all(self) -> None:
        """Give up everything that is still open."""
        self.unclosed += [o.at for o in self._stack if o.mark not in SINGLE]
        self._stack.clear()
        self._breaks = 0

    def _closes(self, index: int, word: str) -> bool:
        held = [o for o in self._stack if word in CLOSERS[o.mark]]
        if not held:
            return False
        if word in _SAME_SHAPE or word in "’‘":
            return self._shut_before(index) and held[-1].at < index
        return True

    def _close(self, index: int, word: str) -> None:
        while word not in CLOSERS[self._stack[-1].mark]:
            self._give_up_last()
        self.pairs.append(Pair(self._stack.pop().at, index + 1))
        if not self._stack:
            self._breaks = 0

    def _open(self, index: int, word: str) -> None:
        double = word not in SINGLE
        if self._stack and self._stack[-1].mark == word:
            if self._broken_before(index):
                return
            self._give_up_last()
        elif double and self._stack and self._stack[0].mark in SINGLE:
            self._drop_singles()
        if len(self._stack) < DEEPEST:
            self._stack.append(_Open(word, index))

    def _opens(self, index: int, word: str) -> bool:
        begin, end = self._tokens.spans[index]
        if word in {"„", ",,", "‚", "<<"} and end < len(self._text):
            return word != "‚" or not self._text[end].isspace()
        return self._free_before(begin) and self._tight_after(end)

    def _free_before(self, begin: int) -> bool:
        if begin == 0:
            return True
        before = self._text[begin - 1]
        return before.isspace() or before in _FREE or before in _ANY

    def _tight_after(self, end: int) -> bool:
        return end < len(self._text) and not self._text[end].isspace()

    def _shut_before(self, index: int) -> bool:
        """Whether a mark that looks alike on both sides can close here."""
        begin, end = self._tokens.spans[index]
        if begin and not self._text[begin - 1].isspace():
            if self._tokens.words[index] not in SINGLE:
                return True
            return end == len(self._text) or not self._text[end].isalnum()
        return (
            end == len(self._text)
            or self._text[end].isspace()
            or (self._text[end] in _SHUT_AFTER)
        )

    def _broken_before(self, index: int) -> bool:
        if not index:
            return False
        gap = self._text[
            self._tokens.spans[index - 1][1] : self._tokens.spans[index][0]
        ]
        return "\n" in gap

    def _give_up_last(self) -> None:
        last = self._stack.pop()
        if last.mark not in SINGLE:
            self.unclosed.append(last.at)

    def _drop_singles(self) -> None:
        self._stack = [o for o in self._stack if o.mark not in SINGLE]
