"""The schema is sound, and what is generated from it is up to date."""

import re
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from graph_loader.model.resources import resource_folder
from graph_loader.model.schema import Schema, constraints_cypher, load_schema

FOLDER = resource_folder("schema")


def raw() -> dict[str, Any]:
    whole: dict[str, Any] = yaml.safe_load((FOLDER / "graph.yaml").read_text(encoding="utf-8"))
    return whole


def test_the_generated_files_are_up_to_date() -> None:
    assert (FOLDER / "constraints.cypher").read_bytes() == constraints_cypher(load_schema()).encode()


def test_every_node_has_an_id_and_a_caption() -> None:
    for node in load_schema().nodes.values():
        assert (node.properties["id"].required, node.properties["name"].required) == (True, True)


def test_every_term_has_a_prefix_that_is_declared() -> None:
    found = set(re.findall(r'"([a-z]+):[A-Za-z][\w-]*"', load_schema().model_dump_json()))
    assert {"dcat", "foaf", "kg", "oa", "org", "schema", "xsd"} <= found <= load_schema().prefixes.keys()


def test_shared_edges_are_claimed_by_one_kind_of_shared_node() -> None:
    schema = load_schema()
    for kind in schema.relationships.values():
        if kind.scope == "shared":
            assert (len(kind.start), len(kind.end)) == (1, 1)
            assert schema.nodes[kind.start[0]].scope == "shared"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("relationships", "ASKED", "from"), ["Nobody"], "ASKED refers to Nobody"),
        (("nodes", "Person", "index"), ["nickname"], "Person refers to nickname"),
        (("relationships", "HELD", "key"), ["since"], "HELD refers to since"),
        (
            ("relationships", "PERSON"),
            {"description": "", "scope": "linked", "from": [], "to": []},
            "both label",
        ),
        (("nodes", "person"), {"description": "", "scope": "shared"}, "pattern"),
        (("nodes", "Person", "colour"), "red", "Extra inputs"),
        (("nodes", "Person", "properties", "age"), {"type": "number", "description": ""}, "Input should be"),
    ],
)
def test_a_schema_that_is_not_sound_is_refused(path: tuple[str, ...], value: object, message: str) -> None:
    whole = raw()
    place = whole
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(ValidationError, match=message):
        Schema.model_validate(whole)
