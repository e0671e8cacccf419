"""Builds the wheel, installs it into a fresh environment away from the source tree, and runs `kg` there."""

import json
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from uv import find_uv_bin

ROOT = Path(__file__).parents[1]
Kg = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds the wheel with the locked build backend."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def kg(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Kg:
    """Gives a function that runs the installed `kg` in an empty folder and returns what it prints.

    The fresh environment holds the wheel alone. A `.pth` file lets it see the dependencies that are installed here;
    the editable install of this source tree stays out, because only `.pth` files in a site folder itself are read.
    """
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home / "venv", with_pip=False)
    python = home / "venv" / "bin" / "python"
    install = (find_uv_bin(), "pip", "install", "--quiet", "--offline", "--no-deps", "--python", str(python))
    run(*install, str(wheel), cwd=home)
    (site,) = (home / "venv").glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    place = run(str(python), "-c", "import graph_loader; print(graph_loader.__file__)", cwd=home)
    assert Path(place.strip()).is_relative_to(site)
    return lambda *words: run(str(python.with_name("kg")), *words, cwd=home)


def run(*command: str, cwd: Path) -> str:
    """Runs a command and gives its standard output; fails with its standard error."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("folder", "place"),
    [("queries", "_data/queries"), ("schema", "_data/schema"), ("graph_loader/profiles", "profiles")],
)
def test_the_data_files_travel_in_the_wheel(wheel: Path, folder: str, place: str) -> None:
    files = [path.relative_to(ROOT / folder).as_posix() for path in (ROOT / folder).rglob("*.*")]
    assert files
    packed = ZipFile(wheel).namelist()
    assert [name for name in files if f"graph_loader/{place}/{name}" not in packed] == []


def test_the_wheel_says_that_it_is_typed(wheel: Path) -> None:
    assert "graph_loader/py.typed" in ZipFile(wheel).namelist()


def test_help_lists_the_commands(kg: Kg) -> None:
    listing = kg("--help")
    assert all(command in listing for command in ("load", "extract", "query", "status", "retract"))


def test_every_query_is_listed(kg: Kg) -> None:
    listing = kg("query")
    names = [path.stem for path in (ROOT / "queries").glob("*.cypher")]
    assert names
    assert [name for name in names if name not in listing] == []


def test_minutes_are_loaded_and_asked(kg: Kg) -> None:
    graph = ("--graph", "graph")
    kg("load", str(ROOT / "examples" / "minutes" / "accountability-2018-05.txt"), *graph)
    assert json.loads(kg("query", "who-asked-whom", *graph, "--format", "json"))
