"""How often somebody speaks, month by month: a row of bars."""

from collections.abc import Sequence

from markupsafe import Markup

from laut.tongues import counted, say
from laut.views.typography import date_in_words
from laut.web.drawing.svg import element, picture, text_at, words

WIDTH, HEIGHT = 640.0, 92.0
_BASE = 70.0
_TALLEST = 58.0
_WIDEST = 26.0
_MONTHS = 12


def months_picture(months: Sequence[tuple[str, int]]) -> Markup | None:
    """The bars of counts by month (`2022-09`); None where there is but one."""
    if len(months) < 2:  # noqa: PLR2004 - one bar shows nothing
        return None
    counts = dict(months)
    first, last = _number(months[0][0]), _number(months[-1][0])
    step = min(WIDTH / (last - first + 1), _WIDEST)
    most = max(counts.values())
    bars = [
        _bar(month, count, (_number(month) - first) * step, step, count / most)
        for month, count in counts.items()
    ]
    years = [_year(number, (number - first) * step) for number in _ticks(first, last)]
    base = element("line", x1=0.0, x2=WIDTH, y1=_BASE, y2=_BASE, class_="axis")
    title = say("Äußerungen nach Monaten")
    return picture(WIDTH, HEIGHT, title, [base, *bars, *years], "months")


def _bar(month: str, count: int, x: float, step: float, share: float) -> Markup:
    said = counted(count, "{n} Äußerung", "{n} Äußerungen")
    title = element("title", words(f"{date_in_words(month)}: {said}"))
    height = max(share * _TALLEST, 2.0)
    return element(
        "rect",
        title,
        x=x + step * 0.1,
        y=_BASE - height,
        width=max(step * 0.8, 1.0),
        height=height,
        class_="bar",
    )


def _ticks(first: int, last: int) -> list[int]:
    """The months that are labelled: the first, and Januaries far enough apart."""
    every = max((last - first) // 96, 1) * _MONTHS
    januaries = [n for n in range(first + 4, last + 1) if n % _MONTHS == 0]
    return [first, *(n for n in januaries if (n - januaries[0]) % every == 0)]


def _year(number: int, x: float) -> Markup:
    return text_at(str(number // _MONTHS), x, HEIGHT - 6, class_="label")


def _number(month: str) -> int:
    """Months since the year 0."""
    year, _, rest = month.partition("-")
    return int(year) * _MONTHS + int(rest or 1) - 1
