"""Writes and takes out what one document contributes, in Cypher that every engine takes.

Labels and types in the statements come from the schema; values are always parameters.
"""

from pathlib import PurePath

from graph_loader.errors import StoreError
from graph_loader.model.graph import Contribution
from graph_loader.model.schema import load_schema
from graph_loader.store.adding import add_together
from graph_loader.store.base import Written
from graph_loader.store.holders import restore_posts
from graph_loader.store.links import remove_meanings, remove_unused_issues
from graph_loader.store.looking import Found, look
from graph_loader.store.pieces import create_edges, create_nodes
from graph_loader.store.running import Row, Run
from graph_loader.store.shared import Claims, ends_of, join_claims, rebuild

_NAMED = """
MATCH (d:Document) WHERE d.id = $given OR d.name = $given OR $given IN d.paths
RETURN d.id AS id, d.name AS name, d.paths AS paths ORDER BY id
"""
_SET_PATHS = "MATCH (d:Document {id: $id}) SET d.paths = $paths, d.name = $name"
_RECORDED = "MATCH (:Document {id: $id})<-[:RECORDED_IN]-(n) RETURN labels(n)[0] AS label, n.id AS id ORDER BY id"
_ISSUES = "MATCH (:Document {id: $id})<-[:RECORDED_IN]-(:AgendaItem)-[:CONCERNS]->(s:Issue) RETURN DISTINCT s.id AS id"
_DELETE = "MATCH (d:Document {id: $id}) DETACH DELETE d"


def write(run: Run, contribution: Contribution, found: Found | None = None) -> Written:
    """Brings a document into the graph in the place of whatever its path held before; looks, unless that is found."""
    document = contribution.document
    path = contribution.path
    found = found or look(run, contribution)
    replaced = [owner for owner in found.documents if owner["id"] != document.id]
    for owner in replaced:
        _leave(run, owner, path)
    for there in (row for row in found.documents if row["id"] == document.id):
        paths = sorted({path, *there["paths"]})
        # Of several paths the first gives the content, so that the order of loading has no say in it.
        same = there["digest"] == document.properties["digest"] or path != paths[0]
        if not same:
            remove(run, document.id)
            add(run, contribution)
        _set_paths(run, document.id, paths)
        return "unchanged" if same and paths == there["paths"] else "replaced"
    # What went may have taken with it what was held.
    add(run, contribution, None if replaced else found.held)
    return "replaced" if replaced else "added"


def retract(run: Run, given: str) -> list[str]:
    """Takes out the document of that id, path or name; raises StoreError unless there is exactly one."""
    found = run(_NAMED, {"given": given})
    exact = [row for row in found if given == row["id"] or given in row["paths"]] or found
    if not exact:
        raise StoreError(f"There is no document {given!r} in the graph.", "`kg status` lists them.")
    if len(exact) > 1:
        paths = ", ".join(row["paths"][0] for row in exact)
        raise StoreError(f"{given!r} names {len(exact)} documents.", f"Give the path of one: {paths}.")
    (row,) = exact
    if given in row["paths"]:
        _leave(run, row, given)
    else:
        remove(run, row["id"])
    return [row["id"]]


def add(run: Run, contribution: Contribution, held: list[Row] | None = None) -> None:
    """Adds a document that is not in the graph; looks what is held of what it shares, unless that is given."""
    schema = load_schema()
    joined = join_claims(run, Claims.of(contribution), held)
    nodes = [*(node for node in contribution.nodes if schema.nodes[node.label].scope != "shared"), *joined.nodes]
    own = [edge for edge in contribution.edges if schema.relationships[edge.type].scope == "document"]
    labels = ends_of(joined.edges) | {node.id: node.label for node in contribution.nodes}
    if run.far:
        add_together(run, nodes, [*joined.edges, *own], labels, joined.instead_of)
    else:
        create_nodes(run, nodes)
        create_edges(run, [*joined.edges, *own], labels, joined.instead_of)


def remove(run: Run, document: str) -> None:
    """Takes out a document with all that is its own, and joins anew what others say of what it shared."""
    schema = load_schema()
    own, shared = "|".join(schema.labels("document")), "|".join(schema.labels("shared"))
    recorded = run(_RECORDED, {"id": document})
    restore_posts(run, [row["id"] for row in recorded if row["label"] == "Person"])
    issues = [row["id"] for row in run(_ISSUES, {"id": document})]
    run(f"MATCH (:Document {{id: $id}})<-[:RECORDED_IN]-(n:{own}) DETACH DELETE n", {"id": document})
    said = f"MATCH (:Document {{id: $id}})<-[:RECORDED_IN]-(n:{shared})-[r]->() WHERE r.document = $id DELETE r"
    run(said, {"id": document})
    remove_meanings(run, document)
    run(_DELETE, {"id": document})
    remove_unused_issues(run, issues)
    rebuild(run, [(row["label"], row["id"]) for row in recorded if schema.nodes[row["label"]].scope == "shared"])


def _leave(run: Run, document: Row, path: str) -> None:
    """Takes one path from a document, and with its last path the document."""
    paths = [other for other in document["paths"] if other != path]
    if paths:
        _set_paths(run, document["id"], paths)
    else:
        remove(run, document["id"])


def _set_paths(run: Run, document: str, paths: list[str]) -> None:
    run(_SET_PATHS, {"id": document, "paths": paths, "name": PurePath(paths[0]).stem})
