"""Runs statements in a transaction that is open; many that go together go to a server at once, for the way is long."""

from collections.abc import Callable, Mapping
from typing import Any

Row = dict[str, Any]
One = Callable[[str, Mapping[str, Any]], list[Row]]
"""Runs one statement with its parameters."""


class Statements:
    """Is a row of statements that go together, by name; each works on the list `$rows`.

    Those that read return columns of the same names. Those that write run in their order. A text is made of all of them
    whatever is asked, so that a server plans it once: it does so for every text anew.
    """

    def __init__(self, by_name: Mapping[str, str], *, reading: bool = False) -> None:
        self.by_name = dict(by_name)
        own = (statement.replace("$rows", f"$given.{name}") for name, statement in self.by_name.items())
        # A single map is given: servers plan anew for lists of other lengths, too.
        self.text = " UNION ALL ".join(own) if reading else " ".join(f"CALL () {{ {one} }}" for one in own)


class Run:
    """Runs statements inside a transaction that is open."""

    def __init__(self, one: One, *, far: bool = False) -> None:
        self._one = one
        self._far = far

    def __call__(self, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        """Runs one statement."""
        return self._one(statement, parameters)

    def each(self, statements: Statements, given: Mapping[str, list[Any]]) -> list[Row]:
        """Runs those statements that are given rows; gives the rows of all, in no order that holds everywhere."""
        asked = {name: rows for name, rows in given.items() if rows}
        if not asked:
            return []
        if self._far:
            return self._one(statements.text, {"given": asked})
        texts = ((text, asked[name]) for name, text in statements.by_name.items() if name in asked)
        return [row for text, rows in texts for row in self._one(text, {"rows": rows})]
