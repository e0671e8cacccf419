"""Lets a command that serves others run until Ctrl-C or SIGTERM, and then end in order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

_STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Waits behind its block for Ctrl-C or SIGTERM, so that everything closes behind it as at any other end.

    The block tells what is served. A signal counts from its beginning, for whoever reads the first line may send one
    before the last is written.
    """
    stopped = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = {number: signal.signal(number, stop) for number in _STOPS}
    try:
        yield
        # In short waits, because on Windows no handler runs while one lasts.
        while not stopped.wait(0.5):
            pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
