"""Checks that the data flows one way: a step imports earlier steps, `model` and `errors`, and nothing else of ours."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "graph_loader"
STEPS = ("read", "annotate", "extract", "evaluate", "resolve", "store", "query", "export", "cli")
SHARED = ("errors", "model", "__version__")
MODULES = sorted(path.relative_to(PACKAGE.parent).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))


def parts_imported(source: str, module: str) -> set[str]:
    """Gives the parts of the package (`read`, `model`, `errors` …) that the source of one module imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{_origin(node, module)}.{alias.name}" for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith(f"{PACKAGE.name}.")}


def _origin(node: ast.ImportFrom, module: str) -> str:
    """Gives the absolute name of the module that a `from` import names."""
    package = module.split("/")[: -node.level] if node.level else []
    return ".".join([*package, *([node.module] if node.module else [])])


def parts_allowed(module: str) -> set[str]:
    """Gives the parts of the package that one module may import."""
    part = module.split("/")[1]
    if part == "__init__":
        # What the package offers by itself, and imports when it is called.
        return {"export", "store"}
    if part == "errors":
        return set()
    if part == "model":
        return set(SHARED)
    return {*SHARED, *STEPS[: STEPS.index(part) + 1]}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_comes_before_it(module: str) -> None:
    source = (PACKAGE.parent / f"{module}.py").read_text(encoding="utf-8")
    assert parts_imported(source, module) <= parts_allowed(module)


def test_every_folder_is_a_step() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if any(path.rglob("*.py")) and path.is_dir()}
    assert folders <= {"model", *STEPS}


@pytest.mark.parametrize(
    ("source", "module", "parts"),
    [
        ("import graph_loader.store.graph as g", "graph_loader/read/pdf", {"store"}),
        ("from graph_loader import query", "graph_loader/read/pdf", {"query"}),
        ("from graph_loader.cli.main import main", "graph_loader/read/pdf", {"cli"}),
        ("from ..export import rdf", "graph_loader/read/pdf", {"export"}),
        ("from . import text", "graph_loader/read/pdf", {"read"}),
        ("def f():\n    from graph_loader.errors import KgError", "graph_loader/read/pdf", {"errors"}),
        ("import json, rdflib.store", "graph_loader/read/pdf", set()),
    ],
)
def test_each_way_of_importing_is_seen(source: str, module: str, parts: set[str]) -> None:
    assert parts_imported(source, module) == parts


def test_the_direction_is_the_path_of_the_data() -> None:
    assert parts_allowed("graph_loader/model/ids") == {*SHARED}
    assert parts_allowed("graph_loader/extract/record") == {*SHARED, "read", "annotate", "extract"}
