"""Makes a Neo4j database ready for a graph, and keeps out of those that are somebody else's.

One node marks a database as ours. Whoever writes holds its lock, so that two loads take turns; its `revision` tells
those who link that something was written since they looked.
"""

import re
import time
from collections.abc import Iterator
from typing import Any

from neo4j import ManagedTransaction, unit_of_work

from graph_loader.errors import StoreError
from graph_loader.model.schema import Schema, constraints_cypher, load_schema
from graph_loader.store.server import MARK, Server

OLDEST = (5, 23)
"""The first version that knows `CALL (x) { … }`."""
_SECONDS = 300
_SCHEMA_SECONDS = 30
_LOOKS, _PAUSE = 25, 0.2
_VERSION = re.compile(r"(\d+)\.(\d+)")
_MARKED = f"MATCH (g:{MARK} {{id: 'kg'}}) RETURN g.copying AS copying"
_DOCUMENT = "MATCH (d:Document) WHERE d.digest IS NOT NULL RETURN d.digest AS digest LIMIT 1"
_MARK = f"""
MERGE (g:{MARK} {{id: 'kg'}})
ON CREATE SET g.revision = randomUUID(), g.about = 'Marks this database as a graph of minutes; made and needed by kg.'
"""
LOCK = f"MATCH (g:{MARK} {{id: 'kg'}}) SET g.revision = randomUUID()"
"""Waits for whoever else writes, and says that the documents change."""
_MARK_CONSTRAINT = f"CREATE CONSTRAINT kggraph_id IF NOT EXISTS FOR (n:{MARK}) REQUIRE n.id IS UNIQUE"
_CONSTRAINTS = """
SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
RETURN name, type, labelsOrTypes AS about, properties ORDER BY name
"""
_INDEXES = """
SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
WHERE type <> 'LOOKUP' AND owningConstraint IS NULL
RETURN name, type, labelsOrTypes AS about, properties ORDER BY name
"""

Shape = tuple[str, tuple[str, ...]]
"""A label or type, and properties of it."""


def check_version(transaction: ManagedTransaction, server: Server) -> None:
    """Raises StoreError for a server that is too old or is no Neo4j."""
    found = transaction.run("CALL dbms.components() YIELD name, versions, edition RETURN *").data()
    kernel = next((row for row in found if row["name"] == "Neo4j Kernel"), None)
    version = _VERSION.match(kernel["versions"][0]) if kernel else None
    if kernel is None or version is None:
        raise StoreError(f"The server at {server.uri} does not say that it is Neo4j.", "Give the address of one.")
    if (int(version[1]), int(version[2])) < OLDEST:
        running = f"Neo4j {kernel['versions'][0]} ({kernel['edition']})"
        oldest = ".".join(map(str, OLDEST))
        raise StoreError(f"The server at {server.uri} runs {running}.", f"Neo4j {oldest} or newer is needed.")


def check_readable(transaction: ManagedTransaction, server: Server) -> None:
    """Raises StoreError where there is no graph of ours."""
    check_whole(transaction, server)
    # A shared folder has no mark; somebody else's documents have no digest.
    if not transaction.run(_MARKED).data() and not transaction.run(_DOCUMENT).value():
        raise StoreError(f"There is no graph on {server}.", "Load minutes first: kg load FOLDER.")


def check_whole(transaction: ManagedTransaction, server: Server) -> None:
    """Raises StoreError for what a broken-off copy left."""
    marked = transaction.run(_MARKED).data()
    if marked and marked[0]["copying"]:
        raise _half_copied(server)


def check_free(transaction: ManagedTransaction, server: Server) -> None:
    """Raises StoreError for a database with nodes that are called like ours but are not, or rules that clash."""
    if not transaction.run(_MARKED).data():
        labels = "|".join(load_schema().nodes)
        foreign = transaction.run(f"MATCH (n:{labels}) RETURN labels(n) AS labels LIMIT 1").value()
        # A load beside this one may just have marked the database as ours.
        if foreign and not transaction.run(_MARKED).data():
            if transaction.run(_DOCUMENT).value():
                shared = f"The graph on {server} lies in a folder that `kg serve` shares; by this way kg only reads it."
                raise StoreError(shared, "End `kg serve`, then change the graph in its folder.")
            message = f"The database on {server} holds nodes labelled {', '.join(foreign[0])} that kg did not load."
            raise StoreError(message, "Give another database or server, so that nothing in this one is changed.")
    for _ in range(_LOOKS):
        if not _is_on_its_way(transaction):
            break
        time.sleep(_PAUSE)
    for clash in _clashes(transaction):
        message = f"The database on {server} has {clash}, which clashes with what the graph needs."
        raise StoreError(message, "Give another database or server, or drop it if it is yours to drop.")


def missing(transaction: ManagedTransaction) -> list[str]:
    """Gives the statements for the constraints and indexes that are not there."""
    held = {row["name"] for row in transaction.run(_CONSTRAINTS)} | {row["name"] for row in transaction.run(_INDEXES)}
    statements = [_MARK_CONSTRAINT, *constraints_cypher(load_schema()).replace(";", "").splitlines()[1:]]
    return [statement for statement in statements if statement.split()[2] not in held]


@unit_of_work(timeout=_SCHEMA_SECONDS)
def create(transaction: ManagedTransaction, statement: str) -> None:
    """Makes a constraint or an index; who waits too long for another that makes it gives up, and may try again."""
    transaction.run(statement).consume()


def wait_and_mark(transaction: ManagedTransaction) -> None:
    """Waits until the indexes are there, and marks the database as ours."""
    transaction.run("CALL db.awaitIndexes($seconds)", seconds=_SECONDS).consume()
    # Where the mark is there nothing is written, so that a server that only reads can be opened.
    if not transaction.run(_MARKED).data():
        transaction.run(_MARK).consume()


def lock(transaction: ManagedTransaction) -> None:
    """Waits for whoever else writes, and says that the documents change."""
    transaction.run(LOCK).consume()


def lock_unchanged(transaction: ManagedTransaction, revision: str) -> bool:
    """Waits for whoever else writes; tells whether the documents are still those of that revision."""
    transaction.run(f"MATCH (g:{MARK} {{id: 'kg'}}) SET g.locked = true").consume()
    return read_revision(transaction) == revision


def begin_copy(transaction: ManagedTransaction, server: Server) -> None:
    """Says that a copy comes in, so that nobody takes half of it for a graph; raises StoreError where there is one."""
    lock(transaction)
    held = transaction.run(f"MATCH (n:{'|'.join(load_schema().nodes)}) RETURN n.id AS id LIMIT 1").value()
    if held and not transaction.run(_MARKED).data()[0]["copying"]:
        raise StoreError(f"There is a graph on {server} already.", "Copy into an empty database.")
    transaction.run(f"MATCH (g:{MARK} {{id: 'kg'}}) SET g.copying = true").consume()


def take_some_out(transaction: ManagedTransaction) -> int:
    """Takes out some of what a broken-off copy left; gives how many nodes."""
    labels = "|".join(load_schema().nodes)
    statement = f"MATCH (n:{labels}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS n"
    return int(transaction.run(statement).value()[0])


def end_copy(transaction: ManagedTransaction) -> None:
    """Says that the copy is whole."""
    transaction.run(f"MATCH (g:{MARK} {{id: 'kg'}}) REMOVE g.copying").consume()


def read_revision(transaction: ManagedTransaction) -> str:
    """Gives what changes with every document that is written or taken out."""
    return str(transaction.run(f"MATCH (g:{MARK} {{id: 'kg'}}) RETURN g.revision AS revision").value()[0])


def _clashes(transaction: ManagedTransaction) -> Iterator[str]:
    """Yields constraints and indexes that are on what is ours, or called like ours, but are others than ours."""
    schema = load_schema()
    ours, unique = _names(schema), {*_keys(schema).values()}
    for row in transaction.run(_CONSTRAINTS).data():
        shape = _shape(row)
        if shape in unique and "UNIQUENESS" in row["type"]:
            continue
        if shape[0] in (*schema.nodes, *schema.relationships, MARK) or row["name"] in ours:
            yield f"a constraint {row['name']} ({row['type']} on {_shown(shape)})"
    for row in transaction.run(_INDEXES).data():
        shape = _shape(row)
        if (shape in unique and row["type"] == "RANGE") or ours.get(row["name"], shape) != shape:
            yield f"an index {row['name']} on {_shown(shape)}"


def _is_on_its_way(transaction: ManagedTransaction) -> bool:
    """Tells whether another load makes a constraint of ours: its index is seen before the constraint is."""
    ours = _keys(load_schema())
    return any(ours.get(row["name"]) == _shape(row) for row in transaction.run(_INDEXES).data())


def _names(schema: Schema) -> dict[str, Shape]:
    return _keys(schema) | {index: (kind, (name,)) for index, (kind, name) in schema.indexes.items()}


def _keys(schema: Schema) -> dict[str, Shape]:
    return {f"{label.lower()}_id": (label, ("id",)) for label in (*schema.nodes, MARK)}


def _shape(row: dict[str, Any]) -> Shape:
    about = row["about"] or ["everything"]
    return "|".join(about), tuple(row["properties"] or ())


def _shown(shape: Shape) -> str:
    return ".".join((shape[0], ", ".join(shape[1])))


def _half_copied(server: Server) -> StoreError:
    return StoreError(f"The graph on {server} is half of a copy that was broken off.", "Run the `kg copy` again.")
