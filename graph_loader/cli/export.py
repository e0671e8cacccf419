"""Is `kg export`: writes the whole graph in a form that other tools take."""

from collections.abc import Iterable
from pathlib import Path

import click

from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph
from graph_loader.errors import KgError


@click.group("export", epilog="Example: kg export json -o graph.json")
def command() -> None:
    """Write the whole graph for other tools."""


_output = click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")


@command.command(
    "json", short_help="Write JSON in one order, line by line.", epilog="Example: kg export json -o graph.json"
)
@_output
@graph_option
def export_json(output: Path | None, graph: Path) -> None:
    """Write every node and relationship as JSON, in one order: equal graphs give equal bytes."""
    from graph_loader.export.json_dump import dump

    with read_graph(graph) as store:
        _write(dump(store), output)


@command.command(
    "links", short_help="Write what documents say together.", epilog="Example: kg export links | jq '.issue_threads'"
)
@_output
@graph_option
def export_links(output: Path | None, graph: Path) -> None:
    """Write as JSON what only several documents say together.

    These are the issues that come back, with the agenda items about them; commitments and questions that recur or are
    spoken of later, each with why it is linked; people, bodies and programmes with the documents that name them, and
    posts with their holders.
    """
    import json

    from graph_loader.export.links import links

    with read_graph(graph) as store:
        _write([json.dumps(links(store), ensure_ascii=False, indent=1), "\n"], output)


def _write(pieces: Iterable[str], output: Path | None) -> None:
    """Writes text to a file or, without one, to standard output; raises KgError when it cannot be written."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
    except OSError as error:
        raise KgError(f"{output} cannot be written: {error.strerror}.", "Choose another file with -o.") from error
