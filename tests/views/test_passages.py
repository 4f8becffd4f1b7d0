from hypothesis import given

import laut
from laut.model import Attribution, Quotation, Reading, Source, article_of
from laut.spans import Span, Spans, holds
from laut.views.passages import NAMELESS_SLOT, SLOTS, passages_of, words_of

from . import samples
from .oddities import odd_readings


def pieces(text: str, *content: tuple[int, int]) -> Spans:
    quotation = Quotation(
        id=0, kind="direct", content=tuple(Span(*span) for span in content)
    )
    reading = Reading(article=article_of(text), reader="r", quotations=(quotation,))
    return passages_of(reading)[0].pieces


@given(odd_readings)
def test_pieces_lie_in_the_text_in_order_and_apart(reading: Reading) -> None:
    text = reading.article.text
    for passage in passages_of(reading):
        ends = [-1]
        for piece in passage.pieces:
            assert holds(Span(0, len(text)), piece)
            assert ends[-1] < piece.begin < piece.end
            words = text[piece.begin : piece.end]
            assert words == words.strip()
            ends.append(piece.end)


@given(odd_readings)
def test_every_quotation_has_a_passage_numbered_from_one(reading: Reading) -> None:
    passages = passages_of(reading)
    assert [p.number for p in passages] == [*range(1, len(passages) + 1)]
    told = sorted(map(repr, reading.quotations))
    assert sorted(repr(p.quotation) for p in passages) == told


def test_spans_beyond_the_text_are_clipped() -> None:
    assert pieces("Wort", (-3, 2), (3, 99)) == (Span(0, 2), Span(3, 4))


def test_empty_and_turned_spans_are_nothing() -> None:
    assert pieces("Wort", (2, 2), (3, 1), (50, 60)) == ()


def test_blanks_at_the_ends_belong_to_nobody() -> None:
    assert pieces("  ein Wort  ", (0, 12)) == (Span(2, 10),)


def test_pieces_parted_by_blanks_alone_are_one() -> None:
    assert pieces("Eins. Zwei, drei", (0, 5), (6, 10), (12, 16)) == (
        Span(0, 10),
        Span(12, 16),
    )


def test_a_voice_is_the_source_else_the_speaker_else_nobody() -> None:
    names = [passage.voice.name for passage in passages_of(samples.bridge())]
    assert names == [
        "Stadtverwaltung",
        "Karla Venn",
        "Karla Venn",
        "Der Gutachter",
        "Karla Venn",
        "Die Anwohner der Hafenstraße",
        "ohne Angabe",
    ]


def test_a_source_without_a_name_is_nobody() -> None:
    attribution = Attribution(source=Source(name=" "))
    quotation = Quotation(
        id=0,
        kind="direct",
        content=(Span(0, 3),),
        speaker=(Span(4, 6),),
        attribution=attribution,
    )
    reading = Reading(article=article_of("Das er"), reader="r", quotations=(quotation,))
    assert passages_of(reading)[0].voice.name == "ohne Angabe"


def test_voices_are_numbered_by_appearance_and_nobody_has_no_colour() -> None:
    voices = {p.voice.name: p.voice for p in passages_of(samples.bridge())}
    assert [(v.number, v.slot) for v in voices.values()] == [
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
        (5, NAMELESS_SLOT),
    ]


def test_colours_begin_again_when_all_are_taken() -> None:
    text = "abcdefghij"
    quotations = tuple(
        Quotation(
            id=n, kind="direct", content=(Span(n, n + 1),), speaker=(Span(n, n + 1),)
        )
        for n in range(SLOTS + 1)
    )
    reading = Reading(article=article_of(text), reader="r", quotations=quotations)
    assert passages_of(reading)[-1].voice.slot == 1


def test_the_same_name_in_other_capitals_is_the_same_voice() -> None:
    quotations = tuple(
        Quotation(id=n, kind="direct", content=(Span(0, 3),), speaker=(Span(b, b + 3),))
        for n, b in enumerate((4, 8))
    )
    reading = Reading(
        article=article_of("Das die Die"), reader="r", quotations=quotations
    )
    assert len({passage.voice.number for passage in passages_of(reading)}) == 1


def test_a_passage_knows_the_one_it_sits_in() -> None:
    inside = {p.number: p.inside for p in passages_of(samples.bridge())}
    assert inside[4] == 3
    assert inside[3] is None


def test_parents_in_a_circle_do_no_harm() -> None:
    quotations = tuple(
        Quotation(id=n, kind="direct", parent=1 - n, content=(Span(0, 3),))
        for n in range(2)
    )
    reading = Reading(article=article_of("Das"), reader="r", quotations=quotations)
    assert [passage.depth for passage in passages_of(reading)] == [1, 1]


def test_words_of_interrupted_spans_show_the_gap() -> None:
    assert words_of("teilte er\nmit", [Span(0, 6), Span(10, 13)]) == "teilte … mit"


def test_two_pronouns_that_nobody_resolved_are_two_voices() -> None:
    text = "Das sei wahr, sagte er. Das sei falsch, sagte er. Alles sei gut, rief Er."
    voices = [passage.voice for passage in passages_of(laut.read(text))]
    assert [voice.number for voice in voices] == [1, 2, 3]
    assert {voice.name for voice in voices} == {"„er“ (wer, ist offen)"}
