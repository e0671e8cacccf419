"""Gives the parameters of the queries values that a reader of Neo4j Browser can set, and the commands that set them."""

import json
from collections.abc import Iterable
from typing import Any

from graph_loader.query.catalogue import Parameter, Query
from graph_loader.query.values import first_day, last_day, words_behind_blanks


def open_values(queries: Iterable[Query]) -> str:
    """Gives the command that sets every parameter of the queries to null: none of them filters."""
    names = sorted({name for query in queries for name in query.parameters})
    return f":params {{{', '.join(f'{name}: null' for name in names)}}}"


def set_value(name: str, parameter: Parameter) -> str:
    """Gives the command that sets one parameter to its example."""
    return f":param {name} => {json.dumps(example_value(parameter), ensure_ascii=False)}"


def example_value(parameter: Parameter) -> Any:
    """Gives the value that a statement takes for the parameter's example."""
    match parameter.type:
        case "name":
            return [parameter.example]
        case "words":
            return words_behind_blanks(parameter.example)
        case "from":
            return first_day(parameter.example)
        case "to" | "date":
            return last_day(parameter.example)
        case _:
            return parameter.example
