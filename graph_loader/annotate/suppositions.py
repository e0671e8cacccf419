"""Tells what is only supposed, foreseen, told some other time or done in the meeting itself: no promise."""

from collections.abc import Collection, Sequence

from graph_loader.annotate.phrases import PhraseTable
from graph_loader.annotate.profile import Profile

_AS_IF = ("as", "if")
_CLAUSE_WORDS = 8
"""How far before the modal a word that opens a conditional clause is looked for."""
_BEFORE_IF = frozenset({"so", "but", "and", "then", ",", "“", '"', "now"})
"""What may stand before an `if` at the head of a clause."""
_STOP_MARKS = frozenset({",", ";", ":"})
_JOINS = frozenset({"and", "or", "but"})
_IF = frozenset({"if", "unless"})
_INVERTED = frozenset({"should", "were", "had", "provided"})
"""How a sentence begins that supposes something with no `if`: `Should the bid fail, …`."""
_SOMEBODY = frozenset({"he", "she", "they", "we", "i"})
_BELIEFS = frozenset({"think", "believe", "expect", "anticipate"})
_DENIALS = frozenset({"not", "n't", "never"})
_FIGURE_WORDS = 4
"""How far behind a verb of rising the figure stands: `rise further to 380`."""
_CLAUSE_HEADS = frozenset({"that", ":", ";"})


class Suppositions:
    """Knows the words of one profile by which a future is none that anybody promises here and now."""

    def __init__(self, profile: Profile) -> None:
        words = profile.commitments
        self._conditions, self._forecasts = frozenset(words.conditions), frozenset(words.forecasts)
        self._rules_of, self._trends = frozenset(words.rules_of), frozenset(words.trends)
        self._happenings, self._drifting = frozenset(words.happenings), frozenset(words.drifting)
        self._only_if = PhraseTable({"only if": words.only_if})
        self._asked_if = frozenset(words.asked_if)
        self._told, self._adverbs = frozenset(words.told), frozenset(words.adverbs) | {"been", "not"}
        self._finite_verbs = frozenset(profile.minutes.finite_verbs)
        self._self_ending = PhraseTable({"of itself": words.self_ending})
        self._here = PhraseTable({"here": words.in_meeting})

    def hold(self, words: Sequence[str], at: int, verb: int) -> bool:
        """Tells whether a modal at a position, whose verb stands at another, promises nothing."""
        is_likened = any(tuple(words[behind : behind + 2]) == _AS_IF for behind in range(verb, len(words)))
        is_here = any(self._here.match(words, behind) for behind in range(verb, len(words)))
        return self._is_of_itself(words, at, verb) or (
            is_likened or is_here or _is_of_next_meeting(words, at) or _is_unreal(words, at) or self._told_of(words, at)
        )

    def _is_of_itself(self, words: Sequence[str], at: int, verb: int) -> bool:
        """Tells whether a thing comes about by itself: `demand will rise`, unless to a figure, `the Act will begin`."""
        deed = next(
            (there for there in range(verb, len(words)) if words[there] not in self._adverbs | {"to", "be"}), at
        )
        figures = any(word[:1].isdigit() for word in words[deed + 1 : deed + _FIGURE_WORDS])
        if any(self._self_ending.match(words, there) for there in range(verb, deed + 1)):
            return True
        is_trend = words[deed] in self._trends and not figures
        start = next((mark + 1 for mark in range(at - 1, -1, -1) if words[mark] in _CLAUSE_HEADS | _STOP_MARKS), 0)
        subject = [word for word in words[start:at] if word not in {"the", "a", "an", "this"}]
        if subject and {subject[-1], " ".join(subject[-2:])} & self._drifting:
            is_done_to = deed > verb and words[deed].endswith(("ed", "en"))
            return not is_done_to
        return is_trend or (len(subject) == 1 and subject[0] in self._happenings)

    def _told_of(self, words: Sequence[str], at: int) -> bool:
        """Tells whether the clause of a modal is what somebody foresees, or what was told some other time.

        `estimated that … would`, `had been told by the agent that … would`, `had promised that … would`.
        """
        that = _opening_that(words, at)
        if that is None:
            return False
        if words[that - 1] in self._forecasts or words[max(0, that - 2)] in self._rules_of:
            return True
        told = (there for there in range(1, that) if words[there] in self._told)
        return any(self._is_earlier(words, there) and not _STOP_MARKS & set(words[there:that]) for there in told)

    def _is_earlier(self, words: Sequence[str], at: int) -> bool:
        """Tells `had promised` and `have now been told` from `promised` and `was told`."""
        before = at - 1
        while before > 0 and words[before] in self._adverbs:
            before -= 1
        is_passive = "been" in words[before:at]
        return words[before] == "had" or (is_passive and words[before] in {"have", "has"})

    def is_conditional(self, words: Sequence[str], at: int) -> bool:
        """Tells whether the modal stands in a clause that `if` or the like opens; `those who rang will` left it.

        What somebody does `not think` is none either.
        """
        for before in range(at - 1, max(-1, at - 1 - _CLAUSE_WORDS), -1):
            if (words[before] in _STOP_MARKS and before < at - 1) or words[before] == "but":
                return False
            if words[before] in _BELIEFS and _DENIALS & set(words[max(0, before - 2) : before]):
                return True
            if words[before] in self._conditions:
                return not any(word in self._finite_verbs for word in words[before + 1 : at])
        return False

    def is_only_if(self, words: Sequence[str], verb: int) -> bool:
        """Tells whether a condition stands behind what is announced: `will be given notice if it is not worked`."""
        if self.is_last_resort(words, verb):
            return True
        ifs = (at for at in range(verb + 1, len(words)) if words[at] in _IF)
        at = next(ifs, None)
        return at is not None and words[at - 1] not in self._asked_if

    def is_last_resort(self, words: Sequence[str], verb: int) -> bool:
        """Tells whether what is announced is done in no other case: `only if`, `as a last resort`."""
        return any(self._only_if.match(words, at) for at in range(verb, len(words)))

    def depends(self, words: Sequence[str], at: int) -> bool:
        """Tells whether what a modal announces depends on something: `if they did, the ward would open`.

        `If approved, it would open` only waits for a decision.
        """
        heads = (before for before in range(at - 1, -1, -1) if words[before] in _CLAUSE_HEADS)
        # `If that happened, …`: what is supposed stands for a clause.
        start = next((before + 1 for before in heads if before == 0 or words[before - 1] != "if"), 0)
        opening = next((here for here in range(start, at) if words[here] not in _BEFORE_IF), at)
        if opening == 0 and words[0] in _INVERTED and "," in words[:at]:
            return True
        if words[opening] not in _IF:
            return False
        following = words[opening + 1 : opening + 3]
        return not (following[0].endswith("ed") and following[1:] == [","])


def _opening_that(words: Sequence[str], at: int) -> int | None:
    """Gives where the `that` stands that opens the clause of a modal, with no stop between; `and that` goes on."""
    that = _that_before(words, at)
    if that is None or _STOP_MARKS & set(words[that:at]):
        return None
    while that is not None and words[that - 1] in _JOINS:
        that = _that_before(words, that)
    return that


def _that_before(words: Sequence[str], at: int) -> int | None:
    return next((there for there in range(at - 1, 0, -1) if words[there] == "that"), None)


def _is_unreal(words: Sequence[str], at: int) -> bool:
    """Tells whether a clause before a modal only supposes: `If he were to ring, she would …`, `Were it red, …`."""
    if words[0] == "if":
        return any(tuple(words[there : there + 2]) == ("were", "to") for there in range(1, at - 2))
    return words[0] in {"were", "had"} and "," in words[:at]


def _is_of_next_meeting(words: Sequence[str], at: int) -> bool:
    """Tells whether the words before a modal make it say only when a next meeting is, which is no promise."""
    if words[at - 1] in _SOMEBODY:
        # `At the next meeting he would`: the meeting only tells when.
        return False
    before: Collection[str] = words[max(0, at - _CLAUSE_WORDS) : at]
    near = list(before)
    next_at = near.index("next") if "next" in near else len(near)
    return "meeting" in near[next_at + 1 : next_at + 4]
