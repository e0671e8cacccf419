"""Gives graphs for the exports: of the made-up minutes, and one whose every text is hostile."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import pytest

from graph_loader.model.graph import Contribution
from graph_loader.store import Row, Store

HOSTILE = (
    "line one\nline two\r\nthree\ttabbed",
    "<script>alert('x')</script> & \"quotes\" ]]> <!-- -->",
    "\u202eright to left\u202c \u200f",
    "null \x00 bell \x07 escape \x1b[31m",
    "non-characters \ufffe \uffff",
    '=HYPERLINK("http://example.org","x")',
    "+1 -1 @SUM(A1)",
    "\t=1+1",
    "[[link]] | `code` # heading * _ %% $x$ ^block ==",
    "back\\slash; comma, semi;",
    "é 𝔘 漢字 e\u0301",
    "half a pair \ud800 of characters",
    "CON",
    "../../etc/passwd",
    "word " * 20_000,
)


HALF, STANDS_FOR_HALF = "\ud800", "(half)"


class Halved:
    """Is a store in which half pairs of characters stand, as one may have them and the embedded one refuses them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def rows(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Gives the rows of a statement, with half pairs in their places."""
        return [halved(row) for row in self._store.rows(statement, parameters)]


def halved(value: Any) -> Any:
    match value:
        case str():
            return value.replace(STANDS_FOR_HALF, HALF)
        case list():
            return [halved(inner) for inner in value]
        case dict():
            return {name: halved(inner) for name, inner in value.items()}
    return value


@pytest.fixture(scope="session")
def hostile(fresh: Callable[[], AbstractContextManager[Store]], minutes: Callable[..., Contribution]) -> Iterator[Any]:
    """Gives a graph, to be read alone, of documents in each of which every name and every quote is one hostile text."""
    with fresh() as store:
        for number, text in enumerate(HOSTILE):
            written = text.replace(HALF, STANDS_FOR_HALF)
            store.write(with_words(minutes(str(number), date=f"201{number % 10}-03-05"), written))
        yield Halved(store)


def with_words(given: Contribution, text: str) -> Contribution:
    """Gives a contribution with all words of people replaced."""

    def told(says: Any) -> dict[str, Any]:
        free = ("name", "text", "reading", "title", "owner_text", "due_text", "venue")
        return {name: text if name in free else value for name, value in says.items()}

    nodes = tuple(type(node)(node.label, node.id, told(node.properties)) for node in given.nodes)
    edges = tuple(type(edge)(edge.type, edge.start, edge.end, told(edge.properties)) for edge in given.edges)
    return Contribution(given.path, nodes, edges)
