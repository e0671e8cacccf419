"""Scores what is asked, answered, stated and promised: whether it is found, and whether all that belongs to it is."""

from collections.abc import Iterable

from graph_loader.evaluate.annotation import Annotation, Asking, Promise, Speech
from graph_loader.evaluate.entries import ASKED, PROMISED, Entry, Miss
from graph_loader.evaluate.likeness import Pair, align, keys, same_time, same_words
from graph_loader.model.ids import name_key


class Actors:
    """Knows the actors of one document; an alias of a body (`the force`) stands for the body."""

    def __init__(self, gold: Annotation) -> None:
        self._bodies = {key: name_key(body.words) for body in gold.bodies for key in keys(body.aliases)}

    def keys(self, names: Iterable[str]) -> frozenset[str]:
        """Gives names in the form in which equal actors are equal."""
        return frozenset(self._bodies.get(key, key) for key in keys(names))


def question(pair: Pair[Asking], actors: Actors) -> Entry:
    """Counts a question, who asked whom, and its answers."""
    entry = Entry()
    entry.present("questions", pair)
    gold, found = pair.gold, pair.found
    if gold is None:
        entry.fp[ASKED] += 1
    elif gold.required and found is None:
        entry.fn[ASKED] += 1
        entry.fn["answers"] += len(gold.responses)
    elif gold.required and found is not None:
        asker, addressee = (
            entry.compare(f"questions.{name}", gold.words, actors.keys(wanted), actors.keys(got))
            for name, wanted, got in (
                ("asker", gold.askers, found.askers),
                ("addressee", gold.addressees, found.addressees),
            )
        )
        entry.compare("questions.act", gold.words, gold.act, found.act)
        entry.agree(ASKED, asker and addressee)
        for answer in align(gold.responses, found.responses, same_words):
            _answer(entry, answer, actors)
    return entry


def _answer(entry: Entry, pair: Pair[Speech], actors: Actors) -> None:
    """Counts an answer to a question that is in both; one by other speakers is missed and made up."""
    gold, found = pair.gold, pair.found
    if gold and found:
        wanted, got = actors.keys(gold.speakers), actors.keys(found.speakers)
        if not entry.agree("answers", wanted == got):
            entry.differ("answers", gold.words, wanted, got)
    elif gold:
        entry.fn["answers"] += 1
        entry.misses.append(Miss("answers", "missed", pair.words))
    else:
        entry.fp["answers"] += 1
        entry.misses.append(Miss("answers", "made up", pair.words))


def statement(pair: Pair[Speech], actors: Actors) -> Entry:
    """Counts a statement and who made it."""
    entry = Entry()
    entry.present("statements", pair)
    gold, found = pair.gold, pair.found
    if gold and gold.required and found:
        wanted, got = actors.keys(gold.speakers), actors.keys(found.speakers)
        entry.compare("statements.speaker", gold.words, wanted, got)
    return entry


def commitment(pair: Pair[Promise], actors: Actors) -> Entry:
    """Counts a commitment, its kind, its owners where gold knows them, and its date where either has one."""
    entry = Entry()
    entry.present("commitments", pair)
    gold, found = pair.gold, pair.found
    if gold is None:
        entry.fp[PROMISED] += 1
        return entry
    if gold.required:
        (entry.fn if found is None else entry.tp)[f"commitments.{gold.kind}"] += 1
    if gold.required and found is None:
        entry.fn[PROMISED] += 1
    elif gold.required and found is not None:
        entry.agree(PROMISED, _agree(entry, gold, found, actors))
    return entry


def _agree(entry: Entry, gold: Promise, found: Promise, actors: Actors) -> bool:
    good = [entry.compare("commitments.kind", gold.words, gold.kind, found.kind)]
    if gold.owners:
        wanted, got = actors.keys(gold.owners), actors.keys(found.owners)
        good.append(entry.compare("commitments.owner", gold.words, wanted, got))
    if gold.due_date or found.due_date:
        # A date that is told as well as can be is the date that is wanted.
        told = gold.due_date if same_time(gold.due_date, found.due_date) else found.due_date
        good.append(entry.compare("commitments.due", gold.words, gold.due_date, told))
    return all(good)
