"""Writes the whole graph as GEXF 1.3, as Gephi opens it: with labels, types, and a timeline."""

from collections.abc import Iterator, Mapping

from graph_loader.export.attributes import attribute_types
from graph_loader.export.rows import Whole
from graph_loader.export.spans import Span, edge_span, spans
from graph_loader.export.text import escape
from graph_loader.model.graph import Node, Value, canonical_json
from graph_loader.model.schema import load_schema

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="dynamic" defaultedgetype="directed" idtype="string" timeformat="date" timerepresentation="interval">
"""
_LEFT_OUT = ("claim",)
"""What nobody reads in a drawing: the data from which a shared node is joined."""
_CALLED = {"start": "offset_start", "end": "offset_end"}
"""Other names for what the format itself uses: its start and end are days."""


def gexf(whole: Whole) -> Iterator[str]:
    """Gives the text in pieces; lists are written for eyes, with semicolons between their parts."""
    schema = load_schema()
    seen = spans(whole)
    yield _HEAD
    yield from _declared("node", {"node_type": "string"} | attribute_types(schema.nodes.values()))
    yield from _declared("edge", {"edge_type": "string"} | attribute_types(schema.relationships.values()))
    yield "<nodes>\n"
    for node in whole.nodes.values():
        head = f'id="{escape(node.id)}" label="{escape(_caption(node))}"{_from_to(seen.get(node.id))}'
        yield f"<node {head}>{_values({'node_type': node.label, **node.properties})}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(whole.edges, start=1):
        ends = f'source="{escape(edge.start)}" target="{escape(edge.end)}"'
        head = f'id="e{number}" {ends} kind="{edge.type}" label="{edge.type}"{_from_to(edge_span(edge))}'
        yield f"<edge {head}>{_values({'edge_type': edge.type, **edge.properties})}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _caption(node: Node) -> str:
    return str(node.properties.get("name", node.id))


def _from_to(span: Span | None) -> str:
    return f' start="{span[0]}" end="{span[1]}"' if span else ""


def _declared(of: str, types: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for name, is_a in types.items():
        if name not in _LEFT_OUT:
            yield f'<attribute id="{name}" title="{_CALLED.get(name, name)}" type="{is_a}"/>\n'
    yield "</attributes>\n"


def _values(says: Mapping[str, Value]) -> str:
    shown = {name: _shown(value) for name, value in says.items() if name not in _LEFT_OUT}
    values = "".join(f'<attvalue for="{name}" value="{escape(value)}"/>' for name, value in shown.items())
    return f"<attvalues>{values}</attvalues>"


def _shown(value: Value) -> str:
    match value:
        case str():
            return value
        case list():
            return "; ".join(value)
        case _:
            return canonical_json(value)
