"""Reads the canned queries: one `.cypher` file each, whose leading comment is a YAML header that describes it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph_loader.errors import QueryError, UsageError
from graph_loader.model.resources import resource_folder
from graph_loader.model.suggest import did_you_mean

Topic = Literal["asked", "promised", "years", "one"]
TOPICS: Mapping[Topic, str] = {
    "asked": "Who asked what",
    "promised": "What was promised",
    "years": "Across the years",
    "one": "One meeting, one fact",
}
ParameterType = Literal["name", "words", "from", "to", "date", "id", "choice"]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
Sentence = Annotated[str, Field(min_length=1, pattern=r"\.$")]
_PARAMETER = re.compile(r"\$(\w+)")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Parameter(_Strict):
    """Is one value that a query takes.

    `name` matches a node of one of the labels `of`; `words` must all begin a word of a text; `from`, `to` and `date`
    are a year, month or day; `choice` is one of `choices`.
    """

    type: ParameterType
    of: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    description: Sentence
    example: str
    required: bool = False


class Query(_Strict):
    """Is one canned query: what it answers, the values it takes, the columns it returns, and its statement."""

    name: str
    title: str
    topic: Topic
    summary: Sentence
    parameters: dict[Name, Parameter] = {}
    columns: dict[Name, Sentence] = Field(min_length=1)
    example: str = ""
    """How it is asked on the command line."""
    note: str = ""
    """What a reader should know of the rule by which rows are chosen."""
    statement: str


@cache
def load_catalogue() -> Mapping[str, Query]:
    """Gives the packaged queries by name, in alphabetical order; raises QueryError for a header that is wrong."""
    return _read_folder(resource_folder("queries"))


@cache
def load_pictures() -> Mapping[str, Query]:
    """Gives the packaged queries that return paths to be drawn, by name; raises QueryError."""
    return _read_folder(resource_folder("queries") / "graph")


def _read_folder(folder: Path) -> Mapping[str, Query]:
    return {path.stem: read_query(path) for path in sorted(folder.glob("*.cypher"))}


def find_query(name: str) -> Query:
    """Gives the query of that name; raises UsageError that suggests near ones."""
    queries = load_catalogue()
    if name not in queries:
        hint = did_you_mean(name, queries, "`kg query` lists them.")
        raise UsageError(f"There is no query {name!r}.", hint)
    return queries[name]


def read_query(path: Path) -> Query:
    """Reads one file; raises QueryError that says what is wrong in its header."""
    lines = path.read_text(encoding="utf-8").splitlines()
    length = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    statement = "\n".join(lines[length:]).strip()
    try:
        header: Any = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines[:length]))
        query = Query.model_validate({**(header or {}), "name": path.stem, "statement": statement})
    except (yaml.YAMLError, TypeError) as error:
        raise QueryError(f"{path.name}: the header is no valid YAML: {error}.", "Compare it with another.") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise QueryError(f"{path.name}: {place}: {first['msg']}.", "Compare it with another query.") from error
    _check_parameters(query)
    return query


def _check_parameters(query: Query) -> None:
    used, declared = set(_PARAMETER.findall(query.statement)), set(query.parameters)
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise QueryError(f"{query.name}: {odd} is used or declared, but not both.", "Mend header or statement.")
