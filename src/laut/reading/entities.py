"""Entities: whom or what a name means, with a key that other tables can link to.

A state is known by its ISO code, whatever it is called („Moskau“ stays a city). Anybody
else keeps a key made of the name: small letters and digits, joined by hyphens. The
country is told where the name alone makes it plain. Pure.
"""

import re
from functools import lru_cache

from laut.model import Entity
from laut.reading.bodies import body_of
from laut.reading.polities import names, state_of

_PARTS = re.compile(r"\w+")

MOST_KEPT = 20_000


@lru_cache(MOST_KEPT)
def entity_of(name: str) -> Entity:
    """The entity of a name."""
    words = name.split()
    code = state_of(words)
    if code is not None and names().get(code, "").casefold() == name.casefold():
        return Entity(id=code, name=name, country=code)
    body = body_of(name)
    country = (body.country if body is not None else "") or code
    return Entity(id=key_of(name), name=name, country=country or None)


def key_of(name: str) -> str:
    """„Annalena Baerbock“ → „annalena-baerbock“."""
    return "-".join(_PARTS.findall(name.casefold()))
