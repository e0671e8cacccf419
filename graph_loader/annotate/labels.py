"""Finds the labels under which minutes record actions, findings and next steps, alone on a line or run in."""

import re
from collections.abc import Iterable

from graph_loader.model.ids import fold

_NUMBER = re.compile(r"^ ?#?\d[\d/.]{0,8}[a-z]?(?![a-z])")
"""The number of an action, which may stand between its label and the stop."""
_ASKED = re.compile(r"Q\.? ?\d{0,3}[.:)]? (?:[-–—] )?")
_CREDIT = re.compile(r"[ \t]*[(\[][^()\[\]]{1,40}[)\]]\.?$")
"""Who asked, in brackets behind a question: `Q: Is it new? (AB)`."""
_RUN_ON = re.compile(r"\? [(\[][^()\[\]]{1,40}[)\]] A ?\d{0,3}[.:]")
"""The same with the answer in the same paragraph."""
_MOST_NUMBER = 11
_STOPS = ":–—-. \t"
_MOST_STOPS = 6
_LONGEST_LABEL = 120
"""No label has so many characters."""
_LEADS_IN = (":", ":-", "–", "—", " -")
_LONGEST_OWNER = 40
_SHORT_FORM = 4
_PAPERS = frozenset({"plan", "plans", "log", "list", "tracker", "note", "notes", "sheet", "item", "point"})
_AND = frozenset({"and", "&", "/", "+"})


class Labels:
    """Knows the printed forms of one kind of label."""

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = tuple(sorted((label.casefold() for label in labels), key=len, reverse=True))
        self._folded = frozenset(fold(label) for label in self._labels)
        self._first_words = frozenset(label.split()[0].rstrip("s") for label in self._labels)
        self._longest = max(map(len, self._labels), default=0) + _MOST_STOPS

    def may_head(self, text: str) -> bool:
        """Tells whether any of the labels may stand somewhere in a text, so that it is worth looking for them."""
        folded = text.casefold()
        return any(word in folded for word in self._first_words)

    def alone(self, text: str) -> bool:
        """Tells whether a block is nothing but the label, or the label and its number: `RESOLVED 19/42 –`."""
        if len(text) > self._longest + _MOST_NUMBER:
            return False
        label = text.rstrip(_STOPS).rpartition(" ")
        return fold(text) in self._folded or (
            _NUMBER.fullmatch(label[2]) is not None and fold(label[0]) in self._folded
        )

    def lead_in(self, text: str) -> str | None:
        """Gives what opens each entry of the list into which a paragraph leads, None where it leads into none.

        That is `that` behind `RESOLVED that:`, `to` behind `RESOLVED to:`, and nothing behind the label alone, as in
        `It was moved by Cllr Hale and RESOLVED:`.
        """
        if len(text) > _LONGEST_LABEL and not text.rstrip().endswith(_LEADS_IN):
            return None
        bare = text.rstrip(" :-–—")
        opener = next((word for word in ("that", "to") if bare.casefold().endswith(f" {word}")), "")
        bare = bare[: len(bare) - len(opener)].rstrip(" :-–—")
        if self.alone(bare if opener else text):
            return opener
        if not text.rstrip().endswith(_LEADS_IN):
            return None
        words = (bare[: bare.rfind("(")] if bare.endswith(")") else bare).split()
        is_label = bool(words) and (words[-1].isupper() or len(words) == 1) and self.alone(words[-1])
        return opener if is_label else None

    def head(self, text: str) -> int | None:
        """Gives where the words behind a label at the head of the text begin, or None.

        A stop must follow the label (`ACTION: …`, `Action arising – …`), or an owner in brackets and a stop (`Action
        (AB): …`), which are kept, and so are names behind a label in capitals (`ACTION Ann: …`); neither `Action Fraud`
        nor `Action is` has one.
        """
        head = text[: self._longest].casefold()
        if not head.startswith(self._labels):
            return None
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
            names, colon, _ = bare[:_LONGEST_OWNER].partition(":")
            if colon and behind[:1] == " " and len(label) > 1 and text[: len(label)].isupper() and _are_names(names):
                return len(text) - len(bare)
        return None

    def before_name(self, text: str) -> int | None:
        """Gives where the words behind a label begin that no stop ends, if they begin like a name: `Action AB`."""
        head = text[: self._longest].casefold()
        label = next((form for form in self._labels if head.startswith(f"{form} ")), None)
        behind = text[len(label) :].lstrip() if label else ""
        return len(text) - len(behind) if behind[:1].isupper() else None


def question_label(text: str) -> str:
    """Gives the label in front of a printed question, `Q. ` or `Q1: `; that of its answer is the same but for the Q."""
    text = text.rstrip()
    is_asked = _CREDIT.sub("", text).endswith("?") or _RUN_ON.search(text) is not None
    asked = _ASKED.match(text) if is_asked else None
    return asked.group() if asked else ""


def _are_names(text: str) -> bool:
    """Tells whether words between a label and a colon may be names: `Ann`, `Ann and Bo`, but no PLAN."""
    words = text.replace("/", " / ").replace(",", " ").split()
    named = [word for word in words if word not in _AND]
    return bool(named) and not _PAPERS & set(text.lower().split()) and all(map(_may_be_name, named))


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and (len(word) <= _SHORT_FORM or not word.isupper())
