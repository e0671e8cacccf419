"""Gives what stands around a block in which an action is read: the column beside it, the lines above and below."""

from collections.abc import Collection

from spacy.tokens import Doc, Span

from graph_loader.annotate.owners import Owners, owners_only
from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.sentences import is_quotation, sentences_of
from graph_loader.annotate.words import words_of
from graph_loader.model.layout import Block


class Place:
    """Is one block with what stands around it."""

    def __init__(self, doc: Doc, blocks: list[tuple[Span, Block]], at: int) -> None:
        self.doc, self._blocks, self._at = doc, blocks, at
        self.span, self._block = blocks[at]
        self.text = self._block.text

    def beside(self) -> Owners | None:
        """Reads the owner column level with the block: the next block, when it is one and stands in the same row.

        A wording that is only quoted below the block belongs to it.
        """
        if self._at + 1 >= len(self._blocks):
            return None
        after = self._at + 1 + (self._at + 2 < len(self._blocks) and is_quotation(self._blocks[self._at + 1][1].text))
        here, (beside, following) = self._block, self._blocks[after]
        if following.kind != "action_column" or (here.table, here.row) != (following.table, following.row):
            return None
        return owners_only(beside, self.doc._.actors)

    def beside_line(self, step: int) -> Span | None:
        """Gives the block that stands some blocks further on, if there is one."""
        at = self._at + step
        return self._blocks[at][0] if 0 <= at < len(self._blocks) else None

    def order_behind(self, deeds: Collection[str]) -> Span | None:
        """Gives the next block, if it says what to do: `Action: AB`, and below it `Share the results.`."""
        if self._at + 1 >= len(self._blocks):
            return None
        span, block = self._blocks[self._at + 1]
        ends_here = self.span.text.rstrip().endswith(tuple(".:;")) is False
        return span if block.kind != "action_column" and ends_here and span[0].lower_ in deeds else None

    def sentence_before(self, sentence: Span, tasks: PhraseTable) -> Span | None:
        """Gives the sentence in front of another, in its block or one before: the last with a task, or the last."""
        for block, _ in reversed(self._blocks[max(0, self._at - 2) : self._at + 1]):
            earlier = [found for found in sentences_of(block) if found.end <= sentence.start and len(found) > 3]
            if earlier:
                return next((each for each in reversed(earlier) if sets_task(each, tasks)), earlier[-1])
        return None


def sets_task(sentence: Span, tasks: PhraseTable) -> bool:
    """Tells whether a sentence sets a task by one of the phrases: `It should be sold`."""
    words = words_of(sentence.doc).lowers[sentence.start : sentence.end]
    found = (tasks.match(words, at) for at, word in enumerate(words) if tasks.may_begin(word))
    # `We should have acted sooner` tells what is past.
    return any(words[match[1] : match[1] + 1] != ["have"] for match in found if match is not None)
