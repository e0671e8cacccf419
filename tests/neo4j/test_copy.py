"""A whole graph moves between a folder and a server, by copying and by Neo4j's own import, and stays the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_loader.errors import StoreError
from graph_loader.export.copying import copy
from graph_loader.export.json_dump import dump
from graph_loader.model.graph import Contribution
from graph_loader.model.graph import Node as GraphNode
from graph_loader.store import Place, Server, open_store
from graph_loader.store.copying import open_copy


@pytest.fixture
def graph(folder: Path, examples: list[Contribution]) -> Path:
    """Gives the folder of a graph of the examples."""
    with open_store(folder, create=True) as store:
        for one in examples:
            store.write(one)
        store.link()
    return folder


def dumped(place: Place) -> str:
    with open_store(place, read_only=True) as store:
        return "".join(dump(store))


def moved(source: Place, target: Place) -> None:
    with open_store(source, read_only=True) as store, open_copy(target) as empty:
        copy(store, empty)


def test_there_and_back_the_dumps_are_equal(server: Server, graph: Path, tmp_path: Path) -> None:
    moved(graph, server)
    assert dumped(server) == dumped(graph)
    moved(server, tmp_path / "back")
    assert dumped(tmp_path / "back") == dumped(graph)
    # What was copied goes on as a graph that was loaded.
    with open_store(server) as store:
        assert store.link() == 0


def test_a_copy_takes_the_place_of_nothing(server: Server, graph: Path) -> None:
    moved(graph, server)
    for target in (server, graph):
        with pytest.raises(StoreError, match="already"):
            moved(graph if target is server else server, target)
    assert dumped(server) == dumped(graph)


def test_half_a_copy_is_no_graph_and_the_next_copy_takes_its_place(server: Server, graph: Path) -> None:
    def breaking_off() -> Iterator[GraphNode]:
        yield GraphNode("Person", "person-x", {"name": "X"})
        raise KeyboardInterrupt

    def broken_off() -> None:
        with open_copy(server) as empty:
            empty.fill([GraphNode("Body", "body-x", {"name": "X"})], [])
            empty.fill(breaking_off(), [])

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="half of a copy"), open_store(server, create=True, read_only=read_only):
            pass
    moved(graph, server)
    assert dumped(server) == dumped(graph)
