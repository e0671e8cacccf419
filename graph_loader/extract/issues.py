"""Names what each agenda item is about, in words that another year's agenda would share."""

import re
from collections.abc import Sequence

from graph_loader.annotate.profile import Profile
from graph_loader.model.ids import fold
from graph_loader.model.record import Item, ItemIssues

_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r" [–—-] |: ")


def item_issues(items: Sequence[Item], profile: Profile) -> tuple[ItemIssues, ...]:
    """Labels every item without children with its own title in lower case; standing items are about nothing."""
    parents = {item.parent for item in items}
    standing = tuple(fold(title) for title in profile.minutes.standing_items)
    labelled = []
    for item in items:
        label = _label(item.title)
        if item.id not in parents and label and not fold(item.title).startswith(standing):
            labelled.append(ItemIssues(item=item.id, issues=(label,)))
    return tuple(labelled)


def _label(title: str) -> str:
    """Gives the last part of a title, without what stands in brackets."""
    return _PARTS.split(_BRACKETS.sub("", title).strip())[-1].strip(" .").lower()
