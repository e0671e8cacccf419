"""Declares the options that several commands share."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from graph_loader.cli.sources import AUTO, Reading
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.store import Place, Server

folder_option = click.option(
    "--graph",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="KG_GRAPH",
    show_envvar=True,
    default=Path("kg-graph"),
    show_default="kg-graph/ under the working directory",
    help="The folder that holds the graph.",
)
_PLACE_OPTIONS = (
    folder_option,
    click.option(
        "--neo4j",
        metavar="URI",
        envvar="KG_NEO4J_URI",
        show_envvar=True,
        help="The Neo4j server that holds the graph, in place of a folder: neo4j://localhost:7687. NEO4J_USERNAME and"
        " NEO4J_PASSWORD sign in.",
    ),
    click.option(
        "--database",
        metavar="NAME",
        envvar="NEO4J_DATABASE",
        show_envvar=True,
        help="The database on the server, if it is not the one that it has for the user.",
    ),
)


def graph_option(run: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say where the graph is; the command takes them as one `graph`, a folder or a server."""
    return _with_place(run, lambda place: place())


def late_graph_option(run: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the same options; the command takes a function that gives the `graph`, and asks no password without need."""
    return _with_place(run, lambda place: place)


def _with_place(run: Callable[..., Any], give: Callable[[Callable[[], "Place"]], Any]) -> Callable[..., Any]:
    @wraps(run)
    def with_graph(*, graph: Path, neo4j: str | None, database: str | None, **others: Any) -> Any:
        return run(graph=give(partial(_place, graph, neo4j, database)), **others)

    for option in reversed(_PLACE_OPTIONS):
        with_graph = option(with_graph)
    return with_graph


def _place(folder: Path, uri: str | None, database: str | None) -> "Place":
    """Gives the folder or the server; what stands on the command line goes before what the environment says."""
    context = click.get_current_context()
    typed = {name: context.get_parameter_source(name) is ParameterSource.COMMANDLINE for name in ("graph", "neo4j")}
    if typed["graph"] and typed["neo4j"]:
        raise UsageError("--graph and --neo4j are two places.", "Give one of them.")
    if not uri or (typed["graph"] and not typed["neo4j"]):
        return folder
    return server_at(uri, database)


def server_at(uri: str, database: str | None) -> "Server":
    """Gives the server with user and password from the environment, or a password that is asked for."""
    from graph_loader.store.server import Server

    server = Server(uri, os.environ.get("NEO4J_USERNAME") or "neo4j", database=database or None)
    password = os.environ.get("NEO4J_PASSWORD")
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError(f"There is no password for {uri}.", "Set NEO4J_PASSWORD; leave it empty if there is none.")
        password = click.prompt(f"Password of {server.user} on {uri}", hide_input=True, err=True)
    return replace(server, password=password)


def place_at(given: str, database: str | None) -> "Place":
    """Gives the server whose address is given, else the folder."""
    return server_at(given, database) if "://" in given else Path(given)


format_option = click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How rows are written: for people, or for programs.",
)
_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}


def size(text: str) -> int:
    """Gives the number of bytes of a size written as 500000, 500kB, 10MB or 1GB; raises UsageError."""
    number = text.strip().rstrip("BbGgKkMm")
    unit = text.strip()[len(number) :].lower()
    if not (number.strip().isascii() and number.strip().isdecimal() and unit in _UNITS and int(number)):
        raise UsageError(f"{text!r} is no size.", "Write 500kB or 10MB.")
    return int(number) * _UNITS[unit]


max_size_option = click.option(
    "--max-size", type=size, metavar="SIZE", default="10MB", show_default=True, help="The largest document to read."
)
_READING_OPTIONS = (
    click.option(
        "--profile",
        default=AUTO,
        show_default=True,
        metavar="NAME|FILE",
        help="The profile of the body that meets: a name or a .toml file; with auto, what a kg.toml beside the minutes"
        " says, else what each document's own words call for.",
    ),
    click.option(
        "--model",
        default=AUTO,
        show_default=True,
        metavar="none|auto|NAME",
        help="The trained spaCy pipeline that helps where rules cannot tell who speaks: none, the name of an installed"
        " package, or auto for the best one installed, if any.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=os.cpu_count() or 1,
        show_default="one for each core",
        help="How many processes read documents side by side.",
    ),
    max_size_option,
)


def reading_options(run: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that say how documents are read; the command takes them as one `reading`."""

    @wraps(run)
    def with_reading(*, profile: str, model: str, jobs: int, max_size: int, **others: Any) -> Any:
        from graph_loader.annotate.trained import find_trained

        # What is not valid is told once, not for every document.
        if profile != AUTO:
            from graph_loader.annotate.profile import load_profile

            load_profile(profile)
        find_trained(model)
        return run(reading=Reading(profile, jobs, max_size, model), **others)

    for option in reversed(_READING_OPTIONS):
        with_reading = option(with_reading)
    return with_reading
