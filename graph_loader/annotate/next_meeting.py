"""Reads the announcement of the next meeting: when, where and on what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph_loader.annotate.date_parsing import PrintedDate, find_days, parse_time
from graph_loader.annotate.fields import Line
from graph_loader.annotate.relative_dates import resolve_day
from graph_loader.model.record import NextMeeting
from graph_loader.read.markers import is_numbered

_LINES = 4
_TIME = re.compile(
    r"(?:\bat\s|@\s?|\bfrom\s|,\s?)?\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|hrs\b|hours\b)?"
    r"(?:\s?(?:-|–|—|to)\s?\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\b\.?)?)?",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:the|our)\s)?(?:date\s(?:and\stime\s)?of\s(?:the\s)?)?(?:next\s)?(?:meeting\s)?"
    r"(?:(?:will|is\sto|is|to)\s(?:be\s)?)?(?:takes?\splace\s|held\s|scheduled\sfor\s|in\s(?:public|private)\s|on\s|at\s"
    r"|is\s)*(?:on|at|in)?\s*$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?:(?:will|to)\s(?:be|take)\s(?:held|place)\s)?(?:at|in|venue:?|location:?|to be held (?:at|in))\s+(?:the\s)?",
    re.I,
)
_TOLD = r"the\snext\s(?-i:[A-Z])[^.;:\n]{1,60}?\smeeting(?=\s(?:will|is|takes)\s)"
_ENDED = re.compile(r"\b(?:closed?|ended|ends|finished|concluded|adjourned|rose)\b", re.IGNORECASE)
"""What shows that a time is when this meeting ended."""
_CLAUSE = re.compile(r"(?:unless|if|when|but|subject|provided|which|where|because|as|to)\b")
"""What begins words behind a date that say no place."""
_THEME = re.compile(r",?\s(?:on|with)\sthe\s(?:theme|subject|topic)\sof\s(?P<theme>[^.;\n]{3,60})")
_SENTENCE_END = re.compile(r"[a-z)\d][.!?]\s+(?=(?:The\snext|Next|Date\sof\snext)\s)")
"""Behind what else a paragraph may announce the next meeting."""
_TRIM = " ,;:.–—-|@()"


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """Is the announcement with the line that gave it."""

    meeting: NextMeeting
    line: Line


class NextMeetingReader:
    """Knows the headings of one profile under which the next meeting is announced."""

    def __init__(self, headings: list[str]) -> None:
        forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(headings, key=len, reverse=True))
        parts = r"(?:[\s:/,&(–-]+(?:and\s)?(?:type|date|time|venue|place|location|subject)\b)*\)?"
        number = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
        self._heading = re.compile(rf"{number}(?:{forms}|{_TOLD})(?!\w){parts}", re.IGNORECASE)

    def read(self, lines: list[Line], held: date | None) -> FoundMeeting | None:
        """Reads the last announcement whose day can be told; the next meeting is after this one, `held`."""
        for at in range(len(lines) - 1, -1, -1):
            starts = [0, *(match.end() for match in _SENTENCE_END.finditer(lines[at].text))]
            for heading in filter(None, (self._heading.match(lines[at].text, start) for start in starts)):
                window = [lines[at].part(heading.end()), *_following(lines, at)]
                if found := _announced([line for line in window if line.text], held):
                    return found
        return None


def _following(lines: list[Line], at: int) -> Iterator[Line]:
    for line in lines[at + 1 : at + 1 + _LINES]:
        if (is_numbered(line.block.marker) and not _is_part(line, lines[at])) or (
            line.block.kind == "heading" and not any(find_days(line.text))
        ):
            return
        yield line


def _is_part(line: Line, heading: Line) -> bool:
    """Tells whether a line is numbered as part of what a heading heads: 8.1 below 8."""
    number = (heading.block.marker or "").strip(" .)")
    return bool(number) and (line.block.marker or "").startswith(f"{number}.")


def _announced(lines: list[Line], held: date | None) -> FoundMeeting | None:
    for at, line in enumerate(lines):
        for printed in find_days(line.text):
            day = _day(printed, held)
            if day is None:
                continue
            before, behind = line.text[: printed.start], line.text[printed.end :]
            theme = _THEME.search(behind)
            behind = behind[: theme.start()] if theme else behind
            time = parse_time(behind) or parse_time(before)
            subject = theme["theme"] if theme else None
            subject = (
                subject
                or _subject(before)
                or next((text for above in lines[:at] if (text := _subject(above.text))), None)
            )
            below = [other.text for other in lines[at + 1 :] if other.block.kind != "action_column"]
            return FoundMeeting(
                NextMeeting(
                    date=day.isoformat(), time=time or _time_near(below), subject=subject, venue=_venue(behind, below)
                ),
                line,
            )
    return None


def _day(printed: PrintedDate, held: date | None) -> date | None:
    """Gives the day when it is after this meeting; a year not printed is inferred, unless the weekday objects."""
    if held is None:
        return printed.resolve(printed.year) if printed.year else None
    day = resolve_day(printed, held, 1)
    if day is None or day <= held:
        return None
    return day


def _time_near(near: list[str]) -> str | None:
    short = (text for text in near[:3] if len(text.split()) < 25 and not _ENDED.search(text))
    return next((time for text in short if (time := parse_time(text))), None)


_SENTENCE = re.compile(r"\b(?:agreed|resolved|noted|confirmed|advised|decided|said|stated|would|will)\b", re.IGNORECASE)
"""What shows that words before a date are a sentence about the meeting, not what it is called."""


def _subject(text: str) -> str | None:
    """Gives the kind or subject of the meeting printed before its date."""
    bare = _TIME.sub(" ", text) if parse_time(text) else text
    bare = re.sub(r"\s+", " ", bare).strip(_TRIM)
    if (
        _FILLER.match(bare + " ")
        or _FILLER.match(bare)
        or not re.search(r"[^\W\d_]{3}", bare)
        or len(bare.split()) > 12
        or _SENTENCE.search(bare)
    ):
        return None
    return bare


def _venue(behind: str, below: list[str]) -> str | None:
    """Gives the place printed behind the date and time, or on a line of its own below."""
    first = re.split(r"(?<![ .][A-Za-z])(?<!St)\.\s", behind, maxsplit=1)[0]
    place = _PLACE.sub("", _TIME.sub(" ", first, count=1).strip(_TRIM)) if re.search(r"\d", first[:14]) else first
    place = _PLACE.sub("", place.strip(_TRIM)).strip(_TRIM)
    named = re.search(r"[^\W\d_]{3}", place) and not place.islower() and not _CLAUSE.match(place)
    named = named and not any(find_days(place))  # Another meeting is told of, and no place.
    if named and len(place.split()) <= 12:
        return place
    labelled = (re.match(r"(?:venue|location|place)\s?:?\s+(?P<place>\S.*)", text, re.I) for text in below)
    return next((match["place"].strip(_TRIM) for match in labelled if match), None)
