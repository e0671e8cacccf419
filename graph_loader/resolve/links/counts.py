"""Reads how many of something a text speaks of: `four further constables` and `the last of the four` have one count."""

from functools import lru_cache

from graph_loader.model.ids import fold
from graph_loader.resolve.links.spoken_dates import MONTHS

_NAMES = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_WORDS = {name: str(at) for at, name in enumerate(_NAMES.split(), start=1)}
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_WORDS |= {name: f"{at}0" for at, name in enumerate(_TENS.split(), start=3)}
_OF_OTHERS = "day days week weeks month months year years oclock am pm per cent percent hundred thousand million"
_UNITS = frozenset(_OF_OTHERS.split()) | MONTHS.keys()
_FEW = frozenset({"0", "1"})


@lru_cache(maxsize=8_192)
def counts(text: str) -> frozenset[str]:
    """Gives the counts in a text, in figures: no years, days, spans of time or percentages, and not one."""
    words = fold(text).split()
    found: set[str] = set()
    for at, word in enumerate(words):
        count = _WORDS.get(word, word)
        beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
        if count.isdigit() and count not in _FEW and not _is_year(count) and _UNITS.isdisjoint(beside):
            found.add(count)
    return frozenset(found)


def _is_year(count: str) -> bool:
    return len(count) == len("2018") and count.startswith(("19", "20"))
