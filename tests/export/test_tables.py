"""Tables hold what people look up; as CSV and as a workbook they hold the same, and run nothing."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.errors import KgError
from graph_loader.export.csv_tables import harmless, write_csv
from graph_loader.export.lookup import Lookup
from graph_loader.export.tables import LAYOUTS, tables
from graph_loader.export.text import clean
from graph_loader.export.workbook import LONGEST, fitting, workbook
from graph_loader.model.graph import Contribution
from graph_loader.store import Store

Minutes = Callable[..., Contribution]
ANY = st.text(st.characters(exclude_categories=()))
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def restored(cell: str) -> str:
    """Gives back a cell that was made harmless, as the docs say."""
    return cell.removeprefix("'")


def read_workbook(data: bytes) -> dict[str, list[list[str]]]:
    """Reads the text of every cell by the workbook's own parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        words = [_unescaped("".join(node.text or "" for node in entry.iter(f"{_MAIN}t"))) for entry in shared]
        names = [
            sheet.attrib["name"] for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
        ]
        found = {}
        for number, name in enumerate(names, start=1):
            sheet = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            assert not list(sheet.iter(f"{_MAIN}f")) and not list(sheet.iter(f"{_MAIN}hyperlink"))
            assert all(cell.get("t", "s") == "s" for cell in sheet.iter(f"{_MAIN}c"))
            found[name] = [
                [words[int(value.text or 0)] if (value := cell.find(f"{_MAIN}v")) is not None else "" for cell in row]
                for row in sheet.iter(f"{_MAIN}row")
            ]
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def cells(store: Store) -> dict[str, list[Mapping[str, str]]]:
    return {table.name: list(table.rows) for table in tables(Lookup(store))}


def test_an_empty_graph_gives_tables_without_rows(store: Store, tmp_path: Path) -> None:
    write_csv(Lookup(store), tmp_path)
    assert {path.stem for path in tmp_path.iterdir()} == set(LAYOUTS)
    assert all(path.read_text(encoding="utf-8").count("\n") == 1 for path in tmp_path.iterdir())
    assert set(read_workbook(workbook(Lookup(store)))) == set(LAYOUTS)


def test_the_docs_name_every_table_with_its_columns() -> None:
    docs = Path(__file__).parents[2].joinpath("docs", "exports.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| [^|]+ \| (`[^|]+`) \|$", docs, re.MULTILINE)
    assert {table: re.findall(r"`(\w+)`", columns) for table, columns in rows} == {
        table: columns.split() for table, (columns, _) in LAYOUTS.items()
    }


def test_questions_have_a_row_for_each_answer(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    rows = cells(store)["questions"]
    assert [(row["asked_by"], row["put_to"], row["answered_by"], row["answer"]) for row in rows] == [
        ("Tom Ferreira", "Head of Lawns; Ines Holt", "Ines Holt; Members", "Soon, in a."),
        ("Tom Ferreira", "Head of Lawns; Ines Holt", "", "Later."),
    ]
    assert {row["item"] for row in rows} == {"Ponds"}


def test_a_question_without_an_answer_has_a_row(store: Store, minutes: Minutes, record: Callable[..., Any]) -> None:
    (exchange,) = record().exchanges
    store.write(minutes(exchanges=(replace(exchange, responses=()),)))
    assert [(row["answer"], row["answer_id"]) for row in cells(store)["questions"]] == [("", "")]


def test_commitments_say_owner_due_and_status_as_written(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    (row,) = cells(store)["commitments"]
    assert (row["owners"], row["owner_as_written"]) == ("Ines Holt", "IH")
    assert (row["due"], row["due_by"], row["due_as_written"]) == ("2019-04", "2019-04-30", "by April")
    assert row["status_as_written"] == ""


def test_every_piece_of_evidence_has_a_row(store: Store, minutes: Minutes) -> None:
    store.write(minutes())
    graph = Lookup(store)
    said = [*(one.properties for one in graph.nodes.values()), *(edge.properties for edge in graph.edges)]
    rows = cells(store)["evidence"]
    assert len(rows) == len([one for one in said if "text" in one])
    assert {row["document"] for row in rows} == {"a"}
    assert ("IH to clean the ponds of a by April", "140") in {(row["words"], row["start"]) for row in rows}


def test_people_and_posts_say_who_held_what_and_when(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a", date="2018-01-01"))
    store.write(minutes("b", date="2019-01-01"))
    (ines,) = (row for row in cells(store)["people"] if row["name"] == "Ines Holt")
    assert ines["posts"] == "Head of Parks, Brookvale Parks Trust"
    assert (ines["first_seen"], ines["last_seen"], ines["meetings"]) == ("2018-01-01", "2019-01-01", "2")
    (held,) = (row for row in cells(store)["posts"] if row["holder"] == "Ines Holt")
    assert (held["first_seen"], held["last_seen"], held["acting"]) == ("2018-01-01", "2019-01-01", "no")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "\n=1", "＝1", "'", "'=1"])
def test_what_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "2018-01-01", "1 - 2", "“=1”", "a 'b'"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(ANY)
def test_a_harmless_cell_can_be_restored_from_csv(text: str) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerow([harmless(text), "x"])
    written = file.getvalue().encode().decode()
    ((cell, _),) = csv.reader(io.StringIO(written, newline=""))
    assert restored(cell) == clean(text)
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}


@given(ANY, st.integers(min_value=0, max_value=40_000))
def test_a_cell_of_a_workbook_has_room(text: str, times: int) -> None:
    cell = fitting(text * times if len(text) < 5 else text)
    assert len(cell.encode("utf-16-le")) <= LONGEST * 2


def test_hostile_words_are_in_every_table_as_they_are(hostile: Store, tmp_path: Path) -> None:
    write_csv(Lookup(hostile), tmp_path)
    book = read_workbook(workbook(Lookup(hostile)))
    for table in tables(Lookup(hostile)):
        written = read_csv(tmp_path, table.name)
        assert [[restored(cell) for cell in row.values()] for row in written] == [
            [clean(row[column]) for column in table.columns] for row in table.rows
        ]
        assert not any(cell.lstrip()[:1] in {"=", "+", "-", "@"} for row in written for cell in row.values() if cell)
        expected = {fitting(cell) for row in table.rows for cell in row.values()}
        assert {cell for row in book[table.name] for cell in row} - {""} == {*expected, *table.columns} - {""}


def test_equal_graphs_give_equal_bytes_and_a_mark_on_request(store: Store, minutes: Minutes, tmp_path: Path) -> None:
    store.write(minutes())
    assert workbook(Lookup(store)) == workbook(Lookup(store))
    for folder, mark in (("a", False), ("b", True)):
        write_csv(Lookup(store), tmp_path / folder, bom=mark)
    for path in (tmp_path / "a").iterdir():
        assert (tmp_path / "b" / path.name).read_bytes() == b"\xef\xbb\xbf" + path.read_bytes()


def test_a_folder_that_cannot_be_made_is_told_and_other_files_stay(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(KgError, match="cannot be made"):
        write_csv(Lookup(store), tmp_path / "file" / "tables")
    (tmp_path / "people.csv").mkdir()
    with pytest.raises(KgError, match="cannot be written"):
        write_csv(Lookup(store), tmp_path)
    assert not list(tmp_path.glob(".*.part"))
