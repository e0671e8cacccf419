"""Writes the whole graph as JSON in one canonical order: equal graphs give equal bytes."""

from collections.abc import Iterator

from graph_loader.export.rows import AS_THEY_ARE, Names, edges, nodes
from graph_loader.model.graph import canonical_json
from graph_loader.model.schema import load_schema
from graph_loader.store import Store


def dump(store: Store, names: Names = AS_THEY_ARE) -> Iterator[str]:
    """Gives the text of one JSON object in pieces, a line for each node (by label and id) and for each edge."""
    yield '{"nodes":[\n'
    yield from _separated(_nodes(store, names))
    yield '\n],"edges":[\n'
    yield from _separated(_edges(store, names))
    yield "\n]}\n"


def _nodes(store: Store, names: Names) -> Iterator[str]:
    for label in sorted(load_schema().nodes):
        for node in nodes(store, label, names):
            yield canonical_json({"label": label, "id": node.id, "properties": node.properties})


def _edges(store: Store, names: Names) -> Iterator[str]:
    for kind in sorted(load_schema().relationships):
        for edge in edges(store, kind, names):
            ends = {"start": edge.start, "end": edge.end}
            yield canonical_json({"type": kind, **ends, "properties": edge.properties})


def _separated(lines: Iterator[str]) -> Iterator[str]:
    yield next(lines, "")
    for line in lines:
        yield f",\n{line}"
