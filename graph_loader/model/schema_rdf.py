"""Says how `schema/graph.yaml` declares what a label, relationship or property is in RDF."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Term = Annotated[str, StringConstraints(pattern=r"^[a-z]+:[A-Za-z][A-Za-z0-9-]*$")]
"""Is a term as a prefix of `graph.yaml` and a local name."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _as_term(given: Any) -> Any:
    return {"term": given} if isinstance(given, str) else given


class PropertyRdf(_Entry):
    """Is one property in RDF: its term, on which part of its owner it stands, and what public terms it is close to."""

    term: Term | None = None
    also: tuple[Term, ...] = ()
    part: str = ""
    text: bool = False
    set: bool = False
    iri: str | None = None
    datatype: Term | None = None
    implies: tuple[Term, ...] = ()
    see: tuple[str, ...] = ()


class Direct(_Entry):
    """Is one triple between the ends of a relationship; `where` holds the values with which it is true.

    `implies` holds terms of others that are true whenever this one is, `implies_back` those that are then true the
    other way round.
    """

    term: Term
    inverse: bool = False
    where: dict[str, str] = Field(default_factory=dict)
    implies: tuple[Term, ...] = ()
    implies_back: tuple[Term, ...] = ()
    see: tuple[str, ...] = ()


class NodeRdf(_Entry):
    """Is one label in RDF: its public classes, the terms that its name has beside rdfs:label, and where to read on."""

    classes: tuple[Term, ...] = ()
    label: tuple[Term, ...] = ()
    see: tuple[str, ...] = ()


class RelationshipRdf(_Entry):
    """Is one relationship type in RDF: the triples between its ends, and what the node of one that says more is."""

    direct: tuple[Annotated[Direct, BeforeValidator(_as_term)], ...] = ()
    classes: tuple[Term, ...] = ()
    start: tuple[Term, ...] = ()
    end: tuple[Term, ...] = ()
    see: tuple[str, ...] = ()


class Part(_Entry):
    """Is a node that bears some of the properties of its owner, or of another part named `of`."""

    of: str = ""
    classes: tuple[Term, ...]
    link: Term
    back: Term | None = None
    description: str


class RdfRules(_Entry):
    """Holds what is said once for the whole schema."""

    language: str
    properties: dict[str, PropertyRdf]
    parts: dict[str, Part]


def _as_classes(given: Any) -> Any:
    return {"classes": [given]} if isinstance(given, str) else given


def _as_direct(given: Any) -> Any:
    return {"direct": [given]} if isinstance(given, str) or "term" in given else given


GivenProperty = Annotated[PropertyRdf, BeforeValidator(_as_term)]
GivenNode = Annotated[NodeRdf, BeforeValidator(_as_classes)]
GivenRelationship = Annotated[RelationshipRdf, BeforeValidator(_as_direct)]
