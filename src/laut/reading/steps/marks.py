"""Quotation marks without a partner, told as problems; nothing else is lost by them."""

import msgspec

from laut.model import Problem
from laut.reading.draft import Draft


def marks(draft: Draft) -> Draft:
    """Add a problem for every quotation mark that is never closed."""
    problems = tuple(
        Problem(
            step="marks",
            span=draft.tokens.span(index, index + 1),
            message="Dieses Anführungszeichen wird nicht geschlossen.",
        )
        for index in draft.outline.marks.unclosed
    )
    return msgspec.structs.replace(draft, problems=(*draft.problems, *problems))
