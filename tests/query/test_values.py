"""How what a user writes becomes the value of a parameter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.errors import UsageError
from graph_loader.model.ids import folded
from graph_loader.query.values import first_day, last_day, words_behind_blanks
from graph_loader.store import Store


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", "2018", "2018-12-31"),
        ("2018-02", "2018-02", "2018-02-28"),
        ("2020-2", "2020-02", "2020-02-29"),
        (" 2018-12 ", "2018-12", "2018-12-31"),
        ("2018-10-6", "2018-10-06", "2018-10-06"),
    ],
)
def test_a_date_can_be_a_year_a_month_or_a_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@given(st.dates())
def test_every_day_lies_in_its_month_and_year(day: date) -> None:
    iso = day.isoformat()
    for length in (4, 7, 10):
        assert first_day(iso[:length]) <= iso <= last_day(iso[:length])


@pytest.mark.parametrize(
    "text", ["", "18", "2018-13", "2018-02-30", "May 2018", "2018-1-1-1", "0000", "2018/10", "20185"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    for convert in (first_day, last_day):
        with pytest.raises(UsageError, match="is no date"):
            convert(text)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("call", "Calls were lost.", True),
        ("call", "They recalled it.", False),
        ("CALL wait", "The wait\nfor a call", True),
        ("call wait", "The call", False),
        ("siochana", "An Garda Síochána", True),
        ("síochána", "An Garda Siochana", True),
        ("siochana", "An Garda Si\u0301ocha\u0301na", True),
        ("dont", "They don’t know.", True),
        ("don't", "They dont know.", True),
        ("a.b", "axb", False),
        ("101", "on 101 and 999", True),
        ("part-time", "part time work", True),
    ],
)
def test_words_match_where_a_word_begins(graph: Store, words: str, text: str, found: bool) -> None:
    statement = "RETURN all(word IN $words WHERE $text CONTAINS word) AS found"
    assert graph.rows(statement, {"words": words_behind_blanks(words), "text": folded(text)}) == [{"found": found}]


@pytest.mark.parametrize("text", ["", " ", "…"])
def test_no_word_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="There is no word"):
        words_behind_blanks(text)
