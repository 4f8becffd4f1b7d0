"""What sort of source, how far named, whose: for every attribution that has a name.

Runs after `sources`; relies on nothing but the name, the speaker's words and the text.
"""

import msgspec

from laut.model import Attribution, Quotation
from laut.reading.draft import Draft
from laut.reading.naming import person_in, phrase_words
from laut.reading.standing import Context, Standing, standing_of
from laut.reading.surroundings import Surroundings
from laut.spans import cover


def standing(draft: Draft) -> Draft:
    """Fill kind, identity and country of every attribution's source."""
    around = Surroundings(draft.outline)
    known: dict[tuple[str, str], Standing] = {}
    quotations = tuple(_judged(draft, q, around, known) for q in draft.quotations)
    return msgspec.structs.replace(draft, quotations=quotations)


def context_of(around: Surroundings, name: str, speaker: str) -> Context:
    """What the article gives for a source."""
    words = phrase_words(name)
    person = " ".join(person_in(words))
    phrases = tuple(p.words for p in around.phrases(person)) if person else ()
    noun = next((word for word in words if word[:1].isupper()), "")
    kept_back = not person and around.keeps_name_back(noun)
    return Context(speaker, phrases, around.home(), kept_back)


def _judged(
    draft: Draft,
    quotation: Quotation,
    around: Surroundings,
    known: dict[tuple[str, str], Standing],
) -> Quotation:
    attribution = quotation.attribution
    if attribution is None:
        return quotation
    name = attribution.source.name
    speaker = cover(draft.article.text, quotation.speaker[:1])
    if (name, speaker) not in known:
        context = context_of(around, name, speaker)
        known[name, speaker] = standing_of(name, context)
    return msgspec.structs.replace(
        quotation, attribution=_with(attribution, known[name, speaker])
    )


def _with(attribution: Attribution, found: Standing) -> Attribution:
    source = msgspec.structs.replace(
        attribution.source,
        kind=found.kind.value,
        identity=found.identity.value,
        country=found.country.value,
    )
    return msgspec.structs.replace(attribution, source=source)
