"""Gives the tests of the examples the made-up minutes as plain words and the gold that goes with them."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MINUTES = ROOT / "examples" / "minutes"
SOURCE = ROOT / "examples" / "source"
GOLD = ROOT / "tests" / "gold"


def _written_words(path: Path) -> str:
    """Gives the words as they were written: the file's own text, or the data that it was built from."""
    source = SOURCE / f"{path.stem}.toml"
    if not source.exists():
        return path.read_text(encoding="utf-8")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    lines = [data["title"], *(f"{label}: {value}" for label, value in data["facts"])]
    lines += [" ".join(person) for person in [*data["present"], *data["apologies"]]]
    for item in data["items"]:
        lines += [item["heading"], *(line.partition(" || ")[0] for line in item["body"].splitlines())]
    return "\n".join(lines)


def _quotes(value: Any) -> Iterator[str]:
    """Gives every quote inside a record, however deep."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value["quote"]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)


@pytest.fixture(scope="session")
def minutes() -> dict[str, str]:
    """The words of every example by the file's stem."""
    return {path.stem: _written_words(path) for path in sorted(MINUTES.iterdir())}


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    """The gold of every example by the name of its document."""
    found = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("accountability-*.gold.json")))
    return {record["document"]: record for record in found}


@pytest.fixture(scope="session")
def quotes(gold: dict[str, Any]) -> dict[str, list[str]]:
    """All that the gold quotes by the name of the document."""
    return {name: list(_quotes(record)) for name, record in gold.items()}
