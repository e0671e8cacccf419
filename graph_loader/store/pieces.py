"""Creates nodes and edges, one statement for all of a label, or of a type between two labels."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph_loader.model.graph import Edge, Node, Properties
from graph_loader.model.ids import folded
from graph_loader.model.schema import FOLDED, Property, load_schema
from graph_loader.store.base import Run


def create_nodes(run: Run, nodes: Iterable[Node]) -> None:
    """Creates nodes that are not there."""
    for label, rows in _nodes_by_label(nodes).items():
        run(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows})


def replace_properties(run: Run, nodes: Iterable[Node]) -> None:
    """Gives nodes that are there these properties and no others."""
    for label, rows in _nodes_by_label(nodes).items():
        run(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row", {"rows": rows})


def create_edges(run: Run, edges: Iterable[Edge], labels: Mapping[str, str]) -> None:
    """Creates edges between nodes that are there; `labels` gives the label of each end by its id."""
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for edge in edges:
        says = typed(edge.properties, load_schema().relationships[edge.type].properties)
        row = {"start": edge.start, "end": edge.end, "says": says}
        groups.setdefault((edge.type, labels[edge.start], labels[edge.end]), []).append(row)
    for (kind, start, end), rows in groups.items():
        ends = f"MATCH (s:{start} {{id: row.start}}) MATCH (e:{end} {{id: row.end}})"
        run(f"UNWIND $rows AS row {ends} CREATE (s)-[r:{kind}]->(e) SET r = row.says", {"rows": rows})


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


def _nodes_by_label(nodes: Iterable[Node]) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for node in nodes:
        row = {"id": node.id, **typed(node.properties, load_schema().nodes[node.label].properties), **found_by(node)}
        groups.setdefault(node.label, []).append(row)
    return groups
