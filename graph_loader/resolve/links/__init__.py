"""Links what the documents of a context say: issues that go on, promises and questions that come back.

The links follow from the set of passages alone. What is linked among documents up to a date does not depend on later
ones, so that an issue keeps its id and its items when a later document is added.
"""

from collections.abc import Iterable, Sequence

from graph_loader.model.graph import Edge, Node
from graph_loader.model.ids import stable_id
from graph_loader.resolve.caption import LENGTH, caption
from graph_loader.resolve.links.likeness import Thread
from graph_loader.resolve.links.reading import in_order
from graph_loader.resolve.links.recurrence import matches
from graph_loader.resolve.links.relations import edge_of
from graph_loader.resolve.links.threads import threads_of
from graph_loader.resolve.links.topics import Topics, topics_of
from graph_loader.resolve.passage import Links, Passage

__all__ = ["Topics", "link", "topics_of"]


def link(passages: Sequence[Passage], topics: Topics) -> Links:
    """Threads the agenda items into issues, and ties each promise and question to later passages that take it up."""
    documents = in_order(passages)
    threads = threads_of(documents, topics)
    numbers = {sketch.item.id: number for number, thread in enumerate(threads) for sketch, _ in thread.members}
    issues = _issues(threads)
    edges = [edge for issue, thread in zip(issues, threads, strict=True) for edge in _concerns(issue, thread)]
    edges += [edge_of(match) for match in matches(documents, topics, numbers)]
    nodes = {node.id: node for node in issues}
    return Links(
        tuple(nodes[one] for one in sorted(nodes)),
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.start, edge.end))),
    )


def _issues(threads: Iterable[Thread]) -> list[Node]:
    """Makes the issue of each thread, called as its earliest item calls it; a second one called so is another."""
    labels: set[str] = set()
    found: list[Node] = []
    for thread in threads:
        first = thread.members[0][0].item
        label = first.labels[0]
        one = stable_id("issue", label, first.id) if label in labels else stable_id("issue", label)
        found.append(Node("Issue", one, {"name": _name(label)}))
        labels.add(label)
    return found


def _name(label: str) -> str:
    """Gives a short name: of two matters in one long heading the first, `inspections` of `inspections / matters …`."""
    return caption(label if len(label) <= LENGTH else label.partition(" / ")[0])


def _concerns(issue: Node, thread: Thread) -> list[Edge]:
    return [
        Edge(
            "CONCERNS",
            sketch.item.id,
            issue.id,
            {"reason": "; ".join(likeness.reasons) or "what its heading says", "score": likeness.score, "weight": 1.0},
        )
        for sketch, likeness in thread.members
    ]
