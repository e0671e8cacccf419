"""Finds what no name and no date shows: regions that cannot be read, and actions that are nobody's."""

from collections.abc import Iterator

from graph_loader.extract.lint.finding import Finding
from graph_loader.extract.lint.short_form_index import OWNERS
from graph_loader.model.layout import Layout
from graph_loader.model.record import Record

_NOBODYS = "action.resolved"
"""A decision of the body that meets has no owner beside that body."""


def unreadable(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds the regions that could not be read."""
    for gap in layout.gaps:
        where = f"page {gap.page}" if gap.page else "there"
        advice = f"Not read ({gap.reason}): look into the original, {where}, or ask for a better copy."
        yield Finding("unreadable", " ".join(layout.text[gap.start : gap.end].split()), gap.start, gap.end, advice)


def action_without_owner(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds formal actions with no owner printed or to be told from their words."""
    for action in record.commitments:
        if action.kind != "action" or action.rule == _NOBODYS or action.owners or action.owner_text:
            continue
        owners = OWNERS.match(action.reading)
        # An owner who is printed and cannot be told is a short form that is not explained.
        if owners is None or not owners["task"]:
            advice = "No owner is printed: ask who is to do it."
            yield Finding("action_without_owner", action.reading, action.start, action.end, advice)
