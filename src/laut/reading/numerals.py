"""German number words: „vierzehn“, „siebenundzwanzig“, „hundert“; „vierzehnt-“.

Made from the words of `numerals.tsv` by the one rule that joins them: ones before tens.
"""

from functools import cache

from laut.reading.tables import rows

LAST_ORDINAL = 31
"""As many as a month has days."""

_TEN, _TWENTY, _HUNDRED = 10, 20, 100


@cache
def spelt() -> dict[int, str]:
    """The words of the numbers from 1 to 100; „ein“ for 1, as compounds have it."""
    return _joined(1)


@cache
def ordinals() -> dict[int, str]:
    """The stems of the ordinals from 1 to 31: „vierzehnt“, to which endings come."""
    stems = _joined(2)
    return {number: stems[number] for number in range(1, LAST_ORDINAL + 1)}


def _joined(column: int) -> dict[int, str]:
    """The numbers in one column of the table, and what they make with ones before."""
    known = {int(row[0]): row[column] for row in rows("numerals")}
    ones = {int(row[0]): row[1] for row in rows("numerals") if int(row[0]) < _TEN}
    tens = {n: word for n, word in known.items() if _TWENTY <= n < _HUNDRED}
    joined = {t + n: f"{o}und{w}" for t, w in tens.items() for n, o in ones.items()}
    return known | joined
