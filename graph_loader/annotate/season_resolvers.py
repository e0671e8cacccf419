"""Resolves seasons, feasts and the turn of the year against the day of the meeting."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from graph_loader.annotate.date_parsing import year_of
from graph_loader.annotate.date_resolvers import NOUN_BEHIND, Anchor, Resolved, end_of, year_of_month

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the first of a season's three months
_SEASON_MONTHS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}
_FEASTS: dict[str, Callable[[int], date]] = {
    "christmas": lambda year: date(year, 12, 25),
    "easter": easter,
    "whitsun": lambda year: easter(year) + timedelta(days=49),
}


def new_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the year that begins next: `in the New Year`."""
    if anchor.day is None or direction < 0:
        return None
    return str(anchor.day.year + (anchor.day.month > 1)), "year"


def before_new_year(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the last day of the year: `before the new year`."""
    return (f"{anchor.day.year}-12-31", "day") if anchor.day and direction >= 0 else None


def feast(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the next Christmas, Easter or Whitsun."""
    if match["year"]:
        return _FEASTS[match["feast"].lower()](year_of(match["year"])).isoformat(), "day"
    if anchor.day is None:
        return None
    for year in (anchor.day.year, anchor.day.year + 1):
        day = _FEASTS[match["feast"].lower()](year)
        if day >= anchor.day:
            return day.isoformat(), "day"
    return None


def season(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives a season as its months: `in the spring`, `autumn 2019`."""
    name = match["season"].lower()
    if match["before"]:
        return None if direction < 0 else _before_season(match, anchor, name)
    if match["year"]:
        return _season_months(year_of(match["year"]), name), "season"
    which = (match["which"] or "").lower()
    if anchor.day and (which == "this" or match["now"]):
        # At the beginning of a year this winter is the one that began in December.
        return _season_months(
            anchor.day.year - (name == "winter" and anchor.day.month < SEASONS["spring"]), name
        ), "season"
    year = year_of_month(_SEASON_MONTHS[name], anchor, 1 if which in {"next", "this"} else direction)
    return (_season_months(year, name), "season") if year else None


def _before_season(match: re.Match[str], anchor: Anchor, name: str) -> Resolved:
    """Gives the last day before a season begins, None where it has begun."""
    year = year_of(match["year"]) if match["year"] else year_of_month(_SEASON_MONTHS[name], anchor, 1)
    day = date(year, SEASONS[name], 1) - timedelta(days=1) if year else None
    if day is None or (anchor.day is not None and day < anchor.day) or NOUN_BEHIND.match(match.string, match.end()):
        return None
    return day.isoformat(), "day"


def end_of_season(match: re.Match[str], anchor: Anchor, direction: int) -> Resolved:
    """Gives the last day of a season."""
    name = match["season"].lower()
    year = year_of_month(_SEASON_MONTHS[name], anchor, 1)
    if year is None or direction < 0:
        return None
    return end_of(_season_months(year + (match["which"] is not None), name).rpartition("/")[2]), "day"


def _season_months(year: int, season: str) -> str:
    first = date(year, SEASONS[season], 1)
    return f"{first:%Y-%m}/{first + relativedelta(months=2):%Y-%m}"
