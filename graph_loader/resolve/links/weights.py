"""Says how much each sign weighs for a later passage taking up an earlier one.

The weights for what tells of a promise were fitted to the gold of links, one series left out at a time, and rounded;
those for questions, and for what a promise takes up, were set by hand.
"""

from collections.abc import Mapping

DOUBT = "doubt"
"""What the signs must outweigh for a link to be more likely than not."""

TOLD: Mapping[str, float] = {
    DOUBT: -6.4,
    "words": 2.3,
    "share of the earlier": 1.5,
    "words around": 4.8,
    "phrase": 0.65,
    "verbatim": 1.5,
    "programme": 0.2,
    "heading": 1.15,
    "number": 8.0,
    "alone": 0.75,
    "alone and told": 1.05,
    "issue": 1.1,
    "elsewhere": -0.75,
    "people": 0.5,
    "recalls": 0.55,
    "done": 0.75,
    "deed": 0.6,
    "count": 0.55,
    "outcome": 0.75,
    "perfect": 0.65,
    "told by nobody": 0.45,
    "arising": 0.45,
    "arising from the last": 0.35,
    "from the last": 0.6,
    "names due": 1.3,
    "names made": 0.45,
    "names near due": 1.25,
    "same date": 0.9,
    "moved": 0.9,
    "moved, as it recalls": 1.25,
    "late": -0.55,
}
"""For what tells of a promise, or makes it again."""

ASKED: Mapping[str, float] = {
    DOUBT: -4.2,
    "telling words": 3.5,
    "several telling words": 0.8,
    "words around": 3.0,
    "phrase": 1.2,
    "verbatim": 1.5,
    "programme": 1.6,
    "number": 8.0,
    "issue": 0.8,
    "people": 0.3,
    "recalls": 0.9,
    "done": 1.2,
    "names due": 2.0,
    "names made": 0.3,
    "recalls a date": 2.0,
    "come": 0.4,
    "same date": 1.5,
    "moved": 0.8,
    "late": -0.6,
    "remark": 0.8,
}
"""For a question that takes up a promise or a question, and for a promise that takes up a remark."""
