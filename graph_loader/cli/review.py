"""Is `kg review`: asks a person about what is in doubt, and writes the answers down as corrections."""

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
    from graph_loader.resolve.corrections import Corrections
    from graph_loader.store import Place

FILE = "review.yaml"
_YES, _NO = ("y", "yes"), ("n", "no")


@click.command("review", epilog="Example: kg review && kg load minutes/")
@graph_option
@corrections_option
@click.option("--limit", type=click.IntRange(min=1), help="Ask no more than so many questions.")
def command(graph: "Place", folder: Path | None, limit: int | None) -> None:
    """Go through what is in doubt.

    People who may be one, links that may be none, commitments whose owner is not known, the most valuable first.
    Answers go into review.yaml among the corrections; the next `kg load` applies them, and deleting a line undoes it.
    Where a name is asked for, `;` stands between several, and `post:` or `body:` before what is no person.
    """
    from graph_loader.query.doubts import doubts

    with read_graph(graph) as store:
        beside = minutes_folders((), store.documents(), graph.parent)
        corrections = find_corrections(folder, beside)
        found = doubts(store, corrections)[:limit]
    file = (folder or next(iter(correction_folders(beside)), min(beside, default=Path()) / FOLDER)) / FILE
    asked, written = _ask_all(found, corrections, file)
    told = f"Asked {asked} of {len(found)}, wrote {written} to {stored_path(file, Path())}."
    click.echo(told if found else "Nothing is in doubt.", err=True)


def _ask_all(found: "list[Doubt]", corrections: "Corrections", file: Path) -> tuple[int, int]:
    from graph_loader.errors import CorrectionError
    from graph_loader.resolve.corrections import with_answer

    written = 0
    for number, doubt in enumerate(found):
        click.echo(f"\n{number + 1} of {len(found)}")
        for line in doubt.shown:
            click.echo(f"  {one_line(line)}")
        choice = "a name, or" if doubt.named else "y(es), n(o),"
        click.echo(f"{doubt.asks} [{choice} s(kip), q(uit)] ", nl=False)
        given = _answer()
        answer = (given or "q").strip()
        if answer.casefold() in ("q", "quit"):
            click.echo()
            return number, written
        entry = _correction(doubt, answer)
        if entry is not None:
            try:
                corrections, line = with_answer(corrections, entry, "this answer")
            except CorrectionError as error:
                click.echo(one_line(f"Not written: {error.message}"), err=True)
                continue
            _append(file, line)
            written += 1
        elif doubt.named and answer.casefold() in (*_YES, *_NO):
            click.echo("Not written: a name is asked for, or nobody.", err=True)
    return len(found), written


def _answer() -> str:
    """Gives the next line; none where there is no more, or where somebody interrupts."""
    try:
        return sys.stdin.readline()
    except KeyboardInterrupt:
        return ""


def _correction(doubt: "Doubt", answer: str) -> Mapping[str, object] | None:
    """Gives what an answer says; none for whatever is neither yes nor no, so that a slip of the finger does nothing."""
    given = answer.casefold()
    if doubt.named:
        return None if given in ("", "s", "skip", *_YES, *_NO) else {"owner": {**doubt.named, "is": _whom(answer)}}
    return doubt.yes if given in _YES else doubt.no if given in _NO else None


def _whom(answer: str) -> object:
    """Gives whom an answer names: one or, with `;` between them, several; each may say that it is a post or a body."""
    named: list[object] = []
    for part in filter(None, map(str.strip, answer.split(";"))):
        kind, colon, name = part.partition(":")
        told = bool(colon) and kind.strip().casefold() in ("person", "post", "body")
        named.append({kind.strip().casefold(): name.strip()} if told else part)
    return named[0] if len(named) == 1 else named or answer


def _append(file: Path, line: str) -> None:
    """Writes one correction on a line of its own, at once, so that an interruption loses no answer."""
    file.parent.mkdir(parents=True, exist_ok=True)
    ends = not file.exists() or not file.read_bytes() or file.read_bytes().endswith(b"\n")
    with file.open("a", encoding="utf-8") as stream:
        stream.write(f"{'' if ends else chr(10)}{line}\n")
