"""Catalogues of translations: the part of gettext's `.po` that laut uses, and no more.

An entry is a `msgid`, perhaps a `msgid_plural`, and what is said for it; strings may
run over several lines. Comments say nothing here. Pure: text in, entries out, and back.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINE = re.compile(r'(?:(?P<word>msgid_plural|msgid|msgstr)(?:\[\d\])? +)?"(?P<s>.*)"')
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t"}
_WIDTH = 78


class Entry(NamedTuple):
    """One text and what is said for it.

    Attributes:
        one: the text in the source; of something counted, for one of it.
        many: the text for any other number; "" where nothing is counted.
        said: the translation, of something counted for one and for many; "" is none.
    """

    one: str
    many: str
    said: tuple[str, ...]


def parsed(text: str) -> tuple[Entry, ...]:
    """The entries of a catalogue, its head left out.

    Raises:
        ValueError: a line is none of a catalogue.
    """
    return tuple(e for e in map(_entry, _blocks(text)) if e.one)


def written(entries: Iterable[Entry], head: str = "") -> str:
    """A catalogue of these entries, in their order.

    Args:
        entries: what it holds.
        head: lines before the first entry, as they stand.
    """
    return head + "\n".join(map(_block, entries))


def _blocks(text: str) -> Iterator[list[tuple[str, str]]]:
    """The strings of each entry, with the word before them."""
    block: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or not (match["word"] or block):
            raise ValueError(f"line {number} is none of a catalogue: {line!r}")
        if match["word"] == "msgid" and block:
            yield block
            block = []
        if match["word"]:
            block.append((match["word"], _unescaped(match["s"])))
        else:
            word, before = block[-1]
            block[-1] = (word, before + _unescaped(match["s"]))
    if block:
        yield block


def _entry(block: list[tuple[str, str]]) -> Entry:
    words = dict(block)
    said = tuple(s for word, s in block if word == "msgstr")
    return Entry(words.get("msgid", ""), words.get("msgid_plural", ""), said)


def _block(entry: Entry) -> str:
    lines = [_string("msgid", entry.one)]
    if not entry.many:
        return "".join([*lines, _string("msgstr", entry.said[0])])
    lines.append(_string("msgid_plural", entry.many))
    said = (_string(f"msgstr[{n}]", one) for n, one in enumerate(entry.said))
    return "".join([*lines, *said])


def _string(word: str, text: str) -> str:
    line = f'{word} "{_escaped(text)}"\n'
    if len(line) <= _WIDTH:
        return line
    pieces = "".join(f'"{_escaped(piece)}"\n' for piece in _pieces(text))
    return f'{word} ""\n{pieces}'


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that fit a line, each with the blank at its end."""
    piece = ""
    for word in re.findall(r"\S*\s?", text):
        if piece and len(_escaped(piece + word)) > _WIDTH - 2:
            yield piece
            piece = ""
        piece += word
    if piece:
        yield piece


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return plain.replace("\n", "\\n").replace("\t", "\\t")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _MEANT.get(match[1], match[1]), text)
