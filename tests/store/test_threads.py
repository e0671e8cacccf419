"""Issues in a graph: what became of them is told when they are joined or parted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph_loader.model.graph import Contribution
from graph_loader.model.record import ItemIssues
from graph_loader.resolve.corrections import Correction, Corrections
from graph_loader.resolve.corrections.model import Names
from graph_loader.store import Store

Minutes = Callable[..., Contribution]


def test_issues_that_are_joined_and_parted_again_are_told(store: Store, minutes: Minutes, record: Any) -> None:
    ducks = tuple(replace(item, title="Ferry fares") for item in record().items[:1])
    store.write(minutes("a"))
    fares = (ItemIssues(item="1", issues=("ferry fares",)),)
    # What is said under an item counts as well: nothing is said in both meetings.
    unsaid: dict[str, Any] = {"exchanges": (), "statements": (), "commitments": ()}
    store.write(minutes("b", date="2020-02-02", items=ducks, item_issues=fares, **unsaid))
    told: list[str] = []
    assert store.link(tell=lambda change: told.append(str(change))) == 2
    assert told == []
    names = [row["name"] for row in store.rows("MATCH (s:Issue) RETURN s.name AS name ORDER BY name")]
    assert len(names) == 2
    same = Correction("c.yaml", 1, "same", Names.model_validate({"issue": names}))
    store.link(Corrections((same,)), tell=lambda change: told.append(change.kind))
    assert told == ["joined"]
    store.link(tell=lambda change: told.append(change.kind))
    assert told == ["joined", "parted"]
    assert [row["name"] for row in store.rows("MATCH (s:Issue) RETURN s.name AS name ORDER BY name")] == names
