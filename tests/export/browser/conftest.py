"""Gives the graph of the example minutes, from which the pack takes its values."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_loader.cli.main import main
from graph_loader.store import Store, open_store

MINUTES = Path(__file__).parents[3] / "examples" / "minutes"


@pytest.fixture(scope="session")
def example_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of the graph."""
    folder = tmp_path_factory.mktemp("examples") / "kg-graph"
    result = CliRunner().invoke(main, ["load", str(MINUTES), "--graph", str(folder), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    return folder


@pytest.fixture(scope="session")
def examples(example_graph: Path) -> Iterator[Store]:
    """Gives the graph, open for reading."""
    with open_store(example_graph, read_only=True) as store:
        yield store
