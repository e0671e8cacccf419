"""Says what became of issue threads when documents came or went: joined, parted, going on under another id."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Thread:
    """Is one issue, as a reader and a program know it."""

    name: str
    id: str

    def __str__(self) -> str:
        return f"“{self.name}” ({self.id})"


@dataclass(frozen=True, slots=True, order=True)
class ThreadChange:
    """Is what became of one thread: all of it, or some of its items, belong to another one now."""

    kind: Literal["joined", "continued", "parted", "moved"]
    thread: Thread
    now: Thread
    items: int

    def __str__(self) -> str:
        some = f"{self.items} items of the issue {self.thread} are now"
        some = f"1 item of the issue {self.thread} is now" if self.items == 1 else some
        own = "its own" if self.items == 1 else "their own"
        return {
            "joined": f"the issue {self.thread} is now part of {self.now}",
            "continued": f"the issue {self.thread} goes on as {self.now}",
            "parted": f"{some} an issue of {own}, {self.now}",
            "moved": f"{some} part of {self.now}",
        }[self.kind]


def thread_changes(
    before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]], names: Mapping[str, str]
) -> Iterator[ThreadChange]:
    """Yields what became of each thread, by pairs of an item and the issue it concerns; new items change no thread."""
    old, new = _items(before), _items(after)
    known = {item for items in old.values() for item in items}
    now: defaultdict[str, set[str]] = defaultdict(set)
    for issue, items in new.items():
        for item in items:
            now[item].add(issue)
    for issue in sorted(old):
        left = {item for item in old[issue] if item in now} - new.get(issue, set())
        targets = {target for item in left for target in now[item] if item not in old.get(target, set())}
        for target in sorted(targets):
            moved = left & new[target]
            if issue in new:
                kind: Literal["joined", "continued", "parted", "moved"] = "moved" if target in old else "parted"
            elif target in old or _from_others(new[target] & known, old, issue):
                kind = "joined" if moved == left else "moved"
            else:
                kind = "continued" if moved == left else "parted"
            yield ThreadChange(kind, Thread(names[issue], issue), Thread(names[target], target), len(moved))


def _from_others(items: set[str], old: Mapping[str, set[str]], issue: str) -> bool:
    """Tells whether a thread that was not there before has items of another one than this."""
    return any(items & old[other] for other in old if other != issue)


def _items(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, issue in pairs:
        found[issue].add(item)
    return dict(found)
