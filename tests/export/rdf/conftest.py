"""Gives the graphs that RDF is made of: of the examples and, where they are there, of real minutes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_loader.cli.main import main
from graph_loader.export.rdf.elements import Element, elements
from graph_loader.store import Store, open_store

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
MINUTES = {"examples": (ROOT / "examples" / "minutes",), "real": (SHARED / "seeds", SHARED / "other-minutes")}


@pytest.fixture(scope="session", params=list(MINUTES))
def loaded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of a graph that all tests read."""
    minutes = MINUTES[request.param]
    if not all(folder.is_dir() for folder in minutes):
        pytest.skip("the real minutes are not here")
    graph = tmp_path_factory.mktemp(request.param) / "graph"
    options = ["--graph", str(graph), "--jobs", "1", "--model", "none"]
    result = CliRunner().invoke(main, ["load", *map(str, minutes), *options])
    # A document without text in it is told, and costs the others nothing.
    assert result.exit_code == 0 or "has no text in it" in result.stderr, result.stderr
    return graph


@pytest.fixture(scope="session")
def graph(loaded: Path) -> Iterator[Store]:
    """Gives the graph, open for reading."""
    with open_store(loaded, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def found(graph: Store) -> list[Element]:
    """Gives all that is in the graph."""
    return list(elements(graph))
