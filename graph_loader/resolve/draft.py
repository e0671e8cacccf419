"""Gathers the nodes and edges of one document while its record is gone through."""

from dataclasses import astuple
from pathlib import PurePath
from typing import Any

from graph_loader.model.graph import Contribution, Edge, Node, Properties, Value, canonical_json, digest
from graph_loader.model.record import Evidence
from graph_loader.model.schema import load_schema
from graph_loader.resolve.join import join_edges, join_nodes
from graph_loader.resolve.own_ids import OwnIds

Given = Value | tuple[str, ...] | None


class Draft:
    """Collects what one document contributes; whatever is added twice is kept once, and None is left out."""

    def __init__(self, document: str, date: str | None) -> None:
        self.document = document
        self.date = date
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._shared_edges: list[Edge] = []
        self._claimed: list[tuple[str, list[Any]]] = []
        self._short_forms: dict[str, tuple[str, ...]] = {}
        self._ids = OwnIds(document)

    def share(self, label: str, node: str, *, short_forms: tuple[str, ...] = (), **says: Given) -> str:
        """Adds a claim on a shared node, and the short forms that stand for it in this document alone; gives its id."""
        claim = Node(label, node, _given(says))
        self._nodes[node] = join_nodes(self._nodes[node], claim) if node in self._nodes else claim
        self._short_forms[node] = (*self._short_forms.get(node, ()), *short_forms)
        return node

    def share_edge(self, kind: str, start: str, end: str, **says: Given) -> None:
        """Adds a claim on a shared edge, made by its start."""
        self._shared_edges.append(Edge(kind, start, end, _given(says)))

    def claim_edge(self, kind: str, start: str, end: str, **says: Given) -> None:
        """Has the start claim what only links make of it; nothing else is added to the graph."""
        self._claimed.append((start, [kind, end, _given(says)]))

    def own(self, label: str, evidence: Evidence, **says: Given) -> str:
        """Adds a node that is this document's alone, with its evidence; gives the id, derived from its words."""
        node = self._ids.next(label, evidence)
        properties = _given({**says, **self._evidence(evidence), "date": self.date})
        self._nodes[node] = Node(label, node, properties)
        return node

    def edge(self, kind: str, start: str, end: str, evidence: Evidence | None = None, **says: Given) -> None:
        """Adds an edge that this document alone makes, with its evidence where that is not the node's own."""
        cited = self._evidence(evidence) if evidence else {"document": self.document}
        self._edges.append(Edge(kind, start, end, _given({**says, **cited})))

    def finish(self, path: str, **document: Given) -> Contribution:
        """Gives everything sorted, each node recorded in the document, the document's node first."""
        shared = join_edges(self._shared_edges)
        nodes = tuple(sorted(self._nodes.values(), key=lambda node: (node.label, node.id)))
        recorded = [self._recorded(node, shared) for node in nodes]
        unique = {canonical_json([edge.type, edge.start, edge.end, edge.properties]): edge for edge in self._edges}
        edges = (*recorded, *(unique[key] for key in sorted(unique)), *shared)
        # Where the document lies is no part of what it says: the same bytes elsewhere contribute the same.
        content = digest([_given(document), [astuple(node) for node in nodes], [astuple(edge) for edge in edges]])
        whole = _given({**document, "name": PurePath(path).stem, "paths": (path,), "digest": content})
        return Contribution(path, (Node("Document", self.document, whole), *nodes), edges)

    def _recorded(self, node: Node, shared: list[Edge]) -> Edge:
        """Ties a node to the document; for a shared one with all that the document claims of it."""
        says: dict[str, Given] = {"document": self.document, "date": self.date}
        if load_schema().nodes[node.label].scope == "shared":
            edges = [[edge.type, edge.end, edge.properties] for edge in shared if edge.start == node.id]
            edges += [claim for start, claim in self._claimed if start == node.id]
            says["claim"] = canonical_json({"edges": edges, "properties": node.properties})
            says["aliases"] = tuple(sorted(set(self._short_forms[node.id]))) or None
        return Edge("RECORDED_IN", node.id, self.document, _given(says))

    def _evidence(self, evidence: Evidence) -> dict[str, Given]:
        return {
            "document": self.document,
            "text": evidence.quote,
            "reading": evidence.reading,
            "start": evidence.start,
            "end": evidence.end,
            "rule": evidence.rule,
            "confidence": evidence.confidence,
        }


def _given(says: dict[str, Given]) -> Properties:
    known = {name: list(value) if isinstance(value, tuple) else value for name, value in says.items()}
    return {name: known[name] for name in sorted(known) if known[name] is not None}  # type: ignore[misc]
