"""Reads what the linking of documents sees of them, and brings the links in the graph in line with what it makes."""

import json
from collections.abc import Iterable, Iterator, Sequence

from graph_loader.model.graph import Edge, Node
from graph_loader.model.schema import load_schema
from graph_loader.resolve.join import edge_key
from graph_loader.resolve.naming import Followed, Naming
from graph_loader.resolve.passage import Links, Passage
from graph_loader.resolve.passages import PASSAGE_LABELS, passages
from graph_loader.resolve.thread_changes import ThreadChange, thread_changes
from graph_loader.store.pieces import create_edges, create_nodes, given, replace_properties
from graph_loader.store.running import Row, Run

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
        Node(label, row["id"], given(row["says"]))
        for label in sorted(PASSAGE_LABELS)
        for row in run(f"{_RECORDED}(n:{label}) RETURN n.id AS id, properties(n) AS says", ids)
    ]
    edges = [
        Edge(kind, row["start"], row["end"], row["says"])
        for kind, pattern in _BETWEEN.items()
        for row in run(f"{_RECORDED}{pattern} RETURN s.id AS start, e.id AS end, properties(r) AS says", ids)
    ]
    return passages(said, edges)


def read_namings(run: Run, documents: Sequence[str]) -> list[Naming]:
    """Gives what documents call people, bodies and programmes, and which of these they say followed which."""
    sittings = f"{_RECORDED}(m:Meeting) RETURN id AS document, m.series AS series"
    series = {row["document"]: row["series"] for row in run(sittings, {"ids": list(documents)})}
    statement = (
        f"{_RECORDED.replace('<-[:', '<-[r:')}(n:Person|Body|Programme) "
        "RETURN labels(n)[0] AS label, n.id AS id, r.document AS document, r.date AS date, r.claim AS claim"
    )
    return [_naming(row, series.get(row["document"])) for row in run(statement, {"ids": list(documents)})]


def _naming(row: Row, series: str | None) -> Naming:
    claim = json.loads(row["claim"])
    says = claim["properties"]
    return Naming(
        label=row["label"],
        id=row["id"],
        document=row["document"],
        date=row["date"],
        name=says["name"],
        aliases=tuple(says.get("aliases", ())),
        series=series,
        privacy=says.get("privacy"),
        followed=tuple(
            Followed(end, about["sentence"], about.get("date"))
            for kind, end, about in claim["edges"]
            if kind == "SUCCEEDED_BY"
        ),
    )


def write_links(run: Run, documents: Sequence[str], links: Links) -> list[ThreadChange]:
    """Gives what is said in documents these links to what is said elsewhere, and no others; the same are left alone.

    Gives what became of issues that were there before.
    """
    held = _held(run, documents)
    wanted = {edge_key(edge): edge for edge in links.edges}
    changed = [edge for key, edge in held.items() if key not in wanted or edge.properties != wanted[key].properties]
    labels = _labels(run, documents) | {node.id: node.label for node in links.nodes}
    before = [edge for edge in held.values() if edge.type == "CONCERNS"]
    names = _issue_names(run, (edge.end for edge in before))
    names |= {node.id: str(node.properties["name"]) for node in links.nodes if node.label == "Issue"}
    for edge in changed:
        keys = {name: edge.properties[name] for name in load_schema().relationships[edge.type].key}
        where = " AND ".join(f"r.{name} = ${name}" for name in keys)
        run(
            f"MATCH (s:{labels[edge.start]} {{id: $start}})-[r:{edge.type}]->({{id: $end}})"
            f"{f' WHERE {where}' if where else ''} DELETE r",
            {"start": edge.start, "end": edge.end, **keys},
        )
    _put_issues(run, links.nodes)
    gone = {edge_key(edge) for edge in changed}
    create_edges(run, [edge for key, edge in wanted.items() if key not in held or key in gone], labels)
    remove_unused_issues(run, sorted({edge.end for edge in changed if edge.type == "CONCERNS"}))
    after = (edge for edge in links.edges if edge.type == "CONCERNS")
    return list(thread_changes(_ends(before), _ends(after), names))


def remove_meanings(run: Run, document: str) -> None:
    """Takes out what is linked between shared nodes for a document, among others; the linking makes it anew."""
    for kind in _meanings():
        run(f"MATCH ()-[r:{kind}]->() WHERE $id IN r.documents DELETE r", {"id": document})


def remove_unused_issues(run: Run, issues: Sequence[str]) -> None:
    """Takes out those of the issues that no item concerns any more."""
    unused = "MATCH (s:Issue {id: id}) WHERE NOT EXISTS { (:AgendaItem)-[:CONCERNS]->(s) }"
    run(f"UNWIND $ids AS id {unused} DELETE s", {"ids": list(issues)})


def _ends(edges: Iterable[Edge]) -> Iterator[tuple[str, str]]:
    return ((edge.start, edge.end) for edge in edges)


def _issue_names(run: Run, issues: Iterable[str]) -> dict[str, str]:
    rows = run("UNWIND $ids AS id MATCH (s:Issue {id: id}) RETURN id, s.name AS name", {"ids": sorted(set(issues))})
    return {row["id"]: row["name"] for row in rows}


def _put_issues(run: Run, issues: Iterable[Node]) -> None:
    wanted = {node.id: node for node in issues}
    there = _issue_names(run, wanted)
    create_nodes(run, [node for one, node in wanted.items() if one not in there])
    replace_properties(
        run,
        [node for one, node in wanted.items() if there.get(one, node.properties["name"]) != node.properties["name"]],
    )


def _meanings() -> list[str]:
    """Gives the types of links between shared nodes, each of which names the documents for which it holds."""
    return [kind for kind, relationship in load_schema().relationships.items() if "documents" in relationship.key]


def _held(run: Run, documents: Sequence[str]) -> dict[tuple[str, ...], Edge]:
    """Gives the links in the graph that begin in the documents and hold for them."""
    found = {}
    meanings, own = _meanings(), set(documents)
    for kind, relationship in load_schema().relationships.items():
        if relationship.scope == "linked":
            start = "|".join(relationship.start)
            statement = f"{_RECORDED}(s:{start})-[r:{kind}]->(e)"
            for row in run(f"{statement} RETURN s.id AS s, e.id AS e, properties(r) AS says", {"ids": list(documents)}):
                if kind not in meanings or own & set(row["says"]["documents"]):
                    edge = Edge(kind, row["s"], row["e"], row["says"])
                    found[edge_key(edge)] = edge
    return found


def _labels(run: Run, documents: Sequence[str]) -> dict[str, str]:
    labels = "|".join(sorted({*PASSAGE_LABELS, "Person", "Body", "Programme"}))
    rows = run(f"{_RECORDED}(n:{labels}) RETURN n.id AS id, labels(n)[0] AS label", {"ids": list(documents)})
    return {row["id"]: row["label"] for row in rows}
