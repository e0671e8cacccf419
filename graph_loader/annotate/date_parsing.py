"""Reads dates and times of day as minutes print them, without an anchor: what is not printed stays None."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name: number for number, name in enumerate(calendar.month_abbr) if name} | {"Sept": 9}
WEEKDAYS = {name: number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name: number for number, name in enumerate(calendar.day_abbr)} | {"Tues": 1, "Thur": 3, "Thurs": 3}


def _either_case(words: dict[str, int]) -> str:
    # Months in small letters are left out: `may` and `march` are verbs.
    forms = [form for word in words for form in (word, word.upper())]
    return "|".join(sorted(forms, key=len, reverse=True))


MONTH = rf"(?P<month>{_either_case(MONTHS)})\b\.?"
WEEKDAY = rf"(?P<weekday>{_either_case(WEEKDAYS)})\b\.?"
# A capital O is read as the zero that it was meant for.
YEAR = r"(?P<year>[12][0-9O]{3})\b"
_DAY = r"\b(?P<day>\d{1,2})(?:\s?(?i:st|nd|rd|th))?\b"
_WEEKDAY_BEFORE = rf"(?:\b{WEEKDAY}[\s,]{{1,3}}(?:the\s)?)?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WEEKDAY_BEFORE}{_DAY}(?:\sof)?[\s,.-]{{1,3}}{MONTH}(?:[\s,.-]{{1,3}}{YEAR})?",
        rf"{_WEEKDAY_BEFORE}\b{MONTH}\s(?P<day>\d{{1,2}})(?P<ordinal>(?i:st|nd|rd|th))?\b(?:,?\s{YEAR})?",
        r"(?<![\d/.-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])",
        r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\d/-])",
    )
)
_NUMERIC = _PATTERNS[2:]
# What a text must hold for a pattern to find anything, or for one of those with a month's name to do so.
_FIGURE, _MONTH_NAME = re.compile(r"\d"), re.compile(MONTH)
_MERIDIEM = r"(?P<{0}>[ap]\.?\s?m\b\.?)"
_RANGE_END = rf"\s?(?:-|–|—|to|until)\s?(?P<end_hour>\d{{1,2}})(?:[:.]\d{{2}})?\s?{_MERIDIEM.format('end_half')}"
_TIME = re.compile(
    rf"(?<![\d:.£$€])(?P<hour>\d{{1,2}})(?:(?P<mark>[:.])(?P<minute>\d{{2}}))?(?![\d:])"
    rf"(?:\s?{_MERIDIEM.format('half')}|{_RANGE_END})?",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"(?<!\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:hrs|hours|h)\b", re.IGNORECASE)
_NOON = re.compile(r"\b(?:12\s?)?(noon|midday)\b", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|\bfrom|@|\btime:?|^)\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """Is one day as it is printed in a text; `start` and `end` are offsets in it, `year` is None when not printed."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def resolve(self, year: int) -> date | None:
        """Gives the day in the printed year, or else in the given one; None when that year has no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def find_days(text: str, month_first: bool = False) -> Iterator[PrintedDate]:
    """Yields every printed day in order, none overlapping; `month_first` reads 10/11/2019 as October."""
    if not _FIGURE.search(text):
        return
    patterns = _PATTERNS if _MONTH_NAME.search(text) else _NUMERIC
    found = [day for pattern in patterns for match in pattern.finditer(text) if (day := _day(match, month_first))]
    end = 0
    for day in sorted(found, key=lambda day: (day.start, -day.end)):
        if day.start >= end:
            yield day
            end = day.end


def parse_date(text: str, year: int | None = None) -> date | None:
    """Gives the first printed day of a text, the year taken from `year` where it is not printed."""
    for day in find_days(text):
        if resolved := (day.resolve(year) if year else day.year and day.resolve(day.year)):
            return resolved
    return None


def is_month_first(text: str) -> bool:
    """Tells whether a text writes its dates as month/day/year, as one day above 12 in the second place shows."""
    numeric = list(_PATTERNS[-1].finditer(text))
    return any(int(match["second"]) > 12 for match in numeric) and all(int(match["first"]) <= 12 for match in numeric)


def parse_time(text: str) -> str | None:
    """Gives the first time of day in a text as HH:MM; of a span of time, its beginning.

    A bare number counts only with am or pm, hours and minutes only with a colon, am or pm, or after `at`.
    """
    if military := _MILITARY.search(text):
        return f"{military['hour']}:{military['minute']}"
    for match in _TIME.finditer(text):
        if time := _time(match, text):
            return time
    return "12:00" if _NOON.search(text) else None


def year_of(printed: str) -> int:
    """Reads a printed year of four figures, or of two in this century."""
    year = int(printed.replace("O", "0"))
    return year + 2000 if year < 100 else year


def _day(match: re.Match[str], month_first: bool) -> PrintedDate | None:
    groups = match.groupdict()
    if "ordinal" in groups and not (groups["ordinal"] or groups["year"]):
        return None
    if "first" in groups:
        day, month = int(groups["first"]), int(groups["second"])
        if month_first or month > 12:
            day, month = month, day
    else:
        day, month = int(groups["day"]), _month(groups["month"])
    weekday = groups.get("weekday")
    year = year_of(groups["year"]) if groups["year"] else None
    printed = PrintedDate(match.start(), match.end(), day, month, year, WEEKDAYS[weekday.title()] if weekday else None)
    return printed if 1 <= month <= 12 and printed.resolve(2000) else None


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else MONTHS[printed.title()]


def _time(match: re.Match[str], text: str) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    shown = half or match["end_half"] or match["mark"] == ":" or (match["mark"] and _AT.search(text[: match.start()]))
    if not shown or minute > 59 or hour > 23:
        return None
    if not half and match["end_half"]:
        end_half = match["end_half"].lower()[:1]
        earlier = hour % 12 <= int(match["end_hour"]) % 12
        half = end_half if earlier else {"a": "p", "p": "a"}[end_half]
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    # No body meets between one and seven at night: a bare `2.30` is an afternoon.
    if not half and 1 <= hour < 7 and len(match["hour"]) == 1:
        hour += 12
    return f"{hour:02d}:{minute:02d}"
