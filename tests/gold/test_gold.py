"""Every gold file quotes its document exactly and hangs together."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent
GOLD = {
    path.name.removesuffix(".gold.json"): path
    for path in sorted(FOLDER.rglob("*.gold.json"))
    if path.parent.name != "links"
}
# The examples have their documents elsewhere, some of them built: their quotes are held in tests/examples.
DOCUMENTS = {path.stem: path for path in sorted(FOLDER.glob("*/*")) if path.suffix in {".txt", ".md"}}
NOTHING_TO_FIND = ["parish-council-2013-05", "parish-council-2020-01"]
UNNAMED = {"Chief Finance Officer", "member", "resident", "member of the public", "resident of Orchard Rise"}
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")
ATTENDANCE = {"present", "apologies", "minutes", "mentioned"}
QUESTIONS = {"asked", "queried", "sought_reassurance", "sought_clarity", "requested", "challenged"}
COMMITMENTS = {"action", "promise", "next_step"}


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(GOLD[name].read_text(encoding="utf-8"))
    return found


def words(name: str) -> str:
    return DOCUMENTS[name].read_text(encoding="utf-8")


def evidence(record: dict[str, Any]) -> Iterator[str]:
    for kind in ("items", "exchanges", "statements", "commitments"):
        yield from (entry["quote"] for entry in record[kind])
    for exchange in record["exchanges"]:
        yield from (response["quote"] for response in exchange["responses"])
    for commitment in record["commitments"]:
        yield from (commitment[key] for key in ("owner_text", "due_text") if commitment[key])


def actors(record: dict[str, Any]) -> Iterator[str]:
    for exchange in record["exchanges"]:
        yield from exchange["askers"] + exchange["addressees"]
        for response in exchange["responses"]:
            yield from response["speakers"]
    for statement in record["statements"]:
        yield from statement["speakers"]
    for commitment in record["commitments"]:
        yield from commitment["owners"]


@pytest.mark.parametrize("folder", ["tuning", "set-aside"])
def test_documents_stand_beside_their_gold(folder: str) -> None:
    documents = {name for name, path in DOCUMENTS.items() if path.parent.name == folder}
    assert len(documents) >= 6
    assert documents == {name for name, path in GOLD.items() if path.parent.name == folder}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_quotes_stand_in_the_text(name: str) -> None:
    text = words(name)
    assert [quote for quote in evidence(gold(name)) if not quote or quote not in text] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_names_stand_in_the_text(name: str) -> None:
    text, record = words(name).casefold(), gold(name)
    entries = [entry for kind in ("people", "bodies", "programmes") for entry in record[kind]]
    named = [each for entry in entries for each in (entry["name"], *entry["aliases"])]
    assert [each for each in named if each.casefold() not in text] == []


@pytest.mark.parametrize("name", GOLD)
def test_ids_and_names_stand_once(name: str) -> None:
    record = gold(name)
    keys = [(kind, entry["id"]) for kind in ("items", "exchanges", "commitments") for entry in record[kind]]
    keys += [(kind, entry["name"]) for kind in ("people", "bodies", "programmes") for entry in record[kind]]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("name", GOLD)
def test_what_refers_to_something_finds_it(name: str) -> None:
    record = gold(name)
    assert record["document"] == name
    items = {None, *(item["id"] for item in record["items"])}
    assert {item["parent"] for item in record["items"]} <= items
    found = [*record["exchanges"], *record["statements"], *record["commitments"], *record["item_issues"]]
    assert {each["item"] for each in found} <= items
    people = {person["name"] for person in record["people"]}
    assert {record["meeting"]["chair"], record["meeting"]["minutes_by"]} <= {None, *people}
    assert set(actors(record)) <= people | {body["name"] for body in record["bodies"]} | UNNAMED


@pytest.mark.parametrize("name", GOLD)
def test_kinds_are_of_the_known_ones(name: str) -> None:
    record = gold(name)
    assert {person["attendance"] for person in record["people"]} <= ATTENDANCE
    assert {exchange["act"] for exchange in record["exchanges"]} <= QUESTIONS
    assert {commitment["kind"] for commitment in record["commitments"]} <= COMMITMENTS


@pytest.mark.parametrize("name", GOLD)
def test_dates_are_iso_and_not_before_the_meeting(name: str) -> None:
    record = gold(name)
    held = record["meeting"]["date"]
    assert name.endswith(held[:7])
    due = [each["due_date"] for each in record["commitments"] if each["due_date"] and each["required"]]
    assert [date for date in due if not ISO.fullmatch(date) or date < held[: len(date)]] == []


def test_two_documents_have_nothing_to_find() -> None:
    empty = [name for name in DOCUMENTS if not any(gold(name)[kind] for kind in ("exchanges", "commitments"))]
    assert sorted(empty) == NOTHING_TO_FIND
    assert [name for name in empty if gold(name)["statements"]] == []
