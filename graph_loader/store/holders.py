"""Puts the holder of a post in its place where the tenure tells who that was, and the post back where it does not."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph_loader.model.dates import exact_day
from graph_loader.model.graph import Edge
from graph_loader.resolve.tenure import Holding, Tenures
from graph_loader.store.pieces import create_edges
from graph_loader.store.running import Row, Run, Statements

_FACTS = {"ASKED": "Question", "PUT_TO": "Question", "GAVE": "Answer", "MADE": "Statement", "OWNS": "Commitment"}
"""The relationships between an actor and what is said or owned, with the label of that; PUT_TO leads from it."""
_HOLDERS = """
UNWIND $ids AS id MATCH (:Document {id: id})<-[r:RECORDED_IN]-(p:Person)
RETURN p.id AS person, p.name AS name, r.date AS date, r.claim AS claim
"""
_POSTS = """
UNWIND $ids AS id MATCH (p:Post {id: id}) OPTIONAL MATCH (p)-[:OF]->(b:Body)
RETURN id, p.name AS title, b.id AS body
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """Is one place where minutes name an actor, and who stands there in the graph now."""

    kind: str
    fact: str
    date: str | None
    actor: str
    label: str
    says: Mapping[str, Any]

    @property
    def post(self) -> str | None:
        """Gives the post that the minutes name, if they name no more."""
        return self.actor if self.label == "Post" else self.says.get("post")

    def with_actor(self, actor: str, says: Mapping[str, Any]) -> Edge:
        """Gives the relationship as it is with another actor."""
        own = {name: value for name, value in self.says.items() if name not in ("post", "reason")}
        return Edge(self.kind, *_ends(self.kind, actor, self.fact), {**own, **says})


def resolve_holders(run: Run, documents: Sequence[str]) -> None:
    """Names the holders of posts in the documents of one context, as far as these documents tell."""
    places = _places(run, _in_documents(), documents)
    roles = [place for place in places if place.post]
    if not roles:
        return
    named = {(place.kind, place.fact, place.actor) for place in places if not place.post}
    posts, tenures = _tenures(run, documents, {str(place.post) for place in roles})
    changes = []
    for place in roles:
        post = posts[str(place.post)]
        found = (
            tenures.holder(post["title"], post["body"], place.date) if place.date and exact_day(place.date) else None
        )
        holder = None if found and (place.kind, place.fact, found.person) in named else found
        says = {"post": place.post, "reason": holder.reason} if holder else {}
        changes.append((place, place.with_actor(holder.person if holder else str(place.post), says)))
    _replace(run, changes)


def restore_posts(run: Run, people: Sequence[str]) -> None:
    """Puts the posts back wherever people stand in their place, as before these people go."""
    places = _places(run, _of_people(), people)
    _replace(run, [(place, place.with_actor(str(place.post), {})) for place in places if place.post])


def _places(run: Run, statements: Statements, ids: Sequence[str]) -> list[_Place]:
    """Reads every place of every kind in documents or of people."""
    rows = run.each(statements, {kind: list(ids) for kind in _FACTS})
    return [_Place(row["kind"], row["fact"], row["date"], row["actor"], row["label"], row["says"]) for row in rows]


@cache
def _in_documents() -> Statements:
    recorded = "UNWIND $rows AS id MATCH (:Document {{id: id}})<-[:RECORDED_IN]-(f:{}) MATCH {}"
    return _reading(recorded)


@cache
def _of_people() -> Statements:
    return _reading("UNWIND $rows AS id MATCH (a:Person {{id: id}}) MATCH {1}")


def _reading(start: str) -> Statements:
    texts = {}
    for kind, fact in _FACTS.items():
        tie = f"(a)<-[r:{kind}]-(f:{fact})" if kind == "PUT_TO" else f"(a)-[r:{kind}]->(f:{fact})"
        texts[kind] = (
            f"{start.format(fact, tie)} RETURN '{kind}' AS kind, f.id AS fact, f.date AS date, a.id AS actor, "
            "labels(a)[0] AS label, properties(r) AS says"
        )
    return Statements(texts, reading=True)


def _tenures(run: Run, documents: Sequence[str], posts: set[str]) -> tuple[dict[str, Row], Tenures]:
    """Gives title and body of every post that is held or spoken of, and who is named in which."""
    held = [
        (row, post, says["acting"])
        for row in run(_HOLDERS, {"ids": documents})
        for kind, post, says in json.loads(row["claim"])["edges"]
        if kind == "HELD" and exact_day(row["date"])
    ]
    ids = sorted(posts | {post for _, post, _ in held})
    known = {row["id"]: row for row in run(_POSTS, {"ids": ids})}
    holdings = (
        Holding(row["person"], row["name"], known[post]["title"], known[post]["body"], row["date"], acting)
        for row, post, acting in held
    )
    return known, Tenures(holdings)


def _replace(run: Run, changes: Iterable[tuple[_Place, Edge]]) -> None:
    """Takes each place's actor out and puts another one in; where nothing changes, nothing is written."""
    new: list[Edge] = []
    labels: dict[str, str] = {}
    gone: dict[tuple[str, str], list[dict[str, str]]] = {}
    for place, edge in changes:
        old = place.with_actor(
            place.actor, {name: place.says[name] for name in ("post", "reason") if name in place.says}
        )
        if old == edge:
            continue
        row = {"start": old.start, "end": old.end, "post": place.says.get("post", "")}
        gone.setdefault((place.kind, place.label), []).append(row)
        actor = edge.end if place.kind == "PUT_TO" else edge.start
        labels |= {place.fact: _FACTS[place.kind], actor: "Person" if "post" in edge.properties else "Post"}
        new.append(edge)
    for (kind, label), rows in gone.items():
        start, end = _ends(kind, label, _FACTS[kind])
        run(
            f"UNWIND $rows AS row MATCH (s:{start} {{id: row.start}})-[r:{kind}]->(e:{end} {{id: row.end}}) "
            "WHERE coalesce(r.post, '') = row.post DELETE r",
            {"rows": rows},
        )
    create_edges(run, new, labels)


def _ends(kind: str, actor: str, fact: str) -> tuple[str, str]:
    return (fact, actor) if kind == "PUT_TO" else (actor, fact)
