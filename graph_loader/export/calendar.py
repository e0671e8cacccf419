"""Writes the due dates of commitments as a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from graph_loader.export.lookup import Lookup, shown
from graph_loader.export.text import clean
from graph_loader.model.dates import first_day, last_day
from graph_loader.model.graph import Node

_LONGEST = timedelta(days=366)
"""A due date that can mean more days than a year is none that a calendar should show."""
_SUMMARY = 120
_UNKNOWN = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Is the calendar as bytes, with the commitments that are not in it for want of a date, or of a near enough one."""

    data: bytes
    events: int
    undated: int
    too_vague: int


def calendar(graph: Lookup) -> Outcome:
    """Makes a calendar with an event for each commitment that has a due date, on all days that the date can mean."""
    commitments = graph.labelled("Commitment")
    dated = [(node, days) for node in commitments if (days := _days(node)) is not None]
    near = [(node, days) for node, days in dated if days[1] - days[0] < _LONGEST]
    whole = Calendar()
    whole.add("prodid", "-//graph-loader//kg//EN")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", "Due dates in minutes")
    for node, (first, last) in sorted(near, key=lambda found: (found[1], found[0].id)):
        whole.add_component(_event(graph, node, first, last))
    return Outcome(whole.to_ical(), len(near), len(commitments) - len(dated), len(dated) - len(near))


def _days(node: Node) -> tuple[date, date] | None:
    due = shown(node.properties.get("due"))
    first, last = first_day(due), last_day(due)
    return (first, max(first, last)) if first and last else None


def _event(graph: Lookup, node: Node, first: date, last: date) -> Event:
    owners = graph.names(edge.start for edge in graph.into(node.id, "OWNS"))
    words = _line(graph.words(node.id))
    event = Event()
    event.add("uid", f"{node.id}@minutes-graph")
    # When it was said stands for when the event was made: the clock must not tell equal graphs apart.
    said = first_day(graph.date(node.id)) or _UNKNOWN
    event.add("dtstamp", datetime.combine(said, time(), UTC))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    summary = f"{owners}: {words}" if owners else words
    event.add("summary", summary if len(summary) <= _SUMMARY else f"{summary[: _SUMMARY - 1].rstrip()}…")
    event.add("description", "\n".join(_lines(graph, node, words, owners)))
    event.add("categories", [shown(node.properties["kind"])])
    event.add("transp", "TRANSPARENT")
    return event


def _lines(graph: Lookup, node: Node, words: str, owners: str) -> Iterator[str]:
    says = node.properties
    document = shown(says["document"])
    yield f"“{words}”"
    yield f"Owner: {_line(owners) or 'not said'}"
    yield f"Due: {says['due']}, as written: {_line(shown(says.get('due_text'))) or 'nothing'}"
    yield f"Meeting: {_line(graph.meeting(node.id))}"
    yield f"Source: {_line(graph.name(document))}, characters {says['start']} to {says['end']}"


def _line(text: str) -> str:
    return " ".join(clean(text).split())
