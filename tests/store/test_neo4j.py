"""What the store on a Neo4j server does that needs no server to be seen."""

from typing import Any, cast

import pytest
from neo4j import ManagedTransaction
from neo4j.exceptions import Neo4jError, ServiceUnavailable

from graph_loader.errors import StoreError, UsageError
from graph_loader.store import Server
from graph_loader.store.neo4j_failures import asking, opening
from graph_loader.store.neo4j_setup import check_version

SERVER = Server("neo4j://graphs.example:7687", password="secret-word", database="minutes")


class Says:
    """Stands for a transaction on a server that says what it is."""

    def __init__(self, *components: dict[str, Any]) -> None:
        self._components = list(components)

    def run(self, _statement: str) -> "Says":
        return self

    def data(self) -> list[dict[str, Any]]:
        return self._components


def kernel(version: str, name: str = "Neo4j Kernel") -> ManagedTransaction:
    says = Says({"name": "Cypher", "versions": ["5"]}, {"name": name, "versions": [version], "edition": "community"})
    return cast("ManagedTransaction", says)


@pytest.mark.parametrize("version", ["5.23.0", "5.26.30", "5.27-aura", "2025.01.0", "2026.08.1"])
def test_a_version_that_is_new_enough_passes(version: str) -> None:
    check_version(kernel(version), SERVER)


@pytest.mark.parametrize(
    ("transaction", "message"),
    [
        (kernel("5.22.0"), r"runs Neo4j 5.22.0 \(community\). Neo4j 5.23 or newer is needed."),
        (kernel("4.4.40"), r"runs Neo4j 4.4.40 \(community\)."),
        (kernel("5.26.0", name="Another engine"), "does not say that it is Neo4j"),
        (kernel("unknown"), "does not say that it is Neo4j"),
    ],
)
def test_an_older_server_or_another_one_is_refused(transaction: ManagedTransaction, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        check_version(transaction, SERVER)


def test_a_server_shows_its_place_and_never_its_password() -> None:
    assert str(SERVER) == "neo4j://graphs.example:7687 (database minutes)"
    assert "secret-word" not in repr(SERVER)


@pytest.mark.parametrize(
    ("uri", "hint"),
    [
        ("neo4j://graphs.example:7687", r"Start it, or mend its address\."),
        ("bolt://localhost:7474", r"Port 7474 is that of its web page; programs use 7687\."),
        ("neo4j+s://graphs.example", r"or leave out \+s if it has no certificate\."),
        ("bolt+ssc://graphs.example", r"or leave out \+ssc if"),
    ],
)
def test_where_nobody_answers_it_is_told_what_to_look_at(uri: str, hint: str) -> None:
    with pytest.raises(StoreError, match=hint), opening(Server(uri)):
        raise ServiceUnavailable("nobody")


def failure(code: str, message: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message=message)


def test_a_password_of_the_first_time_is_told() -> None:
    error = failure("Neo.ClientError.Security.CredentialsExpired", "ACCESS on database 'neo4j' is not allowed.")
    with pytest.raises(StoreError, match=r"is that of the first time, and must be changed\. Sign in"), opening(SERVER):
        raise error


def test_a_server_that_has_too_little_memory_is_told() -> None:
    error = failure("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "The limit is reached.")
    with pytest.raises(StoreError, match=r"too little memory for this: The limit is reached\. .* less"), asking(SERVER):
        raise error


def test_the_servers_own_database_is_refused() -> None:
    with pytest.raises(UsageError, match="The database system is the server's own"):
        Server("neo4j://localhost", database="System")
