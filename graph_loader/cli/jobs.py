"""Reads documents and makes something of each in worker processes, with the results in the same order as in one."""

import multiprocessing
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from graph_loader.cli.sources import Reading, Source
from graph_loader.errors import KgError, ReadError
from graph_loader.model.layout import Layout
from graph_loader.store.signals import pending

if TYPE_CHECKING:
    from graph_loader.annotate.choose import Choice

T = TypeVar("T")
Make = Callable[[Layout, "Choice | None"], T]
"""Makes something of one layout, with the profile that the user chose; it must be known by name to other processes."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """Is what came of one source, or the error that says why nothing did."""

    source: Source
    result: T | KgError


def make_all(make: Make[T], sources: Sequence[Source], reading: Reading) -> Generator[Outcome[T], None, None]:
    """Gives the outcome of each source in order; few are held at a time, and one that fails costs no other."""
    jobs = min(reading.jobs, len(sources))
    run = partial(_run, make, reading)
    if jobs <= 1:
        yield from map(run, sources)
        return
    done = 0
    while done < len(sources):
        for outcome in _side_by_side(run, sources[done:], jobs):
            done += 1
            yield outcome
        if done < len(sources):
            # A reader ended its process, and which one is not known: the first that is missing is tried alone.
            yield _alone(run, sources[done])
            done += 1


def as_failure(source: Source, error: Exception) -> KgError:
    """Gives the error to tell for one document, whatever was raised."""
    if isinstance(error, KgError):
        return error
    what = f"{source.name} cannot be read: {type(error).__name__}: {error}."
    return ReadError(what, "The other documents are not affected; please report this one.")


def _run(make: Make[T], reading: Reading, source: Source) -> Outcome[T]:
    from graph_loader.cli.settings import settled_choice
    from graph_loader.read import read_bytes, read_document

    try:
        choice = settled_choice(source, reading.profile)
        if source.path is None:
            layout = read_bytes(source.data, source.name, max_size=reading.max_size)
        else:
            layout = read_document(source.path, name=source.name, max_size=reading.max_size)
        return Outcome(source, make(layout, choice))
    except Exception as error:
        return Outcome(source, as_failure(source, error))


def _side_by_side(
    run: Callable[[Source], Outcome[T]], sources: Sequence[Source], jobs: int
) -> Generator[Outcome[T], None, None]:
    """Gives outcomes in order until all are there or a process dies; no more than a few wait for their turn."""
    ahead = iter(sources)
    # Spawned, for a process that holds a Java machine must not be forked.
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_leave_interrupts) as pool:
        waiting: list[Future[Outcome[T]]] = []
        try:
            while True:
                room = 2 * jobs - len(waiting)
                waiting += [_submit(pool, run, source) for source in islice(ahead, room)]
                if not waiting:
                    return
                yield waiting.pop(0).result()
        except BrokenProcessPool:
            return
        except BaseException:
            # Interrupted, or nobody wants more: what the workers are doing is not waited for.
            for worker in multiprocessing.active_children():
                worker.terminate()
            raise


def _alone(run: Callable[[Source], Outcome[T]], source: Source) -> Outcome[T]:
    for outcome in _side_by_side(run, [source], 1):
        return outcome
    what = f"{source.name} cannot be read: it brings the reader down."
    return Outcome(source, ReadError(what, "The other documents are not affected; convert this one to text."))


def _submit(pool: ProcessPoolExecutor, run: Callable[[Source], Outcome[T]], source: Source) -> Future[Outcome[T]]:
    # A process that is started here inherits the mask: Ctrl-C must not reach it before it can leave it alone.
    with pending(signal.SIGINT):
        return pool.submit(run, source)


def _leave_interrupts() -> None:
    """Leaves Ctrl-C to the process that started this one, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
