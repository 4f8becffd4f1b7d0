import pytest

from laut.trace.clock import NEVER, before, day_of, rank, stretch_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-09-05", "2022-09-06"),
        ("2022-09-05T08:00", "2022-09-05T08:01"),
        ("2022-09-05T08:00:01", "2022-09-05T08:00:02.5"),
        ("2022-09-05T10:00+02:00", "2022-09-05T09:30+01:00"),
        ("2022-09-05T23:00-0500", "2022-09-06T05:00Z"),
        ("2022-09-05T08:00Z", "2022-09-05T10:00"),
        ("2022-08", "2022-09-01"),
        ("2021", "2022"),
        ("2022-09-05", ""),
    ],
)
def test_what_is_earlier_for_certain_is_before(one: str, other: str) -> None:
    assert before(one, other)
    assert not before(other, one)
    assert rank(one, "b") < rank(other, "a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2022-09-05", "2022-09-05T08:00"),
        ("2022-09", "2022-09-30"),
        ("2022", "2022-12-31T23:59"),
        ("", ""),
        ("2022-09-05T08:00Z", "2022-09-05T10:00+02:00"),
    ],
)
def test_of_what_may_be_at_once_neither_is_before(one: str, other: str) -> None:
    assert not before(one, other)
    assert not before(other, one)


@pytest.mark.parametrize(
    "text", ["", "gestern", "2022-13-01", "2022-02-30", "2022-9-5"]
)
def test_what_is_no_date_is_never(text: str) -> None:
    assert stretch_of(text) == NEVER
    assert day_of(text) is None
