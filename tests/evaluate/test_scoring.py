"""What each kind of mistake costs in which measure."""

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from graph_loader.evaluate import Entry
from graph_loader.evaluate.entries import MEASURES

Sheet = dict[str, Any]
Scored = Callable[[Sheet, Sheet], list[Entry]]
Change = Callable[[Sheet], object]
WHO, WHEN = "who asked whom what", "who promised what by when"


def wrong(entries: list[Entry]) -> tuple[dict[str, int], dict[str, int]]:
    """Gives what is made up and what is missed, by measure."""
    made_up, missed = Counter[str](), Counter[str]()
    for entry in entries:
        made_up += entry.fp
        missed += entry.fn
    return dict(made_up), dict(missed)


def test_gold_against_itself_has_everything_right(gold: Sheet, scored: Scored) -> None:
    entries = scored(gold, gold)
    assert wrong(entries) == ({}, {})
    assert [entry.misses for entry in entries if entry.misses] == []
    assert {measure for entry in entries for measure in +entry.tp} == set(MEASURES) - {"commitments.next_step"}


def lose(kind: str) -> Change:
    return lambda sheet: sheet[kind].pop()


def put(kind: str, key: str, value: Any, at: int = 0) -> Change:
    return lambda sheet: sheet[kind][at].update({key: value})


def add(kind: str, **entry: Any) -> Change:
    return lambda sheet: sheet[kind].append(entry)


def answer(**changes: Any) -> Change:
    return lambda sheet: sheet["exchanges"][0]["responses"][0].update(changes)


@pytest.mark.parametrize(
    ("change", "made_up", "missed"),
    [
        (lambda sheet: sheet["meeting"].update(date="2019-03-06"), ["meeting fields"], ["meeting fields"]),
        (lambda sheet: sheet["meeting"].update(date=None), [], ["meeting fields"]),
        (lambda sheet: sheet["meeting"].update(next_meeting=None), [], ["meeting fields"]),
        (lambda sheet: sheet["meeting"].update(venue="Brook Hall, Room 2"), [], []),
        (lambda sheet: sheet["meeting"].update(minutes_by="Una Reed"), [], []),
        (put("people", "name", "Inez Hold"), ["people"], ["people"]),
        (put("people", "role", "Chief Gardener"), ["people.role"], ["people.role"]),
        (put("people", "role", None), [], ["people.role"]),
        (put("people", "attendance", "apologies"), ["people.attendance"], ["people.attendance"]),
        (put("people", "aliases", ["IX"]), ["people.aliases"], ["people.aliases"]),
        (put("people", "aliases", ["TF"], at=1), ["people.aliases"], []),
        (lose("people"), [], []),
        (add("people", name="Mo Unheard"), ["people"], []),
        (add("people", name="Ines Holt"), ["people"], []),
        (lose("bodies"), [], ["bodies"]),
        (add("programmes", name="Operation Lake"), ["programmes"], []),
        (put("items", "title", "Trees"), ["items"], ["items"]),
        (lose("exchanges"), [], ["questions", WHO, "answers"]),
        (add("exchanges", quote="Una wondered about swans."), ["questions", WHO], []),
        (put("exchanges", "askers", ["Una Reed"]), ["questions.asker", WHO], ["questions.asker", WHO]),
        (put("exchanges", "addressees", []), [WHO], ["questions.addressee", WHO]),
        (put("exchanges", "act", "queried"), ["questions.act"], ["questions.act"]),
        (put("exchanges", "responses", []), [], ["answers"]),
        (answer(speakers=["Una Reed"]), ["answers"], ["answers"]),
        (answer(speakers=[]), ["answers"], ["answers"]),
        (answer(quote="Swans are birds."), ["answers"], ["answers"]),
        (put("statements", "speakers", ["the Trust"]), [], []),
        (put("statements", "speakers", ["Una Reed"]), ["statements.speaker"], ["statements.speaker"]),
        (put("commitments", "kind", "promise"), ["commitments.kind", WHEN], ["commitments.kind", WHEN]),
        (put("commitments", "owners", []), [WHEN], ["commitments.owner", WHEN]),
        (put("commitments", "owners", ["Una Reed"], at=1), [], []),
        (put("commitments", "due_date", "2019-04-30"), [], []),
        (put("commitments", "due_date", "2019", at=1), ["commitments.due", WHEN], ["commitments.due", WHEN]),
        (lose("commitments"), [], ["commitments", WHEN, "commitments.promise"]),
    ],
)
def test_a_mistake_counts_where_it_belongs(
    gold: Sheet, scored: Scored, change: Change, made_up: list[str], missed: list[str]
) -> None:
    found = deepcopy(gold)
    change(found)
    entries = scored(gold, found)
    assert wrong(entries) == (dict.fromkeys(made_up, 1), dict.fromkeys(missed, 1))
    assert bool(made_up or missed) == any(entry.misses for entry in entries)


@pytest.mark.parametrize("kind", ["people", "bodies", "programmes", "items", "exchanges", "statements", "commitments"])
def test_what_is_borderline_costs_nothing_found_or_missed(gold: Sheet, scored: Scored, kind: str) -> None:
    for entry in gold[kind]:
        entry["required"] = False
    assert wrong(scored(gold, gold)) == ({}, {})
    assert wrong(scored(gold, gold | {kind: []})) == ({}, {})
