"""Makes of a profile's words the part of a pattern that finds any of them."""

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Gives a pattern of any of some words, the longest first; of no words it is one that finds nothing."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
