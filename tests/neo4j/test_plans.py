"""How Neo4j goes about the canned queries: from an index wherever they are given a name, an id or a date."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph_loader.model.graph import Contribution
from graph_loader.query.catalogue import Query, load_catalogue, load_pictures
from graph_loader.query.run import settled
from graph_loader.store import open_store
from tests.neo4j.stores import clear, server_of

QUERIES = {**load_catalogue(), **{f"graph/{name}": query for name, query in load_pictures().items()}}
VALUES = {"name": ["x"], "words": [" x"], "from": "2018", "to": "2019", "date": "2019-01-01", "id": "x"}
LOOKED_UP = ("name", "id", "date", "from", "to")
SEEN_BESIDE = {
    # Words are looked for in every title and issue, on whatever day: what they are about leads to the days given.
    "issue-over-the-years": ("AgendaItem", "Issue"),
    "graph/issue-through-the-meetings": ("Issue",),
}
"""The nodes of which a query reads all even so, and why."""
ALL_TOGETHER = 6
"""Up to how many parameters every combination of them is planned; of more, those of one, of two, and all but one."""


@pytest.fixture(scope="module")
def driver(release: str, examples: list[Contribution]) -> Iterator[Driver]:
    """Gives a connection to a server that holds the examples."""
    server = server_of(release)
    clear(server)
    with open_store(server, create=True) as store:
        for one in examples:
            store.write(one)
        store.link()
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_starts_from_an_index(driver: Driver, name: str) -> None:
    query = QUERIES[name]
    odd = {}
    for given in _combinations(query):
        leaves = list(_leaves(_plan(driver, query, given)))
        looked_up = any(query.parameters[parameter].type in LOOKED_UP for parameter in given)
        wrong = [leaf for leaf in leaves if not _right(leaf, looked_up, SEEN_BESIDE.get(name, ()))]
        if wrong: odd[given] = wrong
    assert not odd, odd


def _right(leaf, looked_up, beside):
    operator, details = leaf
    return "Seek" in operator or operator.startswith("Argument") or not looked_up or any(f":{label}" in details for label in beside)


def _combinations(query: Query) -> Iterator[tuple[str, ...]]:
    """Yields the parameters to plan with, those that the query needs among them."""
    needed = tuple(name for name, about in query.parameters.items() if about.required)
    free = [name for name in query.parameters if name not in needed]
    for size in range(len(free) + 1):
        if len(free) <= ALL_TOGETHER or size <= 2 or size >= len(free) - 1:
            yield from ((*needed, *some) for some in combinations(free, size))


def _plan(driver: Driver, query: Query, given: tuple[str, ...]) -> dict[str, Any]:
    values = {
        name: VALUES.get(about.type, next(iter(about.choices), None)) if name in given else None
        for name, about in query.parameters.items()
    }
    statement = f"EXPLAIN {settled(query.statement, values)}"
    return driver.execute_query(statement, values, database_="neo4j").summary.plan or {}


def _leaves(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    assert "AllNodes" not in plan["operatorType"] and "Cartesian" not in plan["operatorType"]
    children = plan.get("children", ())
    if not children:
        yield plan["operatorType"], str(plan["args"].get("Details", ""))
    for child in children:
        yield from _leaves(child)
