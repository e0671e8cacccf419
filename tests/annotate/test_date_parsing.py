import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.annotate.date_parsing import find_days, is_month_first, parse_date, parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday 28th March 2017 @ 10:30", date(2017, 3, 28)),
        ("FRIDAY, 15TH APRIL, 2016 AT 2.30 P.M.", date(2016, 4, 15)),
        ("the 3rd of May 2022", date(2022, 5, 3)),
        ("May 22, 2012 Meeting Notes", date(2012, 5, 22)),
        ("held on 26 th February 2013", date(2013, 2, 26)),
        ("2018-10-24", date(2018, 10, 24)),
        ("14/09/2022", date(2022, 9, 14)),
        ("1.2.19", date(2019, 2, 1)),
        ("MONDAY 4 MARCH 2O24", date(2024, 3, 4)),
        ("31 June 2020", None),
        ("12 may be enough", None),
        ("24/7 cover", None),
        ("Room 1.38", None),
    ],
)
def test_parse_date_reads_the_printed_forms(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


def test_parse_date_takes_a_missing_year_from_the_caller() -> None:
    assert parse_date("Tuesday 23rd March, 10:30 am") is None
    assert parse_date("Tuesday 23rd March, 10:30 am", 2021) == date(2021, 3, 23)


@pytest.mark.parametrize(("text", "expected"), [("on 10/26/2019 and 12/07/2019", True), ("on 26/10/2019", False)])
def test_one_day_above_twelve_shows_the_order(text: str, expected: bool) -> None:
    assert is_month_first(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:30 am", "10:30"),
        ("2.30 P.M.", "14:30"),
        ("@ 10:00", "10:00"),
        ("7pm", "19:00"),
        ("9.30am – 1.00pm", "09:30"),
        ("9.30 – 1.00pm", "09:30"),
        ("2.00 – 4.30 pm", "14:00"),
        ("14:00pm", "14:00"),
        ("12 a.m.", "00:00"),
        ("1000 hrs", "10:00"),
        ("12 noon", "12:00"),
        ("at 10.30", "10:30"),
        ("Time: 2.30", "14:30"),
        ("Room 1.38", None),
        ("£10.00", None),
        ("item 7", None),
        ("99:99", None),
    ],
)
def test_parse_time_reads_the_printed_forms(text: str, expected: str | None) -> None:
    assert parse_time(text) == expected


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_usual_forms(day: date) -> None:
    for form in ("%A %d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y-%m-%d", "%d/%m/%Y"):
        assert parse_date(f"Minutes of {day.strftime(form)} at noon") == day


@given(st.text(alphabet="0123456789/-.: ,MayMarch aptmn", max_size=60))
def test_found_days_stand_in_order_inside_the_text(text: str) -> None:
    days = list(find_days(text))
    assert all(one.end <= other.start for one, other in pairwise(days))
    assert all(re.search(r"\d", text[day.start : day.end]) for day in days)
    parse_time(text)
