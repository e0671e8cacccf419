"""Says in sentences what is wrong with a profile: the table, the key, and what may have been meant."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from graph_loader.model.suggest import did_you_mean

_KINDS = {
    "list_type": 'must be a list of texts, such as ["one", "two"]',
    "string_type": "must be a text in quotation marks",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "int_type": "must be a whole number",
    "tuple_type": "must be a list of two texts",
    "missing": "is missing",
    "missing_item": "must be a list of two texts",
}
_OF_KEY = "[key]"


def problems_of(error: ValidationError, model: type[BaseModel]) -> tuple[str, ...]:
    """Gives one sentence for each thing that is wrong, in the order of the model's keys."""
    return tuple(dict.fromkeys(_sentence(problem, model) for problem in error.errors()))


def _sentence(problem: Any, model: type[BaseModel]) -> str:
    place = [str(part) for part in problem["loc"] if not isinstance(part, int)]
    if problem["type"] == "extra_forbidden":
        return _unknown(place, _model_at(model, place[:-1]).model_fields)
    if problem["type"] == "literal_error" and place[-1] == _OF_KEY:
        known = [word.strip("' ") for word in problem["ctx"]["expected"].replace(" or ", ",").split(",")]
        return _unknown(place[:-1], known)
    return f"{_place(place)} {_said(problem)}."


def _said(problem: Any) -> str:
    """Says in words what is wrong with a value."""
    kind = problem["type"]
    if kind == "value_error":
        return str(problem["ctx"]["error"])
    if kind == "missing" and isinstance(problem["loc"][-1], int):
        kind = "missing_item"
    return _KINDS.get(kind) or problem["msg"].replace("Input should be", "must be")


def _unknown(place: list[str], known: Iterable[str]) -> str:
    hint = did_you_mean(place[-1], known, f"It can be {', '.join(known)}.")
    table = f"[{'.'.join(place[:-1])}]" if place[:-1] else "the file"
    return f"{table} has no key {place[-1]!r}. {hint}"


def _place(place: list[str]) -> str:
    return f"[{'.'.join(place[:-1])}] {place[-1]}" if place[:-1] else place[-1]


def _model_at(model: type[BaseModel], place: Iterable[str]) -> type[BaseModel]:
    """Gives the model of a table by the keys that lead to it."""
    for key in place:
        inner = model.model_fields[key].annotation
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            raise TypeError(f"{key} is no table with keys of its own")
        model = inner
    return model
