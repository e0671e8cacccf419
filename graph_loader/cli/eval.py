"""Is `kg eval`: says how much of what a careful reader finds the extraction finds."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.options import format_option
from graph_loader.cli.output import Row, Style, write_rows

if TYPE_CHECKING:
    from graph_loader.evaluate import Entry, Figure, Pairs

_FIGURES = ("measure", "precision", "recall", "f1", "low", "high", "tp", "fp", "fn")
_MISSES = ("document", "measure", "kind", "words", "wanted", "got")


@click.command("eval", epilog="Example: kg extract minutes/ > found.jsonl && kg eval gold/ found.jsonl")
@click.argument("paths", nargs=-1, required=True, metavar="GOLD RECORD...", type=click.Path(path_type=Path))
@click.option("--misses", is_flag=True, help="List what was missed, made up or found otherwise, in place of figures.")
@format_option
def command(paths: tuple[Path, ...], misses: bool, style: Style) -> None:
    """Score records against gold.

    Give files in pairs, or a folder of NAME.gold.json and one of NAME.json; in the place of the second may stand a file
    with one record on each line.

    Entries of gold and record are paired by their words. Each measure gets its precision, recall and F1 over all
    documents, and low and high, between which F1 lies in 95 of 100 draws of documents like these. The headline is the
    mean F1 of seven measures: people, bodies, programmes, items, answers, who asked whom what, who promised what by
    when.
    """
    from graph_loader.evaluate import figures, read_pairs, score

    read = read_pairs(paths)
    scores = [score(gold, record) for gold, record in read.pairs]
    if read.alone:
        click.echo(f"Left out, for want of gold or of a record: {', '.join(read.alone)}.", err=True)
    if misses:
        write_rows(_MISSES, _missed(read, scores), style, nothing="Nothing is missed or made up.")
    else:
        write_rows(_FIGURES, [_row(figure) for figure in figures(scores)], style)


def _missed(read: "Pairs", scores: Sequence[Sequence["Entry"]]) -> list[Row]:
    named = zip((gold.document for gold, _ in read.pairs), scores, strict=True)
    return [{"document": name, **asdict(miss)} for name, entries in named for one in entries for miss in one.misses]


def _row(figure: "Figure") -> Row:
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in asdict(figure).items()}
