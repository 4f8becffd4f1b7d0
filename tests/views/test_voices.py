from hypothesis import given

from laut.model import Quotation, Reading, article_of
from laut.spans import Span
from laut.views.typography import harmless
from laut.views.voices import Closing, Opening, Segment, marked, view_of

from . import samples
from .oddities import odd_readings


def reading_of(text: str, *content: tuple[int, int]) -> Reading:
    quotations = tuple(
        Quotation(id=n, kind="direct", content=(Span(*span),))
        for n, span in enumerate(content)
    )
    return Reading(article=article_of(text), reader="r", quotations=quotations)


def brackets(reading: Reading) -> str:
    """The text with `[1` and `]` where passages open and close, `/` at line ends."""
    lines = []
    for paragraph in view_of(reading).paragraphs:
        line = ""
        for mark in marked(paragraph):
            match mark:
                case Segment(text=text):
                    line += text
                case Opening(passage):
                    line += f"[{passage.number}"
                case Closing():
                    line += "]"
        lines.append(line)
    return "/".join(lines)


@given(odd_readings)
def test_the_segments_are_the_text_and_nothing_else(reading: Reading) -> None:
    view = view_of(reading)
    shown = ["".join(s.text for s in p.segments) for p in view.paragraphs]
    lines = [line.strip() for line in reading.article.text.split("\n")]
    assert shown == [line for line in lines if harmless(line).strip()]
    assert all(s.text for p in view.paragraphs for s in p.segments)


@given(odd_readings)
def test_what_opens_is_closed_in_turn(reading: Reading) -> None:
    for paragraph in view_of(reading).paragraphs:
        stack = []
        for mark in marked(paragraph):
            match mark:
                case Opening(passage):
                    stack.append(passage)
                case Closing(passage):
                    assert stack.pop() is passage
                case Segment(chain=chain):
                    assert tuple(stack) == chain
        assert not stack


@given(odd_readings)
def test_each_passage_opens_in_one_paragraph_or_is_placeless(reading: Reading) -> None:
    view = view_of(reading)
    opened = [p.number for paragraph in view.paragraphs for p in paragraph.opens]
    placeless = [p.number for p in view.placeless]
    assert sorted(opened + placeless) == [p.number for p in view.passages]
    assert opened == sorted(opened)


@given(odd_readings)
def test_a_character_belongs_to_the_passages_that_cover_it(reading: Reading) -> None:
    view = view_of(reading)
    covered = sum(
        len(segment.text) * len(segment.chain)
        for paragraph in view.paragraphs
        for segment in paragraph.segments
    )
    text = reading.article.text
    blank_lines_and_edges = len(text) - sum(
        len(s.text) for p in view.paragraphs for s in p.segments
    )
    spanned = sum(e - b for p in view.passages for b, e in p.pieces)
    lost = spanned - covered
    assert 0 <= lost <= blank_lines_and_edges * len(view.passages)


def test_a_quotation_inside_another_opens_inside_it() -> None:
    assert brackets(reading_of("abcdef", (0, 6), (2, 4))) == "[1ab[2cd]ef]"


def test_crossing_quotations_are_closed_and_opened_again() -> None:
    assert brackets(reading_of("abcdef", (0, 4), (2, 6))) == "[1ab[2cd]][2ef]"


def test_the_same_words_told_twice_have_two_brackets() -> None:
    assert brackets(reading_of("ab", (0, 2), (0, 2))) == "[1[2ab]]"


def test_a_quotation_over_a_line_end_goes_on_under_its_number() -> None:
    assert brackets(reading_of("ab\n\ncd e", (1, 6))) == "a[1b]/[1cd] e"


def test_a_declared_parent_is_outside_even_when_it_is_shorter() -> None:
    quotations = (
        Quotation(id=0, kind="direct", content=(Span(2, 4),)),
        Quotation(id=1, kind="direct", parent=0, content=(Span(0, 6),)),
    )
    reading = Reading(article=article_of("abcdef"), reader="r", quotations=quotations)
    assert brackets(reading) == "[1ab][2[1cd]][1ef]"


def test_short_lines_without_a_stop_over_text_are_headings() -> None:
    view = view_of(samples.bridge())
    assert [p.heading for p in view.paragraphs] == [True, False, False, True, False]


def test_a_last_line_and_lines_of_a_list_are_no_headings() -> None:
    view = view_of(reading_of("Eins\nZwei\nDrei\nText.\n– Punkt\nText.\ndpa"))
    assert [p.heading for p in view.paragraphs] == [
        *(False, False, True, False, False, False, False),
    ]


def test_the_share_is_what_is_rendered_of_what_is_shown() -> None:
    assert view_of(reading_of("abcd\n\nefgh", (0, 4))).share == 0.5
    assert view_of(reading_of("")).share == 0.0
