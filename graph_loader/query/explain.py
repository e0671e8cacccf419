"""Says why a node is in the graph, and each link from or to it: rule, words, scores, corrections."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph_loader.errors import UsageError
from graph_loader.model.schema import load_schema
from graph_loader.resolve.corrections import Correction, Corrections, document_names
from graph_loader.resolve.corrections.facts import find
from graph_loader.resolve.corrections.identities import id_of
from graph_loader.resolve.corrections.links import ends_of, named_by
from graph_loader.resolve.corrections.model import Link, NameKind, Rename, Suppress
from graph_loader.store import Store
from graph_loader.store.corrections import spoken_at

_EVIDENCE = ("reading", "rule", "confidence", "start", "end", "date", "act", "kind", "due", "due_text", "aliases")
_KINDS: dict[str, NameKind] = {"Person": "person", "Body": "body", "Programme": "programme", "Issue": "issue"}
_REASONS = (
    *("score", "reason", "relation", "months", "sentence", "rule", "post", "stated"),
    *("as_written", "acting", "first_seen", "last_seen", "status", "capacity"),
)
_QUIET = frozenset({"RECORDED_IN", "MENTIONS"})


def explain(store: Store, one: str, corrections: Corrections) -> Iterator[tuple[str, str]]:
    """Yields pairs of what is said and the words; raises UsageError where nothing has the id."""
    labels = "|".join(load_schema().nodes)
    rows = store.rows(
        f"MATCH (n:{labels} {{id: $id}}) RETURN labels(n)[0] AS label, properties(n) AS says", {"id": one}
    )
    if not rows:
        raise UsageError(f"Nothing in the graph has the id {one!r}.", "Copy the id from a row of a query.")
    label, says = rows[0]["label"], rows[0]["says"]
    yield label, str(says["name"])
    for name in _EVIDENCE:
        if says.get(name) not in (None, [], ""):
            yield name, _text(says[name])
    yield from _documents(store, one, label, says)
    yield from _ties(store, one)
    concerning = _concerning(store, one, label, says, corrections)
    for entry in concerning:
        # Whoever is taken out is not to be named again here.
        words = "takes a name out" if isinstance(entry.says, Suppress) else _said(entry)
        yield "correction", f"{entry.where}: {entry.kind}: {words}"
    if not concerning:
        yield "correction", "none"


def _documents(store: Store, one: str, label: str, says: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if label == "Document":
        yield "paths", _text(says["paths"])
        return
    rows = store.rows(
        "MATCH ({id: $id})-[r:RECORDED_IN]->(d:Document) "
        "RETURN d.name AS name, d.paths AS paths, r.date AS date, r.aliases AS aliases ORDER BY date, name",
        {"id": one},
    )
    for row in rows:
        forms = f", there also {_text(row['aliases'])}" if row["aliases"] else ""
        yield "recorded in", f"{_text(row['paths'])} ({row['date'] or 'no date'}){forms}"


def _ties(store: Store, one: str) -> Iterator[tuple[str, str]]:
    for arrow, statement in (
        ("->", "MATCH ({id: $id})-[r]->(o) RETURN type(r) AS type, o.id AS id, o.name AS name, properties(r) AS says"),
        ("<-", "MATCH ({id: $id})<-[r]-(o) RETURN type(r) AS type, o.id AS id, o.name AS name, properties(r) AS says"),
    ):
        rows = [row for row in store.rows(statement, {"id": one}) if row["type"] not in _QUIET]
        for row in sorted(rows, key=lambda row: (row["type"], row["name"], row["id"])):
            yield f"{arrow} {row['type']}", f"{row['name']} [{row['id']}]{_why(row['says'])}"


def _why(says: Mapping[str, Any]) -> str:
    given = [f"{name} {_text(says[name])}" for name in _REASONS if says.get(name) not in (None, "", [])]
    return f": {'; '.join(given)}" if given else ""


def _concerning(
    store: Store, one: str, label: str, says: Mapping[str, Any], corrections: Corrections
) -> list[Correction]:
    kind = _KINDS.get(label)
    if label == "Document":
        documents = document_names(one, says["paths"])
        found = {entry for entry, place in corrections.of_facts if place.document in documents}
        known = set(says.get("corrections") or ())
        found |= {entry for entry in corrections.entries if entry.digest in known}
    elif kind is not None:
        found = _of_name(kind, one, says, corrections)
    else:
        found = _of_fact(store, one, corrections)
    return sorted(found, key=lambda entry: (entry.file, entry.line))


def _of_name(kind: NameKind, one: str, says: Mapping[str, Any], corrections: Corrections) -> set[Correction]:
    names = [one, str(says["name"]), *says.get("aliases", ())]
    found = {entry for name in names for entry in corrections.identities[kind].concerning(name, ())}
    found |= {entry for entry in corrections.of_links if one in entry.ids}
    for entry in corrections.entries if kind == "issue" else ():
        says_so = entry.says
        if isinstance(says_so, Rename) and (id_of("issue", says_so.issue) == one or says_so.to == says["name"]):
            found.add(entry)
    return found


def _of_fact(store: Store, one: str, corrections: Corrections) -> set[Correction]:
    places = [*(place for _, place in corrections.of_facts), *named_by(corrections.of_links)]
    spoken = spoken_at(store.rows, places) if places else []
    found = {
        entry
        for entry, place in corrections.of_facts
        if find(place, [each for each in spoken if _fits(entry, each.id)]) == one
    }
    links = ((entry, entry.says) for entry in corrections.of_links)
    return found | {entry for entry, says in links if isinstance(says, Link) and one in ends_of(says, spoken)}


def _fits(entry: Correction, one: str) -> bool:
    return one.startswith("commitment-") == (entry.kind in ("owner", "due"))


def _said(entry: Correction) -> str:
    return _text(entry.says.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True))


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(inner)}" for name, inner in value.items())
    return ", ".join(map(_text, value)) if isinstance(value, list | tuple) else str(value)
