"""Lists every term of our own namespace, from the schema alone: what it is, what it means, an example, and its kin."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from graph_loader.export.rdf.plan import Field, Plan, Plans, datatype, directs, relation_class
from graph_loader.model.schema import RelationshipType, load_schema

Kind = Literal["class", "object", "data", "datatype"]
_EXAMPLES = {
    "integer": "1",
    "float": "0.9",
    "boolean": "true",
    "edtf": "2018-05-22",
    "date": "2018-05-22",
}
_NUMBER = "0123456789abcdef"


@dataclass(frozen=True, slots=True)
class Term:
    """Is one term: what kind it is, its label, what it means where, an example in Turtle, and its kin elsewhere.

    `implies` are properties that hold whenever this one does, `implies_back` those that then hold the other way round.
    """

    term: str
    kind: Kind
    label: str
    definitions: tuple[str, ...]
    example: str
    parents: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    implies_back: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    values: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """Gives the name without the prefix."""
        return self.term.removeprefix("kg:")


def vocabulary() -> list[Term]:
    """Gives all terms by name, classes first; what several labels have in common is one term with all its uses."""
    plans = Plans()
    found: dict[str, Term] = {}
    for term in (*_FIXED, *_classes(plans), *_parts(plans), *_directs(), *_properties(plans)):
        if term.term.startswith("kg:"):
            found[term.term] = _merged(found[term.term], term) if term.term in found else term
    return sorted(found.values(), key=lambda term: (term.kind != "class", term.name.lower(), term.name))


_FIXED = (
    Term(
        "kg:Relation",
        "class",
        "relation",
        ("A relationship between two things that says more than that there is one: when, how, why, on what evidence.",),
        f"id:relation.asked-{_NUMBER} a kg:Asked .",
    ),
    Term(
        "kg:from",
        "object",
        "from",
        ("Where a relation starts.",),
        f"id:relation.asked-{_NUMBER} kg:from id:person-{_NUMBER} .",
        domains=("kg:Relation",),
    ),
    Term(
        "kg:to",
        "object",
        "to",
        ("Where a relation ends.",),
        f"id:relation.asked-{_NUMBER} kg:to id:question-{_NUMBER} .",
        domains=("kg:Relation",),
    ),
    Term(
        "kg:escaped",
        "datatype",
        "escaped text",
        (
            "A text with characters that XML has no place for, or halves of surrogate pairs. They, and backslashes, are"
            " written as a backslash, a u and four hexadecimal digits.",
        ),
        f'id:question-{_NUMBER} kg:reading "a \\\\u0007 bell"^^kg:escaped .',
    ),
)


def _classes(plans: Plans) -> Iterator[Term]:
    for label, node in plans.schema.nodes.items():
        example = f"{_someone(label)} a kg:{label} ."
        yield Term(
            f"kg:{label}", "class", _words(label), (node.description,), example, node.rdf.classes, see=node.rdf.see
        )
    for kind, one in plans.schema.relationships.items():
        term = relation_class(kind)
        example = (
            f"{_relation(kind)} a {term} ;\n    kg:from {_someone(one.start[0])} ;\n    kg:to {_someone(one.end[0])} ."
        )
        parents = ("kg:Relation", *one.rdf.classes)
        yield Term(term, "class", _words(kind), (one.description,), example, parents, see=one.rdf.see)


def _parts(plans: Plans) -> Iterator[Term]:
    for name, part in plans.schema.rdf.parts.items():
        owner = f"id:question-{_NUMBER}{f'.{part.of}' if part.of else ''}"
        mine = f"id:question-{_NUMBER}.{name}"
        for term in part.classes:
            others = tuple(other for other in part.classes if other != term)
            yield Term(term, "class", _words(name), (part.description,), f"{mine} a {term} .", others)
        yield Term(part.link, "object", _words(name), (part.description,), f"{owner} {part.link} {mine} .")


def _directs() -> Iterator[Term]:
    for kind, one in load_schema().relationships.items():
        triples = directs(kind, one)
        for direct in triples:
            # Only what is true under the same conditions follows.
            others = [each for each in triples if each.where == direct.where and not each.term.startswith("kg:")]
            conditions = " and ".join(f"{name} is {value}" for name, value in direct.where.items())
            words = f"{one.description} Only where {conditions}." if conditions else one.description
            ends = (one.end, one.start) if direct.inverse else (one.start, one.end)
            example = f"{_someone(ends[0][0])} {direct.term} {_someone(ends[1][0])} ."
            domains, ranges = (tuple(f"kg:{label}" for label in labels) for labels in ends)
            label = _words(direct.term.removeprefix("kg:"))
            implies, back = (
                tuple(each.term for each in others if (each.inverse != direct.inverse) == turned)
                for turned in (False, True)
            )
            yield Term(
                direct.term,
                "object",
                label,
                (words,),
                example,
                domains=domains,
                ranges=ranges,
                implies=(*implies, *direct.implies),
                implies_back=(*back, *direct.implies_back),
                see=direct.see,
            )


def _properties(plans: Plans) -> Iterator[Term]:
    for label, plan in plans.nodes.items():
        yield from _of_plan(plan, f"kg:{label}", _with_article(_words(label)), _someone(label))
    for kind, link in plans.links.items():
        yield from _of_plan(link.node, relation_class(kind), f"a relation “{_words(kind)}”", _relation(kind))


def _of_plan(plan: Plan, owner: str, what: str, subject: str) -> Iterator[Term]:
    parts = load_schema().rdf.parts
    for one in plan.fields:
        bearer = parts[one.rdf.part].classes[0] if one.rdf.part else owner
        is_node = one.rdf.iri is not None or one.listed
        kind: Kind = "object" if is_node else "data"
        ranges = (
            ("rdf:List",) if one.listed else () if is_node or _is_words(one) else (datatype(one.declared, one.rdf),)
        )
        yield Term(
            one.terms[0],
            kind,
            _words(one.terms[0].partition(":")[2]),
            (f"Of {what}: {one.declared.description}",),
            f"{subject}{one.suffix} {one.terms[0]} {_value(one)} .",
            domains=(bearer,),
            ranges=ranges,
            implies=(*one.rdf.also, *one.rdf.implies),
            see=one.rdf.see,
            values=one.declared.values,
        )


def _is_words(one: Field) -> bool:
    """Tells whether its literals may have to be escaped, so that they are of more than one datatype."""
    return one.declared.type in ("string", "strings")


def _value(one: Field) -> str:
    declared = one.declared
    given = declared.example or (declared.values[0] if declared.values else _EXAMPLES.get(declared.type, "…"))
    if one.rdf.iri is not None:
        return f"id:{one.rdf.iri or _ID_OF.get(one.name, 'document-')}{_NUMBER}"
    if one.listed:
        return f'( "{given}" )'
    if declared.type in ("boolean", "integer") and not one.rdf.datatype:
        return given
    if one.rdf.text:
        return f'"{given}"@{load_schema().rdf.language}'
    return f'"{given}"' if _is_words(one) and not one.rdf.datatype else f'"{given}"^^{datatype(declared, one.rdf)}'


_ID_OF = {"post": "post-"}


def _someone(label: str) -> str:
    return f"id:{label.lower()}-{_NUMBER}"


def _relation(kind: str) -> str:
    return f"id:relation.{kind.lower().replace('_', '-')}-{_NUMBER}"


def _words(name: str) -> str:
    """Gives the words of a name: first seen for firstSeen, FIRST_SEEN and FirstSeen."""
    if name.isupper():
        return name.lower().replace("_", " ")
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return spaced.strip().replace("_", " ")


def _with_article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _merged(first: Term, second: Term) -> Term:
    def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*one, *other)))

    kind = "object" if "object" in (first.kind, second.kind) else first.kind
    return replace(
        first,
        kind=kind,
        definitions=both(first.definitions, second.definitions),
        parents=both(first.parents, second.parents),
        domains=both(first.domains, second.domains),
        ranges=both(first.ranges, second.ranges),
        implies=both(first.implies, second.implies),
        implies_back=both(first.implies_back, second.implies_back),
        see=both(first.see, second.see),
        values=both(first.values, second.values),
    )


def of_relationship(one: RelationshipType) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gives the classes that a relationship may join."""
    return tuple(f"kg:{label}" for label in one.start), tuple(f"kg:{label}" for label in one.end)
