"""How parameters are checked and names are matched with the graph."""

import pytest

from graph_loader.errors import UsageError
from graph_loader.model.suggest import did_you_mean
from graph_loader.query.catalogue import load_catalogue
from graph_loader.query.names import resolve_name
from graph_loader.query.run import run_query
from graph_loader.store import Store

ACTORS = ("Person", "Post", "Body")


@pytest.mark.parametrize(
    ("given", "labels", "names"),
    [
        ("Zoë Ábelard", ACTORS, ["Zoë Ábelard"]),
        ("zoe ABELARD", ACTORS, ["Zoë Ábelard"]),
        ("riverford-police", ("Body",), ["Riverford Police"]),
        ("The Riverford Police", ("Body",), ["Riverford Police"]),
        ("rp", ("Body",), ["Riverford Police"]),
        ("Chief Constable", ("Post",), ["Chief Constable"]),
        ("Oversight Meeting June 2019", ("Meeting",), ["Oversight Meeting June 2019, 2019-06-11"]),
    ],
)
def test_a_name_matches_without_regard_to_case_and_accents(
    graph: Store, given: str, labels: tuple[str, ...], names: list[str]
) -> None:
    assert resolve_name(graph, given, labels) == names


@pytest.mark.parametrize(
    ("given", "labels", "message", "hint"),
    [
        (
            "Zoe Abelar",
            ("Person",),
            "There is no person named 'Zoe Abelar' in the graph.",
            "Did you mean 'Zoë Ábelard'?",
        ),
        ("roe", ("Person",), "There is no person named 'roe' in the graph.", "Did you mean 'Ben Roe'?"),
        ("Ben Roe", ("Post", "Body"), "There is no post or body named 'Ben Roe' in the graph.", "`kg query "),
        ("qqq", ("Person",), "There is no person named 'qqq' in the graph.", "`kg query "),
    ],
)
def test_an_unknown_name_is_answered_with_near_ones(
    graph: Store, given: str, labels: tuple[str, ...], message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as refused:
        resolve_name(graph, given, labels)
    assert refused.value.message == message
    assert refused.value.hint.startswith(hint)


def test_what_is_short_for_several_is_not_guessed(graph: Store) -> None:
    with pytest.raises(UsageError) as refused:
        resolve_name(graph, "cb", ("Body",))
    assert str(refused.value) == "'cb' is short for Change Board, Crime Bureau. Give one of these names."


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("attendance", {"persn": "x"}, "attendance has no parameter 'persn'. Did you mean 'person'?"),
        ("attendance", {"status": "late"}, "'late' cannot be chosen. Use one of present, apologies."),
        ("attendance", {"from": "last year"}, "'last year' is no date. Write 2018, 2018-10 or 2018-10-26."),
        ("issue-over-the-years", {}, "issue-over-the-years needs --issue. For example: kg query issue-over-the-years"),
    ],
)
def test_a_wrong_parameter_is_refused(graph: Store, name: str, given: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        run_query(graph, load_catalogue()[name], given)
    assert str(refused.value).startswith(said)


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("Jon Smith", ["John Smith", "Joan Smyth", "Ann Other"], "Did you mean 'John Smith' or 'Joan Smyth'?"),
        ("Smith", ["John Smith", "Ann Other"], "Did you mean 'John Smith'?"),
        ("", ["John Smith"], "Look."),
        ("x", [], "Look."),
    ],
)
def test_what_may_have_been_meant(word: str, known: list[str], said: str) -> None:
    assert did_you_mean(word, known, "Look.") == said
