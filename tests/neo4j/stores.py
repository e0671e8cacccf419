"""Gives the tests empty graphs on Neo4j: on servers of our own, or on the one that KG_TEST_NEO4J_URI names.

KG_TEST_NEO4J names the releases to run, `lts,current`; without it, and without a server, no test uses Neo4j.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from graph_loader.model.schema import load_schema
from graph_loader.store import Server, Store, open_store
from graph_loader.store.server import MARK
from tests.neo4j.server import UnavailableError, shared

THEIRS = "server"
"""Stands for the server of the user's own, among the releases."""


def releases() -> list[str]:
    """Gives what the tests are to run on."""
    asked = [name for name in os.environ.get("KG_TEST_NEO4J", "").split(",") if name]
    return [*asked, *([THEIRS] if os.environ.get("KG_TEST_NEO4J_URI") else [])]


def marked_releases() -> list[Any]:
    """Gives them as parameters of a fixture; `-m neo4j` picks the tests that use them."""
    return [pytest.param(name, marks=pytest.mark.neo4j) for name in releases()]


@cache
def server_of(release: str) -> Server:
    """Gives the server of a release, started unless it runs; skips the test, with the reason, where there is none."""
    if release == THEIRS:
        return _theirs()
    try:
        started = shared(release)
    except UnavailableError as error:
        pytest.skip(str(error))
    return Server(started.uri, started.user, started.password)


@contextmanager
def empty_store(release: str) -> Iterator[Store]:
    """Opens a graph with nothing in it."""
    server = server_of(release)
    clear(server)
    with open_store(server, create=True) as store:
        yield store


def clear(server: Server) -> None:
    """Takes everything of ours out of a database."""
    labels = "|".join([*load_schema().nodes, MARK])
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query(f"MATCH (n:{labels}) DETACH DELETE n", database_=server.database)


class Nested:
    """Opens empty graphs; one inside another lies in a folder, for the server may have a single database."""

    def __init__(self, release: str, folder: Path) -> None:
        self._release, self._folder = release, folder
        self._busy, self._number = False, 0

    @contextmanager
    def __call__(self) -> Iterator[Store]:
        """Opens one."""
        self._number += 1
        if self._busy:
            with open_store(self._folder / str(self._number), create=True) as store:
                yield store
            return
        self._busy = True
        try:
            with empty_store(self._release) as store:
                yield store
        finally:
            self._busy = False


def _theirs() -> Server:
    """Gives the user's own server; fails where anything lies in its database, for the tests would take it out."""
    server = Server(
        os.environ["KG_TEST_NEO4J_URI"],
        os.environ.get("NEO4J_USERNAME", "neo4j"),
        os.environ.get("NEO4J_PASSWORD", ""),
        os.environ.get("NEO4J_DATABASE"),
    )
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        (held,) = driver.execute_query("MATCH (n) RETURN count(n) AS held", database_=server.database).records
    if held["held"]:
        pytest.exit(f"The database on {server} is not empty: the tests would take out what is in it.", 1)
    return server
