"""Runs a canned query: checks its parameters, matches names, and brings the rows into the declared columns."""

import re
from collections.abc import Mapping
from typing import Any

from graph_loader.errors import UsageError
from graph_loader.model.suggest import did_you_mean
from graph_loader.query.catalogue import Parameter, Query
from graph_loader.query.names import known_id, resolve_name
from graph_loader.query.values import first_day, last_day, words_behind_blanks
from graph_loader.store import Row, Store

_LEFT_OUT = re.compile(r"\$(\w+) IS NULL")


def run_query(store: Store, query: Query, given: Mapping[str, str]) -> list[Row]:
    """Gives the rows in order, each with the declared columns in order; parameters left out do not filter.

    Raises UsageError for a parameter that the query has not, needs, or cannot take with this value.
    """
    unknown = [name for name in given if name not in query.parameters]
    if unknown:
        hint = did_you_mean(unknown[0], query.parameters, f"`kg query {query.name} --help` lists them.")
        raise UsageError(f"{query.name} has no parameter {unknown[0]!r}.", hint)
    values = {name: _value(store, name, query, given.get(name)) for name in query.parameters}
    return [
        {column: row[column] for column in query.columns}
        for row in store.rows(settled(query.statement, values), values)
    ]


def settled(statement: str, values: Mapping[str, Any]) -> str:
    """Puts true or false for `$name IS NULL`, so that the engine plans with the indexes of what is given alone."""
    return _LEFT_OUT.sub(lambda match: "true" if values[match[1]] is None else "false", statement)


def _value(store: Store, name: str, query: Query, text: str | None) -> Any:
    parameter = query.parameters[name]
    if text is None:
        if parameter.required:
            raise UsageError(f"{query.name} needs --{name}.", f"For example: {query.example}")
        return None
    return _convert(store, parameter, text)


def _convert(store: Store, parameter: Parameter, text: str) -> Any:
    match parameter.type:
        case "name":
            return resolve_name(store, text, parameter.of)
        case "words":
            return words_behind_blanks(text)
        case "from":
            return first_day(text)
        case "to" | "date":
            return last_day(text)
        case "id":
            return known_id(store, text)
        case "choice" if text not in parameter.choices:
            raise UsageError(f"{text!r} cannot be chosen.", f"Use one of {', '.join(parameter.choices)}.")
        case _:
            return text
