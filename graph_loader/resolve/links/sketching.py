"""Sketches agenda items: what in their headings and in the words under them tells what they are about."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from math import log, sqrt

from graph_loader.model.ids import fold
from graph_loader.resolve.links.likeness import Sketch
from graph_loader.resolve.links.reading import Minutes, Rarity, astray, named_term
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.vectors import unit
from graph_loader.resolve.links.words import names_within
from graph_loader.resolve.passage import Passage

_MOST_TERMS = 60
_SELDOM = 3
"""In how many passages a topic that is seldom spoken of stands at most."""
_IN_TITLE, _LONG_TITLE = 2, 60
_USUAL, _FEWEST_ITEMS = 0.25, 8
"""From which part of the items on what all speak of tells less, and of how many items that can be said."""
_RARE = 0.6
"""How rare a phrase must be to tell of a matter, from 0 to 1."""
_UNSAID = 0.7
"""What one more phrase that means a topic leaves of the doubt that an item speaks of it."""


class Sketcher:
    """Sketches the items of documents, one after the other, and counts how often each topic is spoken of."""

    def __init__(self, topics: Topics) -> None:
        self._topics = topics
        self._rarity = Rarity(topics)
        self._spoken: Counter[str] = Counter()
        self._about: Counter[str] = Counter()
        self._items = 0
        self._astray: frozenset[str] = frozenset()
        self._of_arising = {term for words in topics.arising for term in self._rarity.terms(words)}

    def sketches(self, minutes: Minutes) -> list[Sketch]:
        """Gives a sketch of each item of a document that is about something."""
        self._rarity.add(minutes)
        for passage in minutes.passages:
            for text in (passage.text, *passage.narrative):
                self._spoken.update(self._topics.found(text).keys())
        self._astray = astray(minutes, self._rarity)
        sketches = [self._sketch(item, minutes) for item in minutes.items]
        self._items += len(sketches)
        for sketch in sketches:
            self._about.update({*sketch.topics, *sketch.named})
        return [self._less(sketch) for sketch in sketches]

    def _less(self, sketch: Sketch) -> Sketch:
        """Gives a sketch in which what most items speak of tells less: a library's board always speaks of libraries."""
        of_all = {each: self._about[each] / self._items for each in (*sketch.topics, *sketch.named)}
        telling = {each: 1 - min(1.0, max(0.0, share - _USUAL) * 2) for each, share in of_all.items()}
        if self._items < _FEWEST_ITEMS or all(each == 1 for each in telling.values()):
            return sketch
        topics, named = (
            {each: weight * telling[each] for each, weight in of.items()} for of in (sketch.topics, sketch.named)
        )
        return replace(sketch, topics=topics, named=named)

    def _sketch(self, item: Passage, minutes: Minutes) -> Sketch:
        label, rarity = self._topics.without_where(item.labels[0], item.named_as), self._rarity
        texts = _texts_under(item, minutes, self._astray)
        title = rarity.worded(label if len(item.text) > _LONG_TITLE else f"{label} {item.text}")
        topics, headed = _strengths(label, texts, self._topics), self._topics.found(label)
        return Sketch(
            item=item,
            key=fold(label) or label,
            title={term: rarity.of(term) for term in title},
            topics=topics,
            rare_topics=frozenset(topic for topic in topics if self._spoken[topic] <= _SELDOM),
            headed=frozenset(headed) - self._topics.general,
            in_one_word=frozenset(topic for topic in headed if not any(" " in each for each in headed[topic])),
            general=self._topics.general,
            named={
                node: rarity.of(named_term(node))
                for node, name in zip(item.named, item.named_as, strict=True)
                if rarity.terms(name)  # `The force` and `the board` tell no two matters apart.
            },
            words=_weights(list(title), texts, rarity),
            phrases=self._phrases(item, [label, *texts]),
            arising=self._topics.is_arising(label) and title.keys() <= self._of_arising,
            heading_said=any(term in title for text in texts for term in rarity.terms(text)),
            said=dict(pair for text in reversed([label, item.text, *texts]) for pair in rarity.worded(text).items()),
        )

    def _phrases(self, item: Passage, texts: Iterable[str]) -> dict[str, tuple[float, str]]:
        """Gives the rare phrases of two telling words; one that means a topic says no more than that, a name less."""
        found: dict[str, tuple[float, str]] = {}
        names = [fold(name) for name in item.named_as]
        for text in texts:
            capitalised = names_within(text)
            for pair, words in self._rarity.phrases(text).items():
                rarity = self._rarity.of(pair)
                telling = len(self._rarity.terms(words)) > 1 and not capitalised.issuperset(pair.split())
                if rarity >= _RARE and telling and pair not in self._topics.pairs and not _within(words, names):
                    found[pair] = (rarity, words)
        return found


def _within(words: str, names: Iterable[str]) -> bool:
    return any(words in name for name in names)


def _texts_under(item: Passage, minutes: Minutes, astray: Collection[str]) -> list[str]:
    parts = [part for part in minutes.passages if part.kind == "item" and item.id in (part.id, part.item)]
    told = [sentence for part in parts for sentence in part.narrative]
    return [*told, *(passage.text for passage in minutes.under.get(item.id, ()) if passage.id not in astray)]


def _weights(title: Iterable[str], texts: Iterable[str], rarity: Rarity) -> dict[str, float]:
    counts = Counter(term for text in texts for term in rarity.terms(text))
    counts.update(dict.fromkeys(title, _IN_TITLE))
    weights = {term: (1 + log(count)) * rarity.of(term) ** 2 for term, count in counts.items()}
    most = sorted(weights, key=lambda term: (-weights[term], term))[:_MOST_TERMS]
    return unit({term: weights[term] for term in most})


def _strengths(label: str, texts: Iterable[str], topics: Topics) -> dict[str, float]:
    """Says how much an item speaks of each topic: one in its heading is what it is about."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({topic: len(phrases) for topic, phrases in topics.found(text).items()})
    under = {topic: (1 - _UNSAID**count) * sqrt(count / counts.total()) for topic, count in counts.items()}
    return under | dict.fromkeys(topics.found(label), 1.0)
