"""Finds who promised what by when: formal actions, promises in the text and next steps, each once."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.action_numbers import numbers_of
from graph_loader.annotate.actions import ActionReader, Undertaking
from graph_loader.annotate.agenda import item_at
from graph_loader.annotate.assignments import AssignmentReader
from graph_loader.annotate.due import Due
from graph_loader.annotate.due_dates import DueReader
from graph_loader.annotate.extensions import evidence_at, source_offsets
from graph_loader.annotate.notices import is_agenda
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.promises import PromiseReader
from graph_loader.annotate.resolutions import ResolutionReader
from graph_loader.model.record import Commitment

_LABELLED = {"action.labelled", "action.table", "action.column", "action.resolved", "next_step.label"}
"""Rules that go by what only minutes print: such an action is one wherever it stands."""
_COUNTED = {"action.listed", "action.labelled", "action.table"}
"""Rules that find actions in lists, which may be counted: `3. AB to write`, `Action 3: AB to write`."""


@Language.factory(
    "kg_commitments",
    assigns=["doc._.commitments"],
    requires=["doc.sents", "doc._.actors", "doc._.items", "doc._.exchanges", "doc._.statements", "doc._.dates"],
    default_config={"profile": "general"},
)
def create_commitments(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that finds commitments."""
    loaded = load_profile(profile)
    due = DueReader(loaded)
    resolutions, assignments = ResolutionReader(loaded), AssignmentReader(loaded)
    actions, promises = ActionReader(loaded), PromiseReader(loaded)

    def commitments(doc: Doc) -> Doc:
        found = actions.read(doc)
        found += _outside(resolutions.read(doc), found)
        found += _outside(assignments.read(doc), found)
        found += _outside(promises.read(doc), found)
        if is_agenda(doc):
            found = [each for each in found if each.rule in _LABELLED]
        ordered = sorted(found, key=lambda undertaking: undertaking.start_char)
        starts = [source_offsets(doc, each.start_char, each.end_char)[0] for each in ordered]
        numbers = numbers_of(doc._.layout.text, starts, [each.rule in _COUNTED for each in ordered])
        doc._.commitments = tuple(
            _commitment(doc, each, f"c{i}", due.read(doc, each), number)
            for i, (each, number) in enumerate(zip(ordered, numbers, strict=True), 1)
        )
        return doc

    return commitments


def _outside(more: Iterable[Undertaking], taken: Collection[Undertaking]) -> list[Undertaking]:
    """Gives the undertakings that share no character with what is taken already."""
    covered = sorted((each.start_char, each.end_char) for each in taken)
    starts = [start for start, _ in covered]
    # The furthest end of all that begin up to here: what is taken may overlap.
    ends = list(accumulate((end for _, end in covered), max))
    return [each for each in more if not (at := bisect_left(starts, each.end_char)) or ends[at - 1] <= each.start_char]


def _commitment(doc: Doc, found: Undertaking, id: str, due: Due | None, number: str | None) -> Commitment:
    return Commitment(
        **asdict(evidence_at(doc, found.start_char, found.end_char, found.rule)),
        id=id,
        item=item_at(doc, found.start_char),
        kind=found.kind,
        strength=found.strength,
        owners=found.owners.actors,
        owner_text=found.owners.text,
        due_text=due.text if due else None,
        due_date=due.date if due else None,
        number=number if found.kind == "action" else None,
    )
