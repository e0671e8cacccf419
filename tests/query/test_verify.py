"""Whether every quotation is held against its source, whatever is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph_loader.extract import extract_record
from graph_loader.model.record import Evidence, Record
from graph_loader.query.verify import verify
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution
from graph_loader.store import Store, open_store

Change = Callable[[Evidence, int], Evidence]
Opened = tuple[Store, Path]
PATH = "minutes/one.txt"
TEXT = """\
Oversight Meeting – May 2019

Date: 22 May 2019

Chair: Ada Hill

Attendance: Ada Hill – Commissioner, Ben Roe – Chief Constable

1. Call waiting

Ada Hill asked the Chief Constable why callers waited. The Chief Constable said that staff were new.

Ada Hill welcomed that.

ACTION: Ben Roe to report on call waiting.
"""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Gives a graph and the folder of its minutes; every test writes the one document anew."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / PATH).parent.mkdir()
    (folder / PATH).write_text(TEXT, encoding="utf-8")
    with open_store(folder / "kg-graph", create=True) as store:
        yield store, folder


def edited(evidence: Evidence, length: int) -> Evidence:
    return replace(evidence, quote=evidence.quote[:-1] + "!")


def moved(evidence: Evidence, length: int) -> Evidence:
    return replace(evidence, start=evidence.start + 1, end=evidence.end + 1)


def from_the_end(evidence: Evidence, length: int) -> Evidence:
    """Counts the offsets back from the end of the text, as only a slice understands them."""
    return replace(evidence, start=evidence.start - length, end=evidence.end - length)


def first_of(entries: tuple[Any, ...], wrong: Any) -> tuple[Any, ...]:
    return (wrong, *entries[1:])


def spoil(record: Record, kind: str, change: Change) -> Record:
    """Changes the evidence of the first entry of one kind."""

    def wrong(evidence: Any) -> Any:
        return change(evidence, record.source.characters)

    if kind == "chair":
        meeting = record.meeting
        return replace(record, meeting=replace(meeting, evidence={"chair": wrong(meeting.evidence["chair"])}))
    entries: tuple[Any, ...] = record.exchanges if kind == "answers" else getattr(record, kind)
    first = entries[0]
    if kind == "answers":
        first = replace(first, responses=first_of(first.responses, wrong(first.responses[0])))
    elif kind == "people":
        first = replace(first, mentions=first_of(first.mentions, wrong(first.mentions[0])))
    else:
        first = wrong(first)
    changed: dict[str, Any] = {"exchanges" if kind == "answers" else kind: first_of(entries, first)}
    return replace(record, **changed)


@pytest.mark.parametrize("change", [edited, moved, from_the_end])
@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("exchanges", ["question-"]),
        ("answers", ["answer-"]),
        ("statements", ["statement-"]),
        ("commitments", ["commitment-"]),
        ("items", ["agendaitem-"]),
        ("people", ["ATTENDED person-", "MENTIONS person-"]),
        ("chair", ["CHAIRED person-"]),
    ],
)
def test_a_wrong_quotation_is_caught(opened: Opened, kind: str, ids: list[str], change: Change) -> None:
    store, folder = opened
    record = extract_record(read_document(folder / PATH, name=PATH))
    assert store.write(contribution(spoil(record, kind, change))) in ("added", "replaced")
    (checked,) = verify(store, folder)
    assert [lie.path for lie in checked.lies] == [PATH] * len(ids)
    assert sorted(lie.id.rstrip("0123456789abcdef") for lie in checked.lies) == ids


def test_words_at_another_place_are_said_to_be_there(opened: Opened) -> None:
    store, folder = opened
    record = extract_record(read_document(folder / PATH, name=PATH))
    store.write(contribution(spoil(record, "commitments", moved)))
    (checked,) = verify(store, folder)
    (lie,) = checked.lies
    start, end = record.commitments[0].start, record.commitments[0].end
    assert lie.what.endswith(f"do not stand at {start + 1}-{end + 1} but at {start}-{end}")


def test_of_long_words_those_that_are_otherwise_are_shown(opened: Opened) -> None:
    store, folder = opened
    record = extract_record(read_document(folder / PATH, name=PATH))
    store.write(contribution(spoil(record, "answers", edited)))
    (checked,) = verify(store, folder)
    (lie,) = checked.lies
    assert "new.', not" in lie.what and lie.what.endswith("new!'")
