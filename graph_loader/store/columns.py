"""Puts nodes and edges into rows whose places say what the values are, for names repeated in every row cost time."""

from collections.abc import Iterable
from functools import cache

from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import FOLDED, load_schema
from graph_loader.store.pieces import found_by, typed

Values = list[object]


@cache
def node_map(label: str) -> str:
    """Gives the properties of a node as a Cypher map that takes them from `row`."""
    return _map(_of_node(label), 0)


@cache
def edge_map(kind: str) -> str:
    """Gives the properties of an edge as a Cypher map that takes them from `row`, behind its two ends."""
    return _map(_of_edge(kind), 2)


def node_row(node: Node) -> Values:
    """Gives the values of a node's properties."""
    says = {"id": node.id, **typed(node.properties, load_schema().nodes[node.label].properties), **found_by(node)}
    return [says.get(name) for name in _of_node(node.label)]


def edge_row(edge: Edge, start: object, end: object) -> Values:
    """Gives the ends of an edge, as they are called here, and the values of its properties."""
    says = typed(edge.properties, load_schema().relationships[edge.type].properties)
    return [start, end, *(says.get(name) for name in _of_edge(edge.type))]


def _map(names: Iterable[str], first: int) -> str:
    return "{" + ", ".join(f"{name}: row[{at}]" for at, name in enumerate(names, first)) + "}"


@cache
def _of_node(label: str) -> tuple[str, ...]:
    about = load_schema().nodes[label]
    return tuple(dict.fromkeys(("id", *about.properties, *((FOLDED,) if about.folded else ()))))


@cache
def _of_edge(kind: str) -> tuple[str, ...]:
    return tuple(load_schema().relationships[kind].properties)
