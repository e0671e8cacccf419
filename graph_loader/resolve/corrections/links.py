"""Puts right what several documents say together: which links are so, which issues are one, and their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_loader.model.graph import Edge, Node, Value
from graph_loader.model.schema import load_schema
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.facts import Spoken, find
from graph_loader.resolve.corrections.identities import id_of, issue_id
from graph_loader.resolve.corrections.model import OF_NAMES, Correction, Link, Named, Names, Place, Rename
from graph_loader.resolve.identity import body_id, key, programme_id
from graph_loader.resolve.links.spoken_dates import months_between
from graph_loader.resolve.passage import Links, Passage

_LABELS = {
    "item": "AgendaItem",
    "question": "Question",
    "answer": "Answer",
    "statement": "Statement",
    "commitment": "Commitment",
}
_BY_HAND = "a person says so"


def correct_links(
    links: Links, corrections: Corrections, passages: Sequence[Passage], documents: Mapping[str, frozenset[str]]
) -> Links:
    """Applies to the links among passages what the corrections say of them.

    `documents` gives for the id of each document all that it is called, as `document_names` makes it.
    """
    if not corrections.links_digest:
        return links
    state = _State(links, passages, documents)
    for entry in corrections.of_links:
        if isinstance(entry.says, Link):
            state.judge(entry.says)
    state.part_entities(corrections)
    for _, one, other in corrections.identities["issue"].parted():
        state.part_issues(one, other)
    for entry in corrections.of_links:
        if entry.kind == "same" and isinstance(entry.says, Names):
            state.join_issues(corrections, entry.says)
    for entry in corrections.of_links:
        if isinstance(entry.says, Rename):
            state.rename(entry.says)
    return state.links()


def named_by(corrections: Iterable[Correction]) -> list[Place]:
    """Gives all places of documents that corrections of links name."""
    links = [entry.says for entry in corrections if isinstance(entry.says, Link)]
    return [place for link in links for place in (link.start, link.end) if place is not None]


def ends_of(says: Link, among: Sequence[Spoken]) -> tuple[str, ...]:
    """Gives the ids of what a link is between, from start to end, or of the item that an issue concerns.

    Words that several things have mean the one of them that such a link can have there. None are given where it cannot
    be told what is meant, or where no such link can be between the two; which way round it is written does not matter.
    """
    schema = load_schema().relationships
    if says.end is None:
        item = find(says.start, _labelled(among, schema["CONCERNS"].start))
        return (item,) if item else ()
    if says.type is None:
        ends = (find(says.start, among), find(says.end, among))
        return tuple(end for end in ends if end) if None not in ends else ()
    starts, ends_at = schema[says.type].start, schema[says.type].end
    both = tuple(label for label in starts if label in ends_at)
    for first, second, turned in ((both, ends_at, False), (starts, ends_at, False), (ends_at, starts, True)):
        one, other = find(says.start, _labelled(among, first)), find(says.end, _labelled(among, second))
        if one and other and one != other:
            return (other, one) if turned else (one, other)
    return ()


def _labelled(among: Sequence[Spoken], labels: Iterable[str]) -> list[Spoken]:
    wanted = {label.lower() for label in labels}
    return [each for each in among if each.id.partition("-")[0] in wanted]


def stale_links(corrections: Corrections, among: Sequence[Spoken], labels: Iterable[str]) -> set[Correction]:
    """Gives the corrections of links whose ends, or all of whose issues, are not among what the documents say.

    So are those between what cannot be linked so.

    `labels` are the names of all issues and the labels of all items.
    """
    issues = {id_of("issue", label) for label in labels}
    return {entry for entry in corrections.of_links if _is_stale(entry, among, issues)}


def _is_stale(entry: Correction, among: Sequence[Spoken], issues: set[str]) -> bool:
    says = entry.says
    if isinstance(says, Link):
        return not ends_of(says, among) or (says.issue is not None and id_of("issue", says.issue) not in issues)
    named = [says.issue] if isinstance(says, Rename) else [named.name for named in getattr(says, "named", ())]
    return any(id_of("issue", name) not in issues for name in named)


@dataclass
class _State:
    """Holds links while they are changed."""

    given: Links
    passages: Sequence[Passage]
    documents: Mapping[str, frozenset[str]]

    def __post_init__(self) -> None:
        self.issues = {node.id: node for node in self.given.nodes if node.label == "Issue"}
        self.edges = {(edge.type, edge.start, edge.end): edge for edge in self.given.edges}
        self.by_id = {passage.id: passage for passage in self.passages}
        nothing: frozenset[str] = frozenset()
        self.spoken = [
            Spoken(each.id, self.documents.get(each.document, nothing), (each.text,)) for each in self.passages
        ]
        tied = {end for kind, *ends in self.edges if kind in OF_NAMES for end in ends}
        self.spoken += [Spoken(one, nothing, ()) for one in sorted(tied)]

    def links(self) -> Links:
        """Gives what is linked now; an issue that no item concerns any more goes."""
        used = {end for kind, _, end in self.edges if kind == "CONCERNS"}
        others = [node for node in self.given.nodes if node.label != "Issue"]
        nodes = {node.id: node for node in [*others, *self.issues.values()] if node.label != "Issue" or node.id in used}
        return Links(tuple(nodes[one] for one in sorted(nodes)), tuple(self.edges[ends] for ends in sorted(self.edges)))

    def judge(self, says: Link) -> None:
        """Confirms one link, or takes one out."""
        ends = ends_of(says, self.spoken)
        if not ends:
            return
        start, end = (ends[0], self._issue(says.issue)) if says.issue else ends
        kind = "CONCERNS" if says.issue else says.type
        found = [ends for ends in self.edges if {ends[1], ends[2]} == {start, end} and kind in (None, ends[0])]
        if says.verdict == "rejected":
            for held in found:
                del self.edges[held]
        elif kind is not None:
            self._confirm(kind, *self._way_round(kind, start, end), says)

    def _way_round(self, kind: str, start: str, end: str) -> tuple[str, str]:
        """Gives the ends as the link has them already, else in the order of the meetings, if it can be so."""
        turned = (kind, end, start)
        if kind == "CONCERNS" or (kind, start, end) in self.edges or turned in self.edges:
            return (end, start) if turned in self.edges else (start, end)
        relationship = load_schema().relationships[kind]
        one, other = self.by_id[start], self.by_id[end]
        fits = _LABELS[other.kind] in relationship.start and _LABELS[one.kind] in relationship.end
        # Only a follow-up leads from what takes up to what is taken up.
        earlier, later = (other.date, one.date) if kind == "FOLLOWS_UP" else (one.date, other.date)
        return (end, start) if fits and (earlier or "") > (later or "9") else (start, end)

    def _confirm(self, kind: str, start: str, end: str, says: Link) -> None:
        held = self.edges.get((kind, start, end))
        known: Mapping[str, Value] = held.properties if held else {}
        reason = f"{known['reason']}; {_BY_HAND}" if held else _BY_HAND
        more: dict[str, Value] = {"reason": reason, "score": 1.0}
        if kind == "CONCERNS":
            more["weight"] = known.get("weight", 1.0)
            self.issues.setdefault(end, Node("Issue", end, {"name": says.issue or ""}))
        else:
            one, other = self.by_id[start], self.by_id[end]
            dates = sorted([one.date or "", other.date or ""])
            months = months_between(dates[0] or None, dates[1] or None)
            more |= {"months": months} if months is not None else {}
            more |= {"relation": says.relation} if says.relation else {}
        self.edges[kind, start, end] = Edge(kind, start, end, dict(sorted({**known, **more}.items())))

    def part_entities(self, corrections: Corrections) -> None:
        """Takes out what ties bodies or programmes that are not the same."""
        makers = {"body": body_id, "programme": programme_id}
        for kind in ("body", "programme"):
            identities = corrections.identities["body" if kind == "body" else "programme"]
            apart = [{makers[kind](one.name), makers[kind](other.name)} for _, one, other in identities.parted()]
            # What followed another is another one, whatever they have in common.
            for ends in [ends for ends in self.edges if ends[0] == "STANDS_FOR" and {ends[1], ends[2]} in apart]:
                del self.edges[ends]

    def part_issues(self, one: Named, other: Named) -> None:
        """Takes the items that bear the one label out of the issue of the other."""
        first, second = self._issue(one.name), self._issue(other.name)
        wanted = key(other.name)
        for ends in [ends for ends in self.edges if ends[0] == "CONCERNS" and ends[2] == first]:
            passage = self.by_id.get(ends[1])
            if first == second or passage is None or wanted not in map(key, passage.labels):
                continue
            if key(one.name) not in map(key, passage.labels):
                self._move(ends, second, other.name)

    def join_issues(self, corrections: Corrections, says: Names) -> None:
        """Makes one issue of several."""
        name = corrections.identities["issue"].name(says.named[0].name, ())
        target = self._issue(name)
        for named in says.named:
            source = self._issue(named.name)
            for ends in [ends for ends in self.edges if ends[0] == "CONCERNS" and ends[2] == source != target]:
                self._move(ends, target, name)

    def rename(self, says: Rename) -> None:
        """Gives an issue another name; its id stays."""
        issue = self.issues.get(self._issue(says.issue))
        if issue is not None:
            self.issues[issue.id] = replace(issue, properties={**issue.properties, "name": says.to})

    def _move(self, ends: tuple[str, str, str], target: str, name: str) -> None:
        kind, start, _ = ends
        edge = self.edges.pop(ends)
        says = {**edge.properties, "reason": f"{edge.properties['reason']}; {_BY_HAND}"}
        self.edges.setdefault((kind, start, target), Edge(kind, start, target, says))
        self.issues.setdefault(target, Node("Issue", target, {"name": name}))

    def _issue(self, given: str) -> str:
        """Gives the id of the issue of that id or name, else the one that the name would have."""
        if given in self.issues:
            return given
        named = sorted(one for one, node in self.issues.items() if key(str(node.properties["name"])) == key(given))
        return named[0] if named else issue_id(given)
