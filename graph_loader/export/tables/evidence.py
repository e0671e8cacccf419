"""Lays out all evidence: a row for each time that words of a document show something."""

from collections.abc import Iterator

from graph_loader.export.lookup import Lookup, shown
from graph_loader.export.tables.table import Layouts, Row, says
from graph_loader.model.graph import Properties


def _evidence(graph: Lookup) -> Iterator[Row]:
    for node in graph.nodes.values():
        if "text" in node.properties:
            yield {**_row(graph, node.properties), "shows": node.label, "of": graph.name(node.id), "id": node.id}
    for edge in graph.edges:
        if "text" in edge.properties:
            # Who is named, was there or took the chair is of more use to a reader than where it says so.
            who = edge.end if edge.type == "MENTIONS" else edge.start
            yield {**_row(graph, edge.properties), "shows": edge.type, "of": graph.name(who), "id": who}


def _row(graph: Lookup, properties: Properties) -> dict[str, str]:
    document = shown(properties["document"])
    return {
        "document": graph.name(document),
        "paths": shown(graph.nodes[document].properties["paths"]),
        "date": graph.date(document),
        "meeting": graph.meeting(document),
        "words": shown(properties["text"]),
        **says(properties, "reading", "start", "end", "rule", "confidence"),
    }


EVIDENCE: Layouts = {
    "evidence": (
        "document start end words reading shows of date meeting rule confidence paths id",
        _evidence,
    ),
}
