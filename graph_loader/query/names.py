"""Finds what a user's name or id means in the graph; names without regard to case, accents and punctuation."""

from collections import defaultdict
from collections.abc import Collection

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


def resolve_name(store: Store, given: str, labels: Collection[str]) -> list[str]:
    """Gives the names in the graph that are the given one, else the one it is an alias of; sorted, never empty.

    With a name come the short forms that stand for it wherever they stand alone, and back.
    Raises UsageError, with a suggestion, for a name that matches nothing or is an alias of several.
    """
    nodes, wanted = f"MATCH (n:{'|'.join(sorted(labels))})", key(given)
    statement = f"{nodes} WHERE n.folded IN $folded RETURN DISTINCT n.name AS name"
    found = [row["name"] for row in store.rows(statement, {"folded": [folded(wanted), folded(f"the {wanted}")]})]
    names = sorted(name for name in found if key(name) == wanted)
    if names:
        return _with_meanings(store, names, labels)
    statement = f"{nodes} WITH n.name AS name, coalesce(n.aliases, [n.title]) AS aliases WHERE size(aliases) > 0"
    aliases = store.rows(f"{statement} RETURN name, aliases")
    names = sorted({row["name"] for row in aliases if wanted in map(key, filter(None, row["aliases"]))})
    if len(names) > 1:
        raise UsageError(f"{given!r} is short for {', '.join(names)}.", "Give one of these names.")
    if not names:
        kinds = " or ".join(label.lower() for label in labels)
        known = [row["name"] for row in store.rows(f"{nodes} RETURN DISTINCT n.name AS name ORDER BY name")]
        hint = did_you_mean(given, known, "`kg query meeting-summary` shows who is there.")
        raise UsageError(f"There is no {kinds} named {given!r} in the graph.", hint)
    return _with_meanings(store, names, labels)


def _with_meanings(store: Store, names: list[str], labels: Collection[str]) -> list[str]:
    """Adds what these names stand for and what stands for them, where it is so in every document that says it."""
    if not {"Person", "Body", "Programme"} & set(labels):
        return names
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    meant: defaultdict[str, set[str]] = defaultdict(set)
    alone: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.rows(_MEANINGS):
        meanings[row["short"]].add(row["name"])
        meant[row["short"]].update(row["documents"])
    for row in store.rows(_NAMED_SO, {"names": sorted(meanings)}):
        alone[row["name"]].add(row["document"])
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
