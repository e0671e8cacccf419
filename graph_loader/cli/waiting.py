"""Lets a command that serves others run until Ctrl-C or SIGTERM, and then end in order."""

import signal
from threading import Event
from types import FrameType

_STOPS = (signal.SIGINT, signal.SIGTERM)


def wait_until_stopped() -> None:
    """Waits for Ctrl-C or SIGTERM and returns, so that everything closes behind it as at any other end."""
    stopped = Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    before = {number: signal.signal(number, stop) for number in _STOPS}
    try:
        # In short waits, because on Windows no handler runs while one lasts.
        while not stopped.wait(0.5):
            pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
