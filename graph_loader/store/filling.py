"""Fills an empty graph with nodes and edges as they are, some thousands in a transaction."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TypeVar

from graph_loader.model.graph import Edge, Node
from graph_loader.store.base import InTransaction
from graph_loader.store.pieces import create_edges, create_nodes
from graph_loader.store.running import Run

_T = TypeVar("_T")
_BATCH = 5_000


def fill(in_transaction: InTransaction, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
    """Creates all nodes, then all edges between them."""
    labels: dict[str, str] = {}
    for batch in batches(nodes, _BATCH):
        labels |= {node.id: node.label for node in batch}
        in_transaction(partial(create_nodes, nodes=batch))
    for some in batches(edges, _BATCH):
        in_transaction(partial(_create_edges, some, labels))


def _create_edges(edges: list[Edge], labels: dict[str, str], run: Run) -> None:
    create_edges(run, edges, labels)


def batches(pieces: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Parts pieces, in their order, into lists of a size, the last of which may be shorter."""
    iterator = iter(pieces)
    while batch := list(islice(iterator, size)):
        yield batch
