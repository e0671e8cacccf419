"""Reads the numbers by which minutes keep account of actions: `Action 3/22`, `| 22-14 |`; in one list: `Action 3`."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = r"\d{1,4}[/-]\d{1,4}(?:[/-]\d{1,3})?"
_ALONE = rf"(?<![\w/-])({_NUMBER})(?![\w/-]|[.,]\d)"
_BEFORE = re.compile(rf"{_ALONE}[\s|:.)*–-]*$")
_FIRST_OF_ROW = re.compile(rf"\s*\|[\s*]*{_ALONE}[\s*]*\|")
_SPOKEN = re.compile(rf"(?<!item )(?<!items )(?<!minute )(?<!paragraph ){_ALONE}", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d\d")
_COUNT = re.compile(
    r"[\s*|(]*(?:action )?(\d{1,2})[.):]*[\s*|–—-]+(?!.*action)(?:[^.:;|]{1,40}[:|–—-])?[\s*]*$", re.IGNORECASE
)
"""The count at the head of a line, before the action itself or before whose it is: `3. `, `Action 3: `, `3. AB – `."""
_COUNT_SPOKEN = re.compile(r"\W*action (?:point |no\.? |number )?(\d{1,2})\s?[:.–—-]", re.IGNORECASE)
_MONTHS = 12
_LOOKED_AT = 60


def numbers_of(text: str, starts: Sequence[int], listed: Sequence[bool]) -> list[str | None]:
    """Gives the number of each action that begins at a place; one that two of them bear is that of neither.

    Those that are `listed` and have no number that is theirs for good have that of their place in the list.
    """
    found = [_number_at(text, start, in_list) for start, in_list in zip(starts, listed, strict=True)]
    times = Counter(found)
    return [number if times[number] == 1 else None for number in found]


def count_in(text: str) -> str | None:
    """Gives the action of the last meeting's list that a text begins to speak of: `Action 3: complete`."""
    found = _COUNT_SPOKEN.match(text)
    return found[1] if found else None


def is_count(number: str) -> bool:
    """Tells whether a number is a place in one meeting's list, which the next meeting's list counts anew."""
    return number.isdigit()


def numbers_in(text: str) -> frozenset[str]:
    """Gives the numbers that a text speaks of and that can be those of actions."""
    return frozenset(number for number in _SPOKEN.findall(text) if not _is_day(number))


def _number_at(text: str, start: int, in_list: bool) -> str | None:
    line = _line_before(text, start)
    found = _BEFORE.search(line) or _FIRST_OF_ROW.match(line)
    if found:
        return found[1] if not _is_day(found[1]) else None
    count = _COUNT.match(line.lstrip()) if in_list else None
    return count[1] if count else None


def _line_before(text: str, start: int) -> str:
    before = text[max(0, start - _LOOKED_AT) : start]
    return before[before.rfind("\n", 0, len(before.rstrip())) + 1 :]


def _is_day(number: str) -> bool:
    day = _DAY.fullmatch(number)
    return day is not None and min(int(day[1]), int(day[2])) <= _MONTHS
