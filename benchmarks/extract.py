"""Measures how fast and in how much memory minutes are extracted, beside a whole trained pipeline on the same text.

Run as `python benchmarks/extract.py`; it takes about a minute and ends with 1 when a bar is missed. The text is made
up: the minutes of `examples/`, one after the other, until there are 150,000 characters of them. Times are of the
processor, best of three, each measured in a process of its own; words are what white space parts.
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

import click
import spacy
from spacy.language import Language

from graph_loader.annotate.extensions import joined_text
from graph_loader.annotate.trained import AUTO, NONE, find_trained
from graph_loader.extract import extract_record
from graph_loader.model.layout import Layout
from graph_loader.read import read_bytes

MINUTES = Path(__file__).parents[1] / "examples" / "minutes"
CHARACTERS = 150_000
FASTER_THAN_TRAINED, SLOWER_WITH_MODEL, GROWTH = 5.0, 1.3, 1.15
"""The bars: the trained pipeline's time by that of the rules, the time with a model by the model's own, and the time
for ten times the text by ten times the time."""
_REPEATS = 3
_WARM_UP = 5_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Is what one run took: processor seconds, and the peak of the process's memory in megabytes."""

    seconds: float
    megabytes: float


def made_up(characters: int) -> str:
    """Gives so many characters of made-up minutes, but for the rest of a paragraph."""
    documents = [path.read_text("utf-8") for path in sorted(MINUTES.iterdir()) if path.suffix in {".txt", ".md"}]
    parts: list[str] = []
    for paragraph in cycle("\n\n".join(documents).split("\n\n")):
        if characters <= 0:
            break
        parts.append(paragraph)
        characters -= len(paragraph) + 2
    return "\n\n".join(parts)


def rules(layout: Layout) -> None:
    """Extracts with rules alone."""
    extract_record(layout, model=NONE)


def with_model(layout: Layout) -> None:
    """Extracts with the best trained pipeline installed."""
    extract_record(layout, model=AUTO)


def trained_alone(layout: Layout) -> None:
    """Runs the whole trained pipeline over the same words, block by block as it does best, and nothing else."""
    for _ in _trained().pipe(joined_text(layout).split("\n")):
        pass


def measured(run: Callable[[Layout], None], text: str, repeats: int = _REPEATS) -> Cost:
    """Measures one way to run over a text in a process of its own; the text is read before."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_measure, run, text, repeats).result()


def main() -> int:
    """Prints the measures and tells whether all bars are met."""
    short = made_up(CHARACTERS)
    words = len(short.split())
    cost = {run.__name__: measured(run, short) for run in (rules, with_model, trained_alone)}
    long = measured(rules, "\n\n".join([short] * 10), repeats=1)
    click.echo(f"{len(short):,} characters, {words:,} words; one core; {_label()}\n")
    for name, each in cost.items():
        rate = words / each.seconds
        click.echo(f"{name:14} {each.seconds:7.2f} s {rate:9,.0f} words/s {each.megabytes:7.0f} MB at the peak")
    click.echo(f"{'rules, ten':14} {long.seconds:7.2f} s {10 * words / long.seconds:9,.0f} words/s ", nl=False)
    click.echo(f"{long.megabytes:7.0f} MB at the peak\n")
    return 0 if all([*_bars(cost, long)]) else 1


def _bars(cost: dict[str, Cost], long: Cost) -> Iterator[bool]:
    alone, with_rules = cost["trained_alone"].seconds, cost["rules"].seconds
    yield _told("rules are faster than the trained pipeline", alone / with_rules, least=FASTER_THAN_TRAINED)
    yield _told("with the model, times its own time", cost["with_model"].seconds / alone, most=SLOWER_WITH_MODEL)
    yield _told("time for ten times the text, a tenth", long.seconds / 10 / with_rules, most=GROWTH)
    grown = long.megabytes / cost["rules"].megabytes
    yield _told("memory for ten times the text", grown, most=10.0)


def _told(what: str, value: float, *, least: float | None = None, most: float | None = None) -> bool:
    met = (least is None or value >= least) and (most is None or value <= most)
    bar = f"at least {least}" if least is not None else f"at most {most}"
    click.echo(f"{'met   ' if met else 'MISSED'} {what}: {value:.2f} ({bar})")
    return met


def _measure(run: Callable[[Layout], None], text: str, repeats: int) -> Cost:
    run(read_bytes(text[:_WARM_UP].encode(), "warm-up.txt"))
    layout = read_bytes(text.encode(), "minutes.txt", max_size=10**9)
    seconds = min(_seconds(run, layout) for _ in range(repeats))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Cost(seconds, peak / (2**20 if sys.platform == "darwin" else 2**10))


def _seconds(run: Callable[[Layout], None], layout: Layout) -> float:
    start = time.process_time()
    run(layout)
    return time.process_time() - start


@cache
def _trained() -> Language:
    """Loads the trained pipeline, which the warm-up does before anything is measured."""
    trained = find_trained(AUTO)
    if trained is None:
        raise SystemExit("No trained pipeline is installed to compare with: pip install 'graph-loader[model]'")
    return spacy.load(trained.folder)


def _label() -> str:
    trained = find_trained(AUTO)
    return trained.label if trained else "no trained pipeline"


if __name__ == "__main__":
    sys.exit(main())
