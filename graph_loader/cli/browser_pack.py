"""Is `kg browser-pack`: writes what makes Neo4j Browser a good place to ask, and serves its guide."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.options import late_graph_option
from graph_loader.cli.reader import read_graph
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.export.browser.pack import Pack
    from graph_loader.store import Place

_PORT = 8474


@click.command("browser-pack", epilog="Example: kg browser-pack pack --serve")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--serve", is_flag=True, help="Serve the pack to Neo4j Browser on this machine until Ctrl-C.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="The port to serve it on; 0 for any free one.",
)
@click.option("--own-values", is_flag=True, help="Take names, words and dates that stand as examples from the graph.")
@late_graph_option
def command(folder: Path | None, serve: bool, port: int, own_values: bool, graph: Callable[[], "Place"]) -> None:
    """Write saved queries, a guide and a style for Neo4j Browser.

    FOLDER gets favourites.zip and style.grass, to be dropped on the Browser's page, and the guide. With --serve the
    Browser can fetch guide and style from localhost, which it allows unless its server is told otherwise. The examples
    fit the made-up minutes unless --own-values takes them from a graph; without it, no graph is opened.
    """
    from graph_loader.export.browser import write_pack

    if folder is None and not serve:
        raise UsageError("There is neither a folder to write to nor --serve.", "Try `kg browser-pack pack --serve`.")
    pack = _make(graph() if own_values else None)
    if folder is not None:
        write_pack(pack, folder)
        click.echo(f"{folder}: {len(pack)} files. Drop favourites.zip and style.grass on the page of Neo4j Browser.")
    if serve:
        _serve(pack, port)


def _make(graph: "Place | None") -> "Pack":
    from graph_loader.export.browser import make_pack

    if graph is None:
        return make_pack()
    with read_graph(graph) as store:
        return make_pack(store)


def _serve(pack: "Pack", port: int) -> None:
    from graph_loader.cli.waiting import until_stopped
    from graph_loader.export.browser.serving import serving

    with serving(pack, port) as address, until_stopped():
        click.echo("In Neo4j Browser, type what is there for it; Ctrl-C ends the serving.\n")
        click.echo(f"  :play {address}/guide.html     the guide")
        click.echo(f"  :guide {address}/guide.adoc    the guide, in Browsers of 2025 and later")
        click.echo(f"  :style {address}/style.grass   colours and captions, in those before")
