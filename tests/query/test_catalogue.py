"""What the header of a canned query must say, and what the packaged ones say."""

import shlex
from pathlib import Path

import pytest

from graph_loader.errors import QueryError, UsageError
from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import Query, find_query, load_catalogue, load_pictures, read_query

HEADER = """\
// title: People
// topic: one
// summary: Lists people.
// parameters:
//   person: {type: name, of: [Person], description: "Who.", example: Ada Hill}
// columns:
//   name: The name.
// example: kg query people --person "Ada Hill"
"""
STATEMENT = "MATCH (p:Person) WHERE p.name IN $person // not $this\nRETURN p.name AS name ORDER BY name\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "people.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_describes_its_statement(tmp_path: Path) -> None:
    query = read_query(written(tmp_path, HEADER + STATEMENT.replace(" // not $this", "")))
    assert (query.name, query.title, query.summary) == ("people", "People", "Lists people.")
    assert query.parameters["person"].of == ("Person",)
    assert query.columns == {"name": "The name."}
    assert query.statement.startswith("MATCH")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// title: People\n", "", "title: Field required"),
        ("topic: one", "topic: two", "topic: Input should be 'asked', 'promised', 'years' or 'one'"),
        ("Lists people.", "Lists people", "summary: String should match"),
        ("type: name", "type: nome", "parameters.person.type: Input should be"),
        ("//   name: The name.\n", "", "columns"),
        ("// example:", "// sample:", "sample: Extra inputs are not permitted"),
        ("// title: People", "// title: [", "no valid YAML"),
        ("// title: People", "// - title", "no valid YAML"),
        ("$person", "$people", "people, person is used or declared, but not both"),
        (HEADER, "", "title: Field required"),
    ],
)
def test_a_wrong_header_is_refused_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = (HEADER + STATEMENT).replace(" // not $this", "")
    assert old in text
    with pytest.raises(QueryError) as refused:
        read_query(written(tmp_path, text.replace(old, new)))
    assert refused.value.message.startswith("people")
    assert said in refused.value.message


def test_the_users_questions_are_there() -> None:
    assert set(load_catalogue()) >= {
        "who-asked-whom",
        "questions-without-an-answer",
        "answered-by-someone-else",
        "open-commitments",
        "commitments-past-their-date",
        "recurring-promises",
        "slipped-dates",
        "never-mentioned-again",
        "followed-through",
        "same-question-again",
        "succession",
        "names-over-time",
        "who-works-with-whom",
        "issue-over-the-years",
        "who-held-which-post",
        "attendance",
        "programme-history",
        "bodies-and-their-mentions",
        "person-timeline",
        "meeting-summary",
        "evidence",
    }


def test_the_readme_names_every_query() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert [name for name in load_catalogue() if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("name", sorted(load_catalogue()))
def test_every_example_uses_the_querys_own_parameters(name: str) -> None:
    query = load_catalogue()[name]
    kg, verb, named, *options = shlex.split(query.example)
    assert [kg, verb, named] == ["kg", "query", name]
    used = {option.removeprefix("--").replace("-", "_") for option in options[::2]}
    assert used <= set(query.parameters)
    assert used >= {key for key, parameter in query.parameters.items() if parameter.required}


@pytest.mark.parametrize("query", [*load_catalogue().values(), *load_pictures().values()], ids=lambda query: query.name)
def test_every_name_is_looked_for_among_labels_that_there_are(query: Query) -> None:
    for parameter in query.parameters.values():
        assert set(parameter.of) <= set(load_schema().nodes)
        assert bool(parameter.of) == (parameter.type == "name")
        assert bool(parameter.choices) == (parameter.type == "choice")


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("who-asked", "Did you mean 'who-asked-whom'?"),
        ("Open Commitment", "Did you mean 'open-commitments'?"),
        ("zzz", "`kg query` lists them."),
    ],
)
def test_a_wrong_name_is_answered_with_a_near_one(given: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_query(given)
    assert refused.value.hint == hint
