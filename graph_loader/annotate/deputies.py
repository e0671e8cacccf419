"""Parts a list of apologies from those in its brackets who came instead: `Jo Hale, Clerk (Bo Ash deputising)`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from graph_loader.annotate.alternatives import alternatives
from graph_loader.annotate.fields import Line
from graph_loader.annotate.profile_structure import Minutes

_OPEN, _CLOSE = "([", ")]"


class DeputyReader:
    """Knows by which words a profile's minutes say that somebody came in another's place."""

    def __init__(self, minutes: Minutes) -> None:
        before, behind = alternatives(minutes.deputies_before), alternatives(minutes.deputies_behind)
        self._before = re.compile(rf"(?:{before})\b[:.\s-]*", re.IGNORECASE)
        self._behind = re.compile(rf"(?<![,\s–-])[,\s–-]+(?:{behind})\.?$", re.IGNORECASE)

    def parted(self, line: Line, names: Callable[[Line], object]) -> tuple[Line, list[Line]]:
        """Gives a line with blanks for such brackets, as long as it was, and the words in them that `names` can read.

        A `Deputy Director` in brackets is whoever stands before them.
        """
        text, deputies = line.text, list[Line]()
        for start, end in _brackets(text):
            inside = line.part(start + 1, end - 1)
            before, behind = self._before.match(inside.text), self._behind.search(inside.text)
            if before or behind:
                first, last = before.end() if before else 0, behind.start() if behind else None
                who = inside.part(first, last)
                named = bool(who.text) and bool(names(who))
                deputies += [who] if named else []
                if not named and not (behind and inside.text.islower()):
                    continue
                text = text[:start] + " " * (end - start) + text[end:]
        return replace(line, text=text), deputies


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yields where the brackets open and close that stand in no others."""
    deep, start = 0, 0
    for at, char in enumerate(text):
        if char in _OPEN:
            start = at if not deep else start
            deep += 1
        elif char in _CLOSE and deep:
            deep -= 1
            if not deep:
                yield start, at + 1
