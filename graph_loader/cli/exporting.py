"""Opens the graph for `kg export` and takes what is written to a file or to standard output."""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph

if TYPE_CHECKING:
    from graph_loader.store import Place

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, in place of one that is there; without it, standard output.",
)


def reading(run: Callable[..., Any]) -> Callable[..., Any]:
    """Opens the graph that the command line names; the command takes it as `store`, and `names` for who is in it."""

    @wraps(run)
    def with_graph(*, graph: "Place", **others: Any) -> Any:
        from graph_loader.export.rows import AS_THEY_ARE

        with read_graph(graph) as store:
            return run(store=store, names=AS_THEY_ARE, **others)

    return graph_option(with_graph)


def write_text(pieces: Iterable[str], output: Path | None) -> None:
    """Writes text to a file or to standard output; half a pair of characters is written as JSON escapes it."""
    write_bytes((piece.encode("utf-8", "backslashreplace") for piece in pieces), output)


def write_bytes(pieces: Iterable[bytes], output: Path | None) -> None:
    """Writes to a file or to standard output; raises KgError when it cannot be written."""
    from graph_loader.export.files import write_file

    if output is not None:
        write_file(output, pieces, "Choose another file with -o.")
        return
    sys.stdout.flush()
    for piece in pieces:
        click.echo(piece, nl=False)
