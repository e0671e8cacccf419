"""Holds every quotation in the graph against the source that it was taken from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from graph_loader.errors import KgError
from graph_loader.model.layout import Layout
from graph_loader.model.schema import Property, load_schema
from graph_loader.read import MAX_SIZE, read_document
from graph_loader.resolve.corrections.hiding import is_quote
from graph_loader.store import Row, Store

_SHOWN, _BEFORE = 60, 20
"""So many characters of words are shown, and so many of them before the first that is otherwise."""


@dataclass(frozen=True, slots=True)
class Lie:
    """Is one thing in the graph that its source does not bear out: the document's path, the thing's id, what is wrong.

    A relationship has no id: it is given by its type and the id of whom or what the words are about.
    """

    path: str
    id: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Is one document that was held against its source: how many quotations were checked, and what is not so."""

    quotations: int
    lies: tuple[Lie, ...]


def verify(store: Store, folder: Path, max_size: int = MAX_SIZE) -> Iterator[Checked]:
    """Checks each document in order: the hash of its file, then the words of every quotation at their offsets.

    Paths in the graph start from `folder`. A document at several paths must be the same at each; its quotations are
    checked at the first. A source that cannot be read is a lie like any other.
    """
    for document in store.documents():
        first, *others = document["paths"]
        quotations = [row for statement in _statements() for row in store.rows(statement, {"id": document["id"]})]
        layout, lies = _source(document, first, folder, max_size)
        if layout is not None:
            lies += [Lie(first, row["what"], wrong) for row in quotations if (wrong := _wrong(row, layout.text))]
        for path in others:
            lies += _source(document, path, folder, max_size)[1]
        yield Checked(len(quotations) if layout else 0, tuple(lies))


def _source(document: Row, path: str, folder: Path, max_size: int) -> tuple[Layout | None, list[Lie]]:
    """Reads a source anew; gives it with what is wrong with it as a whole."""
    try:
        layout = read_document(folder / path, name=path, max_size=max_size)
    except Exception as error:
        # Whatever a changed file does to its reader, the other documents are still to be checked.
        what = error.message if isinstance(error, KgError) else f"cannot be read: {type(error).__name__}: {error}."
        return None, [Lie(path, document["id"], what.removesuffix("."))]
    if layout.document.sha256 != document["sha256"]:
        return layout, [Lie(path, document["id"], "the file is not the one that was loaded: its hash is another")]
    return layout, []


def _wrong(row: Row, text: str) -> str | None:
    """Says what is wrong with a quotation, None when its words stand where it says."""
    words, start, end = row["text"], row["start"], row["end"]
    if 0 <= start < end and is_quote(words, text[start:end]):
        return None
    place = text.find(words)
    if place < 0 or not words:
        there = text[max(start, 0) : end]
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(there, words, strict=False))
        at = sum(1 for _ in alike)
        return f"the words at {start}-{end} are {_around(there, at)}, not {_around(words, at)}"
    return f"the words {_around(words, 0)} do not stand at {start}-{end} but at {place}-{place + len(words)}"


def _around(words: str, at: int) -> str:
    """Shows words, of long ones those around a place."""
    start = max(0, min(at - _BEFORE, len(words) - _SHOWN))
    shown = words[start : start + _SHOWN]
    return repr(f"{'…' * (start > 0)}{shown}{'…' * (start + _SHOWN < len(words))}")


@cache
def _statements() -> tuple[str, ...]:
    """Gives the statements that find all quotations of a document, by whatever the schema says to carry words."""
    schema = load_schema()
    labels = "|".join(label for label, node in schema.nodes.items() if _is_quoted(node.properties))
    return (
        f"MATCH (:Document {{id: $id}})<-[:RECORDED_IN]-(q:{labels}) RETURN q.id AS what, {_WORDS}",
        *(
            f"MATCH {pattern} WHERE q.document = $id AND q.text IS NOT NULL RETURN '{kind} ' + e.id AS what, {_WORDS}"
            for kind, relationship in schema.relationships.items()
            if _is_quoted(relationship.properties)
            for pattern in _patterns(kind, relationship.start, relationship.end)
        ),
    )


_WORDS = "q.text AS text, q.start AS start, q.end AS end ORDER BY start, end, what"
_RECORDED = "(:Document {id: $id})<-[:RECORDED_IN]-"


def _is_quoted(properties: Mapping[str, Property]) -> bool:
    return {"text", "start", "end"} <= properties.keys()


def _patterns(kind: str, starts: tuple[str, ...], ends: tuple[str, ...]) -> Iterator[str]:
    """Yields how relationships of a type are reached from their document by way of what few documents share.

    Starting at people would go through all that they ever did.
    """
    own = [label for label in starts if load_schema().nodes[label].scope == "document"]
    for label in own:
        if label == "Document":
            yield f"(:Document {{id: $id}})-[q:{kind}]->(e)"
        else:
            yield f"{_RECORDED}(:{label})-[q:{kind}]->(e)"
    for label in () if own else ends:
        yield f"{_RECORDED}(:{label})<-[q:{kind}]-(e)"
