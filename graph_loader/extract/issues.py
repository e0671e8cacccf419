"""Names what each agenda item is about, in words that another year's agenda would share."""

import re
from collections.abc import Sequence

from graph_loader.annotate.profile import Profile
from graph_loader.model.ids import fold, name_key
from graph_loader.model.record import Item, ItemIssues

_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r" [–—-] |: ")
_PIECES = re.compile(r" [–—-] |: |/|,|&| and ", re.IGNORECASE)


def item_issues(items: Sequence[Item], profile: Profile) -> tuple[ItemIssues, ...]:
    """Labels every item without children with its own title in lower case; standing items are about nothing."""
    parents = {item.parent for item in items}
    standing = _Standing(profile)
    labelled = []
    for item in items:
        label = _label(item.title, standing)
        if item.id not in parents and label:
            labelled.append(ItemIssues(item=item.id, issues=(label,)))
    return tuple(labelled)


class _Standing:
    """Knows the headings that every meeting has, whatever is said under them."""

    def __init__(self, profile: Profile) -> None:
        self._starts = tuple(fold(title) for title in (*profile.minutes.standing_items, *profile.minutes.next_meeting))
        labels = (label for group in ("present", "apologies") for label in profile.minutes.labels.get(group, ()))
        self._pieces = frozenset(name_key(title) for title in (*profile.topics.standing, *labels))

    def holds(self, title: str) -> bool:
        """Tells whether a title begins as a standing one does, or is all put together of standing pieces."""
        pieces = {name_key(piece) for piece in _PIECES.split(title)} - {""}
        return fold(title).startswith(self._starts) or pieces <= self._pieces or name_key(title) in self._pieces


def _label(title: str, standing: _Standing) -> str:
    """Gives the last part of a title that is not standing, without what stands in brackets; none of a standing one."""
    bare = _BRACKETS.sub("", title).strip()
    if standing.holds(bare):
        return ""
    parts = [part for part in _PARTS.split(bare) if not standing.holds(part)]
    return parts[-1].strip(" .").lower() if parts else ""
