"""Makes passages of the nodes and edges of several documents, wherever these were read."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph_loader.model.graph import Edge, Node, Value
from graph_loader.resolve.passage import Passage, PassageKind

_KINDS: dict[str, PassageKind] = {
    "AgendaItem": "item",
    "Question": "question",
    "Answer": "answer",
    "Statement": "statement",
    "Commitment": "commitment",
}
_ACTING = frozenset({"ASKED", "GAVE", "MADE", "OWNS"})
_ABOVE = frozenset({"UNDER", "ANSWERS", "PART_OF"})
_NAMED = ("programme-", "body-")
PASSAGE_LABELS = frozenset(_KINDS)
"""The labels of the nodes that become passages."""
PASSAGE_EDGES = _ACTING | _ABOVE | {"MENTIONS"}
"""The types of the edges that passages need; other nodes and edges are passed over."""


def passages(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[Passage]:
    """Makes the passages, sorted by date, document and place."""
    nodes = list({node.id: node for node in nodes}.values())
    kinds = {node.id: node.label for node in nodes}
    ties = _Ties(edges, kinds)
    found = [_passage(node, ties) for node in nodes if node.label in _KINDS]
    return sorted(found, key=lambda each: (each.date or "", each.document, each.position, each.id))


class _Ties:
    """Looks up what edges say of a passage."""

    def __init__(self, edges: Iterable[Edge], kinds: Mapping[str, str]) -> None:
        self.actors: defaultdict[str, set[str]] = defaultdict(set)
        self.above: dict[str, str] = {}
        self.under: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        named: defaultdict[str, set[tuple[int, str, str]]] = defaultdict(set)
        for edge in edges:
            if edge.type in _ACTING:
                self.actors[edge.end].add(edge.start)
            elif edge.type in _ABOVE and kinds.get(edge.end) in _KINDS:
                self.above[edge.start] = edge.end
            elif edge.type == "MENTIONS" and edge.end.startswith(_NAMED):
                says = edge.properties
                self.under[edge.start].add((edge.end, str(says["reading"])))
                named[str(says["document"])].add((_number(says["start"]), edge.end, str(says["reading"])))
        self._named = {document: sorted(places) for document, places in named.items()}

    def between(self, document: str, start: int, end: int) -> set[tuple[str, str]]:
        """Gives what is named between two places of a document, and how."""
        places = self._named.get(document, [])
        first, behind = bisect_left(places, (start, "", "")), bisect_left(places, (end, "", ""))
        return {(node, words) for _, node, words in places[first:behind]}


def _passage(node: Node, ties: _Ties) -> Passage:
    says, kind = node.properties, _KINDS[node.label]
    document, start = str(says["document"]), _number(says["start"])
    above = ties.above.get(node.id)
    named = ties.under[node.id] if kind == "item" else ties.between(document, start, _number(says["end"]))
    names = dict(sorted(named, reverse=True))
    labels, narrative = says.get("issues", []), says.get("narrative", [])
    return Passage(
        id=node.id,
        kind=kind,
        document=document,
        date=_text(says.get("date")),
        text=str(says["title"] if kind == "item" else says["reading"]),
        position=start,
        item=ties.above.get(above or "") if kind == "answer" else above,
        actors=tuple(sorted(ties.actors[node.id])),
        named=tuple(sorted(names)),
        named_as=tuple(names[node] for node in sorted(names)),
        labels=tuple(labels) if isinstance(labels, list) else (),
        narrative=tuple(narrative) if isinstance(narrative, list) else (),
        due=_text(says.get("due")),
        commitment_kind=_text(says.get("kind")) if kind == "commitment" else None,
        number=_text(says.get("number")) if kind == "commitment" else None,
    )


def _number(value: Value) -> int:
    assert isinstance(value, int)
    return value


def _text(value: Value | None) -> str | None:
    return None if value is None else str(value)
