"""Fills an empty Neo4j database, some thousands of nodes or edges in a transaction, a few transactions at a time."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from graph_loader.model.graph import Edge, Node
from graph_loader.store.columns import Values, edge_map, edge_row, node_map, node_row
from graph_loader.store.filling import batches

Ask = Callable[[str, list[Values]], list[Any]]
"""Runs a statement on `$rows` in a transaction of its own and gives the only column; called by several threads."""
_T = TypeVar("_T")
_AT_ONCE = 2
"""So many transactions are under way: while one waits for the disk or is made ready here, the server is not idle."""
_BATCH = 2_000
_READ = 40_000
"""So many nodes or edges are held here and parted by their kind, for which the statements differ."""
_NODES = "UNWIND $rows AS row CREATE (n:{} {}) RETURN collect(elementId(n))"
_EDGES = (
    "UNWIND $rows AS row MATCH (s) WHERE elementId(s) = row[0] MATCH (e) WHERE elementId(e) = row[1] "
    "CREATE (s)-[:{} {}]->(e)"
)


def fill(ask: Ask, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Creates all nodes, then all edges, whose ends the server finds by its own ids and no index."""
    ids: dict[str, str] = {}

    def create_nodes(label: str, some: list[Node]) -> None:
        (made,) = ask(_NODES.format(label, node_map(label)), [node_row(node) for node in some])
        ids.update(zip((node.id for node in some), made, strict=True))

    def create_edges(kind: str, some: list[Edge]) -> None:
        rows = [edge_row(edge, ids[edge.start], ids[edge.end]) for edge in some]
        ask(_EDGES.format(kind, edge_map(kind)), rows)

    _each(create_nodes, nodes, lambda node: node.label)
    _each(create_edges, edges, lambda edge: edge.type)


def _each(create: Callable[[str, list[_T]], None], pieces: Iterable[_T], kind_of: Callable[[_T], str]) -> None:
    """Creates pieces, those of a kind together."""
    for held in batches(pieces, _READ):
        by_kind: dict[str, list[_T]] = {}
        for piece in held:
            by_kind.setdefault(kind_of(piece), []).append(piece)
        threads = ThreadPoolExecutor(_AT_ONCE)
        try:
            under_way = [
                threads.submit(create, kind, batch) for kind, some in by_kind.items() for batch in batches(some, _BATCH)
            ]
            for done in under_way:
                done.result()
        finally:
            # Where one fails, those that wait are not even tried.
            threads.shutdown(cancel_futures=True)
