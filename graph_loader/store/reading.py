"""Reads from the graph what every command may ask, in Cypher that every engine takes."""

from collections.abc import Callable

from graph_loader.model.schema import load_schema
from graph_loader.store.running import Row

Rows = Callable[[str], list[Row]]

_DOCUMENTS = """
MATCH (d:Document) OPTIONAL MATCH (d)<-[:RECORDED_IN]-(m:Meeting)
RETURN properties(d) AS document, m.date AS date, d.id AS id
"""


def documents(rows: Rows) -> list[Row]:
    """Gives the properties of every document and the `date` of its meeting, by date, name and id; undated ones last."""
    found = [{**row["document"], "date": row["date"]} for row in rows(_DOCUMENTS)]
    return sorted(found, key=lambda row: (row["date"] is None, row["date"] or "", row["name"], row["id"]))


def counts(rows: Rows) -> dict[str, int]:
    """Counts the nodes of every label and the relationships of every type, in the order of the schema."""
    schema = load_schema()
    patterns = {label: f"(n:{label})" for label in schema.nodes} | {
        kind: f"()-[n:{kind}]->()" for kind in schema.relationships
    }
    return {name: rows(f"MATCH {pattern} RETURN count(n) AS n")[0]["n"] for name, pattern in patterns.items()}
