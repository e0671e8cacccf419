"""Gathers what stands under agenda items and nobody is said to have said or promised: `The roof was mended in May.`"""

from bisect import bisect_right
from collections import defaultdict

from spacy.tokens import Doc

from graph_loader.annotate.agenda import behind_heading, item_at
from graph_loader.annotate.extensions import blocks_of, evidence, source_offsets, text_in
from graph_loader.annotate.sentences import sentences_of
from graph_loader.model.record import Evidence, ItemNarrative

_FEWEST_WORDS = 4


def narrative_of(doc: Doc) -> tuple[ItemNarrative, ...]:
    """Gives, for each item that has some, the sentences that no question, answer, statement or commitment holds."""
    spoken = _Spoken(doc)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in (sentence for block, _ in blocks_of(doc) for sentence in sentences_of(block)):
        rest, item = behind_heading(sentence), item_at(doc, sentence.start_char)
        if rest is not None and item is not None and len(rest) >= _FEWEST_WORDS and not text_in(rest).isspace():
            if spoken.holds(*source_offsets(doc, rest.start_char, rest.end_char)):
                continue
            reading = evidence(rest, "narrative").reading
            if len(reading.split()) >= _FEWEST_WORDS:
                found[item].append(reading)
    return tuple(ItemNarrative(item=item, sentences=tuple(sentences)) for item, sentences in found.items())


class _Spoken:
    """Knows which parts of a document are quoted as said or promised."""

    def __init__(self, doc: Doc) -> None:
        said: list[Evidence] = [*doc._.exchanges, *doc._.statements, *doc._.commitments]
        said += [response for exchange in doc._.exchanges for response in exchange.responses]
        self._ends: list[int] = []
        self._starts: list[int] = []
        for start, end in sorted((each.start, each.end) for each in said):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, start: int, end: int) -> bool:
        """Tells whether words between two offsets overlap one of them."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end
