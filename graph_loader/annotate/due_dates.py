"""Finds when a commitment is due: in its own column, in its own clause, in its words, or behind its last dash."""

import re

from spacy.tokens import Doc

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.dates import anchor_of
from graph_loader.annotate.due import Due, DueWords, due_ahead, due_in_cell, due_within
from graph_loader.annotate.extensions import char_span, text_in, text_of
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of

_YEAR = re.compile(r"\b\d{4}\b")
_HAD = re.compile(r"\bhad\s(?:also\s|previously\s)?(?:undertaken|promised|agreed|committed|offered)\b")
_NEXT_LABEL = re.compile(r"\.(?!\d)|[;|\n]|\s[*_(\[]{0,3}[A-Z]\w+\s?:")
"""What ends the words behind a label."""
_MONTH = len("2020-04")
_MOST_MONTHS = 9
_DUTY_CHARS = 80
"""How far before a time the words of duty stand with which it goes."""
_DASH_MARKS = ("–", "—", " - ")
_TAIL_WORDS = 4
"""How many words at most say when, behind the last dash of an action."""
_WHETHER = re.compile(r"\b(?:whether|(?:see|ask|check|find out) if)\b[^,;.–—]*$")


class DueReader:
    """Finds due dates with the words of one profile."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._due_words, self._lasting = DueWords.of(words), tuple(words.lasting)
        self._obligations = frozenset(words.obligations)
        heads = "|".join(
            re.escape(form) for head in words.due_heads for form in (head.capitalize(), head.upper(), head.title())
        )
        self._labels = re.compile(rf"(?<![\w-])(?:{heads})[*_]{{0,3}}\s?:[*_]{{0,3}}\s?")
        self._fiscal_year_month = profile.minutes.fiscal_year_month

    def read(self, doc: Doc, found: Undertaking) -> Due | None:
        """Gives the due date of an undertaking: from the column of due dates, else from the nearest of its words."""
        cell, clause = found.due_span, found.due_clause
        if cell is not None:
            # A column of due dates in a log of actions holds those that have passed as well.
            due = due_within(doc, cell.start_char, cell.end_char, self._due_words, overdue=True)
            return due or self._in_cell(doc, text_in(cell))
        label = self._labels.search(text_of(doc), found.start_char, found.end_char) if found.kind == "action" else None
        if label is not None:
            # `Due: end of July`: what else the action speaks of says nothing of when.
            return self._behind_label(doc, label, found.end_char)
        due = due_within(doc, clause.start_char, clause.end_char, self._due_words) if clause is not None else None
        due = due or self._around(doc, found) or self._behind_dash(doc, found) or self._ahead(doc, found)
        words = text_of(doc)[found.start_char : found.end_char]
        return None if due is not None and (_is_of_past(doc, due, words) or _is_wondered(due, words)) else due

    def _behind_label(self, doc: Doc, label: re.Match[str], end_char: int) -> Due | None:
        """Gives the time that a label within the words of an action introduces: `Timescale: two weeks`."""
        rest = text_of(doc)[label.end() : end_char]
        size = _NEXT_LABEL.search(rest)
        rest = rest[: size.start()] if size else rest
        cell = rest.strip(" *_()[].")
        due = self._in_cell(doc, cell) if len(cell.split()) <= _TAIL_WORDS else None
        return due or due_within(doc, label.end(), label.end() + len(rest), self._due_words, overdue=True)

    def _in_cell(self, doc: Doc, text: str) -> Due | None:
        return due_in_cell(text, anchor_of(doc._.meeting, self._fiscal_year_month))

    def _around(self, doc: Doc, found: Undertaking) -> Due | None:
        """Gives the due date from all the words of an undertaking, unless it is when something else was or goes on.

        `The wall fell over Easter and the Clerk will write` says nothing of when.
        """
        due = due_within(doc, found.start_char, found.end_char, self._due_words)
        if due is None or due.text.startswith(self._lasting):
            return None
        lead = text_of(doc)[found.start_char : found.end_char].partition(due.text)[0]
        if lead.rstrip().endswith(self._lasting):
            return None
        start_char, clause = found.start_char + len(lead), found.due_clause
        others = found.due_not_in
        if others is not None and others.start_char <= start_char < others.end_char:
            return None
        return None if clause is not None and self._is_of_other(doc, start_char, clause.start_char) else due

    def _is_of_other(self, doc: Doc, start_char: int, clause_char: int) -> bool:
        """Tells whether a time before a clause goes with another deed: `AB should draft it by May, and CD would …`."""
        lead = text_of(doc)[max(0, start_char - _DUTY_CHARS) : start_char].rpartition(".")[2]
        return start_char < clause_char and bool(self._obligations & set(lead.casefold().split()))

    def _ahead(self, doc: Doc, found: Undertaking) -> Due | None:
        """Gives the time in the words of an order, which look ahead whatever their tense."""
        if found.kind != "action":
            return None
        anchor = anchor_of(doc._.meeting, self._fiscal_year_month)
        order = sentences_of(char_span(doc, found.start_char, found.end_char))[0]
        end_char = min(order.end_char, found.end_char)
        due = due_ahead(doc, found.start_char, end_char, self._due_words, anchor)
        return due if due is not None and not due.text.startswith(self._lasting) else None

    def _behind_dash(self, doc: Doc, found: Undertaking) -> Due | None:
        """Gives the time that stands alone behind the last dash of an action: `AB – mend the pump – Friday`."""
        text = text_of(doc)[found.start_char : found.end_char]
        dash = max((text.rfind(mark) + len(mark) for mark in _DASH_MARKS if mark in text), default=0)
        tail = text[dash:].strip(" .;")
        is_tail = found.kind == "action" and dash > 0 and 0 < len(tail.split()) <= _TAIL_WORDS
        return self._in_cell(doc, tail) if is_tail else None


def _is_wondered(due: Due, words: str) -> bool:
    """Tells whether a time stands in what is to be found out: `look into whether it can be done by May`."""
    before, found, _ = words.partition(due.text)
    return bool(found) and _WHETHER.search(before) is not None


def _is_of_past(doc: Doc, due: Due, text: str) -> bool:
    """Tells whether a month with no year, nearly a year away, was the last one: `had undertaken to write by April`."""
    held = (doc._.meeting.date if doc._.meeting else None) or ""
    if _YEAR.search(due.text) or not _HAD.search(text) or min(len(held), len(due.date)) < _MONTH:
        return False
    (year, month), (due_year, due_month) = ((int(day[:4]), int(day[5:_MONTH])) for day in (held, due.date))
    return (due_year - year) * 12 + due_month - month > _MOST_MONTHS
