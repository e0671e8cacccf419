"""Reads the graph for all writers: every node and edge in one order, under the names that may be shown."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from graph_loader.model.graph import Edge, Node, canonical_json
from graph_loader.model.schema import load_schema
from graph_loader.store import Store
from graph_loader.store.pieces import given


class Names(Protocol):
    """Says under what names nodes and edges leave the graph: every writer sends each of them through here."""

    def node(self, node: Node) -> Node:
        """Gives a node as it may be shown."""

    def edge(self, edge: Edge) -> Edge:
        """Gives an edge as it may be shown."""

    def words(self, text: str, *documents: str) -> str:
        """Gives words of the documents as they may be shown; without documents, words of any."""

    def id(self, one: str) -> str:
        """Gives the id under which a node leaves the graph."""


class _AsTheyAre:
    def node(self, node: Node) -> Node:
        return node

    def edge(self, edge: Edge) -> Edge:
        return edge

    def words(self, text: str, *documents: str) -> str:
        return text

    def id(self, one: str) -> str:
        return one


AS_THEY_ARE: Names = _AsTheyAre()


def nodes(store: Store, label: str, names: Names = AS_THEY_ARE) -> Iterator[Node]:
    """Yields the nodes of one label by their ids."""
    rows = store.rows(f"MATCH (n:{label}) RETURN n.id AS id, properties(n) AS says")
    found = (Node(label, str(row["id"]), given(row["says"])) for row in rows)
    yield from sorted(map(names.node, found), key=lambda node: node.id)


def edges(store: Store, kind: str, names: Names = AS_THEY_ARE) -> Iterator[Edge]:
    """Yields the edges of one type by their ends and their properties."""
    rows = store.rows(f"MATCH (s)-[r:{kind}]->(e) RETURN s.id AS start, e.id AS end, properties(r) AS says")
    found = (Edge(kind, str(row["start"]), str(row["end"]), given(row["says"])) for row in rows)
    yield from sorted(map(names.edge, found), key=lambda edge: (edge.start, edge.end, canonical_json(edge.properties)))


class Whole:
    """Holds the whole graph in memory, for the writers that go through it crosswise."""

    def __init__(self, store: Store, names: Names = AS_THEY_ARE) -> None:
        schema = load_schema()
        self.nodes = {node.id: node for label in sorted(schema.nodes) for node in nodes(store, label, names)}
        self.edges = [edge for kind in sorted(schema.relationships) for edge in edges(store, kind, names)]

    @cached_property
    def _out(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.type, edge.start].append(edge)
        return found

    @cached_property
    def _in(self) -> dict[tuple[str, str], list[Edge]]:
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[edge.type, edge.end].append(edge)
        return found

    def labelled(self, *labels: str) -> list[Node]:
        """Gives the nodes of some labels."""
        return [node for node in self.nodes.values() if node.label in labels]

    def out(self, node: str, *kinds: str) -> list[Edge]:
        """Gives the edges of some types that start at a node."""
        return [edge for kind in kinds for edge in self._out.get((kind, node), ())]

    def into(self, node: str, *kinds: str) -> list[Edge]:
        """Gives the edges of some types that end at a node."""
        return [edge for kind in kinds for edge in self._in.get((kind, node), ())]
