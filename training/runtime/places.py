"""Places: the tokens of a text as the model reads them, with breaks between lines."""

import numpy as np
from numpy.typing import NDArray

from laut.reading.tokens import Tokens


def places_of(tokens: Tokens) -> NDArray[np.int64]:
    """Token numbers, with -1 before, behind, and where a new line begins."""
    text, result, end = tokens.text, [-1], 0
    for number, (begin, stop) in enumerate(tokens.spans):
        if begin > end and number and "\n" in text[end:begin]:
            result.append(-1)
        result.append(number)
        end = stop
    return np.array([*result, -1], np.int64)
