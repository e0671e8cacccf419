"""The calendar holds every due date that is one, on the days that it can mean."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from graph_loader.export.calendar import Outcome, calendar
from graph_loader.export.lookup import Lookup
from graph_loader.export.text import clean
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Actor, Commitment
from graph_loader.store import Store

Minutes = Callable[..., Contribution]


def promise(due: str | None, quote: str = "Ines Holt to mow the lawn.") -> Commitment:
    words: dict[str, Any] = {"quote": quote, "reading": quote, "start": 0, "end": len(quote), "rule": "test"}
    owner = Actor("Ines Holt", "person")
    return Commitment(id="c", item=None, kind="action", owners=(owner,), due_text="then", due_date=due, **words)


def events(outcome: Outcome) -> list[Any]:
    return list(Calendar.from_ical(outcome.data).walk("VEVENT"))


@pytest.mark.parametrize(
    ("due", "first", "behind"),
    [
        ("2019-04-05", date(2019, 4, 5), date(2019, 4, 6)),
        ("2019-04", date(2019, 4, 1), date(2019, 5, 1)),
        ("2020", date(2020, 1, 1), date(2021, 1, 1)),
        ("2019-06/2019-07", date(2019, 6, 1), date(2019, 8, 1)),
    ],
)
def test_a_due_date_lasts_for_all_days_that_it_can_mean(
    due: str, first: date, behind: date, store: Store, minutes: Minutes
) -> None:
    store.write(minutes(commitments=(promise(due),)))
    (event,) = events(calendar(Lookup(store)))
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, behind)
    assert str(event["summary"]) == "Ines Holt: Ines Holt to mow the lawn."
    assert "Source: a, characters 0 to 26" in event["description"]


@pytest.mark.parametrize(("due", "left_out"), [(None, (1, 0)), ("2019/2025", (0, 1)), ("soon", (1, 0))])
def test_what_has_no_day_is_left_out_and_counted(
    due: str | None, left_out: tuple[int, int], store: Store, minutes: Minutes
) -> None:
    store.write(minutes(commitments=(promise(due),)))
    outcome = calendar(Lookup(store))
    assert events(outcome) == []
    assert (outcome.undated, outcome.too_vague) == left_out


def test_equal_graphs_give_equal_bytes_and_ids_last(store: Store, minutes: Minutes) -> None:
    store.write(minutes(commitments=(promise("2019-04"),)))
    first = calendar(Lookup(store))
    assert first.data == calendar(Lookup(store)).data
    store.write(minutes("b", commitments=(promise("2019-05"),)))
    assert {str(event["uid"]) for event in events(first)} < {str(e["uid"]) for e in events(calendar(Lookup(store)))}


def test_hostile_words_leave_the_calendar_whole(hostile: Store) -> None:
    graph = Lookup(hostile)
    outcome = calendar(graph)
    found = events(outcome)
    assert len(found) == outcome.events > 10
    quotes = {" ".join(clean(graph.words(node.id)).split()) for node in graph.labelled("Commitment")}
    assert {str(event["description"]).split("”\n")[0].removeprefix("“") for event in found} == quotes
    assert all(len(line) <= 75 for line in outcome.data.split(b"\r\n"))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_one_entry(text: str) -> None:
    from graph_loader.export.calendar import _line

    whole = Calendar()
    whole.add("x-wr-calname", _line(text))
    read = Calendar.from_ical(whole.to_ical())
    assert str(read["x-wr-calname"]) == _line(text)
    assert list(read.keys()) == ["X-WR-CALNAME"]
