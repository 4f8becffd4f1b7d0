"""Places that stand for those who govern there, from `german/metonyms.tsv`."""

from functools import cache

from laut.reading.tables import rows


def metonym_of(name: str) -> str | None:
    """Whom a place stands for where it speaks: Pjöngjang → Nordkorea; else None."""
    return _seats().get(name)


@cache
def _seats() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("metonyms")}
