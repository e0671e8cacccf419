"""Is `kg copy`: puts a whole graph somewhere else."""

import click

from graph_loader.cli.options import place_at
from graph_loader.cli.reader import read_graph


@click.command("copy", epilog="Example: kg copy --from kg-graph --to neo4j://localhost:7687")
@click.option("--from", "source", required=True, metavar="FOLDER|URI", help="The graph: a folder, or a server.")
@click.option("--to", "target", required=True, metavar="FOLDER|URI", help="A new folder, or a server.")
@click.option(
    "--database", metavar="NAME", envvar="NEO4J_DATABASE", show_envvar=True, help="The database on the server."
)
def command(source: str, target: str, database: str | None) -> None:
    """Copy a whole graph into a new folder or an empty database.

    What is there afterwards is the same: `kg export json` gives equal bytes. A copy that is broken off leaves nothing
    that passes for a graph; run it again. NEO4J_USERNAME and NEO4J_PASSWORD sign in to a server. The documents keep
    their paths, which start from the folder in which a graph lies, or from where commands on a server are run.
    """
    from graph_loader.export.copying import copy
    from graph_loader.store.copying import open_copy

    with read_graph(place_at(source, database)) as graph, open_copy(place_at(target, database)) as empty:
        nodes, edges = copy(graph, empty)
    click.echo(f"Copied {nodes} nodes and {edges} relationships from {source} to {target}.", err=True)
