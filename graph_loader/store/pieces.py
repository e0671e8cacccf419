"""Creates nodes and edges, with one statement for all of a label, or of a type between two labels."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from graph_loader.model.graph import Edge, Node, Properties
from graph_loader.model.ids import folded
from graph_loader.model.schema import FOLDED, Property, load_schema
from graph_loader.store.running import Run, Statements


def create_nodes(run: Run, nodes: Iterable[Node]) -> None:
    """Creates nodes that are not there."""
    run.each(_creating_nodes(), _nodes_by_label(nodes))


def replace_properties(run: Run, nodes: Iterable[Node]) -> None:
    """Gives nodes that are there these properties and no others."""
    run.each(_replacing_properties(), _nodes_by_label(nodes))


def create_edges(
    run: Run, edges: Iterable[Edge], labels: Mapping[str, str], instead_of: Iterable[tuple[str, str]] = ()
) -> None:
    """Creates edges between nodes that are there; `labels` gives the label of each end by its id.

    Before that it takes out the shared edges whose type and start `instead_of` gives.
    """
    rows: dict[str, list[Any]] = {}
    for kind, start in sorted(instead_of):
        rows.setdefault(kind, []).append(start)
    for edge in edges:
        says = typed(edge.properties, load_schema().relationships[edge.type].properties)
        row = {"start": edge.start, "end": edge.end, "says": says}
        rows.setdefault(f"{edge.type}_{labels[edge.start]}_{labels[edge.end]}", []).append(row)
    for statements in (_creating_edges(linked=False), _creating_edges(linked=True)):
        run.each(statements, {name: rows[name] for name in rows.keys() & statements.by_name.keys()})


def typed(properties: Properties, declared: Mapping[str, Property]) -> dict[str, Any]:
    """Makes real dates of the properties that are declared as such."""
    return {
        name: date.fromisoformat(str(value)) if declared[name].type == "date" else value
        for name, value in properties.items()
    }


def found_by(node: Node) -> dict[str, str]:
    """Gives what the store adds to a node's properties, so that it is found by its words."""
    name = load_schema().nodes[node.label].folded
    return {FOLDED: folded(str(node.properties[name]))} if name and name in node.properties else {}


def given(says: Mapping[str, Any]) -> dict[str, Any]:
    """Gives the properties of a node or edge that is held, in order, without its id and what the store adds."""
    return {name: says[name] for name in sorted(says) if name not in ("id", FOLDED) and says[name] is not None}


@cache
def _creating_nodes() -> Statements:
    return Statements({label: f"UNWIND $rows AS row CREATE (n:{label}) SET n = row" for label in load_schema().nodes})


@cache
def _replacing_properties() -> Statements:
    found = "UNWIND $rows AS row MATCH (n:{} {{id: row.id}}) SET n = row"
    return Statements({label: found.format(label) for label in load_schema().nodes})


@cache
def _creating_edges(*, linked: bool) -> Statements:
    """Creates what documents say, or what is linked: apart, for a server plans a text of all the slower."""
    ends = "MATCH (s:{} {{id: row.start}}) MATCH (e:{} {{id: row.end}})"
    relationships = load_schema().relationships
    taking = {
        kind: f"UNWIND $rows AS id MATCH (:{relationship.start[0]} {{id: id}})-[r:{kind}]->() DELETE r"
        for kind, relationship in relationships.items()
        if relationship.scope == "shared" and not linked
    }
    return Statements(
        taking
        | {
            f"{kind}_{start}_{end}": f"UNWIND $rows AS row {ends.format(start, end)} CREATE (s)-[r:{kind}]->(e) "
            "SET r = row.says"
            for kind, relationship in relationships.items()
            if (relationship.scope == "linked") is linked
            for start in relationship.start
            for end in relationship.end
        }
    )


def _nodes_by_label(nodes: Iterable[Node]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for node in nodes:
        row = {"id": node.id, **typed(node.properties, load_schema().nodes[node.label].properties), **found_by(node)}
        groups.setdefault(node.label, []).append(row)
    return groups
