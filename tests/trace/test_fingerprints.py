"""Fingerprints: whoever shares `K + W - 1` words shares one, on every machine."""

from itertools import pairwise

from hypothesis import given, strategies as st

from laut.trace.fingerprints import K, Print, W, fingerprints, grams, key, words_of

WORDS = st.lists(st.sampled_from(["der", "die", "Brücke", "Hafen", "Boot", "3,5"]))
PASSAGE = st.lists(st.text("abcäß", min_size=1), min_size=K + W - 1, max_size=40)


@given(WORDS, PASSAGE, WORDS, WORDS, WORDS)
def test_a_copy_of_a_passage_shares_a_fingerprint_wherever_it_stands(
    a: list[str], passage: list[str], b: list[str], c: list[str], d: list[str]
) -> None:
    one, other = fingerprints(a + passage + b), fingerprints(c + passage + d)
    assert {p.hash for p in one} & {p.hash for p in other}


@given(st.lists(st.text("abcdefgh", min_size=1)))
def test_a_fingerprint_is_the_hash_of_the_words_where_it_stands(
    words: list[str],
) -> None:
    for found in fingerprints(words):
        (alone,) = fingerprints(words[found.position : found.position + K])
        assert alone == Print(found.hash, 0)


@given(st.lists(st.text("abcdefgh", min_size=1), min_size=K))
def test_fingerprints_are_in_order_and_no_window_is_without_one(
    words: list[str],
) -> None:
    places = [found.position for found in fingerprints(words)]
    assert places == sorted(set(places))
    bounds = [-1, *places, len(words) - K + 1]
    assert all(b - a <= W for a, b in pairwise(bounds))


def test_the_numbers_are_the_same_in_every_run_and_on_every_machine() -> None:
    words = words_of("Die Brücke am Hafen bleibt bis Herbst gesperrt, sagt das Amt")
    assert fingerprints(words) == (Print(3312641101214933166, 3),)
    assert key("address", "hafenblatt.example/1") == -2321061378380429666


def test_fewer_words_than_a_hash_covers_have_no_fingerprint() -> None:
    assert fingerprints(words_of("Am Hafen geht nichts")) == ()
    assert len(grams([], 4)) == 0
    assert len(fingerprints(words_of("Am Hafen geht nichts mehr"))) == 1


def test_words_are_compared_without_case_marks_and_swiss_spelling() -> None:
    assert words_of("Die «STRASSE»: 3,5 km – gesperrt!") == words_of(
        "die Straße 3,5 Km; ge\u00adsperrt"
    )
    assert words_of("18.30 Uhr am 6.9.2022, 1.000 Boote.") == [
        *("18.30", "uhr", "am", "6.9.2022", "1.000", "boote"),
    ]
