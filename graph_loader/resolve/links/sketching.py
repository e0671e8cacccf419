"""Sketches agenda items: what in their headings and in the words under them tells what they are about."""

from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

from graph_loader.model.ids import fold
from graph_loader.resolve.links.likeness import Sketch
from graph_loader.resolve.links.reading import Minutes, Rarity, named_term
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.vectors import unit
from graph_loader.resolve.passage import Passage

_MOST_TERMS = 60
_SELDOM = 4
"""In how many passages a topic that is seldom spoken of stands at most."""
_IN_TITLE = 2
_UNSAID = 0.7
"""What one more phrase that means a topic leaves of the doubt that an item speaks of it."""


class Sketcher:
    """Sketches the items of documents, one after the other, and counts how often each topic is spoken of."""

    def __init__(self, topics: Topics) -> None:
        self._topics = topics
        self._rarity = Rarity(topics)
        self._spoken: Counter[str] = Counter()

    def sketches(self, minutes: Minutes) -> list[Sketch]:
        """Gives a sketch of each item of a document that is about something."""
        self._rarity.add(minutes)
        for passage in minutes.passages:
            for text in (passage.text, *passage.narrative):
                self._spoken.update(self._topics.found(text).keys())
        return [self._sketch(item, minutes) for item in minutes.items]

    def _sketch(self, item: Passage, minutes: Minutes) -> Sketch:
        label, rarity = item.labels[0], self._rarity
        texts = _texts_under(item, minutes)
        title = rarity.worded(label)
        topics = _strengths(label, texts, self._topics)
        return Sketch(
            item=item,
            key=fold(label) or label,
            title={term: rarity.of(term) for term in title},
            topics=topics,
            rare_topics=frozenset(topic for topic in topics if self._spoken[topic] <= _SELDOM),
            general=self._topics.general,
            named={
                node: rarity.of(named_term(node))
                for node, name in zip(item.named, item.named_as, strict=True)
                if rarity.terms(name)  # `The force` and `the board` tell no two matters apart.
            },
            words=_weights(list(title), texts, rarity),
            said=dict(pair for text in reversed([label, *texts]) for pair in rarity.worded(text).items()),
        )


def _texts_under(item: Passage, minutes: Minutes) -> list[str]:
    parts = [part for part in minutes.passages if part.kind == "item" and item.id in (part.id, part.item)]
    told = [sentence for part in parts for sentence in part.narrative]
    return [*told, *(passage.text for passage in minutes.under.get(item.id, ()))]


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
