"""Is `kg cypher`: runs one read-only statement of the user's own."""

import json
from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.options import format_option, graph_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.cli.reader import read_graph
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.store import Place


@click.command("cypher", epilog="Example: kg cypher 'MATCH (p:Person) RETURN p.name LIMIT $n' --param n=5")
@click.argument("statement")
@click.option("--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A value for $NAME; may be repeated.")
@format_option
@graph_option
def command(statement: str, parameters: tuple[str, ...], style: Style, graph: "Place") -> None:
    """Run one Cypher statement that only reads.

    The value of a parameter is JSON if it can be (2018, true, ["a", "b"]), else text.
    """
    values = dict(_parameter(given) for given in parameters)

    with read_graph(graph) as store:
        rows = store.rows(statement, values)
    write_rows(list(rows[0]) if rows else [], rows, style)


def _parameter(given: str) -> tuple[str, Any]:
    name, sign, text = given.partition("=")
    if not (sign and name.isidentifier()):
        raise UsageError(f"{given!r} is no parameter.", "Write --param name=value.")
    try:
        return name, json.loads(text)
    except ValueError:
        return name, text
