"""Says what a table is, and how it is laid out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_loader.export.lookup import Lookup, shown
from graph_loader.model.graph import Properties

Row = Mapping[str, str]
Make = Callable[[Lookup], Iterator[Row]]
Layouts = Mapping[str, tuple[str, Make]]
"""Names tables, each with the names of its columns in order, as words of one text, and what makes its rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """Is one table: its columns in order and its rows, in which every cell is text and an unknown one is empty."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


def says(properties: Properties, *names: str) -> dict[str, str]:
    """Gives some properties as people read them."""
    return {name: shown(properties.get(name)) for name in names}
