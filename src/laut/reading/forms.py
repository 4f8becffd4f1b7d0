"""The form in which the model sees a token.

Takes `Tokens`, returns one string a token. Digits become 0, and quotation marks of
every style become „ “ (double) or ‚ ‘ (single), open or closed by the space around
them, so that „so“, »so«, «so», "so" and ''so'' are one to the model. The length of a
word and its letters stay as they are; what is no character of a text (a lone
surrogate) becomes �. Pure, linear in the text.
"""

import re

from laut.reading.tokens import Tokens

DOUBLE = frozenset(
    {'"', "„", "“", "”", "»", "«", "''", "``", ",,", "<<", ">>", "″", "‟"}
)
SINGLE = frozenset({"'", "‚", "‘", "’", "›", "‹", "`", "´", "‛"})
OPEN, CLOSED = "„", "“"
SINGLE_OPEN, SINGLE_CLOSED = "‚", "‘"

_MARKS = DOUBLE | SINGLE
_DIGIT = re.compile(r"\d")
_LONE = re.compile("[\ud800-\udfff]")
_OPENS = frozenset({"„", "‚", ",,", "<<"})
_BEFORE_OPEN = frozenset(" \t\n\xa0([{–—-/:,„“»«\"'‚‘›‹")
_AFTER_CLOSED = frozenset(" \t\n\xa0.,;:!?…)]}")


def forms(tokens: Tokens) -> list[str]:
    """The form of every token, in order."""
    text = _LONE.sub("\ufffd", _DIGIT.sub("0", tokens.text))
    result = [text[begin:end] for begin, end in tokens.spans]
    marks = [index for index, word in enumerate(result) if word in _MARKS]
    inside = {True: False, False: False}
    for index in marks:
        double = result[index] in DOUBLE
        opens = _opens(tokens, index, already_open=inside[double])
        inside[double] = opens
        if double:
            result[index] = OPEN if opens else CLOSED
        else:
            result[index] = SINGLE_OPEN if opens else SINGLE_CLOSED
    return result


def _opens(tokens: Tokens, index: int, *, already_open: bool) -> bool:
    """Whether a mark opens: by its shape, else by the space on either side."""
    begin, end = tokens.spans[index]
    text = tokens.text
    if text[begin:end] in _OPENS:
        return True
    free_before = begin == 0 or text[begin - 1] in _BEFORE_OPEN
    free_after = end == len(text) or text[end] in _AFTER_CLOSED
    if free_before == free_after:
        return not already_open
    return free_before
