"""Finds formally recorded actions: behind a label, under a heading of actions, beside an owner, or as `XX to do Y`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from graph_loader.annotate.action_status import ActionStatus
from graph_loader.annotate.action_tables import ActionRow, ActionTables
from graph_loader.annotate.agenda import behind_heading, item_at
from graph_loader.annotate.due import DueWords, due_within
from graph_loader.annotate.extensions import blocks_of, char_span, source_offsets, text_in, text_of
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.owners import (
    NOBODY,
    Owners,
    owners_before_to,
    owners_before_will,
    owners_behind,
    owners_in_front,
    owners_last,
    owners_named,
    owners_only,
)
from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.places import Place, sets_task
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import is_quotation, sentences_of
from graph_loader.annotate.words import words_of
from graph_loader.model.ids import fold
from graph_loader.model.layout import Block
from graph_loader.model.record import CommitmentKind, Strength

_LABEL = 40
"""In how many characters at the head of a sentence a label is looked for."""
_CODE = re.compile(r"(?:ACTION|Action|Action for|ACTION FOR|AP? ?\d{1,3}[a-z]?[:.]?|Action \d{1,3}[a-z]?) ")
_FORM_LINES = 3
"""How many lines below an action say whose it is, when it is due and how it stands."""
_OWNER_WORDS = 8
"""A sentence longer than this is more than a label and an owner."""
_CLAUSE_MARKS = frozenset({";", "–", "—"})
_MOST_WORDS = 80
"""A paragraph longer than this under a heading of actions is prose again, no action."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Is one commitment as found: characters of the `Doc`, its kind, its owners and the rule that found it."""

    kind: CommitmentKind
    start_char: int
    end_char: int
    owners: Owners
    rule: str
    strength: Strength = "firm"
    due_span: Span | None = None
    """Where the due date stands, when it is not in the words themselves."""
    due_clause: Span | None = None
    """Which of the words the due date is looked for in first: another promise of the sentence may have its own."""
    due_not_in: Span | None = None
    """Which of the words tell of another's promise, whose due date is not this one's."""


class ActionReader:
    """Finds actions and next steps with the labels of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._labels = Labels(profile.commitments.action_labels)
        self._decisions = Labels(profile.commitments.resolution_labels)
        self._next_steps = Labels(profile.commitments.next_step_labels)
        self._tasks = PhraseTable({"task": [*profile.commitments.tasks, *profile.commitments.set_tasks]})
        self._deeds, self._due_words = frozenset(profile.commitments.deeds), DueWords.of(profile.commitments)
        self._status = ActionStatus(profile)
        self._owned, self._dated = Labels(profile.commitments.owner_heads), Labels(profile.commitments.due_heads)
        self._owner_heads = frozenset(head.casefold() for head in profile.commitments.owner_heads)
        self._invited = frozenset(profile.commitments.invited)
        self._endings = tuple(fold(text) for text in (*profile.commitments.endings, *profile.minutes.next_meeting))

    def read(self, doc: Doc) -> list[Undertaking]:
        """Gives the actions and next steps of a document in order."""
        tables = ActionTables(doc, self._profile)
        blocks = blocks_of(doc)
        found = [_from_row(row, doc) for row in tables.rows()]
        listing, bulleted, stepping, item = False, False, False, None
        for at, (span, block) in enumerate(blocks):
            if tables.holds(block):
                continue
            here = item_at(doc, span.end_char - 1)
            if here != item or self._next_steps.alone(block.text) or self._decisions.lead_in(block.text) is not None:
                listing, stepping, item = False, False, here
            if self._next_steps.alone(block.text):
                stepping = True
            elif stepping and block.kind == "bullet":
                found.append(replace(_action(Place(doc, blocks, at), span, "next_step.listed"), kind="next_step"))
            elif self._labels.alone(block.text):
                listing, bulleted = block.kind != "action_column" and not _is_head_cell(blocks, at), False
            elif listing and bulleted and not block.marker and block.kind == "paragraph" and not self._is_entry(span):
                # A list of bullets is over with the paragraph behind it.
                listing = False
                found += self._in_block(Place(doc, blocks, at), listing)
            elif block.kind == "action_column":
                found += self._in_column(Place(doc, blocks, at))
            else:
                place = Place(doc, blocks, at)
                new = list(self._in_block(place, listing))
                listing, bulleted = listing and bool(new), bulleted or block.kind == "bullet"
                if not new:
                    _give_owners(found, place, item)
                found += new
        # `Action by: AB`, and below it in a list of actions what AB is to do.
        return list({(each.start_char, each.end_char): each for each in reversed(found)}.values())[::-1]

    def _in_column(self, place: Place) -> Iterator[Undertaking]:
        """Yields what a column of actions tells in full: `AB to write to the owners`, not only whose it is."""
        for sentence in sentences_of(place.span):
            for clause, owners in self._owners_first(place, sentence):
                yield Undertaking("action", clause.start_char, clause.end_char, owners, "action.owner_to")

    def _is_entry(self, span: Span) -> bool:
        """Tells whether a paragraph begins as an action of a list does: with a deed or an owner."""
        return span[0].lower_ in self._deeds | {"to"} or bool(_action_owners(span).actors)

    def _in_block(self, place: Place, listing: bool) -> Iterator[Undertaking]:
        sentences = [sentence for whole in sentences_of(place.span) if (sentence := behind_heading(whole)) is not None]
        may_be = sentences if self._labels.may_head(place.text) else []
        labelled = [(each, head) for each in may_be if (head := self._head(each)) is not None]
        for sentence in sentences[: sentences.index(labelled[0][0]) if labelled else None]:
            text = text_in(sentence)
            if self._next_steps.head(text) is not None or fold(text[:_LABEL]).startswith("next steps "):
                yield Undertaking("next_step", sentence.start_char, sentence.end_char, NOBODY, "next_step.label")
        if labelled:
            ends = [*(each.start_char for each, _ in labelled[1:]), place.span.end_char]
            for (sentence, head), end in zip(labelled, ends, strict=True):
                yield from self._labelled(place, sentence, head, end)
            return
        if listing and len(place.span) <= _MOST_WORDS:
            if not (
                self._status.says_none(place.span.text)
                or self._status.is_closed(place.span)
                or self._ends_meeting(place.text)
            ):
                yield _action(place, _without_number(place.span), "action.listed")
            return
        coded = self._coded(place)
        if coded is not None:
            yield coded
            return
        yield from self._unlabelled(place)

    def _head(self, sentence: Span) -> int | None:
        """Gives the character behind the label at the head of a sentence, None where it has no label."""
        text = text_in(sentence)
        bracket = len(text) - len(text.lstrip("(["))
        size = self._labels.head(text[bracket:])
        size = size + bracket if size is not None else self._names_owner(sentence)
        return sentence.start_char + size if size is not None else None

    def _names_owner(self, sentence: Span) -> int | None:
        """Gives where the owner stands in a sentence that is a label and an owner with no stop between: `Action AB`."""
        size = self._labels.before_name(text_in(sentence)) if len(sentence) <= _OWNER_WORDS else None
        if size is None:
            return None
        rest = char_span(sentence.doc, sentence.start_char + size, sentence.end_char)
        owners = owners_only(rest, sentence.doc._.actors)
        return size if owners is not None and owners.actors else None

    def _unlabelled(self, place: Place) -> Iterator[Undertaking]:
        """Yields `XX to do Y` sentences, else the last sentence that sets a task in a block with an owner beside it."""
        if is_quotation(place.text):
            return
        beside, found = place.beside(), False
        last: Span | None = None
        for whole in sentences_of(place.span):
            sentence = behind_heading(whole)
            if sentence is None:
                continue
            if sets_task(sentence, self._tasks):
                last = sentence
            for clause, owners in self._owners_first(place, sentence):
                found = True
                yield Undertaking("action", clause.start_char, clause.end_char, beside or owners, "action.owner_to")
        if beside is not None and last is not None and not found:
            yield Undertaking("action", last.start_char, last.end_char, beside, "action.column")

    def _owners_first(self, place: Place, sentence: Span) -> Iterator[tuple[Span, Owners]]:
        """Yields what says `XX to do Y` in a sentence, unless it is an entry of a log and reported on at once."""
        for clause in _clauses(sentence, self._deeds, self._invited):
            owners = owners_before_to(clause, place.doc._.actors)
            is_entry = clause.start > sentence.start or sentence.start == place.span.start
            is_over = self._status.is_closed(clause) or (
                is_entry and self._status.is_reported_on(clause, place.span, owners)
            )
            if owners.text and not is_over:
                yield clause, owners

    def _coded(self, place: Place) -> Undertaking | None:
        """Reads `ACTION AB to write …`, `ACTION Ann: write …` and `A1: AB to write …`, whose label no stop ends."""
        code = _CODE.match(place.text)
        if code is None or code.end() >= len(place.text):
            return None
        rest = char_span(place.doc, place.span.start_char + code.end(), place.span.end_char)
        owners = owners_before_to(rest, place.doc._.actors)
        task = rest
        if not owners.actors:
            owners, task = owners_in_front(rest, place.doc._.actors)
        if not owners.actors:
            return None
        return Undertaking("action", task.start_char, task.end_char, owners, "action.labelled")

    def _labelled(self, place: Place, sentence: Span, start_char: int, end_char: int) -> Iterator[Undertaking]:
        if not text_of(place.doc)[start_char:end_char].strip():
            return
        rest = char_span(place.doc, start_char, end_char)
        if self._status.says_none(rest.text):
            return
        owners, day = owners_only(rest, place.doc._.actors), None
        if owners is None:
            owners, day = self._owners_and_day(rest)
        if owners is None and self._status.is_over(rest, _without_number(rest), place.span):
            return
        if owners is None:
            found = _action(place, _without_number(rest), "action.labelled")
            named = owners_named(rest, place.doc._.actors, self._owner_heads)
            found = found if found.owners.actors or not named.actors else replace(found, owners=named)
            yield self._with_lines_beside(place, found)
            return
        if self._is_above_action(place):
            return
        before = place.sentence_before(sentence, self._tasks)
        is_task = before is not None and sets_task(before, self._tasks)
        task = before if is_task else place.order_behind(self._deeds) or (None if self._is_said(before) else before)
        # Where nothing says what is to be done, the label alone says that somebody is to act.
        start, end = (task.start_char, task.end_char) if task is not None else (sentence.start_char, rest.end_char)
        yield Undertaking("action", start, end, owners, "action.owner_label", due_span=day)

    def _is_above_action(self, place: Place) -> bool:
        """Tells whether an owner alone behind a label belongs to the action on the next line."""
        below = place.beside_line(1)
        at = self._labels.head(text_in(below)) if below is not None else None
        return below is not None and at is not None and self._line(below, self._labels) is None

    def _with_lines_beside(self, place: Place, found: Undertaking) -> Undertaking:
        """Adds the owner and the day that stand on lines of their own: `Action: …`, `Owner: AB`, `Due: 3 May`."""
        above = place.beside_line(-1)
        owners = self._line(above, self._labels) if above is not None and not found.owners.actors else None
        due = found.due_span
        for step in range(1, _FORM_LINES + 1):
            line = place.beside_line(step)
            owned = self._line(line, self._owned) if line is not None else None
            size = self._dated.head(text_in(line)) if line is not None else None
            if line is None or (owned is None and size is None):
                break
            owners = owners or owned
            if size is not None and due is None and len(line) <= _OWNER_WORDS:
                due = char_span(line.doc, line.start_char + size, line.end_char)
        return replace(found, owners=owners if owners and not found.owners.actors else found.owners, due_span=due)

    def _line(self, line: Span, labels: Labels) -> Owners | None:
        """Reads a line that is one of some labels and owners: `Owner: AB`."""
        size = labels.head(text_in(line))
        if size is None or line.start_char + size >= line.end_char:
            return None
        owners = owners_only(char_span(line.doc, line.start_char + size, line.end_char), line.doc._.actors)
        return owners if owners is not None and owners.actors else None

    def _owners_and_day(self, rest: Span) -> tuple[Owners | None, Span | None]:
        """Reads owners and by when, and nothing else: `(Action: Head of Roads by 3 June)`."""
        due = due_within(rest.doc, rest.start_char, rest.end_char, self._due_words)
        if due is None or not text_in(rest).rstrip(" )].").endswith(due.text):
            return None, None
        size = text_in(rest).rindex(due.text)
        named = text_in(rest)[:size].rstrip(" ,;:–—-(")
        if not named:
            return None, None
        owners = owners_only(char_span(rest.doc, rest.start_char, rest.start_char + len(named)), rest.doc._.actors)
        is_known = owners is not None and owners.actors
        return (owners, char_span(rest.doc, rest.start_char + size, rest.end_char)) if is_known else (None, None)

    def _is_said(self, sentence: Span | None) -> bool:
        """Tells whether a sentence that sets no task is what somebody asks or says, and so no action."""
        if sentence is None:
            return False
        said = {(each.start, each.end) for each in sentence.doc._.statements}
        said |= {(each.start, each.end) for x in sentence.doc._.exchanges for each in (x, *x.responses)}
        start, end = source_offsets(sentence.doc, sentence.start_char, sentence.end_char)
        return any(first <= start and end <= last for first, last in said)

    def _ends_meeting(self, text: str) -> bool:
        """Tells whether a block says when the meeting ended or the next one is."""
        folded = fold(text)
        return any(folded.startswith(opening) for opening in self._endings)


def _from_row(row: ActionRow, doc: Doc) -> Undertaking:
    owners = owners_only(row.owner, doc._.actors) if row.owner is not None else None
    owners = owners or owners_before_to(row.action, doc._.actors)
    start, end = row.action.start_char, row.action.end_char
    return Undertaking("action", start, end, owners, "action.table", due_span=row.due)


def _give_owners(found: list[Undertaking], place: Place, item: str | None) -> None:
    """Gives the owner column beside a block with no task in it to the last action, if nobody owns that one yet.

    A column that lost its place in the file stands beside the paragraph that follows its action.
    """
    owners = place.beside()
    if owners is None or not found or found[-1].owners.actors:
        return
    if item_at(place.doc, found[-1].start_char) == item:
        found[-1] = replace(found[-1], owners=owners)


def _without_number(span: Span) -> Span:
    """Gives an entry of a list of actions without the number at its head: `3 CD to write`, `(1): CD to write`."""
    if len(span) > 1 and span[0].is_digit and span[1].text[0].isupper():
        return span[1:]
    if len(span) > 4 and span[0].text == "(" and span[1].is_digit and span[2].text in {")", "):"}:
        return span[3 + (span[3].text == ":") :]
    return span


def _clauses(sentence: Span, deeds: Collection[str], invited: Collection[str]) -> Iterator[Span]:
    """Yields a sentence in the parts that each say who is to do what: `AB to book the hall; CD to write to them`.

    In the middle of a sentence a deed must follow, and behind a comma nobody may be listed before or asked.
    """
    doc, start = sentence.doc, sentence.start
    texts = words_of(doc).texts
    marks = [at for at in range(sentence.start + 1, sentence.end - 3) if texts[at] in _CLAUSE_MARKS]
    marks = marks or _last_comma(sentence, invited)
    for at in marks:
        found = doc._.actors.list_at(at + 1)
        following = [token.lower_ for token in doc[found.end : min(found.end + 2, sentence.end)]] if found else []
        if following[:1] == ["to"] and following[1:] and following[1] in deeds:
            yield doc[start:at]
            start = at + 1
    yield doc[start : sentence.end]


def _last_comma(sentence: Span, invited: Collection[str]) -> list[int]:
    """Gives the last comma of a sentence, if nobody is asked before it: `It could be moved, AB to ask the owner`."""
    words = words_of(sentence.doc)
    comma = next((at for at in range(sentence.end - 4, sentence.start, -1) if words.texts[at] == ","), None)
    if comma is None:
        return []
    before = words.lowers[sentence.start : comma]
    is_list = any(found.end >= comma for found in sentence.doc._.actors.within(sentence.doc[sentence.start : comma]))
    return [comma] if not is_list and not set(invited) & set(before) else []


def _is_head_cell(blocks: list[tuple[Span, Block]], at: int) -> bool:
    """Tells whether a block is the head of one of several columns of a table, with nothing below it in its cell."""
    here = blocks[at][1]
    beside = [block for _, block in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])]
    columns = {each.column for each in beside if (each.table, each.row) == (here.table, here.row)}
    return here.table is not None and bool(columns) and here.column not in columns


def _action_owners(span: Span) -> Owners:
    found, _ = owners_in_front(span, span.doc._.actors)
    return found if found.actors else owners_before_to(span, span.doc._.actors)


def _action(place: Place, span: Span, rule: str) -> Undertaking:
    owners, span = owners_in_front(span, place.doc._.actors)
    if not owners.actors:
        owners = owners_before_to(span, place.doc._.actors)
    if not owners.actors:
        owners = place.beside() or owners_behind(span, place.doc._.actors)
    if not owners.actors:
        owners = owners_last(span, place.doc._.actors)
    if not owners.actors:
        owners = owners_before_will(span, place.doc._.actors)
    return Undertaking("action", span.start_char, span.end_char, owners, rule)
