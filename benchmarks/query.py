"""Measures how long each canned query takes on a graph of many meetings, on each engine.

Run as `python benchmarks/query.py`, with a Neo4j server whose database is empty in KG_NEO4J_URI and NEO4J_PASSWORD for
the second engine; it ends with 1 when a bar is missed. One body's hundred meetings are made up, loaded and linked; the
others are the same under other names. Each query is run with the values of its first name, words or dates, warm.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click
from meetings import meetings

from graph_loader.export.rows import edges, nodes
from graph_loader.model.graph import Edge, Node, Properties
from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import Query, load_catalogue
from graph_loader.query.run import run_query
from graph_loader.store import Place, Server, Store, open_store
from graph_loader.store.copying import open_copy

BAR = 100
"""Milliseconds, the median of each query."""
_MEETINGS_OF_A_BODY = 100
_VALUES = {"issue": "flooding ward", "from": "2013", "to": "2013-06", "on": "2016"}


@click.command()
@click.option("--meetings", "count", default=5_000, show_default=True, help="How many meetings, in hundreds.")
@click.option("--runs", default=15, show_default=True, help="How often each query is timed.")
@click.option("--engine", type=click.Choice(["embedded", "neo4j"]), help="Measure this one alone.")
def main(count: int, runs: int, engine: str | None) -> None:
    """Prints the measures and ends with 1 when the bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "one"
        with open_store(one, create=True) as store:
            for contribution in meetings(_MEETINGS_OF_A_BODY):
                store.write(contribution)
            store.link()
            all_nodes = [node for label in load_schema().nodes for node in nodes(store, label)]
            all_edges = [edge for kind in load_schema().relationships for edge in edges(store, kind)]
        missed = False
        for place in _places(Path(folder), engine):
            start = time.perf_counter()
            with open_copy(place) as store:
                bodies = range(count // _MEETINGS_OF_A_BODY)
                store.fill(_nodes(all_nodes, bodies), _edges(all_edges, bodies))
            click.echo(f"\n{place}: {count:,} meetings filled in {time.perf_counter() - start:.0f} s")
            with open_store(place, read_only=True) as store:
                missed |= _measure(store, runs)
    sys.exit(missed)


def _places(folder: Path, engine: str | None) -> Iterator[Place]:
    if engine != "neo4j":
        yield folder / "many"
    if engine != "embedded" and os.environ.get("KG_NEO4J_URI"):
        yield Server(os.environ["KG_NEO4J_URI"], password=os.environ.get("NEO4J_PASSWORD", ""))


def _measure(store: Store, runs: int) -> bool:
    missed = False
    for name, query in load_catalogue().items():
        given = _given(store, query)
        times = []
        for _ in range(runs + 3):
            start = time.perf_counter()
            rows = run_query(store, query, given)
            times.append(1000 * (time.perf_counter() - start))
        # The first runs read the statement and fill the caches.
        warm = sorted(times[3:])
        median, late = statistics.median(warm), warm[int(0.95 * (len(warm) - 1))]
        missed |= median > BAR
        verdict = "met   " if median <= BAR else "MISSED"
        shown = " ".join(f"--{key} {value!r}" for key, value in given.items())
        click.echo(f"{verdict} {name:28} median {median:7.1f} ms, p95 {late:7.1f} ms, {len(rows):5} rows  {shown}")
    return missed


def _given(store: Store, query: Query) -> Mapping[str, str]:
    """Gives the first name that the query takes, else words, and always the dates, as people ask."""
    given = {}
    for name, parameter in query.parameters.items():
        if parameter.type == "name" and not given:
            label = parameter.of[0]
            rows = store.rows(f"MATCH (n:{label}) RETURN n.name AS name ORDER BY name LIMIT 1")
            given[name] = rows[0]["name"]
        elif parameter.type == "id":
            given[name] = store.rows("MATCH (q:Question) RETURN q.id AS id ORDER BY id LIMIT 1")[0]["id"]
        elif parameter.required or (parameter.type in ("from", "to") and name in _VALUES):
            given[name] = _VALUES[name]
    return given


def _nodes(one: list[Node], bodies: range) -> Iterator[Node]:
    for body in bodies:
        for node in one:
            yield replace(node, id=f"{node.id}-{body}", properties=_named(node.properties, body))


def _edges(one: list[Edge], bodies: range) -> Iterator[Edge]:
    for body in bodies:
        for edge in one:
            says = _named(edge.properties, body)
            yield replace(edge, start=f"{edge.start}-{body}", end=f"{edge.end}-{body}", properties=says)


def _named(says: Properties, body: int) -> Properties:
    """Puts another body's number for that of the first, and another document."""
    named = {
        key: value.replace("000", f"{body:03}") if isinstance(value, str) else value for key, value in says.items()
    }
    return {**named, **({"document": f"{says['document']}-{body}"} if "document" in says else {})}


if __name__ == "__main__":
    main()
