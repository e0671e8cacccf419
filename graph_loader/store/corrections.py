"""Reads from the graph what tells whether corrections concern it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graph_loader.resolve.corrections import document_names
from graph_loader.resolve.corrections.facts import Spoken
from graph_loader.resolve.corrections.model import Place
from graph_loader.store.running import Row

Rows = Callable[[str, Mapping[str, Any]], list[Row]]

_NAMES = """
MATCH (n:Person|Post|Body|Programme)-[r:RECORDED_IN]->(d:Document)
RETURN d.id AS document, n.name AS name, r.aliases AS aliases, r.claim AS claim
"""
_SAID = "(n:AgendaItem|Question|Answer|Statement|Commitment)"
_NAMED = "(n:Person|Body|Programme)"
_WORDS = "n.id AS id, n.document AS document, n.title AS title, n.reading AS reading, n.text AS text"
_LABELS = """
MATCH (n:AgendaItem) WHERE n.issues IS NOT NULL UNWIND n.issues AS label RETURN DISTINCT label
UNION MATCH (s:Issue) RETURN DISTINCT s.name AS label
"""


def names_by_document(rows: Rows) -> dict[str, set[str]]:
    """Gives all names by which each document calls people, posts, bodies and programmes, by its id."""
    found: dict[str, set[str]] = {}
    for row in rows(_NAMES, {}):
        says = json.loads(row["claim"])["properties"]
        names = {row["name"], says["name"], *says.get("aliases", ()), *(row["aliases"] or ())}
        found.setdefault(row["document"], set()).update(names)
    return found


def called(rows: Rows, among: Sequence[str] | None = None) -> dict[str, frozenset[str]]:
    """Gives all that each document is called, by its id; of all documents unless some are given."""
    where = "" if among is None else "WHERE d.id IN $ids"
    documents = rows(f"MATCH (d:Document) {where} RETURN d.id AS id, d.paths AS paths", {"ids": list(among or ())})
    return {row["id"]: document_names(row["id"], row["paths"]) for row in documents}


def spoken_at(rows: Rows, places: Iterable[Place]) -> list[Spoken]:
    """Gives what is said in the documents that places name, and what has the ids that they give."""
    places = list(places)
    names = called(rows)
    documents = sorted(one for one, calls in names.items() if any(place.document in calls for place in places))
    found = rows(
        f"UNWIND $ids AS id MATCH (:Document {{id: id}})<-[:RECORDED_IN]-{_SAID} RETURN {_WORDS}", {"ids": documents}
    )
    ids = sorted(place.id for place in places if place.id)
    found += rows(f"UNWIND $ids AS id MATCH {_SAID} WHERE n.id = id RETURN {_WORDS}", {"ids": ids}) if ids else []
    named = rows(f"UNWIND $ids AS id MATCH {_NAMED} WHERE n.id = id RETURN n.id AS id", {"ids": ids}) if ids else []
    return [
        *(Spoken(row["id"], frozenset(), ()) for row in named),
        *(
            Spoken(row["id"], names[row["document"]], tuple(filter(None, (row["title"], row["reading"], row["text"]))))
            for row in found
            # What another load brings in just now is its to look at.
            if row["document"] in names
        ),
    ]


def issue_labels(rows: Rows) -> set[str]:
    """Gives the names of all issues, and how items are labelled."""
    return {row["label"] for row in rows(_LABELS, {})}
