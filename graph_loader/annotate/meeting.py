"""Finds which meeting the minutes record: its series, title, day, time, place, theme and the meeting after it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.date_parsing import MONTH, MONTHS, YEAR, find_days, parse_time, year_of
from graph_loader.annotate.extensions import blocks_of, evidence_at, text_of
from graph_loader.annotate.fields import Field, FieldReader, Line
from graph_loader.annotate.next_meeting import NextMeetingReader
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.annotate.titles import TitleReader, calm
from graph_loader.model.record import Evidence, Meeting, NextMeeting

_TITLE_LINES = 12
_OTHER_DAY = re.compile(
    r"\b(?:previous|last|published|printed|issued|approved|updated|revised|copyright|next|minutes of (?:the )?\d)\b",
    re.I,
)
_HELD_AT = re.compile(
    r"\b[Hh](?i:eld)\b(?:.{0,80}?\s)?(?i:in|at)\s(?:(?i:the)\s)?(?P<venue>(?!(?i:the|public|private)\b)[A-Z].+)",
    re.DOTALL,
)
_VENUE_END = re.compile(r",?\s+(?:on|at|commencing|from)\s(?=(?:the\s)?(?:\w+day\b|\d))|\s*$", re.IGNORECASE)
_THE = re.compile(r"^the\s", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b{MONTH}[\s,]+{YEAR}")
_TIMED = re.compile(
    r"\b(?:at|from|commenc\w+)\s?\d|@\s?\d|\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\b|\b\d{1,2}:\d{2}\b|\b\d{4}\s?(?:hrs|hours)\b",
    re.IGNORECASE,
)
_TRIM = " ,;:.–—-"


@Language.factory(
    "kg_meeting", assigns=["doc._.meeting"], requires=["doc._.layout"], default_config={"profile": "general"}
)
def create_meeting(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that reads the head of the minutes, but for who chaired and who wrote."""
    finder = _Finder(load_profile(profile))

    def meeting(doc: Doc) -> Doc:
        doc._.meeting = finder.find(doc)
        return doc

    return meeting


@dataclass(frozen=True, slots=True)
class _Found:
    """Is the value of one field and the characters of the `Doc` that gave it."""

    value: str
    start: int
    end: int


class _Finder:
    def __init__(self, profile: Profile) -> None:
        minutes = profile.minutes
        self._fields = FieldReader(minutes)
        self._titles = TitleReader(minutes, profile.roles.titles)
        self._next = NextMeetingReader(minutes.next_meeting)
        self._bodies = frozenset(word.casefold() for word in minutes.meeting_words)
        places = "|".join(re.escape(word) for word in minutes.venue_words)
        self._place = re.compile(
            rf"(?:^|,\s)[^,]*(?<!\w)(?:{places})(?:\s(?:[A-Z0-9]\w?|[Oo]ne|[Tt]wo|[Tt]hree))?(?=$|,)"
        )
        headings = "|".join(re.escape(form) for form in sorted(minutes.theme_headings, key=len, reverse=True))
        self._theme = re.compile(rf"(?:{headings})\s*(?:[–—:]|\s-\s)\s*(?P<theme>\S.*)", re.IGNORECASE)

    def find(self, doc: Doc) -> Meeting:
        lines = [Line(block.text, span.start_char, block) for span, block in blocks_of(doc)]
        head = lines[: self._fields.head_end(doc)]
        fields = {field.name: field for field in reversed(self._fields.fields(doc)) if field.lines}
        found = dict(self._title(fields, head))
        day = self._day(fields, head, found.get("title"))
        held = date.fromisoformat(day.value) if day and len(day.value) == 10 else None
        found |= {
            name: value
            for name, value in (
                ("date", day),
                ("start_time", self._time(fields, head)),
                ("venue", self._venue(doc, fields, head)),
                ("theme", found.get("theme") or self._heading_theme(lines)),
            )
            if value
        }
        following = self._next.read(lines, held)
        found_meeting, line = (following.meeting, following.line) if following else (None, None)
        marks = {name: evidence_at(doc, value.start, value.end, f"meeting.{name}") for name, value in found.items()}
        return _meeting(doc, found, marks, found_meeting, line)

    def _title(self, fields: dict[str, Field], head: list[Line]) -> Iterator[tuple[str, _Found]]:
        labelled = [fields["title"].lines[0]] if "title" in fields else []
        title = self._titles.read([*labelled, *head[:_TITLE_LINES]])
        if title is None:
            return
        line = title.line
        yield "series", _Found(title.series, line.start, line.end)
        yield "title", _Found(title.title, line.start, line.end)
        if title.theme and title.theme_line:
            start = title.theme_line.start + title.theme_line.text.index(title.theme)
            yield "theme", _Found(title.theme, start, start + len(title.theme))

    def _day(self, fields: dict[str, Field], head: list[Line], title: _Found | None) -> _Found | None:
        """Finds the meeting's own day: behind its label, else the first day in the head that is not another's."""
        year = next((year_of(match["year"]) for line in head if (match := _MONTH_YEAR.search(line.text))), None)
        candidates = [fields["date"].lines[0]] if "date" in fields else []
        for line in (*candidates, *self._joined(head)):
            if _OTHER_DAY.search(line.text) and line not in candidates:
                continue
            for printed in find_days(line.text):
                if printed.year or (year and line in candidates):
                    day = printed.resolve(printed.year or year or 0)
                    if day:
                        return _Found(day.isoformat(), line.start + printed.start, line.start + printed.end)
        return self._month(head)

    def _month(self, head: list[Line]) -> _Found | None:
        """Gives the month of the meeting where the head names no day."""
        for line in head[:_TITLE_LINES]:
            match = _MONTH_YEAR.search(line.text)
            if match and not _OTHER_DAY.search(line.text):
                value = f"{year_of(match['year'])}-{MONTHS[match['month'].title()]:02d}"
                return _Found(value, line.start + match.start(), line.start + match.end())
        return None

    def _joined(self, head: list[Line]) -> Iterator[Line]:
        """Yields the lines of the head, each with the next one when its sentence runs on there."""
        for line, following in zip_longest(head, head[1:]):
            runs_on = following is not None and following.start == line.end + 1 and len(line.text) < 200
            if runs_on and following is not None and not any(day.year for day in find_days(line.text)):
                yield Line(f"{line.text}\n{following.text}", line.start, line.block)
            else:
                yield line

    def _time(self, fields: dict[str, Field], head: list[Line]) -> _Found | None:
        for name in ("time", "date"):
            if name in fields and (time := _time_in(fields[name].text)):
                line = fields[name].lines[0]
                return _Found(time, line.start, line.end)
        for line in self._joined(head[:_TITLE_LINES]):
            if _OTHER_DAY.search(line.text):
                continue
            timed = _TIMED.search(line.text)
            if timed and (time := parse_time(line.text[timed.start() :])):
                return _Found(time, line.start + timed.start(), line.end)
        return None

    def _venue(self, doc: Doc, fields: dict[str, Field], head: list[Line]) -> _Found | None:
        if "venue" in fields and not self._is_body(line := fields["venue"].lines[0]):
            value = line.text.strip(_TRIM)
            return _Found(value, line.start, line.start + len(value))
        for line in self._joined(head[:_TITLE_LINES]):
            match = _HELD_AT.search(line.text)
            if match is None:
                continue
            start = line.start + match.start("venue")
            text = text_of(doc)[start : start + 200].replace("\n", " ")
            end = _VENUE_END.search(text)
            limit = line.end - start
            value = text[: end.start() if end else limit]
            if end is None or end.start() > limit + 120 or end.group().strip() == "":
                value = text[:limit]
            value = re.sub(r"^(?:the|THE)\s", "", value.strip(_TRIM))
            at = text_of(doc).replace("\n", " ").index(value, start)
            return _Found(calm(value), at, at + len(value))
        return self._unlabelled_venue(head) or self._venue_beside_day(head)

    def _is_body(self, line: Line) -> bool:
        """Tells whether a heading is a body's name, whatever it begins with: `Place Scrutiny Committee`."""
        return line.block.kind == "heading" and line.text.split()[-1].casefold() in self._bodies

    def _venue_beside_day(self, head: list[Line]) -> _Found | None:
        """Finds a place in the line of the day, before or behind it: `Monday 4 May 2020, 2pm, Room 2, Quay House`."""
        for line in head[:_TITLE_LINES]:
            days = [day for day in find_days(line.text) if day.year]
            if len(days) != 1 or _OTHER_DAY.search(line.text) or line.block.table is not None:
                continue
            for start, end in ((days[0].end, len(line.text)), (0, days[0].start)):
                found = self._place.search(line.text[start:end].rstrip(_TRIM))
                place = line.text[start + found.start() : end] if found and (found.start() or start) else ""
                bare = _THE.sub("", place.lstrip(_TRIM)).rstrip(_TRIM)
                if bare and not re.search(r"\d[.:]\d", bare) and len(bare.split()) <= 10:
                    at = line.start + line.text.index(bare, start)
                    return _Found(bare, at, at + len(bare))
        return None

    def _unlabelled_venue(self, head: list[Line]) -> _Found | None:
        """Finds a line of the head that is a place and nothing else: `Boardroom, Headquarters`."""
        for line in head[1:_TITLE_LINES]:
            bare = line.text.strip(_TRIM)
            dated = any(day.year for day in find_days(bare))
            if dated or line.block.table is not None or len(bare.split()) > 10 or ":" in bare:
                continue
            if self._place.search(bare):
                return _Found(bare, line.start, line.start + len(line.text.rstrip(_TRIM)))
        return None

    def _heading_theme(self, lines: list[Line]) -> _Found | None:
        for line in lines:
            if len(line.text.split()) <= 16 and (match := self._theme.fullmatch(line.text)):
                value = match["theme"].strip(_TRIM)
                return _Found(value, line.start + match.start("theme"), line.start + match.start("theme") + len(value))
        return None


def _time_in(text: str) -> str | None:
    """Gives the time of a labelled field: what stands behind its date, if it has one."""
    days = list(find_days(text))
    return parse_time(text[days[0].end :]) or parse_time(text[: days[0].start]) if days else parse_time(f"at {text}")


def _meeting(
    doc: Doc, found: dict[str, _Found], marks: dict[str, Evidence], following: NextMeeting | None, line: Line | None
) -> Meeting:
    if line is not None:
        marks = marks | {"next_meeting": evidence_at(doc, line.start, line.end, "meeting.next_meeting")}
    value = {name: entry.value for name, entry in found.items()}
    return Meeting(
        series=value.get("series"),
        title=value.get("title"),
        date=value.get("date"),
        start_time=value.get("start_time"),
        venue=value.get("venue"),
        theme=value.get("theme"),
        next_meeting=following,
        evidence=marks,
    )
