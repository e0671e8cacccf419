"""Finds which documents belong together, so that what is linked among them is linked anew when one comes or goes."""

from collections.abc import Iterable, Mapping

from networkx import Graph, connected_components

from graph_loader.model.graph import digest

_VERSION = "11"
"""The version of all that makes links: another one, and every context is linked anew."""


def contexts(ties: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Groups documents that share a tie, such as a series or somebody present, directly or through others; sorted."""
    graph = Graph()
    for document, tied in ties.items():
        graph.add_node(("document", document))
        graph.add_edges_from((("document", document), ("tie", tie)) for tie in tied)
    groups = (sorted(name for kind, name in group if kind == "document") for group in connected_components(graph))
    return sorted(tuple(group) for group in groups)


def context_digest(digests: Iterable[str], corrections: str) -> str:
    """Hashes all that a context's links depend on: what its documents contribute, and the corrections of links."""
    return digest([_VERSION, corrections, sorted(digests)])
