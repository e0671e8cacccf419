"""Dates mean as many days as the minutes leave open."""

from datetime import date

import pytest

from graph_loader.model.dates import exact_day, last_day


@pytest.mark.parametrize(
    ("text", "day", "last"),
    [
        ("2022-04-05", date(2022, 4, 5), date(2022, 4, 5)),
        ("2022-04", None, date(2022, 4, 30)),
        ("2024-02", None, date(2024, 2, 29)),
        ("2022-12", None, date(2022, 12, 31)),
        ("2022", None, date(2022, 12, 31)),
        ("2022?", None, date(2022, 12, 31)),
        ("2019-06/2019-07", None, date(2019, 7, 31)),
        ("2022/2023", None, date(2023, 12, 31)),
        ("2022-02-30", None, None),
        ("2022-13", None, None),
        ("spring", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_date_ends_on_its_last_day(text: str | None, day: date | None, last: date | None) -> None:
    assert (exact_day(text), last_day(text)) == (day, last)
