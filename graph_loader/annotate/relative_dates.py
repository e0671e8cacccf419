"""Resolves the times that minutes give in words against the day of the meeting, as ISO 8601 or EDTF."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from numpy import busday_offset

from graph_loader.annotate.date_parsing import MONTH, WEEKDAYS, YEAR, PrintedDate, find_days, is_month_first, year_of
from graph_loader.annotate.date_parsing import MONTHS as _MONTHS

DateKind = Literal["day", "week", "month", "season", "quarter", "year", "fiscal_year", "range", "next_meeting"]

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBERS |= {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18}
_LONGEST_MONTHS = 62
"""How many days hold each number of a day of the month."""
_UNITS = {
    "day": relativedelta(days=1),
    "week": relativedelta(weeks=1),
    "fortnight": relativedelta(weeks=2),
    "month": relativedelta(months=1),
    "year": relativedelta(years=1),
}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the first of a season's three months
_SEASON_MONTHS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_FUTURE = r"will|shall|would|(?:is|are|due|going|expected|planned|scheduled|hoped?)\sto|to\sbe|due|expected|planned"
_FUTURE += r"|(?:undertook|undertakes|agreed|agrees|promised|promises|offered|intends|plans)\sto"
_FUTURE += r"|scheduled|by|until|next|future|ready|deadline"
# `AB to write on the 5th`: names in front of `to` at the head of a sentence.
_FUTURE += r"|(?-i:(?<![^\n])[A-Z][\w/]{0,20}(?:\s[A-Z][\w/]{0,20}){0,3}\sto(?=\s[a-z]))"
_PAST = r"had|was|were|has|(?<!to\s)have|been|since|last|ago|previous|previously|took|led"
_PAST += r"|following(?!\s(?:week|month|year))|reported\son"
_PAST += r"|(?<!be\s)held|(?<!be\s)received"
_PAST += r"|averaged|fell|rose|stood|dropped|climbed|peaked|totalled|ran|began|(?<!be\s)(?:opened|launched|published)"
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_MONTH_2 = MONTH.replace("month", "month_2")
_YEAR_2 = YEAR.replace("year", "year_2")
# What a sentence must hold for a rule below to find anything: a figure, the name of a month, a word for a time.
_CLUES = {"figure": re.compile(r"\d"), "year_figure": re.compile(r"\d[0-9O]{3}"), "name": re.compile(MONTH)}
_WORDS = ("day", "week", "fortnight", "month", "year", "christmas", "easter", *_SEASONS, "meeting")
_IN_SEASON = " ".join(_SEASONS)
_NOUN_BEHIND = re.compile(r"\s(?!(?:and|or|but|to|when|if|as|for|in|at|of|so|that)\b)[a-z]")
"""What makes a month say which thing is meant, not when: `once the January bill is in`."""
_LEFT_OVER = re.compile(r"(?:forward|over|outstanding|deferred|arising|adjourned|left)\s$", re.IGNORECASE)
"""What makes `from November` the past: `carried forward from November`."""
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Is what a time in words is resolved against: the meeting's day, its next one, and the month fiscal years begin.

    Each is None where it is not known; then what depends on it is not resolved.
    """

    day: date | None = None
    next_meeting: str | None = None
    fiscal_year_month: int | None = None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Is one time expression: offsets in the text searched, the value in ISO 8601 or EDTF, and its kind."""

    start: int
    end: int
    value: str
    kind: DateKind


_Resolved = tuple[str, DateKind] | None
_Resolver = Callable[[re.Match[str], Anchor, int], _Resolved]


def find_dates(text: str, anchor: Anchor, month_first: bool | None = None) -> Iterator[FoundDate]:
    """Yields the time expressions of one sentence in order, none overlapping; what stays vague is not yielded."""
    clues = _clues(text)
    if not clues:
        return
    tenses = _Tenses(text)
    month_first = is_month_first(text) if month_first is None else month_first
    found = list(_days(text, anchor, month_first, tenses)) if "figure" in clues else []
    for needed, pattern, resolver in _RULES:
        for match in () if needed.isdisjoint(clues) else pattern.finditer(text):
            if resolved := resolver(match, anchor, tenses.direction(match.start())):
                found.append(FoundDate(match.start(), match.end(), *resolved))
    end = 0
    for entry in sorted(found, key=lambda entry: (entry.start, -entry.end)):
        if entry.start >= end:
            yield entry
            end = entry.end


def _clues(text: str) -> set[str]:
    lowered = text.lower()
    found = {word for word in _WORDS if word in lowered}
    return found | {clue for clue, pattern in _CLUES.items() if pattern.search(text)}


def resolve_day(printed: PrintedDate, anchor: date, direction: int) -> date | None:
    """Gives the day with its year: as printed, else by its weekday, else the next (1), last (-1) or nearest (0) one."""
    if printed.year:
        return printed.resolve(printed.year)
    days = [day for year in (anchor.year - 1, anchor.year, anchor.year + 1) if (day := printed.resolve(year))]
    if direction:
        days = [day for day in days if (day - anchor).days * direction >= 0]
    if printed.weekday is not None:
        days = [day for day in days if day.weekday() == printed.weekday] or ([] if direction else days)
    return min(days, key=lambda day: abs(day - anchor), default=None)


class _Tenses:
    """Knows where the tense words of a text stand, sought when first asked, and which look ahead (1) or back (-1)."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _cues(self) -> list[re.Match[str]]:
        return list(_CUE.finditer(self._text))

    def direction(self, position: int) -> int:
        """Tells by the nearest tense word in front, else the first behind, where a time lies; 0 when there is none."""
        if not self._cues:
            return 0
        at = bisect_right(self._cues, position, key=re.Match.start)
        return 1 if self._cues[max(at - 1, 0)]["future"] else -1


def _days(text: str, anchor: Anchor, month_first: bool, tenses: _Tenses) -> Iterator[FoundDate]:
    for printed in find_days(text, month_first):
        day = (
            resolve_day(printed, anchor.day, tenses.direction(printed.start))
            if anchor.day
            else printed.resolve(printed.year or 0)
        )
        if day:
            yield FoundDate(printed.start, printed.end, day.isoformat(), "day")


def _month_year(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    value = f"{year_of(match['year'])}-{_MONTHS[match['month'].title()]:02d}"
    return (_end_of(value), "day") if match["end"] else (value, "month")


def _months(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    first, last = (_MONTHS[match[group].title()] for group in ("month", "month_2"))
    years = [match["year"], match["year_2"]]
    year_2 = year_of(years[1] or years[0]) if any(years) else _year_of_month(last, anchor, direction)
    if year_2 is None:
        return None
    year = year_of(years[0]) if years[0] else year_2 - (first > last)
    return f"{year}-{first:02d}/{year_2}-{last:02d}", "range"


def _month_alone(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    lead = match["lead"].lower()
    if lead == "the" and not match["end"] and _NOUN_BEHIND.match(match.string, match.end()):
        return None
    if lead == "from" and _LEFT_OVER.search(match.string, 0, match.start()):
        direction = -1
    elif lead in {"by", "until", "till", "before", "next", "from"} or match["end"]:
        direction = 1
    elif lead in {"since", "last"}:
        direction = -1
    month = _MONTHS[match["month"].title()]
    year = _year_of_month(month, anchor, direction)
    if year is None:
        return None
    value = f"{year}-{month:02d}"
    return (_end_of(value), "day") if match["end"] else (value, "month")


def _year_of_month(month: int, anchor: Anchor, direction: int) -> int | None:
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


def _end_of(month: str) -> str:
    first = date.fromisoformat(f"{month}-01")
    return (first + relativedelta(months=1) - timedelta(days=1)).isoformat()


def _in_some_time(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    if anchor.day is None or (direction < 0 and not match["time"] and match["lead"].lower() == "in"):
        return None
    number = match["number"].lower()
    count = _NUMBERS.get(number) or int(number)
    day = _working_day(anchor.day, count) if match["working"] else anchor.day + _UNITS[match["unit"].lower()] * count
    if match["next"] and match["lead"].lower() != "within":
        return f"{anchor.day.isoformat()}/{day.isoformat()}", "range"
    # `about six months` fixes the month, not the day.
    return (day.strftime("%Y-%m"), "month") if match["about"] else (day.isoformat(), "day")


def _working_day(day: date, count: int) -> date:
    """Gives the day that lies some working days on: Monday to Friday, whatever the holidays are."""
    resolved: date = busday_offset(day, count, roll="backward").astype(date)
    return resolved


def _next_or_this(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
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


def _weekday(anchor: date, weekday: int, steps: int) -> _Resolved:
    if steps < 0:
        return None
    ahead = (weekday - anchor.weekday() - 1) % 7 + 1
    return (anchor + timedelta(days=ahead)).isoformat(), "day"


def _coming_weekday(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    ahead = direction > 0 or match["lead"].lower() != "on"
    return _weekday(anchor.day, WEEKDAYS_LOWER[match["unit"].lower()], 1) if anchor.day and ahead else None


def _coming_day(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    """Gives the next day of a number alone: `by the 28th`."""
    if anchor.day is None or (direction <= 0 and match["lead"].lower() == "on"):
        return None
    days = (anchor.day + timedelta(days=ahead) for ahead in range(_LONGEST_MONTHS))
    found = next((day for day in days if day.day == int(match["day"])), None)
    return (found.isoformat(), "day") if found else None


def _meeting_of_month(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    year = _year_of_month(_MONTHS[match["month"].title()], anchor, direction)
    return (f"{year}-{_MONTHS[match['month'].title()]:02d}", "month") if year else None


def _end_of_year(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    if match["year"]:
        return f"{year_of(match['year'])}-12-31", "day"
    if anchor.day is None:
        return None
    later = 1 if (match["which"] or "").lower() == "next" else 0
    if match["fiscal"]:
        begin = _fiscal_begin(anchor)
        return ((begin + relativedelta(years=1 + later, days=-1)).isoformat(), "day") if begin else None
    return f"{anchor.day.year + later}-12-31", "day"


def _end_of_month_or_week(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    if anchor.day is None or direction < 0:
        return None
    later = 1 if (match["which"] or "").lower() == "next" else 0
    if match["unit"].lower() == "month":
        return _end_of((anchor.day + relativedelta(months=later)).strftime("%Y-%m")), "day"
    monday = anchor.day - timedelta(days=anchor.day.weekday()) + timedelta(weeks=later)
    return (monday + timedelta(days=6)).isoformat(), "day"


def _end_of_fiscal_span(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
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


def _financial_year(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    begin = _fiscal_begin(anchor)
    if begin is None:
        return None
    year = begin.year + {"next": 1, "new": 1, "last": -1, "previous": -1}.get(match["which"].lower(), 0)
    return f"{year}/{year + 1}", "fiscal_year"


def _new_year(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    if anchor.day is None or direction < 0:
        return None
    return str(anchor.day.year + (anchor.day.month > 1)), "year"


def _feast(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    if anchor.day is None:
        return None
    for year in (anchor.day.year, anchor.day.year + 1):
        day = easter(year) if match["feast"].lower() == "easter" else date(year, 12, 25)
        if day >= anchor.day:
            return day.isoformat(), "day"
    return None


def _season(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    season = match["season"].lower()
    if match["year"]:
        return _season_months(year_of(match["year"]), season), "season"
    which = (match["which"] or "").lower()
    year = _year_of_month(_SEASON_MONTHS[season], anchor, 1 if which in {"next", "this"} else direction)
    return (_season_months(year, season), "season") if year else None


def _end_of_season(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    season = match["season"].lower()
    year = _year_of_month(_SEASON_MONTHS[season], anchor, 1)
    if year is None or direction < 0:
        return None
    return _end_of(_season_months(year + (match["which"] is not None), season).rpartition("/")[2]), "day"


def _this_year(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    return (str(anchor.day.year), "year") if anchor.day and direction > 0 else None


def _first_of_month(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    month = _MONTHS[match["month"].title()]
    year = year_of(match["year"]) if match["year"] else _year_of_month(month, anchor, direction)
    return (date(year, month, 1).isoformat(), "day") if year else None


def _season_months(year: int, season: str) -> str:
    first = date(year, _SEASONS[season], 1)
    return f"{first:%Y-%m}/{first + relativedelta(months=2):%Y-%m}"


def _fiscal_span(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    first, last = year_of(match["first"]), year_of(match["last"])
    return (f"{first}/{last}", "fiscal_year") if last == first + 1 else None


def _quarter(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    year = year_of(match["first"])
    printed = (match["quarter"] or match["ordinal"]).lower()
    quarter = _ORDINALS.get(printed) or int(printed)
    if match["last"] and anchor.fiscal_year_month is None:
        return None
    begin = date(year, (anchor.fiscal_year_month or 1) if match["last"] else 1, 1)
    begin += relativedelta(months=3 * (quarter - 1))
    return f"{begin:%Y-%m}/{begin + relativedelta(months=2):%Y-%m}", "quarter"


def _year_alone(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    return match["year"], "year"


def _next_meeting(match: re.Match[str], anchor: Anchor, direction: int) -> _Resolved:
    return (anchor.next_meeting, "next_meeting") if anchor.next_meeting else None


_NO_DAY = (
    r"(?!\s?(?:of\s)?(?:[A-Z]|floor|edition|birthday|anniversary|century|place|time|year|quarter|round|draft|and|/))"
)
WEEKDAYS_LOWER = {name.lower(): number for name, number in WEEKDAYS.items() if len(name) > 5}
_UNTIL = r"(?P<lead>by|in|on|from|until|till|before|since|during|for|of|next|last|this|early|mid|late|the|between)"
_END = r"(?P<end>\bend\s(?:of\s)?)?"
_SPAN = r"(?P<first>\d{4}|\d{2})\s?(?:/|–|—)\s?(?P<last>\d{4}|\d{2})"
_NO_FIGURE = r"(?!\.?\d|[/-])"
_RULES: tuple[tuple[frozenset[str], re.Pattern[str], _Resolver], ...] = tuple(
    (frozenset(needed.split()), re.compile(pattern), resolver)
    for needed, pattern, resolver in (
        ("name", rf"{_END}\b{MONTH}(?:\sof)?[\s,]{{1,2}}{YEAR}", _month_year),
        ("name", rf"\b{MONTH}(?:\s{YEAR})?\s?(?:or|to|and|/|-|–)\s?{_MONTH_2}(?:\s{_YEAR_2})?", _months),
        ("name",
         rf"\b(?i:{_UNTIL})\s(?i:the\s)?{_END}(?:early\s|late\s|mid[-\s])?{MONTH}(?!\s?\d|\s?(?:or|and|/|-|–|to)\s?[A-Z])",
         _month_alone),
        ("day week fortnight month year",
         rf"\b(?i:(?P<lead>in|within|over|during|for)\s(?P<next>the\snext\s)?(?P<about>about\s|around\s|approximately\s)?"
         rf"{_NUMBER}[-\s](?P<working>working\s)?(?P<unit>day|week|fortnight|month|year)s?(?:['’]s?)?(?P<time>\stime)?)\b(?!\s(?:ago|period|old|of)\b)",
         _in_some_time),
        ("day week month year", rf"\b(?i:(?P<which>next|this|last|(?<=the\s)following)\s"
         rf"(?P<unit>week|month|year|{'|'.join(WEEKDAYS_LOWER)}))\b(?!['’]s)",
         _next_or_this),
        ("day", rf"\b(?i:(?P<lead>by|before|until|on)\s(?P<unit>{'|'.join(WEEKDAYS_LOWER)}))\b"
         rf"(?![\s,]+(?:the\s)?(?:\d|{MONTH})|\s(?i:evening|morning|afternoon|night)s"
         rf"|\s?(?:,|and|or|to|&)\s(?i:{'|'.join(WEEKDAYS_LOWER)}))",
         _coming_weekday),
        ("day", rf"\b(?i:(?P<lead>by|before|until|on|from)\s(?P<unit>{'|'.join(WEEKDAYS_LOWER)})\snext)\b",
         _coming_weekday),
        ("name", rf"\b(?i:the\sfirst\sof)\s{MONTH}(?:[\s,]{{1,2}}{YEAR})?", _first_of_month),
        ("figure", rf"\b(?i:(?P<lead>by|before|until|on)\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th))\b{_NO_DAY}",
         _coming_day),
        ("name", rf"\b(?i:(?:by|before|to|at|for|in|until)\s)?(?i:the\s)?{MONTH}(?:['’]s)?\s"
         r"(?:[A-Z]\w+\s){0,3}(?i:meeting|session)\b",
         _meeting_of_month),
        ("year year_figure", rf"\b(?i:(?:the\s)?end\sof\s(?:(?:the|this|(?P<which>next))\s)?(?:calendar\s)?"
         rf"(?P<fiscal>financial\s|fiscal\s)?(?:year\b(?!\s\d)|{YEAR}(?!\s?[/–—-]\s?\d)))", _end_of_year),
        ("week month", r"\b(?i:(?:the\s)?end\sof\s(?:the|this|(?P<which>next))\s(?P<unit>month|week))\b(?!['’]s)",
         _end_of_month_or_week),
        ("figure", rf"\b(?i:(?:the\s)?end\sof\s(?:(?:the\s)?(?:financial|fiscal)\syear\s)?){_SPAN}{_NO_FIGURE}",
         _end_of_fiscal_span),
        ("year",
         r"\b(?i:(?P<which>this|next|new|current|last|previous)\s(?:financial|fiscal)\syear)\b", _financial_year),
        ("year", r"\b(?:[Ii]n|[Bb]y|into|[Aa]fter|during|early\sin|[Ff]rom|at)\sthe\s(?:New\sYear|new\syear)\b"
         r"(?!['’])", _new_year),
        ("christmas easter", r"\b(?i:by|before|until|ahead\sof|in\stime\sfor)\s(?:the\s)?(?P<feast>Christmas|Easter)\b"
         r"(?!\s(?:party|card|fair|market|lights|tree))", _feast),
        ("christmas easter",
         r"\b(?i:for|over|at)\s(?P<feast>Christmas|Easter)\b(?!\s(?:period|party|card))", _feast),
        ("year_figure", rf"\b(?i:(?:in|by|during|over|from|until|before)\s(?:the\s)?(?:early\s|late\s)?)?"
         rf"(?i:(?P<which>next|this)\s)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\sof)?\s{YEAR}", _season),
        (_IN_SEASON,
         r"\b(?i:(?:in|by|during|over|until|before)\s(?:the\s)?(?:early\s|late\s)?(?:(?P<which>next|this)\s)?|this\s)"
         r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?P<year>)(?!\s[A-Z])", _season),
        (_IN_SEASON, r"\b(?i:end\sof\s(?:the|this|(?P<which>next))\s)"
         r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?!\s[A-Zt])", _end_of_season),
        ("week month", r"\b(?i:within\sthe\s(?P<unit>week|month))\b(?P<which>)", _end_of_month_or_week),
        ("year", r"\b(?i:later\sin|during|within)\sthe\s(?:current\s)?year\b(?!\s[\dt])", _this_year),
        ("figure", rf"(?<![\d/.-]){_SPAN}{_NO_FIGURE}", _fiscal_span),
        ("year_figure", rf"(?<![\d/.-])(?P<first>20\d{{2}})-(?P<last>\d{{2}}){_NO_FIGURE}", _fiscal_span),
        ("year_figure",
         r"\b(?i:Q(?:uarter\s)?(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth|final|last)\squarter)"
         r"(?:\sof)?,?\s(?P<first>\d{4})(?:\s?[/–-]\s?(?P<last>\d{2,4}))?\b", _quarter),
        ("year_figure",
         r"\b(?i:in|by|during|since|until|before|for|of|from|early|late|mid)[-\s](?P<year>(?:19|20)\d{2})\b"
         r"(?!\s?[/–-]\s?\d)", _year_alone),
        ("meeting", r"\b(?i:next\s(?:[A-Z]\w+\s)?meeting)\b(?!\s(?:of|for|with|between|on)\b|\sin\s[A-Z])",
         _next_meeting),
    )
)  # fmt: skip
