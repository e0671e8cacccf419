"""Opens the graph for `kg export` and takes what is written to a file or to standard output."""

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.options import graph_option
from graph_loader.cli.reader import read_graph
from graph_loader.errors import UsageError

if TYPE_CHECKING:
    from graph_loader.export.rows import Names
    from graph_loader.store import Place, Store

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, in place of one that is there; without it, standard output.",
)

_CLASSES = ("staff", "third-party", "participant", "public-office")


def _classes(_ctx: click.Context, _option: click.Parameter, given: str | None) -> tuple[str, ...]:
    words = [word.strip() for word in (given or "").split(",") if word.strip()]
    if given is not None and not words:
        # An empty variable of a shell must not let every name out.
        raise UsageError("--pseudonymise names no privacy class.", f"Write one or more of {','.join(_CLASSES)}.")
    unknown = [word for word in words if word not in _CLASSES]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no privacy class.", f"Write one or more of {','.join(_CLASSES)}.")
    return tuple(word.replace("-", "_") for word in words)


_pseudonymise_option = click.option(
    "--pseudonymise",
    "classes",
    callback=_classes,
    metavar="CLASS,...",
    help=f"Put pseudonyms in the place of the names of all people of some privacy classes, in quotes as well:"
    f" {', '.join(_CLASSES)}. A given name alone stays in a document that names its bearer nowhere else.",
)
_salt_option = click.option(
    "--salt",
    metavar="SECRET",
    envvar="KG_SALT",
    show_envvar=True,
    help="What the pseudonyms are made from: the same one gives the same ones; without it they are new each time.",
)


def reading(run: Callable[..., Any]) -> Callable[..., Any]:
    """Opens the graph that the command line names; the command takes it as `store`, and `names` for who is in it."""

    @wraps(run)
    def with_graph(*, graph: "Place", classes: tuple[str, ...], salt: str | None, **others: Any) -> Any:
        with read_graph(graph) as store:
            return run(store=store, names=_names(store, classes, salt), **others)

    return graph_option(_pseudonymise_option(_salt_option(with_graph)))


def _names(store: "Store", classes: tuple[str, ...], salt: str | None) -> "Names":
    if not classes:
        from graph_loader.export.rows import AS_THEY_ARE

        return AS_THEY_ARE
    import secrets

    from graph_loader.export.pseudonyms import Pseudonyms

    return Pseudonyms(store, classes, salt or secrets.token_hex())


def write_text(pieces: Iterable[str], output: Path | None) -> None:
    """Writes text to a file or to standard output; half a pair of characters is written as JSON escapes it."""
    write_bytes((piece.encode("utf-8", "backslashreplace") for piece in pieces), output)


def write_bytes(pieces: Iterable[bytes], output: Path | None) -> None:
    """Writes to a file or to standard output; raises KgError when it cannot be written."""
    from graph_loader.export.files import write_file

    if output is not None:
        write_file(output, pieces, "Choose another file with -o.")
        return
    sys.stdout.flush()
    for piece in pieces:
        click.echo(piece, nl=False)
