"""Reads the numbers by which minutes keep account of actions from meeting to meeting: `Action 3/22`, `| 22-14 |`."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = r"\d{1,4}[/-]\d{1,4}(?:[/-]\d{1,3})?"
_ALONE = rf"(?<![\w/-])({_NUMBER})(?![\w/-]|[.,]\d)"
_BEFORE = re.compile(rf"{_ALONE}[\s|:.)*–-]*$")
_FIRST_OF_ROW = re.compile(rf"\s*\|[\s*]*{_ALONE}[\s*]*\|")
_SPOKEN = re.compile(rf"(?<!item )(?<!items )(?<!minute )(?<!paragraph ){_ALONE}", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d\d")
_MONTHS = 12
_LOOKED_AT = 60


def numbers_of(text: str, starts: Sequence[int]) -> list[str | None]:
    """Gives the number of each action that begins at a place; one that two of them bear is that of neither."""
    found = [_number_at(text, start) for start in starts]
    times = Counter(found)
    return [number if times[number] == 1 else None for number in found]


def numbers_in(text: str) -> frozenset[str]:
    """Gives the numbers that a text speaks of and that can be those of actions."""
    return frozenset(number for number in _SPOKEN.findall(text) if not _is_day(number))


def _number_at(text: str, start: int) -> str | None:
    before = text[max(0, start - _LOOKED_AT) : start]
    line = before[before.rfind("\n", 0, len(before.rstrip())) + 1 :]
    found = _BEFORE.search(line) or _FIRST_OF_ROW.match(line)
    return found[1] if found and not _is_day(found[1]) else None


def _is_day(number: str) -> bool:
    day = _DAY.fullmatch(number)
    return day is not None and min(int(day[1]), int(day[2])) <= _MONTHS
