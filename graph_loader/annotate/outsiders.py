"""Tells whose deed it is where the subject of a clause is not the body held to account: as written, or nobody's."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from graph_loader.annotate.clause_subjects import ClauseSubjects, Subject
from graph_loader.annotate.owners import NOBODY, Owners
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.words import words_of
from graph_loader.model.record import Actor

_ARTICLES = frozenset({"the", "a", "an", "our", "its", "their", "his", "her", "this", "that", "both"})
_REFERRING = frozenset({"it", "its", "they", "their"})
_COMPLEMENTS = frozenset({"of", "for", "to", "at", "from", "in", "on", "with", "behind", "between", "about", "by"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_INSIDE = frozenset({"of", "and", "for", "&", "-", "the", "'s", "’s"})
_HEADED = frozenset({"under", "chaired", "led", "headed"})
"""What leads in who heads a body: `a board under Ms Dow`."""
_VERB_WORDS = 4
"""How far behind a modal its verb stands: `is expected to formally report`."""


class Outsiders:
    """Knows with the words of one profile for whom the body held to account does not answer."""

    def __init__(self, profile: Profile) -> None:
        words, names = profile.commitments, profile.names
        self._subjects = ClauseSubjects(profile)
        self._nouns, self._adverbs = frozenset(words.outsiders), frozenset(words.adverbs) | {"to"}
        self._agents = frozenset(words.deeds) - frozenset(words.thing_deeds)
        self._roles = frozenset(head.casefold() for head in profile.roles.heads)
        self._titles = tuple(f"{form} " for form in (*profile.roles.honorifics, *profile.roles.ranks))
        self._titles += tuple(f"{form} " for forms in profile.roles.ranks.values() for form in forms)
        self._heads = frozenset(head.casefold() for head in (*names.organisation_heads, *names.board_heads))
        self._done_by_others = frozenset(words.done_by_others)
        self._bodies = self._heads | self._nouns | {noun.casefold() for noun in profile.organisations.stand_ins}
        self._bodies |= {"it", "they", "we"}
        self._others_things = frozenset(words.things_of_others)
        self._outside_posts = frozenset(post.casefold() for post in words.outside_posts)
        self._finite = frozenset(profile.minutes.finite_verbs)
        self._prepositions = (frozenset(words.prepositions) | {"with", "by", "about", "under"}) - _ARTICLES
        self._things = frozenset(names.thing_acronyms)

    def doers(self, sentence: Span, words: Sequence[str], modal: int, verb: int, own: Actor | None) -> Owners | None:
        """Gives whose deed it is that a modal announces, if somebody else than the body itself is its subject.

        That is nobody where the words leave open who it is, and None where it may be the body's own deed.
        """
        subject = self._subjects.of_verb(words, modal)
        if subject is not None and words[subject.start].lower() in _REFERRING:
            subject = self._subjects.before(words, subject.start)
        deed = next((word for word in words[verb : verb + _VERB_WORDS] if word not in self._adverbs), "")
        return self._strangers(sentence, subject, own, deed) if subject is not None else None

    def is_told(self, sentence: Span, words: Sequence[str], modal: int, own: Actor | None) -> bool:
        """Tells whether another organisation tells what is done: `The firm said that the pump would be mended`.

        So it is with what belongs to it: `The firm had called and its pump would be mended`.
        """
        subject = self._subjects.of_verb(words, modal)
        if subject is None:
            return False
        mark = next((at for at in range(subject.start, subject.end) if words[at] in _POSSESSIVES), subject.start)
        if mark > subject.start and self._strangers(sentence, Subject(subject.start, mark), own):
            return True
        is_referring = words[subject.start].lower() in _REFERRING
        teller = (self._subjects.before if is_referring else self._subjects.of_teller)(words, subject.start)
        found = self._strangers(sentence, teller, own) if teller is not None else None
        organisations = {body.name for body in sentence.doc._.bodies if body.kind == "organisation"}
        return found is not None and all(actor.name in organisations for actor in found.actors)

    def is_of_others(self, words: Sequence[str], modal: int) -> bool:
        """Tells whether a thing is the deed of others, or somebody of another body tells of it, by the words alone.

        So it is with an audit that is to be signed off, and with what the Panel's treasurer said would be claimed.
        """
        subject = self._subjects.of_verb(words, modal)
        if subject is None:
            return False
        teller = self._subjects.of_teller(words, subject.start)
        told = set(words[teller.start : teller.end]) if teller is not None else set()
        return words[subject.end - 1] in self._others_things or bool(told & self._outside_posts)

    def is_done_by_others(self, words: Sequence[str], modal: int, verb: int) -> bool:
        """Tells whether others do to a body what a modal announces: `The Service would be inspected in June`."""
        subject = self._subjects.of_verb(words, modal)
        done = next((word for word in words[verb : verb + _VERB_WORDS] if word not in self._adverbs), "")
        return subject is not None and done in self._done_by_others and words[subject.end - 1] in self._bodies

    def antecedent(self, sentence: Span, words: Sequence[str], modal: int, own: Actor | None) -> Owners | None:
        """Gives the other body of whose deed `which` tells: `He set up a board under Ms Dow, which would`."""
        which = next((at for at in range(modal - 1, 0, -1) if words[at] not in self._adverbs), 0)
        if words[which] != "which":
            return None
        start = next((at + 1 for at in range(which - 1, -1, -1) if words[at] in self._finite), 0)
        span = sentence[start:which]
        named = [each for each in sentence.doc._.actors.within(span) if each.actors[0].kind == "body"] if span else []
        others = [each for each in named if own not in each.actors]
        if not others:
            return None
        board = others[-1]
        behind = words[board.end - sentence.start : which]
        before = set(words[max(0, board.start - sentence.start - 2) : board.start - sentence.start])
        # `A contract with the firm for vans, which would`: of what `which` tells, the words leave open.
        is_plain = len(named) == 1 and not before & self._prepositions
        is_near = behind[:1] == [","] or bool(_HEADED & set(behind[:1]))
        return Owners(board.actors, sentence.doc[board.start : board.end].text) if is_plain and is_near else NOBODY

    def post(self, sentence: Span, words: Sequence[str], modal: int) -> Owners | None:
        """Gives the post that no list names and that is the subject of a modal: `The Head of Barns would write`."""
        subject = self._subjects.of_verb(words, modal)
        return self._post(sentence, subject) if subject is not None else None

    def _post(self, sentence: Span, subject: Subject) -> Owners | None:
        bare = _bare(sentence, subject)
        if bare is None or not _is_title(bare) or len(bare) < 2 or not self._roles & {token.lower_ for token in bare}:
            return None
        is_post = _head(bare).lower_ in self._roles and bare.doc._.actors.list_at(bare.start) is None
        return Owners((Actor(bare.text, "post"),), sentence[subject.start : subject.end].text) if is_post else None

    def _strangers(self, sentence: Span, subject: Subject, own: Actor | None, deed: str = "") -> Owners | None:
        """Gives whom a subject names that is none of the meeting's own; `deed` is a verb that may show a person."""
        start, text = sentence.start + subject.start, sentence[subject.start : subject.end].text
        bare, found = _bare(sentence, subject), sentence.doc._.actors.list_at(start)
        if bare is None or _is_own(bare, own):
            return None
        if found is not None and found.end >= bare.end:
            is_other = own not in found.actors and all(actor.kind == "body" for actor in found.actors)
            return Owners(found.actors, text) if is_other else None
        head = _head(bare)
        if head.lower_ in self._nouns:
            return Owners((), text)
        whose = bare[head.i - bare.start + 2 :]
        if head.lower_ in self._roles and any(map(_is_capital, whose)) and not _is_own(whose, own):
            return self._post(sentence, subject) or Owners((), text)
        is_body, is_person = bool({head.lower_, bare[-1].lower_} & self._heads), bare.text.startswith(self._titles)
        is_named = self._is_name(bare) and (is_body or is_person or deed in self._agents)
        return Owners((), text) if is_named else None

    def _is_name(self, bare: Span) -> bool:
        """Tells whether words are a name of no programme or thing; one word must not just open a sentence."""
        text = bare.text
        if not _is_title(bare) or text in self._things or not bare[-1].is_alpha:
            return False
        programmes = (form for each in bare.doc._.programmes for form in (each.name, *each.aliases))
        if text.casefold() in map(str.casefold, programmes):
            return False
        return not bare[0].is_sent_start or len(bare) > 1 or text.isupper() or _is_always_capital(bare.doc, text)


def _bare(sentence: Span, subject: Subject) -> Span | None:
    """Gives the words of a subject without the article."""
    start = subject.start
    while start < subject.end and sentence[start].lower_ in _ARTICLES:
        start += 1
    return sentence[start : subject.end] if start < subject.end else None


def _head(bare: Span) -> Token:
    """Gives the noun that says who it is: the last before `of` or the like."""
    end = next((at for at in range(1, len(bare)) if bare[at].lower_ in _COMPLEMENTS), len(bare))
    return bare[end - 1]


def _is_own(bare: Span, own: Actor | None) -> bool:
    """Tells whether words call the body itself: `the council` that of the Hale Parish Council."""
    name = own.name.casefold().split() if own is not None else []
    return len(bare) > 0 and {token.lower_ for token in bare} <= {*name, "the"}


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()


def _is_title(bare: Span) -> bool:
    """Tells whether each word has a capital, but small ones within: the Head of Barns."""
    inside = all(_is_capital(token) or token.lower_ in _INSIDE for token in bare)
    return inside and _is_capital(bare[0]) and _is_capital(bare[-1])


def _is_always_capital(doc: Doc, text: str) -> bool:
    """Tells whether a word is never printed small in the document, and somewhere with a capital within a sentence."""
    words = words_of(doc)
    places = words.places.get(text.lower(), [])
    return all(words.texts[at] == text for at in places) and any(not doc[at].is_sent_start for at in places)
