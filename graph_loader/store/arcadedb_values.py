"""Turns what the embedded engine returns into plain Python data."""

from datetime import date, datetime, time
from typing import Any

import jpype
from arcadedb_embedded import convert_java_to_python


def plain(value: Any) -> Any:
    """Gives JSON-ready data: dates in ISO form, a node as its properties and `label`, a path as a list.

    A relationship is its properties with `type`, and `from` and `to`, the ids of its ends.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, dict):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(inner) for inner in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return _element(value)


def _element(value: Any) -> Any:
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Vertex")):
        return {"label": str(value.getTypeName()), **_properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.graph.Edge")):
        ends = {"from": plain(value.getOutVertex().get("id")), "to": plain(value.getInVertex().get("id"))}
        return {"type": str(value.getTypeName()), **ends, **_properties(value)}
    if isinstance(value, jpype.JClass("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return [plain(inner) for inner in value.toAlternatingList()]
    return str(value)


def _properties(element: Any) -> dict[str, Any]:
    properties: dict[str, Any] = plain(convert_java_to_python(element.propertiesAsMap()))
    return dict(sorted(properties.items()))
