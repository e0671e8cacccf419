"""Keeps the graph: one transaction per document, so that a document is in it whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_loader.store.base import Row, Store, Written
from graph_loader.store.signals import ending_in_order

__all__ = ["Row", "Store", "Written", "open_store"]


@contextmanager
def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> Iterator[Store]:
    """Opens the graph in a folder and closes it at the end, also on Ctrl-C and SIGTERM.

    Readers share a graph, a writer holds it alone. Raises StoreError for what is no graph, is in use or is damaged.
    """
    # The engine needs a moment to load: only who opens a graph pays for it.
    from graph_loader.store.arcadedb import open_arcade  # noqa: PLC0415

    with ending_in_order(), open_arcade(path, create=create, read_only=read_only) as store:
        yield store
