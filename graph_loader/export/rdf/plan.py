"""Makes of the schema a plan for each label and relationship type: how its properties become triples, and back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph_loader.export.rdf.terms import as_segment, from_segment, literals, named
from graph_loader.model.schema import NodeType, Property, RelationshipType, Schema, load_schema
from graph_loader.model.schema_rdf import Direct, PropertyRdf

DEFAULT_BASE = "https://w3id.org/minutes-graph/id/"
_DATATYPES = {
    "string": "xsd:string",
    "strings": "xsd:string",
    "integer": "xsd:integer",
    "float": "xsd:double",
    "boolean": "xsd:boolean",
    "edtf": "edtf:EDTF",
    "date": "xsd:date",
}
_AS_TEXT: dict[str, Callable[[Any], str]] = {"float": repr, "integer": str, "boolean": lambda value: str(value).lower()}
_FROM_TEXT: dict[str, Callable[[str], Any]] = {"float": float, "integer": int, "boolean": lambda text: text == "true"}
SUBJECT, ENDING = "\x00", "\x01"
"""Stand in a template for the subject's IRI, still open, and for what ends each line."""


def camel(name: str) -> str:
    """Gives the name of a term of our own for a property or relationship type: firstSeen for first_seen."""
    first, *others = name.lower().split("_")
    return first + "".join(other.capitalize() for other in others)


def relation_class(kind: str) -> str:
    """Gives the class of our own for the nodes of a relationship type: kg:TookMinutes for TOOK_MINUTES."""
    name = camel(kind)
    return f"kg:{name[0].upper()}{name[1:]}"


def property_rdf(schema: Schema, name: str, declared: Property) -> PropertyRdf:
    """Gives what a property is in RDF, with a term of its own where none is declared."""
    given = declared.rdf or schema.rdf.properties.get(name) or PropertyRdf()
    return given if given.term else given.model_copy(update={"term": f"kg:{camel(name)}"})


def datatype(declared: Property, rdf: PropertyRdf) -> str:
    """Gives the datatype of the literals of a property; those in a language have rdf:langString."""
    return "rdf:langString" if rdf.text else rdf.datatype or _DATATYPES[declared.type]


def directs(kind: str, relationship: RelationshipType) -> tuple[Direct, ...]:
    """Gives the triples between the ends of a relationship, with a term of our own where none is declared."""
    return relationship.rdf.direct or (Direct(term=f"kg:{camel(kind)}"),)


@dataclass(frozen=True, slots=True)
class Field:
    """Is how one property is written: on what, with which terms, and how its values turn into RDF and back."""

    name: str
    declared: Property
    rdf: PropertyRdf
    suffix: str
    """What stands behind the owner's IRI: the part that bears it."""
    terms: tuple[str, ...]
    predicates: tuple[str, ...]
    """The terms as N-Triples writes them."""
    write: Callable[[Any], str]
    read: Callable[[str], Any]

    @property
    def listed(self) -> bool:
        """Tells whether the values are many and their order counts."""
        return self.declared.type == "strings" and not self.rdf.set


@dataclass(frozen=True, slots=True)
class PartPlan:
    """Is a part with the names of what it needs, itself among them, and its triples as a template."""

    name: str
    template: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Is how a label or relationship type is written."""

    kind: str
    scope: str
    template: str
    fields: tuple[Field, ...]
    parts: tuple[PartPlan, ...]
    needs: Mapping[str, frozenset[str]]
    """What parts have to be there for each property."""


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """Is how a relationship type is written: the plan of its nodes, and the triples between its ends."""

    node: Plan
    directs: tuple[tuple[str, bool, Mapping[str, str]], ...]
    start: tuple[str, ...]
    end: tuple[str, ...]
    keys: tuple[str, ...]
    """The properties that tell two between the same ends apart."""
    implied: tuple[str, ...]
    """The properties that may follow from the ends."""
    alone: str | None
    """The predicate that says all where the rest follows from the ends; none where that could be mistaken."""


class Plans:
    """Holds the plans of the whole schema for IRIs under one base."""

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        self.base = base
        self.schema = load_schema()

    @cached_property
    def nodes(self) -> Mapping[str, Plan]:
        """Gives the plan of each label."""
        return {label: self._node(label, node) for label, node in self.schema.nodes.items()}

    @cached_property
    def links(self) -> Mapping[str, LinkPlan]:
        """Gives the plan of each relationship type."""
        first = [directs(kind, one)[0].term for kind, one in self.schema.relationships.items()]
        return {kind: self._link(kind, one, first) for kind, one in self.schema.relationships.items()}

    def iri(self, one: str) -> str:
        """Gives the IRI of a node by its id."""
        return f"{self.base}{as_segment(one)}"

    def _node(self, label: str, node: NodeType) -> Plan:
        classes = (f"kg:{label}", *node.rdf.classes)
        return self._plan(label, node, classes, {"name": node.rdf.label})

    def _link(self, kind: str, one: RelationshipType, first: list[str]) -> LinkPlan:
        plan = self._plan(kind, one, (relation_class(kind), *one.rdf.classes), {})
        triples = directs(kind, one)
        usable = not (triples[0].inverse or triples[0].where) and first.count(triples[0].term) == 1
        names = (*one.key, "document", "start", "end", "post", "status")
        return LinkPlan(
            plan,
            tuple((named(direct.term), direct.inverse, direct.where) for direct in triples),
            tuple(map(named, ("kg:from", *one.rdf.start))),
            tuple(map(named, ("kg:to", *one.rdf.end))),
            tuple(dict.fromkeys(name for name in names if name in one.properties)),
            tuple(name for name in ("document", "date") if name in one.properties),
            named(triples[0].term) if usable else None,
        )

    def _plan(
        self, kind: str, one: NodeType | RelationshipType, classes: tuple[str, ...], also: Mapping[str, tuple[str, ...]]
    ) -> Plan:
        type_of = named("rdf:type")
        lines = [f"{SUBJECT}> {type_of} {named(term)}{ENDING}" for term in dict.fromkeys(classes)]
        fields = tuple(self._field(name, given, also.get(name, ())) for name, given in one.properties.items())
        needs = {field.name: frozenset(self._chain(field.rdf.part)) for field in fields if field.rdf.part}
        used = frozenset[str]().union(*needs.values())
        parts = tuple(PartPlan(name, self._part(name)) for name in self.schema.rdf.parts if name in used)
        return Plan(kind, one.scope, "".join(lines), fields, parts, needs)

    def _part(self, name: str) -> str:
        part = self.schema.rdf.parts[name]
        whole = f"{SUBJECT}.{part.of}>" if part.of else f"{SUBJECT}>"
        mine = f"{SUBJECT}.{name}>"
        lines = [f"{mine} {named('rdf:type')} {named(term)}{ENDING}" for term in part.classes]
        lines.append(f"{whole} {named(part.link)} {mine}{ENDING}")
        if part.back:
            lines.append(f"{mine} {named(part.back)} {whole}{ENDING}")
        return "".join(lines)

    def _chain(self, part: str) -> list[str]:
        found = []
        while part:
            found.append(part)
            part = self.schema.rdf.parts[part].of
        return found

    def _field(self, name: str, declared: Property, also: tuple[str, ...]) -> Field:
        rdf = property_rdf(self.schema, name, declared)
        terms = (rdf.term or "", *rdf.also, *also)
        write, read = self._iri_codec(rdf.iri) if rdf.iri is not None else self._literal_codec(declared, rdf)
        suffix = f".{rdf.part}" if rdf.part else ""
        return Field(name, declared, rdf, suffix, terms, tuple(map(named, terms)), write, read)

    def _iri_codec(self, before: str) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
        start = f"{self.base}{before}"
        return lambda value: f"<{start}{as_segment(value)}>", lambda iri: from_segment(iri.removeprefix(start))

    def _literal_codec(self, declared: Property, rdf: PropertyRdf) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
        of_type = datatype(declared, rdf)
        if rdf.text:
            ending = f"@{self.schema.rdf.language}"
        else:
            ending = "" if of_type == "xsd:string" else f"^^{named(of_type)}"
        write = literals(ending)
        as_text = _AS_TEXT.get(declared.type)
        if as_text is None:
            return write, str
        return lambda value: f'"{as_text(value)}"^^{named(of_type)}', _FROM_TEXT[declared.type]
