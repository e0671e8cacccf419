"""Is `kg retract`: takes a document out of the graph."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.correcting import corrections_option, find_corrections, minutes_folders, tell_thread
from graph_loader.cli.options import graph_option
from graph_loader.cli.sources import stored_path

if TYPE_CHECKING:
    from graph_loader.store import Place


@click.command("retract", epilog="Example: kg retract minutes/2018-05.pdf")
@click.argument("document")
@graph_option
@corrections_option
def command(document: str, graph: "Place", folder: Path | None) -> None:
    """Take a document out of the graph.

    What it alone says goes with it, what other documents say stays. DOCUMENT is its path, name or id; `kg status` lists
    them.
    """
    from graph_loader.store import open_store

    with open_store(graph) as store:
        path = stored_path(Path(document), graph.parent)
        known = any(path in found["paths"] for found in store.documents())
        corrections = find_corrections(folder, minutes_folders((), store.documents(), graph.parent))
        taken = store.retract(path if known else document)
        store.link(corrections, tell_thread)
    click.echo(f"Took {document} ({', '.join(taken)}) out of {graph}.", err=True)
