"""Writes the queries as files that Neo4j Browser takes as saved queries, in a folder for each topic."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph_loader.export.browser.examples import open_values, set_value
from graph_loader.query.catalogue import TOPICS, Parameter, Query

_START = "Start here"
_VALUES = "Values"
_KINDS: Mapping[str, str] = {
    "name": "names, as they stand in the graph",
    "words": "words that all must be there",
    "from": "the first day, month or year",
    "to": "the last day",
    "date": "a day",
    "id": "an id from a row",
}
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def favourites(queries: Iterable[Query], pictures: Iterable[Query]) -> Mapping[str, str]:
    """Gives the text of each saved query by its path: first what opens every value, then the queries, then values."""
    rows, drawn = list(queries), list(pictures)
    opening = f"// Leave every value open\n{open_values([*rows, *drawn])}\n"
    files = {f"{_START}/leave-every-value-open.cypher": opening}
    for topic, folder in TOPICS.items():
        files |= {f"{folder}/{query.name}.cypher": favourite(query) for query in rows if query.topic == topic}
        files |= {
            f"{folder}/{query.name}-drawn.cypher": favourite(query, drawn=True)
            for query in drawn
            if query.topic == topic
        }
    return files | {f"{_VALUES}/{name}.cypher": text for name, text in _values([*rows, *drawn])}


def favourite(query: Query, *, drawn: bool = False) -> str:
    """Gives one saved query: the title that the Browser shows, what it answers, its values, the statement.

    The values are set by commands of their own, because the Browser shows no rows and draws nothing for a command and
    a statement together.
    """
    lines = [f"// {query.title}{' (drawn)' if drawn else ''}", f"// {query.summary}"]
    if query.note:
        lines.append(f"// {query.note}")
    if query.parameters:
        lines.append("// Values can be set before, each by a command of its own, and to null to leave them open again:")
        lines += [f"//   {set_value(name, one)}  {_said_of(one)}" for name, one in query.parameters.items()]
    return "\n".join([*lines, query.statement, ""])


def as_zip(files: Mapping[str, str]) -> bytes:
    """Gives the files as one archive, which the Browser takes when it is dropped on the page; the same every time."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path, text in files.items():
            opened.writestr(zipfile.ZipInfo(path, _FIRST_DAY_OF_ZIP), text, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def _said_of(parameter: Parameter) -> str:
    choices = f" One of {', '.join(parameter.choices)}." if parameter.choices else ""
    needed = " The query needs it." if parameter.required else ""
    return f"{parameter.description}{choices}{needed}"


def _values(queries: Iterable[Query]) -> Iterator[tuple[str, str]]:
    """Yields a command for each value by its name, for each of its kinds where it has other choices elsewhere."""
    found: dict[str, dict[tuple[str, ...], list[Parameter]]] = {}
    for query in queries:
        for name, parameter in query.parameters.items():
            found.setdefault(name, {}).setdefault(parameter.choices, []).append(parameter)
    for name, kinds in sorted(found.items()):
        for some in kinds.values():
            # What most queries have as their example finds something in most of them.
            (example, _), *_ = Counter(one.example for one in some).most_common(1)
            parameter = next(one for one in some if one.example == example)
            file = name if len(kinds) == 1 else f"{name}-{example}"
            yield file, f"// {name.replace('_', ' ')}: {_kind(parameter)}\n{set_value(name, parameter)}\n"


def _kind(parameter: Parameter) -> str:
    return f"one of {', '.join(parameter.choices)}" if parameter.choices else _KINDS[parameter.type]
