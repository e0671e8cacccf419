"""Writes the whole graph as JSON in one canonical order: equal graphs give equal bytes."""

from collections.abc import Iterator

from graph_loader.model.graph import canonical_json
from graph_loader.model.schema import load_schema
from graph_loader.store import Store


def dump(store: Store) -> Iterator[str]:
    """Gives the text of one JSON object in pieces, a line for each node (by label and id) and for each edge."""
    yield '{"nodes":[\n'
    yield from _separated(_nodes(store))
    yield '\n],"edges":[\n'
    yield from _separated(_edges(store))
    yield "\n]}\n"


def _nodes(store: Store) -> Iterator[str]:
    for label in sorted(load_schema().nodes):
        rows = store.rows(f"MATCH (n:{label}) RETURN n.id AS id, properties(n) AS properties")
        for row in sorted(rows, key=lambda row: str(row["id"])):
            properties = {name: value for name, value in row["properties"].items() if name != "id"}
            yield canonical_json({"label": label, "id": row["id"], "properties": properties})


def _edges(store: Store) -> Iterator[str]:
    for kind in sorted(load_schema().relationships):
        statement = f"MATCH (s)-[r:{kind}]->(e) RETURN s.id AS start, e.id AS end, properties(r) AS properties"
        found = ((row["start"], row["end"], canonical_json({"type": kind, **row})) for row in store.rows(statement))
        yield from (text for _, _, text in sorted(found))


def _separated(lines: Iterator[str]) -> Iterator[str]:
    yield next(lines, "")
    for line in lines:
        yield f",\n{line}"
