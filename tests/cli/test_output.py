"""How rows are written for people and for programs."""

import csv
import io
import json
from contextlib import redirect_stdout
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.cli.output import cell_text, write_rows

ROWS: list[dict[str, Any]] = [
    {"date": "2018-05-22", "who": ["Ada", "Ben"], "words": 'Why, "so"\nlate?', "said": True, "answers": []},
    {"date": None, "who": [], "words": "Zoë", "said": False, "answers": [{"by": ["Cy"], "id": "a-1", "words": "No."}]},
]
COLUMNS = list(ROWS[0])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (0.5, "0.5"),
        (["Ada", "Ben"], "Ada, Ben"),
        ([], ""),
        ({"by": ["Ada", "Ben"], "id": "x", "words": "No."}, "Ada, Ben: No."),
        ([{"by": [], "words": "No."}, {"by": ["Ada"], "words": "Yes."}], "not said: No.\nAda: Yes."),
    ],
)
def test_a_value_is_written_as_a_person_reads_it(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_json_is_what_the_graph_holds(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(COLUMNS, ROWS, "json")
    text = capsys.readouterr().out
    assert json.loads(text) == ROWS
    assert "Zoë" in text
    assert [list(row) for row in json.loads(text)] == [COLUMNS, COLUMNS]


def test_csv_keeps_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(COLUMNS, ROWS, "csv")
    header, first, second = csv.reader(io.StringIO(capsys.readouterr().out))
    assert header == COLUMNS
    assert first == ["2018-05-22", "Ada, Ben", 'Why, "so"\nlate?', "yes", ""]
    assert second == ["", "", "Zoë", "no", "Cy: No."]


@pytest.mark.parametrize(("style", "out"), [("json", "[]\n"), ("csv", "a,b\n"), ("table", "")])
def test_nothing_is_said_beside_the_data(capsys: pytest.CaptureFixture[str], style: Any, out: str) -> None:
    write_rows(["a", "b"], [], style)
    written = capsys.readouterr()
    assert written.out == out
    assert written.err == ("Nothing in the graph fits.\n" if style == "table" else "")


def shown(capsys: pytest.CaptureFixture[str], columns: list[str], rows: list[dict[str, Any]]) -> list[str]:
    write_rows(columns, rows, "table")
    return capsys.readouterr().out.splitlines()


def test_a_table_that_fits_has_a_line_for_each_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = shown(capsys, COLUMNS, ROWS)
    assert lines[0].split() == COLUMNS
    assert lines[1].split() == ["2018-05-22", "Ada,", "Ben", "Why,", '"so"', "late?", "yes", "–"]
    assert lines[2].split() == ["–", "–", "Zoë", "no", "Cy:", "No."]


@pytest.mark.parametrize("width", [30, 60, 100, 200])
def test_a_long_text_is_folded_and_nothing_is_lost(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = " ".join(f"word{number}" for number in range(80))
    row = {"date": "2018-05-22", "words": text, "who": "Ada", "id": "x" * 50}
    lines = shown(capsys, list(row), [row, row])
    assert max(map(len, lines)) <= width
    written = " ".join(lines)
    assert all(written.count(f"word{number}") >= 2 for number in range(80))
    assert "".join(lines).count("x") >= 100


@given(
    st.lists(st.lists(st.text("ab-é ", max_size=90), min_size=4, max_size=4), min_size=1, max_size=4),
    st.integers(30, 200),
)
def test_no_letter_is_lost_at_any_width(cells: list[list[str]], width: int) -> None:
    columns = ["date", "who", "words", "took_minutes"]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as written:
        patch.setenv("COLUMNS", str(width))
        write_rows(columns, [dict(zip(columns, row, strict=True)) for row in cells], "table")
    lines = written.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    text = "".join(cell for row in cells for cell in row)
    assert [written.getvalue().count(letter) for letter in "b-é"] == [text.count(letter) for letter in "b-é"]


def test_a_narrow_terminal_gets_a_card_for_each_row(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = shown(capsys, COLUMNS, ROWS)
    assert lines[0].split() == ["date", "2018-05-22"]
    assert lines[1].split() == ["who", "Ada,", "Ben"]
    assert lines.count("") == 2
    assert lines[6].split() == ["date", "–"]


def test_marks_of_the_page_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    (_, line) = shown(capsys, ["words"], [{"words": "fewer than <5\n</b> of <p class='x'>ten</p>"}])
    assert line == "fewer than <5 of ten"


def test_no_text_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    (_, line) = shown(capsys, ["words"], [{"words": "a\x1b[2Jb\u202ec [bold]d[/bold]"}])
    assert line == "a [2Jb c [bold]d[/bold]"
