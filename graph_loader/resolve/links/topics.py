"""Tells what topics of its sector a text speaks of, whatever words it uses for them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph_loader.annotate.profile import load_profile
from graph_loader.model.ids import fold
from graph_loader.resolve.links.words import plain, plain_of, stem

_EVERYBODY = "general"
_SPEAKER = re.compile(r"^(?:The )?(?:[A-Z][\w’'-]+ ){1,4}(?=(?:said|[a-z]+ed)\b)")
"""Who does what a sentence tells, before the verb."""


@dataclass(frozen=True)
class Topics:
    """Holds the topics of a sector, each with the phrases that mean it, and the words that tell nothing apart."""

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    general: frozenset[str] = frozenset()
    """Those topics that every organisation has, such as its budget."""
    common: frozenset[str] = frozenset()
    """The plain forms of words that every meeting uses."""
    recalls: frozenset[str] = frozenset()
    """Words and phrases that take up what was said before, folded."""
    particles: frozenset[str] = frozenset()
    """Words that make no phrase with those beside them."""
    told_done: frozenset[str] = frozenset()
    """Words behind which a participle tells that something was done."""
    outcomes: frozenset[str] = frozenset()
    """Words and phrases that tell what became of something, folded."""
    referring: frozenset[str] = frozenset()
    """Words by which a reply speaks of what was asked without naming it."""
    irregular: Mapping[str, str] = field(default_factory=dict)
    """The verbs of participles that no ending makes."""
    nouns: Mapping[str, str] = field(default_factory=dict)
    """The verbs of nouns that no ending makes."""
    where: tuple[str, ...] = ()
    """Words of a heading behind which the name of a body says only who or where."""
    ahead: frozenset[str] = frozenset()
    """Words by which a text speaks of what is to come, folded."""
    deeds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The verbs by which a deed may be told, by the verb that it is called by."""
    arising: frozenset[str] = frozenset()
    """What stands in headings under which is told what became of what was to be done, folded."""
    honorifics: frozenset[str] = frozenset()
    """Words before somebody's name."""

    def recall(self, text: str) -> bool:
        """Tells whether a text takes up something said before."""
        return _says_one_of(text, self.recalls)

    def outcome(self, text: str) -> bool:
        """Tells whether a text says what became of something."""
        return _says_one_of(text, self.outcomes)

    def refers(self, text: str) -> bool:
        """Tells whether a reply speaks of what was asked without naming it."""
        return _says_one_of(text, self.referring)

    def without_where(self, heading: str, names: Iterable[str]) -> str:
        """Gives a heading without the bodies that do what it is about, or where: `by the Harbour Office`."""
        for name in names if self.where else ():
            behind = "|".join(map(re.escape, self.where))
            place = re.search(rf"(?<=\w) (?:{behind}) (?:the )?{re.escape(name)}\b", heading, re.IGNORECASE)
            if place:
                heading = heading[: place.start()] + heading[place.end() :]
        return heading

    def looks_ahead(self, text: str) -> bool:
        """Tells whether a text speaks of what is to come."""
        return _says_one_of(text, self.ahead)

    def verbs(self, text: str) -> frozenset[str]:
        """Gives all words of a text as verbs, by their stems."""
        return frozenset(map(self._verb, fold(text).split()))

    def done(self, text: str) -> dict[str, str]:
        """Gives what a text tells as done, as stems of verbs, each with the word for it."""
        words = fold(text).split()
        return {
            self._verb(word): word
            for at, word in enumerate(words)
            if (word in self.irregular or word.endswith("ed"))
            and any(" ".join(words[max(0, at - behind) : at]) in self.told_done for behind in (1, 2))
        }

    def told(self, text: str) -> frozenset[str]:
        """Gives the verbs that a text has in the past, whoever did it: `tabled`, `had been tabled`."""
        words = fold(text).split()
        verbs = {self._verb(word) for word in words if word in self.irregular or word.endswith("ed")}
        return frozenset(verbs | set(map(stem, verbs)))  # To deliver has an ending that delivered has not.

    def same_deeds(self, verbs: Iterable[str]) -> frozenset[str]:
        """Gives the deeds that verbs may tell of, each by the verb that it is called by."""
        return frozenset(deed for verb in verbs for deed in self._deeds.get(verb, ()))

    def is_arising(self, heading: str) -> bool:
        """Tells whether under a heading is told what became of what was to be done."""
        return _says_one_of(heading, self.arising)

    @cached_property
    def _deeds(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for deed, verbs in self.deeds.items():
            for verb in (deed, *verbs):
                found[stem(verb)].append(deed)
        return dict(found)

    def _verb(self, word: str) -> str:
        return stem(self.irregular.get(word) or self.nouns.get(word, word))

    def nameless(self, text: str) -> str:
        """Gives a text without whom it names with a title or as the one who speaks: that does not tell what of."""
        return _nameless(text, self._titled)

    @cached_property
    def forms(self) -> dict[str, str]:
        """Gives the stem of its verb for that of each participle and noun that no ending makes."""
        pairs = {**self.irregular, **self.nouns}.items()
        return {stem(word): stem(verb) for word, verb in pairs if not {plain(verb), plain(word)} & self.common}

    @cached_property
    def _titled(self) -> re.Pattern[str] | None:
        titles = "|".join(re.escape(each) for each in sorted(self.honorifics, key=lambda each: (-len(each), each)))
        return re.compile(rf"\b(?:{titles})\.? (?:[A-Z]\.? )?[A-Z][\w’'-]+") if titles else None

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
    def pairs(self) -> frozenset[str]:
        """Gives the phrases of two words that mean a topic, as stems: sharing one says no more than the topic."""
        stems = (" ".join(map(stem, fold(phrase).split())) for phrases in self.phrases.values() for phrase in phrases)
        return frozenset(each for each in stems if each.count(" ") == 1)

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
    outcomes: set[str] = set()
    referring: set[str] = set()
    particles: set[str] = set()
    told_done: set[str] = set()
    irregular: dict[str, str] = {}
    nouns: dict[str, str] = {}
    honorifics: set[str] = set()
    where: set[str] = set()
    ahead: set[str] = set()
    arising: set[str] = set()
    deeds: defaultdict[str, set[str]] = defaultdict(set)
    for profile in map(load_profile, sorted(set(profiles))):
        for topic, words in profile.topics.phrases.items():
            phrases[topic].update((topic, *words))
        titles = (word for title, short in profile.roles.titles.items() for word in (title, *short))
        recalls.update(map(fold, profile.topics.recalls))
        outcomes.update(map(fold, profile.topics.outcomes))
        referring.update(map(fold, profile.topics.referring))
        particles.update(profile.topics.particles)
        told_done.update(profile.topics.told_done)
        irregular |= profile.topics.irregular
        nouns |= profile.topics.nouns
        where.update(profile.topics.where)
        ahead.update(map(fold, profile.topics.ahead))
        arising.update(map(fold, profile.topics.arising))
        for deed, verbs in profile.topics.deeds.items():
            deeds[deed].update(verbs)
        honorifics.update((*profile.roles.honorifics, *profile.roles.offices))
        common |= plain_of((*profile.topics.common, *titles, *profile.organisations.stand_ins))
    return Topics(
        phrases={topic: tuple(sorted(words)) for topic, words in sorted(phrases.items())},
        general=frozenset(load_profile(_EVERYBODY).topics.phrases),
        common=frozenset(common),
        recalls=frozenset(recalls),
        particles=frozenset(particles),
        told_done=frozenset(told_done),
        outcomes=frozenset(outcomes),
        referring=frozenset(referring),
        irregular=irregular,
        nouns=nouns,
        deeds={deed: tuple(sorted(verbs)) for deed, verbs in sorted(deeds.items())},
        where=tuple(sorted(where)),
        ahead=frozenset(ahead),
        arising=frozenset(arising),
        honorifics=frozenset(honorifics),
    )


@lru_cache(maxsize=8_192)
def _nameless(text: str, titled: re.Pattern[str] | None) -> str:
    text = _SPEAKER.sub("", text)
    return titled.sub("", text) if titled else text


def _says_one_of(text: str, phrases: frozenset[str]) -> bool:
    words = f" {fold(text)} "
    return any(f" {phrase} " in words for phrase in phrases)
