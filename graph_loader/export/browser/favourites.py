"""Writes the queries as files that Neo4j Browser takes as saved queries, in a folder for each topic."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from graph_loader.export.browser.examples import open_values, set_value
from graph_loader.query.catalogue import TOPICS, Parameter, Query

_START = "Start here"
_VALUES = "Values"
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
    first = {name: parameter for query in reversed([*queries]) for name, parameter in query.parameters.items()}
    for name, parameter in sorted(first.items()):
        yield name, f"// {name.replace('_', ' ')}\n{set_value(name, parameter)}\n"
