"""Tells from when to when each node and edge of the graph is there, for tools with a timeline."""

from collections import defaultdict
from datetime import date

from graph_loader.export.rows import Whole
from graph_loader.model.dates import first_day, last_day
from graph_loader.model.graph import Edge, Node, Properties

Span = tuple[date, date]


def spans(whole: Whole) -> dict[str, Span]:
    """Gives the days from and to which a node is seen, by its id.

    What is said lasts for the day of its meeting, or for all days that this can mean; a commitment from then to its due
    date; whoever and whatever several documents speak of, from the first of their meetings to the last.
    """
    dates: dict[str, list[Span]] = defaultdict(list)
    for node in whole.nodes.values():
        own = _span_of(node)
        if own:
            dates[node.id].append(own)
    for edge in whole.edges:
        if edge.type == "RECORDED_IN":
            seen = _days(edge.properties.get("date"))
            for one in (edge.start, edge.end):
                if seen and not _has_date(whole.nodes[one]):
                    dates[one].append(seen)
    for edge in whole.edges:
        if edge.type == "CONCERNS":
            dates[edge.end] += dates[edge.start]
    return {
        one: (min(first for first, _ in seen), max(last for _, last in seen)) for one, seen in dates.items() if seen
    }


def edge_span(edge: Edge) -> Span | None:
    """Gives the days from and to which an edge is seen, None for one that is there whenever both its ends are."""
    says = edge.properties
    first, last = _days(says.get("first_seen")), _days(says.get("last_seen"))
    if first and last:
        return first[0], max(first[1], last[1])
    return _days(says.get("date"))


def _has_date(node: Node) -> bool:
    return "date" in node.properties


def _span_of(node: Node) -> Span | None:
    said = _days(node.properties.get("date"))
    due = last_day(_text(node.properties, "due"))
    if said and due:
        return said[0], max(said[1], due)
    return said


def _text(says: Properties, name: str) -> str | None:
    value = says.get(name)
    return value if isinstance(value, str) else None


def _days(edtf: object) -> Span | None:
    first, last = (first_day(edtf), last_day(edtf)) if isinstance(edtf, str) else (None, None)
    return (first, max(first, last)) if first and last else None
