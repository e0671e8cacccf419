"""Sketches agenda items: what in their headings and in the words under them tells what they are about."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log, sqrt

from graph_loader.model.ids import fold
from graph_loader.resolve.links.likeness import Sketch
from graph_loader.resolve.links.reading import Minutes, Rarity, named_term
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.vectors import unit
from graph_loader.resolve.passage import Passage

_MOST_TERMS = 60
_IN_TITLE = 2
_UNSAID = 0.7
"""What one more phrase that means a topic leaves of the doubt that an item speaks of it."""


def sketches(minutes: Minutes, rarity: Rarity, topics: Topics) -> Iterator[Sketch]:
    """Yields a sketch of each item of a document that is about something."""
    for item in minutes.items:
        label = item.labels[0]
        texts = _texts_under(item, minutes)
        title = rarity.worded(label)
        said = dict(pair for text in reversed([label, *texts]) for pair in rarity.worded(text).items())
        yield Sketch(
            item=item,
            key=fold(label) or label,
            title={term: rarity.of(term) for term in title},
            topics=_strengths(label, texts, topics),
            named={node: rarity.of(named_term(node)) for node in item.named},
            words=_weights(list(title), texts, rarity),
            said=said,
        )


def _texts_under(item: Passage, minutes: Minutes) -> list[str]:
    return [*item.narrative, *(passage.text for passage in minutes.under.get(item.id, ()))]


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
