"""Finds the labels under which minutes record actions, findings and next steps, alone on a line or run in."""

import re
from collections.abc import Iterable

from graph_loader.model.ids import fold

_NUMBER = re.compile(r"^ ?#?\d[\d/.]{0,8}")
"""The number of an action, which may stand between its label and the stop."""
_STOPS = ":–—-. \t"
_MOST_STOPS = 6
_LONGEST_OWNER = 40


class Labels:
    """Knows the printed forms of one kind of label."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = sorted((label.casefold() for label in labels), key=len, reverse=True)
        self._folded = frozenset(fold(label) for label in self._labels)
        self._longest = max(map(len, self._labels), default=0) + _MOST_STOPS

    def alone(self, text: str) -> bool:
        """Tells whether a block is nothing but the label."""
        return len(text) <= self._longest and fold(text) in self._folded

    def head(self, text: str) -> int | None:
        """Gives where the words behind a label at the head of the text begin, or None.

        A stop must follow the label (`ACTION: …`, `Action arising – …`), or an owner in brackets and a stop (`Action
        (AB): …`), which are kept; neither `Action Fraud` nor `Action is` has one.
        """
        head = text[: self._longest].casefold()
        for label in self._labels:
            if not head.startswith(label):
                continue
            behind = _NUMBER.sub("", text[len(label) :], count=1)
            bare = behind.lstrip()
            if bare[:1] in {":", "–", "—"} or behind.startswith((" - ", "- ")):
                return len(text) - len(behind.lstrip(_STOPS))
            closing = bare.find(")", 1, _LONGEST_OWNER)
            if bare[:1] == "(" and bare[closing + 1 :].lstrip()[:1] in {":", "–", "—", "-"}:
                return len(text) - len(bare)
        return None
