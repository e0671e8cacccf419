"""Holds an agenda item against the core of a thread, and says in words why they are alike."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt

from graph_loader.resolve.links.vectors import together, unit
from graph_loader.resolve.passage import Passage

_SAME, _LABEL, _TOPIC, _RARE_TOPIC, _NAMED, _WORDS, _PHRASE = 0.9, 0.75, 0.7, 0.4, 0.5, 0.6, 0.35
"""How much each sign counts at most, from 0 to 1."""
_ONE_WORD, _OTHER_TOPIC = 0.5, 0.6
"""What is left of a topic where one word is all that both say, and of all where their headings name other topics."""
_SPOKEN_OF = 0.4
"""How much both must speak of a topic, for it to count that little else does."""
_TOUCHED = 0.2
"""How much the items of a thread must speak of a topic, on average, to be about it at all."""
_TITLE_SPOKEN, _PROMINENT = 0.5, 0.25
_COSINE_AT_MOST = 0.4
_SAYS_SOMETHING, _TOUCHED_ON = 4, 0.06
"""How many words an item must have under its heading to be about something, and how like two of one heading must be."""
_MOST_CORE, _MOST_HEADINGS = 40, 8
_WORTH_TELLING, _WORDS_TOLD = 0.1, 4


@dataclass(frozen=True)
class Sketch:
    """Is one item as threads see it; weights go from 0 to 1."""

    item: Passage
    key: str
    """Its label, folded."""
    title: Mapping[str, float]
    topics: Mapping[str, float]
    rare_topics: frozenset[str]
    """Those of them that nothing else so far speaks of."""
    headed: frozenset[str]
    """Those that its heading names."""
    in_one_word: frozenset[str]
    """Those that it names by one word alone."""
    general: frozenset[str]
    """The topics that every organisation has: to be spoken of in passing tells nothing."""
    named: Mapping[str, float]
    words: Mapping[str, float]
    """The terms under it, as a unit vector."""
    phrases: Mapping[str, tuple[float, str]]
    """The pairs of words that stand beside each other under it, if they are rare: how rare each is, and the words."""
    arising: bool
    """Whether what was to be done before is told of under it, whatever it was."""
    heading_said: bool
    """Whether what stands under it says a word of its heading."""
    said: Mapping[str, str]
    """The word for each term."""


@dataclass(frozen=True)
class Likeness:
    """Says how like an item is to a thread, from 0 to 1, and why."""

    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass
class Thread:
    """Is the items of one matter, and the core by which others are held against it."""

    members: list[tuple[Sketch, Likeness]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    headings: dict[str, Mapping[str, float]] = field(default_factory=dict)
    """The words of each of its latest headings, as rare as they were."""
    title: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    topics: dict[str, float] = field(default_factory=dict)
    headed: set[str] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    words: dict[str, float] = field(default_factory=dict)
    _core: dict[str, float] = field(default_factory=dict)

    def add(self, sketch: Sketch, likeness: Likeness) -> None:
        """Takes an item in."""
        self.members.append((sketch, likeness))
        self.keys.add(sketch.key)
        self.headings.pop(sketch.key, None)
        self.headings[sketch.key] = sketch.title
        if len(self.headings) > _MOST_HEADINGS:
            del self.headings[next(iter(self.headings))]
        self.title.update(sketch.title.keys())
        self.named.update(sketch.named.keys())
        self.headed |= sketch.headed
        self.phrases |= sketch.phrases.keys()
        for whole, part in ((self.topics, sketch.topics), (self.words, sketch.words)):
            for each, weight in part.items():
                whole[each] = whole.get(each, 0.0) + weight
        self._core = {}

    @property
    def core(self) -> dict[str, float]:
        """Gives the words that weigh most in the whole thread, as a unit vector."""
        if not self._core:
            most = sorted(self.words, key=lambda term: (-self.words[term], term))[:_MOST_CORE]
            self._core = unit({term: self.words[term] for term in most})
        return self._core


def like(sketch: Sketch, thread: Thread) -> Likeness:
    """Holds an item against the core of a thread: what few of its members share counts less."""
    signs = [*_signs(sketch, thread)]
    told = tuple(reason for weight, reason in sorted(signs, reverse=True) if weight >= _WORTH_TELLING)
    left = _OTHER_TOPIC if _are_headed_otherwise(sketch, thread) else 1.0
    return Likeness(round(left * together([weight for weight, _ in signs]), 4), told)


def is_headed_alone(sketch: Sketch, thread: Thread) -> bool:
    """Tells whether nothing but one heading is common, that nothing under it speaks of, as under `Matters of note`."""
    if sketch.key not in thread.keys or sketch.heading_said or sketch.topics.keys() & thread.topics.keys():
        return False
    headings = sketch.title.keys() | thread.title.keys()
    body = {term: weight for term, weight in sketch.words.items() if term not in headings}
    share = sum(weight * thread.core[term] for term, weight in body.items() if term in thread.core)
    return len(body) >= _SAYS_SOMETHING and share < _TOUCHED_ON and not sketch.named.keys() & thread.named.keys()


def _are_headed_otherwise(sketch: Sketch, thread: Thread) -> bool:
    """Tells whether both have topics in their headings, and none of these is spoken of by the other."""
    ours, theirs = sketch.headed, thread.headed
    return bool(ours and theirs) and not (ours & thread.topics.keys() or theirs & sketch.topics.keys())


def _signs(sketch: Sketch, thread: Thread) -> Iterator[tuple[float, str]]:
    size = len(thread.members)
    if sketch.key in thread.keys:
        yield _SAME, "the same heading"
    title = {term: weight for term, weight in sketch.title.items() if term in thread.title}
    words = {term: weight * thread.core[term] for term, weight in sketch.words.items() if term in thread.core}
    spoken = max(_spoken(sketch, thread), key=lambda each: each[0], default=(0.0, {}))
    # A word that heads every item so far is the name of the matter, and more than a word that both say.
    names_it = size > 1 and any(thread.title[term] == size for term in title)
    one_word = len(title.keys() | words.keys() | spoken[1].keys()) == 1 and (bool(sketch.in_one_word) or not names_it)
    of_words = [*_of_headings(sketch, thread, title), *_of_topics(sketch, thread, one_word)]
    if words:
        share = min(1.0, sum(words.values()) / _COSINE_AT_MOST)
        of_words.append((_WORDS * share, f"both say {_quoted(words, sketch.said)}"))
    if spoken[0]:
        told = f"the one is headed, and the other speaks of, {_quoted(spoken[1], sketch.said)}"
        of_words.append((_TITLE_SPOKEN * spoken[0], told))
    # Where one word is all that both say, it is one sign, wherever it stands.
    yield from [max(of_words)] if one_word else of_words
    phrases = [sketch.phrases[pair] for pair in sketch.phrases.keys() & thread.phrases]
    if phrases:
        rarity, said = max(phrases)
        yield _PHRASE * rarity, f"the same phrase “{said}”"
    named = {each: weight * sqrt(thread.named[each] / size) for each, weight in sketch.named.items()}
    if named:
        node = max(named, key=lambda each: (named[each], each))
        name = sketch.item.named_as[sketch.item.named.index(node)]
        yield _NAMED * named[node], f"both name {name}"


def _of_headings(sketch: Sketch, thread: Thread, title: Mapping[str, float]) -> Iterator[tuple[float, str]]:
    if title and max(title.values()) > 0:
        size = len(thread.members)
        part = sum(weight * sqrt(thread.title[term] / size) for term, weight in title.items())
        share = part / sum(sketch.title.values()) * max(title.values())
        yield _LABEL * share, f"headings with {_quoted(title, sketch.said)}"


def _of_topics(sketch: Sketch, thread: Thread, one_word: bool) -> Iterator[tuple[float, str]]:
    size = len(thread.members)
    topics = {each: sqrt(weight * thread.topics.get(each, 0.0) / size) for each, weight in sketch.topics.items()}
    if topics:
        topic = max(topics, key=lambda each: (topics[each], each))
        left = _ONE_WORD if one_word and topic in sketch.in_one_word else 1.0
        yield _TOPIC * topics[topic] * left, f"both speak of {topic}"
        told = (each for each in sketch.rare_topics if thread.topics.get(each, 0.0) >= _TOUCHED * size)
        passing = {each for each, strength in sketch.topics.items() if strength < 1.0} - sketch.general
        if any(topics[each] >= _SPOKEN_OF or each in passing for each in told):
            yield _RARE_TOPIC, "which is seldom spoken of"


def _spoken(sketch: Sketch, thread: Thread) -> Iterator[tuple[float, Mapping[str, float]]]:
    """Yields how much the heading of the one is what the other speaks of, both ways, and by which words."""
    size = len(thread.members)
    ours = {term: weight for term, weight in sketch.title.items() if term not in thread.title}
    headings = {key: title for key, title in thread.headings.items() if not title.keys() & sketch.title.keys()}
    said = {term: thread.words[term] / size for term in ours if term in thread.words}
    yield _share(ours, sketch.title, said), {term: weight for term, weight in ours.items() if term in said}
    for title in headings.values():
        yield _share(title, title, sketch.words), {term: title[term] for term in title if term in sketch.words}


def _share(terms: Mapping[str, float], title: Mapping[str, float], said: Mapping[str, float]) -> float:
    whole = sum(title.values())
    part = sum(weight * min(1.0, said[term] / _PROMINENT) for term, weight in terms.items() if term in said)
    return part / whole * max(title.values()) if whole else 0.0


def _quoted(weights: Mapping[str, float], said: Mapping[str, str]) -> str:
    most = sorted(weights, key=lambda term: (-weights[term], term))[:_WORDS_TOLD]
    return ", ".join(f"“{said[term]}”" for term in most)
