"""Is `kg serve`: shares the graph in a folder with other processes while it runs."""

import os
import sys
from pathlib import Path

import click

from graph_loader.cli.options import folder_option

_PORT = 7687


@click.command("serve", epilog="Example: kg serve --graph kg-graph --port 7688")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="The port to share it on; 0 for any free one.",
)
@click.option("--writable", is_flag=True, help="Let others write to the graph too.")
@folder_option
def command(graph: Path, port: int, writable: bool) -> None:
    """Share the graph with other programs until Ctrl-C.

    These are all that speak to Neo4j, such as its drivers. They sign in with the user and the password that are
    printed, new at each start, and can read alone. Nobody but this machine reaches it. Another kg takes what is
    printed as variables, and asks as if it were a Neo4j server.
    """
    from graph_loader.cli.waiting import until_stopped
    from graph_loader.store.arcadedb_server import sharing

    with sharing(graph, port=port, writable=writable) as server, until_stopped():
        said = "to read and write" if writable else "to read"
        click.echo(f"{graph} is shared {said}, until Ctrl-C. Sign in with:", err=True)
        click.echo(f"KG_NEO4J_URI={server.uri}\nNEO4J_USERNAME={server.user}\nNEO4J_PASSWORD={server.password}")
    # All is closed. The engine's threads go on, and one that asks for Python while that is taken down, as happens now
    # and then, would abort the process.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
