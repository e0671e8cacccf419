"""Finds the named bodies: known ones, capitals that end in a head noun, acronyms that act, and the stand-in."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from typing import cast

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from graph_loader.annotate.acronyms import acronyms_of, find_acronyms, tie_by_initials
from graph_loader.annotate.body_acronyms import BodyAcronyms
from graph_loader.annotate.entities import Entity, Mention, Ties, entity_key, merge, outermost, printed_name
from graph_loader.annotate.extensions import source_offsets, text_of
from graph_loader.annotate.known_names import KnownNames
from graph_loader.annotate.name_phrases import NamePhrases, Phrase
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.annotate.stand_in import PlaceBodies, named_stand_in, own_body, sisters_of
from graph_loader.annotate.titled_body import TitledBody
from graph_loader.annotate.words import words_of
from graph_loader.model.acronym import is_acronym, stem_of
from graph_loader.model.ids import name_key
from graph_loader.model.record import Body, BodyKind

_PARTS = (" - ", ",", ":", "(")
"""What parts a title into more than the name of one body."""
_LEAST_OWN = 3
_KINDS = ("organisation", "board", "team")


@Language.factory(
    "kg_bodies",
    assigns=["doc._.bodies", "doc._.stand_in"],
    requires=["doc.sents", "doc._.people", "doc._.meeting"],
    default_config={"profile": "general"},
)
def create_bodies(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that names the bodies and the one that `the force` stands for."""
    finder = _BodyFinder(nlp, load_profile(profile))

    def bodies(doc: Doc) -> Doc:
        entities, stand_in = finder.find(doc)
        doc._.bodies = tuple(_body(entity) for entity in entities)
        doc._.stand_in = stand_in
        return doc

    return bodies


class _Taken:
    """Knows where the minutes list people and say where the meeting was, and the next one is: no bodies stand there."""

    def __init__(self, doc: Doc) -> None:
        self._people = sorted(
            mark.start for person in doc._.people for mark in person.mentions if mark.rule == "attendance"
        )
        marks = doc._.meeting.evidence if doc._.meeting else {}
        self._places = [(mark.start, mark.end) for name, mark in marks.items() if name == "venue"]
        self._series = (doc._.meeting.series or "").casefold() if doc._.meeting else ""
        self._next = [(mark.start, mark.end) for name, mark in marks.items() if name == "next_meeting"]

    def holds(self, phrase: Phrase) -> bool:
        start, end = source_offsets(phrase.span.doc, phrase.span.start_char, phrase.span.end_char)
        at = bisect_left(self._people, start)
        if at < len(self._people) and self._people[at] < end:
            return True
        if self._is_end_of_series(phrase.span):
            return True
        places = [*self._places, *(self._next if phrase.head == "meeting" else ())]
        return any(first <= start and end <= last for first, last in places)

    def _is_end_of_series(self, span: Span) -> bool:
        """Tells whether words are but the end of what the meetings are called: `Account Board` of `Holding to …`."""
        words, end = span.text.casefold(), span.end_char
        whole = text_of(span.doc)[max(0, end - len(self._series)) : end].casefold()
        return len(words) < len(self._series) and whole == self._series


class _BodyFinder:
    def __init__(self, nlp: Language, profile: Profile) -> None:
        known = {name: ("organisation", forms) for name, forms in profile.organisations.known.items()}
        known |= {name: (kind, []) for kind, names in profile.names.known_bodies.items() for name in names}
        self._nlp = nlp
        self._boards = set(profile.names.board_heads) - {"Meeting"}
        self._known = KnownNames(nlp, known, "body.known")
        self._phrases = NamePhrases(nlp, profile)
        self._acronyms = BodyAcronyms(profile)
        self._places = PlaceBodies(nlp, profile)
        self._titled = TitledBody(nlp, profile)
        self._held_posts = profile.organisations.posts.get("@stand_in", [])
        self._suffixes = tuple(profile.organisations.stand_in_suffixes)
        self._nouns = profile.organisations.stand_in_heads
        self._distinctive = frozenset(profile.names.distinctive)
        self._programmes = {
            name_key(form) for name, forms in profile.names.known_programmes.items() for form in (name, *forms)
        }
        self._lone = {word: kind for kind, words in profile.names.lone_bodies.items() for word in words}

    def find(self, doc: Doc) -> tuple[list[Entity], str | None]:
        """Gives the bodies in the order of the text, and the name of the stand-in."""
        taken = _Taken(doc)
        named = (p for p in self._phrases.find(doc) if name_key(p.span.text) not in self._programmes)
        phrases = [p for p in named if p.kind in _KINDS and not taken.holds(p)]
        stand_in, mentions = self._places.find(doc, (phrase.span for phrase in phrases))
        stand_in = stand_in or self._employer(doc)
        people = {alias for person in doc._.people for alias in person.aliases}
        # Letters that stand for somebody here are no body that is known by them elsewhere.
        known = (mention for mention in self._known.find(doc) if mention.span.text not in people)
        mentions += [*known, *map(self._phrase_mention, phrases)]
        mentions += [*self._titled.find(doc), *self._of_people(doc), *self._alone(doc), *self._own(doc)]
        expansions = {short: span for short, span in find_acronyms(doc).items() if short not in people}
        spelled = tie_by_initials(doc, (mention.span for mention in mentions if len(mention.span) > 2), expansions)
        expansions |= {short: span for short, span in spelled.items() if not self._phrases.is_role(short)}
        mentions += list(self._expanded(doc, mentions, expansions))
        settled = people | {stem_of(mention.span.text) for mention in mentions} | expansions.keys()
        mentions += self._acronyms.find(doc, settled)
        ties = Ties(expansions, self._known.same, self._distinctive)
        entities = merge(outermost(mentions), ties)
        bare = own_body(doc, entities)
        found = None if self._places.known else named_stand_in(doc, entities, self._nouns)
        if found:
            stand_in = found[0]
            bare += [*found[1], *sisters_of(doc, stand_in, entities, self._nouns)]
        return merge(outermost([*mentions, *bare]), ties) if bare else entities, stand_in

    def _employer(self, doc: Doc) -> str | None:
        """Gives the one organisation printed beside those who hold posts of the body that is held to account."""
        holders = (person for person in doc._.people if any(title in (person.role or "") for title in self._held_posts))
        printed = {person.organisation for person in holders if person.organisation}
        printed = {name for name in printed if name.endswith(self._suffixes)}
        return printed.pop() if len(printed) == 1 else None

    def _of_people(self, doc: Doc) -> Iterator[Mention]:
        """Gives the organisations that are printed beside people's names: they need no head noun."""
        printed = dict.fromkeys(person.organisation for person in doc._.people if person.organisation)
        named = [name for name in printed if not self._phrases.is_common(name)]
        matcher = PhraseMatcher(doc.vocab)
        matcher.add("organisation", [self._nlp.make_doc(name) for name in named])
        for _, start, end in matcher(doc):
            yield Mention(doc[start:end], "organisation", "body.of_person", 0.8)

    def _own(self, doc: Doc) -> Iterator[Mention]:
        """Gives the board or committee after which its own meetings are called, wherever its name stands whole."""
        series = (doc._.meeting.series or "") if doc._.meeting else ""
        words = series.split()
        if len(words) < _LEAST_OWN or words[-1] not in self._boards or any(mark in series for mark in _PARTS):
            return
        matcher = PhraseMatcher(doc.vocab, attr="LOWER")
        matcher.add("own", [self._nlp.make_doc(series)])
        for _, start, end in matcher(doc):
            if doc[start].text[0].isupper():
                yield Mention(doc[start:end], "board", "body.titled", 0.9, series)

    def _alone(self, doc: Doc) -> Iterator[Mention]:
        """Gives words that name a body where no other capital stands beside them: the Cabinet, not Cabinet Member."""
        words = words_of(doc)
        for at in words.at({word.lower() for word in self._lone}):
            kind = self._lone.get(words.texts[at])
            beside = [*words.texts[max(0, at - 1) : at], *words.texts[at + 1 : at + 2]]
            if kind and len(beside) == 2 and beside[0].islower() and not beside[1][0].isupper():
                yield Mention(doc[at : at + 1], kind, "body.alone", 0.7)

    def _phrase_mention(self, phrase: Phrase) -> Mention:
        """Takes `the QRS teams` for the QRS, unless it is what the team deals with: `the CCTV team`."""
        name, text = phrase.span[:-1].text, printed_name(phrase.span)
        short = is_acronym(name) and not self._acronyms.is_thing(name)
        if short and (phrase.span[-1].is_lower or phrase.head == "meeting"):
            # `the QRS Meeting` is what the QRS holds, no name of it.
            alias = None if phrase.head == "meeting" else text
            return Mention(phrase.span, phrase.kind, "body.head_noun", 0.8, stem_of(name), alias)
        return Mention(phrase.span, phrase.kind, "body.head_noun", 0.9)

    def _expanded(self, doc: Doc, mentions: list[Mention], expansions: Mapping[str, Span]) -> Iterator[Mention]:
        """Gives the expansions that end in a head noun in any case, and every place of a body's acronym."""
        named = {entity_key(mention.name): mention.kind for mention in mentions}
        kinds: dict[str, str] = {}
        for short, span in expansions.items():
            kind = named.get(entity_key(printed_name(span))) or self._phrases.expansion_kind(span)
            if kind in _KINDS:
                kinds[short] = kind
                yield Mention(span, kind, "body.expansion")
        for token in acronyms_of(doc):
            if (stem := stem_of(token.text)) in kinds:
                yield Mention(doc[token.i : token.i + 1], kinds[stem], "body.acronym", 1.0, stem)


def _body(entity: Entity) -> Body:
    kind = cast(BodyKind, entity.kind)
    return Body(name=entity.name, aliases=entity.forms[1:], kind=kind, mentions=entity.mentions)
