"""Tells from their contexts which acronyms act as bodies do: they have officers and chairs, act, give and receive."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from graph_loader.annotate.acronyms import acronyms_of, is_shouted
from graph_loader.annotate.entities import Mention
from graph_loader.annotate.profile import Profile
from graph_loader.annotate.words import words_of
from graph_loader.model.acronym import stem_of

# How an acronym's last letter is most often spelled out: unit, team, board, group.
_KIND_OF_LETTER = {"U": "team", "T": "team", "B": "board", "G": "board"}
_NEEDED = 2
# Two capitals are a person's initials as often as not.
_SHORTEST = 3


class BodyAcronyms:
    """Holds a profile's cues and judges the acronyms of one document by all their contexts together."""

    def __init__(self, profile: Profile) -> None:
        names = profile.names
        self._things = set(names.thing_acronyms)
        self._things |= {form for forms in profile.roles.titles.values() for form in forms}
        self._things |= {form for forms in profile.roles.ranks.values() for form in forms}
        self._things |= {form for forms in names.known_programmes.values() for form in forms}
        self._common = {*profile.topics.common}
        self._cues = set(names.body_cues)
        self._verbs = set(names.agent_verbs)
        self._sources = set(names.source_words)
        self._prefixes = {
            form.casefold() for name, forms in names.programme_prefixes.items() for form in (name, *forms)
        }

    def find(self, doc: Doc, settled: set[str]) -> Iterator[Mention]:
        """Yields every place of an acronym that acts as a body; what is `settled` is left alone."""
        places: dict[str, list[Token]] = defaultdict(list)
        printed = frozenset(words_of(doc).texts)
        for token in acronyms_of(doc):
            if stem_of(token.text).isupper() and not self._is_word(token.text, printed) and not is_shouted(token):
                places[stem_of(token.text)].append(token)
        for stem in [*places]:
            if stem.endswith("S") and stem[:-1] in places:
                places[stem[:-1]] += places.pop(stem)
        for stem, tokens in places.items():
            if len(stem) >= _SHORTEST and stem not in settled and stem not in self._things and self._acts(stem, tokens):
                kind = _KIND_OF_LETTER.get(stem[-1], "organisation")
                yield from (Mention(doc[t.i : t.i + 1], kind, "body.acronym", 0.7, stem) for t in tokens)

    def _is_word(self, text: str, printed: Collection[str]) -> bool:
        """Tells a word in capitals from an acronym: it is a common one, or the document has it in small letters too."""
        return len(text) > 3 and (text.lower() in printed or text.lower() in self._common)

    def is_thing(self, acronym: str) -> bool:
        """Tells whether an acronym is known to stand for a thing or a post."""
        return stem_of(acronym) in self._things

    def _acts(self, stem: str, tokens: list[Token]) -> bool:
        cues = {cue for token in tokens for cue in self._signs(token)}
        if not cues:
            return False
        strong = "cue" in cues or "verb" in cues
        return len(cues) + strong + (stem[-1] in "UTBG") >= _NEEDED

    def _signs(self, token: Token) -> Iterator[str]:
        """Yields what in the words around one place speaks for a body."""
        before = token.nbor(-1).lower_ if token.i else ""
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        following = after.lower_ if after is not None else ""
        if before in self._prefixes:
            return
        if following in self._cues:
            yield "cue"
        ends = after is None or after.is_stop or after.is_punct or after.is_space or following in self._verbs
        if not ends:
            return
        if following in self._verbs and not (token.text.endswith("s") and following in {"are", "have"}):
            yield "verb" if following not in {"are", "have", "has"} else "has"
        if before == "the" or (token.i > 1 and token.nbor(-2).lower_ == "the" and token.nbor(-1).is_lower):
            yield "the"
            before = token.nbor(-2).lower_ if token.i > 1 else ""
        if before in self._sources:
            yield before
