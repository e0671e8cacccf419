"""Writes the whole graph as GraphML, for tools that draw and measure networks."""

from collections.abc import Iterator, Mapping

from graph_loader.export.attributes import attribute_types, value_text
from graph_loader.export.rows import AS_THEY_ARE, Names, edges, nodes
from graph_loader.export.text import escape
from graph_loader.model.graph import Value
from graph_loader.model.schema import load_schema
from graph_loader.store import Store

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def graphml(store: Store, names: Names = AS_THEY_ARE) -> Iterator[str]:
    """Gives the text in pieces: every node with its `label`, every edge with its `type`, and all their properties."""
    schema = load_schema()
    yield _HEAD
    yield from _keys("node", {"label": "string"} | attribute_types(schema.nodes.values()))
    yield from _keys("edge", {"type": "string"} | attribute_types(schema.relationships.values()))
    yield '<graph id="G" edgedefault="directed">\n'
    for label in sorted(schema.nodes):
        for node in nodes(store, label, names):
            yield f'<node id="{escape(node.id)}">{_data("node", {"label": label, **node.properties})}</node>\n'
    number = 0
    for kind in sorted(schema.relationships):
        for edge in edges(store, kind, names):
            number += 1
            ends = f'source="{escape(edge.start)}" target="{escape(edge.end)}"'
            yield f'<edge id="e{number}" {ends}>{_data("edge", {"type": kind, **edge.properties})}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(of: str, types: Mapping[str, str]) -> Iterator[str]:
    for name, is_a in types.items():
        yield f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{is_a}"/>\n'


def _data(of: str, says: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{of}_{name}">{escape(value_text(value))}</data>' for name, value in says.items())
