"""Writes rows to standard output: as a table for people, as JSON or CSV for programs."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import click

Style = Literal["table", "json", "csv"]
Row = Mapping[str, Any]


def write_rows(
    columns: Sequence[str], rows: Sequence[Row], style: Style, *, nothing: str = "Nothing in the graph fits."
) -> None:
    """Writes the rows, each with the columns in order; for people, `nothing` is said on standard error of no rows."""
    if style == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif style == "csv":
        click.echo(_csv_text(columns, rows), nl=False)
    elif rows:
        from graph_loader.cli.tables import write_table

        write_table(columns, rows)
    else:
        click.echo(nothing, err=True)


def cell_text(value: Any, word: Callable[[str], str] = str) -> str:
    """Gives the words that a person reads for a value, texts turned by `word`.

    What is not known is empty, and ids inside a value are left out: they are for programs.
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Mapping():
            return ": ".join(cell_text(inner, word) or "not said" for key, inner in value.items() if key != "id")
        case list():
            separator = "\n" if any(isinstance(inner, Mapping) for inner in value) else ", "
            return separator.join(cell_text(inner, word) for inner in value)
        case _:
            return word(str(value))


def _csv_text(columns: Sequence[str], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell_text(row[column]) for column in columns] for row in rows)
    return text.getvalue()
