"""Holds what the linking of documents sees of a graph: the passages of several documents, and the links it makes."""

from dataclasses import dataclass
from typing import Literal

from graph_loader.model.graph import Edge, Node

PassageKind = Literal["item", "question", "answer", "statement", "commitment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Is one agenda item, question, answer, statement or commitment of a document, as far as linking needs it.

    Fields that hold others hold the ids of their nodes; `date` is that of the meeting, in ISO form.
    """

    id: str
    kind: PassageKind
    document: str
    date: str | None
    text: str
    """The words as a reader sees them; of an item its title."""
    position: int
    """Its place in the document, in characters."""
    item: str | None = None
    """The agenda item it stands under, of an answer that of its question; of an item the item that it is part of."""
    actors: tuple[str, ...] = ()
    """Who asks, answers, states or owns."""
    named: tuple[str, ...] = ()
    """The programmes and bodies that stand in its words; of an item those named anywhere under it."""
    named_as: tuple[str, ...] = ()
    """How it names each of them, in the same order."""
    labels: tuple[str, ...] = ()
    """Of an item the short labels of what it is about, from its record; a standing item such as apologies has none."""
    due: str | None = None
    commitment_kind: str | None = None
    number: str | None = None
    """Of an action the number by which it is followed from meeting to meeting, or its place in the list of its own."""
    narrative: tuple[str, ...] = ()
    """Of an item the sentences under it that nobody is said to have said."""


@dataclass(frozen=True, slots=True)
class Links:
    """Is what is linked among documents: nodes that are there by links alone, and edges, both sorted."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
