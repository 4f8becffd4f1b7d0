"""Acts, factuality and distance come out as the cases in Markdown say.

A case is `## title`, one line of text after `>`, and for the first quotation that is
read in it, in the order of the text, `- act factuality`, with `distanced` where it is.
In `given.md` the quotation is given: cue in ⟨…⟩, content in […], then its kind.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import laut
from laut.model import Attribution, Quotation, article_of
from laut.reading.draft import Draft, draft_of, with_quotations
from laut.reading.steps.acts import acts, judged_in
from laut.reading.steps.sources import sources
from laut.spans import Span, Spans
from laut.terms import VOCABULARIES, Kind

CASES = Path(__file__).parent / "cases" / "acts"
KINDS: dict[str, Kind] = {kind: kind for kind in VOCABULARIES["kind"]}  # type: ignore[misc]


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    text = (CASES / f"{name}.md").read_text(encoding="utf-8")
    return [case_of(part) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]


def case_of(part: str) -> Case:
    title, text, *rest = [line for line in part.splitlines() if line]
    expected = tuple(line.removeprefix("- ") for line in rest)
    return Case(title, text.removeprefix("> "), expected)


def told(attribution: Attribution | None) -> str:
    assert attribution is not None
    distance = " distanced" if attribution.distanced else ""
    return f"{attribution.act} {attribution.factuality}{distance}"


def marked_draft(text: str, kind: str) -> Draft:
    """A draft with the one quotation that the marks in a text show."""
    plain = re.sub(r"[⟨⟩\[\]]", "", text)
    content, cue = marked(text, r"\[(.*?)\]"), marked(text, r"⟨(.*?)⟩")
    frame = (Span(0, content[0].begin),) if cue else ()
    quotation = Quotation(id=0, kind=KINDS[kind], content=content, cue=cue, frame=frame)
    return with_quotations(draft_of(article_of(plain)), [quotation])


def marked(text: str, pattern: str) -> Spans:
    """What a pattern holds, counted in the text without its marks."""
    spans = []
    for match in re.finditer(pattern, text):
        before = len(re.sub(r"[⟨⟩\[\]]", "", text[: match.start(1)]))
        inner = len(re.sub(r"[⟨⟩\[\]]", "", match.group(1)))
        spans.append(Span(before, before + inner))
    return tuple(spans)


@pytest.mark.parametrize("case", cases("read"), ids=lambda case: case.title)
def test_a_case_is_judged_as_it_says(case: Case) -> None:
    reading = laut.read(case.text)
    assert told(reading.quotations[0].attribution) == case.expected[0]


@pytest.mark.parametrize("case", cases("given"), ids=lambda case: case.title)
def test_a_given_quotation_is_judged_as_its_case_says(case: Case) -> None:
    kind, expected = case.expected
    draft = acts(sources(marked_draft(case.text, kind)))
    assert told(draft.quotations[0].attribution) == expected


def test_a_quotation_without_attribution_gets_one_without_a_name() -> None:
    draft = acts(marked_draft("Er ⟨sagte⟩, [es regne].", "indirect"))
    attribution = draft.quotations[0].attribution
    assert attribution is not None
    assert attribution.source.name == ""
    assert told(attribution) == "state CT+"


def test_every_decision_names_its_word_and_its_table() -> None:
    draft = marked_draft("Sie ⟨kritisierte⟩, [der Weg sei nicht gefegt].", "indirect")
    judged = judged_in(draft)[0]
    assert re.search("„kritisierte“ .*Tabelle acts, Zeile [0-9]+", judged.act.because)
    assert judged.factuality == ("CT-", "verneint durch „nicht“")
    assert judged.distanced.because == "der Artikel gibt ohne Distanz wieder"


def test_quoted_words_inside_a_whole_do_what_the_whole_does() -> None:
    text = "Der Verband warf der Stadt vor, sie habe „aus Geiz“ gespart."
    one, other = laut.read(text).quotations
    assert other.parent == one.id
    assert told(one.attribution) == told(other.attribution) == "accuse CT+"


@pytest.mark.parametrize(
    "text", ["", "[]", "⟨⟩[,]", "⟨,⟩ [„“]", "[( ) – ?]", "⟨zu⟩ [zwar]"]
)
def test_odd_text_is_judged_without_failing(text: str) -> None:
    kind = "direct"
    draft = marked_draft(text, kind) if "[" in text else draft_of(article_of(text))
    assert len(acts(draft).quotations) == len(draft.quotations)


def test_there_are_sixty_cases_with_titles_of_their_own() -> None:
    titles = [case.title for name in ("read", "given") for case in cases(name)]
    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)
