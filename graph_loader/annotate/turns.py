"""Looks up who is speaking at a place of the document, from the exchanges and statements found there."""

from bisect import bisect_left, bisect_right
from collections import Counter

from spacy.tokens import Doc, Span

from graph_loader.annotate.extensions import block_span_of, source_offsets
from graph_loader.annotate.guests import Guests
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.profile_structure import STAND_IN, Organisations
from graph_loader.model.record import Actor


class Turns:
    """Holds the questions, answers and statements of one document by where they stand in its text.

    `askers` are those who put questions and answer none; `body` is the one held to account, when the document
    speaks of it as `the force` or the like, or one of its officers is there.
    """

    def __init__(self, doc: Doc, profile: Profile) -> None:
        self._doc = doc
        heard = bool(doc._.stand_in) and _is_heard(doc, profile.organisations)
        self.body = Actor(doc._.stand_in, "body") if heard else None
        self._guests = Guests(doc, profile)
        self._homes = _homes(doc)
        self._questions = [(x.start, x.end) for x in doc._.exchanges]
        said = [(r.start, r.end, r.speakers) for x in doc._.exchanges for r in x.responses]
        said += [(s.start, s.end, s.speakers) for s in doc._.statements]
        self._said = sorted(said, key=lambda turn: turn[:2])
        self._answers = {(r.start, r.end) for x in doc._.exchanges for r in x.responses}
        answerers = {actor for x in doc._.exchanges for response in x.responses for actor in response.speakers}
        self.askers = {actor for x in doc._.exchanges for actor in x.askers} - answerers

    def in_question(self, start_char: int, end_char: int) -> bool:
        """Tells whether characters of the `Doc` stand inside a question, and not in its answer in the same sentence."""
        start, end = source_offsets(self._doc, start_char, end_char)
        at = bisect_right(self._questions, start, key=lambda span: span[0])
        asked = at > 0 and end <= self._questions[at - 1][1]
        return asked and self._turn_at(start) is None

    def speakers_at(self, start_char: int) -> tuple[Actor, ...]:
        """Gives who speaks at a character of the `Doc`, nobody when no turn covers it."""
        start, _ = source_offsets(self._doc, start_char, start_char + 1)
        return self._turn_at(start) or ()

    def speakers_within(self, start_char: int, end_char: int) -> set[tuple[Actor, ...]]:
        """Gives the speakers of each turn that begins between two characters of the `Doc`."""
        start, end = source_offsets(self._doc, start_char, end_char)
        first, last = (bisect_left(self._said, place, key=lambda turn: turn[0]) for place in (start, end))
        return {speakers for _, _, speakers in self._said[first:last]}

    def begun_at(self, start_char: int) -> tuple[Actor, ...] | None:
        """Gives who speaks in the turn that begins at a character of the `Doc`, None where none does."""
        start, _ = source_offsets(self._doc, start_char, start_char + 1)
        turn = self._turn(start)
        return turn[2] if turn is not None and turn[0] == start else None

    def _turn_at(self, start: int) -> tuple[Actor, ...] | None:
        turn = self._turn(start)
        return turn[2] if turn else None

    def _turn(self, start: int) -> tuple[int, int, tuple[Actor, ...]] | None:
        at = bisect_right(self._said, start, key=lambda turn: turn[0])
        return self._said[at - 1] if at and start < self._said[at - 1][1] else None

    def body_at(self, start_char: int, sentence: Span) -> Actor | None:
        """Gives the body that answers for what is said at a character of the `Doc`, in a sentence that has its own.

        That is the speakers' own, if it is known; else the body held to account, unless somebody speaks who does not
        speak for it. A remark speaks for the speaker's body in its first sentence alone: the minutes may go on.
        """
        speakers = self.speakers_at(start_char)
        if self.askers & set(speakers):
            return None
        homes = {self._homes.get(actor.name) for actor in speakers}
        home = homes.pop() if len(homes) == 1 else None
        if home is not None:
            begin, _ = source_offsets(self._doc, sentence.start_char, start_char + 1)
            start, end, _ = self._turn(source_offsets(self._doc, start_char, start_char + 1)[0]) or (0, 0, ())
            return Actor(home, "body") if (start, end) in self._answers or start >= begin else None
        speakers = speakers or self._speakers_before(sentence)
        is_known = bool(speakers) and all(self._guests.is_own(actor) for actor in speakers)
        if self._guests.is_theirs and not is_known and not self._guests.tells_of_own(sentence):
            return None
        return None if any(self._is_other(actor) for actor in speakers) else self.body

    def _speakers_before(self, sentence: Span) -> tuple[Actor, ...]:
        """Gives who speaks in the sentence before one in which nobody does, in the same paragraph."""
        block = block_span_of(sentence)
        return self.speakers_at(sentence.start_char - 2) if sentence.start > block.start else ()

    def _is_other(self, actor: Actor) -> bool:
        return actor in self.askers or actor in self._guests or (actor.kind == "body" and actor != self.body)


def _is_heard(doc: Doc, organisations: Organisations) -> bool:
    """Tells whether the body that a common noun stands for is spoken of by it, or has an officer at the meeting."""
    nouns = {noun.casefold() for noun in organisations.stand_ins}
    titles = organisations.posts.get(STAND_IN, [])
    present = [person.role or "" for person in doc._.people if person.attendance == "present"]
    if any(title in role for role in present for title in titles):
        return True
    return any(token.lower_ in nouns and token.nbor(-1).lower_ == "the" for token in doc[1:])


def _homes(doc: Doc) -> dict[str, str]:
    """Maps people to the organisation that is printed beside them and that sent another one as well.

    A single guest may speak of what others do; those who come together speak for their own.
    """
    names = {
        form: each.name for each in doc._.bodies for form in (each.name, *each.aliases) if each.kind == "organisation"
    }
    homes = {person.name: names[person.organisation] for person in doc._.people if person.organisation in names}
    sent = Counter(homes.values())
    return {name: home for name, home in homes.items() if sent[home] > 1}
