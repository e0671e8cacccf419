"""Finds promises in running text: somebody, or the body held to account, is going to do a checkable thing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from graph_loader.annotate.actions import Undertaking
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.announcements import CLAUSE_MARKS, Announcements
from graph_loader.annotate.decisions import Decisions
from graph_loader.annotate.due import DueWords
from graph_loader.annotate.extensions import blocks_of
from graph_loader.annotate.owners import NOBODY, Owners, owners_from
from graph_loader.annotate.phrases import PhraseTable, folded_words
from graph_loader.annotate.plans import Plans
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.promisers import JOINS, Promisers
from graph_loader.annotate.sentences import is_quotation, sentences_of
from graph_loader.annotate.suppositions import Suppositions
from graph_loader.annotate.turns import Turns
from graph_loader.model.record import Strength

_OWN_WORD = frozenset({"agreed", "undertaken"})
_STRENGTHS: dict[str, Strength] = {
    "intended": "intended",
    "expected": "intended",
    "hoped": "hoped",
    "under_way": "intended",
}
_BEFORE = frozenset({"had", "previously", "already"})
_WEAK = frozenset(_STRENGTHS)
_PLAIN = frozenset({"firm", "reported"})
_STAYS = frozenset({"in", "at", "on", "with"})
"""What follows `be` where somebody only stays: `would be at the fair`."""
_STOPS = frozenset({";", ":"})
_OF_WHAT = frozenset({"of", "for", "from"})
_BEFORE_DECISION = frozenset({"and", ",", ";", ":", "."})
_ASIDE_WORDS = 4
"""How far behind a modal a word of hope is looked for: `would, it was hoped, open`."""
_ALL = frozenset({"all", "both", "these", "this"})
_THERE_WORDS = 2
"""How far `there` may stand from its modal: `there will`, `there also will`."""
_OWNER_WORDS = 6
"""How far behind a semicolon the modal stands whose subject is named there."""
_OPENING_WORDS = 5
"""How far into a sentence the subject stands for which `they` stands in the next: `Two more desk officers`."""
_AROUND_WORDS = 8
"""How far before the modal the clause stands that says how firm it is: `It is intended that the hall will`."""
_HEAD_WORDS = 3
"""How far into its clause stands what is aimed at: `The main aim of the review is to`."""


@dataclass(frozen=True, slots=True)
class _Announced:
    """Is a modal that announces a deed: its kind, where it begins, whose deed it is, and whether that is said."""

    modal: str
    at: int
    owners: Owners
    is_named: bool


class PromiseReader:
    """Finds promises with the words of one profile."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._modals = PhraseTable(
            {
                "firm": words.firm,
                "reported": words.reported,
                "undertaken": words.undertaken,
                "agreed": words.agreed,
                "intended": words.intended,
                "expected": words.expected,
                "hoped": words.hoped,
            }
        )
        self._told, self._deeds = Announcements(words), frozenset(words.deeds)
        self._decisions = frozenset(words.decisions)
        self._collective = frozenset(form.split()[-1].casefold() for form in profile.roles.collective)
        self._willing, self._nobodies = frozenset(words.willing), frozenset(words.nobodies)
        self._adverbs, self._prepositions = frozenset(words.adverbs), DueWords.of(words).prepositions
        self._finite_verbs = frozenset(profile.minutes.finite_verbs)
        self._purposes, self._suppositions = frozenset(words.purposes), Suppositions(profile)
        self._reported, self._relatives = frozenset(words.reported), frozenset(words.relatives)
        self._grants, self._requests = PhraseTable({"granted": words.grants}), frozenset(words.orders_told)
        self._own_people = frozenset(words.own_people)
        self._of_meeting = PhraseTable({"meeting": words.done_by_meetings})
        self._discussed = PhraseTable({"discussed": words.discussion_openers})
        self._decisions_made = Decisions(profile)
        self._weakened = PhraseTable({"intended": words.intended_that, "hoped": words.hoped_that})
        self._events, self._plans = PhraseTable({"event": words.events}), Plans(words)
        self._heads = frozenset(head.casefold() for head in (*profile.roles.heads, *profile.roles.general))
        self._profile, self._promisers = profile, Promisers(profile)

    def read(self, doc: Doc) -> Iterator[Undertaking]:
        """Yields the promises of a document in order; questions and headings hold none.

        A sentence holds one, or two of different people; of two the second is quoted by its own words alone.
        """
        turns = Turns(doc, self._profile)
        for block, detail in blocks_of(doc):
            if detail.kind == "action_column" or is_quotation(detail.text):
                continue
            for sentence in sentences_of(block):
                rest = behind_heading(sentence)
                if rest is not None:
                    yield from self._promise(rest, turns)

    def _promise(self, sentence: Span, turns: Turns) -> Iterator[Undertaking]:
        words = list(folded_words(sentence))
        if words[-1] == "?":
            return
        heads = [at for at in range(1, len(words)) if self._modals.may_begin(words[at]) or _is_left_out(words, at)]
        found = [each for at in heads if (each := self._announced(sentence, words, at, turns))]
        if not found:
            yield from self._granted(sentence, words, turns)
            return
        clauses = _clauses(sentence, words, [each.at for each in found])
        dated = [self._told.is_dated(clause, 0) for clause in clauses]
        # What has both an owner and a day goes before what has one of them.
        weights = [each.is_named + is_dated for each, is_dated in zip(found, dated, strict=True)]
        best = max(range(len(found)), key=lambda each: (weights[each], found[each].modal not in _WEAK))
        others = [at for at, weight in enumerate(weights) if weight and _is_another(found[at], found[best])]
        others = [at for at in others if found[at].modal not in _WEAK and not self._is_relative(clauses[at])]
        if not others:
            # The day of what stands before a semicolon is not that of what is promised behind it.
            stop = max((at for at in range(found[best].at) if words[at] == ";"), default=None)
            before = sentence[:stop] if stop else None
            yield replace(self._undertaking(sentence, words, found[best], clauses[best]), due_not_in=before)
            return
        other = others[0]
        yield replace(self._undertaking(sentence, words, found[best], clauses[best]), due_not_in=clauses[other])
        part = self._undertaking(sentence, words, found[other], clauses[other])
        opening = next((token for token in clauses[other] if token.lower_ not in CLAUSE_MARKS), clauses[other][0])
        end = sentence.end_char if other > best else clauses[other].end_char
        yield replace(part, start_char=opening.idx if other else sentence.start_char, end_char=end)

    def _granted(self, sentence: Span, words: list[str], turns: Turns) -> Iterator[Undertaking]:
        """Yields what is asked for and agreed in one sentence: `He asked that the barn be mended, which was agreed.`"""
        at = next((at for at in range(len(words) - 2, 2, -1) if self._grants.match(words, at)), None)
        wanted = next((there for there in range(1, at or 0) if words[there] in self._requests), None)
        if at is None or wanted is None or not turns.in_question(sentence[wanted].idx, sentence[wanted].idx + 1):
            return
        told = sentence.doc._.actors.list_at(sentence.start + wanted + 1)
        behind = words[told.end - sentence.start : told.end - sentence.start + 1] if told else []
        owners = Owners(told.actors, sentence.doc[told.start : told.end].text) if told and behind == ["to"] else NOBODY
        if owners.actors or words[wanted + 1] == "that":
            yield Undertaking("action", sentence.start_char, sentence.end_char, owners, "action.agreed")

    def _is_relative(self, clause: Span) -> bool:
        """Tells whether a clause only says more of a thing: `a plan, which the Board will see`."""
        words = [token.lower_ for token in clause[:_HEAD_WORDS]]
        return bool((self._relatives - {"that"}) & set(words))

    def _undertaking(self, sentence: Span, words: list[str], found: "_Announced", clause: Span) -> Undertaking:
        agreed = self._is_agreed(sentence.doc, words[: found.at])
        return Undertaking(
            "action" if agreed else "promise",
            sentence.start_char,
            sentence.end_char,
            found.owners,
            "action.agreed" if agreed else f"promise.{found.modal}",
            self._strength(found, words),
            due_clause=clause,
        )

    def _announced(self, sentence: Span, words: list[str], at: int, turns: Turns) -> "_Announced | None":
        """Reads the modal that begins at a word, if it announces a deed that somebody does or has done."""
        matched = self._modals.match(words, at)
        doing = self._plans.under_way(words, at) if matched is None else None
        matched = ("under_way", doing) if doing is not None else matched
        matched = ("firm", at + 1) if _is_left_out(words, at) and self._told.is_dated(sentence, at) else matched
        if (
            matched is None
            or not self._told.announced(*matched, words, at, sentence)
            or self._is_no_promise(*matched, words, at)
        ):
            return None
        modal, verb = matched
        is_asked = turns.in_question(sentence[at].idx, sentence[at].idx + len(sentence[at]))
        if is_asked and not self._is_granted(modal, sentence, at):
            return None
        if modal in _OWN_WORD:
            named = self._own_word(sentence, words, at, turns)
            return _Announced(modal, at, named, True) if named is not None else None
        named = self._named(sentence, words, at, verb, turns)
        if named is not None:
            return _Announced(modal, at, named, True)
        return self._announced_by_nobody(sentence, words, at, matched, turns)

    def _announced_by_nobody(
        self, sentence: Span, words: list[str], at: int, matched: tuple[str, int], turns: Turns
    ) -> "_Announced | None":
        modal, verb = matched
        if modal == "under_way":
            return None
        if modal in _PLAIN and self._depends(sentence, words, at, verb):
            return None
        owners = self._unnamed(sentence, words, at, verb, turns)
        return _Announced(modal, at, owners, False) if owners is not None else None

    def _depends(self, sentence: Span, words: list[str], at: int, verb: int) -> bool:
        """Tells whether what a modal announces is done in some case only, and no dated deed of people prepared for it.

        `Officers would bring a plan in January if the bid failed.`
        """
        if self._suppositions.depends(words, at) or self._suppositions.is_last_resort(words, verb):
            return True
        is_prepared = (
            self._told.is_of_people(words, verb)
            and not self._told.is_passive(words, verb)
            and self._own_people & set(words[max(0, at - 1) : at])
            and self._told.is_dated(sentence, verb)
        )
        return not is_prepared and self._suppositions.is_only_if(words, verb)

    def _is_no_promise(self, modal: str, verb: int, words: list[str], at: int) -> bool:
        """Tells whether the words before a modal make it no promise: a condition, an earlier word, how things look."""
        if self._suppositions.hold(words, at, verb) or self._plans.is_standing(words, verb):
            return True
        if self._promisers.is_done_by_others(words, at, verb):
            return True
        start = next((mark + 1 for mark in range(at - 1, -1, -1) if words[mark] in CLAUSE_MARKS), 0)
        if self._nobodies & set(words[start : start + 1]):
            return True
        if modal in _OWN_WORD and words[at - 1] in _BEFORE:
            return True
        if modal == "agreed" and words[verb] in self._decisions and self._collective & set(words[:at]):
            return True
        is_joined = modal in _OWN_WORD and words[at - 1] in JOINS
        return (self._suppositions.is_conditional(words, at) and not is_joined) or self._is_description(words, at, verb)

    def _is_granted(self, modal: str, sentence: Span, at: int) -> bool:
        """Tells whether somebody else gives his word in the sentence of a request: `PCC asked … and CD agreed to`."""
        head, owners = sentence.doc._.actors.list_at(sentence.start), self._promisers.adjacent(sentence, at)
        is_other = owners is not None and head is not None and not set(owners.actors) & set(head.actors)
        if modal in _PLAIN and owners is not None and is_other:
            # `The PCC asked for figures; the ACC would send them.`
            opening = sentence[max(0, at - _OWNER_WORDS) : at]
            return any(token.text == ";" for token in opening)
        return modal in _OWN_WORD and is_other

    def _strength(self, found: "_Announced", words: list[str]) -> Strength:
        """Gives how firm a promise is, which the clause around it may say: `It is intended that the hall will open`."""
        around = range(max(0, found.at - _AROUND_WORDS), min(found.at + _ASIDE_WORDS, len(words)))
        said = next((match[0] for at in around if (match := self._weakened.match(words, at))), found.modal)
        return _STRENGTHS.get(said, "firm")

    def _is_agreed(self, doc: Doc, words: list[str]) -> bool:
        """Tells whether the words before a modal are `It was agreed that the Clerk`, with no other clause between."""
        discussed = self._discussed.match(words, 0)
        places = (at for at in range(len(words)) if at == 0 or words[at - 1] in _BEFORE_DECISION)
        for at in (*places, *(discussed[1:] if discussed else ())):
            behind = self._decisions_made.that(doc, words, at)
            if behind is not None:
                return not self._finite_verbs & set(words[behind:])
        return False

    def _is_description(self, words: list[str], at: int, verb: int) -> bool:
        """Tells `the proposal is to use the barn` and `which is to use it`, what for, from `the barn is to be used`."""
        if words[verb - 1] != "to" or verb - at < 2:
            return False
        is_passive = words[verb : verb + 1] == ["be"]
        start = next((mark + 1 for mark in range(at - 1, -1, -1) if words[mark] in CLAUSE_MARKS), 0)
        # `The aim of the review is to`: what is aimed at stands at the head of the clause.
        heads = words[start : start + _HEAD_WORDS]
        return words[at - 1] in (self._purposes if is_passive else self._purposes | self._relatives) or (
            not is_passive and bool(_OF_WHAT & set(words[start:at])) and bool(self._purposes & set(heads))
        )

    def _own_word(self, sentence: Span, words: list[str], modal: int, turns: Turns) -> Owners | None:
        """Gives who gives his word: the subject of `undertook to`, the head of the sentence, or who is speaking."""
        before = words[modal - 1]
        adjacent = self._promisers.named(sentence, words, modal, turns)
        if adjacent is not None:
            return adjacent
        if before in JOINS:
            told = self._is_told_elsewhere(words[:modal])
            joined = None if told else self._promisers.joined(sentence, words, modal, turns, by_person=True)
            return joined or (None if told else self._promisers.post(sentence, words, modal))
        if self._promisers.is_pronoun(before):
            return self._promisers.meant(sentence, words, modal - 1, turns)
        post = self._promisers.post(sentence, words, modal)
        if post is not None:
            return post
        if before in self._heads:
            # `The officer undertook to`: which one it was, the words do not say.
            return self._promisers.apposed(sentence, words, modal) or NOBODY
        return self._promisers.apposed(sentence, words, modal) or self._promisers.unlisted(sentence, modal)

    def _is_told_elsewhere(self, words: list[str]) -> bool:
        """Tells whether another gives his word: `The CC read a letter in which the owner asked and promised`."""
        return any(word in {"which", "whom"} and before in self._prepositions for before, word in pairwise(words))

    def _named(self, sentence: Span, words: list[str], modal: int, verb: int, turns: Turns) -> Owners | None:
        """Gives the owner whom the words in front of a modal tell: its subject, whom a pronoun means, the intender."""
        if self._told.is_passive(words, verb):
            is_receiving = self._told.is_receiving(words, verb)
            return owners_from(sentence[verb:]) if is_receiving else self._promisers.agent(sentence, verb)
        adjacent = self._promisers.named(sentence, words, modal, turns)
        if adjacent is not None:
            return adjacent
        before = next(at for at in range(modal - 1, -1, -1) if at == 0 or words[at] not in self._adverbs)
        if self._promisers.is_pronoun(words[before]):
            meant = self._promisers.meant(sentence, words, before, turns)
            return meant or (NOBODY if self._is_of_staff(sentence, words, before, verb) else None)
        if words[before] in JOINS and not self._is_of_thing(words, modal):
            joined = self._promisers.joined(sentence, words, modal, turns)
            return joined or self._promisers.post(sentence, words, modal)
        if "intention" in words[modal:verb]:
            holder = next(iter(sentence.doc._.actors.within(sentence)), None)
            return Owners(holder.actors) if holder is not None else None
        return self._promisers.post(sentence, words, modal) or self._promisers.apposed(sentence, words, modal)

    def _is_of_staff(self, sentence: Span, words: list[str], pronoun: int, verb: int) -> bool:
        """Tells a dated deed behind a sentence about staff: `Two officers start in May. They will visit by June.`"""
        earlier = self._promisers.sentence_before(sentence) if words[pronoun] == "they" and pronoun == 0 else None
        opening = {token.lower_ for token in earlier[:_OPENING_WORDS]} if earlier is not None else set()
        return (
            bool(self._own_people & opening)
            and self._told.is_of_people(words, verb)
            and self._told.is_dated(sentence, verb)
        )

    def _is_of_thing(self, words: list[str], modal: int) -> bool:
        """Tells whether a modal is joined to a clause that tells of a thing: `a paper which is done and will go`."""
        return words[modal] not in self._reported and bool(set(words[:modal]) & self._relatives)

    def _unnamed(self, sentence: Span, words: list[str], modal: int, verb: int, turns: Turns) -> Owners | None:
        """Gives who owns what nobody is named to do; None when the subject is a thing that cannot promise."""
        if self._promisers.is_pronoun(words[modal - 1]) and not self._told.is_passive(words, verb):
            return None
        is_passive = self._told.is_passive(words, verb)
        is_known = (
            is_passive
            or (words[0] == "there" and modal <= _THERE_WORDS)
            or (words[modal] in {"is", "are"} and words[verb] in self._deeds)
            or "intention" in words[modal:verb]
            or self._events.match(words, verb) is not None
            or self._told.is_dated_around(sentence, words, modal, modal)
        )
        is_told = self._promisers.is_told_by_others(sentence, words, modal, turns)
        if not is_known or (is_told and not self._told.is_dated_around(sentence, words, modal, modal)):
            return None
        if any(self._of_meeting.match(words, at) for at in range(verb, len(words))):
            return NOBODY
        if self._told.is_of_people(words, verb) and (
            board := self._promisers.antecedent(sentence, words, modal, turns)
        ):
            return board
        owners = self._promisers.accountable(sentence, words, (modal, None if is_passive else verb), turns)
        is_stay = words[verb : verb + 1] == ["be"] and bool(_STAYS & set(words[verb + 1 : verb + 2]))
        return None if is_stay and not is_passive and owners.text and not owners.actors else owners


def _is_left_out(words: list[str], at: int) -> bool:
    """Tells whether a form of `be` is left out before `to be` at a word: `All to be completed by June.`"""
    return at == 1 and words[0] in _ALL and words[1:3] == ["to", "be"]


def _is_another(found: _Announced, best: _Announced) -> bool:
    """Tells whether two promises of a sentence are not those of the same; `gave his word that it would` is one."""
    first, second = sorted((found, best), key=lambda each: each.at)
    if first.modal in _OWN_WORD and not second.is_named:
        return False
    return found.owners.actors != best.owners.actors and (found.is_named or best.is_named)


def _clauses(sentence: Span, words: list[str], modals: list[int]) -> list[Span]:
    """Gives the clause of each modal of a sentence: from the mark before it to that before the next one, or a stop."""
    starts = []
    for at, before in zip(modals, [0, *modals], strict=False):
        marks = (mark for mark in range(at - 1, before, -1) if words[mark] in CLAUSE_MARKS)
        starts.append(next(marks, before))
    ends = []
    for at, following in zip(modals, [*starts[1:], len(words)], strict=True):
        ends.append(next((stop for stop in range(at, following) if words[stop] in _STOPS), following))
    return [sentence[start:end] for start, end in zip(starts, ends, strict=True)]
