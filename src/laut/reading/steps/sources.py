"""Who stands behind the words: the name of the source of every quotation.

Better the words as they stand than a wrong name: `laut.reading.sourcing` decides, and
says why. A spokesperson, a text or a medium that the speaker's words name beside the
source is the begin of the chain, which `chains` completes.
"""

import msgspec

from laut.model import Attribution, Source
from laut.reading.decided import Decided
from laut.reading.draft import Draft
from laut.reading.hearing import NOBODY
from laut.reading.sourcing import voices_of


def sources(draft: Draft) -> Draft:
    """Give every quotation an attribution with the name of its source."""
    voices = voices_of(draft)
    return msgspec.structs.replace(
        draft,
        quotations=tuple(
            msgspec.structs.replace(
                quotation,
                attribution=Attribution(
                    source=Source(name=voices.get(quotation.id, NOBODY).name),
                    via=voices.get(quotation.id, NOBODY).links,
                ),
            )
            for quotation in draft.quotations
        ),
    )


def decided_sources(draft: Draft) -> dict[int, Decided[str]]:
    """The name of the source of each quotation by its id, and the reason for it."""
    return {
        number: Decided(voice.name, voice.because)
        for number, voice in voices_of(draft).items()
    }
