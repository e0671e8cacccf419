"""Finds what is wrong with minutes themselves: each rule is a function of the layout and the record."""

from graph_loader.annotate.choose import Choice
from graph_loader.annotate.trained import NONE
from graph_loader.extract.lint.attendance import present_and_absent
from graph_loader.extract.lint.dates import next_meeting, title_month, weekdays
from graph_loader.extract.lint.document import action_without_owner, unreadable
from graph_loader.extract.lint.finding import Finding
from graph_loader.extract.lint.meetings import two_meetings
from graph_loader.extract.lint.short_forms import contradicting_initials, shared_short_forms, unexplained_short_forms
from graph_loader.extract.record import extract_record
from graph_loader.model.layout import Layout

__all__ = ["Finding", "lint_document"]

_RULES = (
    weekdays,
    title_month,
    next_meeting,
    two_meetings,
    present_and_absent,
    contradicting_initials,
    shared_short_forms,
    unexplained_short_forms,
    action_without_owner,
    unreadable,
)


def lint_document(layout: Layout, choice: Choice | None = None, model: str = NONE) -> list[Finding]:
    """Gives what is wrong with a document, in the order of its text; read as `extract_record` reads it.

    A question with no answer recorded is no fault: minutes leave things out.
    """
    record = extract_record(layout, choice, model)
    found = (finding for rule in _RULES for finding in rule(layout, record))
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))
