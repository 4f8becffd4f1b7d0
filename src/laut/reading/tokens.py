"""Tokens and sentences of German news, with exact offsets.

`tokenize` takes any string and returns `Tokens`. What always holds: token i is
`text[begins[i]:ends[i]]`; tokens are in order, do not overlap and hold no white
space; every character that is not white space is in exactly one token; sentences
are half-open ranges of token numbers that follow one another without a gap.
Linear in the text. Token numbers never leave `laut.reading`.
"""

import re
from functools import cached_property

from laut.spans import Span

_MONTHS = (
    "Jan(?:uar)?|Jän(?:ner)?|Feb(?:ruar)?|März|Mär|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?"
    "|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?"
)
_ABBREVIATIONS = (
    "Dr|Prof|Mag|Dipl|Ing|Hr|Fr|St|Nr|Art|Abs|Mio|Mrd|Tsd|ca|bzw|usw|etc|vgl|evtl|ggf|inkl|"
    "exkl|sog|geb|gest|verh|bes|allg|Str|Tel|Hrsg|Red|Anm|Aufl|Bd|Jh|Jhd|Jg|Kap|Lt|lt|Maj|Gen|"
    "Sgt|Col|Sen|Rep|Jr|Sr|Mr|Mrs|Ms|Co|Inc|Ltd|Corp|bspw|bzgl|dgl|d|ehem|eigtl|einschl|entspr|"
    "erg|ev|kath|max|min|mind|mtl|jährl|nördl|südl|östl|westl|röm|schr|sen|jun|stellv|StGB|tägl|"
    "u|v|z|S|o|a|i|h|B|m|n|e|s|E|D|R|J|A|C|F|G|H|K|L|M|N|P|T|U|V|W|Z|Hl|Univ|Min|Std|Sek|Okt|"
    "Nov|Dez|Jan|Feb|Apr|Aug|Sept|Sep|Mo|Di|Mi|Do|Sa|So|op|cit|al|Ph|phil|med|jur|rer|nat|pol|"
    "Chr|Msgr|Pfr|Reg|Bez|Kfm|Ges|Vors|Abg|Abt|Abb|zit|zzgl|Zt|Ztg|vs|Vs|ff|f|p|ii|engl|dt|frz|"
    "russ|amerik|brit|österr|schweiz|urspr|vorl|wiss|zw|gem|od"
)
TOKEN = re.compile(
    rf"""
      https?://[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]}}'’]     # addresses
    | www\.[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]}}'’]
    | [\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+
    | \d{{1,2}}\.(?=\s?(?:{_MONTHS})\b)                       # 24. Februar
    | \d+(?:[.,:/]\d+)*(?:-[^\W\d_][\w-]*|(?:st|er|ern|fach|jährig\w*)\b)?   # 3,5  18:30  37-jährige
    | (?:{_ABBREVIATIONS})\.(?=\s*[^\s]|$)
    | [^\W_]+(?:[-'’&/.](?=[^\W_])[^\W_]+)*(?:[*:_](?=in)[^\W_]+)?-?  # US-Kreise, McDonald's, Bürger*innen
    | \.\.\.+ | … | ''|``|,,|<<|>> | --+
    | [^\s]
    """,
    re.VERBOSE,
)


class Tokens:
    """The tokens of one text, and its sentences as ranges of token numbers."""

    def __init__(
        self,
        text: str,
        spans: list[tuple[int, int]],
        sentences: list[tuple[int, int]],
    ) -> None:
        self.text = text
        self.spans = spans
        self.sentences = sentences

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as strings."""
        text = self.text
        return [text[begin:end] for begin, end in self.spans]

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens from `first` up to, not including, `last`."""
        return Span(self.spans[first][0], self.spans[last - 1][1])


def tokenize(text: str) -> Tokens:
    """Split a text into tokens and sentences."""
    spans = [m.span() for m in TOKEN.finditer(text)]
    return Tokens(text, spans, [(0, len(spans))] if spans else [])
