"""Looks at what is there before a document is written: for a server in one statement, which takes the lock first."""

from dataclasses import dataclass
from functools import cache

from graph_loader.model.graph import Contribution
from graph_loader.store.running import Row, Run
from graph_loader.store.shared import Claims, holding

_THERE = """
MATCH (d:Document) WHERE $path IN d.paths OR d.id = $id
RETURN d.id AS id, d.paths AS paths, d.digest AS digest ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Found:
    """Is what a graph holds: the documents of a path or id, and what there is of the claims of the new one, if read."""

    documents: list[Row]
    held: list[Row] | None = None


def look(run: Run, contribution: Contribution) -> Found:
    """Finds the documents that are in the place of one."""
    return Found(run(_THERE, _asked(contribution)))


def lock_and_look(run: Run, contribution: Contribution, lock: str) -> Found:
    """Finds these and what is held, all behind `lock`, a statement that takes the lock of the graph without RETURN."""
    given = Claims.of(contribution).asked()
    (row,) = run(looking_behind(lock), {**_asked(contribution), "given": given})
    return Found(row["documents"], row["held"])


@cache
def looking_behind(lock: str) -> str:
    """Gives the statement: all rows of the lock are counted, and what is read is an expression of what comes of that.

    So no plan reads before it holds the lock, whatever it begins with.
    """
    (held,) = holding().texts
    return f"""{lock} WITH count(*) AS locked
RETURN COLLECT {{ CALL () {{ {_THERE} }} RETURN {{id: id, paths: paths, digest: digest}} }} AS documents,
COLLECT {{ CALL () {{ {held[1]} }} RETURN {{kind: kind, id: id, end: end, says: says}} }} AS held
"""


def _asked(contribution: Contribution) -> dict[str, str]:
    return {"path": contribution.path, "id": contribution.document.id}
