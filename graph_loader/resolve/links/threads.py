"""Threads the agenda items that concern one matter from meeting to meeting, also when their words change.

Documents are taken in the order of their dates, and each item joins the thread whose core it is most like, if it is
like enough; what later documents say never parts or joins what earlier ones began.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from graph_loader.resolve.links.likeness import Likeness, Sketch, Thread, is_headed_alone, like
from graph_loader.resolve.links.reading import Minutes
from graph_loader.resolve.links.sketching import Sketcher
from graph_loader.resolve.links.topics import Topics

LIKE_ENOUGH = 0.5
_MOST_THREADS, _INDEXED, _COMPARED = 16, 12, 32
_SPOKEN_OF = 0.25


def threads_of(documents: Iterable[Minutes], topics: Topics) -> list[Thread]:
    """Threads the items of all documents; every item that has a label is in one thread."""
    weaver = _Weaver(topics)
    for minutes in documents:
        weaver.weave(minutes)
    return weaver.threads


class _Weaver:
    """Holds the threads while documents are gone through; for each sign it knows those that had it last."""

    def __init__(self, topics: Topics) -> None:
        self.threads: list[Thread] = []
        self._sketcher = Sketcher(topics)
        self._holding: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_THREADS))

    def weave(self, minutes: Minutes) -> None:
        """Puts each item of a document into a thread of earlier ones, else begins a new one with it."""
        chosen = [(sketch, *self._best(sketch)) for sketch in self._sketcher.sketches(minutes)]
        begun: dict[str, int] = {}
        for sketch, found, likeness in chosen:
            number = begun.setdefault(sketch.key, len(self.threads)) if found is None else found
            if number == len(self.threads):
                self.threads.append(Thread())
            self._put(sketch, number, likeness)

    def _best(self, sketch: Sketch) -> tuple[int | None, Likeness]:
        candidates = [(self.threads[number], number) for number in sorted(self._candidates(sketch))]
        if sketch.arising or any(is_headed_alone(sketch, thread) for thread, _ in candidates):
            return None, Likeness()
        near = ((like(sketch, thread), number) for thread, number in candidates)
        enough = [(likeness, number) for likeness, number in near if likeness.score >= LIKE_ENOUGH]
        likeness, number = max(enough, key=lambda each: each[0].score, default=(Likeness(), None))
        return number, likeness

    def _candidates(self, sketch: Sketch) -> list[int]:
        """Gives the few threads that share most signs with an item, so that many threads cost no more than few."""
        shared: defaultdict[int, float] = defaultdict(float)
        for sign, weight in _signs(sketch):
            for number in self._holding.get(sign, ()):
                shared[number] += weight
        return nsmallest(_COMPARED, shared, key=lambda number: (-shared[number], number))

    def _put(self, sketch: Sketch, number: int, likeness: Likeness) -> None:
        self.threads[number].add(sketch, likeness)
        for sign, _ in _signs(sketch):
            held = self._holding[sign]
            if number in held:
                held.remove(number)
            held.append(number)


def _signs(sketch: Sketch) -> Iterator[tuple[str, float]]:
    """Yields by what a thread can be found, and how much it tells: heading, its words, topics, names, rarest words."""
    yield f"={sketch.key}", 1.0
    yield from sketch.title.items()
    for each, strength in sketch.topics.items():
        if strength > _SPOKEN_OF or each in sketch.rare_topics:
            yield f"@{each}", 1.0 if each in sketch.rare_topics else strength
    yield from ((f"#{node}", weight) for node, weight in sketch.named.items())
    rarest = sorted(sketch.words, key=lambda term: (-sketch.words[term], term))[:_INDEXED]
    yield from ((term, sketch.words[term]) for term in rarest)
