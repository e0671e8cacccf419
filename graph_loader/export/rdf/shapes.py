"""Writes the SHACL shapes that every export conforms to, in Turtle."""

from collections.abc import Iterable, Iterator

from graph_loader.export.rdf.ontology import literal, prefixes
from graph_loader.export.rdf.plan import Field, Plan, Plans, datatype, directs, relation_class
from graph_loader.export.rdf.vocabulary import of_relationship
from graph_loader.model.schema import load_schema

_EDTF = r"^[0-9]{4}(-[0-9]{2}){0,2}[?~%]?(/[0-9]{4}(-[0-9]{2}){0,2}[?~%]?)?$"
_POSITIONS = """\
kg:TextPositionShape a sh:NodeShape ;
    sh:targetClass oa:TextPositionSelector ;
    sh:property [ sh:path oa:start ; sh:minCount 1 ; sh:maxCount 1 ; sh:lessThanOrEquals oa:end ] ;
    sh:property [ sh:path oa:end ; sh:minCount 1 ; sh:maxCount 1 ] .
"""


def shapes() -> str:
    """Gives a shape for each label, each relationship that is a node, and each triple of ours between two nodes."""
    plans = Plans()
    whole = [prefixes(), _POSITIONS]
    whole += [_shape(f"kg:{label}", plan, ()) for label, plan in plans.nodes.items()]
    for kind, one in plans.schema.relationships.items():
        starts, ends = of_relationship(one)
        whole.append(
            _shape(relation_class(kind), plans.links[kind].node, [_end("kg:from", starts), _end("kg:to", ends)])
        )
        for direct in directs(kind, one):
            if direct.term.startswith("kg:"):
                whole.append(_triple(direct.term, *((ends, starts) if direct.inverse else (starts, ends))))
    return "\n".join(whole)


def _shape(target: str, plan: Plan, more: Iterable[str]) -> str:
    lines = [f"{target}Shape a sh:NodeShape", f"sh:targetClass {target}", *more, *map(_property, plan.fields)]
    return " ;\n    ".join(lines) + " .\n"


def _property(field: Field) -> str:
    facts = [f"sh:path {_path(field)}"]
    if field.declared.required and (field.declared.type != "strings" or field.listed):
        facts.append("sh:minCount 1")
    if field.declared.type != "strings" or field.listed:
        facts.append("sh:maxCount 1")
    facts += _values(field)
    return f"sh:property [ {' ; '.join(facts)} ]"


def _path(field: Field) -> str:
    parts, part = load_schema().rdf.parts, field.rdf.part
    steps = [field.terms[0]]
    while part:
        steps.insert(0, parts[part].link)
        part = parts[part].of
    return steps[0] if len(steps) == 1 else f"( {' '.join(steps)} )"


def _values(field: Field) -> Iterator[str]:
    declared = field.declared
    if field.listed or field.rdf.iri is not None:
        yield "sh:nodeKind sh:IRI"
        return
    of_type = datatype(declared, field.rdf)
    if declared.type in ("string", "strings"):
        yield f"sh:or ( [ sh:datatype {of_type} ] [ sh:datatype kg:escaped ] )"
    else:
        yield f"sh:datatype {of_type}"
    if declared.type == "edtf":
        yield f"sh:pattern {literal(_EDTF)}"
    if declared.values:
        yield f"sh:in ( {' '.join(map(literal, declared.values))} )"


def _end(term: str, classes: tuple[str, ...]) -> str:
    return f"sh:property [ sh:path {term} ; sh:minCount 1 ; sh:maxCount 1 ; {_one_of(classes)} ]"


def _triple(term: str, starts: tuple[str, ...], ends: tuple[str, ...]) -> str:
    return (
        f"{term}StartShape a sh:NodeShape ;\n    sh:targetSubjectsOf {term} ;\n    {_one_of(starts)} .\n\n"
        f"{term}EndShape a sh:NodeShape ;\n    sh:targetObjectsOf {term} ;\n    {_one_of(ends)} .\n"
    )


def _one_of(classes: tuple[str, ...]) -> str:
    if len(classes) == 1:
        return f"sh:class {classes[0]}"
    return f"sh:or ( {' '.join(f'[ sh:class {one} ]' for one in classes)} )"
