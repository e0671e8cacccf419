"""Puts nodes and edges into rows whose places say what the values are, for names repeated in every row cost time."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from graph_loader.model.graph import Edge, Node, Value
from graph_loader.model.schema import FOLDED, Property, load_schema
from graph_loader.store.pieces import found_by

Values = list[object]
"""One row; what is empty at its end is left out, for Cypher finds nothing there just the same."""
_Columns = tuple[tuple[str, bool], ...]
"""The names of properties, and which of them are dates."""


@cache
def node_map(label: str) -> str:
    """Gives the properties of a node as a Cypher map that takes them from `row`."""
    folded = (FOLDED,) if load_schema().nodes[label].folded else ()
    return _map(("id", *folded, *(name for name, _ in _of_node(label))), 0)


@cache
def edge_map(kind: str) -> str:
    """Gives the properties of an edge as a Cypher map that takes them from `row`, behind its two ends."""
    return _map((name for name, _ in _of_edge(kind)), 2)


def node_row(node: Node) -> Values:
    """Gives the id of a node, what it is found by and the values of its properties."""
    row: Values = [node.id]
    if load_schema().nodes[node.label].folded:
        row.append(found_by(node).get(FOLDED))
    return _filled(row, node.properties, _of_node(node.label))


def edge_row(edge: Edge, start: object, end: object) -> Values:
    """Gives the ends of an edge, as they are called here, and the values of its properties."""
    return _filled([start, end], edge.properties, _of_edge(edge.type))


def _filled(row: Values, properties: Mapping[str, Value], columns: _Columns) -> Values:
    # As `typed` does, but without a mapping for each row, which took a fifth of the client's time in a copy.
    for name, is_date in columns:
        value = properties.get(name)
        row.append(date.fromisoformat(str(value)) if is_date and value is not None else value)
    while row[-1] is None:
        row.pop()
    return row


def _map(names: Iterable[str], first: int) -> str:
    return "{" + ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names, first)) + "}"


@cache
def _of_node(label: str) -> _Columns:
    return _columns(load_schema().nodes[label].properties)


@cache
def _of_edge(kind: str) -> _Columns:
    return _columns(load_schema().relationships[kind].properties)


def _columns(declared: Mapping[str, Property]) -> _Columns:
    return tuple((name, about.type == "date") for name, about in declared.items() if name != "id")
