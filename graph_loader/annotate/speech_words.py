"""Holds the words of a profile by which speech is reported, ready for look-up."""

from collections.abc import Sequence

from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.profile import Profile

PASSIVES = frozenset({"was", "were", "been"})
_MARKS = frozenset({"-", "–", "—", ":"})
_LONGEST_ASIDE = 30
_VERB_REACH = 4
"""How many words may stand between a speaker and the reporting verb."""


class SpeechWords:
    """Answers what a word or phrase does in reported speech; all words are case-folded."""

    def __init__(self, profile: Profile) -> None:
        speech = profile.speech
        self.questions = PhraseTable(speech.questions)
        self.remarks = PhraseTable(speech.remarks)
        self.between, self.joins = frozenset(speech.between), frozenset(speech.joins)
        self.pronouns, self.openers = frozenset(speech.pronouns), frozenset(speech.openers)
        self.interrogatives, self.inverted = frozenset(speech.interrogatives), frozenset(speech.inverted)
        self.asked_openers, self.reply_openers = frozenset(speech.asked_openers), frozenset(speech.reply_openers)
        self.after_openers, self.answering = frozenset(speech.after_openers), frozenset(speech.answering)
        self.replied, self.said_first = frozenset(speech.replied), frozenset(speech.said_first)
        self.asides, self.askers = frozenset(profile.roles.asides), frozenset(speech.askers)
        self.matters = PhraseTable({"matter": speech.matters})
        self.raised = PhraseTable({"raised": speech.raised})
        self.procedure = PhraseTable({"procedure": speech.procedure})
        self.movements = PhraseTable({"movement": speech.movements})
        self.unasked = PhraseTable({"unasked": speech.unasked})
        self.supporting = PhraseTable({"supporting": speech.supporting})
        self.arrivals = frozenset(speech.arrivals)
        self.decided = frozenset(speech.decided)
        self.past_leads = PhraseTable({"past": speech.past_leads})
        self.past_units = frozenset(speech.past_units)
        self.past_meetings = PhraseTable({"past": speech.past_meetings})
        self.occasions = frozenset(speech.occasions)
        self.elsewhere, self.moved = frozenset(speech.elsewhere), frozenset(speech.moved)
        self.question_nouns, self.clauses = speech.question_nouns, frozenset(speech.reported_clauses)
        self.put, self.answers = frozenset(speech.put), frozenset(speech.answers)
        self.answer_nouns, self.possessives = frozenset(speech.answer_nouns), speech.possessives
        self.views = self.answer_nouns | frozenset(speech.view_nouns)
        self.given, self.given_nouns = frozenset(speech.given), frozenset(speech.given_nouns)
        self.impersonal = frozenset(speech.impersonal)
        self.courtesies = frozenset(speech.courtesies)
        self.thanks = PhraseTable({"introductions": speech.introductions, "courtesies": speech.courtesies})
        self.tell = frozenset(speech.tell)
        self.finite = frozenset(profile.minutes.finite_verbs)
        self.object_verbs = frozenset(speech.object_verbs)
        self.past_verbs = frozenset(speech.past_verbs)
        self.collective = frozenset(word.casefold() for word in profile.roles.collective)
        phrases = [*profile.commitments.agreed, *profile.commitments.undertaken]
        self.consents = frozenset(phrase.split()[0] for phrase in phrases if phrase.endswith(" to"))
        self.stances = self.answer_nouns | frozenset(speech.stances)
        self.heads = frozenset(head.casefold() for head in profile.roles.heads)

    def opens_after(self, words: Sequence[str]) -> bool:
        """Tells whether words begin as `Following a question from AB` and `Further to a query by AB` do."""
        return words[0] in self.after_openers and (words[0] != "further" or words[1:2] in (("to",), ["to"]))

    def verb_after(self, words: Sequence[str], position: int) -> int | None:
        """Finds where a reporting verb begins behind a speaker, over adverbs, auxiliaries and an aside."""
        position = after_aside(words, position)
        position += self.is_marked_off(words, position)
        for at in range(position, min(position + _VERB_REACH, len(words))):
            if self.is_reporting(words, at):
                return at
            if words[at] not in self.between and not self.is_passive(words, at):
                return None
        return None

    def is_marked_off(self, words: Sequence[str], at: int) -> bool:
        """Tells whether a mark parts a name from its reporting verb: `Cllr Ash - asked that …`."""
        return at + 1 < len(words) and words[at] in _MARKS and self.is_reporting(words, at + 1)

    def is_reporting(self, words: Sequence[str], at: int) -> bool:
        """Tells whether a reporting verb begins at a position."""
        if at >= len(words) or not (self.questions.may_begin(words[at]) or self.remarks.may_begin(words[at])):
            return False
        return bool(self.questions.match(words, at) or self.remarks.match(words, at))

    def is_passive(self, words: Sequence[str], at: int) -> bool:
        """Tells whether `was asked`, `were also queried` or the like stands at a position."""
        if words[at] not in PASSIVES:
            return False
        asked = at + 1 + (words[at + 1 : at + 2] in (("also",), ["also"]))
        return asked < len(words) and self.questions.match(words, asked) is not None

    def behind_passive(self, words: Sequence[str], at: int) -> bool:
        """Tells whether `was` or `were` stands before a position, with at most one adverb between."""
        return words[at - 1] in PASSIVES or (at > 1 and words[at - 1] in self.between and words[at - 2] in PASSIVES)

    def is_joined(self, words: Sequence[str], at: int) -> bool:
        """Tells whether a verb is joined to the one before it: `… and also asked`, `… by asking`, `…, asking`."""
        if words[at].endswith("ing") and words[at - 1] == ",":
            return not (self.elsewhere | {"that"}) & set(words[:at])
        before = list(words[max(0, at - 3) : at])
        while before and (before[-1] in self.between or before[-1] in self.pronouns):
            before.pop()
        return bool(before) and before[-1] in self.joins


def after_aside(words: Sequence[str], position: int) -> int:
    """Gives the position behind the aside between commas or brackets that may follow a name: `Mr Hale, Clerk, said`."""
    closing = {",": ",", "(": ")"}.get(words[position] if position < len(words) else "")
    if closing is None:
        return position
    for at in range(position + 2, min(position + _LONGEST_ASIDE, len(words))):
        if words[at] == closing:
            return at + 1
    return position
