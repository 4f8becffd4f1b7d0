"""The values of dates that name their day, month or year; see `timescene`."""

from datetime import date

from laut.reading.almanac import MONTH_OF_SEASON, MONTHS, WEEK, feast, written
from laut.reading.outlook import Outlook
from laut.reading.timegrammar import Found
from laut.reading.timescene import Reckoned, Rule, Scene, around

OPEN_YEAR = "XXXX"

_HALF = 6
"""Without tense, a month is the nearest, at most so many months away."""

_SLIP = 5
"""A month that went by more recently is meant even where the clause looks ahead: of
one so far away it would be said that it is the next."""

_COUNTED = (1100, 2030)
_YEARS_WITHOUT_DOUBT = range(1801, 2040)


def _calendar_day(year: str, month: int, day: int) -> Reckoned | None:
    """A value for a day, if the calendar has it."""
    try:
        date(int(year) if year.isdecimal() else 2000, month, day)
    except ValueError:
        return None
    return Reckoned(f"{year}-{month:02}-{day:02}")


def _day_and_month(found: Found) -> tuple[int, int]:
    month = int(found.value("MONTH", "SHORT-MONTH"))
    numbers = found.values("DAY", "ORDINAL") or found.values("N")
    return month, int(float(numbers[-1])) if numbers else 0


def date_named(found: Found, scene: Scene) -> Reckoned | None:
    """„24. Februar“, „24. Februar 2022“, „24.2.2022“, „24. Februar dieses Jahres“."""
    whole = found.value("DATE")
    if whole:
        return _calendar_day(whole[:4], int(whole[5:7]), int(whole[8:]))
    month, day = _day_and_month(found)
    return _calendar_day(_year(found, scene, month, day), month, day)


def _dayof(found: Found, scene: Scene) -> Reckoned | None:
    """„5.“ in „vom 5. bis zum 9. Juni“."""
    month = int(found.value("MONTH", "SHORT-MONTH"))
    day = int(found.value("N"))
    return _calendar_day(_year(found, scene, month, day), month, day)


def _split(found: Found, scene: Scene) -> Reckoned | None:
    """„5. 3. 2005“, „5. 3.“."""
    short = found.value("SHORT-DATE")
    numbers = [short[3:], short[:2]] if short else found.values("N")
    if len(numbers) < 2 or "." in numbers[0] + numbers[1]:  # noqa: PLR2004 - day and month
        return None
    day, month = int(numbers[0]), int(numbers[1])
    if not 1 <= month <= MONTHS:
        return None
    return _calendar_day(_year(found, scene, month, day), month, day)


def _iso(found: Found, scene: Scene) -> Reckoned | None:
    """„2022-02-24“."""
    del scene
    month, day = (int(float(n)) for n in found.values("N")[-2:])
    return _calendar_day(found.value("YEAR"), month, day)


def _year(found: Found, scene: Scene, month: int, day: int = 15) -> str:
    """The year of a month: as it is said, else the one that the tense calls for."""
    said = found.value("YEAR")
    if said:
        return said
    published = scene.published
    if published is None:
        return scene.last_year or OPEN_YEAR
    step = _step(found)
    if step is not None and found.value("UNIT", "NOUN-SHIFT"):
        return str(published.year + step)
    if step is not None:
        return str(_year_by_step(published, month, step))
    return str(_nearest_year(found, scene, month, day))


def _step(found: Found) -> int | None:
    """-1, 0, 1 for „vergangenen“, „diesen“, „nächsten“ and „Vorjahr“."""
    value = found.value("PREVIOUS", "THIS", "NEXT", "NOUN-SHIFT")
    return int(value.split()[0]) if value else None


def _year_by_step(published: date, month: int, step: int) -> int:
    if step < 0:
        return published.year - (month >= published.month)
    return published.year + (step > 0 and month <= published.month)


def _nearest_year(found: Found, scene: Scene, month: int, day: int) -> int:
    """The year of the last such day, or of the next where the clause looks ahead."""
    published = scene.published
    assert published is not None  # noqa: S101 - asked for by its caller alone
    looks = scene.looks(found)
    here, that = (published.month, published.day), (month, day)
    later = (month - published.month) % MONTHS
    if looks is Outlook.AHEAD:
        just_gone = that < here and MONTHS - later < _SLIP
        return published.year + (that < here and not just_gone)
    if looks is Outlook.BACK:
        this_week = month == published.month and day - published.day <= WEEK
        return published.year - (that > here and not this_week)
    if that <= here:
        return published.year + (later > 0 and MONTHS - later > _HALF)
    return published.year - (later > _HALF)


def _month(found: Found, scene: Scene) -> Reckoned | None:
    """„August“, „Ende August“, „vergangenen August“, „August 2014“."""
    month = int(found.value("MONTH", "SHORT-MONTH"))
    same = scene.published is not None and month == scene.published.month
    if same and _step(found) is None and not found.value("YEAR"):
        return Reckoned(written(scene.published, "M")) if scene.published else None
    return Reckoned(f"{_year(found, scene, month)}-{month:02}")


def _season(found: Found, scene: Scene) -> Reckoned | None:
    """„Sommer“, „Sommer 2014“, „im nächsten Sommer“, „Winter 2006/07“."""
    season = found.value("SEASON")
    years = found.value("YEARS")
    if years:
        return Reckoned(f"{years[:4]}-{season}")
    return Reckoned(f"{_year(found, scene, MONTH_OF_SEASON[season])}-{season}")


def _feast(found: Found, scene: Scene) -> Reckoned | None:
    """„Ostern“, „Weihnachten 2014“."""
    name = found.value("FEAST")
    if found.value("YEAR") or scene.published is None:
        return _feast_of(name, found.value("YEAR"))
    year = scene.published.year
    day = feast(name, year)
    return Reckoned(
        feast(name, int(_year(found, scene, day.month, day.day))).isoformat()
    )


def _feast_of(name: str, year: str) -> Reckoned | None:
    if year:
        return Reckoned(feast(name, int(year)).isoformat())
    return None if name[0] == "E" else Reckoned(f"{OPEN_YEAR}-{name}")


def _quarter(found: Found, scene: Scene) -> Reckoned | None:
    """„im ersten Quartal 2009“, „das zweite Halbjahr“."""
    unit, number = found.value("UNIT"), int(found.value("ORDINAL"))
    months = {"Q": 3, "H": 6}[unit]
    if number > MONTHS // months:
        return None
    year = _year(found, scene, number * months - 1)
    return Reckoned(f"{year}-{unit}{number}")


def _years(found: Found, scene: Scene) -> Reckoned | None:
    """„1914/18“, „2006/07“."""
    del scene
    first, last = found.value("YEARS").split()
    count = int(last) - int(first)
    return Reckoned(f"P{count}Y", first, last) if count > 0 else None


def _bare_year(found: Found, scene: Scene) -> Reckoned | None:
    """„2014“, „im Jahr 2014“, „Anfang 2014“; never a number of things."""
    year = found.value("YEAR") or found.values("N")[-1]
    if "." in year:
        return None
    if found.last - found.first == 1 and not _is_year(int(year), found, scene):
        return None
    return Reckoned(f"{int(year):04}")


def _is_year(year: int, found: Found, scene: Scene) -> bool:
    """Whether a number of four figures that stands alone is a year."""
    before, after = scene.before(found), scene.after(found)
    if _counts(found, scene) or (before in {",", "."} and _is_tied(found, scene)):
        return False
    if before in around("year-before"):
        return True
    noun = after[:1].isupper()
    if year in _YEARS_WITHOUT_DOUBT:
        return not noun or (year % 100 > 0 and before not in around("count-before"))
    return after.islower() and year in range(*_COUNTED) and year % 100 > 0


def _counts(found: Found, scene: Scene) -> bool:
    """„1500 Euro“, „1450 bis 1850 Euro“: a number of things."""
    after = [scene.after(found, distance).lower() for distance in range(3)]
    many = after[0] in around("range") and after[1][:1].isdigit()
    return after[0] in around("count-after") or (
        many and after[2] in around("count-after")
    )


def _is_tied(found: Found, scene: Scene) -> bool:
    """Whether a figure stands before the comma or point before the number."""
    return scene.before(found, 2)[-1:].isdigit()


def _decade(found: Found, scene: Scene) -> Reckoned:
    """„sechziger Jahre“, „1960er“."""
    del scene
    return Reckoned(found.value("DECADE", "FIGURE-DECADE", "DECADE-NOUN"))


def _century(found: Found, scene: Scene) -> Reckoned | None:
    """„19. Jahrhundert“, „das dritte Jahrtausend“."""
    del scene
    number = int(float(found.value("N", "ORDINAL")))
    if found.value("UNIT") == "ML":
        return Reckoned(str(number - 1))
    return Reckoned(f"{number - 1:02}") if number > 0 else None


RULES: dict[str, Rule] = {
    "date": date_named,
    "dayof": _dayof,
    "split": _split,
    "short": _split,
    "iso": _iso,
    "month": _month,
    "season": _season,
    "feast": _feast,
    "quarter": _quarter,
    "year": _bare_year,
    "years": _years,
    "decade": _decade,
    "century": _century,
}
"""The rules of dates by their names in the table."""
