"""Is `kg export rdf`: writes the whole graph as RDF, to a file, a folder or standard output."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.exporting import reading, write_bytes
from graph_loader.errors import KgError, UsageError

if TYPE_CHECKING:
    from graph_loader.export.rows import Names
    from graph_loader.store import Store

_FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")
_BASE = re.compile(r"[a-z][a-z0-9+.-]*://?[^\s<>\"{}|\\^`]+[/#]")
_LIKE_IRI = re.compile(r"[a-z][a-z0-9+.-]*:(?!\s)")
_VOCABULARY = ("ontology.ttl", "shapes.ttl", "context.jsonld")


@click.command(
    "rdf",
    short_help="Write RDF for triple stores.",
    epilog="Example: kg export rdf --licence CC-BY-4.0 --base https://example.org/minutes/ -o graph.nq",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(_FORMATS),
    multiple=True,
    help="The format; may be repeated for a folder.  [default: by the file's ending, else turtle]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="The file to write; or a folder, which gets the vocabulary as well: one that is there, or a name without an"
    " ending or with / behind it.",
)
@click.option("--base", metavar="IRI", help="What the IRI of everything in the graph begins with; it ends in / or #.")
@click.option("--title", help="The title of the dataset.")
@click.option("--licence", default="", metavar="LICENCE", help="An IRI, the name in SPDX's list, or words.")
@reading
def command(  # noqa: PLR0913, PLR0917
    store: "Store",
    names: "Names",
    formats: tuple[str, ...],
    output: str | None,
    base: str | None,
    title: str | None,
    licence: str,
) -> None:
    """Write every node and relationship as RDF, in one order: equal graphs give equal bytes.

    nquads and trig have a named graph for each document. ntriples and nquads are written piece by piece, so that the
    memory they need does not grow with the graph; the other formats are held whole.
    """
    from graph_loader.export.rdf.describe import TITLE, About
    from graph_loader.export.rdf.elements import elements
    from graph_loader.export.rdf.formats import write_rdf
    from graph_loader.export.rdf.plan import DEFAULT_BASE
    from graph_loader.export.rdf.terms import is_iri

    base = base or DEFAULT_BASE
    if not _BASE.fullmatch(base) or not is_iri(base):
        raise UsageError(f"{base!r} is no base.", "Write an absolute IRI that ends in / or #.")
    if _LIKE_IRI.match(licence) and not is_iri(licence):
        raise UsageError(f"{licence!r} is no IRI.", "Mend it, or say in words under which licence the data stand.")
    about = About(title or TITLE, licence)
    for name, place in _places(formats, output).items():
        write_bytes(write_rdf(elements(store, names), name, base=base, about=about), place)


def _places(formats: tuple[str, ...], given: str | None) -> dict[str, Path | None]:
    """Gives where each format goes; a folder gets what explains the terms as well."""
    from graph_loader.export.rdf.formats import FORMATS

    output = None if given is None else Path(given)
    if output is not None and (_ends_as_folder(given) or output.is_dir() or not output.suffix):
        _explain(output)
        return {name: output / f"graph.{FORMATS[name].ending}" for name in formats or ("turtle",)}
    if len(formats) > 1:
        raise UsageError("Several formats do not fit into one file.", "Name a folder with -o.")
    return {formats[0] if formats else _by_ending(output): output}


def _ends_as_folder(given: str | None) -> bool:
    return given is not None and given.endswith(("/", os.sep))


def _by_ending(output: Path | None) -> str:
    from graph_loader.export.rdf.formats import FORMATS

    endings = {f".{one.ending}": name for name, one in FORMATS.items()}
    if output is None:
        return "turtle"
    ending = output.suffix.lower()
    if ending not in endings:
        hint = f"Choose one with --format, or an ending of {', '.join(endings)}; a folder has / behind it."
        raise UsageError(f"{output} does not tell a format.", hint)
    return endings[ending]


def _explain(folder: Path) -> None:
    from graph_loader.model.resources import resource_folder

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder} cannot be written: {error.strerror}.", "Choose another place with -o.") from error
    for name in _VOCABULARY:
        write_bytes([(resource_folder("schema") / name).read_bytes()], folder / name)
