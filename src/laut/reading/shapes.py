"""What a word looks like: features for finding names, parts of speech and mood.

Takes forms as the model sees them, returns one row of ones and zeros for each. They
tell what subword vectors blur: capitals, where a sentence begins, and which verb forms
the Konjunktiv has. Pure, linear in the text.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from laut.reading.verbs import is_first_konjunktiv
from laut.reading.words import words_of

SHORT = 3
_BEGINNING = frozenset({"", ".", "!", "?", ":", "„", "“", "‚", "‘"})
_OF_PLACES = ("sche", "schen", "scher", "sches", "schem")
_OWN = 12
WIDTH = _OWN + 2
"""Features of a word for itself, then whether a sentence begins there, and whether a
word with a capital stands within one."""


def shapes(forms: Sequence[str]) -> NDArray[np.float32]:
    """Features [forms, WIDTH]; the last may be lines apart, which makes no odds."""
    if not forms:
        return np.zeros((0, WIDTH), np.float32)
    joined = b"".join(map(_own, forms))
    own = np.frombuffer(joined, np.uint8).reshape(-1, _OWN).astype(np.float32)
    begins = np.array(
        [before in _BEGINNING for before in ("", *forms[:-1])], np.float32
    )
    return np.concatenate(
        [own, begins[:, None], (own[:, 0] * (1 - begins))[:, None]], axis=1
    )


@cache
def _own(form: str) -> bytes:
    """The features of a word for itself."""
    low = form.lower()
    inner = any(letter.isupper() for letter in form[1:])
    return bytes(
        (
            form[:1].isupper(),
            form.isupper() and len(form) > 1,
            inner and not form.isupper(),
            "0" in form,
            not form[:1].isalnum(),
            "-" in form and len(form) > 1,
            len(form) <= SHORT,
            form.endswith(_OF_PLACES),
            low in words_of("konjunktiv-sure"),
            low in words_of("konjunktiv-second"),
            low.endswith("e") and is_first_konjunktiv(low),
            low in words_of("konjunktiv-never"),
        )
    )
