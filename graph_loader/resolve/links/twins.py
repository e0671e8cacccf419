"""Finds what minutes record twice: a promise in the text, and the action that a list makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph_loader.resolve.links.signs import Match
from graph_loader.resolve.links.units import Unit
from graph_loader.resolve.passage import Passage

_SHARE, _FEWEST_WORDS = 0.5, 2
"""Which part of the words of an action the promise has too, and how many at least if not the same people own both."""
_SAME = "the minutes record it twice: "


def twins(units: Sequence[Unit]) -> dict[str, Passage]:
    """Maps promises and actions of one document to the action or promise that records the same, both ways."""
    promised = [unit for unit in units if unit.passage.kind == "commitment"]
    found: dict[str, Passage] = {}
    for action in (unit for unit in promised if unit.passage.commitment_kind == "action"):
        before = (
            each
            for each in promised
            if each.passage.commitment_kind == "promise" and each.passage.position < action.passage.position
        )
        able = [each for each in before if each.passage.id not in found and _is_same(each, action)]
        if able:
            promise = max(able, key=lambda each: (_shared(each, action), each.passage.position))
            found |= {promise.passage.id: action.passage, action.passage.id: promise.passage}
    return found


def with_twins(chosen: Sequence[Match], twin_of: Mapping[str, Passage]) -> list[Match]:
    """Adds to what takes up a promise that it takes up the action recorded for it too, and the other way round."""
    known = {(match.earlier.id, match.later.document) for match in chosen}
    more: list[Match] = []
    for match in chosen:
        twin = twin_of.get(match.earlier.id)
        if twin is not None and (twin.id, match.later.document) not in known:
            reasons = (f"{_SAME}“{match.earlier.text}”", *match.reasons)
            more.append(replace(match, earlier=twin, reasons=reasons))
    return [*chosen, *more]


def _is_same(promise: Unit, action: Unit) -> bool:
    shared, owners = _shared(promise, action), set(promise.passage.actors) & set(action.passage.actors)
    if not owners and promise.passage.actors and action.passage.actors:
        return False
    return shared >= (1 if owners else _FEWEST_WORDS) and shared >= _SHARE * len(action.content)


def _shared(promise: Unit, action: Unit) -> int:
    return len(promise.content & action.content)
