"""Tells what is shortened with a stop before a name, and which letters stand for somebody by themselves."""

from graph_loader.annotate.profile import Profile

_LONGEST = 4
"""How many letters at most stand for a person."""
SURELY_INITIALS = 3
"""How many capitals behind a rank are surely somebody's initials: four may be a surname in capitals, as HALE."""


def abbreviations(profile: Profile) -> frozenset[str]:
    """Gives what may stand before a stop that ends nothing, folded; ranks in full, or in the plural, are none."""
    full = {word for rank in profile.roles.ranks for word in rank.casefold().split()}
    full |= {f"{word.removesuffix('y')}{'ies' if word.endswith('y') else 's'}" for word in full}
    short = [*profile.roles.honorifics, *(form for forms in profile.roles.ranks.values() for form in forms)]
    last = {form.split()[-1].rstrip(".") for form in short}
    last |= {word.rstrip(".") for form in short for word in form.split() if word.endswith(".")}
    return frozenset(word.casefold() for word in last if not word[:-1].isupper() or word[-1] != "s") - full


def are_initials(word: str, longest: int = _LONGEST) -> bool:
    """Tells whether a word is two capitals or some more, and nothing else: AB, but no single letter and no `A.B.`."""
    return word.isalpha() and word.isupper() and 1 < len(word) <= longest
