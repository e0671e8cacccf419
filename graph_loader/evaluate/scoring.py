"""Scores one record against gold, entry by entry: the meeting, who and what is named, the agenda."""

from collections.abc import Callable, Iterator, Sequence

from graph_loader.evaluate.annotation import Annotation, Named, NamedPerson, Session
from graph_loader.evaluate.entries import Entry
from graph_loader.evaluate.likeness import P, Pair, align, keys, overlap, same_name, same_words
from graph_loader.evaluate.speech import Actors, commitment, question, statement
from graph_loader.model.ids import name_key

_SAME_WORDS, _SAME_ROLE = 0.66, 0.8
_WORDED = ("venue", "theme", "next_meeting.subject")


def score(gold: Annotation, found: Annotation) -> list[Entry]:
    """Gives the entries of gold and record, each with what it counts in the measures."""
    actors = Actors(gold)
    return [
        *_meeting(gold.meeting, found.meeting),
        *map(_person, align(gold.people, found.people, same_name)),
        *_present("bodies", gold.bodies, found.bodies, same_name),
        *_present("programmes", gold.programmes, found.programmes, same_name),
        *_present("items", gold.items, found.items, same_words),
        *(question(pair, actors) for pair in align(gold.exchanges, found.exchanges, same_words)),
        *(statement(pair, actors) for pair in align(gold.statements, found.statements, same_words)),
        *(commitment(pair, actors) for pair in align(gold.commitments, found.commitments, same_words)),
    ]


def _meeting(gold: Session, found: Session) -> Iterator[Entry]:
    got = _fields(found)
    for name, wanted in _fields(gold).items():
        if wanted is not None:
            told = got[name]
            equal = name_key(wanted) == name_key(told or "")
            same = overlap(wanted, told) >= _SAME_WORDS if name in _WORDED else equal
            entry = Entry()
            entry.compare("meeting fields", name, wanted, wanted if same else told)
            yield entry


def _fields(meeting: Session) -> dict[str, str | None]:
    fields = meeting.model_dump(exclude={"next_meeting"})
    following = {name: getattr(meeting.next_meeting, name, None) for name in ("date", "time", "subject")}
    return fields | {f"next_meeting.{name}": value for name, value in following.items()}


def _present(
    measure: str, golds: Sequence[P], found: Sequence[P], likeness: Callable[[P, P], float]
) -> Iterator[Entry]:
    for pair in align(golds, found, likeness):
        entry = Entry()
        entry.present(measure, pair)
        yield entry


def _person(pair: Pair[NamedPerson]) -> Entry:
    entry = Entry()
    entry.present("people", pair)
    gold, found = pair.gold, pair.found
    if gold and found:
        for name, wanted, got in (("role", gold.role, found.role), ("attendance", gold.attendance, found.attendance)):
            if wanted:
                same = overlap(wanted, got) >= _SAME_ROLE
                entry.compare(f"people.{name}", gold.words, wanted, wanted if same else got)
        _compare_aliases(entry, gold, found)
    return entry


def _compare_aliases(entry: Entry, gold: Named, found: Named) -> None:
    measure, wanted, got = "people.aliases", keys(gold.aliases), keys(found.aliases)
    entry.tp[measure] += len(wanted & got)
    entry.fp[measure] += len(got - wanted)
    entry.fn[measure] += len(wanted - got)
    if wanted != got:
        entry.differ(measure, gold.words, wanted, got)
