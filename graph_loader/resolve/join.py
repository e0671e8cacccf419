"""Joins what several documents claim of one node or edge.

Every rule gives the same result in whatever order, grouping or number the claims come: so the graph follows from the
set of its documents, not from the way they were loaded.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from graph_loader.model.graph import Edge, Node, Properties, Value
from graph_loader.model.schema import Property, load_schema


def join_nodes(one: Node, other: Node) -> Node:
    """Joins two claims on the node with one label and id."""
    return Node(one.label, one.id, _join(one.properties, other.properties, load_schema().nodes[one.label].properties))


def join_edges(edges: Iterable[Edge]) -> list[Edge]:
    """Joins the claims on shared edges that have type, ends and key properties in common; sorted by these."""
    groups: dict[tuple[str, ...], list[Edge]] = {}
    for edge in edges:
        groups.setdefault(edge_key(edge), []).append(edge)
    return [reduce(_join_two, groups[key]) for key in sorted(groups)]


def edge_key(edge: Edge) -> tuple[str, ...]:
    """Gives what tells one shared edge from another: its type, its ends, and the values of its key properties."""
    key = load_schema().relationships[edge.type].key
    return (edge.type, edge.start, edge.end, *(str(edge.properties.get(name)) for name in key))


def _join_two(one: Edge, other: Edge) -> Edge:
    declared = load_schema().relationships[one.type].properties
    return Edge(one.type, one.start, one.end, _join(one.properties, other.properties, declared))


def _join(one: Properties, other: Properties, declared: Mapping[str, Property]) -> dict[str, Value]:
    joined = {**one, **other}
    for name in one.keys() & other.keys():
        if one[name] != other[name]:
            joined[name] = _RULES[declared[name].join_rule](one[name], other[name], declared[name].values)
    return dict(sorted(joined.items()))


def _best(one: Value, other: Value, _: tuple[str, ...]) -> Value:
    return min((one, other), key=_plainness)


def _plainness(value: Value) -> tuple[bool, bool, int, str]:
    """Ranks the better caption first: no capitals throughout, no leading article, longest, first in the alphabet."""
    text = str(value)
    return text.isupper(), text.casefold().startswith("the "), -len(text), text


def _rank(one: Value, other: Value, values: tuple[str, ...]) -> Value:
    return min((one, other), key=lambda value: values.index(str(value)))


def _union(one: Value, other: Value, _: tuple[str, ...]) -> Value:
    assert isinstance(one, list)
    assert isinstance(other, list)
    return sorted({*one, *other})


_RULES: dict[str, Callable[[Value, Value, tuple[str, ...]], Value]] = {
    "best": _best,
    "first": lambda one, other, _: min(one, other),
    "last": lambda one, other, _: max(one, other),
    "rank": _rank,
    "union": _union,
}
