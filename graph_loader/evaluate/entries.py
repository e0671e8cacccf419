"""Counts what each entry of gold or record is worth in every measure, and notes what is wrong with it."""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, Literal

from graph_loader.evaluate.likeness import Pair

ASKED, PROMISED = "who asked whom what", "who promised what by when"
KINDS = ("action", "promise", "next_step")
RECALL_ONLY = tuple(f"commitments.{kind}" for kind in KINDS)
"""Measures in which nothing can be made up: of the commitments of one kind, how many are found."""
MEASURES = (
    "meeting fields",
    "people",
    "people.role",
    "people.attendance",
    "people.aliases",
    "bodies",
    "programmes",
    "items",
    "questions",
    "questions.asker",
    "questions.addressee",
    "questions.act",
    "answers",
    ASKED,
    "statements",
    "statements.speaker",
    "commitments",
    "commitments.kind",
    "commitments.owner",
    "commitments.due",
    PROMISED,
    *RECALL_ONLY,
)
HEADLINE = ("people", "bodies", "programmes", "items", ASKED, "answers", PROMISED)
"""The measures whose mean F1 is the headline."""
Value = str | AbstractSet[str] | None


@dataclass(frozen=True, slots=True)
class Miss:
    """Is one difference between gold and record: in which measure, of which kind, in which words."""

    measure: str
    kind: Literal["missed", "made up", "differs"]
    words: str
    wanted: str | None = None
    got: str | None = None


@dataclass(slots=True)
class Entry:
    """Is one entry of gold, of the record or of both, with all that it counts."""

    tp: Counter[str] = field(default_factory=Counter)
    fp: Counter[str] = field(default_factory=Counter)
    fn: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def present(self, measure: str, pair: Pair[Any]) -> None:
        """Counts whether an entry is in both; what is borderline counts for nothing."""
        if pair.gold is None:
            self.fp[measure] += 1
            self.misses.append(Miss(measure, "made up", pair.words))
        elif pair.gold.required and pair.found is None:
            self.fn[measure] += 1
            self.misses.append(Miss(measure, "missed", pair.words))
        elif pair.gold.required:
            self.tp[measure] += 1

    def agree(self, measure: str, good: bool, *, told: bool = True) -> bool:
        """Counts what is in both as right, or else as missed and, where something is `told`, as made up; gives `good`.

        What is told and wrong is a mistake twice: the right thing is not found, and a wrong one is in its place.
        """
        self.tp[measure] += good
        self.fn[measure] += not good
        self.fp[measure] += told and not good
        return good

    def compare(self, measure: str, words: str, wanted: Value, got: Value) -> bool:
        """Counts one field of an entry that is in both: right if equal; gives whether it is."""
        good = self.agree(measure, wanted == got, told=bool(got))
        if not good:
            self.differ(measure, words, wanted, got)
        return good

    def differ(self, measure: str, words: str, wanted: Value, got: Value) -> None:
        """Notes that gold and record say something else."""
        self.misses.append(Miss(measure, "differs", words, _shown(wanted), _shown(got)))


def _shown(value: Value) -> str | None:
    return value if isinstance(value, str) or value is None else ", ".join(sorted(value)) or None
