"""Is `kg explain`: says why something is in the graph."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.correcting import corrections_option, find_corrections, minutes_folders
from graph_loader.cli.failures import one_line
from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph

if TYPE_CHECKING:
    from graph_loader.store import Place


@click.command("explain", epilog="Example: kg explain commitment-70d2a4624c2fa5d9")
@click.argument("ident", metavar="ID")
@graph_option
@corrections_option
def command(ident: str, graph: "Place", folder: Path | None) -> None:
    """Say why something is in the graph.

    ID is that of a node, as queries show it. What is told: the rule and the words that it comes from, the documents
    that say it, what it is linked with, each link with score and reason, and the corrections that concern it.
    """
    from graph_loader.query.explain import explain

    with read_graph(graph) as store:
        corrections = find_corrections(folder, minutes_folders((), store.documents(), graph.parent))
        pairs = list(explain(store, ident.strip(), corrections))
    width = max(len(what) for what, _ in pairs)
    for what, words in pairs:
        click.echo(one_line(f"{what:{width}}  {words}"))
