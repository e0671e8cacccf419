"""Gives the tests on Neo4j their servers, and the graphs of the same minutes in both engines."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph_loader.extract import extract_record
from graph_loader.model.graph import Contribution
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution
from graph_loader.store import Server, Store, open_store
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


@contextmanager
def in_both(server: Server, folder: Path, contributions: list[Contribution]) -> Iterator[tuple[Store, Store]]:
    """Loads the same into a folder and onto a server, and opens both."""
    clear(server)
    with open_store(folder, create=True) as embedded, open_store(server, create=True) as served:
        for store in (embedded, served):
            for one in contributions:
                store.write(one)
            store.link()
        yield embedded, served


def _contributions(files: Iterable[Path]) -> list[Contribution]:
    return [contribution(extract_record(read_document(path, name=path.name))) for path in sorted(files)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gives the folder for an embedded graph beside that on the server."""
    return tmp_path / "embedded"
