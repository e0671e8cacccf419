"""Finds the signs that a later passage takes up an earlier one, and says them in words that a person can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from graph_loader.annotate.action_numbers import is_count
from graph_loader.model.dates import last_day
from graph_loader.model.ids import fold
from graph_loader.resolve.links.spoken_dates import months_between
from graph_loader.resolve.links.units import Unit
from graph_loader.resolve.links.vectors import cosine
from graph_loader.resolve.links.weights import ASKED, DOUBT, TOLD
from graph_loader.resolve.passage import Passage

_REPLY = 0.9
_PHRASES_COUNTED, _RARE_PHRASE = 2, 0.6
_SOON, _NEAR_DUE = 12, 6
"""How many months behind its date a promise is spoken of soon, and what is told of it may have been late by."""
_WORDS_COUNTED, _WORDS_TOLD = 3, 4
_SAY = "both say"
_Sign = tuple[str, float, str]
"""The name of a sign, how strong it is from 0 to 1 or more, and what it says, if it is worth telling."""


@dataclass(frozen=True)
class Match:
    """Is an earlier passage and a later one that takes it up, how surely, and why."""

    earlier: Passage
    later: Passage
    score: float
    reasons: tuple[str, ...]
    sentence: str = ""
    """The sentence that ties them, of the later one, but of the earlier one where that is an agenda item."""
    weight: float = 0.0
    """What the signs outweigh doubt by."""


def compare(earlier: Unit, later: Unit, one_issue: bool, least: float) -> Match | None:
    """Holds a later passage against an earlier one; gives nothing where the signs are less sure than asked for."""
    promised = earlier.passage.kind == "commitment"
    signs = [*_of_words(earlier, later), *_of_place(earlier, later, one_issue)]
    if promised:
        signs += _of_deeds(earlier, later, one_issue)
    if not any(reason for _, _, reason in signs):
        return None
    signs += _of_setting(earlier, later, one_issue)
    if promised:
        signs += [*_of_telling(earlier, later, one_issue), *_of_dates(earlier, later, one_issue)]
    elif earlier.passage.kind != "question":
        if not one_issue:
            return None
        signs.append(("remark", 1.0, ""))
    weights = TOLD if promised and later.passage.kind != "question" else ASKED
    weighed = [(weights.get(name, 0.0) * strength, reason) for name, strength, reason in signs]
    weight = weights[DOUBT] + sum(weight for weight, _ in weighed)
    score = 1 / (1 + exp(-weight))
    if score < least:
        return None
    told = tuple(reason for weight, reason in sorted(weighed, key=lambda sign: -sign[0]) if reason and weight > 0)
    shared = ", ".join(f"“{word}”" for word in _shared(earlier, later))
    reasons = tuple(f"{reason} {shared}" if reason == _SAY else reason for reason in told)
    remark = earlier.text if earlier.passage.kind == "item" else ""
    return Match(earlier.passage, later.passage, round(score, 4), reasons, remark or later.text, weight)


def followed(match: Match, reply: Passage) -> Match:
    """Makes a match with what is said in reply to a question that takes up the same."""
    reasons = ("in reply to a question about it", *match.reasons)
    return Match(match.earlier, reply, round(match.score * _REPLY, 4), reasons, reply.text, match.weight)


def _of_words(earlier: Unit, later: Unit) -> Iterator[_Sign]:
    shared = _shared_weights(earlier, later)
    if shared:
        yield "telling words", sum(shared.values()), ""
    if len(shared) > 1:
        yield "several telling words", 1.0, ""
    both = earlier.content & later.content
    if both:
        yield "words", min(1.0, len(both) / _WORDS_COUNTED), _SAY if shared else ""
        yield "share of the earlier", len(both) / len(earlier.content), ""
    yield "words around", cosine(earlier.vector, later.vector), ""
    phrases = _phrases(earlier, later)
    if phrases:
        quoted = ", ".join(f"“{words}”" for _, words in phrases)
        yield "phrase", sum(weight for weight, _ in phrases), f"the same phrase {quoted}"
    if earlier.passage.kind == later.passage.kind and fold(earlier.text) == fold(later.text):
        yield "verbatim", 1.0, "said again in the same words"
    common = earlier.programmes.keys() & later.programmes.keys()
    strength = {node: earlier.programmes[node][0] * later.programmes[node][0] for node in common}
    if strength:
        node = max(strength, key=lambda each: (strength[each], each))
        yield "programme", strength[node], f"about {later.programmes[node][1]}"


def _of_headings(earlier: Unit, later: Unit) -> Iterator[_Sign]:
    """Yields that what was promised elsewhere has a heading of its own now, or the other way round."""
    for words, heading, other in ((earlier, later.heading, earlier.heading), (later, earlier.heading, later.heading)):
        new = {term: weight for term, weight in heading.items() if term not in other}
        shared = [weight for term, weight in new.items() if words.own.get(term)]
        if shared:
            share = sum(weight for weight, _ in shared) / sum(weight for weight, _ in heading.values())
            quoted = ", ".join(f"“{word}”" for _, word in sorted(shared, reverse=True))
            yield "heading", share * max(shared)[0], f"a heading with {quoted}"


def _phrases(earlier: Unit, later: Unit) -> list[tuple[float, str]]:
    """Gives the rarest phrases of the later passage that the earlier one has too."""
    both = [later.phrases[pair] for pair in earlier.phrases.keys() & later.phrases.keys()]
    rare = sorted((each for each in both if each[0] >= _RARE_PHRASE), key=lambda each: (-each[0], each[1]))
    return rare[:_PHRASES_COUNTED]


def _of_place(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[_Sign]:
    """Yields that both bear a number, or that only one thing had been promised where both stand."""
    if earlier.passage.kind != "commitment":
        return
    if not one_issue and later.passage.kind != "question":
        yield from _of_headings(earlier, later)
    number = earlier.passage.number
    if number in later.numbers and (not is_count(number) or earlier.passage.date == later.meeting_before):
        yield "number", 1.0, f"both bear the number {number}"
    if one_issue and earlier.sole:
        yield "alone", 1.0, "the only thing that was promised under its heading"
        if _is_soon(earlier, later) and _tells(earlier, later):
            yield "alone and told", 1.0, ""


def _of_deeds(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[_Sign]:
    """Yields that the promised deed is told by its verb or by another, or that what was to be made is spoken of."""
    done = {later.done[verb]: verb for verb in sorted(earlier.verbs & later.done.keys())}
    # What was promised on an issue may be told with the words that all say of it, which weigh nothing there.
    both_speak = bool(_shared(earlier, later))
    near = one_issue or later.arising
    programmes = earlier.programmes.keys() & later.programmes.keys()
    if done and (one_issue or programmes or _besides(earlier, later, set(done.values()))):
        yield "done", 1.0, f"tells of “{min(done)}”"
    elif (near or both_speak) and not later.ahead and earlier.verbs.isdisjoint(later.told):
        deeds = earlier.deeds[0] & later.deeds[1]
        if deeds:
            yield "deed", 1.0, f"tells that something was done as one may “{min(deeds)}”"
    many = earlier.counts & later.counts
    if many and (one_issue or both_speak):
        yield "count", 1.0, f"both count {min(many)}"


def _tells(earlier: Unit, later: Unit) -> bool:
    """Tells whether a passage speaks as of something promised before."""
    if later.passage.kind == "question":
        return False
    return later.recalls or not earlier.verbs.isdisjoint(later.done)


def _is_soon(earlier: Unit, later: Unit) -> bool:
    return _months_behind(earlier, later) <= _SOON


def _months_behind(earlier: Unit, later: Unit) -> int:
    """Gives how long after an earlier passage, or after what it promised was due, a later one comes."""
    one = earlier.passage
    return months_between(max(one.due or "", one.date or "")[:10], later.passage.date) or 0


def _besides(earlier: Unit, later: Unit, verbs: set[str]) -> bool:
    """Tells whether two passages share a word beside some verbs."""
    return any(later.vector.get(term) and weight and term not in verbs for term, weight in earlier.own.items())


def _of_setting(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[_Sign]:
    if one_issue:
        yield "issue", 1.0, "under the same issue"
    elif _is_elsewhere(earlier, later):
        yield "elsewhere", 1.0, ""
    if set(earlier.passage.actors) & set(later.passage.actors):
        yield "people", 1.0, "the same people"


def _is_elsewhere(earlier: Unit, later: Unit) -> bool:
    """Tells whether two passages that are not under one issue each stand under one of their own."""
    return not later.arising and earlier.issue is not None and later.issue is not None


def _of_telling(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[_Sign]:
    """Yields what in a later passage says that it tells of a promise."""
    if later.recalls and (one_issue or earlier.programmes.keys() & later.programmes.keys()):
        yield "recalls", 1.0, "takes up something said before"
    if later.outcome and later.passage.kind not in ("question", "commitment"):
        yield "outcome", 1.0, "tells what became of something"
    if later.perfect:
        yield "perfect", 1.0, ""
    if later.passage.kind == "item":
        yield "told by nobody", 1.0, ""
    from_last = earlier.passage.date == later.meeting_before
    if from_last:
        yield "from the last", 1.0, ""
    if later.arising:
        yield "arising", 1.0, "under what arises from earlier minutes"
        if from_last:
            yield "arising from the last", 1.0, ""


def _of_dates(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[_Sign]:
    named = _named(earlier, later)
    if named:
        yield f"names {named}", 1.0, f"names the month in which it was {named}"
        yield "recalls a date", float(later.recalls), ""
    elif (one_issue or later.arising) and _names_near_due(earlier, later):
        yield "names near due", 1.0, "names a month soon after its date"
    come = last_day(earlier.passage.due)
    if come and later.passage.date and come.isoformat() <= later.passage.date:
        yield "come", 1.0, "its date had come"
    yield "late", max(0, _months_behind(earlier, later) - _SOON) / 12, ""
    due, again = earlier.passage.due, later.passage.due
    if due and again and due[:7] == again[:7]:
        yield "same date", 1.0, "the same date"
    # Of two promises about one programme each may have its own date: it takes a word in common to say that one moved.
    if due and again and due[:7] < again[:7]:
        if _shared(earlier, later) and (one_issue or not _is_elsewhere(earlier, later)):
            yield "moved", 1.0, "a later date"
        if one_issue and later.recalls:
            yield "moved, as it recalls", 1.0, "" if _shared(earlier, later) else "a later date"


def _names_near_due(earlier: Unit, later: Unit) -> bool:
    """Tells whether a passage names a month not long behind the one in which something was due."""
    due = earlier.passage.due or ""
    if later.ahead:
        return False
    behind = (months_between(f"{due[:7]}-01", f"{month}-01") for month in later.dates.months)
    return any(months is not None and 0 < months <= _NEAR_DUE for months in behind)


def _named(earlier: Unit, later: Unit) -> str:
    """Says which date of the earlier passage the later one names, if any."""
    dates = (("due", earlier.passage.due), ("made", earlier.passage.date))
    return next((what for what, date in dates if later.dates.speak_of(date)), "")


def _shared(earlier: Unit, later: Unit) -> list[str]:
    """Gives the words of the later passage that the earlier one has too, the most telling first."""
    weights = _shared_weights(earlier, later)
    most = sorted(weights, key=lambda term: (-weights[term], term))
    return [later.words[term] for term in most[:_WORDS_TOLD]]


def _shared_weights(earlier: Unit, later: Unit) -> dict[str, float]:
    weights = {term: weight * later.own[term] for term, weight in earlier.own.items() if term in later.own}
    return {term: weight for term, weight in weights.items() if weight > 0}
