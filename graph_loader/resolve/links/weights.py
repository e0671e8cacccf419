"""Says how much each sign weighs for a later passage taking up an earlier one.

The weights for what tells of a promise were fitted to the gold of links, one series left out at a time, and rounded;
those for questions, and for what a promise takes up, were set by hand.
"""

from collections.abc import Mapping

DOUBT = "doubt"
"""What the signs must outweigh for a link to be more likely than not."""

TOLD: Mapping[str, float] = {
    DOUBT: -5.75,
    "words": 0.6,
    "any word": 1.15,
    "several words": 0.9,
    "words around": 3.3,
    "phrase": 0.95,
    "verbatim": 1.5,
    "programme": 0.2,
    "heading": 1.3,
    "number": 8.0,
    "alone": 0.85,
    "alone and told": 0.6,
    "issue": 1.0,
    "elsewhere": -1.6,
    "people": 0.85,
    "recalls": 1.3,
    "done": 0.7,
    "deed": 0.85,
    "product": 0.8,
    "product elsewhere": -0.55,
    "count": 1.5,
    "looks ahead": -0.8,
    "outcome": 1.1,
    "arising": 0.2,
    "arising from the last": 0.4,
    "from the last": 0.8,
    "names due": 1.9,
    "names made": 0.3,
    "recalls a date": 0.4,
    "names near due": 1.3,
    "same date": 0.9,
    "moved": 1.2,
    "moved, as it recalls": 1.2,
    "late": -1.6,
}
"""For what tells of a promise, or makes it again."""

ASKED: Mapping[str, float] = {
    DOUBT: -4.2,
    "words": 3.5,
    "several words": 0.8,
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
