"""Finds who acts: names, posts, initials, bodies and groups in a document, each resolved as far as the document says.

A post whose holder the document does not name stays a post; short forms that stand for two people stand for nobody.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph_loader.annotate.actor_forms import (
    actor_forms,
    lone_head_forms,
    lone_title_forms,
    short_title_forms,
    surnames,
    title_forms,
    titles_of,
)
from graph_loader.annotate.chair_changes import untie_chairs
from graph_loader.annotate.forms import FormTable, Tokenize, tokenizer
from graph_loader.annotate.profile import Profile, load_profile
from graph_loader.annotate.words import Words, words_of
from graph_loader.model.record import Actor

_ARTICLES = {"the", "a", "an", "our", "its", "both"}
_MOST_BEFORE = 6
"""How many articles and titles may stand before a name."""
_MOST_LISTED = 30
_OF = {"of", "for"}
_LONGEST_NOTE = 10
"""How many words at most stand in brackets between two names of a list."""
_AND = {"and", "&", "/", ",", "+"}


@dataclass(frozen=True, slots=True)
class ActorList:
    """Is one mention of one or more actors joined by `and`; offsets are tokens of the `Doc`, end-exclusive."""

    actors: tuple[Actor, ...]
    start: int
    end: int


@Language.factory(
    "kg_actors",
    assigns=["doc._.actors"],
    requires=["doc._.people", "doc._.meeting", "doc._.bodies"],
    default_config={"profile": "general"},
)
def create_actors(nlp: Language, name: str, profile: str) -> Callable[[Doc], Doc]:
    """Makes the component that indexes the actors of a document."""
    loaded, tokenize = load_profile(profile), tokenizer(nlp)

    def actors(doc: Doc) -> Doc:
        doc._.actors = ActorIndex(doc, loaded, tokenize)
        return doc

    return actors


class ActorIndex:
    """Holds every place of a document where an actor is named."""

    def __init__(self, doc: Doc, profile: Profile, tokenize: Tokenize) -> None:
        self._words = words_of(doc)
        self._titles = frozenset(form for forms in profile.roles.ranks.values() for form in forms)
        self._titles |= frozenset((*profile.roles.ranks, *profile.roles.honorifics))
        self._at: dict[int, tuple[Actor, int]] = {}
        self._lists: dict[int, ActorList | None] = {}
        forms = dict(actor_forms(doc, profile))
        people = list(doc._.people)
        self._posts = {person.name: {person.role, *titles_of(person.role, profile)} for person in people}
        titles = {form for forms_of in (title_forms, short_title_forms) for form, _ in forms_of(people, profile)}
        cased = {form for form, _ in lone_head_forms(people, profile)}
        lone = ({form for form, _ in lone_title_forms(people, profile)} | cased) - titles
        heads = {head.lower() for head in profile.roles.heads} | {word.lower() for word in profile.roles.general}
        own = _own_words(doc, profile)
        exact, folded = (FormTable(self._words, tokenize, lower=lower) for lower in (False, True))
        for form in forms:
            (exact if _needs_case(form) or form in cased else folded).add(form)
        for table in (folded, exact):
            for form, start, end in table.find():
                if form in titles and _is_tail(doc, start):
                    continue
                if form in lone and _goes_on(self._words, end, heads):
                    continue
                if form.removeprefix("the ") in profile.roles.chairs and _is_of_other(self._words, end, own):
                    continue
                if start not in self._at or end >= self._at[start][1]:
                    self._at[start] = forms[form], end
        untie_chairs(self._at, self._words, profile.roles.chairs)
        borne = dict(surnames(people, profile))
        table = FormTable(self._words, tokenize, lower=False)
        for surname in borne:
            table.add(surname)
        self._surnames = {start: (borne[form], end) for form, start, end in table.find()}

    def at(self, start: int) -> tuple[Actor, int] | None:
        """Gives the actor named at a token and where its name ends, with or without an article in front."""
        found = self._at.get(start)
        if found is not None and self._words.lowers[start] in _ARTICLES:
            # `the Cabinet Member for Roads` is no cabinet.
            behind = self._at.get(start + 1, found)
            found = behind if behind[1] > found[1] else found
        if found is not None or start >= len(self._words.texts) or not self._is_before_name(start):
            return found
        last = min(start + _MOST_BEFORE, len(self._words.texts) - 1)
        while start not in self._at and start < last and self._is_before_name(start):
            start += 1
        return self._at.get(start)

    def _is_before_name(self, start: int) -> bool:
        """Tells whether an article or a title stands here: `the PCC`, `Cllr Mrs Hale`."""
        return self._words.lowers[start] in _ARTICLES or self._words.texts[start] in self._titles

    def list_at(self, start: int, before: int | None = None) -> ActorList | None:
        """Gives the actors listed from a token on, up to another: `the CC and DCC`, `the Chair, Cllr Hale and JT`."""
        if before is not None:
            return self._read_list(start, before)
        # Asked for the same places by one rule after the other.
        if start not in self._lists:
            self._lists[start] = self._read_list(start)
        return self._lists[start]

    def _read_list(self, start: int, before: int | None = None) -> ActorList | None:
        found = self.at(start)
        if found is None:
            return None
        actors, end, read_to = [found[0]], found[1], found[1]
        titled = self._words.texts[start].rstrip(".") in self._titles
        for _ in range(_MOST_LISTED):
            following = self._joined(read_to, titled)
            if following is None or (before is not None and following[1] > before):
                break
            is_own_post = following[0].name in self._posts.get(actors[-1].name, ())
            read_to = following[1]
            if following[0] not in actors and not is_own_post:
                actors.append(following[0])
            elif self._words.lowers[read_to : read_to + 1] == [","]:
                # `Jo Hale, Clerk, said`: an aside, unless somebody else is listed behind it.
                continue
            end = read_to
        return ActorList(tuple(actors), start, end)

    def _joined(self, end: int, titled: bool) -> tuple[Actor, int] | None:
        """Gives the actor whom a comma, `and` or the like joins to the one whose name ends here.

        Behind a title a surname is enough: `Councillors Ash and Birch`.
        """
        noted = self._after_note(end)
        start = self._after_joins(noted)
        if start == noted:
            return None
        return self.at(start) or (self._surname_at(start) if titled else None)

    def _surname_at(self, start: int) -> tuple[Actor, int] | None:
        """Gives the one person whose surname stands at a token, if no longer name begins with it: Ash, not Ash Lane."""
        found = self._surnames.get(start)
        goes_on = found is not None and "".join(self._words.texts[found[1] : found[1] + 1])[:1].isupper()
        return None if goes_on else found

    def within(self, span: Span) -> Iterator[ActorList]:
        """Yields the lists of actors in a span, left to right, none overlapping."""
        position = span.start
        while position < span.end:
            found = self.list_at(position)
            if found is None or found.end > span.end:
                position += 1
                continue
            yield found
            position = found.end

    def _after_note(self, end: int) -> int:
        """Gives where the brackets behind a name close: `Councillors Ash (cost), Birch (staff) and Cole`."""
        lowers = self._words.lowers
        if lowers[end : end + 1] != ["("]:
            return end
        reach = lowers[end + 1 : end + 1 + _LONGEST_NOTE]
        return end + 2 + reach.index(")") if ")" in reach else end

    def _after_joins(self, end: int) -> int:
        joined = end
        lowers = self._words.lowers
        while joined < min(len(lowers), end + 2) and lowers[joined] in _AND:
            joined += 1
        return joined


def _is_tail(doc: Doc, start: int) -> bool:
    """Tells whether a capitalised word in front makes a title the tail of another: the local Area Superintendent."""
    if start == 0 or doc[start - 1].is_sent_start or doc[start - 1].is_stop:
        return False
    return doc[start - 1].text.istitle() and doc[start - 1].is_alpha


def _goes_on(words: Words, end: int, heads: Collection[str]) -> bool:
    """Tells if a title goes on into a name or a longer one: the Chief Clerk, the Chief nurses, the Head of Fleet."""
    behind = words.texts[end + 1 : end + 3] if "".join(words.lowers[end : end + 1]) in _OF else []
    if any(word[0].isupper() for word in behind[: 1 + (behind[:1] == ["the"])]):
        return True
    following = words.texts[end] if end < len(words.texts) else ""
    return following[:1].isupper() or following.lower().removesuffix("s") in heads


def _own_words(doc: Doc, profile: Profile) -> set[str]:
    """Gives the words by which the minutes call what meets: those of its name, the Board, the Council."""
    meeting = doc._.meeting
    named = f"{(meeting.series or meeting.title or '') if meeting else ''} {doc._.stand_in or ''}".casefold().split()
    bodies = (*profile.roles.collective, *profile.organisations.stand_in_heads, *profile.organisations.stand_ins)
    return {*named, *(form.split()[-1].casefold() for form in bodies), "meeting"}


def _is_of_other(words: Words, end: int, own: set[str]) -> bool:
    """Tells whether a chair is another body's: `the Chair of the Ethics Committee`, but not `of the Board`."""
    if "".join(words.lowers[end : end + 1]) not in _OF:
        return False
    behind = words.texts[end + 1 : end + 1 + _MOST_BEFORE]
    behind = behind[behind[:1] == ["the"] :]
    named = list(takewhile(lambda word: word[0].isupper(), behind))
    return bool(named) and not {word.casefold() for word in named} <= own


def _needs_case(form: str) -> bool:
    """Tells whether a form means an actor only as it is printed: PO is a post, `po` is not; Chair, but not `chair`."""
    return " " not in form
