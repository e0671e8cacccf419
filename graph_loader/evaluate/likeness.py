"""Says how alike two entries are, and pairs the entries of gold and record by it, one to one."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from graph_loader.evaluate.annotation import Named, Part
from graph_loader.model.ids import fold, name_key

ENOUGH = 0.5
"""From which likeness on two entries are taken for one."""
_SAME_NAME, _ALIAS, _PART_OF_NAME = 1.0, 0.9, 0.7
_TAG = re.compile(r"<[^<>]+>")
P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Pair(Generic[P]):
    """Is an entry of gold and the one of the record that is taken for the same; one of the two may be missing."""

    gold: P | None
    found: P | None

    @property
    def words(self) -> str:
        """Gives by what the entry is known, in gold where it is there."""
        known = self.gold or self.found
        return known.words if known else ""


def align(golds: Sequence[P], found: Sequence[P], likeness: Callable[[P, P], float]) -> list[Pair[P]]:
    """Pairs gold with the record, the likest first; what is missed or made up is a pair with None.

    At a tie an entry that is required goes before one that is borderline.
    """
    alike = [
        (-degree, not gold.required, at, place)
        for at, gold in enumerate(golds)
        for place, one in enumerate(found)
        if (degree := likeness(gold, one)) >= ENOUGH
    ]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, place in sorted(alike):
        if at not in paired and place not in taken:
            paired[at] = place
            taken.add(place)
    return [
        *(Pair(gold, found[paired[at]] if at in paired else None) for at, gold in enumerate(golds)),
        *(Pair(None, one) for place, one in enumerate(found) if place not in taken),
    ]


def same_words(gold: Part, found: Part) -> float:
    """Gives the overlap of what two entries are known by."""
    return overlap(gold.words, found.words)


def same_name(gold: Named, found: Named) -> float:
    """Gives 1 for equal names, less where the one is an alias of the other or all its words stand in the other."""
    wanted, got = name_key(gold.words), name_key(found.words)
    if wanted == got:
        return _SAME_NAME
    if got in keys(gold.aliases) or wanted in keys(found.aliases):
        return _ALIAS
    first, second = set(wanted.split()), set(got.split())
    inside = min(len(first), len(second)) > 1 and (first <= second or second <= first)
    return _PART_OF_NAME if inside else 0.0


def overlap(one: str | None, other: str | None) -> float:
    """Gives the F1 of the words of two texts, 0 to 1; case, tags, punctuation and order do not count."""
    first, second = _words(one or ""), _words(other or "")
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if common else 0.0


def same_time(wanted: str | None, got: str | None) -> bool:
    """Tells whether two dates are equal, or one a coarser form of the other or of an end of its range."""
    if not wanted or not got:
        return wanted == got
    return any(
        min(len(one), len(other)) >= len("2021") and (one.startswith(other) or other.startswith(one))
        for one in wanted.split("/")
        for other in got.split("/")
    )


def keys(names: Iterable[str]) -> frozenset[str]:
    """Gives names in the form in which equal ones are equal."""
    return frozenset(key for name in names if (key := name_key(name)))


@lru_cache(maxsize=4096)
def _words(text: str) -> Counter[str]:
    return Counter(fold(html.unescape(_TAG.sub(" ", text))).split())
