"""Is `kg export`: writes the whole graph in a form that other tools take."""

from pathlib import Path

import click

from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph
from graph_loader.errors import KgError


@click.group("export", epilog="Example: kg export json -o graph.json")
def command() -> None:
    """Write the whole graph for other tools."""


@command.command(
    "json", short_help="Write JSON in one order, line by line.", epilog="Example: kg export json -o graph.json"
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@graph_option
def export_json(output: Path | None, graph: Path) -> None:
    """Write every node and relationship as JSON, in one order: equal graphs give equal bytes."""
    from graph_loader.export.json_dump import dump

    with read_graph(graph) as store:
        if output is None:
            for piece in dump(store):
                click.echo(piece, nl=False)
            return
        try:
            with output.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(dump(store))
        except OSError as error:
            raise KgError(f"{output} cannot be written: {error.strerror}.", "Choose another file with -o.") from error
