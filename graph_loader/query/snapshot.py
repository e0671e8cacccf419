"""Holds a whole graph as plain data, so that two of them can be compared, and reads one that was exported."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from graph_loader.errors import UsageError
from graph_loader.model.graph import Edge, Node, canonical_json
from graph_loader.model.schema import load_schema

HINT = "Give the folder of a graph, the address of a server, or a file that `kg export json` wrote."


@dataclass(frozen=True)
class Snapshot:
    """Is all nodes and edges of a graph at one time."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        """Gives every node by its id."""
        return {node.id: node for node in self.nodes}

    def of(self, label: str) -> list[Node]:
        """Gives the nodes of one label, by id."""
        return sorted((node for node in self.nodes if node.label == label), key=lambda node: node.id)

    def between(self, kind: str) -> list[Edge]:
        """Gives the edges of one type whose ends are both there, sorted."""
        return self._sorted.get(kind, [])

    @cached_property
    def _sorted(self) -> Mapping[str, list[Edge]]:
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in sorted(self.edges, key=lambda edge: (edge.start, edge.end, canonical_json(edge.properties))):
            if {edge.start, edge.end} <= self.by_id.keys():
                found[edge.type].append(edge)
        return found

    @cached_property
    def dates(self) -> Mapping[str, list[str]]:
        """Gives the dates of the meetings that name or hold something, by its id; those of a document under its own."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for edge in self.between("RECORDED_IN"):
            if edge.properties.get("date"):
                found[edge.start].add(str(edge.properties["date"]))
                found[edge.end].add(str(edge.properties["date"]))
        return {one: sorted(dates) for one, dates in found.items()}


def read_dump(path: Path) -> Snapshot:
    """Reads what `kg export json` wrote; raises UsageError for any other file."""
    try:
        given = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", HINT) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no JSON.", HINT) from error
    try:
        nodes = tuple(Node(each["label"], each["id"], _properties(each)) for each in given["nodes"])
        edges = tuple(Edge(each["type"], each["start"], each["end"], _properties(each)) for each in given["edges"])
    except (KeyError, TypeError) as error:
        raise UsageError(f"{path} is no dump of a graph.", HINT) from error
    if not {node.label for node in nodes} <= load_schema().nodes.keys():
        raise UsageError(f"{path} has nodes that are in no graph of `kg`.", HINT)
    return Snapshot(nodes, edges)


def _properties(given: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(given["properties"], dict):
        raise TypeError
    return given["properties"]
