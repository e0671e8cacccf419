"""Chooses the profile that a document's own words call for."""

from dataclasses import dataclass

from graph_loader.annotate.extensions import joined_text
from graph_loader.annotate.profile import load_profile, profile_names
from graph_loader.model.ids import fold
from graph_loader.model.layout import Layout

GENERAL = "general"
BY_WORDS = "markers:"
"""How the reason begins when the words of the document made the choice."""
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Is the profile that a document is read with, by its name or file, and the reason in words."""

    profile: str
    reason: str


def choose_profile(layout: Layout) -> Choice:
    """Chooses the packaged profile with the most different markers in the text; `general` when none leads with two.

    Of two with as many the one that extends the other is taken: it holds all that the other does.
    """
    text = f" {fold(joined_text(layout))} "
    found = {
        name: [marker for marker in load_profile(name).markers if f" {fold(marker)} " in text]
        for name in profile_names()
    }
    most = max(len(markers) for markers in found.values())
    best = [name for name, markers in found.items() if len(markers) == most]
    best = [name for name in best if set(best) <= _lineage(name)] or best
    if most < _ENOUGH:
        return Choice(GENERAL, f"{BY_WORDS} fewer than {_ENOUGH} of any profile")
    if len(best) > 1:
        return Choice(GENERAL, f"{BY_WORDS} as many of {' as of '.join(best)}")
    return Choice(best[0], f"{BY_WORDS} {', '.join(found[best[0]])}")


def _lineage(name: str) -> set[str]:
    """Gives a profile with those that it extends, one by way of the other."""
    base = load_profile(name).extends
    return {name, *(_lineage(base) if base else ())}
