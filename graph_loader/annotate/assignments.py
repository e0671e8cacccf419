"""Finds tasks that a meeting gives to somebody in running text: `The Clerk was asked to write to the owners`."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.decisions import Decisions
from graph_loader.annotate.extensions import blocks_of, source_offsets
from graph_loader.annotate.owners import NOBODY, Owners, owners_by
from graph_loader.annotate.phrases import PhraseTable, folded_words
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of

_RULE = "action.assigned"
_JOINS = frozenset({"and", ",", ";"})
_SUBJECT_WORDS = 12
"""How many words at most stand between `agreed that` and `be`."""


class AssignmentReader:
    """Finds tasks with the words of one profile; the owner must be named, and what was answered at once is no task."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._assigned = PhraseTable({_RULE: words.assigned})
        self._decisions = Decisions(profile)
        self._discussed = PhraseTable({_RULE: words.discussion_openers})
        self._deeds, self._participles = frozenset(words.deeds), frozenset(words.participles)
        self._heads = frozenset(head.casefold() for head in (*profile.roles.heads, *profile.roles.general))
        self._titles = frozenset(form.casefold() for form in (*profile.roles.honorifics, *profile.roles.ranks))
        self._ordered = frozenset(f"{order.removesuffix('e')}ed" for order in words.orders)
        self._decided_already, self._modals = frozenset(words.decided), frozenset(words.tasks)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the tasks of a document in order; a sentence holds several where several clauses each set one."""
        answered = [(exchange.start, exchange.end) for exchange in doc._.exchanges if exchange.responses]
        for block, detail in blocks_of(doc):
            if detail.kind == "action_column":
                continue
            for sentence in sentences_of(block):
                rest = behind_heading(sentence)
                tasks = list(self._tasks(rest)) if rest is not None else []
                if rest is None or not tasks:
                    continue
                start, end = source_offsets(doc, rest.start_char, rest.end_char)
                before = bisect_right(answered, (start, inf))
                if not before or answered[before - 1][1] < end:
                    for clause, owners in tasks:
                        yield Undertaking("action", clause.start_char, clause.end_char, owners, _RULE)

    def _tasks(self, sentence: Span) -> Iterator[tuple[Span, Owners]]:
        """Yields who gets a task in a sentence, with the clause that says so; nobody where the meeting names none."""
        words = folded_words(sentence)
        first = self._first(words)
        decided = self._decisions.to(sentence.doc, words, first)
        if decided is not None and self._deeds & set(words[decided : decided + 1]):
            yield sentence, NOBODY
            return
        behind = self._decisions.that(sentence.doc, words, first)
        if behind is None:
            owners = self._asked(sentence, words, first)
            if owners is not None:
                yield sentence, owners
            return
        starts = [behind, *_further_clauses(words, behind)]
        found = [(at, self._task(sentence, words, at, is_one_of_several=len(starts) > 1)) for at in starts]
        tasks = [(at, owners) for at, owners in found if owners is not None]
        for (at, owners), following in zip(tasks, [*(at for at, _ in tasks), None][1:], strict=True):
            start = 0 if at == behind else at - 1
            end = len(words) if following is None else _before_join(words, following - 1)
            yield sentence[start:end], owners

    def _asked(self, sentence: Span, words: Sequence[str], first: int) -> Owners | None:
        """Gives who `was asked to` do something, if the deed follows at once."""
        found = sentence.doc._.actors.list_at(sentence.start + first)
        if found is None or found.end >= sentence.end:
            return None
        assigned = self._assigned.match(words, found.end - sentence.start)
        if assigned is None or not self._deeds & set(words[assigned[1] : assigned[1] + 1]):
            return None
        return Owners(found.actors, sentence.doc[found.start : found.end].text)

    def _task(
        self, sentence: Span, words: Sequence[str], start: int, *, is_one_of_several: bool = False
    ) -> Owners | None:
        """Gives who gets a task in a clause that begins at a position: `that the Clerk write`, `that it be painted`."""
        found = sentence.doc._.actors.list_at(sentence.start + start)
        deed = found.end - sentence.start if found is not None else len(words)
        if found is not None and words[deed : deed + 1] == ("be",) and self._is_ordered(words, deed + 1):
            return Owners(found.actors, sentence.doc[found.start : found.end].text)
        if self._is_passive_task(words, start):
            return owners_by(sentence[start:])
        if found is None:
            return self._unlisted(sentence, words, start)
        modals = self._modals if is_one_of_several else self._modals - {"will", "would"}
        if modals & set(words[deed : deed + 1]):
            deed += 1
        is_task = bool(self._deeds & set(words[deed : deed + 1]))
        return Owners(found.actors, sentence.doc[found.start : found.end].text) if is_task else None

    def _is_ordered(self, words: Sequence[str], at: int) -> bool:
        """Tells whether `asked to write` or the like stands at a position."""
        deed = words[at + 2 : at + 3]
        return words[at : at + 2][-1:] == ("to",) and words[at] in self._ordered and bool(self._deeds & set(deed))

    def _unlisted(self, sentence: Span, words: Sequence[str], start: int) -> Owners | None:
        """Gives whom no list names: `that Mr Wray prepare a note`, `that the Head of Fleet bring figures`."""
        reach = range(start + 1, min(start + _SUBJECT_WORDS, len(words)))
        deed = next((at for at in reach if words[at] in self._deeds), start)
        named = sentence[start:deed]
        is_titled = bool(self._titles & {words[start]}) and deed == start + 2
        is_post = words[start] == "the" and deed > start + 1 and self._is_post(named[1:])
        return Owners((), named.text) if is_titled or is_post else None

    def _is_post(self, named: Span) -> bool:
        """Tells whether words are a post: `Head of Fleet`, `officer`."""
        words = [token.lower_ for token in named]
        inside = all(token.text[0].isupper() or token.lower_ in {"of", "for", "and", "to"} for token in named)
        return bool(self._heads & set(words)) and (inside or len(words) == 1)

    def _is_passive_task(self, words: Sequence[str], start: int) -> bool:
        """Tells whether `It was agreed that the shelter be repainted` sets a task, as `… be noted` does not."""
        at = next(
            (at for at in range(start + 1, min(start + _SUBJECT_WORDS, len(words) - 1)) if words[at] == "be"), None
        )
        if at is None or self._modals & set(words[start:at]) or words[at - 1] == "to":
            return False
        done = words[at + 1]
        return done not in self._decided_already and (done.endswith(("ed", "en")) or done in self._participles)

    def _first(self, words: Sequence[str]) -> int:
        """Gives where a sentence begins behind `Following discussion,`."""
        discussed = self._discussed.match(words, 0)
        return discussed[1] + (words[discussed[1] : discussed[1] + 1] == (",",)) if discussed else 0


def _further_clauses(words: Sequence[str], start: int) -> Iterator[int]:
    """Yields where further clauses begin: `that the Clerk write and that the Chair reply`."""
    for at in range(start + 1, len(words) - 2):
        if words[at] == "that" and words[at - 1] in _JOINS:
            yield at + 1


def _before_join(words: Sequence[str], at: int) -> int:
    """Gives where a clause ends in front of `, and that`."""
    while words[at - 1] in _JOINS:
        at -= 1
    return at
