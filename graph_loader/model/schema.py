"""Reads `schema/graph.yaml`, the one source of truth of labels, relationship types and properties.

Run as a module, it writes what is generated from it anew.
"""

from collections.abc import Container
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from graph_loader.model.resources import resource_folder
from graph_loader.model.schema_rdf import (
    GivenNode,
    GivenProperty,
    GivenRelationship,
    NodeRdf,
    RdfRules,
    RelationshipRdf,
)

Scope = Literal["document", "shared", "linked"]
PropertyType = Literal["string", "strings", "integer", "float", "boolean", "edtf", "date"]
Join = Literal["best", "first", "last", "rank", "union"]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Label = Annotated[str, StringConstraints(pattern=r"^[A-Z][a-z]+([A-Z][a-z]+)*$")]
RelationshipName = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(_[A-Z]+)*$")]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Property(_Entry):
    """Is one property: its type, whether it is always there, and how the claims of several documents join."""

    type: PropertyType
    description: str
    required: bool = False
    values: tuple[str, ...] = ()
    join: Join | None = None
    rdf: GivenProperty | None = None
    example: str = ""

    @property
    def join_rule(self) -> Join:
        """Gives the rule by which two claims become one: the declared one, else the type's own."""
        return self.join or ("union" if self.type == "strings" else "best")


class _Kind(_Entry):
    description: str
    scope: Scope
    include: tuple[str, ...] = ()
    properties: dict[Name, Property] = Field(default_factory=dict)


FOLDED = "folded"
"""The property that a store adds to a node, so that it is found by its words."""


class NodeType(_Kind):
    """Is one label with its properties, those of the included groups among them."""

    index: tuple[str, ...] = ()
    folded: Name | None = None
    """Which property is found without regard to case, accents and punctuation."""
    rdf: GivenNode = NodeRdf()


class RelationshipType(_Kind):
    """Is one relationship type with the labels that it may join and its properties."""

    start: tuple[Label, ...] = Field(alias="from")
    end: tuple[Label, ...] = Field(alias="to")
    key: tuple[str, ...] = ()
    index: tuple[str, ...] = ()
    rdf: GivenRelationship = RelationshipRdf()


class Schema(_Entry):
    """Is the whole of `graph.yaml`: no name is both label and type, and nothing refers to what is not declared."""

    prefixes: dict[str, str]
    rdf: RdfRules
    groups: dict[str, dict[Name, Property]]
    nodes: dict[Label, NodeType]
    relationships: dict[RelationshipName, RelationshipType]

    @model_validator(mode="after")
    def _check(self) -> Self:
        both = {label.upper() for label in self.nodes} & set(self.relationships)
        if both:
            raise ValueError(f"both label and relationship type: {', '.join(sorted(both))}")
        for name, node in self.nodes.items():
            _require(name, (*node.index, *([node.folded] if node.folded else [])), node.properties)
        for name, relationship in self.relationships.items():
            _require(name, (*relationship.key, *relationship.index), relationship.properties)
            _require(name, (*relationship.start, *relationship.end), self.nodes)
        return self

    @model_validator(mode="before")
    @classmethod
    def _add_groups(cls, raw: dict[str, Any]) -> dict[str, Any]:
        def whole(entry: dict[str, Any]) -> dict[str, Any]:
            included = [raw["groups"][group] for group in entry.get("include", ())]
            properties: dict[str, Any] = {}
            for group in (*included, entry.get("properties", {})):
                properties |= group
            return entry | {"properties": properties}

        kinds = ("nodes", "relationships")
        return raw | {kind: {name: whole(entry) for name, entry in raw[kind].items()} for kind in kinds}

    @property
    def indexes(self) -> dict[str, tuple[str, str]]:
        """Gives label or type and property of each index by its name; what is folded has one as it has one itself."""
        kinds = {
            label: (*node.index, *([FOLDED] if node.folded in node.index else [])) for label, node in self.nodes.items()
        }
        kinds |= {kind: relationship.index for kind, relationship in self.relationships.items()}
        return {f"{kind.lower()}_{name}": (kind, name) for kind, names in kinds.items() for name in names}

    def labels(self, scope: Scope) -> tuple[str, ...]:
        """Lists the labels of one scope, in the order of the file."""
        return tuple(label for label, node in self.nodes.items() if node.scope == scope)


def _require(owner: str, names: tuple[str, ...], known: Container[str]) -> None:
    missing = [name for name in names if name not in known]
    if missing:
        raise ValueError(f"{owner} refers to {', '.join(missing)}, which is not declared")


@cache
def load_schema() -> Schema:
    """Loads the schema that travels with the package."""
    text = (resource_folder("schema") / "graph.yaml").read_text(encoding="utf-8")
    return Schema.model_validate(yaml.safe_load(text))


def constraints_cypher(schema: Schema) -> str:
    """Writes the statements that make ids unique and names, dates and such quick to find, one on a line."""
    lines = ["// Generated from graph.yaml by `python -m graph_loader.model.schema`: do not edit."]
    for label in schema.nodes:
        lines.append(f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;")
    for index, (kind, name) in schema.indexes.items():
        pattern = f"(n:{kind})" if kind in schema.nodes else f"()-[n:{kind}]-()"
        lines.append(f"CREATE INDEX {index} IF NOT EXISTS FOR {pattern} ON (n.{name});")
    return "\n".join(lines) + "\n"


def generate(folder: Path) -> None:
    """Writes every generated file into the folder."""
    (folder / "constraints.cypher").write_text(constraints_cypher(load_schema()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    generate(resource_folder("schema"))
