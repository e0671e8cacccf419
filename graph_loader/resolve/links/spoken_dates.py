"""Tells whether words speak of the time at which something was promised, or for which."""

import re
from dataclasses import dataclass

from graph_loader.model.ids import fold

_NAMES = """
january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, october oct,
november nov, december dec
"""
MONTHS = {name: at for at, names in enumerate(_NAMES.split(","), start=1) for name in names.split()}
"""The number of each month, by its name and its short forms."""
_SPOKEN = re.compile(rf"\b({'|'.join(MONTHS)})\b(?: ((?:19|20)\d\d)\b)?")
_NEAR = {"last month": -1, "this month": 0, "this very month": 0, "next month": 1}
_MONTH = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, slots=True)
class SpokenDates:
    """Is the months that a text names."""

    months: frozenset[str] = frozenset()

    def __or__(self, other: "SpokenDates") -> "SpokenDates":
        return SpokenDates(self.months | other.months)

    def without(self, due: str | None) -> "SpokenDates":
        """Gives the months but for the one of a due date: what is due in May does not speak of the last May."""
        return SpokenDates(frozenset(month for month in self.months if not due or month[5:] != due[5:7]))

    def speak_of(self, date: str | None) -> bool:
        """Tells whether the words name the month of a date."""
        return (date or "")[:7] in self.months


def spoken_dates(text: str, said: str) -> SpokenDates:
    """Reads the months out of a text; one without a year is the last of its name when it was said."""
    near = {_moved(said, by) for words, by in _NEAR.items() if words in text.casefold()}
    spoken = _SPOKEN.findall(fold(re.sub(r"\bmay\b", "", text)))
    full = {f"{year or _last(MONTHS[name], said)}-{MONTHS[name]:02}" for name, year in spoken}
    return SpokenDates(frozenset(full | near - {""}))


def _moved(said: str, by: int) -> str:
    """Gives the month so many months behind that of a date."""
    if not _MONTH.match(said):
        return ""
    months = int(said[:4]) * 12 + int(said[5:7]) - 1 + by
    return f"{months // 12}-{months % 12 + 1:02}"


def _last(month: int, said: str) -> int:
    now = _MONTH.match(said)
    return int(said[:4]) - (now is not None and int(now[2]) < month)


def later_date(earlier: str | None, later: str | None) -> bool:
    """Tells whether one date is certainly later than another."""
    if earlier is None or later is None:
        return False
    length = min(len(earlier), len(later))
    return earlier[:length] < later[:length]


def months_between(earlier: str | None, later: str | None) -> int | None:
    """Counts the whole months from one date to another, as far as they say."""
    if earlier is None or later is None or not _MONTH.match(earlier) or not _MONTH.match(later):
        return None
    months = (int(later[:4]) - int(earlier[:4])) * 12 + int(later[5:7]) - int(earlier[5:7])
    return months - (len(earlier) == len(later) == len("2018-05-22") and later[8:] < earlier[8:])
