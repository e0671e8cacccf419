"""Finds the times that a document speaks of and resolves them against the day of its meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from graph_loader.annotate.date_parsing import is_month_first
from graph_loader.annotate.date_resolvers import Anchor, DateKind
from graph_loader.annotate.extensions import blocks_of, text_in, text_of
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.relative_dates import find_dates
from graph_loader.annotate.sentences import sentences_of
from graph_loader.model.record import Meeting


@dataclass(frozen=True, slots=True)
class DateMention:
    """Is one time expression: 0-based, end-exclusive characters of the `Doc`, the value in ISO 8601 or EDTF."""

    start_char: int
    end_char: int
    value: str
    kind: DateKind


@Language.factory(
    "kg_dates",
    assigns=["doc._.dates"],
    requires=["doc.sents", "doc._.meeting"],
    default_config={"profile": "general"},
)
def create_dates(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that finds the dates."""
    fiscal_year_month = load_profile(profile).minutes.fiscal_year_month

    def dates(doc: Doc) -> Doc:
        anchor = anchor_of(doc._.meeting, fiscal_year_month)
        month_first = is_month_first(text_of(doc))
        doc._.dates = tuple(
            DateMention(sent.start_char + found.start, sent.start_char + found.end, found.value, found.kind)
            for block, _ in blocks_of(doc)
            for sent in sentences_of(block)
            for found in find_dates(text_in(sent), anchor, month_first)
        )
        return doc

    return dates


def anchor_of(meeting: Meeting | None, fiscal_year_month: int | None) -> Anchor:
    """Gives what the times of a document are resolved against."""
    day = date.fromisoformat(meeting.date) if meeting and meeting.date and len(meeting.date) == 10 else None
    following = meeting.next_meeting.date if meeting and meeting.next_meeting else None
    return Anchor(day, following, fiscal_year_month, (meeting.series if meeting else None) or "")
