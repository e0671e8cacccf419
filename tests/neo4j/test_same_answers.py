"""Every canned query gives the same rows in the same order in both engines, and the whole graph is the same."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph_loader.export.json_dump import dump
from graph_loader.model.graph import canonical_json
from graph_loader.query.catalogue import Parameter, Query, load_catalogue, load_pictures
from graph_loader.query.run import run_query
from graph_loader.store import Store, open_store
from tests.neo4j.conftest import load
from tests.neo4j.stores import clear, server_of

Both = tuple[Store, Store]
_DATES = {"from": "2014", "to": "2024", "date": "2024-06"}


@pytest.fixture(scope="module", params=["example", "real"])
def both(request: pytest.FixtureRequest, release: str) -> Iterator[Both]:
    folder: Path = request.getfixturevalue(f"{request.param}_graph")
    server = server_of(release)
    clear(server)
    load(server, request.getfixturevalue({"example": "examples"}.get(request.param, request.param)))
    with open_store(folder, read_only=True) as embedded, open_store(server, read_only=True) as served:
        yield embedded, served


def test_the_dumps_are_the_same_bytes(both: Both) -> None:
    embedded, served = both
    assert "".join(dump(served)) == "".join(dump(embedded))
    assert served.documents() == embedded.documents()
    assert served.counts() == embedded.counts()


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_a_query_gives_the_same_rows_in_the_same_order(both: Both, name: str) -> None:
    embedded, served = both
    query = load_catalogue()[name]
    for given in _choices(query, embedded):
        assert run_query(served, query, given) == run_query(embedded, query, given), given


@pytest.mark.parametrize("name", sorted(load_pictures()))
def test_a_picture_shows_the_same_paths(both: Both, name: str) -> None:
    embedded, served = both
    query = load_pictures()[name]
    for given in _choices(query, embedded):
        first, second = (sorted(map(canonical_json, run_query(store, query, given))) for store in both)
        assert first == second, given
    assert embedded is not served


def _choices(query: Query, store: Store) -> Iterator[Mapping[str, str]]:
    """Yields no parameter, each one, neighbours and all of them, beside those that it needs."""
    offered = {name: _value(parameter, store) for name, parameter in query.parameters.items()}
    values = {name: value for name, value in offered.items() if value}
    needed = {name for name, parameter in query.parameters.items() if parameter.required}
    if not needed <= values.keys():
        return
    free = sorted(values.keys() - needed)
    pairs = pairwise(free) if len(free) > 2 else ()
    for chosen in ((), *((name,) for name in free), *pairs, *([free] if len(free) > 1 else [])):
        yield {name: values[name] for name in (*sorted(needed), *chosen)}


def _value(parameter: Parameter, store: Store) -> str | None:
    """Gives a value that finds something in this graph."""
    if parameter.type == "name":
        names = (f"MATCH (n:{label})--() RETURN n.name AS value, count(*) AS n" for label in parameter.of)
        return _commonest(store, *names)
    if parameter.type == "id":
        return _commonest(store, "MATCH (n:Question)--() RETURN n.id AS value, count(*) AS n")
    if parameter.type == "words":
        return _commonest(store, "MATCH (n:Issue)--() RETURN n.name AS value, count(*) AS n", words=1)
    return _DATES.get(parameter.type) or parameter.example


def _commonest(store: Store, *statements: str, words: int | None = None) -> str | None:
    rows: list[dict[str, Any]] = [row for statement in statements for row in store.rows(statement)]
    best = min(rows, key=lambda row: (-row["n"], row["value"]), default={"value": None})["value"]
    return " ".join(best.split()[:words]) if best and words else best
