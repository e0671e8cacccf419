"""Checks that what the docs say is there: targets, commands, queries, files, folders, and one word for each label."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from graph_loader import evaluate
from graph_loader.annotate import profile
from graph_loader.extract import lint
from graph_loader.model import graph, layout, record
from graph_loader.query import verify

ROOT = Path(__file__).parents[1]
DOCS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SHIPPED = [*DOCS, "Makefile", "pyproject.toml", ".ci/run", "docker-compose.yml", "Dockerfile"]


def read(name: str) -> str:
    """Gives the text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def code(name: str) -> str:
    """Gives all that a Markdown file shows as code: fenced blocks and the words between backticks."""
    text = read(name)
    fenced = re.findall(r"^```[^\n]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))
    return "\n".join([*fenced, *inline])


@pytest.mark.parametrize("name", DOCS)
def test_make_targets_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z][\w-]*):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z][\w-]*)", code(name))) <= targets


def test_every_make_target_is_explained() -> None:
    targets = re.findall(r"^([a-z0-9-]+):.*## ", read("Makefile"), re.MULTILINE)
    assert targets
    assert [target for target in targets if target != "help" and f"make {target}" not in read("CONTRIBUTING.md")] == []


@pytest.fixture(scope="module")
def commands() -> set[str]:
    """Gives the names of the commands that `kg --help` lists."""
    kg = Path(sysconfig.get_path("scripts")) / "kg"
    shown = subprocess.run([kg, "--help"], check=True, capture_output=True, text=True).stdout
    return set(re.findall(r"^  ([a-z-]+) ", shown.split("Commands:")[1], re.MULTILINE))


@pytest.mark.parametrize("name", DOCS)
def test_commands_exist(name: str, commands: set[str]) -> None:
    assert set(re.findall(r"\bkg ([a-z][a-z-]*)", code(name))) <= commands


@pytest.mark.parametrize("name", DOCS)
def test_queries_exist(name: str) -> None:
    queries = {path.stem for path in (ROOT / "queries").glob("*.cypher")}
    assert set(re.findall(r"\bkg query ([a-z][a-z-]*)", code(name))) <= queries


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", read(name))
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_no_place_of_one_machine_is_named(name: str) -> None:
    assert not re.search(r"/(root|home|Users|work|tmp|opt|srv)/|pypi\.org|pythonhosted|--index-url", read(name))


def test_the_architecture_names_every_folder() -> None:
    package = [path for path in (ROOT / "graph_loader").iterdir() if any(path.glob("*.py")) or path.name == "profiles"]
    named = set(re.findall(r"`((?:\w+/)+)`", read("docs/architecture.md")))
    assert {f"graph_loader/{path.name}/" for path in package if path.is_dir()} <= named
    assert [folder for folder in named if not (ROOT / folder).is_dir() and "_data" not in folder] == []


def test_the_architecture_names_files_that_are_there() -> None:
    steps = re.findall(r"^\*\*(\w+)\.\*\* (.*?)\n\n", read("docs/architecture.md"), re.DOTALL | re.MULTILINE)
    named = [(step, name) for step, text in steps for name in re.findall(r"`(\w+\.py)`", text)]
    assert named
    assert [name for name in named if not ROOT.joinpath("graph_loader", *name).is_file()] == []


def test_the_glossary_has_every_label_and_no_other() -> None:
    schema = yaml.safe_load(read("schema/graph.yaml"))
    rows = re.findall(r"^\| [^|]+ \| ([^|]*) \| ", read("docs/glossary.md"), re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`([A-Z]\w+)`", row) if not name.startswith("KG_")}
    labels = schema["nodes"].keys() | schema["relationships"].keys()
    assert labels <= names
    known = {name for module in (layout, record, graph, profile, lint, evaluate, verify) for name in vars(module)}
    assert names - labels <= known
