"""Creates all that a document adds in one statement, for a server: edges find their ends by place and no index."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from graph_loader.errors import StoreError
from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.store.columns import edge_map, edge_row, node_map, node_row
from graph_loader.store.running import Run

_Rows = dict[str, list[Any]]


def add_together(
    run: Run,
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    labels: Mapping[str, str],
    instead_of: Iterable[tuple[str, str]],
) -> None:
    """Creates nodes that are not there, and edges between these and others that are.

    `labels` gives the label of each end by its id. The shared edges whose type and start `instead_of` gives are taken
    out first. Raises StoreError where the server did not keep the order by which ends are found.
    """
    edges, instead_of = list(edges), list(instead_of)
    rows: _Rows = {}
    for node in nodes:
        rows.setdefault(node.label, []).append(node_row(node))
    made = {row[0] for some in rows.values() for row in some}
    ends = {end for edge in edges for end in (edge.start, edge.end)} | {start for _, start in instead_of}
    for end in sorted(ends - made):
        rows.setdefault(_held(labels[end]), []).append(end)
    order = list(_in_order(rows))
    place = {one: at for at, one in enumerate(order)}
    for kind, start in instead_of:
        rows.setdefault(_replaced(kind), []).append(place[start])
    for edge in edges:
        rows.setdefault(edge.type, []).append(edge_row(edge, place[edge.start], place[edge.end]))
    (found,) = run(_statement(), {"given": rows})
    if found["ids"] != order:
        # Nobody promises the order in which nodes are collected; an edge between others would be a lie.
        raise StoreError("The server gave nodes in another order than asked for, so nothing was written.", "Tell us.")


def _in_order(rows: _Rows) -> Iterator[str]:
    """Yields the ids of all nodes as the statement lists them."""
    for label in load_schema().nodes:
        yield from (row[0] for row in rows.get(label, ()))
    for label in load_schema().nodes:
        yield from rows.get(_held(label), ())


@cache
def _statement() -> str:
    """Gives one text for whatever is added, so that a server plans it once."""
    nodes, relationships = load_schema().nodes, load_schema().relationships
    creating = (
        f"CALL () {{ UNWIND $given.{label} AS row CREATE (n:{label} {node_map(label)}) RETURN collect(n) AS {label} }}"
        for label in nodes
    )
    finding = (
        f"CALL () {{ UNWIND $given.{_held(label)} AS id MATCH (n:{label} {{id: id}}) "
        f"RETURN collect(n) AS {_held(label)} }}"
        for label in nodes
    )
    replacing = (
        f"CALL (all) {{ UNWIND $given.{_replaced(kind)} AS at WITH all[at] AS s MATCH (s)-[r:{kind}]->() DELETE r }}"
        for kind, about in relationships.items()
        if about.scope == "shared"
    )
    joining = (
        f"CALL (all) {{ UNWIND $given.{kind} AS row WITH row, all[row[0]] AS s, all[row[1]] AS e "
        f"CREATE (s)-[:{kind} {edge_map(kind)}]->(e) }}"
        for kind, about in relationships.items()
        if about.scope != "linked"
    )
    listed = " + ".join((*nodes, *map(_held, nodes)))
    parts = (*creating, *finding, f"WITH {listed} AS all", *replacing, *joining, "RETURN [n IN all | n.id] AS ids")
    return "\n".join(parts)


def _held(label: str) -> str:
    return f"held{label}"


def _replaced(kind: str) -> str:
    return f"instead_of_{kind}"
