"""Readings that no reader should make, for the properties that hold all the same."""

from hypothesis import strategies as st

from laut.model import (
    Article,
    Attribution,
    Link,
    Problem,
    Quotation,
    Reading,
    Source,
)
from laut.spans import Span
from laut.terms import VOCABULARIES

FOREIGN = "абвгдежБЖ日本語漢字ひらがな한국어אבגاب\u0301\u0308\u20dd😀🎈"
"""Characters that no view writes of its own accord; some wide, some combining."""

BLANKS = " \n\t\u00a0\u2028"

_HOSTILE = (
    '\x1b[31m\x07\r\x00\x9b\x85\u202e\u2066\u200b\u00ad\ufe0f\u200d\ud800<>&"⟦⟧„“…'
)

foreign_texts = st.text(st.sampled_from(FOREIGN + 3 * BLANKS), max_size=60)
"""Words, lines and blanks of characters that are easy to find again."""

odd_texts = st.text(st.characters() | st.sampled_from(_HOSTILE), max_size=60)
"""Anything at all, lone surrogates included."""

_spans = st.tuples(st.integers(-5, 70), st.integers(-5, 70)).map(Span._make)
_places = st.lists(_spans, max_size=3).map(tuple)
_names = st.sampled_from(["", "Polizei", "polizei", "Karla Venn", "K" * 50])


def _of(vocabulary: str) -> st.SearchStrategy[str]:
    return st.sampled_from(VOCABULARIES[vocabulary])


def _maybe(vocabulary: str) -> st.SearchStrategy[str | None]:
    return st.none() | _of(vocabulary)


attributions = st.builds(
    Attribution,
    source=st.builds(
        Source,
        name=_names,
        kind=_maybe("source kind"),
        identity=_maybe("identity"),
        country=st.sampled_from([None, "DE", "EU"]),
    ),
    via=st.lists(st.builds(Link, name=_names, how=_of("how")), max_size=2).map(tuple),
    act=_maybe("act"),
    factuality=_maybe("factuality"),
    distanced=st.none() | st.booleans(),
)


def _quotations(words: st.SearchStrategy[object]) -> st.SearchStrategy[Quotation]:
    return st.builds(
        Quotation,
        id=st.integers(0, 5),
        kind=_of("kind"),
        medium=st.lists(_of("medium"), min_size=1, max_size=3, unique=True).map(tuple),
        parent=st.none() | st.integers(0, 6),
        confidence=st.floats(0, 1),
        content=_places,
        cue=words,
        speaker=words,
        addressee=words,
        frame=_places,
        attribution=st.none() | attributions,
    )


def _readings(
    texts: st.SearchStrategy[str], words: st.SearchStrategy[object]
) -> st.SearchStrategy[Reading]:
    labels = st.just("") if texts is foreign_texts else texts
    return st.builds(
        Reading,
        article=st.builds(
            Article,
            id=st.just("odd"),
            title=labels,
            author=labels,
            outlet=labels,
            url=labels,
            published=labels | st.sampled_from(["2022", "2022-99", "2022-09-06T25:00"]),
            text=texts,
        ),
        reader=st.just("odd-1"),
        quotations=st.lists(_quotations(words), max_size=6).map(tuple),
        problems=st.lists(
            st.builds(Problem, step=st.just("odd"), message=labels), max_size=2
        ).map(tuple),
    )


odd_readings = _readings(odd_texts, _places)
"""Everything odd at once: texts, spans, ids, parents."""

foreign_readings = _readings(foreign_texts, st.just(()))
"""Odd spans over `FOREIGN` text that is shown nowhere but as the article itself."""


def found(shown: str) -> str:
    """The foreign characters of what a view shows, in order."""
    return "".join(character for character in shown if character in FOREIGN)
