"""Where a graph is: in a folder or on a server, by option or environment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Kg = Callable[..., Result]
URI = "bolt://127.0.0.1:1"


def test_the_server_is_asked_where_one_is_given(kg: Kg) -> None:
    result = kg("status", "--neo4j", URI, env={"NEO4J_PASSWORD": "secret-word"})
    assert result.stderr == f"Error: The server at {URI} cannot be reached. Start it, or mend its address.\n"
    assert result.exit_code == 1


@pytest.mark.parametrize("command", [("query", "attendance"), ("export", "json"), ("load", "-"), ("retract", "x")])
def test_the_environment_may_name_the_server_to_every_command(kg: Kg, command: tuple[str, ...]) -> None:
    result = kg(*command, env={"KG_NEO4J_URI": URI, "NEO4J_PASSWORD": "x"})
    assert "127.0.0.1:1 cannot be reached" in result.stderr


def test_a_folder_on_the_command_line_goes_before_a_server_in_the_environment(kg: Kg) -> None:
    result = kg("status", "--graph", "here", env={"KG_NEO4J_URI": URI})
    assert "There is no graph in here." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--neo4j", URI, "--graph", "here"), "--graph and --neo4j are two places."),
        (("--neo4j", URI), "There is no password for bolt://127.0.0.1:1. Set NEO4J_PASSWORD"),
        (("--neo4j", "http://localhost:7474"), "'http://localhost:7474' is no address of a Neo4j server."),
        (("--neo4j", "bolt://"), "is no address of a Neo4j server."),
        (("--neo4j", "bolt://host:port"), "is no address of a Neo4j server."),
    ],
)
def test_what_is_no_place_is_wrong_usage(kg: Kg, arguments: tuple[str, ...], message: str) -> None:
    result = kg("status", *arguments)
    assert message in result.stderr
    assert result.exit_code == 2


def test_a_password_in_an_address_is_refused_and_not_repeated(kg: Kg) -> None:
    result = kg("status", "--neo4j", "bolt://neo4j:secret-word@localhost:7687")
    assert "takes no user and password" in result.stderr
    assert "secret-word" not in result.output + result.stderr


def test_no_password_is_asked_where_no_server_is(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "graph.json").write_text('{"nodes": [], "edges": []}', encoding="utf-8")
    for command in (("diff", "graph.json", "graph.json"), ("browser-pack", "pack")):
        result = kg(*command, env={"KG_NEO4J_URI": URI})
        assert (result.exit_code, "password" in result.stderr) == (0, False)
