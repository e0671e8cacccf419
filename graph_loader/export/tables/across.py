"""Lays out what only several documents say together."""

from collections.abc import Iterator

from graph_loader.export.lookup import Lookup, shown
from graph_loader.export.tables.table import Layouts, Row, says
from graph_loader.model.schema import load_schema


def _issues(graph: Lookup) -> Iterator[Row]:
    for node in graph.labelled("Issue"):
        for edge in graph.into(node.id, "CONCERNS"):
            item = graph.nodes[edge.start]
            yield {
                "issue": graph.name(node.id),
                "issue_id": node.id,
                "date": shown(item.properties.get("date")),
                "meeting": graph.meeting(item.id),
                "item": shown(item.properties["title"]),
                **says(edge.properties, "score", "reason"),
                "item_id": item.id,
            }


def _links(graph: Lookup) -> Iterator[Row]:
    """Yields what documents say together, but for the issues, which have a table of their own."""
    relationships = load_schema().relationships
    for edge in graph.edges:
        if relationships[edge.type].scope == "linked" and edge.type != "CONCERNS":
            yield {
                "date": graph.date(edge.start),
                "first": graph.words(edge.start),
                "link": edge.type,
                "relation": shown(edge.properties.get("relation")),
                "later_date": graph.date(edge.end),
                "later": graph.words_of(edge),
                **says(edge.properties, "months", "score", "reason"),
                "first_id": edge.start,
                "later_id": edge.end,
            }


ACROSS: Layouts = {
    "issues": (
        "issue issue_id date meeting item score reason item_id",
        _issues,
    ),
    "links": (
        "date first link relation later_date later months score reason first_id later_id",
        _links,
    ),
}
