"""How findings about minutes are printed, and when the exit status tells a failure."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Kg = Callable[..., Result]


@pytest.fixture
def wrong(minutes: Path) -> Path:
    """Gives the folder of minutes with a wrong weekday in the first and the last document."""
    for name in ("000", "002"):
        path = minutes / f"{name}.txt"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Date: 22", "Date: Saturday 22"), encoding="utf-8")
    return minutes


def test_findings_are_printed_with_their_place(kg: Kg, wrong: Path) -> None:
    result = kg("lint", wrong, "--jobs", 1, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = json.loads(result.stdout)
    assert [(row["document"], row["rule"]) for row in rows] == [
        ("minutes/000.txt", "weekday"),
        ("minutes/002.txt", "weekday"),
    ]
    text = (wrong / "000.txt").read_text(encoding="utf-8")
    assert text[rows[0]["start"] : rows[0]["end"]] == rows[0]["words"] == "Saturday 22 May 2000"
    assert rows[0]["advice"] == "22 May 2000 is a Monday: check the day and the weekday."


def test_a_table_and_csv_say_the_same(kg: Kg, wrong: Path) -> None:
    table, rows = kg("lint", wrong / "000.txt"), kg("lint", wrong / "000.txt", "--format", "csv")
    (row,) = csv.DictReader(rows.stdout.splitlines())
    assert list(row) == ["document", "rule", "words", "start", "end", "advice"]
    assert [value for value in row.values() if " ".join(value.split()) not in " ".join(table.stdout.split())] == []


def test_the_number_of_processes_changes_no_byte(kg: Kg, wrong: Path) -> None:
    one, two = (kg("lint", wrong, "--jobs", jobs) for jobs in (1, 2))
    assert one.stdout_bytes == two.stdout_bytes != b""


def test_that_nothing_is_wrong_is_said(kg: Kg, minutes: Path) -> None:
    result = kg("lint", minutes, "--jobs", 1)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No rule finds anything wrong.\n")


def test_a_file_that_cannot_be_read_costs_no_other(kg: Kg, wrong: Path) -> None:
    (wrong / "001.txt").write_bytes(b"")
    result = kg("lint", wrong, "nowhere", "--jobs", 1, "--format", "json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)) == 2
    assert [line.split()[0] for line in result.stderr.splitlines()] == ["Error:", "Error:"]


def test_of_what_was_not_read_nothing_is_said(kg: Kg) -> None:
    result = kg("lint", "nowhere")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: nowhere does not exist. Check the path.\n"
