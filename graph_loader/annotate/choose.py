"""Chooses the profile that a document's own words call for."""

from graph_loader.annotate.extensions import joined_text
from graph_loader.annotate.profile import load_profile, profile_names
from graph_loader.model.ids import fold
from graph_loader.model.layout import Layout

GENERAL = "general"
_ENOUGH = 2


def choose_profile(layout: Layout) -> str:
    """Gives the packaged profile with the most different markers in the text, `general` when none has two."""
    text = f" {fold(joined_text(layout))} "
    found = {
        name: sum(f" {fold(marker)} " in text for marker in load_profile(name).markers) for name in profile_names()
    }
    best = max(found, key=lambda name: (found[name], name))
    return best if found[best] >= _ENOUGH else GENERAL
