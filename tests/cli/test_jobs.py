"""What a document that brings its process down costs, and what is left when nobody wants more."""

import multiprocessing
import os
from pathlib import Path
from typing import Any

from graph_loader.cli.jobs import make_all
from graph_loader.cli.sources import Reading, Source
from graph_loader.errors import ReadError
from graph_loader.extract import extract_record
from graph_loader.model.record import Record

READING = Reading(profile="general", jobs=2, max_size=10_000)


class Deadly:
    """Ends the process that it is sent to."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def deadly(name: str) -> Source:
    return Source(name, path=Deadly())  # type: ignore[arg-type]


def test_a_reader_that_is_brought_down_costs_one_document(minutes: Path) -> None:
    good = [Source(path.name, path) for path in sorted(minutes.iterdir())]
    outcomes = list(make_all(extract_record, [good[0], deadly("bad.pdf"), good[1]], READING))
    assert [outcome.source.name for outcome in outcomes] == ["000.txt", "bad.pdf", "001.txt"]
    assert [type(outcome.result) for outcome in outcomes] == [Record, ReadError, Record]
    assert str(outcomes[1].result).startswith("bad.pdf cannot be read: it brings the reader down.")


def test_who_wants_no_more_leaves_no_process_behind(minutes: Path) -> None:
    outcomes = make_all(extract_record, [Source(path.name, path) for path in sorted(minutes.iterdir())], READING)
    assert isinstance(next(outcomes).result, Record)
    outcomes.close()
    assert multiprocessing.active_children() == []
