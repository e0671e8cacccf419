"""Finds what a meeting resolved that somebody is to do: `RESOLVED that the Clerk write to the Council`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.extensions import blocks_of, text_in
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.owners import Owners, owners_by
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.words import words_of

_OPENERS = frozenset({"that", "to"})
_OWNER_WORDS = 9
"""How far into a clause the deed of an owner whom no list names is looked for."""
_SIBILANTS = ("s", "sh", "ch", "x")
_MARK = 3
"""How many characters the letter or number of an entry has at most: `(iii)`."""
_MARK_FOLLOWS = frozenset({"that", ":", ";", ",", "and", "–", "—", "-", "."})
_NO_OWNER = frozenset({"to", "be", "of", "a", "the", "for", "and", "is", "are", "was"})
_JOINS = frozenset({"and", ";", ","})


class ResolutionReader:
    """Finds resolutions that set a task, with the labels of one profile; what is only noted or approved sets none."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._labels = Labels(words.resolution_labels)
        self._forms = tuple(sorted((label.casefold() for label in words.resolution_labels), key=len, reverse=True))
        self._longest = max(map(len, self._forms), default=0) + 1
        self._decided, self._modals = frozenset(words.decided), frozenset(words.tasks)
        self._participles = frozenset(words.participles)
        self._ordered_to = frozenset(f"{order.removesuffix('e')}ed" for order in words.orders)
        self._deeds, self._nobodies = frozenset(words.deeds), frozenset(words.nobodies)
        self._deeds_told = frozenset(f"{deed}{'es' if deed.endswith(_SIBILANTS) else 's'}" for deed in words.deeds)
        self._tasks = self._deeds | self._deeds_told | self._modals | {"to", "be"}
        self._decisions, self._orders = frozenset(words.decisions), frozenset(words.orders)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the tasks resolved in a document in order."""
        listing = whole = headed = False
        opener = ""
        for block, detail in blocks_of(doc):
            opened = self._labels.lead_in(detail.text)
            if opened is not None:
                listing, whole, headed, opener = True, bool(opened), True, opened
                continue
            found, whole, headed = False, whole and detail.kind == "bullet", headed and bool(detail.marker)
            for whole_sentence in sentences_of(block):
                sentence = behind_heading(whole_sentence)
                if sentence is None:
                    continue
                clause = sentence if whole else self._clause(sentence, listing) or self._inner_clause(sentence)
                told = self._told_in_capitals(sentence) if clause is None else None
                if told is not None:
                    yield told
                if clause is not None:
                    found = listing = True
                    entries = list(_entries(clause))
                    # `RESOLVED: That (a) … be noted;` goes on in the bullets below it.
                    whole |= entries[0].start > clause.start and clause[0].lower_ == "that"
                    for entry in entries:
                        yield from self._infinitive(entry) if whole and opener == "to" else self._task(entry)
            listing = listing and (found or headed)

    def _clause(self, sentence: Span, listing: bool) -> Span | None:
        """Gives what was resolved: the words behind the label, or a whole sentence of a list under it."""
        if listing and (sentence[0].lower_ in _OPENERS or self._gives_task(sentence)):
            return sentence
        text = text_in(sentence)
        head = self._labels.head(text)
        if head is not None:
            return next(
                (sentence[i:] for i in range(1, len(sentence)) if sentence[i].idx >= sentence.start_char + head), None
            )
        if not sentence[0].is_upper:
            return None
        opening = text[: self._longest].casefold()
        label = next((form for form in self._forms if opening.startswith(f"{form} ")), None)
        size = len(label.split()) if label else 0
        return sentence[size:] if 0 < size < len(sentence) and sentence[size].lower_ in _OPENERS else None

    def _gives_task(self, sentence: Span) -> bool:
        """Tells whether an entry of a list says who does what: `Ann sets up the list`."""
        owner = sentence.doc._.actors.list_at(sentence.start)
        return owner is not None and owner.end < sentence.end and sentence.doc[owner.end].lower_ in self._deeds_told

    def _inner_clause(self, sentence: Span) -> Span | None:
        """Gives what was resolved behind who moved it: `It was proposed by Cllr Hale and RESOLVED to write …`."""
        words = words_of(sentence.doc)
        for at in range(sentence.start + 2, sentence.end - 2):
            said = words.texts[at]
            opens = words.lowers[at + 1] in _OPENERS and words.lowers[at] in {*self._forms, *self._ordered_to}
            if opens and len(said) > 3 and said.isupper():
                following = self._inner_clause(sentence.doc[at + 1 : sentence.end])
                return following or sentence.doc[at + 1 : sentence.end]
        return None

    def _told_in_capitals(self, sentence: Span) -> Undertaking | None:
        """Reads `The Board NOTED the report and ASKED the Clerk to write`."""
        words = words_of(sentence.doc)
        for at in range(sentence.start + 1, sentence.end - 3):
            said = words.texts[at]
            if len(said) > 3 and said.isupper() and words.lowers[at] in self._ordered_to:
                told = sentence.doc._.actors.list_at(at + 1)
                deed = words.lowers[told.end : told.end + 2] if told is not None else []
                if told is not None and deed[:1] == ["to"] and deed[-1] in self._deeds:
                    text = sentence.doc[told.start : told.end].text
                    return self._undertaking(sentence, Owners(told.actors, text))
        return None

    def _task(self, clause: Span) -> Iterator[Undertaking]:
        words = [token.lower_ for token in clause]
        start = 1 if words[0] == "that" else 0
        if words[0] in self._decided or self._is_decided(words) or len(words) < 4 or words[start] in self._nobodies:
            return
        owner = clause.doc._.actors.list_at(clause.start + start)
        at = owner.end - clause.start if owner else None
        if owner and at is not None and words[at : at + 1] and words[at] in self._tasks:
            text = clause.doc[owner.start : owner.end].text
            yield self._undertaking(clause, Owners(owner.actors, text))
        elif owner is None and (deed := self._subjunctive(words, start)):
            yield self._undertaking(clause, Owners((), clause[start:deed].text))
        elif words[0] == "to":
            at = self._ordered(words)
            if at is not None:
                told = clause.doc._.actors.list_at(clause.start + at + 1) if words[at] in self._orders else None
                owners = Owners(told.actors, clause.doc[told.start : told.end].text) if told else owners_by(clause)
                yield self._undertaking(clause, owners)
        elif self._modals & set(words) or any(self._is_done(words, at) for at in range(len(words))):
            yield self._undertaking(clause, owners_by(clause))

    def _infinitive(self, clause: Span) -> Iterator[Undertaking]:
        """Reads an entry of a list under `RESOLVED to:`: `write to the Council`, `ask the Clerk to write`."""
        words = [token.lower_ for token in clause]
        at = 1 if words[0] == "to" else 0
        if len(words) < at + 3 or words[at] in self._decisions or words[at + 1] in self._nobodies:
            return
        behind = at + 1 + (words[at + 1] == "that")
        told = clause.doc._.actors.list_at(clause.start + behind) if words[at] in self._orders else None
        owners = Owners(told.actors, clause.doc[told.start : told.end].text) if told else owners_by(clause)
        yield self._undertaking(clause, owners)

    def _is_decided(self, words: Sequence[str]) -> bool:
        """Tells whether a clause says only what is decided at once: that the report be noted."""
        done = [after for word, after in pairwise(words) if word == "be"]
        is_more = any(self._is_joined_task(words, at) for at in range(1, len(words) - 2))
        return (
            any(word in self._decided for word in done) and all(word in self._decided for word in done) and not is_more
        )

    def _is_joined_task(self, words: Sequence[str], at: int) -> bool:
        """Tells whether a decision is joined to a task at a word: `be adopted and reviewed in May`."""
        deed = words[at + 2]
        bases = {deed.removesuffix("ed"), deed.removesuffix("d"), deed[:-3]}  # planned: plan
        is_task = bool(bases & self._deeds) and not bases & self._decisions and deed not in self._decided
        return words[at - 1] == "be" and words[at] in self._decided and words[at + 1] == "and" and is_task

    def _is_done(self, words: Sequence[str], at: int) -> bool:
        """Tells whether something is to be done to a thing: `be sold`, but not `be £96 a week`."""
        if words[at] != "be":
            return False
        return any(word.endswith(("ed", "en")) or word in self._participles for word in words[at + 1 : at + 3])

    def _ordered(self, words: Sequence[str]) -> int | None:
        """Gives where a task stands, also behind what is decided: `to object and to ask Cllr Hale to write`."""
        if words[2] == "no":
            return None
        starts = [1, *(at + 2 for at in range(len(words) - 3) if words[at : at + 2] == ["and", "to"])]
        return next((at for at in starts if words[at] not in self._decisions), None)

    def _subjunctive(self, words: Sequence[str], start: int) -> int | None:
        """Gives where the deed of `that the Head of Services bring figures` stands, whoever no list names before it."""
        if words[start].endswith("s") and words[start + 1] in self._deeds:
            # `that officers bring figures`
            return start + 1
        reach = range(start + 2, min(start + _OWNER_WORDS, len(words)))
        deed = next((at for at in reach if words[at] in self._deeds), None) if words[start] == "the" else None
        before = {*self._modals, "be"}
        return deed if deed and not before & set(words[start:deed]) and words[deed - 1] not in _NO_OWNER else None

    def _undertaking(self, clause: Span, owners: Owners) -> Undertaking:
        return Undertaking("action", clause.start_char, clause.end_char, owners, "action.resolved")


def _entries(clause: Span) -> Iterator[Span]:
    """Parts `that (a) the report be noted; (b) the Clerk write` into its entries; a clause with no marks is one."""
    marks = [at for at in range(clause.start, clause.end - 3) if _is_mark(clause, at)]
    if not marks:
        yield from _joined(clause)
        return
    for at, following in zip(marks, [*marks[1:], clause.end], strict=True):
        ends = (end for end in range(following, at + 4, -1) if clause.doc[end - 1].lower_ not in _MARK_FOLLOWS)
        yield clause.doc[at + 3 : next(ends, following)]


def _joined(clause: Span) -> Iterator[Span]:
    """Parts `that the report be noted and that the Clerk write` into its clauses."""
    words = words_of(clause.doc).lowers
    if words[clause.start] != "that":
        yield clause
        return
    starts = [at for at in range(clause.start + 1, clause.end - 3) if words[at] == "that" and words[at - 1] in _JOINS]
    for start, following in zip([clause.start, *starts], [*starts, clause.end], strict=True):
        end = following
        while following < clause.end and words[end - 1] in _JOINS:
            end -= 1
        yield clause.doc[start:end]


def _is_mark(clause: Span, at: int) -> bool:
    """Tells whether `(a)` or `(2)` stands at a token, at the beginning or where a new entry may begin."""
    doc = clause.doc
    letter = doc[at + 1].lower_
    is_mark = doc[at].text == "(" and doc[at + 2].text == ")" and len(letter) <= _MARK and letter.isalnum()
    return is_mark and (at == clause.start or doc[at - 1].lower_ in _MARK_FOLLOWS)
