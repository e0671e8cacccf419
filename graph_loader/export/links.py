"""Gives what only several documents say together: issue threads, what recurs, and who and what is named where."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from graph_loader.errors import ProfileError
from graph_loader.export.rows import AS_THEY_ARE, Names
from graph_loader.model.acronym import is_acronym, stem_of
from graph_loader.model.graph import Edge, Node
from graph_loader.resolve.identity import key
from graph_loader.resolve.names_over_time import known_names
from graph_loader.store import Row, Store

_THREADS = """
MATCH (s:Issue)<-[c:CONCERNS]-(i:AgendaItem)-[:RECORDED_IN]->(d:Document)
RETURN s.id AS id, s.name AS label, d.name AS document, d.id AS source, i.date AS date, i.id AS item, i.title AS title,
       i.reading AS quote, c.score AS score, c.reason AS reason, i.start AS start, d.linked AS context
ORDER BY s.name, s.id, i.date, d.name, d.id, i.start
"""
_LINKS = """
MATCH (a)-[r:RECURS_AS|REPORTED_ON_IN|FOLLOWS_UP]->(b)
MATCH (a)-[:RECORDED_IN]->(d:Document) MATCH (b)-[:RECORDED_IN]->(e:Document)
RETURN type(r) AS kind, r.relation AS relation, r.score AS score, r.reason AS reason, r.months AS months,
       labels(a)[0] AS first_is, a.id AS first, a.date AS first_date,
       CASE WHEN labels(a)[0] = 'AgendaItem' THEN coalesce(r.sentence, a.reading) ELSE a.reading END AS first_quote,
       labels(b)[0] AS later_is, b.id AS later, b.date AS later_date,
       CASE WHEN labels(a)[0] = 'AgendaItem' THEN b.reading ELSE coalesce(r.sentence, b.reading) END AS later_quote,
       d.name AS first_document, e.name AS later_document, d.id AS first_source, e.id AS later_source
ORDER BY a.date, d.name, a.start, a.id, b.date, e.name, b.start, b.id, kind
"""
_NAMED = """
MATCH (n:Person|Body|Programme)-[r:RECORDED_IN]->(d:Document)
RETURN labels(n)[0] AS label, n.id AS id, n.name AS name, r.date AS date, d.name AS document, d.id AS source,
       r.claim AS claim, d.linked AS context, d.profile AS profile
ORDER BY n.name, n.id, r.date, d.name, d.id
"""
_MEANINGS = """
MATCH (s:Person|Body|Programme)-[r:STANDS_FOR]->(e) RETURN s.id AS short, e.id AS full, r.documents AS documents
ORDER BY short, full, documents
"""
_SUCCESSIONS = """
MATCH (s:Body|Programme)-[r:SUCCEEDED_BY]->(e)
RETURN labels(s)[0] AS kind, s.id AS earlier_id, s.name AS earlier, e.id AS later_id, e.name AS later, r.date AS date,
       r.score AS score, r.reason AS reason
ORDER BY s.name, s.id, e.name, e.id, r.date, r.reason
"""
_HELD = """
MATCH (p:Person)-[h:HELD]->(o:Post) OPTIONAL MATCH (o)-[:OF]->(b:Body)
RETURN o.id AS id, o.name AS post, b.name AS organisation, p.id AS person, p.name AS name, h.acting AS acting,
       h.first_seen AS first_seen, h.last_seen AS last_seen
ORDER BY o.name, b.name, o.id, h.first_seen, h.last_seen, p.name, p.id, h.acting
"""


def links(store: Store, names: Names = AS_THEY_ARE) -> dict[str, list[dict[str, Any]]]:
    """Gathers what the documents of a graph say together, as JSON-ready data in one order."""
    named = _named(store, names)
    people = [rows for rows in named["Person"].values() if rows]
    promises, questions = _taken_up(_told(store, _LINKS, names))
    return {
        "issue_threads": _threads(store, names),
        "recurring_commitments": promises,
        "questions_again": questions,
        "people_across": [_person(rows) for rows in people],
        "bodies_across": [_names(rows) for rows in _across(named["Body"])],
        "programmes_across": [_names(rows) for rows in _across(named["Programme"])],
        "post_succession": _posts(store, people, names),
        "successions": _told(store, _SUCCESSIONS, names),
    }


def _told(store: Store, statement: str, names: Names) -> list[Row]:
    """Gives rows of words in documents as they may be shown."""

    def told(row: Row) -> Row:
        documents = [value for name, value in row.items() if name.endswith("source")]
        return {
            name: names.words(value, *documents) if isinstance(value, str) else value for name, value in row.items()
        }

    return [told(row) for row in store.rows(statement)]


def _threads(store: Store, names: Names) -> list[dict[str, Any]]:
    """Gives the issues of more than one document, each with its items in order.

    What two bodies that have nothing to do with each other call by one name is listed for each of them.
    """
    threads: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in sorted(_told(store, _THREADS, names), key=lambda row: (row["label"], row["id"])):
        threads[row["id"], row["context"] or ""].append(row)
    fields = ("document", "date", "item", "title", "quote", "score", "reason")
    return [
        {"id": one, "label": rows[0]["label"], "members": [{name: row[name] for name in fields} for row in rows]}
        for (one, _), rows in threads.items()
        if len({row["source"] for row in rows}) > 1
    ]


def _taken_up(linked: Iterable[Row]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Gives each promise and each question that comes back, with all that take it up, each of which says how and why.

    A question that asks after a promise is among what takes that promise up.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in linked:
        # A follow-up leads from what takes up to what is taken up, all others the other way round.
        taken, taking = ("later", "first") if row["kind"] == "FOLLOWS_UP" else ("first", "later")
        members = groups.setdefault((row[taken], row[f"{taken}_quote"]), [_end(row, taken)])
        relation = row["relation"] or {"REPORTED_ON_IN": "reported_on", "FOLLOWS_UP": "followed_up"}.get(row["kind"])
        says = {name: row[name] for name in ("score", "months", "reason")}
        members.append({**_end(row, taking), "relation": relation or "again", **says})
    asked: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for members in groups.values():
        asked[members[0]["kind"] == "Question"].append({"members": members})
    return asked


def _end(row: Row, end: str) -> dict[str, Any]:
    """Gives one of two passages that are linked."""
    says = {name: row[f"{end}_{name}"] for name in ("document", "date", "quote")}
    return {"id": row[end], "kind": row[f"{end}_is"], **says}


def _named(store: Store, names: Names) -> dict[str, dict[str, list[Row]]]:
    """Gives, by label and id, where somebody or something is named, and what each document says of it."""
    named: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted((_shown(row, names) for row in store.rows(_NAMED)), key=lambda row: (row["name"], row["id"])):
        named[row["label"]][row["id"]].append(row)
    meanings = _told(store, _MEANINGS, names)
    return {label: _gathered(named[label], meanings) for label in ("Person", "Body", "Programme")}


def _shown(row: Row, names: Names) -> Row:
    """Gives who is named, and what the document claims of them, as they may be shown."""
    node = names.node(Node(row["label"], row["id"], {"name": row["name"]}))
    says = {"document": row["source"], "claim": row["claim"]}
    claim = names.edge(Edge("RECORDED_IN", row["id"], row["source"], says)).properties["claim"]
    document = names.words(row["document"], row["source"])
    return {**row, "document": document, "id": node.id, **node.properties, "claim": json.loads(str(claim))}


def _gathered(named: dict[str, list[Row]], meanings: Iterable[Row]) -> dict[str, list[Row]]:
    """Puts what documents say of a short form that stands alone under the name that it stands for there."""
    stands = {
        (row["short"], document): row["full"]
        for row in meanings
        if row["full"] in named
        for document in row["documents"]
    }
    gathered: dict[str, list[Row]] = {one: [] for one in named}
    for one, rows in named.items():
        for row in rows:
            full = _full(stands, one, row["source"])
            known = named[full][0]
            gathered[full].append({**row, "id": known["id"], "name": known["name"]})
    for rows in gathered.values():
        rows.sort(key=lambda each: (each["date"] or "", each["document"], each["source"]))
    return {one: rows for one, rows in gathered.items() if rows}


def _full(stands: Mapping[tuple[str, str], str], one: str, document: str) -> str:
    """Gives for what a short form stands in a document, which may be short for another one there."""
    seen = [one]
    while (full := stands.get((seen[-1], document))) and full not in seen:
        seen.append(full)
    return seen[-1]


def _across(named: dict[str, list[Row]]) -> list[list[Row]]:
    """Gives what several documents name.

    An acronym that nothing explains is listed for each body by itself that has nothing to do with the others.
    """
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for one, rows in named.items():
        alone = is_acronym(rows[0]["name"]) and len({row["context"] for row in rows}) > 1
        for row in rows:
            apart = alone and not _is_known(row["name"], row["profile"])
            found[one, (row["context"] or "") if apart else ""].append(row)
    return [rows for rows in found.values() if len(rows) > 1]


def _is_known(name: str, profile: str) -> bool:
    """Tells whether a document's profile, if it is still there, knows what an acronym means."""
    try:
        forms = _forms(profile)
    except ProfileError:
        return False
    return key(stem_of(name)) in forms


@cache
def _forms(profile: str) -> frozenset[str]:
    return frozenset(known_names([profile]).names)


def _person(rows: list[Row]) -> dict[str, Any]:
    roles = [{"document": row["document"], "role": role} for row in rows for held in _held(row) for role in held[1]]
    return {
        **_who(rows),
        "documents": [row["document"] for row in rows],
        "names_seen": sorted({row["claim"]["properties"]["name"] for row in rows}),
        "roles": roles,
    }


def _names(rows: list[Row]) -> dict[str, Any]:
    members = [{"document": row["document"], "as": row["claim"]["properties"]["name"]} for row in rows]
    return {**_who(rows), "members": members}


def _who(rows: list[Row]) -> dict[str, Any]:
    return {"id": rows[0]["id"], "name": rows[0]["name"]}


def _held(row: Row) -> list[tuple[str, list[str]]]:
    """Gives the posts that one document shows a person in, each with the role as it prints it."""
    return [(end, says["as_written"]) for kind, end, says in row["claim"]["edges"] if kind == "HELD"]


def _posts(store: Store, people: Iterable[list[Row]], names: Names) -> list[dict[str, Any]]:
    """Gives every post with its holders in order, and the documents that show each in it."""
    shown: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in (row for rows in people for row in rows):
        for post, _ in _held(row):
            shown[row["id"], post].append(row["document"])
    posts: dict[str, dict[str, Any]] = {}
    for found in store.rows(_HELD):
        holds = names.node(Node("Person", found["person"], {"name": found["name"]}))
        row = {**found, "id": names.id(found["id"]), "person": holds.id, **holds.properties}
        about = {"id": row["id"], "post": row["post"], "organisation": row["organisation"], "holders": []}
        holder = {name: row[name] for name in ("name", "acting", "first_seen", "last_seen")}
        documents = list(dict.fromkeys(shown[row["person"], row["id"]]))
        posts.setdefault(row["id"], about)["holders"].append({**holder, "documents": documents})
    return list(posts.values())
