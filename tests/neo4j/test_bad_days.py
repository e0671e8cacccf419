"""What goes wrong with a server, and with what is in it: told in one line, and nothing is half done."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import NotALeader, TransientError

from graph_loader.errors import QueryError, StoreError, StoreGoneError
from graph_loader.export.json_dump import dump
from graph_loader.model.graph import Contribution
from graph_loader.store import Server, linking, neo4j, open_store, writing
from graph_loader.store.running import One
from tests.neo4j.conftest import EXAMPLES, load
from tests.neo4j.server import Server as Running
from tests.neo4j.server import UnavailableError, running
from tests.neo4j.stores import THEIRS, clear

Minutes = Callable[..., Contribution]
Do = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def do(server: Server) -> Iterator[Do]:
    """Gives a function by which somebody else runs statements on the server; what they leave there goes at the end."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:

        def run(statement: str, **parameters: Any) -> list[dict[str, Any]]:
            records = driver.execute_query(statement, parameters, database_=server.database).records
            return [record.data() for record in records]

        yield run
        run("MATCH (n:Recipe|Person|Document) DETACH DELETE n")
        for kind, kinds in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            for row in run(f"SHOW {kinds} YIELD name WHERE name STARTS WITH 'theirs' RETURN name"):
                run(f"DROP {kind} {row['name']}")


@pytest.fixture
def whole(example_graph: Path) -> str:
    """Gives the dump of the examples in an embedded graph."""
    return _dumped(example_graph)


def test_a_wrong_password_is_told(server: Server) -> None:
    with pytest.raises(StoreGoneError, match="refuses user neo4j with this password") as caught:
        _open(replace(server, password="wrong-secret"))
    assert "wrong-secret" not in str(caught.value) + repr(server)


def test_a_database_that_is_not_there_is_told(server: Server) -> None:
    with pytest.raises(StoreGoneError, match=r"There is no database nowhere on .* Community has a single one"):
        _open(replace(server, database="nowhere"))


def test_an_empty_database_is_no_graph(server: Server) -> None:
    with pytest.raises(StoreError, match=r"There is no graph on bolt://.* Load minutes first"):
        _open(server, read_only=True)
    _open(server)
    with open_store(server, read_only=True) as store:
        assert set(store.counts().values()) == {0}


def test_somebody_elses_documents_are_no_graph(server: Server, do: Do) -> None:
    do("CREATE (:Document {title: 'theirs'})")
    with pytest.raises(StoreError, match="There is no graph on"):
        _open(server, read_only=True)


def test_what_others_keep_beside_the_graph_is_left_alone(server: Server, do: Do, minutes: Minutes) -> None:
    do("CREATE (:Recipe {id: 'document-a', name: 'soup', paths: ['minutes/a.txt']})-[:PART_OF]->(:Recipe {id: 'x'})")
    recipes = (
        "MATCH (n:Recipe) OPTIONAL MATCH (n)-[r]->(m) RETURN properties(n) AS n, type(r) AS r, m.id AS m ORDER BY n.id"
    )
    before = do(recipes)
    with open_store(server, create=True) as store:
        store.write(minutes("a"))
        store.write(minutes("a", statements=()))
        store.link()
        assert do(recipes) == before
        store.retract("a")
    assert do(recipes) == before
    assert do("MATCH (n) WHERE NOT n:Recipe RETURN labels(n) AS labels") == [{"labels": ["KgGraph"]}]


@pytest.mark.parametrize(
    ("statement", "clash"),
    [
        ("CREATE (:Person {name: 'Somebody', age: 4})", "holds nodes labelled Person that kg did not load"),
        ("CREATE CONSTRAINT theirs FOR (n:Person) REQUIRE n.name IS UNIQUE", "a constraint theirs .* on Person.name"),
        ("CREATE INDEX theirs FOR (n:Meeting) ON (n.id)", "an index theirs on Meeting.id"),
    ],
)
def test_a_database_that_clashes_is_refused_and_left_as_it_is(
    server: Server, do: Do, statement: str, clash: str
) -> None:
    for row in do("SHOW CONSTRAINTS YIELD name RETURN name"):
        do(f"DROP CONSTRAINT {row['name']}")
    for row in do("SHOW RANGE INDEXES YIELD name RETURN name"):
        do(f"DROP INDEX {row['name']}")
    do(statement)
    state = "SHOW INDEXES YIELD name, labelsOrTypes, properties RETURN * ORDER BY name"
    before = do(state), do("MATCH (n) RETURN n")
    with pytest.raises(StoreError, match=clash):
        _open(server)
    assert (do(state), do("MATCH (n) RETURN n")) == before


def test_an_index_of_ours_that_others_made_for_something_else_is_refused(server: Server, do: Do) -> None:
    do("DROP INDEX person_name IF EXISTS")
    do("CREATE INDEX person_name FOR (n:Recipe) ON (n.name)")
    with pytest.raises(StoreError, match=r"an index person_name on Recipe\.name"):
        _open(server)
    do("DROP INDEX person_name")
    _open(server)


@pytest.mark.parametrize("error", [TransientError("busy"), NotALeader("the leader is another now")])
def test_what_passes_is_tried_again(
    server: Server, minutes: Minutes, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    first, tries = writing.add, []

    def failing(*args: Any) -> None:
        first(*args)
        tries.append(1)
        if len(tries) < 3:
            raise error

    monkeypatch.setattr(writing, "add", failing)
    with open_store(server, create=True) as store:
        assert store.write(minutes()) == "added"
        assert store.counts()["Document"] == 1
    assert len(tries) == 3


def test_two_loads_at_once_both_finish_and_nothing_is_doubled(server: Server) -> None:
    files = sorted(EXAMPLES.iterdir())
    # Each takes most of the documents, so that many are in both.
    loads = [_load(server, files[:8]), _load(server, files[2:])]
    said = [load.communicate(timeout=300)[1] for load in loads]
    assert [load.returncode for load in loads] == [0, 0], said
    both = _dumped(server)
    clear(server)
    assert _load(server, files).wait(300) == 0
    assert _dumped(server) == both


def test_a_load_waits_for_the_document_of_another_and_then_sees_it(
    server: Server, minutes: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, waiting = writing.add, []

    def meanwhile(*args: Any) -> None:
        first(*args)
        waiting.append(pool.submit(second.write, minutes()))
        time.sleep(0.5)
        assert not waiting[0].done()

    monkeypatch.setattr(writing, "add", meanwhile)
    with open_store(server, create=True) as store, open_store(server) as second, ThreadPoolExecutor(1) as pool:
        assert store.write(minutes()) == "added"
        assert waiting[0].result(60) == "unchanged"


def test_what_another_load_brings_between_two_looks_is_linked_too(
    server: Server, minutes: Minutes, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, more = linking._heads, [minutes("b", date="2020-01-02")]

    def bringing(run: One) -> dict[str, str]:
        while more:
            with open_store(server, create=True) as other:
                other.write(more.pop())
        return looked(run)

    monkeypatch.setattr(linking, "_heads", bringing)
    with open_store(server, create=True) as store:
        store.write(minutes("a"))
        assert store.link() == 2
        assert all(document["linked"] for document in store.rows("MATCH (d:Document) RETURN d.linked AS linked"))


def test_a_server_that_is_killed_in_mid_load_and_one_that_only_reads(
    release: str, whole: str, examples: list[Contribution], monkeypatch: pytest.MonkeyPatch
) -> None:
    if release == THEIRS:
        pytest.skip("Only a server of our own is killed.")
    try:
        with running(release) as own:
            _is_killed(own, examples, monkeypatch)
            load(_server(own), examples)
            assert _dumped(_server(own)) == whole
            own.kill()
            own.settings = {"server.databases.default_to_read_only": "true"}
            own.start()
            assert _dumped(_server(own)) == whole
            refused = pytest.raises(StoreGoneError, match="neo4j may not do this on")
            with open_store(_server(own)) as store, refused:
                store.retract(examples[0].document.id)
    except UnavailableError as error:
        pytest.skip(str(error))


def _is_killed(own: Running, examples: list[Contribution], monkeypatch: pytest.MonkeyPatch) -> None:
    """Kills the server in the middle of a transaction."""
    monkeypatch.setattr(neo4j, "RETRY_SECONDS", 1)
    with open_store(_server(own), create=True) as store:
        for one in examples[:3]:
            store.write(one)
        with monkeypatch.context() as patched:
            first = writing.add

            def killing(*args: Any) -> None:
                first(*args)
                own.kill()

            patched.setattr(writing, "add", killing)
            with pytest.raises(StoreGoneError, match="cannot be reached"):
                store.write(examples[3])
        with pytest.raises((StoreGoneError, QueryError)):
            store.rows("RETURN 1")
    own.start()
    with open_store(_server(own), read_only=True) as store:
        assert store.counts()["Document"] == 3


def _server(own: Running) -> Server:
    return Server(own.uri, own.user, own.password)


def _open(server: Server, *, read_only: bool = False) -> None:
    with open_store(server, create=not read_only, read_only=read_only):
        pass


def _dumped(place: Server | Path) -> str:
    with open_store(place, read_only=True) as store:
        return "".join(dump(store))


def _load(server: Server, files: list[Path]) -> subprocess.Popen[str]:
    """Starts `kg load` beside the examples, so that the documents have the paths that the other tests give them."""
    line = [sys.executable, "-c", "from graph_loader.cli.main import main; main()", "load", "--jobs", "1"]
    secrets = {"NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
    places = {"KG_NEO4J_URI": server.uri, **({"NEO4J_DATABASE": server.database} if server.database else {})}
    return subprocess.Popen(
        [*line, *(file.name for file in files)],
        cwd=EXAMPLES,
        env=os.environ | secrets | places,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
