"""Gathers from a graph who is in it, under which names, and in which documents."""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from graph_loader.export.pseudonyms.forms import Form, short_forms, whole_names, words_alone
from graph_loader.export.pseudonyms.tokens import letters
from graph_loader.model.schema import load_schema
from graph_loader.store import Row, Store

_PEOPLE = "MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.aliases AS aliases, p.privacy AS privacy"
_NAMED = """
MATCH (p:Person)-[r:RECORDED_IN]->()
RETURN p.id AS id, r.document AS document, r.aliases AS aliases, r.claim AS claim
"""
_MENTIONED = "MATCH ()-[r:MENTIONS]->(p:Person) RETURN p.id AS id, r.document AS document, r.text AS text"
_LONGEST_MENTION = 60
_LOWER = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_ADDRESS = re.compile(r"\S+@\S+")


@dataclass(slots=True)
class Someone:
    """Is one person with all that the documents call them."""

    id: str
    privacy: str
    names: set[str]
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What each document that names them calls them there: initials, roles, forms of the name."""


def people(store: Store) -> dict[str, Someone]:
    """Gives every person by id."""
    found = {
        row["id"]: Someone(row["id"], row["privacy"] or "", {row["name"], *(row["aliases"] or ())})
        for row in store.rows(_PEOPLE)
    }
    for row in store.rows(_NAMED):
        says = json.loads(row["claim"])["properties"]
        found[row["id"]].names |= {says["name"], *says["aliases"]}
        found[row["id"]].aliases[row["document"]] |= set(row["aliases"] or ())
    for row in store.rows(_MENTIONED):
        if len(row["text"]) <= _LONGEST_MENTION:
            # However it is spelt there, these words name the person.
            found[row["id"]].aliases[row["document"]].add(row["text"])
    return found


def forms_of(one: Someone, ordinary: Collection[str]) -> Iterator[Form]:
    """Yields all forms of a person's names; a word that is ordinary too counts only where the person is named."""
    yield from whole_names(one.id, one.names)
    surnames, given = words_alone(one.names)
    for word in surnames:
        if word not in ordinary:
            yield Form(word, one.id, alone=True)
    for document, aliases in one.aliases.items():
        yield from short_forms(one.id, one.names, aliases, document)
        yield from (Form(word, one.id, document, alone=True) for word in surnames | given)


def kept_names(store: Store) -> Iterator[Form]:
    """Yields the names of bodies and programmes of more than one word, in which a surname is none."""
    for label in ("Body", "Programme"):
        for row in store.rows(f"MATCH (n:{label}) RETURN n.name AS name"):
            if len(row["name"].split()) > 1:
                yield Form(letters(row["name"]), "")


def common_words(store: Store, names: Collection[str]) -> set[str]:
    """Gives those of the words that the documents also write without a capital."""
    found: set[str] = set()
    for label, node in load_schema().nodes.items():
        if "reading" in node.properties:
            more = ", n.narrative AS more" if "narrative" in node.properties else ""
            for row in store.rows(f"MATCH (n:{label}) RETURN n.reading AS reading{more}"):
                for text in (row["reading"], *(row.get("more") or ())):
                    words = _LOWER.findall(_ADDRESS.sub(" ", text or ""))
                    found |= {letters(word) for word in words if word.islower()} & set(names)
    return found


def recorded_in(store: Store) -> dict[str, list[str]]:
    """Gives the documents that speak of each node that several can speak of."""
    found: dict[str, list[str]] = defaultdict(list)
    for label in load_schema().labels("shared"):
        rows: list[Row] = store.rows(f"MATCH (n:{label})-[r:RECORDED_IN]->() RETURN n.id AS id, r.document AS document")
        for row in rows:
            found[row["id"]].append(row["document"])
    return found
