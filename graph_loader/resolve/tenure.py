"""Tells who held a post when minutes name the post alone, from the meetings before and after that name its holder.

A holder is told only where the last meeting before and the first one after name the same one person, neither as
acting: what lies between a change of holders stays a post.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph_loader.model.ids import name_key


@dataclass(frozen=True, slots=True)
class Holding:
    """Is what one document shows: that on its day a person held a post, of a body where it says so."""

    person: str
    name: str
    title: str
    body: str | None
    date: str
    acting: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Is the person who held a post on a date, and why, in words that a person can check."""

    person: str
    reason: str


class Tenures:
    """Holds who is named in which post on which date, among documents of one context."""

    def __init__(self, holdings: Iterable[Holding]) -> None:
        self._named: dict[tuple[str, str | None], dict[str, list[Holding]]] = defaultdict(lambda: defaultdict(list))
        self._bodies: dict[str, set[str]] = defaultdict(set)
        for holding in sorted(holdings, key=lambda holding: (holding.date, holding.person, holding.title)):
            title = name_key(holding.title)
            self._named[title, holding.body][holding.date].append(holding)
            if holding.body is not None:
                self._bodies[title].add(holding.body)
        self._dates = {post: sorted(dates) for post, dates in self._named.items()}

    def holder(self, title: str, body: str | None, date: str) -> Holder | None:
        """Gives who held a post on a day; a title without a body is that of the one body that has such a post."""
        post = self._post(name_key(title), body)
        dates = self._dates.get(post, [])
        before, after = bisect_left(dates, date), bisect_right(dates, date)
        # On a day whose own minutes name a holder, the minutes have had their say.
        if before != after or before == 0 or after == len(dates):
            return None
        earlier, later = (self._sole(post, dates[place]) for place in (before - 1, after))
        if earlier is None or later is None or earlier.person != later.person:
            return None
        reason = f"{earlier.name} is named as {earlier.title} on {earlier.date} and on {later.date}"
        return Holder(earlier.person, reason)

    def _post(self, title: str, body: str | None) -> tuple[str, str | None]:
        bodies = self._bodies.get(title, set())
        return (title, next(iter(bodies))) if body is None and len(bodies) == 1 else (title, body)

    def _sole(self, post: tuple[str, str | None], date: str) -> Holding | None:
        """Gives the one holder whom the minutes of a day name; none where they name two, or one who is acting."""
        named = self._named[post][date]
        one = len({holding.person for holding in named}) == 1 and not any(holding.acting for holding in named)
        return named[0] if one else None
