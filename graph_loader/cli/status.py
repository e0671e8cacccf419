"""Is `kg status`: says what is in the graph."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph

if TYPE_CHECKING:
    from graph_loader.store import Place


@click.command("status", epilog="Example: kg status --format json")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
@graph_option
def command(style: str, graph: "Place") -> None:
    """Show what is in the graph, and what could not be read."""

    with read_graph(graph) as store:
        documents, counts = store.documents(), store.counts()
    dates = sorted(document["date"] for document in documents if document["date"])
    if style == "json":
        status = {"documents": documents, "from": dates[0] if dates else None, "to": dates[-1] if dates else None}
        click.echo(json.dumps({"graph": str(graph), **status, "counts": counts}, ensure_ascii=False, indent=2))
    else:
        span = f" from {dates[0]} to {dates[-1]}" if dates else ""
        click.echo(f"{graph}: documents {len(documents)}, meetings {counts['Meeting']}{span}\n")
        _write_tables(documents, counts)


def _write_tables(documents: Sequence[Mapping[str, Any]], counts: Mapping[str, int]) -> None:
    from graph_loader.cli.tables import write_table

    if not documents:
        return
    write_table(("in_the_graph", "number"), [{"in_the_graph": name, "number": n} for name, n in counts.items() if n])
    click.echo()
    write_table(("date", "name", "paths", "profile"), documents)
    gaps = [{"document": row["name"], "not_read": gap} for row in documents for gap in row["unreadable"]]
    if gaps:
        click.echo()
        write_table(("document", "not_read"), gaps)
