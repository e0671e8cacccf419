"""Measures how the time and memory of linking grow with the number of passages.

Run as `python benchmarks/link.py`; it takes some minutes and ends with 1 when a bar is missed. The corpus is made up:
bodies that meet every month, each with issues of its own that come back with the words of the sector and some of its
own, with items, questions, answers and promises. It is linked in three ways: each body by itself, as in use, where
every body is a context of its own and a new document makes that one be linked anew; one body alone that has met for as
long as that takes; and all bodies as one context, which is the hardest case. Every size is measured in a process of its
own; times are of the processor.
"""

import random
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import get_context

import click

from graph_loader.resolve.links import link, topics_of
from graph_loader.resolve.passage import Passage, PassageKind

SIZES = (10_000, 100_000)
GROWTH = 1.5
"""How many times the time for one passage may grow from the smaller size to the larger."""
_MEETINGS, _ITEMS = 60, 8
_SAID: tuple[PassageKind, ...] = ("question", "answer", "commitment", "statement", "commitment")
_SYLLABLES = ["bar", "ben", "cor", "dal", "dun", "fen", "gar", "hol", "kel", "lor", "mar", "nor", "pel", "ros"]
_COMMON = ["waiting", "times", "response", "training", "contract", "survey", "staff", "repairs", "public", "visits"]


def made_up(passages: int, seed: int = 1, one_body: bool = False) -> list[Passage]:
    """Makes a corpus of so many passages, the same one for every seed, of bodies that meet for five years or of one."""
    chance = random.Random(seed)
    if one_body:
        return _minutes_of("b0", chance, passages // (_ITEMS * (1 + len(_SAID))) + 1)[:passages]
    found: list[Passage] = []
    body = 0
    while len(found) < passages:
        found += _minutes_of(f"b{body}", chance)
        body += 1
    return found[:passages]


@dataclass(frozen=True)
class Measure:
    """Is what the linking of one corpus costs: seconds, the longest for one context, megabytes beyond the corpus."""

    passages: int
    seconds: float
    longest: float
    megabytes: float
    links: int

    @property
    def each(self) -> float:
        """Gives the seconds for one passage."""
        return self.seconds / self.passages


WAYS = ("each body by itself", "one body for centuries", "all bodies as one context")


def measured(passages: int, way: str) -> Measure:
    """Measures one size in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_measure, passages, way).result()


def main() -> int:
    """Prints the measures and tells whether the bar is met, in all ways of linking."""
    met = [_is_met(way) for way in WAYS]
    return 0 if all(met) else 1


def _is_met(way: str) -> bool:
    click.echo(way)
    measures = []
    for passages in SIZES:
        found = measured(passages, way)
        measures.append(found)
        click.echo(f"{passages:8,} passages {found.seconds:8.2f} s {1e6 * found.each:6.0f} µs each", nl=False)
        click.echo(f" {found.longest:8.2f} s for the largest context", nl=False)
        click.echo(f" {found.links:8,} links {found.megabytes:6.0f} MB at the peak")
    growth = measures[-1].each / measures[0].each
    met = growth <= GROWTH
    click.echo(f"{'met   ' if met else 'MISSED'} time for one passage grows {growth:.2f} times (at most {GROWTH})")
    return met


def _minutes_of(body: str, chance: random.Random, meetings: int = _MEETINGS) -> list[Passage]:
    words = [_word(chance) for _ in range(400)]
    issues = [[*chance.sample(words, 6), *chance.sample(_COMMON, 4)] for _ in range(24)]
    found: list[Passage] = []
    for meeting in range(meetings):
        document, date = f"{body}-{meeting}", f"{1800 + meeting // 12}-{meeting % 12 + 1:02}-15"
        for number, issue in enumerate(chance.sample(issues, _ITEMS)):
            item, at = f"{document}-i{number}", 10_000 * number
            title = " ".join(chance.sample(issue, 3))
            found.append(_passage(item, "item", document, date, title, at, None, (title,)))
            for turn, kind in enumerate(_SAID):
                said = chance.sample(issue, 4) + chance.sample(words, 5) + chance.sample(_COMMON, 4)
                chance.shuffle(said)
                text = f"The chair said that {' '.join(said)} by the end of May."
                found.append(_passage(f"{item}-{turn}", kind, document, date, text, at + 100 * turn + 100, item, ()))
    return found


def _passage(  # noqa: PLR0913, PLR0917
    one: str, kind: PassageKind, document: str, date: str, text: str, at: int, item: str | None, labels: tuple[str, ...]
) -> Passage:
    return Passage(
        id=one, kind=kind, document=document, date=date, text=text, position=at, item=item, labels=labels, due=date[:7]
    )


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3))


def _measure(passages: int, way: str) -> Measure:
    corpus, topics = made_up(passages, one_body=way == WAYS[1]), topics_of(["uk-policing"])
    contexts = [list(group) for _, group in groupby(corpus, _body_of)] if way == WAYS[0] else [corpus]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds, links = [], 0
    for context in contexts:
        start = time.process_time()
        links += len(link(context, topics).edges)
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = (peak - before) / (2**20 if sys.platform == "darwin" else 2**10)
    return Measure(passages, sum(seconds), max(seconds), megabytes, links)


def _body_of(passage: Passage) -> str:
    return passage.document.partition("-")[0]


if __name__ == "__main__":
    sys.exit(main())
