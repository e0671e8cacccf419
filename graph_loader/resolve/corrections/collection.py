"""Holds all corrections that are valid, and finds those that concern a document."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph_loader.model.graph import digest
from graph_loader.resolve.corrections.identities import Identities
from graph_loader.resolve.corrections.model import Correction, Link, NameKind, Place, Rename, Suppress
from graph_loader.resolve.identity import key

ENTITIES: tuple[NameKind, ...] = ("person", "body", "programme")
KINDS: tuple[NameKind, ...] = (*ENTITIES, "issue")


@dataclass(frozen=True)
class Corrections:
    """Is what people say against the machine."""

    entries: tuple[Correction, ...] = ()

    @cached_property
    def identities(self) -> dict[NameKind, Identities]:
        """Gives what they say of names, by kind."""
        return {kind: Identities(kind, self.entries) for kind in KINDS}

    @cached_property
    def people_apart(self) -> frozenset[frozenset[str]]:
        """Gives each two names of people, folded, that are not the same."""
        pairs = self.identities["person"].parted()
        return frozenset(frozenset((key(one.name), key(other.name))) for _, one, other in pairs)

    @cached_property
    def suppressed(self) -> tuple[Correction, ...]:
        """Gives those that take a name out."""
        return tuple(entry for entry in self.entries if isinstance(entry.says, Suppress))

    @cached_property
    def names_suppressed(self) -> frozenset[str]:
        """Gives the names that are taken out, and their last words, which stand for them."""
        names = [name for entry in self.suppressed if isinstance(entry.says, Suppress) for name in entry.says.names]
        return frozenset((*names, *(name.split()[-1] for name in names)))

    @cached_property
    def of_links(self) -> tuple[Correction, ...]:
        """Gives those on what several documents say together."""
        return tuple(entry for entry in self.entries if entry.of_links)

    @cached_property
    def of_facts(self) -> tuple[tuple[Correction, Place], ...]:
        """Gives those on one thing that one document says, each with where it says so."""
        return tuple((entry, entry.says) for entry in self.entries if isinstance(entry.says, Place))

    @cached_property
    def links_digest(self) -> str:
        """Hashes all on which links depend beside the documents; empty where there is none."""
        linked = [*self.of_links, *(entry for entry in self.entries if entry.kind == "not_same")]
        return digest(sorted({entry.digest for entry in linked})) if linked else ""

    def concerning(self, documents: Collection[str], names: Collection[str], ids: Collection[str]) -> set[Correction]:
        """Gives those that concern a document, by its own names, the names it gives, and the ids of what it says."""
        found = set(self.suppressed)
        found |= {entry for entry, place in self.of_facts if place.id in ids or place.document in documents}
        for kind in ENTITIES:
            if self.identities[kind]:
                found |= {entry for name in names for entry in self.identities[kind].concerning(name, documents)}
        return found

    def contradictions(self) -> Iterator[str]:
        """Says of which corrections not all can be so, with file and line."""
        for kind in KINDS:
            yield from self.identities[kind].contradictions()
        said: defaultdict[str, list[Correction]] = defaultdict(list)
        for entry in self.entries:
            subject = _subject(entry)
            if subject is not None:
                against = next((earlier for earlier in said[subject] if _is_against(entry, earlier)), None)
                if against:
                    yield f"{entry.where}: it says otherwise than {against.where}."
                said[subject].append(entry)


def _subject(entry: Correction) -> str | None:
    """Gives what one correction alone can decide; of a link its ends, whichever comes first."""
    says = entry.says
    if isinstance(says, Place):
        return digest([entry.kind, says.id, says.document, says.quote])
    if isinstance(says, Link):
        return digest([says.issue, *sorted(digest(end.model_dump()) for end in (says.start, says.end) if end)])
    return digest(["rename", says.issue]) if isinstance(says, Rename) else None


def _is_against(entry: Correction, other: Correction) -> bool:
    one, two = entry.says, other.says
    if not isinstance(one, Link) or not isinstance(two, Link):
        return entry.digest != other.digest
    if one.type == two.type:
        return (one.verdict, one.relation) != (two.verdict, two.relation)
    # One without a type is of all links between the two.
    return None in (one.type, two.type) and one.verdict != two.verdict
