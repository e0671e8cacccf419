"""Parts a role into the posts that it names, and a post's title into what its holder is and what of."""

import re
from collections.abc import Iterable

_LEADS = re.compile(r" (?:of|for|to|with) ")
_KEPT = "\0"
"""Stands for a comma that belongs to a title while a role is parted."""


def parts_of(role: str | None, titles: Iterable[str]) -> list[str]:
    """Gives the posts that commas set apart in a role; those of titles that hold a comma themselves stay whole."""
    whole = role or ""
    for title in titles:
        if "," in title:
            whole = whole.replace(title, title.replace(",", _KEPT))
    return [bare for part in whole.split(",") if (bare := part.replace(_KEPT, ",").strip())]


def head_of(title: str) -> str:
    """Gives the last word, in small letters, of what the holder of a post is: director, of `Director of Health`."""
    return _LEADS.split(title, maxsplit=1)[0].split()[-1].lower()
