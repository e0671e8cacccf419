"""Writes the tables as CSV that spreadsheets open, and that runs nothing there."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from graph_loader.errors import KgError
from graph_loader.export.files import write_file
from graph_loader.export.lookup import Lookup
from graph_loader.export.tables import Table, tables
from graph_loader.export.text import clean

_BOM = b"\xef\xbb\xbf"
_FORMULA = re.compile(r"'|\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet could take for a formula, and how one begins that has been made harmless."""


def harmless(cell: str) -> str:
    """Gives a cell that no spreadsheet takes for a formula: where one could, an apostrophe goes before it.

    One goes before a cell that begins with an apostrophe, too: taking one off where there is one gives the cell back.
    """
    text = clean(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(graph: Lookup, folder: Path, *, bom: bool = False) -> None:
    """Writes every table into a file of its name in the folder; raises KgError when one cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    for table in tables(graph):
        write_file(folder / f"{table.name}.csv", _pieces(table, bom))


def _pieces(table: Table, bom: bool) -> Iterator[bytes]:
    if bom:
        yield _BOM
    for cells in (table.columns, *([row[column] for column in table.columns] for row in table.rows)):
        line = io.StringIO()
        csv.writer(line, lineterminator="\r\n").writerow(map(harmless, cells))
        yield line.getvalue().encode()
