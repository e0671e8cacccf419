"""Finds the agenda: every numbered or plainly headed section, as a tree."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph_loader.annotate.action_tables import ActionTables
from graph_loader.annotate.extensions import blocks_of, char_span, evidence_at, source_offsets, text_of
from graph_loader.annotate.headings import Heading, HeadingReader
from graph_loader.annotate.numbered_actions import NumberedActions
from graph_loader.annotate.owners import owners_before_to, owners_only
from graph_loader.annotate.profile import load_profile
from graph_loader.model.ids import fold
from graph_loader.model.layout import Block
from graph_loader.model.record import Evidence, Item

_STARTS = "kg_item_starts"
_PROSE_WORDS = 30
_STOPS = {":", "-", "–", "—", "."}
_DOTTED = re.compile(r"(\d{1,2})((?:\.\d{1,2})*)([a-z]?)")


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Ties a record item to where its heading stands: characters of the `Doc`."""

    item: Item
    start_char: int
    end_char: int


@Language.factory(
    "kg_agenda", assigns=["doc._.items"], requires=["doc.sents", "doc._.actors"], default_config={"profile": "general"}
)
def create_agenda(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that finds the agenda items."""
    loaded = load_profile(profile)
    reader, lists = HeadingReader(loaded), NumberedActions(loaded)

    def agenda(doc: Doc) -> Doc:
        tables = ActionTables(doc, loaded)
        blocks = [(span, block) for span, block in blocks_of(doc) if not tables.holds(block)]
        entries = lists.entries(blocks)
        blocks = [(span, block) for span, block in blocks if block.start not in entries]
        numbering = _Numbering()
        headings = [*reader.headings(blocks, _first_block([block for _, block in blocks], doc))]
        listed = {mark.start for person in doc._.people for mark in person.mentions if mark.rule == "attendance"}
        people = [_is_of_people(doc, heading, listed) for heading in headings]
        doc._.items = tuple(
            _agenda_item(doc, heading, numbering)
            for at, heading in enumerate(headings)
            if not people[at] or _is_counted(headings, people, at)
        )
        return doc

    return agenda


def item_at(doc: Doc, start_char: int) -> str | None:
    """Gives the id of the agenda item under which a character of the `Doc` stands, None before the first."""
    entry = _last_before(doc, start_char)
    return entry.item.id if entry else None


def behind_heading(sentence: Span) -> Span | None:
    """Gives what of a sentence stands behind a heading that runs into it: all of most, nothing of a heading alone."""
    doc, entry = sentence.doc, _last_before(sentence.doc, sentence.start_char)
    end_char = entry.end_char if entry else 0
    if sentence.start_char >= end_char:
        return sentence
    start = sentence.start
    while start < sentence.end and (
        doc[start].idx < end_char or (start > sentence.start and doc[start].text in _STOPS)
    ):
        start += 1
    return doc[start : sentence.end] if start < sentence.end else None


def _last_before(doc: Doc, char: int) -> AgendaItem | None:
    """Gives the last agenda item that begins at a character of the `Doc` or before it."""
    if _STARTS not in doc.user_data:
        doc.user_data[_STARTS] = [entry.start_char for entry in doc._.items], doc._.items
    starts, items = doc.user_data[_STARTS]
    at = bisect_right(starts, char)
    return items[at - 1] if at else None


def _is_of_people(doc: Doc, heading: Heading, listed: set[int]) -> bool:
    """Tells `CC to report back`, a list of names, and one of those listed as there, from a heading."""
    span = char_span(doc, heading.start_char, heading.end_char)
    if source_offsets(doc, heading.start_char, heading.end_char)[0] in listed:
        return True
    if owners_before_to(span, doc._.actors).text:
        return True
    owners = owners_only(span, doc._.actors)
    if owners is None or not owners.actors or (heading.number and _is_post(doc, span.text)):
        return False
    return all(actor.kind == "person" for actor in owners.actors)


def _is_counted(headings: list[Heading], people: list[bool], at: int) -> bool:
    """Tells an item that is called by a name alone, `4. Jo Hale`, by the items 3 and 5 beside it that are not."""
    if not 0 < at < len(headings) - 1 or people[at - 1] or people[at + 1] or headings[at].run_in:
        return False
    numbers = [heading.number for heading in headings[at - 1 : at + 2]]
    if not all(number.isdigit() for number in numbers):
        return False
    before, number, after = map(int, numbers)
    return before + 1 == number == after - 1


def _is_post(doc: Doc, title: str) -> bool:
    """Tells the item `7.2 General Manager`, which is that post's report, from a list of people."""
    return any(fold(title) == fold(person.role or "") for person in doc._.people)


def _first_block(blocks: list[Block], doc: Doc) -> int:
    """Gives the number of the first block behind the head of the minutes and its attendance list.

    The head ends behind the last block that names the meeting's own date, place or people, as far as these stand
    before any block of running prose (an attendance list at the end of a document is no head), and behind the short
    plain lines that go on with it.
    """
    head = sorted(mark.start for mark in _head_evidence(doc))
    first = 0
    for at, block in enumerate(blocks):
        mark = bisect_left(head, block.start)
        if mark < len(head) and head[mark] < block.end:
            first = at + 1
        elif len(block.text.split()) > _PROSE_WORDS:
            break
    while 0 < first < len(blocks) and _goes_on_with_head(blocks[first], blocks[first + 1 : first + 2]):
        first += 1
    return first


def _goes_on_with_head(block: Block, following: list[Block]) -> bool:
    """Tells the short plain lines of the head from a line with a colon above running prose, which is an item."""
    if block.text.rstrip().endswith(":") and any(len(other.text.split()) > _PROSE_WORDS for other in following):
        return False
    return not block.marker and not block.emphasis and block.kind != "heading" and len(block.text.split()) <= 6


def _head_evidence(doc: Doc) -> Iterator[Evidence]:
    for name, mark in (doc._.meeting.evidence if doc._.meeting else {}).items():
        if not name.startswith(("next_meeting", "theme")):
            yield mark
    for person in doc._.people:
        if person.attendance != "mentioned":
            # A log names its speakers all the way down.
            yield from (mark for mark in person.mentions[:1] if mark.rule != "speaker_label")


@dataclass(slots=True)
class _Numbering:
    """Keeps the tree: which numbered item is open, and which run of restarted numbers stands under it."""

    taken: set[str] = field(default_factory=set)
    top: int = 0
    numbered: str | None = None
    run_parent: str | None = None
    run_last: int = 0

    def place(self, number: str) -> tuple[str, str | None]:
        """Gives id and parent of the next heading with this printed number, or none."""
        if "/" in number:
            # Minutes that are numbered through a year: `14/23`.
            self.run_parent, self.numbered = None, self._unique(number)
            return self.numbered, None
        match = _DOTTED.fullmatch(number)
        if not number or match is None:
            return self._under(self.numbered, number)
        whole, dots, letter = int(match[1]), match[2], match[3]
        if dots or letter:
            return self._dotted(number, f"{whole}{dots.rpartition('.')[0]}" if not letter else f"{whole}{dots}")
        if self.run_parent is not None and whole == self.run_last + 1:
            return self._in_run(whole)
        # A run under an item begins with 1; a number that comes twice, or back, is a slip of the writer's.
        if whole > self.top or whole > 1:
            self.top, self.run_parent = max(whole, self.top), None
            self.numbered = self._unique(str(whole))
            return self.numbered, None
        self.run_parent = self.numbered
        return self._in_run(whole)

    def _in_run(self, whole: int) -> tuple[str, str | None]:
        self.run_last = whole
        self.numbered = self._unique(f"{self.run_parent}.{whole}")
        return self.numbered, self.run_parent

    def _dotted(self, number: str, parent: str) -> tuple[str, str | None]:
        """Places `2.1`, `2.1.1` or `4c`; numbers that do not fit the open item stand under it as they are."""
        self.run_parent = None
        top = str(self.top)
        if self.top and not re.match(rf"{top}\b|{top}[a-z]", number):
            number, parent = f"{top}.{number}", f"{top}.{parent}"
        while parent and parent not in self.taken:
            parent = parent.rpartition(".")[0]
        self.numbered = self._unique(number)
        return self.numbered, parent or None

    def _under(self, parent: str | None, number: str) -> tuple[str, str | None]:
        base = parent or ""
        if number:
            return self._unique(f"{base}{number.lower()}"), parent
        letters = "abcdefghijklmnopqrstuvwxyz"
        ids = (base + first + second for first in ("", *letters) for second in letters)
        return self._unique(next((id for id in ids if id not in self.taken), f"{base}z")), parent

    def _unique(self, id: str) -> str:
        candidate, copy = id, 1
        while candidate in self.taken:
            copy += 1
            candidate = f"{id}-{copy}"
        self.taken.add(candidate)
        return candidate


def _agenda_item(doc: Doc, heading: Heading, numbering: _Numbering) -> AgendaItem:
    title = text_of(doc)[heading.start_char : heading.end_char]
    id, parent = numbering.place(heading.number)
    mark = evidence_at(doc, heading.start_char, heading.end_char, "agenda.heading")
    item = Item(id=id, number=heading.number or None, title=title, parent=parent, **asdict(mark))
    return AgendaItem(item, heading.start_char, heading.end_char)
