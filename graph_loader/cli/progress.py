"""Keeps the tally of a load, shows it as a bar on standard error while it runs, and tells it at the end."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from graph_loader.cli.failures import tell_error
from graph_loader.errors import KgError
from graph_loader.model.record import Record
from graph_loader.store import Written


class Tally:
    """Counts what was done with documents and what was found in them, and keeps what went wrong."""

    def __init__(self) -> None:
        self.errors: list[KgError] = []
        self.done: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def add(self, record: Record, written: Written) -> None:
        """Counts a document that is in the graph now."""
        self.done[written] += 1
        self.found["questions"] += len(record.exchanges)
        self.found["answers"] += sum(len(exchange.responses) for exchange in record.exchanges)
        self.found["statements"] += len(record.statements)
        self.found["commitments"] += len(record.commitments)

    def tell(self) -> None:
        """Writes the summary to standard error, and each document that failed with the reason."""
        if self.documents():
            click.echo(f"Documents: {self.documents()}.", err=True)
        if self.found.total():
            click.echo(f"Found: {self.facts()}.", err=True)
        for error in self.errors:
            tell_error(str(error))

    def documents(self) -> str:
        """Says how many documents were added, replaced, unchanged, failed."""
        return _counts(self.done | Counter(failed=len(self.errors)))

    def facts(self) -> str:
        """Says how many facts of each kind were found."""
        return _counts(self.found)


@contextmanager
def shown(tally: Tally, total: int) -> Iterator[Callable[[], None]]:
    """Shows the tally as a bar of `total` documents where standard error is a terminal; call what it gives for each."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)

        def step() -> None:
            progress.update(task, advance=1, description=f"{tally.documents()} · {tally.facts()}", refresh=True)

        yield step


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{what} {number}" for what, number in counts.items() if number)
