"""Finds minutes of two meetings in one file: their record can bear one day alone."""

from collections.abc import Iterator

from graph_loader.extract.lint.finding import Finding
from graph_loader.model.ids import fold
from graph_loader.model.layout import Layout
from graph_loader.model.record import Item, Record

_NUMBERS = 3
"""How many numbers come again where an agenda begins again; fewer are slips, or points of one item."""


def two_meetings(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds an agenda that begins again: its numbers go back, and one of its titles comes again with them."""
    numbered = [item for item in record.items if (item.number or "").isdigit()]
    # An agenda that begins again with 1 stands in the record under the last item of the one before.
    last = numbered[-1].parent if numbered else None
    counted = [item for item in numbered if item.parent in (None, last)]
    at = next((at for at in range(1, len(counted)) if _begins_again(counted[:at], counted[at:])), None)
    if at is not None:
        again = counted[at]
        dated = f"is all taken for {record.meeting.date}" if record.meeting.date else "has one record"
        advice = f"The agenda begins again: two meetings in one file? Split it, for what it says {dated}."
        yield Finding("two_meetings", again.reading, again.start, again.end, advice)


def _begins_again(before: list[Item], behind: list[Item]) -> bool:
    """Tells whether what stands behind an item counts from it on what was counted before, with a title of that."""
    if int(behind[0].number or 0) > int(before[-1].number or 0):
        return False
    numbers = {item.number for item in before} & {item.number for item in behind}
    titles = {fold(item.title) for item in before} & {fold(item.title) for item in behind}
    return len(numbers) >= _NUMBERS and bool(titles)
