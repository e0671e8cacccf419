"""Makes the lines of a list of people ready to be read: rows together, broken ones whole, names bare."""

import re
from collections.abc import Iterable, Iterator

from graph_loader.annotate.entries import BRACKETS
from graph_loader.annotate.fields import Line

_APOLOGIES = re.compile(r"(?:apologies|regrets|received|an apology|absence)\b", re.IGNORECASE)
LEAD = re.compile(
    r"(?:and\s|also\s|together\s|along\s|(?:accompanied|supported)\s)*(?:with|from|by)\s(?=[^\W\d_a-z]|the\s)"
)
_FROM = re.compile(r".{0,120}?\b(?:from|by|on behalf of):?\s+", re.IGNORECASE)
_GONE = re.compile(
    r"\s(?:was|were|had|has|have|sent|gave|tendered|also|attended|joined|left|arrived|submitted|who(?! t[ao]))\b.*$",
    re.DOTALL,
)


def grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yields the cells of each row of a table together, and other lines by themselves, broken ones made whole."""
    group: list[Line] = []
    for line in lines:
        in_table = line.block.table is not None
        if group and in_table and (line.block.table, line.block.row) == (group[0].block.table, group[0].block.row):
            group.append(line)
            continue
        if group and not in_table and _is_broken(group[-1], line):
            # Neighbouring blocks stand in the `Doc` with one character between them: offsets hold.
            group = [Line(f"{group[-1].text}\n{line.text}", group[-1].start, group[-1].block)]
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _is_broken(line: Line, following: Line) -> bool:
    """Tells whether a line runs on in the next block: it ends in a comma or inside brackets, or the next begins so."""
    if line.block.table is not None or following.start != line.end + 1:
        return False
    unfinished = line.text.endswith((",", " and", "&")) or depth(line.text) > 0
    return unfinished or following.text.startswith(("(", "and "))


def without_lead(part: Line) -> Line:
    """Cuts away what joins a person to those before them: `from Jo Hale`, `together with Jo Hale`."""
    lead = LEAD.match(part.text)
    return part.part(lead.end()) if lead else part


def bare_list(line: Line) -> Line:
    """Cuts away what makes a list a sentence: `Apologies were received from …`, `… was present for item 3`."""
    start = 0
    if _APOLOGIES.match(line.text) or line.text.casefold().startswith("from"):
        lead = _FROM.match(line.text)
        start = lead.end() if lead else 0
    gone = _GONE.search(BRACKETS.sub(lambda match: "x" * len(match.group()), line.text), start)
    return line.part(start, gone.start() if gone else None)


def in_table(line: Line) -> bool:
    """Tells whether a line is a cell of a table."""
    return line.block.table is not None


def depth(text: str) -> int:
    """Counts the brackets that a text opens and does not close."""
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")
