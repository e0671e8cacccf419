"""What all commands have in common: help, errors, exit status, and what is not loaded without need."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graph_loader.cli.failures import exit_status
from graph_loader.cli.main import COMMANDS
from graph_loader.errors import KgError, UsageError
from graph_loader.query.catalogue import load_catalogue

Kg = Callable[..., Result]
ALL = [*([command] for command in COMMANDS), ["export", "json"], *(["query", name] for name in load_catalogue())]


@pytest.mark.parametrize("command", [[], *ALL], ids=" ".join)
def test_every_help_ends_in_an_example(kg: Kg, command: list[str]) -> None:
    result = kg(*command, "--help")
    assert result.exit_code == 0
    last = result.stdout.rstrip().split("\n\n")[-1]
    assert last.strip().startswith("Example: kg")


@pytest.mark.parametrize("group", [[], ["export"], ["profile"], ["query"]], ids=" ".join)
def test_the_list_of_commands_cuts_no_sentence(kg: Kg, group: list[str]) -> None:
    assert "..." not in kg(*group, "--help").stdout.partition("Commands:")[2]


@pytest.mark.parametrize("name", load_catalogue())
def test_the_example_of_a_query_can_be_copied_in_one_piece(kg: Kg, name: str) -> None:
    assert f"Example: {load_catalogue()[name].example}\n" in kg("query", name, "--help").stdout


def test_the_version_is_that_of_the_package(kg: Kg) -> None:
    from graph_loader import __version__

    assert kg("--version").stdout == f"kg, version {__version__}\n"


@pytest.mark.parametrize("line", [["--help"], ["load", "--help"], ["query", "attendance", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(line: list[str]) -> None:
    heavy = "{'spacy', 'jpype', 'arcadedb_embedded', 'rich', 'networkx', 'rdflib', 'neo4j'}"
    code = f"import sys, atexit; atexit.register(lambda: sys.stderr.write(str(sorted({heavy} & set(sys.modules)))))"
    run = [sys.executable, "-c", f"{code}\nfrom graph_loader.cli.main import main; main()", *line]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stderr == "[]"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["lod"], "Error: There is no command 'lod'. Did you mean 'load'?"),
        (["query", "attendence"], "Error: There is no query 'attendence'. Did you mean 'attendance'"),
        (["query", "attendance", "--persn", "x"], "Error: No such option '--persn'."),
        (["query", "attendance", "--status", "late"], "Error: Invalid value for '--status': 'late' is not one of"),
        (["query", "issue-over-the-years"], "Error: Missing option '--issue'. Try `kg query issue-over-the-years"),
        (["query", "attendance", "x"], "Error: Got unexpected extra argument (x). Try `kg query attendance --help`."),
        (["load"], "Error: Missing argument 'PATH...'. Try `kg load --help`."),
        (["load", ".", "--jobs", "0"], "Error: Invalid value for '--jobs'"),
        (["load", ".", "--max-size", "big"], "Error: 'big' is no size. Write 500kB or 10MB."),
        (["load", ".", "--max-size", "0"], "Error: '0' is no size."),
        (["cypher", "RETURN 1", "--param", "x"], "Error: 'x' is no parameter. Write --param name=value."),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(kg: Kg, line: list[str], said: str) -> None:
    result = kg(*line)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "line", [["status"], ["query", "attendance"], ["cypher", "RETURN 1"], ["retract", "x"], ["verify"]]
)
def test_without_a_graph_it_says_what_to_do_and_makes_none(kg: Kg, tmp_path: Path, line: list[str]) -> None:
    result = kg(*line)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: There is no graph in kg-graph. Load minutes first: kg load FOLDER.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", [["status"], ["load", "minutes"]])
def test_a_folder_that_is_no_graph_is_left_alone(kg: Kg, minutes: Path, line: list[str]) -> None:
    result = kg(*line, "--graph", minutes)
    assert result.exit_code == 1
    assert f"Error: {minutes} is no graph." in result.stderr
    assert sorted(path.name for path in minutes.iterdir()) == ["000.txt", "001.txt", "002.txt"]


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KgError("It broke.", "Try this."), 1, "Error: It broke. Try this.\n"),
        (UsageError("It is wrong."), 2, "Error: It is wrong.\n"),
        (KgError("One\nline \x1b[31mred."), 1, "Error: One line  [31mred.\n"),
        (ZeroDivisionError("by\nnought"), 1, "Error: This should not have happened: ZeroDivisionError: by."),
        (OSError(28, "No space left on device"), 1, "Error: This should not have happened: OSError: [Errno 28]"),
    ],
)
def test_every_failure_is_one_line(
    capsys: pytest.CaptureFixture[str], error: Exception, status: int, said: str
) -> None:
    def fail() -> None:
        raise error

    assert exit_status(fail) == status
    told = capsys.readouterr().err
    assert told.startswith(said)
    assert told.count("\n") == 1


def test_the_trace_is_there_for_who_asks_for_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_DEBUG", "1")
    assert exit_status(lambda: 1 // 0) == 1
    assert "Traceback" in capsys.readouterr().err
