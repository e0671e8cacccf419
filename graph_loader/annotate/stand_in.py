"""Finds the body that `the force` or `the Council` stands for, and the bodies that go by the names of places.

A place-name speaks for a body when it stands in the head of the minutes, inside another name, or again and again; a
body that is only visited or compared does not get the part. Nobody gets it when two have equal claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from graph_loader.annotate.entities import Entity, Mention, printed_name
from graph_loader.annotate.extensions import BLOCKS
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.role_parts import head_of
from graph_loader.annotate.words import words_of
from graph_loader.model.ids import name_key

_HEAD_BLOCKS = 12
_LETTERHEAD = 3
# A full name is often a neighbour's; the panel and the commissioner of a place hold its own body to account.
_WEIGHTS = {"full": 0.7, "place": 1.0, "in_name": 3.0, "overseer": 5.0}
_HEAD_WEIGHT, _HOLDER_WEIGHT, _ACTS_WEIGHT = 4.0, 2.0, 1.5
_PRESENT = {"has", "have", "is", "are", "will"}
_NEEDED = 1.9
_LEAD = 1.3


@dataclass(frozen=True, slots=True)
class _Place:
    """Is one full name or place-name of a body: the place alone, inside a longer name, or in an overseer's name."""

    span: Span
    body: str
    role: Literal["full", "place", "in_name", "overseer"]


class PlaceBodies:
    """Holds the bodies of a profile that are called after places, such as forces after counties."""

    def __init__(self, nlp: Language, profile: Profile) -> None:
        organisations = profile.organisations
        self._nlp = nlp
        self._nouns = set(organisations.stand_ins)
        self._cues = set(organisations.stand_in_cues)
        self._suffixes = sorted(organisations.stand_in_suffixes, key=len, reverse=True)
        self._posts = {head_of(title) for title in profile.roles.titles}
        self._compounds = [phrase.casefold() for phrase in profile.names.compounds]
        forms = ((form, name) for name, shorts in organisations.known.items() for form in (name, *shorts))
        self._known = {form.casefold(): name for form, name in forms if self._place(form)}

    @property
    def known(self) -> bool:
        """Tells whether the profile lists such bodies; then nothing else can be the stand-in."""
        return bool(self._known)

    def find(self, doc: Doc, phrases: Iterable[Span]) -> tuple[str | None, list[Mention]]:
        """Gives the name of the stand-in and the mentions of it and of its like; `phrases` are names with a head.

        A profile with no noun for such bodies has none of them.
        """
        if not self._nouns:
            return None, []
        own = {printed_name(span) for span in phrases if self._place(span.text)}
        places = list(self._places(doc, {name.casefold(): name for name in sorted(own)} | self._known))
        body = _winner(self._scores(doc, places))
        printed = {place.body: printed_name(place.span) for place in reversed(places) if place.role == "full"}
        name = printed.get(body, body) if body else None
        mentions = list(self._mentions(places, body, printed))
        if name:
            mentions += self._nouns_of(doc, name)
        return name, mentions

    def _places(self, doc: Doc, full: Mapping[str, str]) -> Iterator[_Place]:
        bare = {self._place(form): name for form, name in full.items()}
        matcher = PhraseMatcher(doc.vocab, attr="LOWER")
        matcher.add("place", [self._nlp.make_doc(form) for form in (*full, *bare)])
        spans = [span for span in matcher(doc, as_spans=True) if span[0].text[0].isupper()]
        for span in filter_spans(spans):
            text = span.text.casefold()
            if self._is_of_other(span):
                continue
            if text not in full:
                yield _Place(span, bare[text], "in_name" if _in_name(span) else "place")
            elif self._continues(span):
                yield _Place(span[:-1], full[text], "overseer")
            else:
                yield _Place(span, full[text], "full")

    def _place(self, form: str) -> str:
        """Gives the place in `Marle Valley Police`, nothing when the form does not end in a suffix of such bodies.

        No place ends in `of`, as what stands before the suffix in `Inspectorate of Constabulary` does.
        """
        folded = form.casefold()
        suffix = next((s for s in self._suffixes if folded.endswith(f" {s.casefold()}")), None)
        place = folded[: -len(suffix) - 1].removeprefix("the ") if suffix else ""
        return "" if place.endswith(" of") else place

    def _is_of_other(self, span: Span) -> bool:
        """Tells whether a place goes on into a body of another sort: the Hale Fire and Rescue Authority."""
        tail = span.doc[span.end : span.end + 4].text.casefold()
        own = {suffix.casefold() for suffix in self._suffixes}
        return any(tail.startswith(phrase) and not own & set(phrase.split()) for phrase in self._compounds)

    def _continues(self, span: Span) -> bool:
        """Tells whether a full name goes on into another: the Hale Police and Crime Panel."""
        tail = span.doc[span.end - 1 : span.end + 4].text.casefold()
        return any(tail.startswith(phrase) for phrase in self._compounds)

    def _scores(self, doc: Doc, places: Iterable[_Place]) -> dict[str, float]:
        blocks = doc.spans[BLOCKS]
        head = blocks[min(_HEAD_BLOCKS, len(blocks)) - 1].end if len(blocks) else 0
        scores: dict[str, float] = defaultdict(float)
        for place in places:
            scores[place.body] += _WEIGHTS[place.role]
            scores[place.body] += _HEAD_WEIGHT * (place.span.start < head) + _ACTS_WEIGHT * _acts(place)
            before = doc[max(0, place.span.start - 2) : place.span.start]
            holder = {token.lower_.removesuffix("s") for token in before} & self._posts
            scores[place.body] += _HOLDER_WEIGHT * bool(holder)
        return scores

    def _mentions(self, places: Iterable[_Place], body: str | None, printed: dict[str, str]) -> Iterator[Mention]:
        for place in places:
            name = printed.get(place.body, place.body)
            if place.role == "full":
                yield Mention(place.span, "organisation", "body.known")
            elif place.role == "place" and not _of_post(place.span) and self._means_body(place, body):
                yield Mention(place.span, "organisation", "body.place", 0.8, name, printed_name(place.span))

    def _means_body(self, place: _Place, body: str | None) -> bool:
        return place.body == body or any(token.lower_ in self._cues for token in place.span.sent)

    def _nouns_of(self, doc: Doc, name: str) -> Iterator[Mention]:
        words = words_of(doc)
        for at in words.at(self._nouns):
            if at and words.lowers[at - 1] == "the":
                span = doc[at - 1 : at + 1]
                yield Mention(span, "organisation", "body.stand_in", 0.8, name, f"the {words.texts[at]}")


def _of_post(span: Span) -> bool:
    """Tells a place that only says where a post is held: `the Police and Crime Commissioner for Marle`."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return len(before) == 2 and before[1].lower_ == "for" and before[0].text[0].isupper()


def named_stand_in(doc: Doc, entities: Iterable[Entity], nouns: Iterable[str]) -> tuple[str, list[Mention]] | None:
    """Gives the one body for which a bare `the Council` stands, with those places; None when there is not one only.

    The body whose minutes these are needs no bare noun and no rival can contest its claim.
    """
    nouns = list(nouns)
    own = set(_own_names(doc, [entity.name for entity in entities]))
    for noun in nouns:
        named = [entity for entity in entities if entity.name.endswith(f" {noun}")]
        claims = {e.name: len(e.mentions) + _HEAD_WEIGHT * (e.name in own) for e in named}
        name = _winner(claims)
        if name and (name in own or (any(_bare(doc, name, noun)) and not _has_rival(doc, name, noun))):
            ends = [each for each in nouns if name.endswith(f" {each}")]
            return name, [mention for each in ends for mention in _bare(doc, name, each)]
    return None


def sisters_of(doc: Doc, name: str, entities: Iterable[Entity], nouns: Iterable[str]) -> list[Mention]:
    """Gives the places where a bare noun means another body of the stand-in's place, the only one that ends in it.

    Beside the Hale Fire Authority `the Service` is the Hale Fire and Rescue Service.
    """
    nouns, names = list(nouns), [entity.name for entity in entities]
    place = _before_head(name, nouns)
    meant = {noun: [each for each in names if each.endswith(f" {noun}")] for noun in nouns}
    one = ((noun, some[0]) for noun, some in meant.items() if len(some) == 1 and some[0] != name)
    sisters = ((noun, other) for noun, other in one if place and _before_head(other, nouns) == place)
    return [mention for noun, other in sisters for mention in _bare(doc, other, noun)]


def _before_head(name: str, nouns: Iterable[str]) -> str:
    """Gives what stands before the longest of some nouns that a name ends in: the place of a body."""
    ends = [noun for noun in nouns if name.endswith(f" {noun}")]
    return name.removesuffix(max(ends, key=len)).strip() if ends else ""


def _own_names(doc: Doc, names: Iterable[str]) -> Iterator[str]:
    """Yields the names that stand in the meeting's title, or alone on one of the first lines."""
    meeting = doc._.meeting
    titles = [name_key(text or "") for text in (meeting.series, meeting.title)] if meeting else []
    lines = {name_key(block.text) for block in islice(doc.spans[BLOCKS], _LETTERHEAD)}
    for name in names:
        key = name_key(name)
        if key in lines or any(f" {key} " in f" {title} " for title in titles):
            yield name


def _has_rival(doc: Doc, name: str, noun: str) -> bool:
    """Tells whether the document speaks of another kind: a `City Council` beside the Marle Parish Council."""
    words, size = words_of(doc), len(noun.split())
    befores = {words.texts[at - size] for at in _ends_of(doc, noun) if words.texts[at - size].istitle()}
    return any(f"{word} {noun}" not in name for word in sorted(befores) if not doc.vocab[word].is_stop)


def own_body(doc: Doc, entities: Iterable[Entity]) -> list[Mention]:
    """Gives the places where `the Board` is the board whose minutes these are, by the series of the meeting."""
    series = name_key(doc._.meeting.series or "") if doc._.meeting else ""
    boards = [e for e in entities if e.kind == "board" and series and name_key(e.name) in series]
    name = max((entity.name for entity in boards), key=len, default="")
    noun = name.split()[-1] if name else ""
    return list(_bare(doc, name, noun)) if noun not in {"", "Meeting"} else []


def _bare(doc: Doc, name: str, noun: str) -> Iterator[Mention]:
    words, size = words_of(doc), len(noun.split())
    for at in _ends_of(doc, noun):
        name_goes_on = "".join(words.texts[at + 1 : at + 2])[:1].isupper()
        if words.lowers[at - size] == "the" and not name_goes_on:
            yield Mention(doc[at - size : at + 1], "organisation", "body.stand_in", 0.7, name, f"the {noun}")


def _ends_of(doc: Doc, noun: str) -> Iterator[int]:
    """Yields where the last word of a noun, of one word or more, stands, not as the first words of the document."""
    words, parts = words_of(doc), noun.split()
    for at in words.at({parts[-1].lower()}):
        if at >= len(parts) and words.texts[at - len(parts) + 1 : at + 1] == parts:
            yield at


def _winner(scores: Mapping[str, float]) -> str | None:
    """Gives the name with enough points and a clear lead over the next."""
    ranked = sorted(scores, key=lambda name: -scores[name])[:2]
    if not ranked or scores[ranked[0]] < _NEEDED:
        return None
    return None if len(ranked) > 1 and scores[ranked[0]] < _LEAD * scores[ranked[1]] else ranked[0]


def _in_name(span: Span) -> bool:
    """Tells whether a capitalised word stands right before or after: Safer Hale Plan, Hale CCTV strategy."""
    doc = span.doc
    before = doc[span.start - 1] if span.start and not span[0].is_sent_start else None
    after = doc[span.end] if span.end < len(doc) and not doc[span.end].is_sent_start else None
    before_caps = before is not None and before.is_alpha and before.text[0].isupper() and not before.is_stop
    return before_caps or (after is not None and after.is_alpha and after.text[0].isupper())


def _acts(place: _Place) -> bool:
    """Tells whether a full name is the subject of what is or will be: `Hale Police will write to …`."""
    doc, end = place.span.doc, place.span.end
    first = place.span[0]
    opens = first.is_sent_start or (first.i > 0 and first.nbor(-1).is_punct and first.nbor(-1).text != ",")
    if place.role != "full" or not opens or end + 1 >= len(doc):
        return False
    return doc[end].lower_ in _PRESENT and doc[end + 1].lower_ not in {"been", "had"}
