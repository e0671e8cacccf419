"""Lays the graph out in tables: one for each kind of thing that people look up."""

from collections.abc import Iterator
from functools import partial

from graph_loader.export.lookup import Lookup
from graph_loader.export.tables.across import ACROSS
from graph_loader.export.tables.evidence import EVIDENCE
from graph_loader.export.tables.said import SAID
from graph_loader.export.tables.table import Layouts, Row, Table
from graph_loader.export.tables.who import WHO

__all__ = ["LAYOUTS", "Table", "tables"]
LAYOUTS: Layouts = {**WHO, **SAID, **ACROSS, **EVIDENCE}


def tables(graph: Lookup) -> Iterator[Table]:
    """Makes every table, one after the other, its rows in the order of their cells."""
    for name, (columns, make) in LAYOUTS.items():
        order = tuple(columns.split())
        yield Table(name, order, sorted(make(graph), key=partial(_order, order)))


def _order(columns: tuple[str, ...], row: Row) -> list[str]:
    """Gives what rows are sorted by: numbers by their size, and what is not known last."""
    cells = [row[column] for column in columns]
    return [cell.zfill(12) if cell.isdecimal() else cell or "\U0010ffff" for cell in cells]
