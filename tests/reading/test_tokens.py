import time
from itertools import pairwise

import pytest
from hypothesis import example, given, strategies as st

from laut.reading.tokens import Tokens, tokenize
from laut.spans import Span

MEGABYTE = 1_000_000

PIECES = st.sampled_from(
    [
        *"aA1.,:;!?…-–_'\"„“”‚‘»«›‹()[]/@#&%€*\n\r\t \0",
        *("\u00a0", "\u00ad", "\u200b", "\u200d", "\u0301", "\ufe0f", "\u2028", "\x85"),
        *("👍", "👨\u200d👩\u200d👧", "שלום", "مرحبا", "習近平", "ǅ", "ﬁ", "١٢"),
        *(
            "Dr.",
            "z. B.",
            "z.B.",
            "u. a.",
            "Mio.",
            "usw.",
            "24. Februar",
            "Friedrich II.",
        ),
        *("3,5", "18:30", "37-Jährige", "16- bis", "US-Kreise", "Bürger*innen", "e.V."),
        *("https://", "www.", "a@b.de", "...", "''", ",,", "<<", "--", "Das ", "im "),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES).map("".join))

holds_for_any_text = given(text=TEXTS)


@holds_for_any_text
@example(text="")
@example(text=" \n\u2028\t")
@example(text="\0\ufeffﬁ e\u0301 👨\u200d👩\u200d👧 שלום")
def test_a_token_is_exactly_what_stands_between_its_offsets(text: str) -> None:
    tokens = tokenize(text)
    assert tokens.words == [text[begin:end] for begin, end in tokens.spans]
    assert all(begin < end for begin, end in tokens.spans)
    assert len(tokens) == len(tokens.spans)


@holds_for_any_text
def test_tokens_are_in_order_and_do_not_overlap(text: str) -> None:
    spans = tokenize(text).spans
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@holds_for_any_text
def test_every_character_but_white_space_is_in_exactly_one_token(text: str) -> None:
    covered = [at for begin, end in tokenize(text).spans for at in range(begin, end)]
    assert covered == [
        at for at, character in enumerate(text) if not character.isspace()
    ]


@holds_for_any_text
def test_sentences_follow_one_another_and_leave_no_token_out(text: str) -> None:
    tokens = tokenize(text)
    numbers = [n for first, last in tokens.sentences for n in range(first, last)]
    assert numbers == list(range(len(tokens)))
    assert all(first < last for first, last in tokens.sentences)


@holds_for_any_text
def test_the_same_text_gives_the_same_tokens_and_sentences(text: str) -> None:
    one, other = tokenize(text), tokenize(text)
    assert (one.spans, one.sentences) == (other.spans, other.sentences)


@given(text=TEXTS, blank=st.text(alphabet=" \t\u00a0\n", max_size=5))
def test_white_space_around_a_text_moves_its_tokens_and_no_more(
    text: str, blank: str
) -> None:
    inner = text.strip()
    shift = len(blank)
    moved = [(begin + shift, end + shift) for begin, end in tokenize(inner).spans]
    assert tokenize(blank + inner + blank).spans == moved


def test_a_text_without_words_has_no_tokens_and_no_sentences() -> None:
    tokens = tokenize(" \n ")
    assert (len(tokens), tokens.words, tokens.sentences) == (0, [], [])


def test_the_span_of_some_tokens_reaches_from_the_first_to_the_last() -> None:
    tokens = Tokens("Er kam.", [(0, 2), (3, 6), (6, 7)])
    assert tokens.span(1, 3) == Span(3, 7)


@pytest.mark.parametrize(
    "word",
    [
        "Mu\u0308ller",  # an accent of its own
        "Bundes\u00adregierung",  # a soft hyphen
        "Auf\u200clage",  # a mark against ligatures
    ],
)
def test_marks_that_nobody_sees_do_not_cut_a_word(word: str) -> None:
    assert tokenize(f"Die {word} kam.").words == ["Die", word, "kam", "."]


def test_an_emoji_keeps_the_marks_that_change_its_look() -> None:
    assert tokenize("Ja ❤\ufe0f!").words == ["Ja", "❤\ufe0f", "!"]


HARD = {
    "dotted letters": "a.",
    "dotted words": "aa.Aa",
    "letters and rows of dots": "a..",
    "open brackets": "(",
    "full stops": ".",
    "full stops and brackets": ". (",
    "full stops and closing marks": ".“ ",
    "quotation marks": "'",
    "one word": "w",
    "digits": "1",
    "ordinals": "5. 3. ",
    "underscores": "_",
    "signs of a mail address": "+.",
    "mail addresses that never come": "a@",
    "addresses that never come": "http://) ",
    "abbreviations": "z.B.",
    "days without a month": "24.                    ",
    "line breaks": "\n",
    "short lines": "a\n",
    "unfinished lines": "x,\n",
    "accents": "\u0301",
    "white space": " ",
}


@pytest.mark.parametrize("piece", HARD.values(), ids=HARD.keys())
def test_a_megabyte_of_anything_is_read_in_seconds(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece))
    begin = time.perf_counter()
    assert len(tokenize(text).sentences) <= len(text)
    assert time.perf_counter() - begin < 30
