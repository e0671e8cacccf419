"""Is `kg diff`: says what is otherwise in one graph than in another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.options import format_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.query.snapshot import Snapshot

_GRAPH = click.Path(path_type=Path)


@click.command("diff", epilog="Example: kg export json --output before.json && kg load minutes/ && kg diff before.json")
@click.argument("old", type=_GRAPH)
@click.argument("new", type=_GRAPH, envvar="KG_GRAPH", default=Path("kg-graph"))
@format_option
def command(old: Path, new: Path, style: Style) -> None:
    """Show what changed from one graph to another.

    OLD and NEW are each the folder of a graph or a file that `kg export json` wrote; without NEW it is the graph that
    the other commands take. Told are documents added, removed and changed, people and holders of posts who came or
    went, questions and promises that are new or gone, due dates that moved, and, of what both hold, links made, taken
    out or confirmed. What is said in a document that changed counts as the same where its words are.
    """
    from graph_loader.query.changes import COLUMNS, changes

    rows = changes(_snapshot(old), _snapshot(new))
    write_rows(COLUMNS, rows, style, nothing="Nothing changed.")


def _snapshot(path: Path) -> "Snapshot":
    from graph_loader.cli.reader import read_graph
    from graph_loader.export.rows import edges, nodes
    from graph_loader.model.schema import load_schema
    from graph_loader.query.snapshot import HINT, Snapshot, read_dump

    if not path.exists():
        raise UsageError(f"There is no file or folder {str(path)!r}.", HINT)
    if not path.is_dir():
        return read_dump(path)
    schema = load_schema()
    with read_graph(path) as store:
        return Snapshot(
            tuple(node for label in schema.nodes for node in nodes(store, label)),
            tuple(edge for kind in schema.relationships for edge in edges(store, kind)),
        )
