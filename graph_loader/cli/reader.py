"""Opens the graph for the commands that only read it, so that Ctrl-C ends them also in the middle of a statement."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph_loader.store import Place, Store


@contextmanager
def read_graph(graph: "Place") -> Iterator["Store"]:
    """Opens a graph to read in it; raises StoreError when it cannot be opened."""
    from graph_loader.store import open_store

    with open_store(graph, read_only=True) as store, ending_at_once():
        yield store


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Lets signals end the process as they come: no handler runs while the engine works, and nothing is half done."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
