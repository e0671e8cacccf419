"""Says what is otherwise in one graph than in another: documents, people, posts, what is said, due dates, links.

What is said is known again by its id or, in a document that was read anew, by its words.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph_loader.model.graph import Edge, Node
from graph_loader.model.ids import fold
from graph_loader.query.changed_links import changed_links
from graph_loader.query.snapshot import Snapshot

COLUMNS = ("what", "change", "date", "who", "words", "before", "after", "document", "id")
_ORDER = ("document", "person", "post", "question", "answer", "statement", "promise", "due date", "issue", "link")
_FACTS = {"question": "Question", "promise": "Commitment"}
_ACTORS = {
    "question": ("Question", "ASKED", "asker"),
    "answer": ("Answer", "GAVE", "speaker"),
    "statement": ("Statement", "MADE", "speaker"),
    "promise": ("Commitment", "OWNS", "owner"),
}
"""Whoever is behind what is said: by what label, by what relationship, and the word for them."""
Row = dict[str, Any]


def changes(old: Snapshot, new: Snapshot) -> list[Row]:
    """Gives one row for each change, by kind, date, document and words: the same for the same two graphs."""
    rows = [*_documents(old, new), *_people(old, new), *_holders(old, new)]
    pairs = {label: _paired(old, new, label) for label in ("AgendaItem", *(label for label, _, _ in _ACTORS.values()))}
    for what, label in _FACTS.items():
        rows += _said(what, old, new, pairs[label])
    for what, (label, _, _) in _ACTORS.items():
        rows += _other_actors(what, old, new, pairs[label])
    rows += _dates(old, new, pairs["Commitment"])
    rows += _issues(old, new)
    rows += _links(old, new, {one: other for found in pairs.values() for one, other in found.items()})
    return sorted(rows, key=_place)


def _place(row: Row) -> tuple[Any, ...]:
    return _ORDER.index(row["what"]), *(str(row[name] or "") for name in ("date", "document", "words", "change", "id"))


def _row(what: str, change: str, **says: Any) -> Row:
    row: Row = dict.fromkeys(COLUMNS)
    return row | {"what": what, "change": change} | says


def _documents(old: Snapshot, new: Snapshot) -> Iterator[Row]:
    """Yields documents that were added or removed, and those whose path holds other bytes now."""
    before, after = ({node.id: node for node in graph.of("Document")} for graph in (old, new))
    replaced = _replaced(old, new)
    for one in sorted(after.keys() - before.keys()):
        change = "changed" if one in replaced.values() else "added"
        yield _row("document", change, words=after[one].properties["name"], **_of_document(new, one))
    for one in sorted(before.keys() - after.keys() - replaced.keys()):
        yield _row("document", "removed", words=before[one].properties["name"], **_of_document(old, one))


def _replaced(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Maps each document that is gone to the one that was read from the same path since."""
    gone, come = (
        {node.id: node for node in graph.of("Document") if node.id not in other.by_id}
        for graph, other in ((old, new), (new, old))
    )
    paths = {path: one for one, node in come.items() for path in _listed(node, "paths")}
    found = (
        (one, next((paths[path] for path in _listed(node, "paths") if path in paths), None))
        for one, node in gone.items()
    )
    return {one: other for one, other in found if other}


def _listed(node: Node, name: str) -> list[str]:
    given = node.properties.get(name, [])
    return given if isinstance(given, list) else []


def _of_document(graph: Snapshot, one: str) -> Row:
    dates = graph.dates.get(one)
    return {"document": graph.by_id[one].properties["name"], "date": dates[0] if dates else None, "id": one}


def _people(old: Snapshot, new: Snapshot) -> Iterator[Row]:
    """Yields people who are named in one of the graphs alone, with the date of the first meeting that names them.

    Where a correction made one person of two, or two of one, `before` and `after` say who bears the name.
    """
    for change, graph, other, side in (("new", new, old, "before"), ("gone", old, new, "after")):
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        for person in other.of("Person"):
            for alias in _listed(person, "aliases"):
                bearers[fold(alias)].add(str(person.properties["name"]))
        for person in graph.of("Person"):
            if person.id not in other.by_id:
                dates = graph.dates.get(person.id)
                name = str(person.properties["name"])
                now = {side: ", ".join(sorted(bearers[fold(name)])) or None}
                yield _row("person", change, who=[name], date=dates[0] if dates else None, id=person.id, **now)


def _holders(old: Snapshot, new: Snapshot) -> Iterator[Row]:
    """Yields who is shown in a post in one of the graphs alone."""
    before, after = (
        {(edge.start, edge.end, edge.properties.get("acting")): edge for edge in graph.between("HELD")}
        for graph in (old, new)
    )
    for change, graph, ours, others in (("new", new, after, before), ("gone", old, before, after)):
        for ends in sorted(ours.keys() - others.keys(), key=str):
            edge = ours[ends]
            person, post = graph.by_id[edge.start].properties, graph.by_id[edge.end].properties
            words = f"{post['name']}, {post['organisation']}" if post.get("organisation") else post["name"]
            words = f"acting {words}" if edge.properties.get("acting") else words
            date = edge.properties.get("first_seen")
            yield _row("post", change, who=[person["name"]], words=words, date=date, id=edge.end)


def _paired(old: Snapshot, new: Snapshot, label: str) -> dict[str, str]:
    """Maps what is said in the old graph to the same in the new one, by id, else by its words in the same document."""
    before, after = old.of(label), new.of(label)
    pairs = {node.id: node.id for node in before if node.id in new.by_id}
    replaced = _replaced(old, new)
    for words in (_words, _words_without_date):
        known = set(pairs.values())
        left = _by_words([node for node in after if node.id not in known], {}, words)
        for key, node in _by_words([node for node in before if node.id not in pairs], replaced, words).items():
            if key in left:
                pairs[node.id] = left[key].id
    return pairs


def _words(node: Node) -> str:
    return fold(str(node.properties["reading"]))


def _words_without_date(node: Node) -> str:
    """Gives the words but for those that say when it is due: with another date it is the same promise."""
    return fold(str(node.properties["reading"]).replace(str(node.properties.get("due_text", "")), ""))


def _by_words(
    nodes: list[Node], replaced: Mapping[str, str], words_of: Callable[[Node], str]
) -> dict[tuple[str, str, int], Node]:
    """Gives nodes by document and folded words; of several with the same words the first, the second and so on."""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for node in sorted(nodes, key=lambda node: (node.properties["start"], node.id)):
        document = str(node.properties["document"])
        words = replaced.get(document, document), words_of(node)
        found[*words, seen[words]] = node
        seen[words] += 1
    return found


def _said(what: str, old: Snapshot, new: Snapshot, pairs: Mapping[str, str]) -> Iterator[Row]:
    known = set(pairs.values())
    for change, graph, paired in (("new", new, known), ("gone", old, pairs.keys())):
        actors = _actors(graph, _ACTORS[what][1])
        for node in graph.of(_FACTS[what]):
            if node.id not in paired:
                due = {"after" if change == "new" else "before": node.properties.get("due")}
                yield _row(what, change, who=actors[node.id], **_fact(graph, node), **due)


def _other_actors(what: str, old: Snapshot, new: Snapshot, pairs: Mapping[str, str]) -> Iterator[Row]:
    """Yields what is asked, said or taken on by others now."""
    _, kind, word = _ACTORS[what]
    before, after = _actors(old, kind), _actors(new, kind)
    for one, other in sorted(pairs.items()):
        if before[one] != after[other]:
            says = {"before": ", ".join(before[one]) or None, "after": ", ".join(after[other]) or None}
            yield _row(what, word, who=after[other], **_fact(new, new.by_id[other]), **says)


def _issues(old: Snapshot, new: Snapshot) -> Iterator[Row]:
    """Yields issues that have another name now."""
    for issue in old.of("Issue"):
        if issue.id in new.by_id:
            before, after = issue.properties["name"], new.by_id[issue.id].properties["name"]
            if before != after:
                yield _row("issue", "renamed", words=after, before=before, after=after, id=issue.id)


def _dates(old: Snapshot, new: Snapshot, pairs: Mapping[str, str]) -> Iterator[Row]:
    """Yields due dates that are others now, and promises that came back in a later document with another date."""
    actors = _actors(new, "OWNS")
    for one, other in sorted(pairs.items()):
        before, after = old.by_id[one], new.by_id[other]
        dates = [node.properties.get("due") for node in (before, after)]
        if dates[0] != dates[1]:
            says = {"before": dates[0], "after": dates[1], "who": actors[other]}
            yield _row("due date", "changed", **_fact(new, after), **says)
    known = {(pairs.get(edge.start), pairs.get(edge.end)) for edge in old.between("RECURS_AS") if _is_moved(edge)}
    for edge in new.between("RECURS_AS"):
        if _is_moved(edge) and (edge.start, edge.end) not in known:
            first, later = new.by_id[edge.start], new.by_id[edge.end]
            says = {"before": first.properties.get("due"), "after": later.properties.get("due")}
            yield _row("due date", "moved", who=actors[later.id], **_fact(new, later), **says)


def _links(old: Snapshot, new: Snapshot, pairs: Mapping[str, str]) -> Iterator[Row]:
    """Yields links among what both graphs hold that one of them alone has, or that a person confirmed."""
    issues = {node.id: node.id for node in old.of("Issue") if node.id in new.by_id}
    pairs = {**pairs, **issues}
    for link in changed_links(old, new, pairs):
        fact = _fact(new, new.by_id[link.passage])
        yield _row("link", link.change, **fact, before=link.before, after=link.after)


def _is_moved(edge: Edge) -> bool:
    return edge.properties.get("relation") == "date_moved"


def _actors(graph: Snapshot, kind: str) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for edge in graph.between(kind):
        found[edge.end].append(str(graph.by_id[edge.start].properties["name"]))
    return defaultdict(list, {one: sorted(names) for one, names in found.items()})


def _fact(graph: Snapshot, node: Node) -> Row:
    says = node.properties
    document = graph.by_id.get(str(says["document"]))
    name = document.properties["name"] if document else says["document"]
    return {"words": says["reading"], "date": says.get("date"), "document": name, "id": node.id}
