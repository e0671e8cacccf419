"""No name of one document or authority stands in code or profiles; what a whole sector shares may."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_loader.annotate.profile import load_profile

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"
# What every force and commissioner has or deals with.
SECTOR = {
    "Body worn video",
    "CPS",
    "HMIC",
    "HMICFRS",
    "Home Office",
    "IOM",
    "MARSOC",
    "OPCC",
    "PEEL",
    "Police Federation",
    "ROCU",
    "Single Online Home",
}
# Parts of longer names: the Director of Business Services; and no name by themselves: an executive team.
PARTS = {"Business Services", "Executive Team"}


@pytest.fixture(scope="module")
def gold() -> list[dict[str, Any]]:
    """What careful readers found in the real minutes."""
    paths = [path for path in sorted(GOLD.glob("*.gold.json")) if "links" not in path.name]
    if not paths:
        pytest.skip("the gold of the real minutes is not here")
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    """The text of all code and profiles by its path."""
    files = [path for path in (ROOT / "graph_loader").rglob("*") if path.suffix in {".py", ".toml", ".txt"}]
    files += [*(ROOT / "queries").rglob("*.cypher"), *(ROOT / "schema").iterdir()]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in sorted(files)}


def forces() -> set[str]:
    """Gives the forces of the gazetteer by all their names, with the places that they are called after."""
    suffixes = re.compile(r" (Police|Constabulary|Police Service)$")
    known = load_profile("uk-policing").organisations.known
    named = {form for name, forms in known.items() for form in (name, *forms) if suffixes.search(form)}
    return named | {suffixes.sub("", name) for name in named}


def names(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield from (entry["name"], *entry["aliases"])


def found(name: str, shipped: dict[str, str]) -> list[str]:
    # Names of several words are looked for in any case; among single words case tells names from common nouns.
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE if " " in name else re.NOFLAG)
    return [path for path, text in shipped.items() if pattern.search(text)]


def test_nobodys_name_is_there(gold: list[dict[str, Any]], shipped: dict[str, str]) -> None:
    people = {person["name"] for record in gold for person in record["people"]}
    assert len(people) > 10
    assert {name: where for name in sorted(people) if (where := found(name, shipped))} == {}
    surnames = {name.split()[-1] for name in people}
    # Some given names of the list are surnames too.
    code = {path: text for path, text in shipped.items() if not path.endswith("given_names.txt")}
    assert {name: where for name in sorted(surnames) if (where := found(name, code))} == {}


@pytest.mark.parametrize("kind", ["bodies", "programmes"])
def test_no_body_or_programme_of_one_authority_is_there(
    gold: list[dict[str, Any]], shipped: dict[str, str], kind: str
) -> None:
    # What is printed with no capital is no name by itself: a control room, an alliance.
    named = {name for record in gold for name in names(record[kind]) if not name.islower()}
    named |= {record["meeting"][field] for record in gold for field in ("series", "title") if kind == "bodies"}
    assert len(named) > 15
    local = sorted(named - SECTOR - PARTS - forces())
    assert {name: where for name in local if (where := found(name, shipped))} == {}


def test_the_sectors_names_are_listed_for_a_reason(gold: list[dict[str, Any]], shipped: dict[str, str]) -> None:
    there = {name for record in gold for kind in ("bodies", "programmes") for name in names(record[kind])}
    assert sorted(name for name in SECTOR if name not in there or not found(name, shipped)) == []
