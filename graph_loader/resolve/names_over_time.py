"""Tells which short forms stand for which names, and which bodies and programmes followed which.

Nothing is merged: an acronym that stands alone stays a node of its own, with an edge to the name it stands for. It is
tied only where a document of the same context, or a profile, gives the name, and no other name has that acronym there.
So it is with a programme that some minutes call Harbour Watch and others the Harbour Watch programme.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph_loader.annotate.profile import load_profile
from graph_loader.model.acronym import is_acronym, stem_of
from graph_loader.model.graph import Edge, Value
from graph_loader.resolve.identity import key
from graph_loader.resolve.naming import Naming, meaning

_BY_HEAD = 0.8
_BY_DOCUMENT = 0.9
_BY_PROFILE = 1.0


@dataclass(frozen=True)
class Known:
    """Is what profiles know of names: for each form the names that it can be of, and who followed whom since when.

    `heads` are the words that say of a name that it is one of a programme.
    """

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    successions: tuple[tuple[str, str, str], ...] = ()
    heads: frozenset[str] = frozenset()


def known_names(profiles: Iterable[str]) -> Known:
    """Gathers what profiles know of the names of bodies and programmes; a name of its own is no form of another."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    successions = set()
    heads: set[str] = set()
    for profile in map(load_profile, profiles):
        for name, forms in (*profile.organisations.known.items(), *profile.names.known_programmes.items()):
            for form in (name, *forms):
                names[_form(form)].add(name)
        successions |= {
            (earlier, later, day) for earlier, after in profile.successions.items() for later, day in after.items()
        }
        heads.update(map(key, profile.names.programme_heads))
    known = {form: frozenset(found) for form, found in names.items()}
    return Known(known, tuple(sorted(successions)), frozenset(heads))


def names_over_time(namings: Sequence[Naming], known: Known) -> list[Edge]:
    """Gives what short forms stand for and who followed whom, among all that the documents of one context name."""
    found = _Names(namings, known)
    return [*found.meanings(), *found.successions()]


def _form(name: str) -> str:
    return key(stem_of(name)) if is_acronym(name) else key(name)


class _Names:
    def __init__(self, namings: Sequence[Naming], known: Known) -> None:
        self._known = known
        self._of: defaultdict[tuple[str, str], list[Naming]] = defaultdict(list)
        for naming in sorted(namings, key=lambda each: (each.date or "", each.document, each.id)):
            if naming.label != "Person":
                self._of[naming.label, naming.id].append(naming)
        self._groups: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._short: defaultdict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for node in sorted(self._of):
            root = self._root(node)
            if root:
                self._groups[node[0], root].append(node)
            for naming in self._of[node] if not is_acronym(self._name(node)) else ():
                for alias in filter(is_acronym, naming.aliases):
                    reason = f"{naming.minutes} give {alias} as short for {naming.name}"
                    self._short[_form(alias)].setdefault(node, reason)
        self._headed: defaultdict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for node in sorted(self._of):
            stem, head = self._stem_and_head(node)
            if stem:
                reason = (
                    f"{self._of[node][0].minutes} name the {self._name(node)}, the same name with “{head}” behind it"
                )
                self._headed[key(stem)][node] = reason

    def meanings(self) -> Iterator[Edge]:
        """Yields what each short form that stands alone stands for, where that is one thing."""
        for node in sorted(self._of):
            candidates = self._candidates(node)
            if len(candidates) == 1:
                ((full, (score, reason)),) = candidates.items()
                if full[0] == node[0] and full != node:
                    yield meaning("STANDS_FOR", node[1], full[1], self._of[node], score=score, reason=reason)

    def _candidates(self, node: tuple[str, str]) -> dict[tuple[str, str], tuple[float, str]]:
        found: dict[tuple[str, str], tuple[float, str]] = {}
        if is_acronym(self._name(node)):
            for full, reason in self._short[_form(self._name(node))].items():
                found[self._fullest(full)] = (_BY_DOCUMENT, reason)
        elif node[0] == "Programme":
            found |= {full: (_BY_HEAD, reason) for full, reason in self._headed[key(self._name(node))].items()}
        full = self._fullest(node)
        if full != node:
            reason = f"the profile knows {self._name(node)} and {self._name(full)} as one"
            found[full] = (_BY_PROFILE, reason)
        return found

    def successions(self) -> Iterator[Edge]:
        """Yields who followed whom, as documents or profiles say it."""
        said: dict[tuple[tuple[str, str], str], list[tuple[Naming | None, str, str | None]]] = {}
        for node in sorted(self._of):
            for naming in self._of[node]:
                for after in naming.followed:
                    reason = f"{naming.minutes} say: “{after.sentence}”"
                    said.setdefault((node, after.id), []).append((naming, reason, after.date))
        for label in ("Body", "Programme"):
            for earlier, later, day in self._known.successions:
                one, other = self._named(label, earlier), self._named(label, later)
                if one and other and one != other:
                    reason = f"the profile says that {later} followed {earlier} in {day[:4]}"
                    said.setdefault((one, other[1]), []).append((None, reason, day))
        for (node, end), reasons in sorted(said.items(), key=lambda entry: entry[0]):
            telling = [naming for naming, _, _ in reasons if naming]
            score = _BY_DOCUMENT if len(telling) == len(reasons) else _BY_PROFILE
            date = next((day for _, _, day in reasons if day), None)
            reason = "; ".join(dict.fromkeys(reason for _, reason, _ in reasons))
            documents = telling if score == _BY_DOCUMENT else self._of[node]
            says: dict[str, Value] = {"date": date} if date else {}
            yield meaning("SUCCEEDED_BY", node[1], end, documents, score=score, reason=reason, **says)

    def _name(self, node: tuple[str, str]) -> str:
        """Gives one name of a node, the same in whatever order its documents come."""
        return min((each.name for each in self._of[node]), key=lambda name: (name.isupper(), name))

    def _stem_and_head(self, node: tuple[str, str]) -> tuple[str, str]:
        """Gives a programme's name without its last word, and that, if it says that it is one and nothing else does."""
        stem, _, head = self._name(node).rpartition(" ")
        if node[0] != "Programme" or key(head) not in self._known.heads:
            return "", ""
        return ("", "") if key(stem.rpartition(" ")[2]) in self._known.heads else (stem, head)

    def _root(self, node: tuple[str, str]) -> str | None:
        """Gives the name by which profiles know a node; none where it can be of two."""
        roots = self._known.names.get(_form(self._name(node)), frozenset())
        return next(iter(roots)) if len(roots) == 1 else None

    def _fullest(self, node: tuple[str, str]) -> tuple[str, str]:
        """Gives the node of the name that profiles know, else of the longest that they know as the same."""
        root = self._root(node)
        return self._named(node[0], root) or node if root else node

    def _named(self, label: str, root: str) -> tuple[str, str] | None:
        def rank(node: tuple[str, str]) -> tuple[bool, bool, int, str]:
            name = self._name(node)
            return key(name) != key(root), is_acronym(name), -len(name), node[1]

        return min(self._groups[label, root], key=rank, default=None)
