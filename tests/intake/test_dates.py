from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, strategies as st

from laut.intake.dates import iso_date, iso_date_or_nothing


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022-09-06", "2022-09-06"),
        (" 2022-09-06\n", "2022-09-06"),
        ("20220906", "2022-09-06"),
        ("2022-09-06T14:05", "2022-09-06T14:05:00"),
        ("2022-09-06 14:05:09", "2022-09-06T14:05:09"),
        ("2022-09-06T14:05:00+02:00", "2022-09-06T14:05:00+02:00"),
        ("2022-09-06T14:05:00.123Z", "2022-09-06T14:05:00+00:00"),
        ("2022-09-06T14:05:00+0200", "2022-09-06T14:05:00+02:00"),
        ("6.9.2022", "2022-09-06"),
        ("06.09.2022", "2022-09-06"),
        ("6. 9. 2022", "2022-09-06"),
        ("06.09.2022, 14:05 Uhr", "2022-09-06T14:05:00"),
        ("6. September 2022", "2022-09-06"),
        ("6. Sept. 2022", "2022-09-06"),
        ("Dienstag, 6. September 2022, 14.05 Uhr", "2022-09-06T14:05:00"),
        ("Di., 6. September 2022 um 8:05 Uhr", "2022-09-06T08:05:00"),
        ("1. März 2024", "2024-03-01"),
        ("29. Februar 2024", "2024-02-29"),
        ("13. Jänner 2024", "2024-01-13"),
        ("Tue, 06 Sep 2022 14:05:00 +0200", "2022-09-06T14:05:00+02:00"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "gestern",
        "2022",
        "2022-09",
        "2022-13-01",
        "31.9.2022",
        "29. Februar 2023",
        "6. Brumaire 2022",
        "06.09.22",
        "6.9.2022 25:00",
        "September 2022",
        "12",
        "1662465900",
        "Tue, 99 Foo 2022",
    ],
)
def test_what_is_no_date_or_only_half_of_one_is_not_guessed(written: str) -> None:
    with pytest.raises(ValueError, match=written or "^$"):
        iso_date(written)
    assert iso_date_or_nothing(written) == ""


@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    iso_date_or_nothing(text)


@given(
    st.datetimes(datetime(1500, 1, 1), datetime(2400, 1, 1)),  # noqa: DTZ001 - zones follow
    st.sampled_from([UTC, timezone(timedelta(hours=2)), None]),
)
def test_what_is_iso_already_stays_as_it_is(moment: datetime, zone: timezone) -> None:
    iso = moment.replace(tzinfo=zone, microsecond=0).isoformat()
    assert iso_date(iso) == iso
    assert iso_date(iso[:10]) == iso[:10]
