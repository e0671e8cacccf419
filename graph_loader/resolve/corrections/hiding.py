"""Takes suppressed names out of a record and out of all words that the graph keeps of a document.

Every character of such a name becomes the same sign: the words keep their length, so that what is left of a quote can
still be held against its source.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from graph_loader.model.graph import Contribution, Edge, Node, Properties, Value, canonical_json, digest
from graph_loader.model.record import Actor, Person, Record
from graph_loader.resolve.corrections.names import with_actors
from graph_loader.resolve.identity import key

MASK = "█"
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ABBREVIATION = 4
_OF_THE_FILE = frozenset({"name", "paths", "sha256", "media_type", "profile", "profile_digest", "pipeline", "digest"})
Form = tuple[str, str | None]
"""The folded letters of a name; for an abbreviation also how it is printed, so that AM is not `am`."""


def without(record: Record, names: Iterable[str]) -> tuple[Record, tuple[str, ...]]:
    """Gives the record without whoever bears one of the names, and all forms of the names in it."""
    keys = {key(name) for name in names}
    gone = [person for person in record.people if _bears(keys, (person.name, *person.known_as))]
    left = [person for person in record.people if person not in gone]
    surnames = {key(person.name).split()[-1] for person in left}
    forms = {*names, *(form for person in gone for form in _forms(person, surnames))}
    keys |= {key(person.name) for person in gone}

    def kept(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        return tuple(actor for actor in actors if key(actor.name) not in keys)

    shorter = replace(
        record,
        people=tuple(left),
        bodies=tuple(body for body in record.bodies if not _bears(keys, (body.name,))),
        programmes=tuple(each for each in record.programmes if not _bears(keys, (each.name,))),
        successions=tuple(each for each in record.successions if not _bears(keys, (each.earlier, each.later))),
    )
    return with_actors(shorter, kept), tuple(sorted(forms))


def _forms(person: Person, others: Collection[str]) -> set[str]:
    """Gives the forms of a name, without the posts that stand for the person; a surname that others bear too stays."""
    words = key(person.name).split()
    initials = "".join(word[0] for word in words)
    aliases = {alias for alias in person.aliases if words[-1] in key(alias).split() or key(alias) == initials}
    aliases = {alias for alias in aliases if key(alias) not in others}
    last = {person.name.split()[-1]} if words[-1] not in others else set()
    return {person.name, *person.known_as} | aliases | last


def _bears(keys: Collection[str], names: Iterable[str]) -> bool:
    return any(key(name) in keys for name in names)


def mask(text: str, forms: Iterable[str]) -> str:
    """Gives the text with every character of the names masked, however they are spaced, hyphened or accented."""
    wanted = [(letters, _printed(form)) for form in forms if (letters := "".join(char for char, _ in _letters(form)))]
    places = {place for skipped in (False, True) for place in _places(text, wanted, skip_tags=skipped)}
    if not places:
        return text
    return "".join(MASK if place in places else char for place, char in enumerate(text))


def is_quote(words: str, source: str) -> bool:
    """Tells whether words are those of a source, but for the characters that are masked."""
    if MASK not in words:
        return words == source
    return len(words) == len(source) and all(one in (MASK, two) for one, two in zip(words, source, strict=True))


def _printed(form: str) -> str | None:
    return form if form.isupper() and len(form) <= _ABBREVIATION else None


def _letters(text: str, tags: bool = False) -> Iterator[tuple[str, int]]:
    """Yields every letter and digit, folded, with its place."""
    inside = {place for tag in _TAG.finditer(text) for place in range(*tag.span())} if tags and "<" in text else set()
    for place, char in enumerate(text):
        if char.isalnum() and place not in inside:
            for plain in unicodedata.normalize("NFKD", char).casefold():
                if plain.isalnum():
                    yield plain, place


def _places(text: str, wanted: list[tuple[str, str | None]], *, skip_tags: bool) -> Iterator[int]:
    if skip_tags and "<" not in text:
        return
    letters = list(_letters(text, skip_tags))
    joined = "".join(char for char, _ in letters)
    for form, printed in wanted:
        at = joined.find(form)
        while at >= 0:
            start, end = letters[at][1], letters[at + len(form) - 1][1] + 1
            if _stands_alone(text, start, end) and printed in (None, text[start:end]):
                yield from range(start, end)
            at = joined.find(form, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not text[max(start - 1, 0) : start].isalnum() and not text[end : end + 1].isalnum()


def hidden(contribution: Contribution, forms: tuple[str, ...]) -> Contribution:
    """Gives the contribution with the names masked in all its words; where the file lies is not touched."""

    def masked(text: str) -> str:
        return mask(text, forms)

    document, *others = contribution.nodes
    nodes = [Node(node.label, node.id, _masked(node.properties, masked)) for node in others]
    edges = tuple(
        Edge(edge.type, edge.start, edge.end, _masked(edge.properties, masked)) for edge in contribution.edges
    )
    if tuple(nodes) == tuple(others) and edges == contribution.edges:
        return contribution
    says: dict[str, Value] = {
        **document.properties,
        **_masked({name: says for name, says in document.properties.items() if name not in _OF_THE_FILE}, masked),
        "digest": digest([document.properties["digest"], sorted(forms)]),
    }
    whole = Node(document.label, document.id, dict(sorted(says.items())))
    return Contribution(contribution.path, (whole, *nodes), edges)


def _masked(says: Properties, masked: Callable[[str], str]) -> dict[str, Value]:
    return {name: _value(name, value, masked) for name, value in says.items()}


def _value(name: str, value: Value, masked: Callable[[str], str]) -> Value:
    if name == "claim":
        return canonical_json(_inside(json.loads(str(value)), masked))
    found: Value = _inside(value, masked)
    return found


def _inside(value: Any, masked: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [_inside(inner, masked) for inner in value]
    return {name: _inside(inner, masked) for name, inner in value.items()} if isinstance(value, dict) else value
