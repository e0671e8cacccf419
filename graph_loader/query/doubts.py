"""Finds where a person's judgement helps most: people who may be one, links that may be none, promises of nobody."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from graph_loader.resolve.corrections import Corrections
from graph_loader.resolve.corrections.facts import find
from graph_loader.resolve.corrections.links import ends_of
from graph_loader.resolve.corrections.model import Link
from graph_loader.resolve.identity import key
from graph_loader.store import Row, Store
from graph_loader.store.corrections import spoken_at

_SURE = 0.9
_MOST_OF_ONE_SURNAME = 30
_WHO_WAS_THERE = 0.4
"""What it is worth to know whether two people are one of whom neither says nor takes on anything."""
_PEOPLE = """
MATCH (p:Person) OPTIONAL MATCH (p)-[r:ASKED|GAVE|MADE|OWNS]->() WITH p, count(r) AS facts
RETURN p.name AS name, p.aliases AS aliases, facts ORDER BY name
"""
_LINKS = """
MATCH (s)-[r:RECURS_AS|REPORTED_ON_IN|FOLLOWS_UP]->(e) WHERE r.score < $sure
RETURN s.id AS start, e.id AS end, s.date AS date, e.date AS later,
  CASE WHEN labels(s)[0] = 'AgendaItem' THEN coalesce(r.sentence, s.reading) ELSE s.reading END AS said,
  CASE WHEN labels(s)[0] = 'AgendaItem' THEN e.reading ELSE coalesce(r.sentence, e.reading) END AS again,
  type(r) AS type, r.score AS score, r.reason AS reason ORDER BY start, end, type
"""
_UNOWNED = """
MATCH (c:Commitment)-[:RECORDED_IN]->(d:Document) WHERE NOT EXISTS { (c)<-[:OWNS]-() }
RETURN c.id AS id, c.reading AS said, c.kind AS kind, c.date AS date, d.name AS document ORDER BY id
"""
_ASKS = {"RECURS_AS": "Does this come back there?", "REPORTED_ON_IN": "Does that speak of this?"}


@dataclass(frozen=True)
class Doubt:
    """Is one thing to ask a person: how much the answer is worth, the words to show, the question, what is written.

    `yes` and `no` are the corrections for these answers; where `yes` is None, a name is asked for, and `named` says
    how the correction begins that ends in it.
    """

    value: float
    shown: tuple[str, ...]
    asks: str
    yes: dict[str, object] | None = None
    no: dict[str, object] | None = None
    named: dict[str, str] | None = None


def doubts(store: Store, corrections: Corrections) -> list[Doubt]:
    """Gives what is in doubt and not judged yet, most valuable first."""
    found = [*_people(store, corrections), *_links(store, corrections), *_unowned(store, corrections)]
    return sorted(found, key=lambda doubt: (-doubt.value, doubt.shown))


def _people(store: Store, corrections: Corrections) -> Iterator[Doubt]:
    by_surname: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows(_PEOPLE):
        by_surname[key(row["name"]).split()[-1]].append(row)
    judged = {frozenset((key(one.name), key(two.name))) for _, one, two in corrections.identities["person"].parted()}
    known = corrections.identities["person"]
    for group in by_surname.values():
        # A name that so many bear tells nothing.
        for one, other in combinations(group if len(group) <= _MOST_OF_ONE_SURNAME else (), 2):
            names = (one["name"], other["name"])
            if frozenset(map(key, names)) in judged or not _may_be_one(*names):
                continue
            # Two bodies may each have a J. Moss: no correction by that name alone could tell which is meant.
            if key(names[0]) == key(names[1]):
                continue
            # Said already, and not loaded yet.
            if key(known.name(names[0], ())) == key(known.name(names[1], ())):
                continue
            first, second = sorted((one, other), key=lambda row: (-row["facts"], -len(row["name"]), row["name"]))
            pair = {"person": [first["name"], second["name"]]}
            # Each of them holds what the other one should: the lesser one's share is what is at stake.
            value = 2.0 + min(one["facts"], other["facts"]) if first["facts"] else _WHO_WAS_THERE
            shown = tuple(f"{row['name']}: said or took on {row['facts']} things" for row in (first, second))
            yield Doubt(value, shown, "Are they the same person?", {"same": pair}, {"not_same": pair})


def _may_be_one(one: str, other: str) -> bool:
    """Tells whether the given names of two people with one surname may be one: an initial, a form without the rest."""
    first, second = key(one).split()[:-1], key(other).split()[:-1]
    if not first or not second:
        return True
    return first[0].startswith(second[0]) or second[0].startswith(first[0])


def _links(store: Store, corrections: Corrections) -> Iterator[Doubt]:
    places = [entry.says for entry in corrections.of_links if isinstance(entry.says, Link)]
    spoken = spoken_at(store.rows, [place for link in places for place in (link.start, link.end) if place])
    judged = {frozenset(ends_of(link, spoken)) for link in places if link.end}
    rows = store.rows(_LINKS, {"sure": _SURE})
    # A link from something with many others is one of a heap: the first answer there says the most.
    links_from = Counter(row["start"] for row in rows)
    for row in rows:
        if frozenset((row["start"], row["end"])) in judged:
            continue
        link = {"from": row["start"], "to": row["end"], "type": row["type"]}
        yield Doubt(
            2 * (1 - abs(2 * row["score"] - 1)) / links_from[row["start"]],
            (
                f"{row['date'] or 'no date'}: {row['said']}",
                f"{row['later'] or 'no date'}: {row['again']}",
                f"{row['type']}, {row['score']:.2f}: {row['reason']}",
            ),
            _ASKS.get(row["type"], "Does this take up that?"),
            {"link": {**link, "is": "confirmed"}},
            {"link": {**link, "is": "rejected"}},
        )


def _unowned(store: Store, corrections: Corrections) -> Iterator[Doubt]:
    places = [place for entry, place in corrections.of_facts if entry.kind == "owner"]
    spoken = [each for each in spoken_at(store.rows, places) if each.id.startswith("commitment-")] if places else []
    judged = {find(place, spoken) for place in places}
    for row in store.rows(_UNOWNED):
        if row["id"] in judged:
            continue
        yield Doubt(
            1.0 if row["kind"] == "action" else 0.5,
            (f"{row['document']}, {row['date'] or 'no date'}: {row['said']}",),
            "Who is to do this?",
            named={"id": row["id"]},
        )
