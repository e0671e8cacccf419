"""Lists the words of a `Doc` once, for rules that look through all of them: spaCy makes an object for every token."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

DASHES = frozenset({"–", "—", "-"})
"""The marks that stand between two parts of a line as a word of their own."""


@dataclass(frozen=True, slots=True)
class Words:
    """Is the tokens of a `Doc` as parallel lists, as printed and in lower case; positions are those of the tokens."""

    texts: list[str]
    lowers: list[str]
    places: Mapping[str, list[int]]
    """Where each lower-case word stands, in order."""

    def at(self, wanted: Collection[str]) -> list[int]:
        """Gives the positions of all tokens whose lower-case word is among those wanted, in order."""
        return sorted(at for word in {*wanted} & self.places.keys() for at in self.places[word])


def words_of(doc: Doc) -> Words:
    """Gives the words of a `Doc`, made once."""
    known: Words | None = doc.user_data.get("kg_words")
    if known is None:
        texts, lowers, places = [], [], defaultdict(list)
        for at, token in enumerate(doc):
            lower = token.lower_
            texts.append(token.text)
            lowers.append(lower)
            places[lower].append(at)
        known = doc.user_data["kg_words"] = Words(texts, lowers, dict(places))
    return known
