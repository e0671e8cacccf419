"""A whole graph moves between a folder and a server, by copying and by Neo4j's own import, and stays the same."""

import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from neo4j import GraphDatabase

from graph_loader.cli.main import main
from graph_loader.errors import StoreError
from graph_loader.export.copying import copy
from graph_loader.export.json_dump import dump
from graph_loader.export.neo4j_import import AFTER, write_import
from graph_loader.model.graph import Contribution
from graph_loader.model.graph import Node as GraphNode
from graph_loader.store import Place, Server, open_store
from graph_loader.store.copying import open_copy
from tests.neo4j.server import Server as Running
from tests.neo4j.server import UnavailableError
from tests.neo4j.stores import THEIRS


@pytest.fixture
def graph(example_graph: Path) -> Path:
    """Gives the folder of a graph of the examples, to be read alone."""
    return example_graph


def dumped(place: Place) -> str:
    with open_store(place, read_only=True) as store:
        return "".join(dump(store))


def signing_in(server: Server) -> dict[str, str]:
    database = {"NEO4J_DATABASE": server.database} if server.database else {}
    return {"NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password, **database}


def moved(source: Place, target: Place) -> None:
    with open_store(source, read_only=True) as store, open_copy(target) as empty:
        copy(store, empty)


def test_there_and_back_the_dumps_are_equal(server: Server, graph: Path, tmp_path: Path) -> None:
    moved(graph, server)
    assert dumped(server) == dumped(graph)
    moved(server, tmp_path / "back")
    assert dumped(tmp_path / "back") == dumped(graph)
    told = CliRunner().invoke(main, ["diff", str(graph), server.uri], env=signing_in(server))
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "Nothing changed.\n")
    with_default = CliRunner().invoke(
        main, ["diff", str(graph)], env={**signing_in(server), "KG_NEO4J_URI": server.uri}
    )
    assert with_default.stderr == "Nothing changed.\n"
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


def test_what_neo4j_imports_is_the_same_graph(
    release: str, graph: Path, tmp_path: Path, minutes: Callable[..., Contribution], monkeypatch: pytest.MonkeyPatch
) -> None:
    if release == THEIRS:
        pytest.skip("Only into a server of our own is imported.")
    graph = shutil.copytree(graph, tmp_path / "with-marks")
    with open_store(graph) as store:
        store.write(minutes("\"q\", 'x';|\n\\ é"))
    with open_store(graph, read_only=True) as store:
        line = shlex.split(write_import(store, tmp_path / "import"))
    try:
        own = Running(release, tmp_path / "neo4j")
    except UnavailableError as error:
        pytest.skip(str(error))
    monkeypatch.chdir(tmp_path / "import")
    own.admin(*line[1:])
    own.start()
    try:
        server = Server(own.uri, own.user, own.password)
        with GraphDatabase.driver(own.uri, auth=(own.user, own.password)) as driver:
            for statement in (tmp_path / "import" / AFTER).read_text(encoding="utf-8").split(";\n")[:-1]:
                driver.execute_query(statement, database_="neo4j")
        assert dumped(server) == dumped(graph)
        with open_store(server) as store:
            store.retract("document-" + "\"q\", 'x';|\n\\ é")
            assert store.link() >= 0
    finally:
        own.kill()
