"""Keeps the nodes that documents share, and the edges between them, joined from the claims of their documents.

A new claim is joined with what is there; when one is withdrawn, the claims that are left are joined from the start.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any

from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.resolve.join import join_edges, join_nodes
from graph_loader.store.pieces import create_edges, given, replace_properties
from graph_loader.store.running import Row, Run, Statements


@dataclass(frozen=True, slots=True)
class Claims:
    """Is what one document says of nodes that it shares with others, and of the edges that start there."""

    nodes: list[Node]
    edges: list[Edge]

    @classmethod
    def of(cls, contribution: Contribution) -> "Claims":
        """Picks the claims of a document."""
        schema = load_schema()
        return cls(
            [node for node in contribution.nodes if schema.nodes[node.label].scope == "shared"],
            [edge for edge in contribution.edges if schema.relationships[edge.type].scope == "shared"],
        )

    def asked(self) -> dict[str, list[str]]:
        """Gives the ids to look for, by label and type."""
        return _by_label(self.nodes) | {kind: _starts(some) for kind, some in _by_type(self.edges).items()}


@dataclass(frozen=True, slots=True)
class Joined:
    """Is what is to be created for claims: nodes, and edges in the place of those of the same type and start."""

    nodes: list[Node]
    edges: list[Edge]
    instead_of: set[tuple[str, str]]


def join_claims(run: Run, claims: Claims, found: list[Row] | None) -> Joined:
    """Joins one document's claims with what the graph holds: what is found, unless nobody looked."""
    if found is None:
        found = run.each(holding(), claims.asked())
    held = {row["id"]: _node(row["kind"], row["id"], row["says"]) for row in found if row["end"] is None}
    joined = [join_nodes(held[claim.id], claim) if claim.id in held else claim for claim in claims.nodes]
    replace_properties(run, [node for node in joined if node.id in held and node != held[node.id]])
    before = [Edge(row["kind"], row["id"], row["end"], row["says"]) for row in found if row["end"] is not None]
    after = [edge for kind, some in _by_type([*before, *claims.edges]).items() for edge in join_edges(some)]
    changed = {(edge.type, edge.start) for edge in after if edge not in before}
    return Joined(
        [node for node in joined if node.id not in held],
        [edge for edge in after if (edge.type, edge.start) in changed],
        {(edge.type, edge.start) for edge in before} & changed,
    )


def rebuild(run: Run, nodes: Iterable[tuple[str, str]]) -> None:
    """Joins anew what is still claimed of nodes, given as label and id; those without a claim go."""
    claimed = [Node(label, one, {}) for label, one in nodes]
    claims_of: dict[str, list[dict[str, Any]]] = {}
    for row in run.each(_claiming(), _by_label(claimed)):
        claims_of.setdefault(row["id"], []).append(json.loads(row["claim"]))
    run.each(_deleting(), _by_label(node for node in claimed if node.id not in claims_of))
    supported = [(node, claims_of[node.id]) for node in claimed if node.id in claims_of]
    replace_properties(run, [_joined(node, claims) for node, claims in supported])
    edges = [
        Edge(kind, node.id, end, says)
        for node, claims in supported
        for claim in claims
        for kind, end, says in claim["edges"]
    ]
    shared = _shared_types()
    starts = {(kind, node.id) for kind in shared for node, _ in supported if node.label == shared[kind][0]}
    wanted = [edge for edge in edges if edge.type in shared]
    create_edges(run, join_edges(wanted), ends_of(wanted), starts)


def ends_of(edges: Iterable[Edge]) -> dict[str, str]:
    """Gives the labels of the ends of shared edges, by their ids."""
    labels: dict[str, str] = {}
    for edge in edges:
        labels[edge.start], labels[edge.end] = _shared_types()[edge.type]
    return labels


@cache
def _shared_types() -> dict[str, tuple[str, str]]:
    """Gives the types of shared edges, with the labels at their two ends."""
    relationships = load_schema().relationships
    shared = {kind: about for kind, about in relationships.items() if about.scope == "shared"}
    return {kind: (about.start[0], about.end[0]) for kind, about in shared.items()}


@cache
def holding() -> Statements:
    """Reads nodes by id, and the shared edges that start there."""
    node = "UNWIND $rows AS id MATCH (n:{0} {{id: id}}) RETURN '{0}' AS kind, id, null AS end, properties(n) AS says"
    edge = (
        "UNWIND $rows AS id MATCH (:{1} {{id: id}})-[r:{0}]->(e) "
        "RETURN '{0}' AS kind, id, e.id AS end, properties(r) AS says"
    )
    nodes = {label: node.format(label) for label in load_schema().labels("shared")}
    return Statements(
        nodes | {kind: edge.format(kind, start) for kind, (start, _) in _shared_types().items()}, reading=True
    )


@cache
def _claiming() -> Statements:
    statement = "UNWIND $rows AS id MATCH (:{} {{id: id}})-[r:RECORDED_IN]->() RETURN id, r.claim AS claim"
    return Statements({label: statement.format(label) for label in load_schema().labels("shared")}, reading=True)


@cache
def _deleting() -> Statements:
    statement = "UNWIND $rows AS id MATCH (n:{} {{id: id}}) DETACH DELETE n"
    return Statements({label: statement.format(label) for label in load_schema().labels("shared")})


def _joined(node: Node, claims: list[dict[str, Any]]) -> Node:
    return reduce(join_nodes, (Node(node.label, node.id, claim["properties"]) for claim in claims))


def _node(label: str, one: str, says: dict[str, Any]) -> Node:
    return Node(label, one, given(says))


def _starts(edges: Iterable[Edge]) -> list[str]:
    return sorted({edge.start for edge in edges})


def _by_label(nodes: Iterable[Node]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for node in nodes:
        groups.setdefault(node.label, []).append(node.id)
    return groups


def _by_type(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(edge.type, []).append(edge)
    return groups
