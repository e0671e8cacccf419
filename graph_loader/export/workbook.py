"""Writes the tables as one Excel workbook: text in every cell, no formulas, no links, equal bytes for equal graphs."""

import io
from collections.abc import Iterator
from datetime import datetime

from xlsxwriter import Workbook

from graph_loader.export.lookup import Lookup
from graph_loader.export.tables import Table, tables
from graph_loader.export.text import clean

LONGEST = 32_767
"""How many UTF-16 units a cell holds at the most."""
_CUT = " … [cut here: the CSV tables have the whole]"
_ROWS = 1_000_000
_WIDTHS = {"date": 11, "due": 11, "id": 28}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def workbook(graph: Lookup) -> bytes:
    """Gives the bytes of a workbook with a sheet for each table."""
    file = io.BytesIO()
    book = Workbook(file, _OPTIONS)
    # The file must not say when it was made: the same graph gives the same file.
    book.set_properties({"created": datetime(2000, 1, 1)})
    for table in tables(graph):
        for number, rows in enumerate(_sheets(table), start=1):
            _add(book, table.name if number == 1 else f"{table.name} {number}", table.columns, rows)
    book.close()
    return file.getvalue()


def _sheets(table: Table) -> Iterator[list[list[str]]]:
    """Yields the cells of a table, in parts that a sheet has room for."""
    for start in range(0, max(1, len(table.rows)), _ROWS):
        yield [[row[column] for column in table.columns] for row in table.rows[start : start + _ROWS]]


def _add(book: Workbook, name: str, columns: tuple[str, ...], rows: list[list[str]]) -> None:
    sheet = book.add_worksheet(name)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        longest = max((len(row[place]) for row in rows), default=0)
        sheet.set_column(place, place, _WIDTHS.get(column, 60 if longest > 60 else max(12, longest)), wrapped)
        sheet.write_string(0, place, column, bold)
    for number, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, fitting(cell), wrapped)
    # Numbers are text here on purpose; no mark in the corner of each is to say so.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)


def fitting(cell: str) -> str:
    """Gives the text of a cell, cut where it is longer than a workbook can hold."""
    text = clean(cell)
    units = text.encode("utf-16-le")
    if len(units) <= LONGEST * 2:
        return text
    return units[: (LONGEST - len(_CUT)) * 2].decode("utf-16-le", "ignore") + _CUT
