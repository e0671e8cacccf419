"""Applies the corrections to what one document says."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from graph_loader.model.record import Record
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.facts import fact_ids, with_facts
from graph_loader.resolve.corrections.hiding import mask, without
from graph_loader.resolve.corrections.model import Correction, Suppress
from graph_loader.resolve.corrections.names import names_in, with_names


@dataclass(frozen=True)
class Corrected:
    """Is a record as the corrections have it, with the corrections on which it depends."""

    record: Record
    concerned: frozenset[Correction] = frozenset()
    missed: frozenset[Correction] = frozenset()
    """Those for which the document has no such words, or has them more than once."""
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
    suppressed = {entry: entry.says.names for entry in corrections.suppressed if isinstance(entry.says, Suppress)}
    missed |= {entry for entry, names in suppressed.items() if not _stands_in(record, names)}
    everything = {name for names in suppressed.values() for name in names}
    shorter, forms = without(renamed, everything) if suppressed else (renamed, ())
    return Corrected(shorter, frozenset(concerned), frozenset(missed), forms)


def _stands_in(record: Record, names: tuple[str, ...]) -> bool:
    """Tells whether one of the names stands anywhere in what the graph would hold of a record."""
    words = "\n".join((*names_in(record), *(fact.quote for _, fact in fact_ids(record))))
    return mask(words, names) != words


def document_names(one: str, paths: Iterable[str]) -> frozenset[str]:
    """Gives all by which a correction can name a document: its id, its paths, and the names of their files."""
    pure = [PurePath(path) for path in paths]
    return frozenset({one, *map(str, pure), *(path.name for path in pure), *(path.stem for path in pure)})
