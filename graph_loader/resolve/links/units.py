"""Sees passages as recurrence compares them: sentence by sentence, with the words around."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph_loader.resolve.links.reading import Minutes, Rarity
from graph_loader.resolve.links.spoken_dates import SpokenDates, spoken_dates
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.vectors import unit
from graph_loader.resolve.links.words import names_within, sentences
from graph_loader.resolve.passage import Passage

_AROUND, _NAME_OF_BODY, _NAME = 0.4, 0.3, 0.5


@dataclass(frozen=True)
class Unit:
    """Is one promise or question, or one sentence of another passage."""

    passage: Passage
    own: Mapping[str, float]
    """The weights of its own terms, by how rare they are."""
    words: Mapping[str, str]
    """The word for each of them."""
    vector: Mapping[str, float]
    """The weights of its own terms and of those around it, as a unit vector."""
    dates: SpokenDates
    recalls: bool
    """Whether it takes up something said before."""
    programmes: Mapping[str, str]
    """The programmes that the passage names, and how."""

    def rarest(self, most: int) -> list[str]:
        """Gives the terms that tell most of it."""
        return [term for term, _ in sorted(self.vector.items(), key=lambda each: (-each[1], each[0]))[:most]]


def units_of(minutes: Minutes, rarity: Rarity, topics: Topics) -> list[Unit]:
    """Gives the units of all that is said in a document, in order."""
    asked: dict[str | None, str] = {}
    said: dict[str | None, str] = {}
    found: list[Unit] = []
    for passage in minutes.passages:
        if passage.kind == "item":
            continue
        around = [_heading(passage, minutes), passage.text]
        if passage.kind == "question":
            asked[passage.item] = passage.text
        else:
            around.append(asked.get(passage.item, ""))
        if passage.kind == "answer":
            said[passage.item] = passage.text
        elif passage.text in said.get(passage.item, ""):
            around.append(said[passage.item])
        whole = passage.kind in ("commitment", "question")
        for text in [passage.text] if whole else sentences(passage.text):
            found.append(_unit(passage, text, around, rarity, topics))
    return found


def _unit(passage: Passage, text: str, around: Iterable[str], rarity: Rarity, topics: Topics) -> Unit:
    named = dict(zip(passage.named, passage.named_as, strict=True))
    bodies = {term for node, name in named.items() if node.startswith("body-") for term in rarity.terms(name)}
    programmes = {node: name for node, name in named.items() if node.startswith("programme-")}
    less = dict.fromkeys(names_within(text), _NAME) | dict.fromkeys(bodies, _NAME_OF_BODY)
    for name in programmes.values():
        less |= dict.fromkeys(rarity.terms(name), 1.0)
    own = {term: rarity.of(term) * less.get(term, 1.0) for term in rarity.terms(text)}
    near = {term: _AROUND * rarity.of(term) for each in around for term in rarity.terms(each) if term not in bodies}
    return Unit(
        passage=passage,
        own=own,
        words=rarity.worded(text),
        vector=unit(near | own),
        dates=spoken_dates(text, passage.date or ""),
        recalls=topics.recall(text),
        programmes=programmes,
    )


def _heading(passage: Passage, minutes: Minutes) -> str:
    item = minutes.by_id.get(passage.item or "")
    return item.text if item else ""
