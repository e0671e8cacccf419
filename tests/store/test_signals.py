"""What a process that is told to end does first."""

import signal

import pytest

from graph_loader.store.signals import pending, unbroken


def test_a_signal_waits_until_what_belongs_together_is_done() -> None:
    done: list[str] = []
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), unbroken():
        signal.raise_signal(signal.SIGINT)
        done.append("first")
        done.append("second")
    assert done == ["first", "second"]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="the system cannot leave a signal waiting")
def test_a_signal_waits_where_an_exception_would_be_swallowed() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        with pending(signal.SIGINT):
            signal.raise_signal(signal.SIGINT)
            done.append("loaded")
        done.append("gone on")
    assert done == ["loaded"]
