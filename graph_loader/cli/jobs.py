"""Reads and extracts documents in worker processes, with the same results in the same order as in one."""

import multiprocessing
import signal
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice

from graph_loader.cli.sources import Reading, Source
from graph_loader.errors import KgError, ReadError
from graph_loader.model.record import Record


@dataclass(frozen=True, slots=True)
class Outcome:
    """Is what came of one source: its record, or the error that says why there is none."""

    source: Source
    result: Record | KgError


def extract_all(sources: Sequence[Source], reading: Reading) -> Generator[Outcome, None, None]:
    """Gives the outcome of each source in order; few are held at a time, and one that fails costs no other."""
    jobs = min(reading.jobs, len(sources))
    if jobs <= 1:
        yield from map(partial(_extract, reading), sources)
        return
    done = 0
    while done < len(sources):
        for outcome in _side_by_side(sources[done:], reading, jobs):
            done += 1
            yield outcome
        if done < len(sources):
            # A reader ended its process, and which one is not known: the first that is missing is tried alone.
            yield _alone(sources[done], reading)
            done += 1


def as_failure(source: Source, error: Exception) -> KgError:
    """Gives the error to tell for one document, whatever was raised."""
    if isinstance(error, KgError):
        return error
    what = f"{source.name} cannot be read: {type(error).__name__}: {error}."
    return ReadError(what, "The other documents are not affected; please report this one.")


def _extract(reading: Reading, source: Source) -> Outcome:
    from graph_loader.cli.settings import settled_choice
    from graph_loader.extract import extract_record
    from graph_loader.read import read_bytes, read_document

    try:
        choice = settled_choice(source, reading.profile)
        if source.path is None:
            layout = read_bytes(source.data, source.name, max_size=reading.max_size)
        else:
            layout = read_document(source.path, name=source.name, max_size=reading.max_size)
        return Outcome(source, extract_record(layout, choice))
    except Exception as error:
        return Outcome(source, as_failure(source, error))


def _side_by_side(sources: Sequence[Source], reading: Reading, jobs: int) -> Generator[Outcome, None, None]:
    """Gives outcomes in order until all are there or a process dies; no more than a few wait for their turn."""
    ahead = iter(sources)
    # Spawned, for a process that holds a Java machine must not be forked.
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_leave_interrupts) as pool:
        waiting: list[Future[Outcome]] = []
        try:
            while True:
                room = 2 * jobs - len(waiting)
                waiting += [_submit(pool, reading, source) for source in islice(ahead, room)]
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


def _alone(source: Source, reading: Reading) -> Outcome:
    for outcome in _side_by_side([source], reading, 1):
        return outcome
    what = f"{source.name} cannot be read: it brings the reader down."
    return Outcome(source, ReadError(what, "The other documents are not affected; convert this one to text."))


def _submit(pool: ProcessPoolExecutor, reading: Reading, source: Source) -> Future[Outcome]:
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_extract, reading, source)
    # A process that is started here inherits the mask: Ctrl-C must not reach it before it can leave it alone.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_extract, reading, source)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Leaves Ctrl-C to the process that started this one, which ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
