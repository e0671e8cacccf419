"""Is `kg verify`: holds every quotation in the graph against its source."""

from typing import TYPE_CHECKING

import click

from graph_loader.cli.failures import one_line
from graph_loader.cli.options import graph_option, max_size_option
from graph_loader.cli.reader import read_graph

if TYPE_CHECKING:
    from graph_loader.store import Place


@click.command("verify", epilog="Example: kg verify && kg query who-asked-whom")
@max_size_option
@graph_option
def command(max_size: int, graph: "Place") -> int:
    """Hold every quotation in the graph against its source.

    Each document is read again: its file must be the one that was loaded, and the words of every question, answer,
    statement, commitment, item and mention must stand in it at their offsets. Each one that does not hold is printed on
    a line, with its document and id; then the exit status is 1.
    """
    from graph_loader.query.verify import verify

    documents = quotations = lies = 0
    with read_graph(graph) as store:
        for checked in verify(store, graph.parent, max_size):
            documents += 1
            quotations += checked.quotations
            lies += len(checked.lies)
            for lie in checked.lies:
                click.echo(one_line(f"{lie.path}: {lie.id}: {lie.what}."))
    verdict = f"{lies} not as in the source" if lies else "all as in the source"
    click.echo(f"Checked {documents} documents with {quotations} quotations: {verdict}.", err=True)
    return 1 if lies else 0
