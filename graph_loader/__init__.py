"""Turns minutes of public meetings into a knowledge graph of accountability relationships."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from graph_loader.store import Place

__all__ = ["__version__", "to_networkx"]
__version__ = "0.1.0"


def to_networkx(graph: "Place | str" = "kg-graph") -> "MultiDiGraph":
    """Gives a graph as a network: nodes by id with `label` and properties, edges with `type` and theirs.

    It is read from a folder, or from a `graph_loader.store.Server`. Raises StoreError when there is no graph, or while
    another process is loading into it.
    """
    # Whoever imports the package for anything else pays neither for networkx nor for the engine.
    from graph_loader.export.network import to_networkx as read  # noqa: PLC0415

    return read(graph)
