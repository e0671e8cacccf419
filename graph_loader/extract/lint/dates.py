"""Finds dates that contradict themselves or each other."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from graph_loader.annotate.date_parsing import MONTH, MONTHS, YEAR, PrintedDate, find_days, year_of
from graph_loader.annotate.fields import Line
from graph_loader.annotate.next_meeting import NextMeetingReader
from graph_loader.annotate.profile import load_profile
from graph_loader.extract.lint.finding import Finding, finding_at
from graph_loader.model.dates import exact_day
from graph_loader.model.layout import Layout
from graph_loader.model.record import Record

_MONTH = re.compile(rf"\b{MONTH}")
_MONTH_YEAR = re.compile(rf"\b{MONTH}[\s,]+{YEAR}")


def weekdays(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds days whose weekday is another one: of a day with no year printed, in any year that can be meant."""
    held = record.meeting.evidence.get("date")
    meeting = exact_day(record.meeting.date)
    for block in layout.blocks:
        for printed in find_days(block.text):
            start, _ = block.span(printed.start, printed.end)
            is_own = held is not None and held.start <= start < held.end
            days = _possible_days(printed, meeting, is_own)
            if days and printed.weekday not in {day.weekday() for day in days}:
                advice = f"{' and '.join(map(_with_weekday, days))}: check the day and the weekday."
                yield finding_at("weekday", block, printed.start, printed.end, advice)


def _possible_days(printed: PrintedDate, meeting: date | None, is_own: bool) -> list[date]:
    """Gives the days that a date with a weekday can mean; the year of the meeting's own is known from elsewhere."""
    if printed.weekday is None or not (printed.year or meeting):
        return []
    around = [0] if printed.year or is_own else [-1, 0, 1]
    years = [(printed.year or (meeting.year if meeting else 0)) + offset for offset in around]
    return [day for year in years if (day := printed.resolve(year))]


def _with_weekday(day: date) -> str:
    return f"{_named(day)} is a {calendar.day_name[day.weekday()]}"


def title_month(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds a title with a month and year in which the meeting was not held; one with several months says a period."""
    title, held = record.meeting.evidence.get("title"), record.meeting.date
    if title is None or held is None or len(_MONTH.findall(title.reading)) != 1:
        return
    match = _MONTH_YEAR.search(title.reading)
    if match and f"{year_of(match['year'])}-{MONTHS[match['month'].title()]:02d}" != held[:7]:
        advice = f"The meeting is dated {held}: check the title and the date."
        yield Finding("title_month", title.reading, title.start, title.end, advice)


def next_meeting(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds a next meeting that is announced for the day of this one or for a day before it."""
    held = exact_day(record.meeting.date)
    if held is None or record.meeting.next_meeting is not None:
        return
    lines = [Line(block.text, 0, block) for block in layout.blocks]
    found = NextMeetingReader(load_profile(record.profile).minutes.next_meeting).read(lines, None)
    following = exact_day(found.meeting.date) if found else None
    if found and following and following <= held:
        block = found.line.block
        for printed in find_days(block.text):
            if printed.year and printed.resolve(printed.year) == following:
                advice = f"This meeting was on {_named(held)}: check the day and the year."
                yield finding_at("next_meeting", block, printed.start, printed.end, advice)
                return


def _named(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
