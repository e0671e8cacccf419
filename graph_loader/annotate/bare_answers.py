"""Tells answers that say no more than that it is so: `It did not.`, `There were, since May.`, `Yes.`."""

from collections.abc import Collection, Sequence

_SUBJECTS = frozenset({"it", "there", "this", "that", "these", "those", "all", "none", "both"})
_DENIALS = frozenset({"not", "n't", "indeed", "already", "now", "all", "never"})
_ENDS = frozenset({".", ",", ";", "but", "because", "and", "though", "although", "until", "since", "–", "—"})
_WORDS = frozenset({"yes", "no"})
_MOST_WORDS = 2
"""How many words of denying may stand behind the auxiliary."""


def is_bare_answer(words: Sequence[str], auxiliaries: Collection[str]) -> bool:
    """Tells whether a sentence, by its case-folded words, leaves out the verb, which the question before it has."""
    if words[0] in _WORDS:
        return len(words) == 1 or words[1] in _ENDS
    if len(words) < 3 or words[0] not in _SUBJECTS or words[1] not in auxiliaries:
        return False
    at = 2
    while at < min(2 + _MOST_WORDS, len(words) - 1) and words[at] in _DENIALS:
        at += 1
    return words[at] in _ENDS
