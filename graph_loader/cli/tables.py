"""Lays rows out for people: as a table while its columns have room, else each row as a card of lines."""

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.box import SIMPLE_HEAD, Box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from graph_loader.cli.output import cell_text

PLAIN_WIDTH = 120
"""How wide the lines are where there is no terminal to measure."""
NARROW, PROSE = 10, 30
"""How many characters a folded value needs at the least so that a reader follows it, and a folded text."""
TEXT = 60
"""Beyond how many characters a value is a text."""
NOTHING = "–"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def write_table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes the rows to standard output, with no colours or frames where that is no terminal."""
    console = Console(file=sys.stdout, width=shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, highlight=False)
    headers = [column.replace("_", " ") for column in columns]
    lines = [[cell_text(row[column], _readable) or NOTHING for column in columns] for row in rows]
    box = SIMPLE_HEAD if console.is_terminal else None
    widths = _widths(list(zip(headers, *lines, strict=True)), console.width - (3 if box else 2) * (len(headers) - 1))
    with console.capture() as written:
        if widths:
            console.print(_table(headers, lines, widths, box))
        else:
            for line in lines:
                console.print(_card(headers, line), "")
    for text in written.get().splitlines():
        click.echo(text.rstrip())


def _widths(columns: Sequence[Sequence[str]], total: int) -> list[int]:
    """Shares the width out among columns, given as their cells; nothing when it does not do for all of them."""
    widest = [max(len(line) for cell in cells for line in cell.split("\n")) for cells in columns]
    widths = [_least(cells, width) for cells, width in zip(columns, widest, strict=True)]
    spare = total - sum(widths)
    if spare < 0:
        return []
    waiting = sorted(range(len(columns)), key=lambda at: widest[at] - widths[at])
    for number, at in enumerate(waiting):
        more = min(widest[at] - widths[at], spare // (len(waiting) - number))
        widths[at] += more
        spare -= more
    return widths


def _least(cells: Sequence[str], widest: int) -> int:
    """Gives how wide a column must be at the least: half a line for a text, the longest word for a short value."""
    if widest > TEXT:
        return PROSE
    return min(widest, max(NARROW, *(len(word) for cell in cells for word in cell.split())))


def _table(headers: Sequence[str], lines: Sequence[Sequence[str]], widths: Sequence[int], box: Box | None) -> Table:
    columns = [Column(header, width=width, overflow="fold") for header, width in zip(headers, widths, strict=True)]
    table = Table(*columns, box=box, pad_edge=False, show_edge=False)
    for line in lines:
        table.add_row(*map(Text, line))
    return table


def _card(headers: Sequence[str], line: Sequence[str]) -> Table:
    card = Table.grid(Column(style="bold", no_wrap=True), Column(overflow="fold"), padding=(0, 2))
    for header, cell in zip(headers, line, strict=True):
        card.add_row(header, Text(cell))
    return card


def _readable(text: str) -> str:
    """Joins lines and leaves out mark-up and what could steer a terminal or turn its writing direction."""
    return " ".join("".join(char if char.isprintable() else " " for char in _TAG.sub(" ", text)).split())
