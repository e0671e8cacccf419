"""Reads what the linking of documents sees of them, and brings the links in the graph in line with what it makes."""

from collections.abc import Iterable, Sequence

from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.resolve.passage import Links, Passage
from graph_loader.resolve.passages import PASSAGE_LABELS, passages
from graph_loader.store.base import Run
from graph_loader.store.pieces import create_edges, create_nodes, replace_properties

_RECORDED = "UNWIND $ids AS id MATCH (:Document {id: id})<-[:RECORDED_IN]-"
_BETWEEN = {
    "PART_OF": "(s:AgendaItem)-[r:PART_OF]->(e:AgendaItem)",
    "UNDER": "(s:Question|Statement|Commitment)-[r:UNDER]->(e)",
    "ANSWERS": "(s:Answer)-[r:ANSWERS]->(e)",
    "ASKED": "(e:Question)<-[r:ASKED]-(s)",
    "GAVE": "(e:Answer)<-[r:GAVE]-(s)",
    "MADE": "(e:Statement)<-[r:MADE]-(s)",
    "OWNS": "(e:Commitment)<-[r:OWNS]-(s)",
    "MENTIONS": "(s:AgendaItem)-[r:MENTIONS]->(e:Body|Programme)",
}
"""The edges that passages are made of, each as a pattern that begins at what is recorded in the document."""


def read_passages(run: Run, documents: Sequence[str]) -> list[Passage]:
    """Gives the passages of documents, with who says each, where it stands and what it names."""
    ids = {"ids": list(documents)}
    said = [
        Node(label, row["id"], row["says"])
        for label in sorted(PASSAGE_LABELS)
        for row in run(f"{_RECORDED}(n:{label}) RETURN n.id AS id, properties(n) AS says", ids)
    ]
    edges = [
        Edge(kind, row["start"], row["end"], row["says"])
        for kind, pattern in _BETWEEN.items()
        for row in run(f"{_RECORDED}{pattern} RETURN s.id AS start, e.id AS end, properties(r) AS says", ids)
    ]
    return passages(said, edges)


def write_links(run: Run, documents: Sequence[str], links: Links) -> None:
    """Gives what is said in documents these links to what is said elsewhere, and no others; the same are left alone."""
    held = _held(run, documents)
    wanted = {(edge.type, edge.start, edge.end): edge for edge in links.edges}
    changed = [key for key, edge in held.items() if key not in wanted or edge.properties != wanted[key].properties]
    labels = _labels(run, documents) | {node.id: node.label for node in links.nodes}
    for kind, start, end in changed:
        run(
            f"MATCH (s:{labels[start]} {{id: $start}})-[r:{kind}]->({{id: $end}}) DELETE r",
            {"start": start, "end": end},
        )
    _put_issues(run, links.nodes)
    create_edges(run, [edge for key, edge in wanted.items() if key not in held or key in changed], labels)
    remove_unused_issues(run, sorted({end for kind, _, end in changed if kind == "CONCERNS"}))


def remove_unused_issues(run: Run, issues: Sequence[str]) -> None:
    """Takes out those of the issues that no item concerns any more."""
    unused = "MATCH (s:Issue {id: id}) WHERE NOT EXISTS { (:AgendaItem)-[:CONCERNS]->(s) }"
    run(f"UNWIND $ids AS id {unused} DELETE s", {"ids": list(issues)})


def _put_issues(run: Run, issues: Iterable[Node]) -> None:
    wanted = {node.id: node for node in issues}
    rows = run("UNWIND $ids AS id MATCH (s:Issue {id: id}) RETURN id, s.name AS name", {"ids": sorted(wanted)})
    there = {row["id"]: row["name"] for row in rows}
    create_nodes(run, [node for one, node in wanted.items() if one not in there])
    replace_properties(
        run,
        [node for one, node in wanted.items() if there.get(one, node.properties["name"]) != node.properties["name"]],
    )


def _held(run: Run, documents: Sequence[str]) -> dict[tuple[str, str, str], Edge]:
    """Gives the links in the graph that begin in the documents."""
    found = {}
    for kind, relationship in load_schema().relationships.items():
        if relationship.scope == "linked":
            start = "|".join(relationship.start)
            statement = f"{_RECORDED}(s:{start})-[r:{kind}]->(e)"
            for row in run(f"{statement} RETURN s.id AS s, e.id AS e, properties(r) AS says", {"ids": list(documents)}):
                found[kind, row["s"], row["e"]] = Edge(kind, row["s"], row["e"], row["says"])
    return found


def _labels(run: Run, documents: Sequence[str]) -> dict[str, str]:
    rows = run(
        f"{_RECORDED}(n:{'|'.join(sorted(PASSAGE_LABELS))}) RETURN n.id AS id, labels(n)[0] AS label",
        {"ids": list(documents)},
    )
    return {row["id"]: row["label"] for row in rows}
