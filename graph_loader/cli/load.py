"""Is `kg load`: reads minutes into the graph, one transaction for each document."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.correcting import (
    Concerns,
    corrections_option,
    find_corrections,
    minutes_folders,
    tell_open,
    tell_thread,
)
from graph_loader.cli.options import graph_option, reading_options
from graph_loader.cli.sources import Reading, Source, find_sources
from graph_loader.errors import KgError, StoreGoneError

if TYPE_CHECKING:
    from graph_loader.cli.progress import Tally
    from graph_loader.model.record import Record
    from graph_loader.resolve.corrections import Corrections
    from graph_loader.store import Place, Row, Store


@click.command("load", epilog="Example: kg load minutes/ && kg query who-asked-whom")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@graph_option
@corrections_option
@click.option("--again", is_flag=True, help="Read anew also what is in the graph already.")
@reading_options
def command(paths: tuple[str, ...], graph: "Place", folder: Path | None, again: bool, reading: Reading) -> int:
    """Read minutes into the graph.

    PATH is a .txt, .md, .html, .pdf or .docx file, a folder of them, or - for standard input. A document that is in the
    graph already is left as it is; a changed one replaces what it said before, and so does one that other corrections
    concern. One that cannot be read costs no other.

    PATH may also be what `kg export rdf` wrote: a new graph then becomes what the exported one was.
    """
    from graph_loader.cli.load_rdf import load_rdf, take_rdf
    from graph_loader.cli.progress import Tally
    from graph_loader.store import open_store
    from graph_loader.store.signals import unbroken

    tally = Tally()
    datasets, others = take_rdf(paths)
    for dataset in datasets:
        load_rdf(dataset, graph, tally)
    sources, tally.errors = find_sources(others, graph.parent, reading.max_size)
    try:
        if sources:
            # What is wrong with corrections is told before anything is made.
            find_corrections(folder, minutes_folders(sources, (), graph.parent))
            with open_store(graph, create=True) as store:
                beside = minutes_folders(sources, store.documents(), graph.parent)
                corrections = find_corrections(folder, beside)
                new = sources if again else _new(store, sources, reading, corrections)
                tally.done["unchanged"] = len(sources) - len(new)
                _load(store, new, reading, tally, corrections)
                with unbroken():
                    store.link(corrections, tell_thread)
                tell_open(store, corrections)
    except (KeyboardInterrupt, SystemExit):
        click.echo("Interrupted: what is finished is in the graph; load again to go on from there.", err=True)
        raise
    finally:
        tally.tell()
    return 1 if tally.errors else 0


def _load(
    store: "Store", sources: Sequence[Source], reading: Reading, tally: "Tally", corrections: "Corrections"
) -> None:
    from graph_loader.cli.jobs import make_all
    from graph_loader.cli.progress import shown
    from graph_loader.extract import extract_record

    extract = partial(extract_record, model=reading.model)
    with closing(make_all(extract, sources, reading)) as outcomes, shown(tally, len(sources)) as step:
        for outcome in outcomes:
            if isinstance(outcome.result, KgError):
                tally.errors.append(outcome.result)
            else:
                _write(store, outcome.source, outcome.result, tally, corrections)
            step()


def _write(store: "Store", source: Source, record: "Record", tally: "Tally", corrections: "Corrections") -> None:
    from graph_loader.cli.jobs import as_failure
    from graph_loader.resolve.contribution import contribution
    from graph_loader.store.signals import unbroken

    try:
        with unbroken():
            # What the summary says of an interrupted load is then what is in the graph.
            tally.add(record, store.write(contribution(record, corrections)))
    except StoreGoneError:
        raise
    except Exception as error:
        tally.errors.append(as_failure(source, error))


def _new(store: "Store", sources: Sequence[Source], reading: Reading, corrections: "Corrections") -> list[Source]:
    """Gives the sources that are not in the graph with the same bytes at the same path, read in the same way."""
    documents = store.documents()
    if not documents:
        return list(sources)
    from graph_loader.extract import pipeline_label

    label, concerns = pipeline_label(reading.model), Concerns(store, corrections)
    known = {
        (path, document["sha256"]): document
        for document in documents
        if document["pipeline"] == label and concerns.as_before(document)
        for path in document["paths"]
    }

    def is_known(source: Source) -> bool:
        document = known.get((source.name, _digest(source, reading.max_size) or ""))
        return document is not None and _would_read_alike(document, source, reading.profile)

    return [source for source in sources if not is_known(source)]


def _would_read_alike(document: "Row", source: Source, profile: str) -> bool:
    """Tells whether a source would be read with the profile, chosen for the reason, that it was read with before."""
    from graph_loader.annotate.choose import BY_WORDS, Choice
    from graph_loader.annotate.profile import profile_digest
    from graph_loader.cli.settings import settled_choice

    before = Choice(document["profile"], document.get("profile_reason") or "")
    try:
        choice = settled_choice(source, profile)
        same = choice == before if choice else before.reason.startswith(BY_WORDS)
        return same and document.get("profile_digest") == profile_digest(before.profile)
    except KgError:
        # The reading will tell what is wrong.
        return False


def _digest(source: Source, max_size: int) -> str | None:
    """Hashes the bytes of a source; none for what the reader is going to refuse."""
    if source.path is None:
        return hashlib.sha256(source.data).hexdigest()
    try:
        with source.path.open("rb") as file:
            data = file.read(max_size + 1)
    except OSError:
        return None
    return hashlib.sha256(data).hexdigest() if len(data) <= max_size else None
