"""Finds the corrections that are written beside minutes, and says which of them speak of nothing that is there."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph_loader.cli.failures import one_line
from graph_loader.cli.settings import folders_up
from graph_loader.cli.sources import Source, stored_path

if TYPE_CHECKING:
    from graph_loader.resolve.corrections import Correction, Corrections
    from graph_loader.resolve.thread_changes import ThreadChange
    from graph_loader.store import Row, Store

FOLDER = "corrections"
corrections_option = click.option(
    "--corrections",
    "folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="The folder of the .yaml files with corrections, instead of those named corrections/ beside the minutes.",
)


def find_corrections(folder: Path | None, minutes: Iterable[Path]) -> "Corrections":
    """Reads the corrections in the folder, else those nearest to each of the folders of minutes; raises KgError."""
    from graph_loader.resolve.corrections import load_corrections

    folders = [folder] if folder else correction_folders(minutes)
    return load_corrections(folders, [stored_path(one, Path()) for one in folders])


def correction_folders(minutes: Iterable[Path]) -> list[Path]:
    """Gives the folders with corrections that are nearest to folders of minutes."""
    found: set[Path] = set()
    for place in {path.absolute() for path in minutes}:
        found.update([one for up in folders_up(place) if (one := up / FOLDER).is_dir()][:1])
    return sorted(found)


def minutes_folders(sources: Iterable[Source], documents: Iterable["Row"], beside: Path) -> set[Path]:
    """Gives the folders in which the sources lie, and the documents of a graph, whose paths start from `beside`."""
    loaded = {(beside / path).parent for document in documents for path in document["paths"]}
    return loaded | {source.path.parent if source.path else Path() for source in sources}


class Concerns:
    """Tells of documents in the graph whether other corrections concern them than when they were read."""

    def __init__(self, store: "Store", corrections: "Corrections") -> None:
        from graph_loader.store.corrections import names_by_document, spoken_at

        self._corrections = corrections
        self._digests = {entry.digest for entry in corrections.entries}
        self._names = names_by_document(store.rows) if corrections.entries else {}
        places = [place for _, place in corrections.of_facts]
        self._ids = {spoken.id: spoken.documents for spoken in spoken_at(store.rows, places)} if places else {}

    def as_before(self, document: "Row") -> bool:
        """Tells whether a document was read with the corrections that concern it now."""
        from graph_loader.resolve.corrections import document_names

        before = set(document.get("corrections") or ())
        called = document_names(document["id"], document["paths"])
        ids = {one for one, documents in self._ids.items() if document["id"] in documents}
        now = self._corrections.concerning(called, self._names.get(document["id"], ()), ids)
        return before == {entry.digest for entry in now} | (before & self._digests)


def tell_open(store: "Store", corrections: "Corrections") -> None:
    """Writes to standard error which corrections speak of nothing in the graph, and which documents wait for some."""
    from graph_loader.resolve.corrections.hiding import mask

    concerns, hidden = Concerns(store, corrections), corrections.names_suppressed
    for document in store.documents():
        for path in (path for path in document["paths"] if mask(path, hidden) != path):
            said = "the path has a suppressed name, and all exports have the path; rename the file and load it again."
            click.echo(one_line(f"Note: {path}: {said}"), err=True)
        if not concerns.as_before(document):
            said = "corrections that concern it have changed since it was read; load it again."
            click.echo(one_line(f"Note: {document['paths'][0]}: {said}"), err=True)
    for entry in stale(store, corrections) if corrections.entries else ():
        what = f"what it speaks of ({', '.join(entry.ids)})" if entry.ids else "what it speaks of"
        said = f"{what} is not in the graph, is there more than once, or an earlier correction says otherwise of it"
        said = f"{said}; nothing was changed by it."
        click.echo(one_line(f"Note: {entry.where}: {entry.kind}: {said}"), err=True)


def tell_thread(change: "ThreadChange") -> None:
    """Writes to standard error what became of an issue."""
    said = str(change)
    click.echo(one_line(f"{said[0].upper()}{said[1:]}."), err=True)


def stale(store: "Store", corrections: "Corrections") -> list["Correction"]:
    """Gives the corrections that had no effect on any document or link."""
    from graph_loader.resolve.corrections.links import named_by, stale_links
    from graph_loader.store.corrections import issue_labels, spoken_at

    found = {
        digest
        for document in store.documents()
        for digest in set(document.get("corrections") or ()) - set(document.get("corrections_missed") or ())
    }
    of_links = set()
    if corrections.of_links:
        spoken = spoken_at(store.rows, named_by(corrections.of_links))
        of_links = stale_links(corrections, spoken, issue_labels(store.rows))
    found -= {entry.digest for entry in _of_nobody(store, corrections)}
    return [
        entry for entry in corrections.entries if (entry in of_links if entry.of_links else entry.digest not in found)
    ]


def _of_nobody(store: "Store", corrections: "Corrections") -> "Iterator[Correction]":
    """Yields those that hold two names apart of which one is in no document."""
    from graph_loader.resolve.corrections.identities import id_of
    from graph_loader.resolve.corrections.model import Names
    from graph_loader.store.corrections import called, names_by_document

    apart = [(entry, entry.says) for entry in corrections.entries if entry.kind == "not_same" and not entry.of_links]
    if not apart:
        return
    names, calls = names_by_document(store.rows), called(store.rows)
    for entry, says in apart:
        assert isinstance(says, Names)
        for named in says.named:
            forms = [named.name, *(f"{named.name} ({document})" for document in named.documents)]
            wanted = {id_of(says.kind, form) for form in forms}
            there = [one for one in names if not named.documents or calls[one] & set(named.documents)]
            if not any(id_of(says.kind, name) in wanted for one in there for name in names[one]):
                yield entry
                break
