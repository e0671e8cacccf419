"""Whether the example in each query's help finds something in the made-up minutes."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_loader.cli.main import main
from graph_loader.query.catalogue import load_catalogue

MINUTES = Path(__file__).parents[2] / "examples" / "minutes"
QUERIES = sorted(load_catalogue())


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("examples") / "kg-graph"
    result = CliRunner().invoke(main, ["load", str(MINUTES), "--graph", str(graph), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    return graph


@pytest.mark.parametrize("name", QUERIES)
def test_the_example_of_a_query_finds_something(examples: Path, name: str) -> None:
    line = shlex.split(load_catalogue()[name].example)[1:]
    result = CliRunner().invoke(main, [*line, "--graph", str(examples), "--format", "json"])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)


def test_an_id_that_nothing_has_is_told(examples: Path) -> None:
    line = ["query", "evidence", "--id", "question-0123456789abcdef", "--graph", str(examples)]
    result = CliRunner().invoke(main, line)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: Nothing in the graph has the id 'question-0123456789abcdef'. ")


@pytest.mark.parametrize("name", QUERIES)
def test_the_example_value_of_every_parameter_can_be_given(examples: Path, name: str) -> None:
    parameters = load_catalogue()[name].parameters
    needed = [part for key, one in parameters.items() if one.required for part in (f"--{key}", one.example)]
    for key, parameter in parameters.items():
        given = [] if parameter.required else [f"--{key.replace('_', '-')}", parameter.example]
        result = CliRunner().invoke(
            main, ["query", name, *needed, *given, "--graph", str(examples), "--format", "json"]
        )
        assert result.exit_code == 0, (key, result.stderr)
        assert json.loads(result.stdout), key


@pytest.mark.parametrize("name", sorted(set(QUERIES) - {"evidence", "issue-over-the-years", "person-timeline"}))
def test_words_are_shown_without_page_feet_and_tags(examples: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["query", name, "--graph", str(examples), "--format", "json"])
    assert not re.search(r"Page \d of|</|\\[nft]", result.stdout)
