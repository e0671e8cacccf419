"""Lets a process that is told to end go through its `finally` blocks, and first finish what belongs together."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Turns the signals that end a process into SystemExit while in it; handlers set by others are left alone."""
    ours = _SIGNALS if threading.current_thread() is threading.main_thread() else []
    ours = [number for number in ours if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def unbroken() -> Iterator[None]:
    """Holds the signals that end a process back until the block is through; in the main thread alone."""
    held: list[int] = []
    ours = [signal.SIGINT, *_SIGNALS] if threading.current_thread() is threading.main_thread() else []
    before = {number: signal.signal(number, lambda number, _: held.append(number)) for number in ours}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for number in held[:1]:
            signal.raise_signal(number)


@contextmanager
def pending(*numbers: int) -> Iterator[None]:
    """Leaves signals waiting in the system while in it, also for threads and processes that begin there."""
    # Windows has no such mask, and none of the signals but one.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
