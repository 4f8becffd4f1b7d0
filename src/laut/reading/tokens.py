"""Tokens of German news, with exact offsets, and the sentences over them.

`tokenize` takes any string and returns `Tokens`. What always holds: token i is
`text[begin:end]` of `spans[i]`; tokens are in order, do not overlap and hold no white
space (`str.isspace`); every character that is not white space is in exactly one token;
sentences are half-open ranges of token numbers that follow one another without a gap.
Nothing is changed, joined or left out. The time it takes is linear in the text,
whatever the text is. Token numbers never leave `laut.reading`.

What is one token: a word with what is tied to it (US-Kreise, Innen-, geht's,
Bürger:innen, E.ON), a number with its parts (3,5 · 6.12.2005 · 18.30 · 37-Jährige), the
day of a date with its dot (24. Februar), an abbreviation or initial with its dot, the
number of a ruler with its dot (Friedrich II. von), an address, a hashtag, a name with
@, a row of dots, a mark made of two characters ('' ,, <<); else each character.
"""

import re
from functools import cached_property

from laut.reading.sentences import sentence_ranges
from laut.reading.tables import rows
from laut.spans import Span

_INVISIBLE = "\u0300-\u036f\u00ad\u200c\u200d\u2060\ufe0e\ufe0f"
"""Marks that belong to the character before: accents, soft hyphens, joiners."""

_ADDRESS = r"""[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]}'’]"""


def _choice(forms: list[str]) -> str:
    """A pattern for any of the forms, the longest first, grouped by first letter."""
    tails: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        tails.setdefault(form[0], []).append(re.escape(form[1:]))
    return "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in tails.items())


def _abbreviations() -> str:
    """The abbreviations of one part, without their dot, as a pattern."""
    known = [(form[:-1], ends) for form, ends in rows("abbreviations")]
    single = [(form, ends) for form, ends in known if " " not in form]
    always = _choice([form for form, ends in single if ends != "number"])
    numbered = _choice([form for form, ends in single if ends == "number"])
    return rf"(?:{always})\.|(?:{numbered})\.(?=\s{{0,2}}\d)"


def _pattern() -> re.Pattern[str]:
    months = _choice([form for form, _ in rows("months")])
    return re.compile(
        rf"""
          https?://{_ADDRESS} | www\.{_ADDRESS}
        | \w[\w.+-]{{0,63}}+@\w[\w-]{{0,62}}+(?:\.\w[\w-]{{0,62}}+){{1,8}}  # e-mail
        | \d{{1,2}}\.(?=\s{{0,2}}(?:{months})\b)                # 24. Februar
        | \d++(?:[.,:/]\d++)*+                                  # 3,5  18:30  2006/07
          (?: (?:-|(?![A-ZÄÖÜ][a-zäöüß]|ff?\.))[^\W\d_][\w-]*+  # 37-Jährige  5G-Netz
            | -(?=\s{{1,2}}(?:bis|und|oder)\b)                  # 16- bis 24-Jährige
          )?+
        | (?=[^\W\d_]{{1,9}}\.)(?:
            {_abbreviations()} | [^\W\d_a-zäöüß]\.(?![A-ZÄÖÜ]{{2}})  # Dr.  G. W.
            | [IVX]{{2,7}}\.(?=\s{{1,2}}[a-zäöüß]|\s?[,;:)])    # Friedrich II. von
          )
        | [#@][^\W\d_]\w*+                                      # #Wahl  @name
        | [^\W_]++(?:
            (?: [-'’&/](?=[^\W_])                               # geht's  US-Kreise
              | \.(?=[^\W_])(?!(?<=[^\W\d_][a-zäöüß]\.)[A-ZÄÖÜ][a-zäöüß])
              | [{_INVISIBLE}]++
              | \*(?=[a-zäöüß]) | /-(?=in)                      # Bürger*innen
              | :(?=in(?:nen)?\b|innen|[enr]\b) | _(?=in)       # jede:r
            ) [^\W_]*+)*+ -?
        | \.{{3,}}+ | ''|``|,,|<<|>> | -{{2,}}+
        | \S[{_INVISIBLE}]*+
        """,
        re.VERBOSE,
    )


TOKEN = _pattern()


class Tokens:
    """The tokens of one text, and its sentences as ranges of token numbers.

    Attributes:
        text: the text.
        spans: for each token, where it begins and ends in the text.
    """

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self.text = text
        self.spans = spans

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as strings."""
        text = self.text
        return [text[begin:end] for begin, end in self.spans]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences: first token, and the token after the last."""
        return sentence_ranges(self.text, self.spans, self.words)

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens from `first` up to, not including, `last`."""
        return Span(self.spans[first][0], self.spans[last - 1][1])


def tokenize(text: str) -> Tokens:
    """Split a text into tokens and, when they are asked for, sentences."""
    return Tokens(text, [match.span() for match in TOKEN.finditer(text)])
