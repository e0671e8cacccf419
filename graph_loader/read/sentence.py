"""Tells by its ends whether a run of words is a whole sentence or a part of one."""

import re

_TERMINAL = re.compile(r"""[.?!:;…]["'”’)\]]*$""")
# Closed-class words: a sentence that stops at one of them goes on somewhere, whatever the next letter's case.
_LEANING = re.compile(
    "an?|the|of|and|or|to|in|on|at|by|for|with|from|that|which|who|whose|as|into|between|its|their|his|her|this|these"
    "|those|is|are|was|were|be|been|will|would|should|could|than|if|whether|under|over|through|about"
)


def is_unfinished(text: str) -> bool:
    """Says whether words stop without a full stop, question mark, colon or the like."""
    return bool(text) and not _TERMINAL.search(text[-8:])


def leans_on(text: str) -> bool:
    """Says whether words stop at a comma, a hyphen, inside brackets or at a word that cannot end a sentence."""
    last = text.rsplit(None, 1)[-1] if text.strip() else ""
    if text.count("(") > text.count(")"):
        return True
    return last.endswith(("-", ",", "–", "/")) or bool(_LEANING.fullmatch(last))


def continues(text: str) -> bool:
    """Says whether words begin as the middle of a sentence does: with a lower-case letter, perhaps in brackets."""
    first = text.lstrip("(\"'“‘[")[:2]
    return first[:1].islower() and not (len(first) == 2 and first[1].isupper())
