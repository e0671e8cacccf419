"""Tells who gives a promise: the subject of its clause, whom a pronoun stands for, or the body held to account."""

from collections.abc import Sequence

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorList
from graph_loader.annotate.agenda import behind_heading
from graph_loader.annotate.clause_subjects import telling_verbs
from graph_loader.annotate.due import DueWords, due_within
from graph_loader.annotate.extensions import block_before, block_span_of, text_of
from graph_loader.annotate.genders import genders_of
from graph_loader.annotate.outsiders import Outsiders
from graph_loader.annotate.owners import NOBODY, Owners, owners_by
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.sentences import sentences_of
from graph_loader.annotate.turns import Turns
from graph_loader.model.record import Actor

JOINS = frozenset({"and", "so", "but"})
_AGENT_WORDS = 5
_LABEL_STOPS = frozenset({":", "–", "—", "-"})
_FIRST_PERSON = frozenset({"we", "i"})
_ARTICLES = frozenset({"the", "a", "an", "our", "its"})
_OF = frozenset({"of", "at", "in"})
_THAT = frozenset({"that", ":"})
_MARKS = frozenset({",", ";", "and", "but", "so", "while", "–", "—"})
_BEFORE_INFINITIVE = frozenset({"to", "not", "could", "would", "will", "can", "might", "may", "should"})
_IMPERSONAL = frozenset({"it", "there", "this"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "this", "these", "those", "some", "all"}
)
_DETERMINERS |= {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "most", "both", "each"}
_DETERMINERS |= {"every", "many", "several", "no", "more", "another"}
_PERSONS = frozenset({"he", "she"})
_OTHERS = {"he": frozenset({"she", "her"}), "she": frozenset({"he", "his", "him"})}
"""What stands for somebody else than a pronoun does."""
_SENTENCES_BACK = 3
"""How many sentences before a pronoun whom it stands for is looked for, where nobody is known to speak."""


class Promisers:
    """Tells with the words of one profile who is to do what a modal announces."""

    def __init__(self, profile: Profile) -> None:
        self._profile, words = profile, profile.commitments
        self._adverbs, self._due_words = frozenset(words.adverbs), DueWords.of(words)
        self._pronouns = frozenset(profile.speech.pronouns) | _FIRST_PERSON
        acts = (*profile.speech.remarks.values(), *profile.speech.questions.values(), words.agreed, words.undertaken)
        self._verbs = frozenset(form.split()[0] for forms in acts for form in forms)
        self._telling = telling_verbs(self._verbs)
        self._remarks = telling_verbs(form for forms in profile.speech.remarks.values() for form in forms)
        self._requests = frozenset(form.split()[0] for form in profile.speech.questions.get("requested", ())) | {
            "asked"
        }
        self._outsiders, self._finite = Outsiders(profile), frozenset(profile.minutes.finite_verbs)
        names = profile.names
        self._teams = {head.casefold() for head in names.team_heads} & {"team", "unit", "office", "staff"}
        self._groups = {head.casefold() for head in (*names.board_heads, *names.team_heads)} | {"party"}
        self._addresses = tuple(f"{form} " for form in profile.roles.honorifics)
        self._tell_in_turn = frozenset(words.told_in_turn)
        self._verbs |= frozenset(profile.minutes.finite_verbs)

    def is_pronoun(self, word: str) -> bool:
        """Tells whether a word stands for somebody who was named before."""
        return word in self._pronouns

    def named(self, sentence: Span, words: Sequence[str], modal: int, turns: Turns) -> Owners | None:
        """Gives the actors right before the modal, and whom a pronoun joined to them means: `she and the ACC would`."""
        last = modal - 1
        if last > 1 and self.is_pronoun(words[last]) and words[last - 1] == "and":
            beside, pronoun = self._beside(sentence, last - 1), last
        else:
            beside = self._beside(sentence, modal)
            pronoun = beside.start - sentence.start - 2 if beside else -1
        if beside is None:
            return None
        is_joint = (
            pronoun >= 0 and self.is_pronoun(words[pronoun]) and "and" in words[max(0, pronoun - 1) : pronoun + 2]
        )
        meant = self.meant(sentence, words, pronoun, turns) if is_joint else None
        actors = (*(meant.actors if meant else ()), *beside.actors)
        return Owners(tuple(dict.fromkeys(actors)), sentence.doc[beside.start : beside.end].text)

    def adjacent(self, sentence: Span, modal: int) -> Owners | None:
        """Gives the actors right before the modal: `The CC and PCC would`, `The CC, and also the ACC, will`."""
        beside = self._beside(sentence, modal)
        return Owners(beside.actors, sentence.doc[beside.start : beside.end].text) if beside else None

    def _beside(self, sentence: Span, modal: int) -> ActorList | None:
        doc, start = sentence.doc, sentence.start + modal
        for found in doc._.actors.within(doc[sentence.start : start]):
            is_attribute = self._is_attribute(sentence, found.start) and not self._are_members(sentence, found)
            if start - found.end > _AGENT_WORDS or is_attribute:
                continue
            between = {token.lower_ for token in doc[found.end : start]}
            if doc[found.end].lower_ in _POSSESSIVES and doc[found.end + 1].lower_ in self._teams:
                between -= {doc[found.end].lower_, doc[found.end + 1].lower_}
            is_label = found.start == sentence.start and between <= _LABEL_STOPS
            if JOINS & between and not self._opens_clause(sentence, found.start):
                # `The CC met the PCC and would write`: the object of one verb is not the subject of the next.
                continue
            if is_label or between <= self._adverbs | JOINS | {"that"}:
                actors: ActorList = found
                return actors
        return None

    def _opens_clause(self, sentence: Span, start: int) -> bool:
        """Tells whether a name that begins at a token of the `Doc` opens a clause."""
        return start == sentence.start or sentence.doc[start - 1].lower_ in _MARKS | _THAT

    def meant(self, sentence: Span, words: Sequence[str], pronoun: int, turns: Turns) -> Owners | None:
        """Gives whom a pronoun stands for: who last does something in the sentence, who speaks, who spoke before."""
        if words[pronoun] in _FIRST_PERSON:
            head = sentence.doc._.actors.list_at(sentence.start)
            speakers = head.actors if head else turns.speakers_at(sentence[pronoun].idx)
            return Owners(speakers) if speakers else None
        begun = turns.begun_at(sentence[pronoun].idx) if pronoun else None
        if begun is not None:
            # `The Chair asked the Clerk to write, and she agreed to`: the answer is the Clerk's.
            return Owners(begun) if begun and self._fits(sentence, begun, words[pronoun]) else None
        # Whose answer a pronoun stands in is not told by whom the question before it names.
        inside = (at for at in range(pronoun, 0, -1) if turns.begun_at(sentence[at].idx) is not None)
        for at in range(pronoun - 1, next(inside, 0) - 1, -1):
            if at == 0 or words[at - 1] in _MARKS:
                found = self._named(sentence, words, at, pronoun)
                if found is not None:
                    found = self._teller(sentence, words, at, pronoun) or found
                    return found if self._fits(sentence, found.actors, words[pronoun]) else None
        stranger = self._stranger(sentence, words, pronoun)
        if stranger is not None:
            return stranger
        if self._is_changed(sentence, words, pronoun):
            return NOBODY
        found = self._speaking(sentence, words, pronoun, turns)
        fits = found is NOBODY or (found is not None and self._fits(sentence, found.actors, words[pronoun]))
        return found if fits else None

    def _speaking(self, sentence: Span, words: Sequence[str], pronoun: int, turns: Turns) -> Owners | None:
        """Gives who speaks where a pronoun stands, or spoke before."""
        speakers = turns.speakers_at(sentence[pronoun].idx)
        earlier = self._before(sentence, words[pronoun])
        tells = earlier is not None and not set(earlier.actors) & set(speakers) and self._tells_before(sentence)
        if not speakers and pronoun == 0 and not self._earlier(sentence):
            return self._of_block_before(sentence, words[0], turns)
        if speakers and not tells:
            return Owners(speakers)
        is_other = earlier is not None and self._is_rather_another(sentence, earlier.actors, words[pronoun])
        return NOBODY if is_other else earlier

    def _stranger(self, sentence: Span, words: Sequence[str], pronoun: int) -> Owners | None:
        """Gives as printed who tells it of himself where no list knows him: `Sgt Moss said he would`."""
        known = {at for found in sentence.doc._.actors.within(sentence) for at in range(found.start, found.end)}
        for at in range(1, pronoun):
            start = at
            while start and sentence[start - 1].text[:1].isupper() and sentence[start - 1].i not in known:
                start -= 1
            if words[at] in self._telling and start < at and not self.is_pronoun(words[at - 1]):
                return Owners((), sentence[start:at].text)
        return None

    def unlisted(self, sentence: Span, end: int) -> Owners | None:
        """Gives as printed who is named with a form of address right before a place, where it is no one known."""
        start = end
        while start and sentence[start - 1].text[:1].isupper():
            start -= 1
        text = sentence[start:end].text
        return Owners((), text) if text.startswith(self._addresses) else None

    def _is_told_by_stranger(self, sentence: Span, words: Sequence[str], end: int) -> bool:
        """Tells whether somebody tells it whom no list knows for certain: one of two called `Mr Moss`."""
        tellers = (at for at in range(1, end) if words[at] in self._telling)
        return any(
            self.unlisted(sentence, at) is not None and not list(sentence.doc._.actors.within(sentence[:at]))
            for at in tellers
        )

    def _teller(self, sentence: Span, words: Sequence[str], start: int, pronoun: int) -> Owners | None:
        """Gives who tells it of himself in what another reports: `The Chair said the CC had written to say that he`."""
        if words[pronoun - 1] != "that" or words[pronoun - 2] not in self._tell_in_turn:
            return None
        inner = (self._named(sentence, words, at, pronoun) for at in range(pronoun - 3, start, -1))
        return next((found for found in inner if found is not None), None)

    def joined(
        self, sentence: Span, words: Sequence[str], modal: int, turns: Turns, *, by_person: bool = False
    ) -> Owners | None:
        """Gives the subject of a modal that is joined to an earlier verb: `The CC was late and would write`.

        That is nobody where the earlier verb has a thing for its subject, `He said that two vans were new and would …`,
        unless what is done is done `by_person`.
        """
        for at in range(modal - 1, -1, -1):
            mark = words[at - 1] if at else ""
            if mark == "that" and self._is_pointing(words, at - 1, modal):
                continue
            is_told = mark in self._telling and self._begins_clause(sentence, words, at, modal)
            if at and mark not in _THAT | _MARKS and not is_told:
                continue
            found = self._named(sentence, words, at, modal)
            if found is not None:
                return found
            if self.is_pronoun(words[at]):
                return self.meant(sentence, words, at, turns)
            is_thing = not at or ((mark in _THAT or is_told) and words[at] not in _IMPERSONAL and at < modal - 1)
            is_named = not is_told and sentence.doc._.actors.list_at(sentence.start + at) is not None
            if is_thing and not by_person and not is_named:
                return None
        head = sentence.doc._.actors.list_at(sentence.start)
        speakers = head.actors if head else turns.speakers_at(sentence[modal].idx)
        return Owners(speakers) if speakers else None

    def _is_pointing(self, words: Sequence[str], that: int, modal: int) -> bool:
        """Tells `could not give that word today but would` from a `that` that opens a clause, which has a verb."""
        is_object = that > 1 and words[that - 2] in _BEFORE_INFINITIVE and words[that - 1] not in self._tell_in_turn
        behind = words[that + 1 : modal - 1]
        return is_object and not any(word in self._finite or word.endswith("ed") for word in behind)

    def _begins_clause(self, sentence: Span, words: Sequence[str], at: int, end: int) -> bool:
        """Tells whether what was told begins at a word though no `that` is printed: `said the van was late and would`.

        It has a subject of its own, which is no pronoun, and a verb.
        """
        if self.is_pronoun(words[at]) or not self._finite & set(words[at + 1 : end - 1]):
            return False
        return words[at] in _DETERMINERS or sentence.doc._.actors.list_at(sentence.start + at) is not None

    def apposed(self, sentence: Span, words: Sequence[str], modal: int) -> Owners | None:
        """Gives the head of a sentence behind which words stand between commas: `The CC, who was late, agreed to`."""
        head = sentence.doc._.actors.list_at(sentence.start)
        end = head.end - sentence.start if head else modal
        is_set_off = end < modal - 1 and words[end] == words[modal - 1] == ","
        return Owners(head.actors, sentence.doc[head.start : head.end].text) if head and is_set_off else None

    def agent(self, sentence: Span, verb: int) -> Owners | None:
        """Gives the agent of a passive: nobody when the words behind `by` name nobody known, None without `by`."""
        reach = sentence[verb : verb + _AGENT_WORDS]
        by = next((token for token in reach if token.lower_ == "by"), None)
        due = due_within(sentence.doc, by.idx, sentence.end_char, self._due_words) if by is not None else None
        if by is None or (due is not None and text_of(sentence.doc).startswith(due.text, by.idx)):
            return None
        return owners_by(reach)

    def accountable(self, sentence: Span, words: Sequence[str], places: tuple[int, int | None], turns: Turns) -> Owners:
        """Gives the body that answers for what nobody is named to do, or whoever else does it by the words.

        The places are those of a modal and its verb; a deed that is done to the subject has none for its verb.
        """
        modal, verb = places
        body = turns.body_at(sentence[modal].idx, sentence)
        own = body or turns.body
        others = self._outsiders.doers(sentence, words, modal, verb, own) if verb is not None else None
        if others is not None:
            return others
        starts = (at for at in range(modal - 1, -1, -1) if at == 0 or words[at - 1] in _THAT | _MARKS)
        told = next((found for at in starts if (found := self._named(sentence, words, at, modal))), NOBODY)
        is_others = (
            turns.askers & set(told.actors)
            or self._outsiders.is_told(sentence, words, modal, own)
            or self._outsiders.is_of_others(words, modal)
            or self._is_told_by_stranger(sentence, words, modal)
        )
        return Owners((body,)) if body is not None and not is_others else NOBODY

    def antecedent(self, sentence: Span, words: Sequence[str], modal: int, turns: Turns) -> Owners | None:
        """Gives the other body of whose deed `which` tells, None where it may tell of the body's own."""
        return self._outsiders.antecedent(sentence, words, modal, turns.body)

    def is_told_by_others(self, sentence: Span, words: Sequence[str], modal: int, turns: Turns) -> bool:
        """Tells whether another organisation is said to tell what is announced."""
        own = turns.body_at(sentence[modal].idx, sentence) or turns.body
        return self._outsiders.is_told(sentence, words, modal, own)

    def is_done_by_others(self, words: Sequence[str], modal: int, verb: int) -> bool:
        """Tells whether others do to a body what is announced: `The Service would be inspected in June`."""
        return self._outsiders.is_done_by_others(words, modal, verb)

    def post(self, sentence: Span, words: Sequence[str], modal: int) -> Owners | None:
        """Gives the post that no list names and that is the subject of a modal."""
        return self._outsiders.post(sentence, words, modal)

    def _named(self, sentence: Span, words: Sequence[str], at: int, end: int) -> Owners | None:
        """Gives the actors listed at a place, if a verb of theirs follows; of `A and B said` B alone is not listed."""
        place = sentence.start + at
        if at > 1 and words[at - 1] == "and" and self.is_pronoun(words[at - 2]):
            # `She and the CC had met them, and she promised that …`: he is no more who promises than she is.
            return None
        around = (
            listed.start for listed in sentence.doc._.actors.within(sentence) if listed.start < place < listed.end
        )
        if any(start == sentence.start or words[start - sentence.start - 1] in _MARKS | _THAT for start in around):
            return None
        found = sentence.doc._.actors.list_at(place)
        behind = found.end - sentence.start if found else end
        while behind < end and words[behind] in self._adverbs:
            behind += 1
        if found is None or behind >= end or words[behind] not in self._verbs:
            return None
        return Owners(found.actors, sentence.doc[found.start : found.end].text)

    def _is_attribute(self, sentence: Span, start: int) -> bool:
        """Tells whether a name belongs to what stands before it: `the term of the Clerk will end`."""
        before = [token.lower_ for token in sentence.doc[max(sentence.start, start - 2) : start]]
        return bool(before) and (before[-1] in _OF or (before[0] in _OF and before[-1] in _ARTICLES))

    def _are_members(self, sentence: Span, found: ActorList) -> bool:
        """Tells whether several people are told as those of whom a group consists: `a panel of AB, CD and EF will`."""
        group = sentence.doc[max(sentence.start, found.start - 2) : found.start]
        is_group = len(group) == 2 and group[1].lower_ == "of" and group[0].lower_ in self._groups
        return is_group and len(found.actors) > 1 and all(actor.kind == "person" for actor in found.actors)

    def _fits(self, sentence: Span, actors: Sequence[Actor], pronoun: str) -> bool:
        """Tells whether a pronoun can mean actors: `they` is no single person, and `he` not two and not a `she`."""
        if pronoun == "they":
            return len(actors) > 1 or any(actor.kind != "person" for actor in actors)
        genders = genders_of(sentence.doc, self._profile)
        return pronoun not in _PERSONS or (len(actors) == 1 and genders.fits(actors[0], pronoun))

    def _before(self, sentence: Span, pronoun: str) -> Owners | None:
        """Gives the one person at the head of a sentence before: `The CC was late. He would write`."""
        for each in reversed(self._earlier(sentence)[-_SENTENCES_BACK:]):
            rest = behind_heading(each)
            head = each.doc._.actors.list_at(rest.start) if rest is not None else None
            is_body = head is not None and all(actor.kind == "body" for actor in head.actors)
            said = {token.lower_ for token in each}
            if head is not None and self._requests & said and "to" in said:
                # `The PCC asked CD to write. She was happy to`: she is hardly who asked for it.
                return None
            if head is not None and not (is_body and pronoun in _PERSONS):
                is_one = len(head.actors) == 1 and not is_body
                return Owners(head.actors, each.doc[head.start : head.end].text) if is_one else None
            if head is None and rest is not None and not self.is_pronoun(rest[0].lower_):
                return None
        return None

    def _of_block_before(self, sentence: Span, pronoun: str, turns: Turns) -> Owners | None:
        """Gives who alone speaks, and alone can be `he`, in the paragraph before one that begins `He would write`."""
        before = block_before(sentence)
        if pronoun not in _PERSONS or before is None or before[1].kind != "paragraph" or not before[0]:
            return None
        span, _ = before
        speakers = turns.speakers_within(span.start_char, span.end_char)
        heard = {actor for each in speakers for actor in each}
        heard |= {actor for found in span.doc._.actors.within(span) for actor in found.actors if actor.kind != "body"}
        alone = tuple(actor for actor in heard if self._fits(sentence, (actor,), pronoun))
        return Owners(alone) if speakers == {alone} and len(alone) == 1 else None

    def sentence_before(self, sentence: Span) -> Span | None:
        """Gives the sentence before another in its paragraph."""
        return next(iter(self._earlier(sentence)[-1:]), None)

    def _earlier(self, sentence: Span) -> list[Span]:
        return [each for each in sentences_of(block_span_of(sentence)) if each.end <= sentence.start]

    def _is_changed(self, sentence: Span, words: Sequence[str], pronoun: int) -> bool:
        """Tells whether `he` stands behind a sentence of two people of whom one is `she`: it may be either of them.

        So it is behind `The Chair reminded the Clerk that she had not written.`
        """
        others = _OTHERS.get(words[pronoun], frozenset())
        if not others or others & set(words):
            return False
        earlier = self._earlier(sentence)[-1:]
        said = {token.lower_ for span in earlier for token in span}
        if not others & said or words[pronoun] in said:
            return False
        named = [actor for found in sentence.doc._.actors.within(earlier[0]) for actor in found.actors]
        known = [actor for actor in dict.fromkeys(named) if actor.kind != "body"]
        return sum(self._fits(sentence, (actor,), words[pronoun]) for actor in known) > 1

    def _is_rather_another(self, sentence: Span, actors: Sequence[Actor], pronoun: str) -> bool:
        """Tells whether nothing says that somebody is `she`, while somebody else named in the paragraph before is."""
        genders = genders_of(sentence.doc, self._profile)
        if pronoun not in _PERSONS or all(genders.is_known(actor) for actor in actors):
            return False
        named = {
            actor
            for each in self._earlier(sentence)
            for found in sentence.doc._.actors.within(each)
            for actor in found.actors
        }
        return any(genders.is_known(actor) and genders.fits(actor, pronoun) for actor in named - set(actors))

    def _tells_before(self, sentence: Span) -> bool:
        """Tells whether whoever heads the sentence right before tells something in it."""
        earlier = self.sentence_before(sentence)
        if earlier is None or earlier.doc._.actors.list_at(earlier.start) is None:
            return False
        return bool(self._remarks & {token.lower_ for token in earlier})
