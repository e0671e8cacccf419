"""Keeps the graph: one transaction per document, so that a document is in it whole or not at all."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from graph_loader.store.base import Store, Written
from graph_loader.store.running import Row
from graph_loader.store.server import Place, Server
from graph_loader.store.signals import ending_in_order, pending

__all__ = ["Place", "Row", "Server", "Store", "Written", "open_store"]


@contextmanager
def open_store(place: Place, *, create: bool = False, read_only: bool = False) -> Iterator[Store]:
    """Opens the graph in a folder or on a server and closes it at the end, also on Ctrl-C and SIGTERM.

    Readers share a graph in a folder, a writer holds it alone; on a server those who write take turns. Raises
    StoreError for what is no graph, is in use, is damaged or cannot be reached.
    """
    # Each engine needs a moment to load: only who opens a graph in it pays for it.
    if isinstance(place, Server):
        from graph_loader.store.neo4j import open_neo4j  # noqa: PLC0415

        opened = open_neo4j(place, create=create, read_only=read_only)
        with ending_in_order(), opened as store:
            yield store
    else:
        # The engine's packages look for others while they load, and swallow there what a signal raises.
        with pending(signal.SIGINT, signal.SIGTERM):
            from graph_loader.store.arcadedb import open_arcade  # noqa: PLC0415

        with ending_in_order(), open_arcade(place, create=create, read_only=read_only) as store:
            yield store
