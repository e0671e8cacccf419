"""Reads dates that are as precise as the minutes are: ISO 8601, and intervals as EDTF writes them."""

import calendar
from datetime import date


def exact_day(edtf: str | None) -> date | None:
    """Gives the day of a whole ISO date, None for anything less precise."""
    first, last = _bounds(edtf or "")
    return first if first == last else None


def first_day(edtf: str | None) -> date | None:
    """Gives the first day that a date can mean, None for what is no date: `2022-04` begins on 1 April 2022."""
    return _bounds((edtf or "").partition("/")[0])[0]


def last_day(edtf: str | None) -> date | None:
    """Gives the last day that a date can mean, None for what is no date: `2022-04` ends on 30 April 2022."""
    return _bounds((edtf or "").rpartition("/")[2])[1]


def _bounds(text: str) -> tuple[date, date] | tuple[None, None]:
    numbers = text.strip().rstrip("?~%").split("-")
    if len(numbers) > 3 or not all(number.isascii() and number.isdigit() for number in numbers):
        return None, None
    year, month, day = (*map(int, numbers), 0, 0)[:3]
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None, None
    if not month:
        return first, date(year, 12, 31)
    return first, first if day else date(year, month, calendar.monthrange(year, month)[1])
