"""Applies the corrections to what one document says."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import PurePath

from graph_loader.model.record import Record
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.facts import fact_ids, with_facts
from graph_loader.resolve.corrections.hiding import mask, without
from graph_loader.resolve.corrections.identities import id_of
from graph_loader.resolve.corrections.model import Correction, Names, Suppress
from graph_loader.resolve.corrections.names import names_in, with_names


@dataclass(frozen=True)
class Corrected:
    """Is a record as the corrections have it, with the corrections on which it depends."""

    record: Record
    concerned: frozenset[Correction] = frozenset()
    missed: frozenset[Correction] = frozenset()
    """Those for which it has no such words or names, or has the words more than once, or an earlier one holds."""
    hidden: tuple[str, ...] = ()
    """All forms of names that are to be masked in the document's words."""


def corrected(record: Record, corrections: Corrections) -> Corrected:
    """Applies owners, speakers and due dates, then names, then takes out what is suppressed."""
    if not corrections.entries:
        return Corrected(record)
    source = record.source
    documents = document_names(source.id, [source.path])
    ids = {one for one, _ in fact_ids(record)}
    facts = [entry for entry, _ in corrections.of_facts if entry in corrections.concerning(documents, (), ids)]
    changed, missed = with_facts(record, facts, documents)
    renamed = with_names(changed, corrections, documents)
    concerned = corrections.concerning(documents, {*names_in(changed), *names_in(renamed)}, ids)
    missed |= {entry for entry in concerned if entry.kind == "same" and not _joins(entry, changed, documents)}
    suppressed = {entry: entry.says.names for entry in corrections.suppressed if isinstance(entry.says, Suppress)}
    missed |= {entry for entry, names in suppressed.items() if not _stands_in(record, names)}
    everything = {name for names in suppressed.values() for name in names}
    shorter, forms = without(renamed, everything) if suppressed else (renamed, ())
    return Corrected(shorter, frozenset(concerned), frozenset(missed), forms)


def _joins(entry: Correction, record: Record, documents: Collection[str]) -> bool:
    """Tells whether a document has one of the names that are to give way to the first."""
    if not isinstance(entry.says, Names):
        return True
    kind, named = entry.says.kind, entry.says.named[1:]
    names = names_in(record) | {person.organisation for person in record.people if person.organisation}
    wanted = {id_of(kind, one.name) for one in named if not one.documents or set(one.documents) & set(documents)}
    return any(id_of(kind, name) in wanted for name in names)


def _stands_in(record: Record, names: tuple[str, ...]) -> bool:
    """Tells whether one of the names stands anywhere in what the graph would hold of a record."""
    words = "\n".join((*names_in(record), *(fact.quote for _, fact in fact_ids(record))))
    return mask(words, names) != words


def document_names(one: str, paths: Iterable[str]) -> frozenset[str]:
    """Gives all by which a correction can name a document: its id, its paths, and the names of their files."""
    pure = [PurePath(path) for path in paths]
    return frozenset({one, *map(str, pure), *(path.name for path in pure), *(path.stem for path in pure)})
