"""Lays rows out for people: as a table while its columns have room, else each row as a card of lines."""

import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from graph_loader.cli.output import cell_text

PLAIN_WIDTH = 120
"""How wide the lines are where there is no terminal to measure."""
WORD, PROSE = 16, 30
"""How many characters a short value and a sentence need at the least, so that a reader follows them."""
NOTHING = "–"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def write_table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes the rows to standard output, with no colours or frames where that is no terminal."""
    console = Console(file=sys.stdout, width=shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, highlight=False)
    headers = [column.replace("_", " ") for column in columns]
    lines = [[cell_text(row[column], _readable) or NOTHING for column in columns] for row in rows]
    room = [_room([header, *cells]) for header, *cells in zip(headers, *lines, strict=True)]
    with console.capture() as written:
        if sum(room) + 2 * len(room) <= console.width:
            console.print(_table(headers, lines, room, framed=console.is_terminal))
        else:
            for line in lines:
                console.print(_card(headers, line), "")
    for text in written.get().splitlines():
        click.echo(text.rstrip())


def _room(cells: Sequence[str]) -> int:
    """Gives how many characters a column needs."""
    widest = max(len(line) for cell in cells for line in cell.split("\n"))
    return widest if widest <= WORD else min(widest, PROSE)


def _table(headers: Sequence[str], lines: Sequence[Sequence[str]], room: Sequence[int], framed: bool) -> Table:
    columns = [Column(header, min_width=width, overflow="fold") for header, width in zip(headers, room, strict=True)]
    table = Table(*columns, box=SIMPLE_HEAD if framed else None, pad_edge=False, show_edge=False)
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
