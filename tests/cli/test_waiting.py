"""Checks that what serves others ends in order, whenever it is told to."""

import signal

import pytest

from graph_loader.cli.waiting import until_stopped


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_sent_before_all_is_told_ends_it_in_order(stop: signal.Signals) -> None:
    before = signal.getsignal(stop)
    told = ["address"]
    with until_stopped():
        signal.raise_signal(stop)
        told.append("user")
    assert told == ["address", "user"]
    assert signal.getsignal(stop) is before


def test_what_fails_while_it_is_told_is_not_waited_for() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(OSError, match="no terminal"), until_stopped():
        raise OSError("no terminal")
    assert signal.getsignal(signal.SIGTERM) is before
