"""Finds where what was promised or asked comes back: later passages that speak of an earlier one.

A passage is known by its own words and, with less weight, by those around it: its heading and the question before it,
because minutes say `he would do so by May`. Nothing here tells whether a promise was kept.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from graph_loader.resolve.links.reading import Minutes
from graph_loader.resolve.links.signs import Match, compare, followed
from graph_loader.resolve.links.spoken_dates import later_date
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.twins import twins, with_twins
from graph_loader.resolve.links.units import Unit, UnitReader
from graph_loader.resolve.links.vectors import cosine
from graph_loader.resolve.passage import Passage

LIKE_ENOUGH, SAME_QUESTION = 0.5, 0.7
_INDEXED, _HELD, _COMPARED = 10, 16, 20
_SHORT_REPLY = 7
"""In so few words a reply says nothing of its own: `It would be there by Christmas.`"""
_MOST_EARLIER, _NEAR_BEST, _SURE = 2, 0.5, 2.5


def matches(documents: Iterable[Minutes], topics: Topics, threads: Mapping[str, int]) -> list[Match]:
    """Gives what takes up what, document by document; `threads` numbers the thread of each item."""
    reader = UnitReader(topics, threads)
    index = _Index(reader)
    found: list[Match] = []
    twin_of: dict[str, Passage] = {}
    for minutes in documents:
        units = reader.units(minutes) if minutes.date else []
        taken_up = [match for unit in units for match in index.held_against(unit)]
        found += with_twins(_chosen(_with_replies(taken_up, minutes, units)), twin_of)
        twin_of |= twins(units)
        promised = [unit.passage.text for unit in units if unit.passage.kind == "commitment"]
        for unit in units:
            if unit.passage.kind in ("commitment", "question") or not any(unit.text in text for text in promised):
                index.add(unit)
    return found


class _Index:
    """Finds the earlier promises and questions that share a rare term; it holds the latest for each term."""

    def __init__(self, reader: UnitReader) -> None:
        self._one_issue = reader.one_issue
        self._count = 0
        self._units: defaultdict[str, deque[tuple[int, Unit]]] = defaultdict(lambda: deque(maxlen=_HELD))

    def add(self, unit: Unit) -> None:
        """Takes in what later passages can take up; of a remark that is no promise only what it says of a programme."""
        self._count += 1
        if unit.passage.kind in ("commitment", "question"):
            dates = {date[:7] for date in (unit.passage.due, unit.passage.date) if date}
            signs = [*unit.rarest(_INDEXED), *_spoken(unit, dates), *_kept_by(unit)]
        else:
            signs = [f"remark {node}" for node in _named_itself(unit)]
        for sign in signs:
            self._units[sign].append((self._count, unit))

    def held_against(self, later: Unit) -> Iterator[Match]:
        """Yields the earlier passages that one may take up, the questions only for a question."""
        for earlier in self._nearest(later):
            least = SAME_QUESTION if earlier.passage.kind == "question" else LIKE_ENOUGH
            match = compare(earlier, later, self._one_issue(earlier.passage, later.passage), least)
            if match:
                yield match

    def _nearest(self, later: Unit) -> list[Unit]:
        """Gives the few that share most of their rarest terms."""
        near: defaultdict[int, float] = defaultdict(float)
        units: dict[int, Unit] = {}
        months = later.dates.months if later.recalls else frozenset()
        for sign in (*later.rarest(_INDEXED), *_spoken(later, months), *_followed_by(later)):
            for number, unit in self._units.get(sign, ()):
                near[number] += later.vector.get(sign, 1.0) * unit.vector.get(sign, 1.0)
                units[number] = unit
        for node in _named_itself(later) if later.passage.kind == "commitment" else ():
            for number, unit in self._units.get(f"remark {node}", ()):
                near[number] += cosine(later.vector, unit.vector)
                units[number] = unit
        asks = later.passage.kind == "question"
        able = (
            number
            for number, unit in units.items()
            if (asks or unit.passage.kind != "question") and later_date(unit.passage.date, later.passage.date)
        )
        return [units[number] for number in nsmallest(_COMPARED, able, key=lambda number: (-near[number], number))]


def _named_itself(unit: Unit) -> list[str]:
    """Gives the programmes that a passage names in its own words."""
    return sorted(node for node, (weight, _) in unit.programmes.items() if weight == 1.0)


def _spoken(unit: Unit, months: Iterable[str]) -> list[str]:
    """Gives the signs under which a promise on an issue is found by the months that words on it recall."""
    return [f"@{unit.issue} {month}" for month in sorted(months)] if unit.issue is not None else []


def _kept_by(unit: Unit) -> list[str]:
    """Gives the signs under which a promise is found without its words: its number, its issue."""
    number = [f"no {unit.passage.number}"] if unit.passage.number else []
    if unit.passage.kind != "commitment" or unit.issue is None:
        return number
    return [*number, f"on @{unit.issue}"]


def _followed_by(unit: Unit) -> list[str]:
    numbers = [f"no {number}" for number in sorted(unit.numbers)]
    return [*numbers, f"on @{unit.issue}"] if unit.issue is not None else numbers


def _with_replies(found: list[Match], minutes: Minutes, units: Sequence[Unit]) -> list[Match]:
    """Adds what is said in reply to a question that takes up a promise: it speaks of that, whatever its words."""
    replies = _replies(minutes)
    by_id = {unit.passage.id: unit for unit in units}
    more: list[Match] = []
    for match in found:
        if match.earlier.kind == "commitment" and match.later.kind == "question":
            asked = by_id[match.later.id]
            said = [by_id[each.id] for each in replies.get(match.later.id, ()) if each.id in by_id]
            more += [followed(match, each) for each in _telling(asked, said)]
    return found + more


def _replies(minutes: Minutes) -> dict[str, list[Passage]]:
    """Gives what is said behind each question, under the same item, before the next."""
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    asked: dict[str | None, str] = {}
    for passage in minutes.passages:
        if passage.kind == "question":
            asked[passage.item] = passage.id
        elif passage.kind in ("answer", "commitment") and passage.item in asked:
            found[asked[passage.item]].append(passage)
    return found


def _telling(asked: Unit, said: list[Unit]) -> list[Passage]:
    """Gives of replies the dated promise that says `now` or is most about what was asked, else the first answer."""
    dated = [
        unit for unit in said if unit.passage.kind == "commitment" and unit.passage.due and _speaks_of(unit, asked)
    ]
    if dated:
        return [max(dated, key=lambda unit: (unit.recalls, cosine(asked.vector, unit.vector))).passage]
    return [unit.passage for unit in said if unit.passage.kind == "answer"][:1]


def _speaks_of(unit: Unit, asked: Unit) -> bool:
    has_no_own = unit.refers and len(unit.text.split()) <= _SHORT_REPLY
    return has_no_own or unit.recalls or not unit.own.keys().isdisjoint(asked.own)


def _chosen(found: list[Match]) -> list[Match]:
    """Takes the best: for a promise one passage of each kind in a document, for a passage few that it takes up."""
    chosen: list[Match] = []
    of_earlier: defaultdict[str, list[Passage]] = defaultdict(list)
    of_later: defaultdict[tuple[str, str, bool], list[float]] = defaultdict(list)
    for match in sorted(sorted(found, key=_ids), key=_rank):
        taken, best = (
            of_earlier[match.earlier.id],
            of_later[match.later.id, match.sentence, match.earlier.kind == "question"],
        )
        near = not best or (len(best) < _MOST_EARLIER and match.weight >= min(_SURE, best[0] - _NEAR_BEST))
        if near and not any(_alike(match.later, other) for other in taken):
            taken.append(match.later)
            best.append(match.weight)
            chosen.append(match)
    return chosen


def _rank(match: Match) -> tuple[float, tuple[int, ...], float]:
    """Ranks the surest first, of those as sure the one whose promise was made last: a list repeats it every time."""
    return -round(match.score, 1), tuple(-ord(each) for each in match.earlier.date or ""), -match.weight


def _ids(match: Match) -> tuple[str, str]:
    return match.earlier.id, match.later.id


def _alike(one: Passage, other: Passage) -> bool:
    return (
        one.kind == other.kind
        or {one.kind, other.kind} <= {"answer", "statement", "item"}
        or ("question" not in (one.kind, other.kind) and (one.text in other.text or other.text in one.text))
    )
