"""What the store on a Neo4j server does that needs no server to be seen."""

from typing import Any, cast

import pytest
from neo4j import ManagedTransaction

from graph_loader.errors import StoreError
from graph_loader.store import Server
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
