"""Runs statements in a transaction that is open; many that go together go to a server at once, for the way is long."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Row = dict[str, Any]
One = Callable[[str, Mapping[str, Any]], list[Row]]
"""Runs one statement with its parameters."""


_TOGETHER = 12
"""How many statements go together: a text of more takes a server longer to plan than the ways that it saves."""
_MANY = 1_000
"""With so many rows each statement goes by itself: planned sooner, and the way is short beside the work."""


class Statements:
    """Is a row of statements that go together, by name; each works on the list `$rows`.

    Those that read return columns of the same names. Those that write run in their order. Some go in one text, which
    is made of the same ones whatever is asked, so that a server plans it once: it does so for every text anew.
    """

    def __init__(self, by_name: Mapping[str, str], *, reading: bool = False) -> None:
        self.by_name = dict(by_name)
        names = list(self.by_name)
        groups = [names[at : at + _TOGETHER] for at in range(0, len(names), _TOGETHER)]
        self.texts = [(group, self._joined(group, reading=reading)) for group in groups]

    def _joined(self, names: Iterable[str], *, reading: bool) -> str:
        # A single map is given: servers plan anew for lists of other lengths, too.
        own = (self.by_name[name].replace("$rows", f"$given.{name}") for name in names)
        return " UNION ALL ".join(own) if reading else " ".join(f"CALL () {{ {one} }}" for one in own)


class Run:
    """Runs statements inside a transaction that is open."""

    def __init__(self, one: One, *, far: bool = False) -> None:
        self._one = one
        self.far = far

    def __call__(self, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        """Runs one statement."""
        return self._one(statement, parameters)

    def each(self, statements: Statements, given: Mapping[str, list[Any]]) -> list[Row]:
        """Runs those statements that are given rows; gives the rows of all, in no order that holds everywhere."""
        asked = {name: rows for name, rows in given.items() if rows}
        if self.far and sum(map(len, asked.values())) < _MANY:
            groups = (
                (text, {name: asked[name] for name in names if name in asked}) for names, text in statements.texts
            )
            return [row for text, some in groups if some for row in self._one(text, {"given": some})]
        texts = ((text, asked[name]) for name, text in statements.by_name.items() if name in asked)
        return [row for text, rows in texts for row in self._one(text, {"rows": rows})]
