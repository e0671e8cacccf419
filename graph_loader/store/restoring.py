"""Fills an empty graph with all that another one held, as it is: nothing is joined or linked anew."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from graph_loader.errors import StoreError
from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.store.base import Run
from graph_loader.store.pieces import create_edges, create_nodes

_T = TypeVar("_T")
_BATCH = 5000


def restore(run: Run, nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    """Creates the nodes and edges; raises StoreError where there is something already."""
    labels = "|".join(load_schema().nodes)
    if run(f"MATCH (n:{labels}) RETURN n.id AS id LIMIT 1", {}):
        raise StoreError("There is something in the graph already.", "Load the dataset into a new one: --graph FOLDER.")
    for batch in _batches(nodes):
        create_nodes(run, batch)
    label = {node.id: node.label for node in nodes}
    for several in _batches(edges):
        create_edges(run, several, label)


def _batches(whole: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (whole[start : start + _BATCH] for start in range(0, len(whole), _BATCH))
