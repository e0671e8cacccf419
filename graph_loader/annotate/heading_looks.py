"""Tells by its look what a line of minutes is: a time, a point of a list, a piece of a drawing, running text."""

import re

from graph_loader.annotate.date_parsing import MONTH, YEAR, find_days
from graph_loader.model.layout import Block

_SMALL = frozenset(["of", "the", "and", "for", "in", "at", "to", "on", "by", "with", "from", "a", "an"])
_MOST_CELL_WORDS = 4
_GAP = 8
"""How wide a gap in the source is, in characters, that parts columns or the pieces of a drawing."""
_LIKE_TIME = re.compile(
    r"\b(?:at|from|to|until|starting|room|noon|am|pm|a\.m|p\.m|hrs|hours|utc|gmt|bst|[ap]\.m\.)(?!\w)|[-–—,:.@]"
    r"|\b\d{1,4}[a-z]\b|\b\d{1,4}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b)?",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"{MONTH}(?:\s{YEAR})?")


def is_clause(title: str) -> bool:
    """Tells what was moved or agreed, `That the hall be painted`, from a heading."""
    return title.startswith("That ")


def is_time(title: str) -> bool:
    """Tells a line that only says when (`Monday 5 March 2018, 7pm`), and perhaps in which room, from a heading."""
    days = [*find_days(title)]
    rest = title
    for day in reversed(days):
        rest = rest[: day.start] + rest[day.end :]
    timed = _LIKE_TIME.sub(" ", rest)
    least = 0 if not days else 1
    told = timed != rest or bool(days)
    return bool(_MONTH_ALONE.fullmatch(title)) or (told and len(timed.split()) <= least)


def is_lettered(block: Block) -> bool:
    """Tells whether a letter alone marks a block: `a)`."""
    return block.marker.strip("().").isalpha() and len(block.marker.strip("().")) == 1


def is_of_list(block: Block, other: Block) -> bool:
    """Tells whether two blocks look like points of one list, or like neighbouring cells of a flattened table."""
    if is_lettered(other):
        return is_lettered(block)
    short = all(len(each.text.split()) <= _MOST_CELL_WORDS for each in (block, other))
    return short and not block.marker and block.emphasis == other.emphasis and block.kind == other.kind


def is_parted(block: Block) -> bool:
    """Tells whether a wide gap of the source parts the words of a line, as columns and drawings have it."""
    spaces = (at for at, char in enumerate(block.text) if char == " ")
    return any(block.offsets[at + 1] - block.offsets[at] > _GAP for at in spaces if at + 1 < len(block.text))


def is_run_in(title: str, rest: str) -> bool:
    """Tells a run-in heading before a dash (`Motorway Group – talks go on.`) from a sentence with a dash in it."""
    words = [word for word in title.split() if word[0].isalpha() and word not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    begins = rest[:1].isalpha() or rest[:1] in "'‘“\"("
    return len(words) >= 2 and capitals >= len(words) - 1 and begins and rest[-1:] in ".?!" and len(rest.split()) > 3


def only_capitals(block: Block) -> bool:
    """Tells whether nothing but its capitals sets a block off."""
    return block.emphasis == {"capitals"}


def is_body(block: Block, heading: Block) -> bool:
    """Tells whether a block is running text under a heading, or a heading of another look below it."""
    text = block.text.rstrip()
    if text[:1].isdigit() and text[-1:] not in {".", ":", ";"}:
        return False
    if len(text.split()) > 8 or (text.endswith((".", "?", "!")) and len(text.split()) > 4):
        return not block.marker or block.kind == "bullet" or not only_capitals(heading)
    return bool(block.emphasis) and block.emphasis != heading.emphasis
