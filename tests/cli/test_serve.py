"""What `kg serve` gives to the ordinary driver for Neo4j in another process: the same rows, and no way to write."""

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Forbidden, Neo4jError

from graph_loader.cli.main import main
from graph_loader.export.browser.examples import example_value
from graph_loader.query.catalogue import load_catalogue, load_pictures
from graph_loader.store import open_store

MINUTES = Path(__file__).parents[2] / "examples" / "minutes"
KG = [sys.executable, "-c", "from graph_loader.cli.main import main; main()"]
Kg = Callable[..., Result]
Asked = list[tuple[str, dict[str, Any]]]
WRITES = [
    "CREATE (p:Person {id: 'x', name: 'X'})",
    "CREATE (p:New {id: 'x'})",
    "MERGE (p:Person {id: 'x'})",
    "MATCH (p:Person) SET p.name = 'X'",
    "MATCH (p:Person) SET p:Body",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (q:Question) DETACH DELETE q",
    "MATCH ()-[r:ASKED]->() DELETE r",
    "MATCH (p:Person), (q:Question) WITH p, q LIMIT 1 CREATE (p)-[:ASKED]->(q)",
    "FOREACH (n IN [1] | CREATE (:Person {id: 'x'}))",
    "CALL { CREATE (:Person {id: 'x'}) } RETURN 1",
    "CREATE INDEX x IF NOT EXISTS FOR (p:Person) ON (p.aliases)",
    "DROP CONSTRAINT person_id",
    "CREATE USER x SET PASSWORD 'long enough'",
    "ALTER USER kg SET PASSWORD 'long enough'",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of a graph of the example minutes."""
    folder = tmp_path_factory.mktemp("served") / "kg-graph"
    result = CliRunner().invoke(main, ["load", str(MINUTES), "--graph", str(folder), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    return folder


@contextmanager
def served(graph: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """Serves a graph in a process of its own; gives it with what it prints."""
    line = [*KG, "serve", "--graph", str(graph), "--port", "0", *options]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            printed = dict(process.stdout.readline().rstrip("\n").split("=", 1) for _ in range(3))
            yield process, printed
        finally:
            process.terminate()
            process.communicate(timeout=60)


@pytest.fixture(scope="module")
def asked(graph: Path) -> Asked:
    """Gives every statement of the catalogue, with nothing set, with each example by itself, and with all of them."""
    with open_store(graph, read_only=True) as store:
        question = store.rows("MATCH (q:Question) RETURN q.id AS id ORDER BY id LIMIT 1")[0]["id"]
    found: Asked = []
    for query in [*load_catalogue().values(), *load_pictures().values()]:
        values = {name: question if name == "id" else example_value(one) for name, one in query.parameters.items()}
        needed = {name: values[name] for name, one in query.parameters.items() if one.required}
        bare = dict.fromkeys(query.parameters) | needed
        found += [(query.statement, bare), (query.statement, values)]
        found += [(query.statement, bare | {name: value}) for name, value in values.items()]
    return found


@pytest.fixture(scope="module")
def embedded(graph: Path, asked: Asked) -> list[Any]:
    """Gives the rows of each, from the engine inside this process."""
    with open_store(graph, read_only=True) as store:
        return [store.rows(statement, values) for statement, values in asked]


@pytest.fixture(scope="module")
def spare(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a copy of the graph, made while nobody has it open."""
    return Path(shutil.copytree(graph, tmp_path_factory.mktemp("spare") / "kg-graph"))


@pytest.fixture
def folder(spare: Path, tmp_path: Path) -> Path:
    """Gives a copy for one test alone."""
    return Path(shutil.copytree(spare, tmp_path / "kg-graph"))


@pytest.fixture(scope="module")
def printed(graph: Path, embedded: list[Any], spare: Path) -> Iterator[dict[str, str]]:
    """Gives how to sign in at a server that shares the graph; who needs it here has read it before."""
    with served(graph) as (_, said):
        yield said


@pytest.fixture(scope="module")
def driver(printed: dict[str, str]) -> Iterator[Driver]:
    auth = printed["NEO4J_USERNAME"], printed["NEO4J_PASSWORD"]
    with GraphDatabase.driver(printed["KG_NEO4J_URI"], auth=auth) as opened:
        yield opened


def rows(driver: Driver, statement: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    found = driver.execute_query(statement, values)
    return [dict(zip(found.keys, record, strict=True)) for record in found.records]


def plain(value: Any) -> Any:
    """Gives what both sides can say of a value: dates as text, a path as the names of its nodes."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        if any(isinstance(part, dict) and "label" in part for part in value):
            return [part["name"] for part in value if "label" in part]
        return [plain(inner) for inner in value]
    if hasattr(value, "nodes"):
        return [node["name"] for node in value.nodes]
    return value.iso_format() if hasattr(value, "iso_format") else value


def test_every_query_gives_the_same_rows_in_the_same_order(driver: Driver, asked: Asked, embedded: list[Any]) -> None:
    assert sum(map(len, embedded)) > 1000
    for (statement, values), expected in zip(asked, embedded, strict=True):
        found = plain(rows(driver, statement, values))
        if "path" in (expected or [{}])[0]:
            # What is drawn has no order.
            assert sorted(map(str, found)) == sorted(map(str, plain(expected))), statement
        else:
            assert found == plain(expected), statement


def test_another_kg_asks_it_like_a_server(printed: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in printed.items():
        monkeypatch.setenv(name, value)
    result = CliRunner().invoke(main, ["query", "who-asked-whom", "--person", "gareth pellow", "--format", "json"])
    assert result.exit_code == 0, result.stderr
    assert "Gareth Pellow" in result.stdout
    refused = CliRunner().invoke(main, ["retract", "accountability-2018-05"])
    assert refused.exit_code == 1
    assert "End `kg serve`" in refused.stderr


@pytest.mark.parametrize("statement", WRITES)
def test_nothing_can_be_written(driver: Driver, statement: str) -> None:
    before = rows(driver, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r", {})
    with pytest.raises(Forbidden):
        driver.execute_query(statement)
    with driver.session() as session, pytest.raises(Neo4jError):
        session.run(statement).consume()
    after = rows(driver, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS n, count(r) AS r", {})
    assert after == before


def test_dates_are_dates(driver: Driver) -> None:
    (row,) = rows(driver, "MATCH (m:Meeting) RETURN max(m.day) AS last", {})
    assert isinstance(row["last"].to_native(), date)


@pytest.mark.parametrize("auth", [("kg", "guess"), ("root", "guess"), ("neo4j", "neo4j"), None])
def test_who_does_not_know_the_password_stays_out(printed: dict[str, str], auth: Any) -> None:
    with GraphDatabase.driver(printed["KG_NEO4J_URI"], auth=auth) as stranger, pytest.raises((AuthError, Neo4jError)):
        stranger.execute_query("RETURN 1")


def test_nobody_else_can_reach_it(printed: dict[str, str]) -> None:
    port = int(printed["KG_NEO4J_URI"].rsplit(":", 1)[1])
    for family, _, _, _, address in socket.getaddrinfo(socket.gethostname(), port, type=socket.SOCK_STREAM):
        if not str(address[0]).startswith("127."):
            with socket.socket(family) as other, pytest.raises(OSError):
                other.settimeout(5)
                other.connect(address)


def test_a_shared_graph_is_in_use(graph: Path, printed: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_NEO4J_URI", raising=False)
    done = subprocess.run([*KG, "status", "--graph", str(graph)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"The graph in {graph} is in use." in done.stderr


def test_a_port_in_use_is_told(folder: Path, printed: dict[str, str]) -> None:
    port = printed["KG_NEO4J_URI"].rsplit(":", 1)[1]
    line = [*KG, "serve", "--graph", str(folder), "--port", port]
    done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: The graph cannot be shared on port {port}: ")
    assert done.stderr.endswith(" Choose another with --port.\n")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_in_order(folder: Path, stop: signal.Signals, tmp_path: Path) -> None:
    with open_store(folder, read_only=True) as store:
        before = store.counts()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        with served(folder) as (process, said):
            auth = said["NEO4J_USERNAME"], said["NEO4J_PASSWORD"]
            with GraphDatabase.driver(said["KG_NEO4J_URI"], auth=auth) as driver:
                session = driver.session()
                # Somebody is in the middle of a read, and is cut off.
                begun = session.begin_transaction()
                begun.run("MATCH (n) RETURN n").peek()
                process.send_signal(stop)
                _, errors = process.communicate(timeout=60)
                with suppress(Neo4jError, DriverError):
                    session.close()
    assert process.returncode == 0, errors
    assert errors.splitlines() == [f"{folder} is shared to read, until Ctrl-C. Sign in with:"]
    assert list(temporary.iterdir()) == []
    assert not list(Path.cwd().glob("hs_err*"))
    with open_store(folder, read_only=True) as store:
        assert store.counts() == before


def test_where_writing_is_asked_for_it_lasts(folder: Path, printed: dict[str, str]) -> None:
    with served(folder, "--writable") as (process, said):
        assert len(said["NEO4J_PASSWORD"]) >= 24
        assert said["NEO4J_PASSWORD"] != printed["NEO4J_PASSWORD"]
        auth = said["NEO4J_USERNAME"], said["NEO4J_PASSWORD"]
        with GraphDatabase.driver(said["KG_NEO4J_URI"], auth=auth) as driver:
            driver.execute_query("MATCH (p:Person {name: 'Gareth Pellow'}) SET p.aliases = ['written']")
        process.kill()
        process.wait()
    with open_store(folder, read_only=True) as store:
        assert store.rows("MATCH (p:Person {name: 'Gareth Pellow'}) RETURN p.aliases AS a") == [{"a": ["written"]}]


@pytest.mark.parametrize(
    ("place", "said"), [("nowhere", "There is no graph in nowhere."), ("minutes", "minutes is no graph.")]
)
def test_what_is_no_graph_is_told(kg: Kg, minutes: Path, place: str, said: str) -> None:
    result = kg("serve", "--graph", place)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
