"""Weighs the signs that a later passage takes up an earlier one, and says them in words that a person can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp

from graph_loader.model.dates import last_day
from graph_loader.model.ids import fold
from graph_loader.resolve.links.spoken_dates import months_between
from graph_loader.resolve.links.units import Unit
from graph_loader.resolve.links.vectors import cosine
from graph_loader.resolve.passage import Passage

_DOUBT = 4.2
"""What the signs must outweigh for a link to be more likely than not."""
_OWN, _AROUND, _SEVERAL, _PROGRAMME, _ISSUE, _PEOPLE = 3.5, 3.0, 0.8, 1.6, 0.8, 0.3
_RECALLS, _DUE, _MADE, _RECALLED_DATE, _MOVED, _SAME_DUE = 0.9, 2.0, 0.3, 2.0, 0.8, 1.5
_REPLY = 0.9
_PHRASE, _PHRASES_COUNTED, _RARE_PHRASE = 1.2, 2, 0.6
_VERBATIM = 1.5
_NUMBER, _HEADING, _SOLE = 6.0, 1.8, 1.6
_DONE, _COME, _OUTCOME, _SILENT, _REMARK = 1.2, 0.4, 0.6, 1.0, 0.8
_SOON, _LATE = 12, 0.6
_WORDS_TOLD = 4
_SAY = "both say"


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
    of_words = [*_of_words(earlier, later), *_of_place(earlier, later, one_issue)]
    if not any(reason for _, reason in of_words):
        return None
    signs = [*of_words, *_of_setting(earlier, later, one_issue)]
    if earlier.passage.kind == "commitment":
        signs += [*_of_telling(earlier, later, one_issue), *_of_dates(earlier, later)]
    elif earlier.passage.kind != "question":
        if not one_issue:
            return None
        signs.append((_REMARK, ""))
    weight = sum(weight for weight, _ in signs) - _DOUBT
    score = 1 / (1 + exp(-weight))
    if score < least:
        return None
    told = tuple(reason for _, reason in sorted(signs, key=lambda sign: -sign[0]) if reason)
    shared = ", ".join(f"“{word}”" for word in _shared(earlier, later))
    reasons = tuple(f"{reason} {shared}" if reason == _SAY else reason for reason in told)
    remark = earlier.text if earlier.passage.kind == "item" else ""
    return Match(earlier.passage, later.passage, round(score, 4), reasons, remark or later.text, weight)


def followed(match: Match, reply: Passage) -> Match:
    """Makes a match with what is said in reply to a question that takes up the same."""
    reasons = ("in reply to a question about it", *match.reasons)
    return Match(match.earlier, reply, round(match.score * _REPLY, 4), reasons, reply.text, match.weight)


def _of_words(earlier: Unit, later: Unit) -> Iterator[tuple[float, str]]:
    shared = [weight * later.own[term] for term, weight in earlier.own.items() if term in later.own]
    shared = [weight for weight in shared if weight > 0]
    if shared:
        yield _OWN * sum(shared), _SAY
    if len(shared) > 1:
        yield _SEVERAL, ""
    yield _AROUND * cosine(earlier.vector, later.vector), ""
    phrases = _phrases(earlier, later)
    if phrases:
        quoted = ", ".join(f"“{words}”" for _, words in phrases)
        yield _PHRASE * sum(weight for weight, _ in phrases), f"the same phrase {quoted}"
    if earlier.passage.kind == later.passage.kind and fold(earlier.text) == fold(later.text):
        yield _VERBATIM, "said again in the same words"
    both = earlier.programmes.keys() & later.programmes.keys()
    strength = {node: earlier.programmes[node][0] * later.programmes[node][0] for node in both}
    if strength:
        node = max(strength, key=lambda each: (strength[each], each))
        yield _PROGRAMME * strength[node], f"about {later.programmes[node][1]}"


def _of_headings(earlier: Unit, later: Unit) -> Iterator[tuple[float, str]]:
    """Yields that what was promised elsewhere has a heading of its own now, or the other way round."""
    for words, heading, other in ((earlier, later.heading, earlier.heading), (later, earlier.heading, later.heading)):
        new = {term: weight for term, weight in heading.items() if term not in other}
        shared = [weight for term, weight in new.items() if words.own.get(term)]
        if shared:
            share = sum(weight for weight, _ in shared) / sum(weight for weight, _ in heading.values())
            quoted = ", ".join(f"“{word}”" for _, word in sorted(shared, reverse=True))
            yield _HEADING * share * max(shared)[0], f"a heading with {quoted}"


def _phrases(earlier: Unit, later: Unit) -> list[tuple[float, str]]:
    """Gives the rarest phrases of the later passage that the earlier one has too."""
    both = [later.phrases[pair] for pair in earlier.phrases.keys() & later.phrases.keys()]
    rare = sorted((each for each in both if each[0] >= _RARE_PHRASE), key=lambda each: (-each[0], each[1]))
    return rare[:_PHRASES_COUNTED]


def _of_place(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[tuple[float, str]]:
    """Yields that both bear a number, or that only one thing had been promised where both stand."""
    if earlier.passage.kind != "commitment":
        return
    if not one_issue and later.passage.kind != "question":
        yield from _of_headings(earlier, later)
    numbers = earlier.numbers & later.numbers if earlier.passage.number else frozenset[str]()
    if earlier.passage.number in numbers:
        yield _NUMBER, f"both bear the number {earlier.passage.number}"
    if one_issue and earlier.sole and _is_soon(earlier, later) and _tells(earlier, later):
        yield _SOLE, "the only thing that was promised under its heading"


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


def _of_setting(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[tuple[float, str]]:
    if one_issue:
        yield _ISSUE, "under the same issue"
    if set(earlier.passage.actors) & set(later.passage.actors):
        yield _PEOPLE, "the same people"


def _of_telling(earlier: Unit, later: Unit, one_issue: bool) -> Iterator[tuple[float, str]]:
    """Yields what speaks for a later passage telling of a promise, or against it where nothing in it does so."""
    programmes = earlier.programmes.keys() & later.programmes.keys()
    if later.recalls and (one_issue or programmes):
        yield _RECALLS, "takes up something said before"
    done = {later.done[verb]: verb for verb in sorted(earlier.verbs & later.done.keys())}
    # What alone was promised on an issue may be told with the words that all say of it, which weigh nothing there.
    alone = one_issue and earlier.sole and _is_soon(earlier, later)
    if done and (alone or programmes or _besides(earlier, later, set(done.values()))):
        yield _DONE, f"tells of “{min(done)}”"
    if later.passage.kind in ("question", "commitment"):
        return
    if later.outcome:
        yield _OUTCOME, "tells what became of something"
    elif not (later.done or later.recalls or _named(earlier, later)):
        yield -_SILENT, ""


def _of_dates(earlier: Unit, later: Unit) -> Iterator[tuple[float, str]]:
    named = _named(earlier, later)
    if named:
        weight = (_DUE if named == "due" else _MADE) + _RECALLED_DATE * later.recalls
        yield weight, f"names the month in which it was {named}"
    come = last_day(earlier.passage.due)
    if come and later.passage.date and come.isoformat() <= later.passage.date:
        yield _COME, "its date had come"
    long_ago = _months_behind(earlier, later)
    if long_ago > _SOON:
        yield -_LATE * (long_ago - _SOON) / 12, ""
    due, again = earlier.passage.due, later.passage.due
    if due and again and due[:7] == again[:7]:
        yield _SAME_DUE, "the same date"
    # Of two promises about one programme each may have its own date: it takes a word in common to say that one moved.
    if due and again and due[:7] < again[:7] and _shared(earlier, later):
        yield _MOVED, "a later date"


def _named(earlier: Unit, later: Unit) -> str:
    """Says which date of the earlier passage the later one names, if any."""
    dates = (("due", earlier.passage.due), ("made", earlier.passage.date))
    return next((what for what, date in dates if later.dates.speak_of(date)), "")


def _shared(earlier: Unit, later: Unit) -> list[str]:
    """Gives the words of the later passage that the earlier one has too, the most telling first."""
    weights = {term: weight * later.own[term] for term, weight in earlier.own.items() if later.own.get(term)}
    most = sorted((term for term in weights if weights[term] > 0), key=lambda term: (-weights[term], term))
    return [later.words[term] for term in most[:_WORDS_TOLD]]
