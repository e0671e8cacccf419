"""How Neo4j goes about the canned queries: from an index wherever they are given a name, an id or a date."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph_loader.export.rows import edges, nodes
from graph_loader.model.graph import Node, Value
from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import Query, load_catalogue, load_pictures
from graph_loader.query.run import settled
from graph_loader.store import open_store
from graph_loader.store.looking import looking_behind
from graph_loader.store.neo4j_setup import LOCK
from tests.neo4j.stores import clear, server_of

QUERIES = {**load_catalogue(), **{f"graph/{name}": query for name, query in load_pictures().items()}}
VALUES = {"name": ["x"], "words": [" x"], "from": "2018", "to": "2019", "date": "2019-01-01", "id": "x"}
NEVER = ("AllNodes", "CartesianProduct")
LOOKED_UP = ("name", "id", "date", "from", "to")
_MENTIONED = "Where they are fewer than what is mentioned on the days given, a plan begins with them."
READ_WHOLE: dict[str, tuple[tuple[str, ...], str]] = {
    "bodies-and-their-mentions": (("Body", "Meeting"), _MENTIONED),
    "programme-history": (("Programme", "Meeting"), _MENTIONED),
    "graph/where-a-programme-is-named": (("Programme",), _MENTIONED),
    "issue-over-the-years": (("AgendaItem", "Issue"), "Words are looked for in titles and issues of whatever day."),
    "graph/issue-through-the-meetings": (("Issue",), "Words are looked for in every issue."),
}
"""The nodes that a query may read from first to last although it was told where to begin, and why."""
PAIRED = {"attendance": "The few who are named go with the few meetings that are named, both from an index."}
"""Where every one of some nodes may be put with every one of others, and why."""
MANY = 6
COPIES = range(30)


@pytest.fixture(scope="module")
def driver(release: str, example_graph: Path) -> Iterator[Driver]:
    """Gives a connection to a server that holds the examples many times over: plans follow from how many there are."""
    server = server_of(release)
    clear(server)
    with open_store(example_graph, read_only=True) as store:
        schema = load_schema()
        found = [node for label in schema.nodes for node in nodes(store, label)]
        tied = [edge for kind in schema.relationships for edge in edges(store, kind)]
    with open_store(server, create=True) as store:
        store.fill(
            (replace(node, id=f"{node.id}-{copy}", properties=_named(node, copy)) for copy in COPIES for node in found),
            (replace(edge, start=f"{edge.start}-{copy}", end=f"{edge.end}-{copy}") for copy in COPIES for edge in tied),
        )
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as opened:
        opened.execute_query("CALL db.resampleOutdatedIndexes()", database_="neo4j")
        yield opened


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_starts_from_an_index(driver: Driver, name: str) -> None:
    query, odd = QUERIES[name], {}
    whole, _ = READ_WHOLE.get(name, ((), ""))
    for given in _combinations(query):
        looked_up = any(query.parameters[parameter].type in LOOKED_UP for parameter in given)
        beginnings = [
            f"{operator} {details}"
            for operator, details in _beginnings(_plan(driver, query, given))
            if not _from_an_index(operator)
            and not ("CartesianProduct" in operator and name in PAIRED)
            and (operator.startswith(NEVER) or (looked_up and not any(f":{label}" in details for label in whole)))
        ]
        if beginnings:
            odd[given] = beginnings
    assert not odd


def test_nothing_is_read_for_a_document_before_its_writer_holds_the_lock(driver: Driver) -> None:
    given = {"path": "x", "id": "x", "given": {"Person": ["x"]}}
    plan = driver.execute_query(f"EXPLAIN {looking_behind(LOCK)}", given, database_="neo4j").summary.plan or {}
    above = []
    while "EagerAggregation" not in plan["operatorType"]:
        above.append(plan["operatorType"].partition("@")[0])
        # What is read hangs on these, which begin it anew for each row of the other side.
        assert len(plan["children"]) == 1 or above[-1].endswith("Apply")
        plan = plan["children"][0]
    (locking,) = plan["children"]
    assert above.count("RollUpApply") == 2
    assert locking["operatorType"].startswith("SetProperty")
    assert [operator for operator, _ in _beginnings(locking)] == ["NodeUniqueIndexSeek(Locking)@neo4j"]


def _from_an_index(operator: str) -> bool:
    return "Seek" in operator or operator.startswith("Argument")


def _named(node: Node, copy: int) -> dict[str, Value]:
    return {**node.properties, "name": f"{node.properties['name']} {copy}"}


def _combinations(query: Query) -> Iterator[tuple[str, ...]]:
    """Yields none of the parameters, each, every two (of many, neighbours) and all, with those needed."""
    needed = tuple(name for name, about in query.parameters.items() if about.required)
    free = [name for name in query.parameters if name not in needed]
    for size in range(len(free) + 1):
        if size < 2 or size == len(free):
            yield from ((*needed, *some) for some in combinations(free, size))
        elif size == 2:
            yield from ((*needed, *some) for some in (pairwise(free) if len(free) > MANY else combinations(free, 2)))


def _plan(driver: Driver, query: Query, given: tuple[str, ...]) -> dict[str, Any]:
    values = {
        name: VALUES.get(about.type, next(iter(about.choices), None)) if name in given else None
        for name, about in query.parameters.items()
    }
    statement = f"EXPLAIN {settled(query.statement, values)}"
    return driver.execute_query(statement, values, database_="neo4j").summary.plan or {}


def _beginnings(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yields what a plan begins with, and a product of pairs wherever it stands."""
    children = plan.get("children", ())
    if not children or "CartesianProduct" in plan["operatorType"]:
        yield plan["operatorType"], str(plan["args"].get("Details", ""))
    for child in children:
        yield from _beginnings(child)
