"""Finds what a meeting resolved that somebody is to do: `RESOLVED that the Clerk write to the Council`."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.extensions import blocks_of, text_in
from graph_loader.annotate.labels import Labels
from graph_loader.annotate.owners import Owners, owners_by
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of

_OPENERS = frozenset({"that", "to"})
_OWNER_WORDS = 9
"""How far into a clause the deed of an owner whom no list names is looked for."""
_NO_OWNER = frozenset({"to", "be", "of", "a", "the", "for", "and", "is", "are", "was"})


class ResolutionReader:
    """Finds resolutions that set a task, with the labels of one profile; what is only noted or approved sets none."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._labels = Labels(words.resolution_labels)
        self._forms = tuple(sorted((label.casefold() for label in words.resolution_labels), key=len, reverse=True))
        self._longest = max(map(len, self._forms), default=0) + 1
        self._decided, self._modals = frozenset(words.decided), frozenset(words.tasks)
        self._deeds = frozenset(words.deeds)
        self._decisions, self._orders = frozenset(words.decisions), frozenset(words.orders)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the tasks resolved in a document in order."""
        listing = whole = False
        for block, detail in blocks_of(doc):
            lead_in, opened = _without_that(detail.text)
            if self._labels.alone(lead_in) or self._ends_in_label(lead_in):
                listing, whole = True, opened
                continue
            found, whole = False, whole and detail.kind == "bullet"
            for whole_sentence in sentences_of(block):
                sentence = behind_heading(whole_sentence)
                if sentence is None:
                    continue
                clause = sentence if whole else self._clause(sentence, listing) or self._inner_clause(sentence)
                if clause is not None:
                    found = listing = True
                    yield from self._task(clause)
            listing = listing and found

    def _ends_in_label(self, text: str) -> bool:
        """Tells whether a paragraph leads into a list: `It was moved by Cllr Hale and RESOLVED:`."""
        if not text.rstrip().endswith((":", ":-")):
            return False
        lead_in = text.rstrip(" :-")
        words = (lead_in[: lead_in.rfind("(")] if lead_in.endswith(")") else lead_in).split()
        return bool(words) and (words[-1].isupper() or len(words) == 1) and self._labels.alone(words[-1])

    def _clause(self, sentence: Span, listing: bool) -> Span | None:
        """Gives what was resolved: the words behind the label, or a whole sentence of a list under it."""
        if listing and sentence[0].lower_ in _OPENERS:
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

    def _inner_clause(self, sentence: Span) -> Span | None:
        """Gives what was resolved behind who moved it: `It was proposed by Cllr Hale and RESOLVED to write …`."""
        for at in range(2, len(sentence) - 2):
            token = sentence[at]
            if (
                token.is_upper
                and len(token) > 3
                and sentence[at + 1].lower_ in _OPENERS
                and token.lower_ in self._forms
            ):
                return sentence[at + 1 :]
        return None

    def _task(self, clause: Span) -> Iterator[Undertaking]:
        words = [token.lower_ for token in clause]
        if words[0] in self._decided or _follows(words, "be", self._decided) or len(words) < 4:
            return
        start = 1 if words[0] == "that" else 0
        owner = clause.doc._.actors.list_at(clause.start + start)
        at = owner.end - clause.start if owner else None
        if owner and at is not None and words[at : at + 1] and (words[at] in self._deeds | self._modals | {"to", "be"}):
            text = clause.doc[owner.start : owner.end].text
            yield self._undertaking(clause, Owners(owner.actors, text))
        elif owner is None and (deed := self._subjunctive(words, start)):
            yield self._undertaking(clause, Owners((), clause[start:deed].text))
        elif words[0] == "to":
            if words[1] not in self._decisions and words[2] != "no":
                told = clause.doc._.actors.list_at(clause.start + 2) if words[1] in self._orders else None
                owners = Owners(told.actors, clause.doc[told.start : told.end].text) if told else owners_by(clause)
                yield self._undertaking(clause, owners)
        elif "be" in words or self._modals & set(words):
            yield self._undertaking(clause, owners_by(clause))

    def _subjunctive(self, words: Sequence[str], start: int) -> int | None:
        """Gives where the deed of `that the Head of Services bring figures` stands, whoever no list names before it."""
        reach = range(start + 2, min(start + _OWNER_WORDS, len(words)))
        deed = next((at for at in reach if words[at] in self._deeds), None) if words[start] == "the" else None
        return deed if deed and not self._modals & set(words[start:deed]) and words[deed - 1] not in _NO_OWNER else None

    def _undertaking(self, clause: Span, owners: Owners) -> Undertaking:
        return Undertaking("action", clause.start_char, clause.end_char, owners, "action.resolved")


def _without_that(text: str) -> tuple[str, bool]:
    """Parts `RESOLVED – that:` into the label and whether `that` opens each entry of the list behind it."""
    stripped = text.rstrip(" :-–—")
    opened = stripped.casefold().endswith(" that")
    return (stripped[: -len(" that")].rstrip(" :-–—") if opened else text), opened


def _follows(words: Sequence[str], first: str, seconds: Collection[str]) -> bool:
    return any(word == first and after in seconds for word, after in pairwise(words))
