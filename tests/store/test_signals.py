"""What a process that is told to end does first."""

import signal

import pytest

from graph_loader.store.signals import unbroken


def test_a_signal_waits_until_what_belongs_together_is_done() -> None:
    done: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), unbroken():
        signal.raise_signal(signal.SIGINT)
        done.append("first")
        done.append("second")
    assert done == ["first", "second"]
    assert signal.getsignal(signal.SIGINT) is before
