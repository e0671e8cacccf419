"""The gold of the examples quotes them exactly and hangs together."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "examples" / "minutes").iterdir())
BUILT = {path.stem for path in (ROOT / "examples" / "source").glob("*.toml")}
NOTHING_TO_FIND = "accountability-2021-01"
UNNAMED = {"Chief Finance Officer", "resident", "member of the public"}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def actors(record: dict[str, Any]) -> Iterator[str]:
    for exchange in record["exchanges"]:
        yield from exchange["askers"] + exchange["addressees"]
        for response in exchange["responses"]:
            yield from response["speakers"]
    for statement in record["statements"]:
        yield from statement["speakers"]
    for commitment in record["commitments"]:
        yield from commitment["owners"]


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


@pytest.mark.parametrize("name", NAMES)
def test_what_refers_to_something_finds_it(name: str, gold: dict[str, Any]) -> None:
    record = gold[name]
    items = [item["id"] for item in record["items"]]
    assert len(items) == len(set(items))
    assert {item["parent"] for item in record["items"]} <= {None, *items}
    found = [*record["exchanges"], *record["statements"], *record["commitments"], *record["item_issues"]]
    assert {each["item"] for each in found} <= set(items)
    known = {entry["name"] for kind in ("people", "bodies") for entry in record[kind]}
    assert set(actors(record)) <= known | UNNAMED


@pytest.mark.parametrize("name", NAMES)
def test_dates_are_iso_and_not_before_the_meeting(name: str, gold: dict[str, Any]) -> None:
    held = gold[name]["meeting"]["date"]
    assert name.removeprefix("accountability-") == held[:7]
    due = [each["due_date"] for each in gold[name]["commitments"] if each["due_date"] and each["required"]]
    assert [date for date in due if not ISO.fullmatch(date) or date < held[: len(date)]] == []


def test_one_meeting_has_nothing_to_find(gold: dict[str, Any]) -> None:
    record = gold[NOTHING_TO_FIND]
    assert record["exchanges"] == record["statements"] == []
    assert not any(commitment["required"] for commitment in record["commitments"])
