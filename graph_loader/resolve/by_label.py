"""Makes one issue of all agenda items that bear one label."""

from collections.abc import Iterable

from graph_loader.model.graph import Edge, Node
from graph_loader.resolve.identity import issue_id
from graph_loader.resolve.passage import Links, Passage


def by_label(passages: Iterable[Passage]) -> Links:
    """Gives the issues and which items they concern."""
    said = [(passage, label, issue_id(label)) for passage in passages for label in sorted(set(passage.labels))]
    nodes = {issue: Node("Issue", issue, {"name": label}) for _, label, issue in reversed(said)}
    edges = {
        (passage.id, issue): Edge(
            "CONCERNS",
            passage.id,
            issue,
            {"weight": round(1 / len(passage.labels), 4), "score": 1.0, "reason": f"its title says {label!r}"},
        )
        for passage, label, issue in said
    }
    return Links(tuple(nodes[one] for one in sorted(nodes)), tuple(edges[ends] for ends in sorted(edges)))
