"""Finds by when a thing is to be done: the first date in its words that does not lie before the meeting."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Doc

from graph_loader.annotate.date_resolvers import Anchor
from graph_loader.annotate.dates import DateMention
from graph_loader.annotate.extensions import char_span, text_of
from graph_loader.annotate.profile_acts import Commitments
from graph_loader.annotate.relative_dates import find_dates

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d+)?$")

_AHEAD = "will "
_PARTS = frozenset({"start", "end", "middle"})


@dataclass(frozen=True, slots=True)
class Due:
    """Is a time to which something is due: the words, and the ISO or EDTF date that they give."""

    text: str
    date: str


@dataclass(frozen=True, slots=True)
class DueWords:
    """Holds what may stand before a date and belongs to it, and what has a span of time that is not when it is due."""

    prepositions: frozenset[str]
    records: frozenset[str]

    @classmethod
    def of(cls, words: Commitments) -> "DueWords":
        """Takes them from a profile."""
        return cls(frozenset(words.prepositions), frozenset(words.records))


def due_within(doc: Doc, start_char: int, end_char: int, words: DueWords, overdue: bool = False) -> Due | None:
    """Gives the due date in a run of characters of the `Doc`, or None; it lies ahead, unless it may be `overdue`."""
    dates: tuple[DateMention, ...] = doc._.dates
    first = bisect_left(dates, start_char, key=lambda mention: mention.start_char)
    if first == len(dates) or dates[first].end_char > end_char:
        return None
    held = doc._.meeting.date if doc._.meeting else None
    for at in range(first, len(dates)):
        mention = dates[at]
        if mention.end_char > end_char:
            break
        if mention.value and (overdue or not _is_past(mention.value, held)) and not _is_name_part(doc, mention, words):
            begin = _widened(doc, mention.start_char, start_char, words.prepositions)
            return Due(text_of(doc)[begin : mention.end_char].rstrip(" .,;"), mention.value)
    return None


def due_ahead(doc: Doc, start_char: int, end_char: int, words: DueWords, anchor: Anchor) -> Due | None:
    """Gives the due date in the words of an order, whose verb shows no tense: `that the Clerk report in March`."""
    text = f"{_AHEAD}{text_of(doc)[start_char:end_char]}"
    for found in find_dates(text, anchor):
        is_year = found.kind in {"year", "fiscal_year"}
        at = max(start_char + found.start - len(_AHEAD), start_char)
        of_record = _is_of_record(doc, char_span(doc, at, at + 1).start, words)
        if not (is_year or of_record or _is_past(found.value, anchor.day.isoformat() if anchor.day else None)):
            begin = _widened(doc, at, start_char, words.prepositions)
            return Due(text_of(doc)[begin : start_char + found.end - len(_AHEAD)].rstrip(" .,;"), found.value)
    return None


def due_in_cell(text: str, anchor: Anchor) -> Due | None:
    """Gives the time in a cell of due dates, where no preposition says that it lies ahead: `December`, `two weeks`."""
    bare = text.strip(" .").partition("\n")[0]
    for lead in ("by ", "in "):
        behind = bare.rpartition(" to ")[2]
        words = f"{lead}{behind[:1].lower() + behind[1:] if lead == 'in ' else behind}"
        found = next(iter(find_dates(words, anchor)), None)
        if found is not None:
            return Due(bare, found.value)
    return None


def _is_name_part(doc: Doc, mention: DateMention, words: DueWords) -> bool:
    """Tells `the programme for 2019` and `figures for May`, which say nothing of when something is due."""
    span = char_span(doc, mention.start_char, mention.end_char)
    first = span[1] if span[0].lower_ == "for" and len(span) > 1 else span[0]
    before = doc[first.i - 1].lower_ if first.i else ""
    return (before == "for" and _YEAR.match(first.text) is not None) or _is_of_record(doc, first.i, words)


def _is_of_record(doc: Doc, at: int, words: DueWords) -> bool:
    """Tells whether a date at a place in the `Doc` is the time of a record: `figures for the last quarter`."""
    at += doc[at].lower_ == "for"
    while at > 1 and doc[at - 1].lower_ in words.prepositions - {"for"}:
        at -= 1
    return at > 1 and doc[at - 1].lower_ == "for" and doc[at - 2].lower_ in words.records


def _is_past(value: str, held: str | None) -> bool:
    last = value.rpartition("/")[2]
    return held is None or last < held[: len(last)]


def _widened(doc: Doc, start_char: int, floor: int, prepositions: Collection[str]) -> int:
    """Widens a date to the left over the words that say how it is meant: `by the end of`, `from`."""
    at = char_span(doc, start_char, start_char + 1).start
    while at > 0 and doc[at - 1].lower_ in prepositions and doc[at - 1].idx >= floor:
        if doc[at - 1].lower_ in _PARTS and doc[at].lower_ != "of":
            # `two will start next month`
            break
        at -= 1
    return int(doc[at].idx)
