"""Writes our own terms as an OWL ontology, in Turtle."""

import json
from collections.abc import Iterator
from itertools import combinations

from graph_loader.export.rdf.terms import expand
from graph_loader.export.rdf.vocabulary import Kind, Term, vocabulary
from graph_loader.model.schema import load_schema

_OWL: dict[Kind, str] = {
    "class": "owl:Class",
    "object": "owl:ObjectProperty",
    "data": "owl:DatatypeProperty",
    "datatype": "rdfs:Datatype",
}
_HEAD = """\
kg:ontology a owl:Ontology ;
    dcterms:title "Vocabulary of minutes graphs"@en ;
    dcterms:description "Who asked whom what in public meetings, who promised what, and where the minutes say so."@en ;
    dcterms:license <https://www.apache.org/licenses/LICENSE-2.0> ;
    owl:versionInfo "1" .
"""


def prefixes() -> str:
    """Gives the prefixes of the schema as Turtle."""
    lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in load_schema().prefixes.items()]
    return "# Generated from graph.yaml by `make schema`: do not edit.\n" + "".join(lines)


def literal(text: str, language: str = "") -> str:
    """Gives a literal as Turtle writes it."""
    return json.dumps(text, ensure_ascii=False) + (f"@{language}" if language else "")


def ontology() -> str:
    """Gives the whole ontology: every term with label, definitions and example; no thing is of two labels."""
    return "\n".join([prefixes(), _HEAD, *map(_term, vocabulary()), _disjoint()])


def _term(term: Term) -> str:
    lines = [f"{term.term} a {_OWL[term.kind]}", *_facts(term)]
    return " ;\n    ".join(lines) + " .\n"


def _facts(term: Term) -> Iterator[str]:
    yield f"rdfs:label {literal(term.label, 'en')}"
    for words in term.definitions:
        yield f"skos:definition {literal(words, 'en')}"
    yield f"skos:example {literal(term.example)}"
    if term.values:
        yield f"skos:note {literal('One of: ' + ', '.join(term.values) + '.', 'en')}"
    if term.kind == "class":
        yield from (f"rdfs:subClassOf {parent}" for parent in term.parents)
    else:
        yield from _ends("domain", term.domains)
        yield from _ends("range", term.ranges)
        yield from (f"rdfs:subPropertyOf {other}" for other in term.implies)
        yield from (f"rdfs:subPropertyOf [ owl:inverseOf {other} ]" for other in term.implies_back)
    for see in term.see:
        yield f"rdfs:seeAlso <{see if '//' in see else expand(see)}>"
    yield "rdfs:isDefinedBy kg:ontology"


def _ends(which: str, classes: tuple[str, ...]) -> Iterator[str]:
    """Says what a property joins: of several classes only that it may be any of them."""
    if len(classes) == 1:
        yield f"rdfs:{which} {classes[0]}"
    else:
        yield from (f"schema:{which}Includes {one}" for one in classes)


def _disjoint() -> str:
    pairs = combinations(load_schema().nodes, 2)
    return "".join(f"kg:{first} owl:disjointWith kg:{second} .\n" for first, second in pairs)
