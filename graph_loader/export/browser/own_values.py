"""Takes the values that stand as examples in the pack from a graph, so that they find something in it."""

import re
from collections.abc import Mapping

from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import Parameter, Query
from graph_loader.store import Store

_MOST_TIED = """
MATCH (n:{label})-[r]-()
WITH n.name AS name, count(r) AS ties
RETURN name, ties ORDER BY ties DESC, name LIMIT 1
"""
_SPAN = "MATCH (m:Meeting) WHERE m.date IS NOT NULL RETURN min(m.date) AS first, max(m.date) AS last"
_QUESTION = "MATCH (q:Question) RETURN q.id AS id, q.date AS date ORDER BY coalesce(date, '') DESC, id LIMIT 1"
_WORD = re.compile(r"\w+")


class OwnValues:
    """Knows what is named most in a graph, and from when to when it goes."""

    def __init__(self, store: Store) -> None:
        rows = {label: store.rows(_MOST_TIED.format(label=label)) for label in load_schema().nodes}
        self._names: Mapping[str, str] = {label: found[0]["name"] for label, found in rows.items() if found}
        (span,) = store.rows(_SPAN)
        self._first, self._last = span["first"], span["last"]
        self._id = next((row["id"] for row in store.rows(_QUESTION)), None)

    def applied(self, queries: Mapping[str, Query]) -> dict[str, Query]:
        """Gives the queries with these values as examples; what the graph has nothing for stays as it is."""
        return {name: self._with_values(query) for name, query in queries.items()}

    def _with_values(self, query: Query) -> Query:
        parameters = {
            name: one.model_copy(update={"example": self._value(one) or one.example})
            for name, one in query.parameters.items()
        }
        return query.model_copy(update={"parameters": parameters})

    def _value(self, parameter: Parameter) -> str | None:
        match parameter.type:
            case "name":
                return next((self._names[label] for label in parameter.of if label in self._names), None)
            case "words":
                # The longest word of what is spoken of most: all of them together may stand nowhere.
                return max(_WORD.findall(self._names.get("Issue", "")), key=len, default=None)
            case "from":
                return self._first and str(self._first)[:4]
            case "to" | "date":
                return self._last and str(self._last)[:4]
            case "id":
                return self._id
            case _:
                return None
