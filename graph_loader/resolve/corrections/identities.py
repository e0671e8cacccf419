"""Knows which names mean the same by the corrections, each thing by the id that its name alone would give it.

A name that holds in some documents alone is another thing than the same name elsewhere.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from networkx.utils import UnionFind

from graph_loader.model.ids import fold, stable_id
from graph_loader.resolve.corrections.model import NODE_ID, Alias, Correction, Named, NameKind, Names
from graph_loader.resolve.identity import body_id, key, person_id, programme_id


def issue_id(label: str) -> str:
    """Gives the id that an issue has when its earliest item bears the label."""
    return stable_id("issue", fold(label) or label)


_IDS = {"person": person_id, "body": body_id, "programme": programme_id, "issue": issue_id}

Thing = tuple[str, str]
"""An id, and the document in which it is meant; an empty one stands for all documents."""


def id_of(kind: NameKind, name: str) -> str:
    """Gives the id that a name leads to; an id is its own."""
    return name if NODE_ID.fullmatch(name) else _IDS[kind](name)


class Identities:
    """Holds what the corrections say of the names of one kind."""

    def __init__(self, kind: NameKind, entries: Iterable[Correction]) -> None:
        self._kind = kind
        self._entries = [entry for entry in entries if getattr(entry.says, "kind", None) == kind]
        self._sets = UnionFind()
        self._names: dict[Thing, str] = {}
        self._later: set[Thing] = set()
        self._of: defaultdict[Thing, list[Correction]] = defaultdict(list)
        self.forms: dict[str, str] = {}
        """The key of each alias, with the id of the thing whose alias it is."""
        for entry in self._entries:
            self._add(entry)
        self._groups: dict[Thing, list[Thing]] = {}
        for group in self._sets.to_sets():
            self._groups |= dict.fromkeys(group, sorted(group))

    def __bool__(self) -> bool:
        return bool(self._entries)

    def _add(self, entry: Correction) -> None:
        says = entry.says
        if isinstance(says, Alias):
            owner = self._thing(says.name)
            things = [owner, *(self._thing(form) for form in says.also)]
            self.forms |= {key(form): owner[0] for form in says.also}
        else:
            assert isinstance(says, Names)
            things = [thing for named in says.named for thing in self._things(named)]
        for thing in things:
            self._sets[thing]
            self._of[thing].append(entry)
        if entry.kind != "not_same":
            self._sets.union(*things)
            self._later |= set(things[1:]) - set(things[:1])

    def _thing(self, name: str, document: str = "") -> Thing:
        thing = (id_of(self._kind, name), document)
        if not NODE_ID.fullmatch(name):
            self._names[thing] = min(name, self._names.get(thing, name))
        return thing

    def _things(self, named: Named) -> list[Thing]:
        return [self._thing(named.name, document) for document in named.documents or ("",)]

    def name(self, given: str, documents: Collection[str]) -> str:
        """Gives the name under which the thing goes that a document calls so."""
        thing = self._found(given, documents)
        if thing is None:
            return given
        first = self._first(thing)
        return self._shown(first) if first in self._names else given

    def others(self, given: str, documents: Collection[str]) -> tuple[str, ...]:
        """Gives the other names of the thing that a document calls so."""
        thing = self._found(given, documents)
        own = self.name(given, documents)
        names = (
            {self._names[other] for other in self._groups.get(thing, ()) if other in self._names} if thing else set()
        )
        return tuple(sorted({*names, given} - {own}))

    def concerning(self, given: str, documents: Collection[str]) -> set[Correction]:
        """Gives the corrections on which the name of a thing depends, directly or by way of others."""
        thing = self._found(given, documents)
        return {entry for other in self._groups.get(thing, ()) for entry in self._of[other]} if thing else set()

    def parted(self) -> Iterator[tuple[Correction, Named, Named]]:
        """Gives each two names that are not the same."""
        for entry in self._entries:
            if entry.kind == "not_same" and isinstance(entry.says, Names):
                for one, other in combinations(entry.says.named, 2):
                    yield entry, one, other

    def contradictions(self) -> Iterator[str]:
        """Says what cannot all be so."""
        for entry, one, other in self.parted():
            for thing in self._things(one):
                if any(self._sets[thing] == self._sets[another] for another in self._things(other)):
                    yield self._contradiction(entry, thing, one, other)
                    break
        yield from self._nameless()
        yield from self._shared_forms()

    def _contradiction(self, entry: Correction, thing: Thing, one: Named, other: Named) -> str:
        if id_of(self._kind, one.name) == id_of(self._kind, other.name):
            return f"{entry.where}: not_same: {one.name!r} is named twice: say in which `documents` it is another."
        joined = {found for member in self._groups[thing] for found in self._of[member] if found.kind != "not_same"}
        places = ", ".join(sorted(found.where for found in joined))
        return f"{entry.where}: {one.name!r} and {other.name!r} are not the same here, and the same by {places}."

    def _nameless(self) -> Iterator[str]:
        for entry in self._entries:
            if entry.kind == "same" and isinstance(entry.says, Names):
                first = self._things(entry.says.named[0])[0]
                if self._first(first) not in self._names:
                    yield f"{entry.where}: same: the first one must be a name, not an id."

    def _shared_forms(self) -> Iterator[str]:
        owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for entry in self._entries:
            if isinstance(entry.says, Alias):
                for form in entry.says.also:
                    others = owners[key(form)]
                    others.setdefault(id_of(self._kind, entry.says.name), entry.where)
                    if len(others) > 1:
                        yield f"{entry.where}: {form!r} is an alias of another one at {next(iter(others.values()))}."

    def _found(self, given: str, documents: Collection[str]) -> Thing | None:
        one = id_of(self._kind, given)
        scoped = [(one, document) for document in sorted(documents) if (one, document) in self._groups]
        return scoped[0] if scoped else (one, "") if (one, "") in self._groups else None

    def _first(self, thing: Thing) -> Thing:
        """Gives the one of a group that is always named first, whatever stands where."""
        group = self._groups.get(thing, [thing])
        named = [one for one in group if one in self._names] or group
        return min([one for one in named if one not in self._later] or named)

    def _shown(self, thing: Thing) -> str:
        name, document = self._names[thing], thing[1]
        return f"{name} ({document})" if document else name
