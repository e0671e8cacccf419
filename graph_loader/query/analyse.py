"""Measures the network of those who ask and those who answer them: who has how many partners, who stands between."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from networkx import Graph, betweenness_centrality
from networkx.algorithms.community import louvain_communities

from graph_loader.store import Row, Store

MEASURES = ("name", "posts", "asked", "answered", "partners", "degree", "betweenness", "community", "id")
_SEED = 0
_EXACT = 1000
"""Up to how many people betweenness is counted from everybody; beyond that from so many, and it is an estimate."""
_DIGITS = 4
_TIES = """
MATCH (a)-[:ASKED]->(q:Question)<-[:ANSWERS]-(:Answer)<-[:GAVE]-(b)
WHERE a.id <> b.id AND ($from IS NULL OR q.date >= $from) AND ($to IS NULL OR q.date <= $to)
RETURN DISTINCT a.id AS asker, a.name AS asker_name, b.id AS answerer, b.name AS answerer_name, q.id AS question,
       q.date AS date
"""
_POSTS = """
MATCH (p:Person)-[h:HELD]->(o:Post)
RETURN p.id AS person, o.name AS post, h.first_seen AS first_seen, h.last_seen AS last_seen
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """Is one question that one actor asks and another answers, both by id."""

    asker: str
    answerer: str
    question: str
    date: str | None


def analyse(store: Store, start: str | None = None, end: str | None = None, *, by_year: bool = False) -> list[Row]:
    """Gives one row for each who asks or answers, in a span of time or in each of its years, the best tied first.

    What has no date is in no year and in no span.
    """
    rows = store.rows(_TIES, {"from": start, "to": end})
    names = {row[end]: row[f"{end}_name"] for row in rows for end in ("asker", "answerer")}
    ties = [Tie(row["asker"], row["answerer"], row["question"], row["date"]) for row in rows]
    held = store.rows(_POSTS)
    if not by_year:
        posts = _posts(held, start or "", end or "9")
        return _named(measures(ties), names, posts)
    years: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.date:
            years[tie.date[:4]].append(tie)
    return [
        {"year": year, **row}
        for year in sorted(years)
        for row in _named(measures(years[year]), names, _posts(held, year, f"{year}-12-31"))
    ]


def measures(ties: Iterable[Tie]) -> list[Row]:
    """Gives the measures of each by id: the same for the same ties, in whatever order they come."""
    ties = sorted(set(ties), key=lambda tie: (tie.asker, tie.answerer, tie.question))
    graph = _network(ties)
    sample = None if len(graph) <= _EXACT else _EXACT
    between = betweenness_centrality(graph, k=sample, seed=_SEED)
    communities = _communities(graph)
    asked, answered = defaultdict(set), defaultdict(set)
    for tie in ties:
        asked[tie.asker].add(tie.question)
        answered[tie.answerer].add(tie.question)
    return [
        {
            "id": one,
            "asked": len(asked[one]),
            "answered": len(answered[one]),
            "partners": graph.degree(one),
            "degree": round(graph.degree(one) / (len(graph) - 1), _DIGITS),
            "betweenness": round(between[one], _DIGITS),
            "community": communities[one],
        }
        for one in graph
    ]


def _network(ties: Sequence[Tie]) -> "Graph[str]":
    """Makes the network, each edge as heavy as there are questions between the two, whoever of them asks."""
    questions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for tie in ties:
        questions[min(tie.asker, tie.answerer), max(tie.asker, tie.answerer)].add(tie.question)
    graph: Graph[str] = Graph()
    graph.add_nodes_from(sorted({one for ends in questions for one in ends}))
    graph.add_edges_from((*ends, {"weight": len(questions[ends])}) for ends in sorted(questions))
    return graph


def _communities(graph: "Graph[str]") -> dict[str, int]:
    """Numbers the communities from 1, the largest first."""
    found = louvain_communities(graph, weight="weight", seed=_SEED) if len(graph) else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return {one: number for number, group in enumerate(groups, start=1) for one in group}


def _posts(held: Iterable[Row], start: str, end: str) -> dict[str, list[str]]:
    """Gives the posts that each person is shown in during a span of time; all of them where it has no dates."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in held:
        if not row["first_seen"] or (row["first_seen"] <= end and row["last_seen"] >= start):
            found[row["person"]].add(row["post"])
    return {person: sorted(posts) for person, posts in found.items()}


def _named(rows: Iterable[Row], names: Mapping[str, str], posts: Mapping[str, list[str]]) -> list[Row]:
    def rank(row: Row) -> tuple[Any, ...]:
        return -row["betweenness"], -row["partners"], -row["asked"] - row["answered"], row["name"], row["id"]

    whole = ({**row, "name": names[row["id"]], "posts": posts.get(row["id"], [])} for row in rows)
    return sorted(({name: row[name] for name in MEASURES} for row in whole), key=rank)
