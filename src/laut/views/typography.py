"""How characters are set: harmless, in one line, held together, as a date in words.

Pure functions from string to string, the same for every view. What comes from an
article or a page is foreign: it passes through `harmless` or `one_line` before it is
shown. Neither drops a character that draws something, and neither draws one twice.
"""

import re

from laut.tongues import GERMAN, later, say, spoken

_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_HIGH_CONTROLS = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_BLANKS = dict.fromkeys(
    map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"), ord(" ")
)
_INVISIBLE = dict.fromkeys(
    [
        *(0x00AD, 0x061C, 0x180E, 0xFEFF),  # soft hyphen, Arabic and Mongolian marks
        *range(0x200B, 0x200C),  # zero width space; joiners stay, emoji need them
        *range(0x200E, 0x2010),  # marks of direction
        *range(0x202A, 0x202F),  # embeddings and overrides of direction
        *range(0x2060, 0x2070),  # invisible operators, isolates
        *range(0xFFF9, 0xFFFC),  # interlinear annotation
        *range(0xE0000, 0xE0080),  # tags
    ]
)
_HARMLESS: dict[int, int | None] = {
    **_CONTROLS,
    **_HIGH_CONTROLS,
    **_SURROGATES,
    **_BLANKS,
    **_INVISIBLE,
}

_MONTHS = later(
    (
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
        *("September", "Oktober", "November", "Dezember"),
    )
)
_UNITS = (
    *("Uhr", "Euro", "Dollar", "Prozent", "Kilometer", "km"),
    *("Mio", "Mrd", "Millionen", "Milliarden"),
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d).*)?)?)?", re.ASCII)
_BOUND = re.compile(
    rf"(?<=\b\d\.) (?=(?:{'|'.join(_MONTHS)})\b)"
    rf"|(?<=\b\d\d\.) (?=(?:{'|'.join(_MONTHS)})\b)"
    rf"|(?<=\d) (?=(?:{'|'.join(_UNITS)})\b|[%€$])"
    r"|(?<=\b[zuaidso]\.) (?=[a-zA-Z]\.)"
    r"|(?<=\bZeile) (?=\d)"
    r"|(?<=\bDr\.) |(?<=\bProf\.) "
    r"|(?<=\S) (?=[–—…](?: |$))"
)

BOUND_BLANK = "\u00a0"
"""The blank at which no line breaks."""


def harmless(text: str) -> str:
    """The same characters, unable to do anything but be seen.

    Control characters become their pictures, lone surrogates U+FFFD, every
    blank and line end a blank. What draws nothing (soft hyphens, marks and overrides of
    direction, tags) is left out. Works a character at a time, so that the pieces of
    a text may be given one by one.
    """
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """Harmless, with single blanks and none at the ends."""
    return " ".join(harmless(text).split())


def bound(text: str) -> str:
    """The same text, its blanks unbreakable where a newspaper breaks no line.

    So in `24. Februar`, `3 Prozent`, `z. B.`, and before a dash.
    """
    return _BOUND.sub(BOUND_BLANK, text)


def quoted(text: str) -> str:
    """The text in quotation marks, marks inside it made single."""
    inner = text.translate({ord("„"): "‚", ord("“"): "‘", ord("”"): "’"})
    return say("„{words}“", words=inner)


def figure(number: int) -> str:
    """A number with its thousands apart, as the language spoken has them."""
    english = f"{number:,}"
    return english.replace(",", ".") if spoken() == GERMAN else english


def date_in_words(published: str) -> str:
    """`2022-09-06T14:05` as `6. September 2022, 14:05 Uhr`, as precise as it is given.

    What is no date of ISO 8601 is shown as it stands, harmless.
    """
    match = _DATE.fullmatch(published.strip())
    if match is None:
        return one_line(published)
    year, month, day, clock = match.groups()
    if month is None:
        return str(year)
    if not 1 <= int(month) <= len(_MONTHS):
        return one_line(published)
    date = f"{say(_MONTHS[int(month) - 1])} {year}"
    if day is not None:
        date = say("{day}. {month}", day=int(day), month=date)
    return date if clock is None else say("{date}, {clock} Uhr", date=date, clock=clock)


def runs(numbers: list[int]) -> str:
    """`[1, 2, 3, 7]` as `1–3, 7`: increasing numbers, three and more drawn together."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(map(_run, groups))


def _run(group: list[int]) -> str:
    if len(group) <= 2:  # noqa: PLR2004 - two neighbours are a list, no range
        return ", ".join(map(str, group))
    return f"{group[0]}–{group[-1]}"
