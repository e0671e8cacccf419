"""Weighs the signs that a later passage takes up an earlier one, and says them in words that a person can check."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_loader.resolve.links.units import Unit
from graph_loader.resolve.links.vectors import cosine, together
from graph_loader.resolve.passage import Passage

_COSINE_AT_MOST = 0.5
_REPLY = 0.9
_WORDS_TOLD = 4


@dataclass(frozen=True)
class Match:
    """Is an earlier passage and a later one that takes it up, how surely, and why."""

    earlier: Passage
    later: Passage
    score: float
    reasons: tuple[str, ...]


def compare(earlier: Unit, later: Unit, one_thread: bool) -> Match:
    """Holds a later passage against an earlier one."""
    signs = [sign for sign in _signs(earlier, later, one_thread) if sign[0] > 0]
    told = tuple(reason for _, reason in sorted(signs, reverse=True) if reason)
    return Match(earlier.passage, later.passage, together([weight for weight, _ in signs]), told)


def followed(match: Match, reply: Passage) -> Match:
    """Makes a match with what is said in reply to a question that takes up the same."""
    reason = "said in reply to a question that takes it up"
    return Match(match.earlier, reply, round(match.score * _REPLY, 4), (reason, *match.reasons))


def _signs(earlier: Unit, later: Unit, one_thread: bool) -> list[tuple[float, str]]:
    one, other = earlier.passage, later.passage
    shared = {term: weight * later.own[term] for term, weight in earlier.own.items() if term in later.own}
    signs = [
        (1 - 0.65 ** sum(shared.values()), f"both say {_quoted(shared, later)}" if shared else ""),
        (0.5 * min(1.0, cosine(earlier.vector, later.vector) / _COSINE_AT_MOST), ""),
    ]
    for node in sorted(earlier.programmes.keys() & later.programmes.keys()):
        signs.append((0.2, f"both name {later.programmes[node]}"))
    if one_thread:
        signs.append((0.12, "under the same issue"))
        if later.recalls:
            signs.append((0.15, "takes up something said before"))
    if set(one.actors) & set(other.actors):
        signs.append((0.05, "the same people"))
    for date, what in ((one.due, "due"), (one.date, "made")):
        if later.dates.speak_of(date):
            signs.append((0.35 if later.recalls else 0.12, f"names the month in which it was {what}"))
            break
    return signs


def _quoted(shared: dict[str, float], later: Unit) -> str:
    rarest: Sequence[str] = sorted(shared, key=lambda term: (-shared[term], term))[:_WORDS_TOLD]
    return ", ".join(f"“{later.words[term]}”" for term in rarest)
