"""Gives the graph as networkx takes it, for notebooks and measures."""

from pathlib import Path

from networkx import MultiDiGraph

from graph_loader.export.rows import AS_THEY_ARE, Names, edges, nodes
from graph_loader.model.schema import load_schema
from graph_loader.store import Place, Store, open_store


def to_networkx(place: Place | str) -> MultiDiGraph:
    """Gives the graph in a folder or on a server; raises StoreError when it cannot be opened."""
    with open_store(Path(place) if isinstance(place, str) else place, read_only=True) as store:
        return network(store)


def network(store: Store, names: Names = AS_THEY_ARE) -> MultiDiGraph:
    """Gives the graph of a store: a node's `label` and an edge's `type` stand among their properties."""
    schema, graph = load_schema(), MultiDiGraph()
    for label in sorted(schema.nodes):
        graph.add_nodes_from((node.id, {"label": label, **node.properties}) for node in nodes(store, label, names))
    for kind in sorted(schema.relationships):
        graph.add_edges_from(
            (edge.start, edge.end, {"type": kind, **edge.properties}) for edge in edges(store, kind, names)
        )
    return graph
