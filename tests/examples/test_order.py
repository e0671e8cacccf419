"""The graph of the example minutes is the same in whatever order they come, and whenever they are linked."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader.export.json_dump import dump
from graph_loader.extract import extract_record
from graph_loader.model.graph import Contribution
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution

MINUTES = Path(__file__).parents[2] / "examples" / "minutes"
SLOW = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def contributions() -> list[Contribution]:
    return [contribution(extract_record(read_document(path))) for path in sorted(MINUTES.iterdir())]


@pytest.fixture(scope="module")
def at_once(fresh: Any, contributions: list[Contribution]) -> str:
    with fresh() as store:
        for one in contributions:
            store.write(one)
        assert store.link() == len(contributions)
        assert store.link() == 0
        return "".join(dump(store))


@SLOW
@given(data=st.data())
def test_the_order_of_loading_and_linking_has_no_say(
    fresh: Any, contributions: list[Contribution], at_once: str, data: st.DataObject
) -> None:
    with fresh() as store:
        for one in data.draw(st.permutations(contributions)):
            store.write(one)
            if data.draw(st.booleans()):
                store.link()
        taken = data.draw(st.sampled_from(contributions))
        store.retract(taken.document.id)
        store.link()
        store.write(taken)
        store.link()
        assert "".join(dump(store)) == at_once
