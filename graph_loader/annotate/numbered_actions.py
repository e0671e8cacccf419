"""Tells the entries of a numbered list of actions from agenda items, which are numbered as well."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from graph_loader.annotate.labels import Labels
from graph_loader.annotate.owners import owners_before_to, owners_behind, owners_in_front
from graph_loader.annotate.profile import Profile
from graph_loader.model.layout import Block

_FEWEST = 2
"""How many entries at least make a list."""
_COUNT = re.compile(r"(\W*)(\d{1,2})(\W*)")


class NumberedActions:
    """Knows by the words of one profile what is an entry of a list of actions."""

    def __init__(self, profile: Profile) -> None:
        self._labels = Labels(profile.commitments.action_labels)
        self._deeds = frozenset(profile.commitments.deeds)

    def entries(self, blocks: Sequence[tuple[Span, Block]]) -> set[int]:
        """Gives where the entries stand that are counted from 1 right below the label of a list of actions.

        `1. Write to the owners (AB)` is one, and none that tells neither a deed nor whose it is.
        """
        found: set[int] = set()
        for at, (_, block) in enumerate(blocks):
            if self._labels.alone(block.text):
                below = list(self._counted(blocks[at + 1 :]))
                found |= set(below) if len(below) >= _FEWEST else set()
        return found

    def _counted(self, blocks: Sequence[tuple[Span, Block]]) -> Iterator[int]:
        form = None
        for number, (span, block) in enumerate(blocks, 1):
            count = _COUNT.fullmatch(block.marker)
            if count is None or int(count[2]) != number or not self._is_action(span):
                return
            form = form or (count[1], count[3])
            if (count[1], count[3]) != form:
                return
            yield block.start

    def _is_action(self, span: Span) -> bool:
        index = span.doc._.actors
        is_owned = any(found.actors for found in (owners_in_front(span, index)[0], owners_behind(span, index)))
        return is_owned or bool(owners_before_to(span, index).text) or span[0].lower_ in self._deeds
