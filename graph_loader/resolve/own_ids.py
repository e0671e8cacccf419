"""Gives the ids of what one document alone says: its words, counted where they come again."""

from collections import Counter

from graph_loader.model.ids import fold, stable_id
from graph_loader.model.record import Evidence


class OwnIds:
    """Gives ids in the order in which a document's facts of a label are gone through."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._seen: Counter[tuple[str, str]] = Counter()

    def next(self, label: str, evidence: Evidence) -> str:
        """Gives the id of the next fact of a label."""
        words = fold(evidence.quote) or evidence.quote
        self._seen[label, words] += 1
        return stable_id(label.lower(), self._document, words, str(self._seen[label, words]))
