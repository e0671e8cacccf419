"""Says which links are otherwise in one graph than in another, between what both of them hold."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph_loader.model.graph import Edge, Node
from graph_loader.query.snapshot import Snapshot

_LINKS = ("RECURS_AS", "REPORTED_ON_IN", "FOLLOWS_UP", "CONCERNS")
_SAID = {"RECURS_AS": "again", "REPORTED_ON_IN": "reported_on", "FOLLOWS_UP": "followed_up", "CONCERNS": "concerns"}


class ChangedLink(NamedTuple):
    """Is a link that is new, gone or confirmed: the passage whose row it is, and how it takes up what."""

    change: str
    passage: str
    before: str | None
    after: str | None


def changed_links(old: Snapshot, new: Snapshot, pairs: Mapping[str, str]) -> Iterator[ChangedLink]:
    """Yields links that a correction or another rule made or took out; `pairs` maps what is the same in both graphs.

    What came or went with a document is not told: the document is.
    """
    before = {(kind, pairs.get(edge.start), pairs.get(edge.end)): edge for kind, edge in _links(old)}
    after = {(kind, edge.start, edge.end): edge for kind, edge in _links(new)}
    there = set(pairs.values())
    for ends in sorted(after):
        edge, held = after[ends], before.get(ends)
        moved = edge.properties.get("relation") == "date_moved"  # Told as a date.
        if held is None and not moved and {edge.start, edge.end} <= there:
            yield ChangedLink("new", _later(edge), None, _told(new, edge))
        elif held is not None and not _is_sure(held) and _is_sure(edge):
            yield ChangedLink("confirmed", _later(edge), _told(old, held), _told(new, edge))
    for kind, start, end in sorted(key for key in before if None not in key and key not in after):
        yield ChangedLink(
            "gone", _later(Edge(kind, str(start), str(end), {})), _told(old, before[kind, start, end]), None
        )


def _links(graph: Snapshot) -> Iterator[tuple[str, Edge]]:
    return ((kind, edge) for kind in _LINKS for edge in graph.between(kind))


def _is_sure(edge: Edge) -> bool:
    return edge.properties.get("score") == 1.0


def _later(edge: Edge) -> str:
    return edge.start if edge.type in ("FOLLOWS_UP", "CONCERNS") else edge.end


def _told(graph: Snapshot, edge: Edge) -> str:
    """Says what a link ties its passage to, and how."""
    other: Node = graph.by_id[edge.end if edge.type in ("FOLLOWS_UP", "CONCERNS") else edge.start]
    how = edge.properties.get("relation") or _SAID.get(edge.type, edge.type)
    return f"{how}: {other.properties.get('reading') or other.properties['name']}"
