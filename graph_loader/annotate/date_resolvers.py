"""Resolves one kind of time each against the day of the meeting, whose words a pattern has matched."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta
from numpy import busday_offset

from graph_loader.annotate.date_parsing import MONTHS, WEEKDAYS, year_of

DateKind = Literal["day", "week", "month", "season", "quarter", "year", "fiscal_year", "range", "next_meeting"]

NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
NUMBERS |= {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18}
_LONGEST_MONTHS = 62
"""How many days hold each number of a day of the month."""
_UNITS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
WEEKDAYS_LOWER = {name.lower(): number for name, number in WEEKDAYS.items() if len(name) > 5}
NOUN_BEHIND = re.compile(r"\s(?!(?:and|or|but|to|when|if|as|for|in|at|of|so|that)\b)[a-z]")
"""What makes a month say which thing is meant, not when: `once the January bill is in`."""
_LIST_BEHIND = re.compile(r"\s(?:agenda|programme|calendar|list)\b")
"""What a month may stand before behind `on the` and still say when: `on the May agenda`."""
_LEFT_OVER = re.compile(r"(?:forward|over|outstanding|deferred|arising|adjourned|left)\s$", re.IGNORECASE)
"""What makes `from November` the past: `carried forward from November`."""

_MOVED = (
    r"extended|postponed|deferred|delayed|moved|put|pushed|back|secured|funded|place|available|booked|agreed|set|lasts?"
)
_UP_TO = re.compile(rf"\b(?P<moved>(?:{_MOVED})\s)?(?:up\s)?to\s$")
"""What leads in the end of a month up to which something is counted, or up to which it is to last."""
_PAST_BEHIND = re.compile(r"\s(?:had|has|have|was|were|stood|came|totalled|showed|fell|rose)\b")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Is what a time in words is resolved against: the meeting's day, name and next one, the month fiscal years begin.

    Each is None or empty where it is not known; then what depends on it is not resolved.
    """

    day: date | None = None
    next_meeting: str | None = None
    fiscal_year_month: int | None = None
    series: str = ""


Resolved = tuple[str, DateKind] | None
Resolver = Callable[[re.Match[str], Anchor, int], Resolved]


def month_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a month with its year, or the end of it: `end of March 2019`."""
    value = f"{year_of(match['year'])}-{MONTHS[match['month'].title()]:02d}"
    return (end_of(value), "day") if match["end"] else (value, "month")


def month_of_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a month of the year of the meeting or of one beside it: `August next year`."""
    if anchor.day is None:
        return None
    year = anchor.day.year + {"next": 1, "this": 0, "last": -1}[match["which"].lower()]
    value = f"{year}-{MONTHS[match['month'].title()]:02d}"
    return (end_of(value), "day") if match["end"] else (value, "month")


def months(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a span of months: `June to August`."""
    if match.string[max(0, match.start() - len("the ")) : match.start()].lower() == "the " and NOUN_BEHIND.match(
        match.string, match.end()
    ):
        # `a report on the April to June quarter`
        return None
    first, last = (MONTHS[match[group].title()] for group in ("month", "month_2"))
    years = [match["year"], match["year_2"]]
    year_2 = year_of(years[1] or years[0]) if any(years) else year_of_month(last, anchor, direction)
    if year_2 is None:
        return None
    year = year_of(years[0]) if years[0] else year_2 - (first > last)
    return f"{year}-{first:02d}/{year_2}-{last:02d}", "range"


def month_alone(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a month without a year: `by March`."""
    lead = match["lead"].lower()
    if match["end"] and _is_counted_up(match, direction):
        return _end_past(MONTHS[match["month"].title()], anchor)
    is_topic = match.group().lower().startswith("on the ") and not _LIST_BEHIND.match(match.string, match.end())
    is_named = not match["end"] and (lead == "the" or match.group().lower().startswith("of the ") or is_topic)
    if is_named and NOUN_BEHIND.match(match.string, match.end()):
        # `copies of the June minutes`
        return None
    if lead == "from" and _LEFT_OVER.search(match.string, 0, match.start()):
        direction = -1
    elif lead in {"by", "until", "till", "before", "next", "from"} or match["end"]:
        direction = 1
    elif lead in {"since", "last"}:
        direction = -1
    month = MONTHS[match["month"].title()]
    year = year_of_month(month, anchor, direction)
    if year is None:
        return None
    value = f"{year}-{month:02d}"
    return (end_of(value), "day") if match["end"] else (value, "month")


def _is_counted_up(match: re.Match[str], direction: int) -> bool:
    """Tells `visits had been made to the end of March` from what will go on up to then, or is moved to then."""
    if not (lead := _UP_TO.search(match.string, 0, match.start())) or lead["moved"]:
        return False
    return direction < 0 or _PAST_BEHIND.match(match.string, match.end()) is not None


def _end_past(month: int, anchor: Anchor) -> Resolved:
    """Gives the last day of a month that is lately over, None for one long ago: what was counted is told soon."""
    if anchor.day is None or (month - anchor.day.month) % 12 < 8:
        return None
    return end_of(f"{year_of_month(month, anchor, -1)}-{month:02d}"), "day"


def year_of_month(month: int, anchor: Anchor, direction: int) -> int | None:
    """Gives the year of a month: of the next one (1), the last (-1), or one close at hand (0)."""
    if anchor.day is None:
        return None
    ahead = (month - anchor.day.month) % 12
    if direction == 0:
        # With no tense to go by, only a month close at hand is certain enough.
        if 4 < ahead < 8:
            return None
        direction = 1 if ahead <= 4 else -1
    months = ahead if direction > 0 else ahead - 12 if ahead else 0
    return (anchor.day + relativedelta(months=months)).year


def end_of(month: str) -> str:
    """Gives the last day of a month."""
    first = date.fromisoformat(f"{month}-01")
    return (first + relativedelta(months=1) - timedelta(days=1)).isoformat()


def in_some_time(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a time counted from the meeting: `within six weeks`."""
    if anchor.day is None or (direction < 0 and not match["time"] and match["lead"].lower() == "in"):
        return None
    number = match["number"].lower()
    count = NUMBERS.get(number) or int(number)
    day = _working_day(anchor.day, count) if match["working"] else anchor.day + _UNITS[match["unit"].lower()] * count
    if match["next"] and match["lead"].lower() != "within":
        return f"{anchor.day.isoformat()}/{day.isoformat()}", "range"
    # `about six months` fixes the month, not the day.
    return (day.strftime("%Y-%m"), "month") if match["about"] else (day.isoformat(), "day")


def _working_day(day: date, count: int) -> date:
    """Gives the day that lies some working days on: Monday to Friday, whatever the holidays are."""
    resolved: date = busday_offset(day, count, roll="backward").astype(date)
    return resolved


def next_or_this(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives `next week`, `this month`, `next Friday`."""
    if anchor.day is None:
        return None
    which = match["which"].lower()
    if which == "following" and direction <= 0:
        return None
    steps = {"next": 1, "following": 1, "this": 0, "last": -1}[which]
    unit = match["unit"].lower()
    if unit in WEEKDAYS_LOWER:
        return _weekday(anchor.day, WEEKDAYS_LOWER[unit], steps)
    if unit == "week":
        monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=steps)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", "week"
    if unit == "month":
        return (anchor.day + relativedelta(months=steps)).strftime("%Y-%m"), "month"
    return str(anchor.day.year + steps), "year"


def _weekday(anchor: date, weekday: int, steps: int) -> Resolved:
    if steps < 0:
        return None
    ahead = (weekday - anchor.weekday() - 1) % 7 + 1
    return (anchor + timedelta(days=ahead)).isoformat(), "day"


def coming_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the next day of a weekday: `by Friday`."""
    ahead = direction > 0 or match["lead"].lower() != "on"
    return _weekday(anchor.day, WEEKDAYS_LOWER[match["unit"].lower()], 1) if anchor.day and ahead else None


def weekday_week(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the day a week behind the next one of a weekday: `by Friday week`."""
    if anchor.day is None:
        return None
    ahead = (WEEKDAYS_LOWER[match["unit"].lower()] - anchor.day.weekday() - 1) % 7 + 8
    return (anchor.day + timedelta(days=ahead)).isoformat(), "day"


def tomorrow(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the day behind the meeting's."""
    return ((anchor.day + timedelta(days=1)).isoformat(), "day") if anchor.day else None


def coming_week(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the seven days from the meeting on: `in the coming week`."""
    if anchor.day is None:
        return None
    return f"{anchor.day.isoformat()}/{(anchor.day + timedelta(days=7)).isoformat()}", "range"


def coming_day(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the next day of a number alone: `by the 28th`."""
    if anchor.day is None or (direction <= 0 and match["lead"].lower() == "on"):
        return None
    days = (anchor.day + timedelta(days=ahead) for ahead in range(_LONGEST_MONTHS))
    found = next((day for day in days if day.day == int(match["day"])), None)
    return (found.isoformat(), "day") if found else None


def meeting_of_month(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the month of a meeting: `the May meeting`."""
    year = year_of_month(MONTHS[match["month"].title()], anchor, direction)
    return (f"{year}-{MONTHS[match['month'].title()]:02d}", "month") if year else None


def end_of_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the end of a calendar or fiscal year."""
    if match["year"]:
        return f"{year_of(match['year'])}-12-31", "day"
    if anchor.day is None:
        return None
    later = 1 if (match["which"] or "").lower() == "next" else 0
    if match["fiscal"]:
        begin = _fiscal_begin(anchor)
        return ((begin + relativedelta(years=1 + later, days=-1)).isoformat(), "day") if begin else None
    return f"{anchor.day.year + later}-12-31", "day"


def end_of_month_or_week(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives `the end of the month`, `the end of next week`: a week may end with its work or with its Sunday."""
    if anchor.day is None or direction < 0:
        return None
    later = 1 if (match["which"] or "").lower() == "next" else 0
    if match["unit"].lower() == "month":
        return end_of((anchor.day + relativedelta(months=later)).strftime("%Y-%m")), "day"
    sunday = anchor.day + timedelta(days=6 - anchor.day.weekday(), weeks=later)
    friday = max(sunday - timedelta(days=2), anchor.day)
    return (f"{friday.isoformat()}/{sunday.isoformat()}", "range") if friday < sunday else (sunday.isoformat(), "day")


def end_of_fiscal_span(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the end of a fiscal year of two figures: `the end of 2018/19`."""
    first, last = year_of(match["first"]), year_of(match["last"])
    if last != first + 1 or anchor.fiscal_year_month is None:
        return None
    return (date(last, anchor.fiscal_year_month, 1) - timedelta(days=1)).isoformat(), "day"


def _fiscal_begin(anchor: Anchor) -> date | None:
    """Gives the first day of the fiscal year in which the meeting falls."""
    if anchor.day is None or anchor.fiscal_year_month is None:
        return None
    begin = date(anchor.day.year, anchor.fiscal_year_month, 1)
    return begin if begin <= anchor.day else begin - relativedelta(years=1)


def financial_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives `this financial year`, `the next`."""
    begin = _fiscal_begin(anchor)
    if begin is None:
        return None
    year = begin.year + {"next": 1, "new": 1, "last": -1, "previous": -1}.get(match["which"].lower(), 0)
    return f"{year}/{year + 1}", "fiscal_year"


def this_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the year of the meeting: `later in the year`."""
    return (str(anchor.day.year), "year") if anchor.day and direction > 0 else None


def first_of_month(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the first day of a month: `the first of May`."""
    month = MONTHS[match["month"].title()]
    year = year_of(match["year"]) if match["year"] else year_of_month(month, anchor, direction)
    return (date(year, month, 1).isoformat(), "day") if year else None


def fiscal_span(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a fiscal year of two figures: `2018/19`."""
    first, last = year_of(match["first"]), year_of(match["last"])
    return (f"{first}/{last}", "fiscal_year") if last == first + 1 else None


def quarter(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a quarter of a calendar or fiscal year."""
    year = year_of(match["first"])
    printed = (match["quarter"] or match["ordinal"]).lower()
    number = _ORDINALS.get(printed) or int(printed)
    if match["last"] and anchor.fiscal_year_month is None:
        return None
    begin = date(year, (anchor.fiscal_year_month or 1) if match["last"] else 1, 1)
    begin += relativedelta(months=3 * (number - 1))
    return f"{begin:%Y-%m}/{begin + relativedelta(months=2):%Y-%m}", "quarter"


def coming_quarter(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the next quarter of that number that is not over, or its end, where fiscal years are known: `end of Q4`."""
    begin = _fiscal_begin(anchor)
    if begin is None or anchor.day is None or direction < 0 or NOUN_BEHIND.match(match.string, match.end()):
        # `in the Q3 pack` says which pack is meant.
        return None
    number = int(match["quarter"] or match["figure"] or _ORDINALS[match["ordinal"].lower()])
    start = begin + relativedelta(months=3 * (number - 1))
    if start + relativedelta(months=3) <= anchor.day:
        start += relativedelta(years=1)
    last = f"{start + relativedelta(months=2):%Y-%m}"
    return (end_of(last), "day") if match["end"] else (f"{start:%Y-%m}/{last}", "quarter")


def year_alone(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a year as printed."""
    return match["year"], "year"


def next_meeting(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the day of the next meeting."""
    return (anchor.next_meeting, "next_meeting") if anchor.next_meeting else None


def next_of_board(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the day of the next meeting where a board calls it `the next Board`."""
    is_own = match["board"].lower() in anchor.series.lower().split()
    return (anchor.next_meeting, "next_meeting") if anchor.next_meeting and is_own else None
