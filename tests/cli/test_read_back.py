"""How the commands that open a loaded graph behave: query, cypher, status, export and retract."""

import csv
import io
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph_loader.cli.main import main

Kg = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives a folder with two made-up documents, one of them twice over in name, and the graph of them."""
    folder = tmp_path_factory.mktemp("loaded")
    for place, year, number in (("north", 2018, 6), ("south", 2019, 9), ("north", 2020, 4)):
        (folder / place).mkdir(exist_ok=True)
        name = "may.txt" if year < 2020 else "later.txt"
        text = f"""\
Oversight Meeting – May {year}

Date: 22 May {year}

Chair: Zoë Hill

Attendance: Zoë Hill – Commissioner, Ben Roe – Chief Constable

1. Call waiting

Zoë Hill asked Ben Roe why callers waited {number} minutes. Ben Roe said that staff were new.

ACTION: Ben Roe to report on call waiting by July {year}.
"""
        (folder / place / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["load", str(folder), "--graph", str(folder / "kg-graph"), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    return folder / "kg-graph"


@pytest.fixture
def copied(loaded: Path, tmp_path: Path) -> Path:
    """Gives a graph that a test may change."""
    return shutil.copytree(loaded, tmp_path / "kg-graph")


def test_a_query_answers_in_every_format(kg: Kg, loaded: Path) -> None:
    line = ["query", "who-asked-whom", "--asked-by", "zoe hill", "--from", "2019", "--graph", loaded]
    answered = kg(*line, "--format", "json")
    assert (answered.exit_code, answered.stderr) == (0, "")
    rows = json.loads(answered.stdout)
    assert [(row["date"], row["asked_by"], row["put_to"]) for row in rows] == [
        ("2019-05-22", ["Zoë Hill"], ["Ben Roe"]),
        ("2020-05-22", ["Zoë Hill"], ["Ben Roe"]),
    ]
    table = list(csv.DictReader(io.StringIO(kg(*line, "--format", "csv").stdout)))
    assert [row["question"] for row in table] == [row["question"] for row in rows]
    people = kg(*line, env={"COLUMNS": "300"}).stdout
    assert "Zoë Hill asked Ben Roe why callers waited 9 minutes." in people


def test_every_id_that_a_query_shows_leads_to_its_words(kg: Kg, loaded: Path) -> None:
    rows = json.loads(kg("query", "open-commitments", "--format", "json", "--graph", loaded).stdout)
    assert len(rows) == 3
    for row in rows:
        (found,) = json.loads(kg("query", "evidence", "--id", row["id"], "--format", "json", "--graph", loaded).stdout)
        assert found["words"] == row["commitment"]
        text = (loaded.parent / found["paths"][0]).read_text(encoding="utf-8")
        assert text[found["start"] : found["end"]] == found["words"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            ["attendance", "--person", "Zoe Hil"],
            "There is no person named 'Zoe Hil' in the graph. Did you mean 'Zoë Hill'?",
        ),
        (["attendance", "--from", "soon"], "'soon' is no date. Write 2018, 2018-10 or 2018-10-26."),
        (["issue-over-the-years", "--issue", "?"], "There is no word in '?'. Give one word or several."),
    ],
)
def test_a_wrong_value_is_one_line_and_status_2(kg: Kg, loaded: Path, line: list[str], said: str) -> None:
    result = kg("query", *line, "--graph", loaded)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")


def test_a_query_that_finds_nothing_says_so(kg: Kg, loaded: Path) -> None:
    result = kg("query", "attendance", "--from", "2030", "--graph", loaded)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing in the graph fits.\n")


def test_a_statement_of_ones_own_is_run_with_its_parameters(kg: Kg, loaded: Path) -> None:
    statement = "MATCH (m:Meeting) WHERE m.date > $after RETURN m.date AS day, $n + 1 AS n ORDER BY day"
    line = ["cypher", statement, "--param", "after=2018-12", "--param", "n=1", "--graph", loaded]
    assert json.loads(kg(*line, "--format", "json").stdout) == [
        {"day": "2019-05-22", "n": 2},
        {"day": "2020-05-22", "n": 2},
    ]
    assert kg(*line, "--format", "csv").stdout == "day,n\n2019-05-22,2\n2020-05-22,2\n"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (x:Person {id: 'x'})",
        "MATCH (p:Person) SET p.name = 'x' RETURN p",
        "MATCH (p:Person) DETACH DELETE p",
        "MERGE (x:Person {id: 'x'}) RETURN x",
        "DROP INDEX x",
        "MATCH (p:Person RETURN p",
        "MATCH (p:Person) RETURN q",
        "RETURN $missing AS x LIMIT $missing",
        "",
    ],
)
def test_a_statement_that_writes_or_is_wrong_is_refused_in_one_line(kg: Kg, loaded: Path, statement: str) -> None:
    before = kg("export", "json", "--graph", loaded).stdout
    result = kg("cypher", statement, "--graph", loaded)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: The statement ")
    assert result.stderr.count("\n") == 1
    assert kg("export", "json", "--graph", loaded).stdout == before


def test_whole_nodes_come_back_as_their_properties(kg: Kg, loaded: Path) -> None:
    result = kg("cypher", "MATCH (p:Person) RETURN p ORDER BY p.name LIMIT 1", "--format", "json", "--graph", loaded)
    (row,) = json.loads(result.stdout)
    assert (row["p"]["label"], row["p"]["name"]) == ("Person", "Ben Roe")


def test_status_says_what_is_in_the_graph(kg: Kg, loaded: Path) -> None:
    status = json.loads(kg("status", "--format", "json", "--graph", loaded).stdout)
    assert (status["from"], status["to"]) == ("2018-05-22", "2020-05-22")
    assert [document["paths"] for document in status["documents"]] == [
        ["north/may.txt"],
        ["south/may.txt"],
        ["north/later.txt"],
    ]
    assert (status["counts"]["Meeting"], status["counts"]["Question"], status["counts"]["ASKED"]) == (3, 3, 3)
    told = kg("status", "--graph", loaded).stdout
    assert "documents 3, meetings 3 from 2018-05-22 to 2020-05-22" in told
    assert "north/later.txt" in told


def test_an_export_to_a_file_is_the_export_to_standard_output(kg: Kg, loaded: Path, tmp_path: Path) -> None:
    printed = kg("export", "json", "--graph", loaded).stdout
    result = kg("export", "json", "-o", "graph.json", "--graph", loaded)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "graph.json").read_text(encoding="utf-8") == printed
    refused = kg("export", "json", "-o", "no/such/folder.json", "--graph", loaded)
    assert refused.exit_code == 1
    assert (
        refused.stderr
        == "Error: no/such/folder.json cannot be written: No such file or directory. Choose another file with -o.\n"
    )


@pytest.mark.parametrize("document", ["south/may.txt", "./south/may.txt", "south/../south/may.txt"])
def test_a_document_is_taken_out_by_its_path(kg: Kg, copied: Path, document: str) -> None:
    result = kg("retract", document)
    assert (result.exit_code, result.stdout) == (0, "")
    left = json.loads(kg("status", "--format", "json").stdout)
    assert [found["paths"] for found in left["documents"]] == [["north/may.txt"], ["north/later.txt"]]
    assert left["counts"]["Question"] == 2
    assert kg("query", "attendance", "--person", "Zoë Hill", "--format", "json").stdout.count("2019") == 0


def test_a_name_that_two_documents_bear_is_not_guessed(kg: Kg, copied: Path) -> None:
    result = kg("retract", "may")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "'may' names 2 documents." in result.stderr
    assert "north/may.txt" in result.stderr and "south/may.txt" in result.stderr
    assert kg("retract", "later").exit_code == 0
    assert kg("retract", "later").stderr.startswith("Error: There is no document 'later' in the graph.")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    "line",
    [
        ("cypher", "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id + d.id + e.id + f.id = '' RETURN a.id"),
        ("sparql", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"),
    ],
)
def test_a_signal_ends_a_statement_without_end(
    kg: Kg, start: Start, minutes: Path, line: tuple[str, str], number: int
) -> None:
    kg("load", minutes, "--jobs", 1)
    process = start(*line)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=3)
    process.send_signal(number)
    # On a slow machine the signal comes before the statement has begun, and the command says how it ends.
    assert process.communicate(timeout=20) in {("", ""), ("", "\nError: Interrupted.\n")}
    assert process.returncode in {-number, 128 + number}
    assert kg("status").exit_code == 0
