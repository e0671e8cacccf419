"""Suggests what somebody may have meant who wrote a name that does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches

from graph_loader.model.ids import name_key


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Gives the sentence `Did you mean …?` with up to three known names, or `otherwise` when none is near."""
    by_key = {name_key(name): name for name in sorted(known)}
    wanted = name_key(word)
    # A surname alone is too short for the ratio, and it is what people type.
    part = [other for other in by_key if wanted in other.split()]
    near = [other for other in get_close_matches(wanted, by_key, n=3) if other not in part]
    names = [repr(by_key[found]) for found in [*part, *near][:3]]
    return f"Did you mean {' or '.join(names)}?" if names else otherwise
