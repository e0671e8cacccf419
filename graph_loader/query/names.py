"""Finds what a user's name or id means in the graph; names without regard to case, accents and punctuation."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from graph_loader.errors import UsageError
from graph_loader.model.ids import folded
from graph_loader.model.schema import load_schema
from graph_loader.model.suggest import did_you_mean
from graph_loader.resolve.identity import key
from graph_loader.store import Store

_MEANINGS = """
MATCH (s:Person|Body|Programme)-[r:STANDS_FOR]->(e) RETURN s.name AS short, e.name AS name, r.documents AS documents
"""
_NAMED_SO = """
UNWIND $names AS name MATCH (n:Person|Body|Programme {name: name})-[:RECORDED_IN]->(d:Document)
RETURN name, d.id AS document
"""


class Names(Protocol):
    """Gives the names that nodes of some labels have, wherever these stand."""

    def alike(self, wanted: str) -> list[str]:
        """Gives all names that can have a key, and maybe others."""

    def aliases(self) -> Iterable[tuple[str, Collection[str]]]:
        """Gives names with their aliases; for what has none, with the title."""

    def known(self) -> list[str]:
        """Gives all names, sorted."""

    def meanings(self) -> Iterable[tuple[str, str, Collection[str]]]:
        """Gives what short forms stand for, with the documents where they do."""

    def documents(self, names: Sequence[str]) -> Iterable[tuple[str, str]]:
        """Gives for the names each document that has them."""


class _InGraph:
    """Gives the names in a graph."""

    def __init__(self, store: Store, labels: Collection[str]) -> None:
        self._store = store
        self._nodes = f"MATCH (n:{'|'.join(sorted(labels))})"

    def alike(self, wanted: str) -> list[str]:
        statement = f"{self._nodes} WHERE n.folded IN $folded RETURN DISTINCT n.name AS name"
        rows = self._store.rows(statement, {"folded": [folded(wanted), folded(f"the {wanted}")]})
        return [row["name"] for row in rows]

    def aliases(self) -> Iterable[tuple[str, Collection[str]]]:
        told = "WITH n.name AS name, coalesce(n.aliases, [n.title]) AS aliases WHERE size(aliases) > 0"
        rows = self._store.rows(f"{self._nodes} {told} RETURN name, aliases")
        return [(row["name"], [one for one in row["aliases"] if one]) for row in rows]

    def known(self) -> list[str]:
        rows = self._store.rows(f"{self._nodes} RETURN DISTINCT n.name AS name ORDER BY name")
        return [row["name"] for row in rows]

    def meanings(self) -> Iterable[tuple[str, str, Collection[str]]]:
        return [(row["short"], row["name"], row["documents"]) for row in self._store.rows(_MEANINGS)]

    def documents(self, names: Sequence[str]) -> Iterable[tuple[str, str]]:
        return [(row["name"], row["document"]) for row in self._store.rows(_NAMED_SO, {"names": names})]


def resolve_name(store: Store, given: str, labels: Collection[str]) -> list[str]:
    """Gives the names in the graph that are the given one, else the one it is an alias of; sorted, never empty.

    With a name come the short forms that stand for it wherever they stand alone, and back.
    Raises UsageError, with a suggestion, for a name that matches nothing or is an alias of several.
    """
    return choose_names(_InGraph(store, labels), given, labels)


def choose_names(there: Names, given: str, labels: Collection[str]) -> list[str]:
    """Does for names, wherever they stand, what `resolve_name` does for those of a graph."""
    wanted = key(given)
    names = sorted({name for name in there.alike(wanted) if key(name) == wanted})
    if names:
        return _with_meanings(there, names, labels)
    names = sorted({name for name, aliases in there.aliases() if wanted in map(key, aliases)})
    if len(names) > 1:
        raise UsageError(f"{given!r} is short for {', '.join(names)}.", "Give one of these names.")
    if not names:
        kinds = " or ".join(label.lower() for label in labels)
        hint = did_you_mean(given, there.known(), "`kg query meeting-summary` shows who is there.")
        raise UsageError(f"There is no {kinds} named {given!r} in the graph.", hint)
    return _with_meanings(there, names, labels)


def _with_meanings(there: Names, names: list[str], labels: Collection[str]) -> list[str]:
    """Adds what these names stand for and what stands for them, where it is so in every document that says it."""
    if not {"Person", "Body", "Programme"} & set(labels):
        return names
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    meant: defaultdict[str, set[str]] = defaultdict(set)
    alone: defaultdict[str, set[str]] = defaultdict(set)
    for short, name, documents in there.meanings():
        meanings[short].add(name)
        meant[short].update(documents)
    for name, document in there.documents(sorted(meanings)):
        alone[name].add(document)
    found = set(names)
    ties = [{short, *full} for short, full in meanings.items() if len(full) == 1 and alone[short] <= meant[short]]
    for _ in ties:
        # Several short forms can stand for one name: from one of them, the name leads to the others.
        found |= {name for tie in ties if tie & found for name in tie}
    return sorted(found)


def known_id(store: Store, given: str) -> str:
    """Gives back an id that something in the graph has; raises UsageError for any other."""
    labels = "|".join(load_schema().nodes)
    if not store.rows(f"MATCH (n:{labels} {{id: $id}}) RETURN n.id AS id LIMIT 1", {"id": given.strip()}):
        raise UsageError(f"Nothing in the graph has the id {given!r}.", "Copy the id from a row of another query.")
    return given.strip()
