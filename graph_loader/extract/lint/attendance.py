"""Finds people who are listed both as present and as absent."""

import re
from collections.abc import Iterator

from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.profile_structure import Minutes
from graph_loader.extract.lint.finding import Finding
from graph_loader.model.layout import Block, Layout
from graph_loader.model.record import Evidence, Record

_NEAR = 60
_LATE = re.compile(r"\blate(?:r|ness)?\b", re.IGNORECASE)


def present_and_absent(layout: Layout, record: Record) -> Iterator[Finding]:
    """Finds people on the list of those present who are on that of apologies too, and were not there for a part."""
    lists = _Lists(layout, load_profile(record.profile).minutes)
    for person in record.people:
        listed = {lists.of(mention): mention for mention in person.mentions if mention.rule == "attendance"}
        if "present" in listed and "apologies" in listed and not any(map(lists.is_partial, listed.values())):
            absent = listed["apologies"]
            advice = f"{person.name} is listed as present too: find out which is right."
            yield Finding("present_and_absent", absent.reading, absent.start, absent.end, advice)


class _Lists:
    """Knows where the lists of people, and what else is labelled, begin in one document."""

    def __init__(self, layout: Layout, minutes: Minutes) -> None:
        self._names = {form.casefold(): name for name, forms in minutes.labels.items() for form in forms}
        labels = "|".join(re.escape(form) for form in sorted(self._names, key=len, reverse=True))
        head, inside = rf"^\W{{0,3}}(?:\d{{1,2}}\W{{1,2}})?({labels})\b", rf"(?<=\s)({labels})\s?:"
        self._label = re.compile(f"{head}|{inside}", re.IGNORECASE)
        notes = "|".join(map(re.escape, minutes.presence_notes))
        self._partial = re.compile(rf"\b(?:{notes})\b", re.IGNORECASE)
        self._layout = layout
        self._starts = [place for block in layout.blocks for place in self._labels(block)]

    def of(self, mention: Evidence) -> str | None:
        """Gives under which label a mention stands: the last one before it."""
        return next((name for start, name in reversed(self._starts) if start <= mention.start), None)

    def is_partial(self, mention: Evidence) -> bool:
        """Tells whether the words around a mention say that somebody was there for a part, or late."""
        text = self._layout.text
        around = text[max(mention.start - _NEAR, 0) : mention.end]
        return bool(_LATE.search(around) or self._partial.search(text, mention.start, mention.end + _NEAR))

    def _labels(self, block: Block) -> Iterator[tuple[int, str]]:
        for match in self._label.finditer(block.text):
            form = match[1] or match[2]
            yield block.offsets[match.start()], self._names[form.casefold()]
