"""Keeps the nodes that documents share, and the edges between them, joined from the claims of their documents.

A new claim is joined with what is there; when one is withdrawn, the claims that are left are joined from the start.
"""

import json
from collections.abc import Iterable
from functools import reduce
from typing import Any

from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.resolve.join import join_edges, join_nodes
from graph_loader.store.base import Run
from graph_loader.store.pieces import create_edges, create_nodes, given, replace_properties


def add_claims(run: Run, claims: list[Node], edges: list[Edge]) -> None:
    """Joins one document's claims on nodes, and on the edges that start there, with what the graph holds."""
    held: dict[str, Node] = {}
    for label, ids in _by_label(claims).items():
        statement = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, properties(n) AS says"
        held |= {row["id"]: Node(label, row["id"], given(row["says"])) for row in run(statement, {"ids": ids})}
    joined = [join_nodes(held[claim.id], claim) if claim.id in held else claim for claim in claims]
    create_nodes(run, [node for node in joined if node.id not in held])
    replace_properties(run, [node for node in joined if node.id in held and node != held[node.id]])
    _add_edges(run, edges)


def rebuild(run: Run, nodes: Iterable[tuple[str, str]]) -> None:
    """Joins anew what is still claimed of nodes, given as label and id; those without a claim go."""
    supported: list[tuple[Node, list[dict[str, Any]]]] = []
    for label, ids in _by_label(Node(label, one, {}) for label, one in nodes).items():
        claims = _claims(run, label, ids)
        gone = [one for one in ids if one not in claims]
        run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"ids": gone})
        supported += [(Node(label, one, {}), claims[one]) for one in ids if one in claims]
    replace_properties(run, [_joined(node, claims) for node, claims in supported])
    edges = [
        Edge(kind, node.id, end, says)
        for node, claims in supported
        for claim in claims
        for kind, end, says in claim["edges"]
    ]
    for kind, relationship in load_schema().relationships.items():
        if relationship.scope == "shared":
            starts = [node.id for node, _ in supported if node.label in relationship.start]
            _replace_edges(run, kind, starts, join_edges(edge for edge in edges if edge.type == kind))


def _claims(run: Run, label: str, ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    statement = f"UNWIND $ids AS id MATCH (:{label} {{id: id}})-[r:RECORDED_IN]->() RETURN id, r.claim AS claim"
    claims: dict[str, list[dict[str, Any]]] = {}
    for row in run(statement, {"ids": ids}):
        claims.setdefault(row["id"], []).append(json.loads(row["claim"]))
    return claims


def _joined(node: Node, claims: list[dict[str, Any]]) -> Node:
    return reduce(join_nodes, (Node(node.label, node.id, claim["properties"]) for claim in claims))


def _add_edges(run: Run, edges: list[Edge]) -> None:
    for kind, claims in _by_type(edges).items():
        (label,) = load_schema().relationships[kind].start
        statement = f"""
        UNWIND $ids AS id MATCH (:{label} {{id: id}})-[r:{kind}]->(e)
        RETURN id, e.id AS end, properties(r) AS says
        """
        starts = sorted({edge.start for edge in claims})
        held = [Edge(kind, row["id"], row["end"], row["says"]) for row in run(statement, {"ids": starts})]
        joined = join_edges([*held, *claims])
        changed = {edge.start for edge in joined if edge not in held}
        _replace_edges(run, kind, sorted(changed), [edge for edge in joined if edge.start in changed])


def _replace_edges(run: Run, kind: str, starts: list[str], edges: list[Edge]) -> None:
    """Gives nodes these shared edges of one type and no others."""
    relationship = load_schema().relationships[kind]
    (start,), (end,) = relationship.start, relationship.end
    run(f"UNWIND $ids AS id MATCH (:{start} {{id: id}})-[r:{kind}]->() DELETE r", {"ids": starts})
    create_edges(run, edges, {edge.start: start for edge in edges} | {edge.end: end for edge in edges})


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
