"""Turns what a user writes for a parameter into the value that the statement takes."""

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from datetime import date
from functools import cache

from graph_loader.errors import UsageError
from graph_loader.model.ids import fold

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_MARKS = "[\u0300-\u036f'’]*"


def first_day(text: str) -> str:
    """Gives a year, month or day in ISO form: as text it sorts before every day in it; raises UsageError."""
    parts = _parts(text)
    return date(*[*parts, 1, 1][:3]).isoformat()[: len("YYYY-MM-DD") - 3 * (3 - len(parts))]


def last_day(text: str) -> str:
    """Gives the last day of a year, month or day in ISO form; raises UsageError when the text is none."""
    year, month, day = [*_parts(text), 0, 0][:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1]).isoformat()


def words_behind_blanks(text: str) -> list[str]:
    """Gives each word as it stands in `folded` where a word begins so; raises UsageError."""
    return [f" {word}" for word in _words(text)]


def word_beginnings(text: str) -> list[str]:
    """Gives for each word a pattern for it that every engine takes, with accents or without; raises UsageError."""
    return ["".join(map(_letter, word)) for word in _words(text)]


def _words(text: str) -> list[str]:
    words = fold(text).split()
    if not words:
        raise UsageError(f"There is no word in {text!r}.", "Give one word or several.")
    return words


def _letter(char: str) -> str:
    others = _accented()[char]
    return f"[{char}{others}]{_MARKS}" if others else f"{char}{_MARKS}"


@cache
def _accented() -> dict[str, str]:
    letters: dict[str, str] = defaultdict(str)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.islower():
            letters[base] += chr(code)
    return letters


def _parts(text: str) -> list[int]:
    match = _DATE.fullmatch(text.strip())
    parts = [int(part) for part in match.groups() if part] if match else []
    try:
        date(*[*parts, 1, 1][:3])
    except (TypeError, ValueError):
        raise UsageError(f"{text!r} is no date.", "Write 2018, 2018-10 or 2018-10-26.") from None
    return parts
