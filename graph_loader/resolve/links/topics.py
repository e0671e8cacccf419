"""Tells what topics of its sector a text speaks of, whatever words it uses for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph_loader.annotate.profile import load_profile
from graph_loader.model.ids import fold
from graph_loader.resolve.links.words import stem, stems_of


@dataclass(frozen=True)
class Topics:
    """Holds the topics of a sector, each with the phrases that mean it, and the words that tell nothing apart."""

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    """The stems of words that every meeting uses."""
    recalls: frozenset[str] = frozenset()
    """Words and phrases that take up what was said before, folded."""

    def recall(self, text: str) -> bool:
        """Tells whether a text takes up something said before."""
        words = f" {fold(text)} "
        return any(f" {phrase} " in words for phrase in self.recalls)

    def found(self, text: str) -> dict[str, list[str]]:
        """Gives the topics that a text speaks of, each with the phrases by which it does, in order."""
        words = [stem(word) for word in fold(text).split()]
        found: defaultdict[str, list[str]] = defaultdict(list)
        for at, word in enumerate(words):
            for stems, topic, phrase in self._by_first.get(word, ()):
                if tuple(words[at : at + len(stems)]) == stems:
                    found[topic].append(phrase)
        return dict(found)

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
        table: defaultdict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        for topic, phrases in self.phrases.items():
            for phrase in phrases:
                stems = tuple(stem(word) for word in fold(phrase).split())
                entries = table[stems[0]]
                if all((stems, topic) != entry[:2] for entry in entries):
                    entries.append((stems, topic, phrase))
        return dict(table)


def topics_of(profiles: Iterable[str]) -> Topics:
    """Gives the topics of all the profiles with which the documents of a context were read."""
    phrases: defaultdict[str, set[str]] = defaultdict(set)
    common: set[str] = set()
    recalls: set[str] = set()
    for profile in map(load_profile, sorted(set(profiles))):
        for topic, words in profile.topics.phrases.items():
            phrases[topic].update((topic, *words))
        titles = (word for title, short in profile.roles.titles.items() for word in (title, *short))
        recalls.update(map(fold, profile.topics.recalls))
        common |= stems_of((*profile.topics.common, *titles, *profile.organisations.stand_ins))
    return Topics(
        {topic: tuple(sorted(words)) for topic, words in sorted(phrases.items())}, frozenset(common), frozenset(recalls)
    )
