"""Is `kg review`: asks a person about what is in doubt, and writes the answers down as corrections."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.correcting import (
    FOLDER,
    correction_folders,
    corrections_option,
    find_corrections,
    minutes_folders,
)
from graph_loader.cli.failures import one_line
from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph
from graph_loader.cli.sources import stored_path

if TYPE_CHECKING:
    from graph_loader.query.doubts import Doubt
    from graph_loader.store import Place

FILE = "review.yaml"


@click.command("review", epilog="Example: kg review && kg load minutes/")
@graph_option
@corrections_option
@click.option("--limit", type=click.IntRange(min=1), help="Ask no more than so many questions.")
def command(graph: "Place", folder: Path | None, limit: int | None) -> None:
    """Go through what is in doubt.

    People who may be one, links that may be none, commitments whose owner is not known, the most valuable first.
    Answers go into review.yaml among the corrections; the next `kg load` applies them, and deleting a line undoes it.
    """
    from graph_loader.query.doubts import doubts

    with read_graph(graph) as store:
        beside = minutes_folders((), store.documents(), graph.parent)
        found = doubts(store, find_corrections(folder, beside))[:limit]
    file = (folder or next(iter(correction_folders(beside)), min(beside, default=Path()) / FOLDER)) / FILE
    asked, written = _ask_all(found, file)
    told = f"Asked {asked} of {len(found)}, wrote {written} to {stored_path(file, Path())}."
    click.echo(told if found else "Nothing is in doubt.", err=True)


def _ask_all(found: "list[Doubt]", file: Path) -> tuple[int, int]:
    written = 0
    for number, doubt in enumerate(found):
        click.echo(f"\n{number + 1} of {len(found)}")
        for line in doubt.shown:
            click.echo(f"  {one_line(line)}")
        choice = "a name, or" if doubt.named else "y(es), n(o),"
        click.echo(f"{doubt.asks} [{choice} s(kip), q(uit)] ", nl=False)
        given = sys.stdin.readline()
        answer = given.strip()
        if not given or answer.casefold() in ("q", "quit"):
            click.echo()
            return number, written
        entry = _correction(doubt, answer)
        if entry is not None:
            _append(file, entry)
            written += 1
    return len(found), written


def _correction(doubt: "Doubt", answer: str) -> Mapping[str, object] | None:
    """Gives what an answer says; none for whatever is neither yes nor no, so that a slip of the finger does nothing."""
    if doubt.named:
        skips = answer.casefold() in ("", "s", "skip")
        return None if skips else {"owner": {**doubt.named, "is": answer}}
    return {"y": doubt.yes, "yes": doubt.yes, "n": doubt.no, "no": doubt.no}.get(answer.casefold())


def _append(file: Path, entry: Mapping[str, object]) -> None:
    """Writes one correction on a line of its own, at once, so that an interruption loses no answer."""
    file.parent.mkdir(parents=True, exist_ok=True)
    ends = not file.exists() or not file.read_bytes() or file.read_bytes().endswith(b"\n")
    with file.open("a", encoding="utf-8") as stream:
        # JSON is YAML too, and no name can break out of it.
        stream.write(f"{'' if ends else chr(10)}- {json.dumps(entry, ensure_ascii=False)}\n")
