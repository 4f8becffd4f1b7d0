"""What is learned of events: counts, and weights of signs."""

from tools.learn_events import Example, counts, odds, weights


def _examples() -> list[Example]:
    """A sign that is always right, one that never is, in four articles."""
    return [
        Example(f"{number}", "greifen:verb", (sign,), sign == "public")
        for number in range(4)
        for sign in ("public", "alone")
    ]


def test_a_sign_that_goes_with_events_weighs_more_than_one_that_does_not() -> None:
    learned = weights(_examples(), 1.0)
    assert learned["public"] > 0 > learned["alone"]


def test_weights_held_back_more_are_smaller() -> None:
    free, held = weights(_examples(), 1.0), weights(_examples(), 50.0)
    assert abs(held["public"]) < abs(free["public"])


def test_words_are_counted_right_and_seen() -> None:
    right, seen = counts(_examples())
    assert (right["greifen:verb"], seen["greifen:verb"]) == (4, 8)


def test_the_odds_of_a_word_leave_out_its_own_article() -> None:
    alone = [Example("a", "x", (), right=True), Example("b", "x", (), right=False)]
    first, second = odds(alone)
    assert first < second
