"""Turns minutes of public meetings into a knowledge graph of accountability relationships."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import MultiDiGraph

__all__ = ["__version__", "to_networkx"]
__version__ = "0.1.0"


def to_networkx(graph: Path | str = "kg-graph") -> "MultiDiGraph":
    """Gives the graph in a folder as a network: nodes by id with `label` and properties, edges with `type` and theirs.

    Raises StoreError when there is no graph, or another process is loading into it.
    """
    # Whoever imports the package for anything else pays neither for networkx nor for the engine.
    from graph_loader.export.network import to_networkx as read  # noqa: PLC0415

    return read(graph)
