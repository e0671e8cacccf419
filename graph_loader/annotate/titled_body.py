"""Finds the body whose meeting the title names before a dash, also when its name ends in no head noun.

`Vale Ferries CIC - Board Meeting` makes `Vale Ferries CIC` a body, and `Vale Ferries` in the text the same one.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from graph_loader.annotate.entities import Mention, printed_name
from graph_loader.annotate.profile import Profile

_DASH = re.compile(r"\s[-–—]\s")
_POSSESSIVES = ("", "’s", "'s")


class TitledBody:
    """Holds what a profile calls a meeting, and the legal forms that may end the name of a body."""

    def __init__(self, nlp: Language, profile: Profile) -> None:
        self._nlp = nlp
        self._kinds = {word.casefold() for word in profile.minutes.meeting_kinds}
        self._other = {word.casefold() for word in (*profile.minutes.meeting_words, *profile.minutes.title_words)}
        self._legal = {form.casefold(): form for form in profile.names.legal_forms}

    def find(self, doc: Doc) -> Iterator[Mention]:
        """Yields every place of the body that the meeting's title names, none when it names no such body."""
        words = self._name(doc)
        if not words:
            return
        matcher = PhraseMatcher(doc.vocab)
        matcher.add("body", [self._nlp.make_doc(form) for form in self._forms(words)])
        for span in filter_spans(matcher(doc, as_spans=True)):
            yield Mention(span, "organisation", "body.titled", 0.9, " ".join(words), printed_name(span))

    def _name(self, doc: Doc) -> list[str]:
        """Gives the words before the dash, where each has a capital and what follows is a kind of meeting."""
        title = (doc._.meeting.title or "") if doc._.meeting else ""
        name, *rest = _DASH.split(title, maxsplit=1)
        words = name.split()
        meets = bool(rest) and bool(self._kinds & set(rest[0].casefold().split()[-1:]))
        named = 1 < len(self._bare(words)) < 7 and all(word[0].isupper() and word.isalpha() for word in words)
        return words if meets and named and not self._other & {word.casefold() for word in words} else []

    def _bare(self, words: list[str]) -> list[str]:
        """Drops the legal forms at the end of a name."""
        end = len(words)
        while end and words[end - 1].casefold() in self._legal:
            end -= 1
        return words[:end]

    def _forms(self, words: list[str]) -> Iterator[str]:
        """Yields the name with and without its legal forms, or one more behind it, and with a possessive in it."""
        bare = self._bare(words)
        endings = ["", *self._legal.values()]
        legal = words[len(bare) :]
        for mark in _POSSESSIVES:
            stem = " ".join([bare[0] + mark, *bare[1:]])
            yield from dict.fromkeys(" ".join([stem, *tail.split()]) for tail in endings)
            if legal:
                yield from (" ".join([stem, *legal, *tail.split()]) for tail in endings)
