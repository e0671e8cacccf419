"""Tells whom a shorter form of a name means in other documents: `Jane Fox` for Jane A. Fox, `Cllr Fox` for Jane Fox.

Nobody is merged, and nothing goes by likeness: a form is tied only where one person alone has a name that it can be
short for, and where no document names both. A lone name and initials hold in one series of meetings
of one body: many have a board of directors, so that somebody else must be named beside both.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from graph_loader.model.graph import Edge
from graph_loader.resolve.identity import key, words_of
from graph_loader.resolve.naming import Naming, meaning

_BY_MIDDLE = 0.9
_BY_INITIAL = 0.8
_LONE = 0.7
Words = tuple[str, ...]


def people_over_time(namings: Sequence[Naming], apart: Collection[frozenset[str]] = ()) -> list[Edge]:
    """Gives whom shorter names stand for among all that documents of one context name.

    `apart` holds pairs of keys of names that are not the same.
    """
    people: defaultdict[str, list[Naming]] = defaultdict(list)
    for naming in sorted(namings, key=lambda each: (each.date or "", each.document, each.id)):
        if naming.label == "Person":
            people[naming.id].append(naming)
    return list(_People(people, apart).meanings())


def is_short_for(short: Words, full: Words) -> bool:
    """Tells whether a name can be a shorter form of another: without initials in the middle, with initials, alone."""
    if short == full or len(full) < 2 or not short:
        return False
    if len(short) == 1:
        return short[0] in (full[0], full[-1]) and len(short[0]) > 1
    if short[-1] != full[-1] or not _abbreviates(short[0], full[0]):
        return False
    middle, whole = short[1:-1], full[1:-1]
    if not middle:
        return all(len(word) == 1 for word in whole)
    return len(middle) == len(whole) and all(map(_abbreviates, middle, whole))


def _abbreviates(short: str, full: str) -> bool:
    return short == full or (len(short) == 1 and full.startswith(short))


class _People:
    def __init__(self, people: dict[str, list[Naming]], apart: Collection[frozenset[str]]) -> None:
        self._people = people
        self._apart = apart
        self._words = {one: words_of(self._name(one)) for one in people}
        self._by_word: defaultdict[str, set[str]] = defaultdict(set)
        self._in: defaultdict[str, set[str]] = defaultdict(set)
        for one, namings in people.items():
            for each in namings:
                self._in[each.document].add(one)
        for one, words in self._words.items():
            for word in {*words[:1], *words[-1:]}:
                self._by_word[word].add(one)

    def meanings(self) -> Iterator[Edge]:
        """Yields whom each shorter name stands for."""
        for one in sorted(self._people):
            words = self._words[one]
            if not words or (len(words) == 1 and self._is_third_party(one)):
                continue
            others = [other for other in self._by_word[words[-1]] if is_short_for(words, self._words[other])]
            full = self._fullest(others, one)
            if full:
                lone, initials = len(words) == 1, len(words[0]) == 1
                score = _LONE if lone else _BY_INITIAL if initials else _BY_MIDDLE
                telling = self._people[full][0]
                where = "series" if lone or initials else "context"
                reason = f"{telling.minutes} name {telling.name}, and no other of that name is in this {where}"
                yield meaning("STANDS_FOR", one, full, self._people[one], score=score, reason=reason)

    def _fullest(self, others: Sequence[str], one: str) -> str | None:
        """Gives the one of those who can be meant of whose name those of all others are shorter forms."""
        words = self._words[one]
        if len(words) == 1 or len(words[0]) == 1:
            others = [other for other in others if self._sits_with(one, other)]
        if any(self._documents(one) & self._documents(other) for other in others):
            return None
        whole = [
            other
            for other in others
            if all(is_short_for(self._words[each], self._words[other]) for each in others if each != other)
        ]
        if len(whole) != 1 or frozenset((key(self._name(one)), key(self._name(whole[0])))) in self._apart:
            return None
        return whole[0]

    def _name(self, one: str) -> str:
        return min((each.name for each in self._people[one]), key=lambda name: (name.isupper(), name))

    def _documents(self, one: str) -> set[str]:
        return {each.document for each in self._people[one]}

    def _sits_with(self, one: str, other: str) -> bool:
        """Tells whether two names stand in one series beside somebody else who is in both: many bodies have a board."""
        shared = {each.series for each in self._people[one]} & {each.series for each in self._people[other]} - {None}
        return any(self._beside(one, series) & self._beside(other, series) - {one, other} for series in shared)

    def _beside(self, one: str, series: str | None) -> set[str]:
        documents = (each.document for each in self._people[one] if each.series == series)
        return set[str]().union(*(self._in[document] for document in documents))

    def _is_third_party(self, one: str) -> bool:
        return any(each.privacy == "third_party" for each in self._people[one])
