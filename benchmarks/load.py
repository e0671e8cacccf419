"""Measures how fast nodes and relationships go into a graph, beside the `Neo4jWriter` of neo4j-graphrag given the same.

Run as `python benchmarks/load.py`, with a Neo4j server whose database is empty and that has APOC, which that writer
calls, in KG_NEO4J_URI and NEO4J_PASSWORD: `python tests/neo4j/server.py lts --apoc` starts one. The writer comes with
`pip install neo4j-graphrag`. It ends with 1 when the bar is missed, and with 2 when the writer cannot be asked.

Two ways of loading are measured. By document, as `kg load` does: one transaction for each, in which what it shares with
others is joined; the writer is run once for each document and joins nothing. All at once, as `kg copy` does: batches of
one whole graph; the writer is run once with all of it, in the batches that it takes by itself. Both use the same driver
with the same `neo4j-rust-ext`.

A server compiles what it is asked for a while, and one round is never quite like another. So all is done in several
rounds, ours and the writer's in turn, and the middle one of the last three ratios is judged.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from meetings import meetings
from neo4j import GraphDatabase

from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.store import Place, Server, open_store
from graph_loader.store.copying import open_copy
from graph_loader.store.pieces import typed

try:
    from neo4j_graphrag.components.kg_writer import Neo4jWriter
    from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
except ImportError:
    Neo4jWriter = None

BAR = 3
"""How many times the rate of the writer ours is to be."""
JUDGED = 3
"""How many rounds, the last ones, are judged together."""


@click.command()
@click.option("--meetings", "count", default=400, show_default=True, help="How many documents.")
@click.option("--rounds", default=5, show_default=True, help="How many times all is done; the last 3 are judged.")
@click.option("--embedded", is_flag=True, help="Measure the embedded graph alone.")
def main(count: int, rounds: int, embedded: bool) -> None:
    """Prints the rates and ends with 1 when the bar is missed."""
    click.echo(f"{count:,} meetings" if embedded else f"{count:,} meetings, {rounds} rounds")
    documents = list(meetings(count))
    with tempfile.TemporaryDirectory() as folder:
        _tell("embedded, by document", _by_document(Path(folder) / "graph", documents))
        _tell("embedded, all at once", _at_once(Path(folder) / "whole", documents))
    if embedded:
        return
    if Neo4jWriter is None or "KG_NEO4J_URI" not in os.environ:
        sys.stderr.write("*** NOT MEASURED: neo4j-graphrag is not installed, or KG_NEO4J_URI names no server. ***\n")
        sys.exit(2)
    server = Server(os.environ["KG_NEO4J_URI"], password=os.environ.get("NEO4J_PASSWORD", ""))
    met = [_met(ratios) for ratios in zip(*[_round(server, documents) for _ in range(rounds)], strict=True)]
    sys.exit(not all(met))


def _met(ratios: Sequence[tuple[str, float]]) -> bool:
    """Tells whether the bar is met in one way of loading, by the rounds that are judged."""
    name, _ = ratios[0]
    judged = statistics.median(ratio for _, ratio in ratios[-JUDGED:])
    click.echo(f"{'met   ' if judged >= BAR else 'MISSED'} {name}: {judged:.1f} times the writer; the bar is {BAR}")
    return judged >= BAR


def _round(server: Server, documents: Sequence[Contribution]) -> list[tuple[str, float]]:
    """Loads and writes in both ways, and gives how many times the writer's rate ours is."""
    ratios = []
    for name, ours, documentwise in (("by document", _by_document, True), ("all at once", _at_once, False)):
        rate = _tell(f"Neo4j, {name}", ours(server, documents))
        _clear(server)
        theirs = _tell(f"Neo4jWriter, {name}", _written(server, documents, documentwise=documentwise))
        _clear(server)
        ratios.append((name, rate / theirs))
        click.echo(f"       {name}: {rate / theirs:.1f} times the writer")
    return ratios


Measured = tuple[int, int, float]
"""How many nodes and relationships were given in how many seconds."""


def _by_document(place: Place, documents: Sequence[Contribution]) -> Measured:
    with open_store(place, create=True) as store:
        return _timed(documents, store.write)


def _timed(documents: Sequence[Contribution], write: Callable[[Contribution], Any]) -> Measured:
    start = time.perf_counter()
    for one in documents:
        write(one)
    seconds = time.perf_counter() - start
    return sum(len(one.nodes) for one in documents), sum(len(one.edges) for one in documents), seconds


def _at_once(place: Place, documents: Sequence[Contribution]) -> Measured:
    nodes, edges = _whole(documents)
    with open_copy(place) as store:
        start = time.perf_counter()
        store.fill(nodes, edges)
        return len(nodes), len(edges), time.perf_counter() - start


def _whole(documents: Iterable[Contribution]) -> tuple[list[Node], list[Edge]]:
    """Gives each node and relationship once, as the first document says it."""
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, ...], Edge] = {}
    for one in documents:
        nodes |= {node.id: node for node in one.nodes if node.id not in nodes}
        keys = {(edge.type, edge.start, edge.end): edge for edge in one.edges}
        edges |= {key: edge for key, edge in keys.items() if key not in edges}
    return list(nodes.values()), list(edges.values())


def _written(server: Server, documents: Sequence[Contribution], *, documentwise: bool) -> Measured:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        writer = Neo4jWriter(driver)

        def write(graph: "Neo4jGraph") -> None:
            done = asyncio.run(writer.run(graph))
            if done.status != "SUCCESS":
                sys.exit(f"The writer fails: {done.metadata}")

        if documentwise:
            graphs = {id(one): _graph(one.nodes, one.edges) for one in documents}
            return _timed(documents, lambda one: write(graphs[id(one)]))
        nodes, edges = _whole(documents)
        graph = _graph(nodes, edges)
        start = time.perf_counter()
        write(graph)
        return len(nodes), len(edges), time.perf_counter() - start


def _graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> "Neo4jGraph":
    schema = load_schema()
    return Neo4jGraph(
        nodes=[
            Neo4jNode(
                id=node.id, label=node.label, properties=typed(node.properties, schema.nodes[node.label].properties)
            )
            for node in nodes
        ],
        relationships=[
            Neo4jRelationship(
                start_node_id=edge.start,
                end_node_id=edge.end,
                type=edge.type,
                properties=typed(edge.properties, schema.relationships[edge.type].properties),
            )
            for edge in edges
        ],
    )


def _tell(name: str, measured: Measured) -> float:
    nodes, edges, seconds = measured
    rate = (nodes + edges) / seconds
    click.echo(f"       {name:25} {rate:8,.0f} a second ({nodes:,} nodes, {edges:,} relationships, {seconds:.2f} s)")
    return rate


def _clear(server: Server) -> None:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


if __name__ == "__main__":
    main()
