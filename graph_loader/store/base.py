"""Says what every store of the graph can do, whatever engine keeps it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, Protocol

from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.resolve.corrections import Corrections
from graph_loader.resolve.thread_changes import ThreadChange
from graph_loader.store.running import Row, Run

Tell = Callable[[ThreadChange], None]
"""Takes what became of an issue."""
InTransaction = Callable[[Callable[[Run], None]], None]
"""Does something in a transaction, whole or not at all; it may be tried more than once."""
NO_CORRECTIONS = Corrections()
Written = Literal["added", "replaced", "unchanged"]


def in_silence(_: ThreadChange) -> None:
    """Tells nobody."""


class Store(Protocol):
    """Keeps the graph of a set of documents; what it holds follows from that set, not from how it came about."""

    def write(self, contribution: Contribution) -> Written:
        """Adds one document in one transaction, whole or not at all.

        Whatever was loaded from the same path before goes; the same bytes under a further path are the same document.
        """

    def retract(self, document: str) -> list[str]:
        """Takes out a document, given by id, path or name, and what it alone supports; gives the ids taken out.

        One of several paths of the same bytes goes alone. Raises StoreError when there is none or more than one.
        """

    def link(self, corrections: Corrections = NO_CORRECTIONS, tell: Tell = in_silence) -> int:
        """Links what changed documents and those of their contexts say together; gives how many documents that were.

        Tells what became of each issue that is no longer what it was. What is linked follows from the documents alone;
        what was written since the last time is not linked before.
        """

    def fill(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Adds nodes and edges as they are, some thousands in a transaction; for a graph with nothing in it."""

    def rows(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Gives the rows of a Cypher statement that only reads, dates in ISO form; raises QueryError."""

    def documents(self) -> list[Row]:
        """Gives the properties of every document and the `date` of its meeting, by date and name."""

    def counts(self) -> dict[str, int]:
        """Counts the nodes of every label and the relationships of every type, in the order of the schema."""
