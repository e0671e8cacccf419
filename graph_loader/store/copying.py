"""Opens a place for a copy of a whole graph: nothing may be there, and what a broken-off copy left is no graph."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph_loader.errors import StoreError
from graph_loader.store.base import Store
from graph_loader.store.server import Place, Server
from graph_loader.store.signals import ending_in_order


@contextmanager
def open_copy(place: Place, hint: str = "Choose a new folder.") -> Iterator[Store]:
    """Opens an empty graph, which is one only when the block ends well; raises StoreError where there is a graph.

    The hint says what to do about a folder that is none for it.
    """
    if isinstance(place, Server):
        from graph_loader.store.neo4j import open_for_copy  # noqa: PLC0415

        with ending_in_order(), open_for_copy(place) as store:
            yield store
        return
    from graph_loader.store.arcadedb import open_arcade  # noqa: PLC0415

    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise StoreError(f"There is something in {place} already.", hint)
    part = place.with_name(f".{place.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    with ending_in_order(), open_arcade(part, create=True, read_only=False) as store:
        yield store
    _put(part, place)


def _put(part: Path, place: Path) -> None:
    if place.exists():
        place.rmdir()
    part.replace(place)
