"""The graph follows from the set of documents in it, whatever was loaded, replaced and taken out on the way."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_loader.export.json_dump import dump
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Body, ItemIssues, Meeting, Person, Programme
from graph_loader.store import Store

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(["Ines Holt", "INES HOLT", "Inés Holt", "Ines-Holt", "Tom Ferreira", "Una Reed"])
ROLES = st.sampled_from([None, "Head of Parks", "HEAD OF PARKS", "Clerk"])
BODIES = st.sampled_from(["Parks Board", "The Parks Board", "PARKS BOARD", "Lawn Panel"])
DATES = st.sampled_from([None, "2018", "2018-03", "2019-03-05", "2021-12-01"])
PEOPLE = st.builds(
    Person,
    name=NAMES,
    role=ROLES,
    organisation=st.one_of(st.none(), BODIES),
    acting=st.booleans(),
    attendance=st.sampled_from(["present", "apologies", "mentioned"]),
    aliases=st.sampled_from([(), ("IH",), ("Cllr Holt", "IH")]),
)
SAID = st.fixed_dictionaries(
    {
        "meeting": st.builds(
            Meeting, series=st.one_of(st.none(), BODIES), date=DATES, chair=st.one_of(st.none(), NAMES)
        ),
        "people": st.lists(PEOPLE, max_size=3).map(tuple),
        "bodies": st.lists(
            st.builds(
                Body,
                name=BODIES,
                kind=st.sampled_from(["board", "team", "organisation"]),
                aliases=st.sampled_from([(), ("PB",), ("PB", "Board")]),
            ),
            max_size=2,
        ).map(tuple),
        "programmes": st.sampled_from([(), (Programme(name="Operation Pond"),), (Programme(name="operation pond"),)]),
        "item_issues": st.sampled_from([(), (ItemIssues(item="1", issues=("ducks",)),)]),
    }
)
CONTENTS = st.lists(SAID, min_size=1, max_size=4)
# A step loads one of the contents under a path or, without one, takes the path out, and links what is there or not.
STEPS = st.lists(st.tuples(st.sampled_from("pqrs"), st.one_of(st.none(), st.integers(0, 3)), st.booleans()), max_size=8)


@SLOW
@given(contents=CONTENTS, steps=STEPS, data=st.data())
def test_only_what_is_loaded_at_the_end_counts(
    fresh: Any, minutes: Callable[..., Contribution], contents: list[Mapping[str, Any]], steps: Any, data: st.DataObject
) -> None:
    def document(path: str, number: int) -> Contribution:
        return minutes(str(number % len(contents)), path, **{"date": None, **contents[number % len(contents)]})

    kept: dict[str, int] = {}
    with fresh() as store:
        for path, number, linked in steps:
            _take(store, kept, path, document(path, number) if number is not None else None)
            if number is not None:
                kept[path] = number
            if linked:
                store.link()
        store.link()
        lived = "".join(dump(store))
    with fresh() as store:
        for path in data.draw(st.permutations(sorted(kept))):
            store.write(document(path, kept[path]))
        store.link()
        straight = "".join(dump(store))
        for path, number in kept.items():
            assert store.write(document(path, number)) == "unchanged"
        assert store.link() == 0
        assert "".join(dump(store)) == straight
    assert lived == straight


def _take(store: Store, kept: dict[str, int], path: str, contribution: Contribution | None) -> None:
    if contribution is not None:
        store.write(contribution)
    elif kept.pop(path, None) is not None:
        store.retract(path)
