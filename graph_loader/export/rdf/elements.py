"""Reads a graph piece by piece in one order, so that what is held at a time does not grow with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph_loader.export.rows import AS_THEY_ARE, Names
from graph_loader.model.graph import Edge, Node, canonical_json
from graph_loader.model.schema import load_schema
from graph_loader.store import Row, Store
from graph_loader.store.pieces import given

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """Is one relationship with what its ends say of their document and date."""

    edge: Edge
    start: Node
    end: Node


Element = Node | Link


def elements(store: Store, names: Names = AS_THEY_ARE) -> Iterator[Element]:
    """Gives every node by label and id, and behind each page of nodes the relationships that start there."""
    schema = load_schema()
    for label in schema.nodes:
        kinds = [kind for kind, one in schema.relationships.items() if label in one.start]
        for nodes in _pages(store, label):
            yield from sorted(map(names.node, nodes), key=lambda node: node.id)
            for kind in kinds:
                yield from _links(store, kind, nodes, names)


def _pages(store: Store, label: str) -> Iterator[list[Node]]:
    after = ""
    statement = f"""
    MATCH (n:{label}) WHERE n.id > $after
    RETURN n.id AS id, properties(n) AS properties ORDER BY id LIMIT {_PAGE}
    """
    while rows := store.rows(statement, {"after": after}):
        yield [Node(label, row["id"], given(row["properties"])) for row in rows]
        after = rows[-1]["id"]


def _links(store: Store, kind: str, nodes: list[Node], names: Names) -> list[Link]:
    label = nodes[0].label
    statement = f"""
    UNWIND $ids AS id MATCH (s:{label} {{id: id}})-[r:{kind}]->(e)
    RETURN s.id AS start, properties(r) AS properties, e.id AS end, labels(e)[0] AS label,
           {{document: e.document, date: e.date}} AS says
    """
    starts = {node.id: node for node in nodes}

    def shown(row: Row) -> Link:
        edge = names.edge(Edge(kind, row["start"], row["end"], given(row["properties"])))
        start, end = starts[row["start"]], Node(row["label"], row["end"], given(row["says"]))
        return Link(edge, names.node(start), names.node(end))

    links = [shown(row) for row in store.rows(statement, {"ids": list(starts)})]
    return sorted(links, key=lambda one: (one.edge.start, one.edge.end, canonical_json(one.edge.properties)))
