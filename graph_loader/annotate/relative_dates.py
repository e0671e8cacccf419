"""Resolves the times that minutes give in words against the day of the meeting, as ISO 8601 or EDTF."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from graph_loader.annotate import date_resolvers as by
from graph_loader.annotate import season_resolvers as seasons
from graph_loader.annotate.date_parsing import MONTH, YEAR, PrintedDate, find_days, is_month_first
from graph_loader.annotate.date_resolvers import NUMBERS, WEEKDAYS_LOWER, Anchor, DateKind, Resolver
from graph_loader.annotate.season_resolvers import SEASONS

_FUTURE = r"will|shall|would|(?:is|are|due|going|expected|planned|scheduled|hoped?)\sto|to\sbe|due|expected|planned"
_FUTURE += r"|(?:undertook|undertakes|agreed|agrees|promised|promises|offered|intends|plans)\sto"
_FUTURE += r"|(?:agreed|resolved|requested|decided)\sthat|(?:asked|requested|tasked|instructed)\sto|should(?!\shave)"
_FUTURE += r"|scheduled|by|until|next|future|ready|deadline"
_NO_PARTICIPLE = r"(?!\s(?:an?|the|his|her|its|their|our|it|them|him|to|some|any|no|\d))"
_PAST = rf"had|was|were|has|(?<!to\s)have{_NO_PARTICIPLE}|been|since|last|ago|previous|previously|took|led"
_PAST += r"|following(?!\s(?:week|month|year))|reported\son"
_PAST += r"|(?<!be\s)held|(?<!be\s)received"
_PAST += r"|averaged|fell|rose|stood|dropped|climbed|peaked|totalled|ran|began|(?<!be\s)(?:opened|launched|published)"
_CUE = re.compile(rf"\b(?=[a-z])(?:(?P<future>{_FUTURE})|{_PAST})\b")
"""Is sought in the text in small letters, which takes a fifth of the time that it takes in any case."""
_ORDER = re.compile(r"(?<![^\n])[A-Z][\w/]{0,20}(?:\s[A-Z][\w/]{0,20}){0,3}\sto(?=\s[a-z])")
"""What looks ahead by its capitals: `AB to write on the 5th`, names in front of `to` at the head of a sentence."""
_UNTIL_THEN = re.compile(r"\b(?:before|until|once)\b[^.,;:]*$", re.IGNORECASE)
"""What makes the past tense behind it one that lies ahead as well."""
_ASIDE = re.compile(r",\s(?:[a-z]+ing|which|who|whose)\b[^,;:]*$")
_BACK = re.compile(r"^[^,;:]*,\s(?:in\stime\sfor|by|before|at|to|for)\s[^,;:]*$")
"""What stands between a verb in an aside and a time that goes with the verb before the aside."""
_MONTH_2 = MONTH.replace("month", "month_2")
_YEAR_2 = YEAR.replace("year", "year_2")
# What a sentence must hold for a rule below to find anything: a figure, the name of a month, a word for a time.
_CLUES = {"figure": re.compile(r"\d"), "year_figure": re.compile(r"\d[0-9O]{3}"), "name": re.compile(MONTH)}
_WORDS = (
    "day",
    "week",
    "fortnight",
    "month",
    "year",
    "christmas",
    "easter",
    "whitsun",
    "next",
    *SEASONS,
    "meeting",
    "tomorrow",
    "quarter",
)
_IN_SEASON = " ".join(SEASONS)
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Is one time expression: offsets in the text searched, the value in ISO 8601 or EDTF, and its kind."""

    start: int
    end: int
    value: str
    kind: DateKind


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


class _Cue(NamedTuple):
    """Is a word that tells a tense: characters of the text, and whether it looks ahead."""

    start: int
    end: int
    looks_ahead: bool


class _Tenses:
    """Knows where the tense words of a text stand, sought when first asked, and which look ahead (1) or back (-1)."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _cues(self) -> list[_Cue]:
        small = self._text.lower()
        lowered = small if len(small) == len(self._text) else self._text
        found = [_Cue(*match.span(), match["future"] is not None) for match in _CUE.finditer(lowered)]
        return sorted([*found, *(_Cue(*match.span(), True) for match in _ORDER.finditer(self._text))])

    def direction(self, position: int) -> int:
        """Tells by the nearest tense word in front, else the first behind, where a time lies; 0 when there is none."""
        if not self._cues:
            return 0
        at = max(bisect_right(self._cues, position, key=lambda cue: cue.start) - 1, 0)
        cue = self._cues[at]
        if at and not cue.looks_ahead and self._cues[at - 1].looks_ahead and self._is_aside(at, position):
            return 1
        return 1 if cue.looks_ahead else -1

    def _is_aside(self, at: int, position: int) -> bool:
        """Tells whether a past verb stands in words that look ahead: `would pay before it was sold on 2 May`.

        So does one between commas: `will bring a list, showing who was late, in time for 2 May`.
        """
        between = self._text[self._cues[at - 1].end : self._cues[at].start]
        behind = self._text[self._cues[at].end : position]
        return _UNTIL_THEN.search(between) is not None or bool(_ASIDE.search(between) and _BACK.search(behind))


def _days(text: str, anchor: Anchor, month_first: bool, tenses: _Tenses) -> Iterator[FoundDate]:
    for printed in find_days(text, month_first):
        day = (
            resolve_day(printed, anchor.day, tenses.direction(printed.start))
            if anchor.day
            else printed.resolve(printed.year or 0)
        )
        if day and (week := _WEEK_OF.search(text, max(0, printed.start - _WEEK_LEAD), printed.start)):
            monday = day - timedelta(days=day.weekday())
            value = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
            yield FoundDate(week.start(), printed.end, value, "week")
        elif day:
            yield FoundDate(printed.start, printed.end, day.isoformat(), "day")


_WEEK_LEAD = len("a week of the ")
_WEEK_OF = re.compile(r"\b[Ww]eek\sof\s(?:the\s)?$")
_NO_DAY = (
    r"(?!\s?(?:of\s)?(?:[A-Z]|floor|edition|birthday|anniversary|century|place|time|year|quarter|round|draft|and|/))"
)
_UNTIL = r"(?P<lead>by|in|on|from|until|till|before|since|during|for|of|next|last|this|early|mid|late|the|between)"
_END = r"(?P<end>\b[Ee]nd\s(?:of\s)?)?"
_SPAN = r"(?P<first>\d{4}|\d{2})\s?(?:/|–|—)\s?(?P<last>\d{4}|\d{2})"
_NO_FIGURE = r"(?!\.?\d|[/-])"
_OTHERS = "".join(rf"(?<!\b(?i:{whose})\s)" for whose in ("their", "its", "his", "her"))
"""What keeps the next meeting of somebody else from being the board's own."""
_RULES: tuple[tuple[frozenset[str], re.Pattern[str], Resolver], ...] = tuple(
    (frozenset(needed.split()), re.compile(pattern), resolver)
    for needed, pattern, resolver in (
        ("name", rf"{_END}\b{MONTH}(?:\sof)?[\s,]{{1,2}}{YEAR}", by.month_year),
        ("year",
         rf"\b(?i:{_UNTIL}\s(?:the\s)?)?{_END}{MONTH}\s(?i:of\s)?(?i:(?P<which>next|this|last)\syear)\b(?!['’]s)",
         by.month_of_year),
        ("name", rf"\b{MONTH}(?:\s{YEAR})?\s?(?:or|to|and|/|-|–)\s?{_MONTH_2}(?:\s{_YEAR_2})?", by.months),
        ("name",
         rf"\b(?i:{_UNTIL})\s(?i:the\s)?{_END}(?:early\s|late\s|mid[-\s])?{MONTH}(?!\s?\d|\s?(?:or|and|/|-|–|to)\s?[A-Z])",
         by.month_alone),
        ("day week fortnight month year",
         rf"\b(?i:(?P<lead>in|within|over|during|for(?=\sthe\snext\s))\s(?P<next>the\snext\s)?(?P<about>about\s|around\s|approximately\s)?"
         rf"{_NUMBER}[-\s](?P<working>working\s)?(?P<unit>day|week|fortnight|month|year)s?(?:['’]s?)?(?P<time>\stime)?)\b(?!\s(?:ago|period|old|of)\b)",
         by.in_some_time),
        ("day week month year", rf"\b(?i:(?P<which>next|this|last|(?<=the\s)following)\s"
         rf"(?P<unit>week|month|year|{'|'.join(WEEKDAYS_LOWER)}))\b(?!['’]s)",
         by.next_or_this),
        ("day", rf"\b(?i:(?P<lead>by|before|until|on)\s(?P<unit>{'|'.join(WEEKDAYS_LOWER)}))\b"
         rf"(?![\s,]+(?:the\s)?(?:\d|{MONTH})|\s(?i:evening|morning|afternoon|night)s"
         rf"|\s?(?:,|and|or|to|&)\s(?i:{'|'.join(WEEKDAYS_LOWER)}))",
         by.coming_weekday),
        ("day", rf"\b(?i:(?P<lead>by|before|until|on|from)\s(?P<unit>{'|'.join(WEEKDAYS_LOWER)})\snext)\b",
         by.coming_weekday),
        ("week", rf"\b(?i:(?:by|before|until|on)\s(?P<unit>{'|'.join(WEEKDAYS_LOWER)})\sweek)\b", by.weekday_week),
        ("week fortnight", r"\b(?i:(?P<number>a)\s(?P<unit>week|fortnight)\stoday)\b"
         r"(?P<lead>)(?P<next>)(?P<about>)(?P<working>)(?P<time>)",
         by.in_some_time),
        ("tomorrow", r"\b(?i:tomorrow)\b(?!['’])", by.tomorrow),
        ("week", r"\b(?i:(?:in|over|during|within)\sthe\scoming\sweek)\b", by.coming_week),
        ("figure quarter",
         r"\b(?i:(?P<end>(?:the\s)?end\sof\s)|(?:in|by|during|for|within)\s)(?i:the\s)?"
         r"(?:Q(?P<quarter>[1-4])|(?i:quarter\s(?P<figure>[1-4])|(?P<ordinal>first|second|third|fourth|final)\squarter))"
         r"\b(?!,?\s(?:of\s)?\d)", by.coming_quarter),
        ("name", rf"\b(?i:the\sfirst\sof)\s{MONTH}(?:[\s,]{{1,2}}{YEAR})?", by.first_of_month),
        ("figure", rf"\b(?i:(?P<lead>by|before|until|on)\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th))\b{_NO_DAY}",
         by.coming_day),
        ("name", rf"\b(?i:(?:by|before|to|at|for|in|until)\s)?(?i:the\s)?{MONTH}(?:['’]s)?\s"
         r"(?:[A-Z]\w+\s){0,3}(?i:meeting|session)\b",
         by.meeting_of_month),
        ("year year_figure", rf"\b(?i:(?:the\s)?end\sof\s(?:(?:the|this|(?P<which>next))\s)?(?:calendar\s)?"
         rf"(?P<fiscal>financial\s|fiscal\s)?(?:year\b(?!\s\d)|{YEAR}(?!\s?[/–—-]\s?\d)))", by.end_of_year),
        ("year", r"\b(?i:(?:the\s)?(?P<fiscal>financial\s|fiscal\s)year[-\s]end)\b(?P<year>)(?P<which>)(?!\s\d)",
         by.end_of_year),
        ("week month", r"\b(?i:(?:the\s)?end\sof\s(?:the|this|(?P<which>next))\s(?P<unit>month|week))\b(?!['’]s)",
         by.end_of_month_or_week),
        ("figure", rf"\b(?i:(?:the\s)?end\sof\s(?:(?:the\s)?(?:financial|fiscal)\syear\s)?){_SPAN}{_NO_FIGURE}",
         by.end_of_fiscal_span),
        ("year",
         r"\b(?i:(?P<which>this|next|new|current|last|previous)\s(?:financial|fiscal)\syear)\b", by.financial_year),
        ("year", r"\b(?:[Ii]n|[Bb]y|into|[Aa]fter|during|early\sin|[Ff]rom|at)\sthe\s(?:New\sYear|new\syear)\b"
         r"(?!['’])", seasons.new_year),
        ("year",
         r"\b(?:[Bb]efore|[Aa]head\sof|[Ii]n\stime\sfor)\sthe\s(?:New\sYear|new\syear)\b(?!['’]|\s[a-z]*[A-Z])",
         seasons.before_new_year),
        ("christmas easter whitsun",
         rf"\b(?i:by|before|until|ahead\sof|in\stime\sfor)\s(?:the\s)?(?P<feast>Christmas|Easter|Whitsun)\b(?:\s{YEAR})?"
         r"(?!\s(?:party|card|fair|market|lights|tree))", seasons.feast),
        ("christmas easter whitsun",
         rf"\b(?i:for|over|at)\s(?P<feast>Christmas|Easter|Whitsun)\b(?:\s{YEAR})?(?!\s(?:period|party|card))",
         seasons.feast),
        ("year_figure", rf"\b(?i:(?:in|by|during|over|from|until|(?P<before>before))\s(?:the\s)?(?:early\s|late\s)?)?"
         rf"(?i:(?P<which>next|this)\s)?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\sof)?\s{YEAR}",
         seasons.season),
        (_IN_SEASON,
         r"\b(?i:(?:in|by|during|over|until|(?P<before>before))\s(?:the\s)?(?:early\s|late\s)?"
         r"(?:(?P<which>next|this)\s)?|(?P<now>this)\s)"
         r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?P<year>)(?!\s(?:[A-Z]|term|half))", seasons.season),
        (_IN_SEASON, r"\b(?i:end\sof\s(?:the|this|(?P<which>next))\s)"
         r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?!\s[A-Zt])", seasons.end_of_season),
        ("week month", r"\b(?i:within\sthe\s(?P<unit>week|month))\b(?P<which>)", by.end_of_month_or_week),
        ("year", r"\b(?i:later\sin|during|within)\sthe\s(?:current\s)?year\b(?!\s[\dt])", by.this_year),
        ("figure", rf"(?<![\d/.-]){_SPAN}{_NO_FIGURE}", by.fiscal_span),
        ("year_figure", rf"(?<![\d/.-])(?P<first>20\d{{2}})-(?P<last>\d{{2}}){_NO_FIGURE}", by.fiscal_span),
        ("year_figure",
         r"\b(?i:Q(?:uarter\s)?(?P<quarter>[1-4])|(?P<ordinal>first|second|third|fourth|final|last)\squarter)"
         r"(?:\sof)?,?\s(?P<first>\d{4})(?:\s?[/–-]\s?(?P<last>\d{2,4}))?\b", by.quarter),
        ("year_figure",
         r"\b(?i:in|by|during|since|until|before|for|of|from|early|late|mid)[-\s](?P<year>(?:19|20)\d{2})\b"
         r"(?!\s?[/–-]\s?\d)", by.year_alone),
        ("meeting", rf"{_OTHERS}\b(?i:next)\s(?:[A-Z]\w+\s)?(?i:meeting)\b"
         r"(?!\s(?:of|for|with|between|on)\b|\sin\s[A-Z])",
         by.next_meeting),
        ("next", r"\b(?i:to|at|for|by|before|until)\s(?:the\s)?(?i:next)\s"
         r"(?P<board>Board|Committee|Panel|Council|Cabinet|Forum)\b"
         r"(?!['’]|[\s-](?:[A-Z]|meeting\b|member|report|paper|agenda|election))",
         by.next_of_board),
    )
)  # fmt: skip
