"""Gives the tests on Neo4j their servers, and the graphs of the same minutes in both engines."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from graph_loader.extract import extract_record
from graph_loader.model.graph import Contribution
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution
from graph_loader.store import Place, Server, open_store
from tests.neo4j.stores import clear, marked_releases, server_of

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "minutes"
REAL = ROOT.parent / "shared"


@pytest.fixture(scope="session", params=marked_releases())
def release(request: pytest.FixtureRequest) -> str:
    """Gives the name of each release in turn."""
    name: str = request.param
    return name


@pytest.fixture
def server(release: str) -> Server:
    """Gives a server with nothing of ours in its database."""
    found = server_of(release)
    clear(found)
    return found


@pytest.fixture(scope="session")
def examples() -> list[Contribution]:
    """Gives what the example minutes contribute."""
    return _contributions(EXAMPLES.iterdir())


@pytest.fixture(scope="session")
def real() -> list[Contribution]:
    """Gives what real minutes contribute, where they lie beside the project; they are no part of it."""
    files = [*REAL.glob("seeds/*.txt"), *REAL.glob("other-minutes/*.md")]
    if not files:
        pytest.skip("The real minutes are not here.")
    return _contributions(files)


@pytest.fixture(scope="session")
def example_graph(examples: list[Contribution], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of a graph of the examples, to be read alone: all tests on all releases share it."""
    return _in_folder(examples, tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def real_graph(real: list[Contribution], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the folder of a graph of the real minutes, to be read alone."""
    return _in_folder(real, tmp_path_factory.mktemp("real"))


def _in_folder(contributions: list[Contribution], folder: Path) -> Path:
    load(folder, contributions)
    return folder


def load(place: Place, contributions: list[Contribution]) -> None:
    """Loads documents into a folder or onto a server."""
    with open_store(place, create=True) as store:
        for one in contributions:
            store.write(one)
        store.link()


def _contributions(files: Iterable[Path]) -> list[Contribution]:
    return [contribution(extract_record(read_document(path, name=path.name))) for path in sorted(files)]
