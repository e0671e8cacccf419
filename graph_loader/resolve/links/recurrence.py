"""Finds where what was promised or asked comes back: later passages that speak of an earlier one.

A passage is known by its own words and, with less weight, by those around it: its heading and the question before it,
because minutes say `he would do so by May`. Nothing here tells whether a promise was kept.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from graph_loader.resolve.links.reading import Minutes, Rarity
from graph_loader.resolve.links.signs import Match, compare, followed
from graph_loader.resolve.links.spoken_dates import later_date
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.units import Unit, units_of
from graph_loader.resolve.passage import Passage

LIKE_ENOUGH, SAME_QUESTION = 0.62, 0.72
_INDEXED, _HELD = 10, 40
_MOST_EARLIER = 2


def matches(documents: Iterable[Minutes], topics: Topics, threads: Mapping[str, int]) -> list[Match]:
    """Gives what takes up what, document by document; `threads` numbers the thread of each item."""
    index, rarity = _Index(threads), Rarity(topics)
    found: list[Match] = []
    for minutes in documents:
        rarity.add(minutes)
        if minutes.date is None:
            continue
        units = units_of(minutes, rarity, topics)
        found += _chosen(_with_replies([match for unit in units for match in index.held_against(unit)], minutes))
        for unit in units:
            index.add(unit)
    return found


class _Index:
    """Finds the earlier promises and questions that share a rare term; it holds the latest for each term."""

    def __init__(self, threads: Mapping[str, int]) -> None:
        self._threads = threads
        self._units: defaultdict[str, deque[Unit]] = defaultdict(lambda: deque(maxlen=_HELD))

    def add(self, unit: Unit) -> None:
        """Takes in what later passages can take up."""
        if unit.passage.kind in ("commitment", "question"):
            for term in unit.rarest(_INDEXED):
                self._units[term].append(unit)

    def held_against(self, later: Unit) -> Iterator[Match]:
        """Yields the earlier passages that one may take up, the questions only for a question."""
        found = {id(unit): unit for term in later.rarest(_INDEXED) for unit in self._units.get(term, ())}
        for earlier in found.values():
            one, other = earlier.passage, later.passage
            if later_date(one.date, other.date) and (one.kind == "commitment" or other.kind == "question"):
                thread = self._threads.get(one.item or "")
                match = compare(earlier, later, thread is not None and thread == self._threads.get(other.item or ""))
                if match.score >= (LIKE_ENOUGH if one.kind == "commitment" else SAME_QUESTION):
                    yield match


def _with_replies(found: list[Match], minutes: Minutes) -> list[Match]:
    """Adds what is said in reply to a question that takes up a promise: it speaks of that, whatever its words."""
    replies = _replies(minutes)
    asked = (match for match in found if match.later.kind == "question" and match.earlier.kind == "commitment")
    return found + [followed(match, reply) for match in asked for reply in replies.get(match.later.id, ())]


def _replies(minutes: Minutes) -> dict[str, list[Passage]]:
    """Gives what is said behind each question, under the same item, before the next."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    asked: dict[str | None, str] = {}
    for passage in minutes.passages:
        if passage.kind == "question":
            asked[passage.item] = passage.id
        elif passage.kind in ("answer", "commitment") and passage.item in asked:
            found[asked[passage.item]].append(passage)
    return {question: _telling(said) for question, said in found.items()}


def _telling(said: list[Passage]) -> list[Passage]:
    """Gives the first promise with a date among replies, else the first reply."""
    dated = [passage for passage in said if passage.kind == "commitment" and passage.due]
    return dated[:1] or [passage for passage in said if passage.kind == "answer"][:1]


def _chosen(found: list[Match]) -> list[Match]:
    """Takes the best: for a promise one passage of each kind in a document, for a passage few that it takes up."""
    chosen: list[Match] = []
    of_earlier: defaultdict[str, list[Passage]] = defaultdict(list)
    of_later: Counter[str] = Counter()
    for match in sorted(found, key=lambda match: (-match.score, match.earlier.id, match.later.id)):
        taken = of_earlier[match.earlier.id]
        if of_later[match.later.id] < _MOST_EARLIER and not any(_alike(match.later, other) for other in taken):
            taken.append(match.later)
            of_later[match.later.id] += 1
            chosen.append(match)
    return chosen


def _alike(one: Passage, other: Passage) -> bool:
    return (
        one.kind == other.kind
        or {one.kind, other.kind} == {"answer", "statement"}
        or ("question" not in (one.kind, other.kind) and (one.text in other.text or other.text in one.text))
    )
