"""Copies every node and edge of a graph into an empty one."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from graph_loader.export.rows import edges, nodes
from graph_loader.model.schema import load_schema
from graph_loader.store import Store

_T = TypeVar("_T")


def copy(source: Store, empty: Store) -> tuple[int, int]:
    """Copies everything; gives the numbers of nodes and edges."""
    schema = load_schema()
    counts = [0, 0]

    def counted(pieces: Iterable[_T], at: int) -> Iterator[_T]:
        for piece in pieces:
            counts[at] += 1
            yield piece

    all_nodes = (node for label in schema.nodes for node in nodes(source, label))
    all_edges = (edge for kind in schema.relationships for edge in edges(source, kind))
    empty.fill(counted(all_nodes, 0), counted(all_edges, 1))
    return counts[0], counts[1]
