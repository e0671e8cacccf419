"""The gold of the examples quotes them exactly; tests/gold holds that it hangs together."""

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "examples" / "minutes").iterdir())
BUILT = {path.stem for path in (ROOT / "examples" / "source").glob("*.toml")}
NOTHING_TO_FIND = "accountability-2021-01"


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def test_every_example_has_its_gold(gold: dict[str, Any]) -> None:
    assert sorted(gold) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_quotes_stand_in_the_text(name: str, quotes: dict[str, list[str]], minutes: dict[str, str]) -> None:
    # A built file has its own lines and bullets, so only the words of its source can be compared.
    same = bare if name in BUILT else str
    text = same(minutes[name])
    assert [quote for quote in quotes[name] if same(quote) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_names_stand_in_the_text(name: str, gold: dict[str, Any], minutes: dict[str, str]) -> None:
    text = bare(minutes[name]).casefold()
    named = [person["name"] for person in gold[name]["people"]]
    named += [alias for person in gold[name]["people"] for alias in person["aliases"]]
    named += [entry["name"] for kind in ("bodies", "programmes") for entry in gold[name][kind] if entry["required"]]
    assert [each for each in named if bare(each).casefold() not in text] == []


def test_one_meeting_has_nothing_to_find(gold: dict[str, Any]) -> None:
    record = gold[NOTHING_TO_FIND]
    assert record["exchanges"] == record["statements"] == []
    assert not any(commitment["required"] for commitment in record["commitments"])
