"""Holds what documents call people, bodies and programmes, and makes the links between these."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_loader.model.graph import Edge, Value


@dataclass(frozen=True, slots=True)
class Followed:
    """Is what one document says of who or what followed: the node, the sentence, and since when."""

    id: str
    sentence: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Is what one document calls a person, a body or a programme."""

    label: str
    id: str
    document: str
    date: str | None
    name: str
    aliases: tuple[str, ...] = ()
    followed: tuple[Followed, ...] = ()
    series: str | None = None
    """The series of the meeting that the document records."""
    privacy: str | None = None

    @property
    def minutes(self) -> str:
        """Names the document to a reader."""
        return f"minutes of {self.date}" if self.date else "undated minutes"


def meaning(kind: str, start: str, end: str, documents: Iterable[Naming], **says: Value) -> Edge:
    """Makes a link between shared nodes that holds for the documents of some namings."""
    says["documents"] = sorted({each.document for each in documents})
    return Edge(kind, start, end, dict(sorted(says.items())))
