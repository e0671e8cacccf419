"""Sees passages as recurrence compares them: sentence by sentence, with the words around."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_loader.annotate.action_numbers import count_in, is_count, numbers_in
from graph_loader.model.ids import fold
from graph_loader.resolve.links.counts import counts
from graph_loader.resolve.links.reading import Minutes, Rarity, astray, named_term
from graph_loader.resolve.links.spoken_dates import SpokenDates, spoken_dates
from graph_loader.resolve.links.topics import Topics
from graph_loader.resolve.links.vectors import unit
from graph_loader.resolve.links.words import content, names_within, sentences
from graph_loader.resolve.passage import Passage

_AROUND, _NAME_OF_BODY, _NAME = 0.4, 0.25, 0.25
_PROGRAMME_AROUND = 0.6
_TELLING, _REFERRED = 2, 0.7
"""Below how many terms of its own words that refer to those around it mean what these say, and how surely."""
_OWNER = re.compile(r"^(?:The )?(?:[A-Z][\w’'/-]* ){1,4}(?=to [a-z])")
"""Who is to do an action, before what: owners share no matter by being the same."""
_PERFECT = re.compile(r"\b(?:had|has|have)\b(?! to\b)", re.IGNORECASE)
_FEW = 0.4
"""What stands beside the terms of each sentence, so that two short ones with one word in common are not alike."""


@dataclass(frozen=True)
class Unit:
    """Is one promise or question, or one sentence of another passage."""

    passage: Passage
    text: str
    own: Mapping[str, float]
    """Its own terms, as a unit vector: rare ones weigh more, those of names less."""
    words: Mapping[str, str]
    """The word for each of them."""
    content: frozenset[str]
    """The plain forms of all its words, common ones and names too, but for particles."""
    vector: Mapping[str, float]
    """Its own terms and those around it, as a unit vector."""
    dates: SpokenDates
    recalls: bool
    """Whether it takes up something said before."""
    issue: int | None
    phrases: Mapping[str, tuple[float, str]]
    """The pairs of words in it that stand beside each other: how rare each is, and the words."""
    verbs: frozenset[str]
    """The stems of all its words, as verbs, but for those that it tells as done."""
    done: Mapping[str, str]
    """What it tells as done: the stem of each verb, and the word."""
    refers: bool
    """Whether it speaks of something without naming it, as a reply does."""
    ahead: bool
    """Whether it speaks of what is to come."""
    outcome: bool
    """Whether it says what became of something."""
    perfect: bool
    """Whether it tells of something as done by then: `had gone out`, `have met`."""
    programmes: Mapping[str, tuple[float, str]]
    """The programmes that it names itself, and, weighing less, those named around it; and how."""
    numbers: frozenset[str]
    """The number that it bears as an action, or the numbers of actions that it speaks of.

    Among them is the place of what it speaks of in the list of the last meeting, but not its own in that of this one.
    """
    heading: Mapping[str, tuple[float, str]]
    """The terms of the heading it stands under: how rare each is, and the word."""
    sole: bool
    """Whether it is the only thing promised under its item."""
    told: frozenset[str]
    """The verbs that it has in the past, whoever did it."""
    deeds: tuple[frozenset[str], frozenset[str]]
    """The deeds that its verbs may tell of, and of these those that it tells as done."""
    counts: frozenset[str]
    """How many of something it speaks of."""
    arising: bool
    """Whether it stands where is told what became of what was to be done."""
    meeting_before: str | None
    """The date of the last meeting before its own."""

    def rarest(self, most: int) -> list[str]:
        """Gives the terms that tell most of it."""
        return [term for term, _ in sorted(self.vector.items(), key=lambda each: (-each[1], each[0]))[:most]]


class UnitReader:
    """Makes the units of documents, one after the other."""

    def __init__(self, topics: Topics, issues: Mapping[str, int]) -> None:
        self._topics = topics
        self._issues = issues
        self._rarity = Rarity(topics)
        self._sole: frozenset[str] = frozenset()
        self._astray: frozenset[str] = frozenset()
        self._date: str | None = None
        self._before: str | None = None

    def units(self, minutes: Minutes) -> list[Unit]:
        """Gives the units of all that is said in a document, in order."""
        self._rarity.add(minutes)
        self._rarity.add_issues(minutes, self._issues)
        if minutes.date != self._date:
            self._before, self._date = self._date, minutes.date
        self._astray = astray(minutes, self._rarity)
        self._sole = _sole(minutes, self._astray)
        arising = _arising(minutes, self._topics)
        found: list[Unit] = []
        for passage, around in _surrounded(minutes, self._astray):
            tells = (passage.id if passage.kind == "item" else passage.item) in arising
            new = [self._unit(passage, text, around, tells) for text in _texts(passage)]
            if new and found and _looks_back(new[0], found[-1]):
                found[-1] = replace(found[-1], dates=found[-1].dates | new[0].dates, recalls=True)
            found += new
        return found

    def one_issue(self, one: Passage, other: Passage) -> bool:
        """Tells whether two passages stand under items of one issue."""
        issue = self._issue(one)
        return issue is not None and issue == self._issue(other)

    def _issue(self, passage: Passage) -> int | None:
        if passage.id in self._astray:
            return None
        return self._issues.get(passage.id if passage.kind == "item" else passage.item or "")

    def _unit(self, passage: Passage, text: str, around: Sequence[Passage], arising: bool) -> Unit:
        rarity, issue, said = self._rarity, self._issue(passage), text
        if passage.commitment_kind == "action":
            text = _OWNER.sub("", text)
        named = dict(zip(passage.named, passage.named_as, strict=True))
        bodies = {term for node, name in named.items() if node.startswith("body-") for term in rarity.terms(name)}
        programmes = _programmes(text, passage, around)
        names = [fold(name) for each in (passage, *around) for name in each.named_as]
        name_words = names_within(text)
        done = self._topics.done(text)
        less = dict.fromkeys(name_words, _NAME) | dict.fromkeys(bodies, _NAME_OF_BODY)
        less |= {term: 0.0 for _, name in programmes.values() for term in rarity.terms(name)}
        if passage.kind == "commitment":
            less |= dict.fromkeys(done, 0.0)  # What had been done already is not what was promised.
        own = {term: rarity.within(issue, term) * less.get(term, 1.0) for term in rarity.terms(text)}
        near = {
            term: _AROUND * rarity.within(issue, term)
            for each in around
            for term in rarity.terms(each.text)
            if term not in less
        }
        words, refers = rarity.worded(text), self._topics.refers(text)
        if refers and len(own) < _TELLING:
            words = {term: word for each in around for term, word in rarity.worded(each.text).items()} | words
            own = {term: weight * _REFERRED / _AROUND for term, weight in near.items()} | own
        terms = {named_term(node): weight for node, (weight, _) in programmes.items()}
        near |= {term: weight * rarity.within(issue, term) for term, weight in terms.items()}
        verbs, told = self._topics.verbs(text) - done.keys(), self._topics.told(text)
        return Unit(
            passage=passage,
            text=said,
            own=unit(own, _FEW),
            words=words,
            content=content(said, self._topics.particles),
            vector=unit(near | own),
            dates=spoken_dates(text, passage.date or "").without(passage.due),
            recalls=self._topics.recall(text),
            issue=issue,
            phrases={
                pair: (rarity.of(pair) * (_NAME if name_words.issuperset(pair.split()) else 1.0), words)
                for pair, words in rarity.phrases(text).items()
                if pair not in self._topics.pairs
                and any(term in own for term in pair.split())
                and not any(words in name for name in names)
            },
            verbs=verbs,
            done=done,
            refers=refers,
            ahead=self._topics.looks_ahead(text),
            outcome=self._topics.outcome(text),
            perfect=_PERFECT.search(text) is not None,
            programmes=programmes,
            numbers=_numbers(said, passage),
            heading=self._heading(around),
            sole=passage.id in self._sole,
            told=told,
            deeds=(self._topics.same_deeds(verbs), self._topics.same_deeds(told)),
            counts=counts(text),
            arising=arising,
            meeting_before=self._before,
        )

    def _heading(self, around: Sequence[Passage]) -> dict[str, tuple[float, str]]:
        titles = (each.labels[0] for each in around if each.kind == "item" and each.labels)
        words = {term: word for title in titles for term, word in self._rarity.worded(title).items()}
        return {term: (self._rarity.of(term), word) for term, word in words.items()}


def _numbers(said: str, passage: Passage) -> frozenset[str]:
    own = {passage.number} if passage.number and not is_count(passage.number) else set()
    count = count_in(said)
    return numbers_in(said) | own | ({count} if count else set())


def _texts(passage: Passage) -> Sequence[str]:
    if passage.kind == "item":
        return passage.narrative
    return [passage.text] if passage.kind in ("commitment", "question") else sentences(passage.text)


def _surrounded(minutes: Minutes, astray: Collection[str]) -> Iterator[tuple[Passage, list[Passage]]]:
    """Yields each passage with what stands around it: its heading, the question before it, the answer that holds it."""
    asked: dict[str | None, Passage] = {}
    answered: dict[str | None, Passage] = {}
    for passage in minutes.passages:
        if passage.kind == "question":
            asked[passage.item] = passage
            answered.pop(passage.item, None)
        elif passage.kind == "answer":
            answered[passage.item] = passage
        near = (minutes.by_id.get(passage.item or ""), asked.get(passage.item), answered.get(passage.item))
        if passage.id in astray:
            near = (None, None, None)
        yield passage, [each for each in near if each and (each.kind != "answer" or passage.text in each.text)]


def _arising(minutes: Minutes, topics: Topics) -> frozenset[str]:
    """Gives the items, and the parts of items, under whose heading is told what became of what was to be done."""
    items = [each for each in minutes.passages if each.kind == "item"]
    found = {each.id for each in items if topics.is_arising(each.text)}
    return frozenset(each.id for each in items if each.id in found or each.item in found)


def _sole(minutes: Minutes, astray: Collection[str]) -> frozenset[str]:
    """Gives what alone is promised under its item."""
    promised = [each for each in minutes.passages if each.kind == "commitment" and each.id not in astray]
    times = Counter(each.item for each in promised)
    return frozenset(
        each.id for each in promised if each.item and times[each.item] == 1 and each.commitment_kind == "promise"
    )


def _looks_back(unit: Unit, last: Unit) -> bool:
    """Tells whether a remark says when what stands before it was said first: `it was promised in May`."""
    one, before = unit.passage, last.passage
    said = one.kind == "statement" and before.kind in ("statement", "answer") and one.item == before.item
    return said and unit.recalls and bool(unit.dates.months)


def _programmes(text: str, passage: Passage, around: Sequence[Passage]) -> dict[str, tuple[float, str]]:
    found: dict[str, tuple[float, str]] = {}
    for each in (*around, passage):
        for node, name in zip(each.named, each.named_as, strict=True):
            if node.startswith("programme-") and name in (text if each is passage else each.text):
                found[node] = (1.0 if each is passage else _PROGRAMME_AROUND, name)
    return found
