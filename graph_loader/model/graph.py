"""Holds the pieces of the graph as plain data: nodes, edges, and all that one document contributes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Value = str | int | float | bool | list[str]
Properties = Mapping[str, Value]
"""Names and values as `schema/graph.yaml` declares them; dates are ISO strings, what is not known is left out."""


@dataclass(frozen=True, slots=True)
class Node:
    """Is one node; `properties` are those beside the id."""

    label: str
    id: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """Is one relationship from the node with the id `start` to that with the id `end`."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Contribution:
    """Is all that one document says to the graph: without doubles, both ends of every edge among the nodes.

    Shared nodes and edges hold this document's claims alone; the document's node leads `nodes`.
    """

    path: str
    """Where the document was read from."""
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def document(self) -> Node:
        """Gives the node of the document itself."""
        return self.nodes[0]


def canonical_json(value: Any) -> str:
    """Writes equal data as equal text: keys sorted, no spaces, nothing escaped that JSON allows."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(value: Any) -> str:
    """Hashes JSON-ready data: equal data, equal digest."""
    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()
