"""Finds who is to do a thing: named in front of `to`, in a column beside it, in brackets behind it, or as agent."""

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Span

from graph_loader.annotate.actors import ActorIndex
from graph_loader.model.record import Actor

_FRONT_STOPS = {")", "):", ":", "-", "–", "—"}
_MODALS = {"will", "shall", "should", "must", "would"}
_LIST_WORDS = {"/", "&", "and", ",", "the", "(", ")", "-", "–", "+", ";", ".", "[", "]"}


@dataclass(frozen=True, slots=True)
class Owners:
    """Is the owners of a commitment with the words that name them; no actors when the words name nobody known."""

    actors: tuple[Actor, ...] = ()
    text: str | None = None


NOBODY = Owners()


def owners_only(span: Span, index: ActorIndex) -> Owners | None:
    """Reads a run of words that holds owners and nothing else (`PCC / CC`, `DT/MS`), None when it holds more."""
    named = list(index.within(span))
    covered = {at for found in named for at in range(found.start, found.end)}
    rest = [
        token for token in span if token.i not in covered and token.lower_ not in _LIST_WORDS and not token.is_space
    ]
    if (
        len(rest) > 3
        or any(not (_is_short_form(token.text) or token.is_upper) for token in rest)
        or not (named or rest)
    ):
        return None
    actors = tuple(dict.fromkeys(actor for found in named for actor in found.actors))
    return Owners(() if rest else actors, span.text.strip("()[] "))


def owners_before_to(span: Span, index: ActorIndex) -> Owners:
    """Reads `The DCC to review …`, `PCC / CC to discuss …` and `… : AB to write …`: the actors right before `to`."""
    found = index.list_at(span.start)
    end = _after_bracket(span, found.end) if found is not None else span.end
    if found is not None and end < span.end and span.doc[end].lower_ == "to":
        return Owners(found.actors, span.doc[found.start : found.end].text)
    if found is None and len(span) > 2 and _is_short_form(span[0].text) and span[1].text == "to":
        return Owners((), span[0].text)
    return NOBODY


def owners_before_will(span: Span, index: ActorIndex) -> Owners:
    """Reads `The ACC will share …` behind the label of an action."""
    found = index.list_at(span.start)
    if found is None or found.end >= span.end or span.doc[found.end].lower_ not in _MODALS:
        return NOBODY
    return Owners(found.actors, span.doc[found.start : found.end].text)


def owners_in_front(span: Span, index: ActorIndex) -> tuple[Owners, Span]:
    """Parts `AB – circulate the list` and `(AB): circulate the list` into the owners and what they are to do."""
    opened = span.start + (span[0].text == "(")
    opened += span[opened - span.start].lower_ == "for" if opened < span.end else 0
    found = index.list_at(opened)
    end = found.end if found is not None else span.end
    while end < span.end and span.doc[end].text in _FRONT_STOPS:
        end += 1
    if found is None or end == found.end or end >= span.end:
        return NOBODY, span
    return Owners(found.actors, span.doc[found.start : found.end].text), span.doc[end : span.end]


def owners_behind(span: Span, index: ActorIndex) -> Owners:
    """Reads owners in brackets or behind a dash at the end: `… write to the Council (AB)`, `… report – CC`."""
    tail = span[max(0, len(span) - 10) :]
    dashes = [token.i for token in tail if token.text in {"–", "—"}]
    dated = {mention.start_char for mention in span.doc._.dates} if len(dashes) > 1 else set()
    if dashes[1:] and span.doc[dashes[-1] + 1 : span.end] and span.doc[dashes[-1] + 1].idx in dated:
        # `… be shared – AB – 31 March`: the day stands behind whose it is.
        span, tail = span.doc[span.start : dashes[-1]], span.doc[tail.start : dashes[-1]]
    opening = next((token.i for token in reversed(list(tail)) if token.text in {"(", "–", "-", "["}), None)
    if opening is None or opening + 1 >= span.end:
        return NOBODY
    found = owners_only(span.doc[opening + 1 : span.end], index)
    return found if found is not None and found.actors else NOBODY


def owners_last(span: Span, index: ActorIndex) -> Owners:
    """Reads owners that stand as a sentence of their own at the end: `Circulate the list. CC`."""
    stop = next((at for at in range(len(span) - 2, 0, -1) if span[at].text == "."), None)
    found = owners_only(span[stop + 1 :], index) if stop is not None else None
    return found if found is not None and found.actors else NOBODY


def owners_named(span: Span, index: ActorIndex, heads: Collection[str]) -> Owners:
    """Reads owners behind the name of their column: `… be shared. Owner: AB. Due: May`."""
    for token in span[:-2]:
        if token.lower_ in heads and token.nbor(1).text == ":":
            found = index.list_at(token.i + 2)
            if found is not None:
                return Owners(found.actors, span.doc[found.start : found.end].text)
    return NOBODY


def owners_by(span: Span) -> Owners:
    """Reads the agent of a passive: `… be reviewed by the Clerk`."""
    return _behind(span, "by") or NOBODY


def owners_from(span: Span) -> Owners | None:
    """Reads from whom somebody gets a thing: `… receive a letter from the Clerk`; None where nobody known is named."""
    return _behind(span, "from")


def _behind(span: Span, preposition: str) -> Owners | None:
    for token in span:
        found = span.doc._.actors.list_at(token.i + 1) if token.lower_ == preposition else None
        if found is not None:
            return Owners(found.actors, span.doc[found.start : found.end].text)
    return None


def _after_bracket(span: Span, end: int) -> int:
    """Steps over a short form in brackets behind a name: `Working Group (WG) to`."""
    bracketed = [token.text for token in span.doc[end : end + 3]]
    return end + 3 if bracketed[:1] == ["("] and bracketed[2:] == [")"] else end


def _is_short_form(word: str) -> bool:
    return 1 < len(word) <= 5 and word[0].isupper() and sum(char.isupper() for char in word) >= 2
