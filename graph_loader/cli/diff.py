"""Is `kg diff`: says what is otherwise in one graph than in another."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.options import format_option, late_graph_option, place_at
from graph_loader.cli.output import Style, write_rows
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.query.snapshot import Snapshot
    from graph_loader.store import Place


@click.command("diff", epilog="Example: kg export json --output before.json && kg load minutes/ && kg diff before.json")
@click.argument("old")
@click.argument("new", required=False)
@format_option
@late_graph_option
def command(old: str, new: str | None, style: Style, graph: Callable[[], "Place"]) -> None:
    """Show what changed from one graph to another.

    OLD and NEW are each the folder of a graph, the address of a server that holds one, or a file that `kg export json`
    wrote; without NEW it is the graph that the other commands take. Told are documents added, removed and changed,
    people and holders of posts who came or went, questions and promises that are new or gone, due dates that moved,
    and, of what both hold, who asks, says or owns it now, issues renamed, and links made, taken out or confirmed. What
    is said in a document that changed counts as the same where its words are.
    """
    from graph_loader.query.changes import COLUMNS, changes

    database = click.get_current_context().params["database"]
    later = graph() if new is None else place_at(new, database)
    rows = changes(_snapshot(place_at(old, database)), _snapshot(later))
    write_rows(COLUMNS, rows, style, nothing="Nothing changed.")


def _snapshot(place: "Place") -> "Snapshot":
    from graph_loader.cli.reader import read_graph
    from graph_loader.export.rows import edges, nodes
    from graph_loader.model.schema import load_schema
    from graph_loader.query.snapshot import HINT, Snapshot, read_dump

    if isinstance(place, Path):
        if not place.exists():
            raise UsageError(f"There is no file or folder {str(place)!r}.", HINT)
        if not place.is_dir():
            return read_dump(place)
    schema = load_schema()
    with read_graph(place) as store:
        return Snapshot(
            tuple(node for label in schema.nodes for node in nodes(store, label)),
            tuple(edge for kind in schema.relationships for edge in edges(store, kind)),
        )
