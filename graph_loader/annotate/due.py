"""Finds by when a thing is to be done: the first date in its words that does not lie before the meeting."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

_BEFORE = {
    "by", "in", "before", "from", "at", "to", "until", "on", "during", "for", "within", "after", "the", "end", "of", "next",
    "middle", "beginning", "start", "early", "late", "mid", "around", "about", "no", "later", "than",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Due:
    """Is a time to which something is due: the words, and the ISO or EDTF date that they give."""

    text: str
    date: str


def due_within(doc: Doc, start_char: int, end_char: int) -> Due | None:
    """Gives the due date in a run of characters of the `Doc`, or None when no future date is there."""
    held = doc._.meeting.date if doc._.meeting else None
    first = bisect_left(doc._.dates, start_char, key=lambda mention: mention.start_char)
    for mention in doc._.dates[first:]:
        if mention.end_char > end_char:
            break
        if mention.value and not _is_past(mention.value, held):
            begin = _with_preposition(doc, mention.start_char, start_char)
            return Due(doc.text[begin : mention.end_char], mention.value)
    return None


def _is_past(value: str, held: str | None) -> bool:
    last = value.rpartition("/")[2]
    return held is None or last < held[: len(last)]


def _with_preposition(doc: Doc, start_char: int, floor: int) -> int:
    """Widens a date to the left over the words that say how it is meant: `by the end of`, `from`."""
    span = doc.char_span(start_char, start_char + 1, alignment_mode="expand")
    at = span.start
    while at > 0 and doc[at - 1].lower_ in _BEFORE and doc[at - 1].idx >= floor:
        at -= 1
    return int(doc[at].idx)
