"""Names what each agenda item is about, in words that another year's agenda would share."""

import re
from collections import Counter
from collections.abc import Sequence

from graph_loader.annotate.profile import Profile
from graph_loader.model.ids import fold, name_key
from graph_loader.model.record import Item, ItemIssues

_REFERENCE = re.compile(r"(?:\d{1,4}(?:/\d{1,4}){1,2}|[A-Z]{1,5}[./]\d{1,4}[a-z]?)[.:)]?\s+(?=\S)")
"""The number of an item with its meeting's in it, which no other year's agenda shares: `05/19/4 Finance`, `HC.12`."""
_BRACKETS = re.compile(r"\([^()]*\)")
_ABOUT = "on|about|regarding|concerning"
_PARTS = re.compile(r" [–—-] |: ")
_PIECES = re.compile(r" [–—-] |: |/|,|&| and ", re.IGNORECASE)


def item_issues(items: Sequence[Item], profile: Profile) -> tuple[ItemIssues, ...]:
    """Labels every item without parts with its own title in lower case; standing items are about nothing.

    Where one of a row of items has a single part and no other has any, that is a heading within it, behind which the
    item goes on: both are about something.
    """
    parts = Counter(item.parent for item in items)
    rows = Counter(item.parent for item in items if parts[item.id])
    standing, lead_in = _Standing(profile), _lead_in(profile)
    labelled = []
    for item in items:
        label = _label(item.title, standing, lead_in)
        if label and (not parts[item.id] or parts[item.id] == rows[item.parent] == 1 < parts[item.parent]):
            labelled.append(ItemIssues(item=item.id, issues=(label,)))
    return tuple(labelled)


class _Standing:
    """Knows the headings that every meeting has, whatever is said under them."""

    def __init__(self, profile: Profile) -> None:
        self._starts = tuple(fold(title) for title in (*profile.minutes.standing_items, *profile.minutes.next_meeting))
        self._longer = tuple(fold(title) for title in profile.topics.standing if " " in title)
        labels = (label for group in ("present", "apologies") for label in profile.minutes.labels.get(group, ()))
        self._pieces = frozenset(name_key(title) for title in (*profile.topics.standing, *labels))

    def holds(self, title: str) -> bool:
        """Tells whether a title begins as a standing one does, or is all put together of standing pieces."""
        pieces = {name_key(piece) for piece in _PIECES.split(title)} - {""}
        starts = self._starts if _PARTS.search(title) else (*self._starts, *self._longer)
        return fold(title).startswith(starts) or pieces <= self._pieces or name_key(title) in self._pieces


def _lead_in(profile: Profile) -> re.Pattern[str]:
    """Finds what a heading opens with before it says what it is about: `To receive an update from the Clerk on`."""
    openers, deliveries = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in (profile.topics.openers, profile.topics.deliveries)
    )
    whose = r"(?:\s(?:from|by)\s[^:–—]+?)"
    brought = rf"(?:an?\s|the\s)?(?:{deliveries})s?(?:{whose}?\s(?:{_ABOUT})\s|{whose}$)"
    done = rf"(?:to\s)?(?:{openers})\s(?!of\b|to\b|and\b|from\b)"
    return re.compile(rf"(?:{done})?(?:{brought})?", re.IGNORECASE)


def _label(title: str, standing: _Standing, lead_in: re.Pattern[str]) -> str:
    """Gives the parts of a title that are not standing, without what opens them and what stands in brackets."""
    bare = _BRACKETS.sub("", title).strip()
    numbered = _REFERENCE.match(bare)
    bare = bare[numbered.end() :] if numbered else bare
    if standing.holds(bare):
        return ""
    opened = lead_in.match(bare)
    about = bare[opened.end() :] if opened else bare
    parts = [part for part in _PARTS.split(about) if not standing.holds(part)]
    return ": ".join(part.strip(" .") for part in parts).lower()
