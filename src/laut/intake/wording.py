r"""The wording of an article: what is done to every text before anything counts it.

Takes a text as it was decoded and returns it with

- every line break (CR, CR LF, form feed, NEL, U+2028, U+2029) as `\n`,
- Unicode composed (NFC): `u` + U+0308 becomes `ü`, so that words compare,
- no soft hyphens and no characters without width (zero-width spaces and joiners, marks
  of direction, U+FEFF): they cut words that readers see whole,
- no control characters but tab and line break: they are never meant, and some would
  command the terminal that shows the article,
- U+FFFD for lone surrogates, which no encoding can carry,
- no white space at its end.

Everything else is left as it is: dashes, quotation marks, spaces of every width. Pure.
Spans of a reading count the characters of the text *after* this.
"""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_LONE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text as laut keeps it; cleaning it again changes nothing."""
    text = _BREAKS.sub("\n", text)
    text = _LONE.sub("\ufffd", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text).rstrip()


def line(text: str) -> str:
    """The same for what stands on one line, as titles and names do."""
    return _SPACE.sub(" ", clean(text)).strip()
