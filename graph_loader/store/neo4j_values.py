"""Turns what a Neo4j server returns into plain Python data."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from neo4j import Record
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

_SIMPLE = frozenset({str, int, float, bool, type(None)})
Ids = Callable[[list[str]], Mapping[str, str]]
"""Gives our own ids of nodes by those of the engine."""


def plain_rows(records: Iterable[Record], ids: Ids) -> list[dict[str, Any]]:
    """Gives JSON-ready rows: dates in ISO form, a node as its properties and `label`, a path as a list.

    A relationship is its properties with `type`, and `from` and `to`, the ids of its ends.
    """
    rows = [dict(record) for record in records]
    # Most rows hold words and numbers alone, and there may be many of them.
    composed = [row for row in rows if not all(type(value) in _SIMPLE for value in row.values())]
    ends = {end.element_id: end.get("id") for row in composed for value in row.values() for end in _ends(value)}
    unknown = [one for one, known in ends.items() if known is None]
    if unknown:
        ends |= ids(unknown)
    for row in composed:
        row.update({name: _plain(value, ends) for name, value in row.items()})
    return rows


def _plain(value: Any, ends: Mapping[str, Any]) -> Any:
    # Most are words and numbers, alone or inside lists and maps.
    if type(value) in _SIMPLE:
        return value
    made: Any
    match value:
        case Node() | Relationship():
            made = _element(value, ends)
        case Path():
            made = [_element(step, ends) for step in _steps(value)]
        case Mapping():
            made = {name: _plain(inner, ends) for name, inner in value.items()}
        case list() | tuple():
            made = [_plain(inner, ends) for inner in value]
        case Date() | DateTime() | Time() | Duration():
            made = value.iso_format()
        case _:
            made = str(value)
    return made


def _element(element: Node | Relationship, ends: Mapping[str, Any]) -> dict[str, Any]:
    properties = {name: _plain(value, ends) for name, value in sorted(element.items())}
    if isinstance(element, Node):
        return {"label": min(element.labels, default=None), **properties}
    start, end = _both(element)
    return {"type": element.type, "from": ends.get(start.element_id), "to": ends.get(end.element_id), **properties}


def _ends(value: Any) -> Iterable[Node]:
    """Yields the ends of all relationships in a value; the server sends them without properties."""
    if type(value) in _SIMPLE:
        return
    if isinstance(value, Relationship):
        yield from _both(value)
    elif isinstance(value, Path):
        for relationship in value.relationships:
            yield from _both(relationship)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _ends(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ends(inner)


def _both(relationship: Relationship) -> tuple[Node, Node]:
    start, end = relationship.nodes
    if start is None or end is None:
        raise ValueError("A relationship came without its ends.")
    return start, end


def _steps(path: Path) -> Iterable[Node | Relationship]:
    yield path.start_node
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        yield relationship
        yield node
