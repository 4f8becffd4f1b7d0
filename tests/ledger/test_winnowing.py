from hypothesis import given, strategies as st

from laut.ledger.winnowing import RUN, WINDOW, fingerprints, words_of

WORDS = st.lists(
    st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"]), max_size=60
)
SHARED = RUN + WINDOW - 1


@given(WORDS)
def test_fingerprints_name_words_in_their_order(words: list[str]) -> None:
    found = fingerprints(" ".join(words))
    positions = [each.position for each in found]
    assert positions == sorted(set(positions))
    assert all(0 <= position < len(words) for position in positions)
    assert bool(found) == bool(words)


@given(WORDS, WORDS, WORDS, WORDS, st.integers(0, 1000))
def test_who_shares_enough_words_in_a_row_shares_a_fingerprint(
    one: list[str], two: list[str], three: list[str], four: list[str], seed: int
) -> None:
    shared = [f"wort{seed + n}" for n in range(SHARED)]
    first = fingerprints(" ".join([*one, *shared, *two]))
    second = fingerprints(" ".join([*three, *shared, *four]))
    assert {each.hash for each in first} & {each.hash for each in second}


def test_case_marks_and_spaces_do_not_count() -> None:
    one = "Die Brücke bleibe gesperrt, sagte die Bürgermeisterin am Montag."
    two = "DIE BRÜCKE\nbleibe gesperrt – sagte die „Bürgermeisterin“ am Montag"
    assert fingerprints(one) == fingerprints(two)


def test_other_words_have_other_fingerprints() -> None:
    one = fingerprints(" ".join(f"a{n}" for n in range(50)))
    two = fingerprints(" ".join(f"b{n}" for n in range(50)))
    assert not {each.hash for each in one} & {each.hash for each in two}


def test_a_long_text_keeps_about_two_in_five() -> None:
    text = " ".join(f"wort{n * n % 9973}" for n in range(5000))
    assert 0.3 < len(fingerprints(text)) / len(words_of(text)) < 0.5
