"""How Neo4j goes about the canned queries: from an index wherever they start at a name, an id or a date."""

from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph_loader.model.graph import Contribution
from graph_loader.query.catalogue import Query, load_catalogue, load_pictures
from graph_loader.query.run import settled
from graph_loader.store import open_store
from tests.neo4j.stores import clear, server_of

QUERIES = {**load_catalogue(), **{f"graph/{name}": query for name, query in load_pictures().items()}}
VALUES = {"name": ["x"], "words": ["(?s)x.*"], "from": "2018", "to": "2019", "date": "2019-01-01", "id": "x"}
# These narrow down what was reached by another way: by the date of a relationship, or behind a name or words.
NARROWED = {
    *(
        (name, bound)
        for name in ("succession", "who-held-which-post", "bodies-and-their-mentions", "programme-history")
        for bound in ("from", "to")
    ),
    *((name, bound) for name in ("person-timeline", "issue-over-the-years") for bound in ("from", "to")),
    ("commitments-past-their-date", "on"),
    # It goes through the few relationships of two types.
    ("names-over-time", "name"),
}
SEEKS = ("NodeIndexSeek", "NodeUniqueIndexSeek", "NodeIndexScan")


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
def test_no_query_goes_through_all_nodes_or_pairs(driver: Driver, name: str) -> None:
    query = QUERIES[name]
    for given in [(), *((parameter,) for parameter in query.parameters)]:
        operators = [operator for operator, _ in _plan(driver, query, given)]
        assert not [one for one in operators if "AllNodes" in one or "CartesianProduct" in one], given


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        (name, parameter)
        for name, query in sorted(load_catalogue().items())
        for parameter, about in query.parameters.items()
        if about.type in ("name", "from", "to", "date", "id") and (name, parameter) not in NARROWED
    ],
)
def test_a_query_starts_from_an_index(driver: Driver, name: str, parameter: str) -> None:
    seeks = [details for operator, details in _plan(driver, QUERIES[name], (parameter,)) if operator.startswith(SEEKS)]
    # Several parameters may lead to one list of names.
    assert any(f"${parameter}" in details or "IN names" in details for details in seeks), seeks


def _plan(driver: Driver, query: Query, given: tuple[str, ...]) -> list[tuple[str, str]]:
    """Gives the operators of a plan with what they work on, for these parameters and those that the query needs."""
    chosen = {name for name, about in query.parameters.items() if name in given or about.required}
    values = {
        name: VALUES.get(about.type, next(iter(about.choices), None)) if name in chosen else None
        for name, about in query.parameters.items()
    }
    statement = f"EXPLAIN {settled(query.statement, values)}"
    plan = driver.execute_query(statement, values, database_="neo4j").summary.plan
    return list(_operators(plan or {}))


def _operators(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"], str(plan["args"].get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)
