"""How minutes come into the graph: what is skipped, what fails, and what an interrupted load leaves behind."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from graph_loader.store import open_store

Kg = Callable[..., Result]
Start = Callable[..., "subprocess.Popen[str]"]


def documents(graph: Path) -> list[dict[str, Any]]:
    with open_store(graph, read_only=True) as store:
        return store.documents()


def test_a_folder_is_loaded_and_summed_up(kg: Kg, minutes: Path) -> None:
    result = kg("load", minutes, "--jobs", 1)
    assert (result.exit_code, result.stdout) == (0, "")
    said = result.stderr.splitlines()
    assert said[0] == "Documents: added 3."
    assert re.fullmatch(r"Found: questions 3, answers 3, (statements \d+, )?commitments 3\.", said[1])
    assert [document["paths"] for document in documents(Path("kg-graph"))] == [
        ["minutes/000.txt"],
        ["minutes/001.txt"],
        ["minutes/002.txt"],
    ]


def test_paths_are_relative_to_where_the_graph_lies(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    assert kg("load", minutes, "--jobs", 1, "--graph", tmp_path / "graphs" / "one").exit_code == 0
    assert documents(tmp_path / "graphs" / "one")[0]["paths"] == ["../minutes/000.txt"]


def test_the_graph_can_be_named_in_the_environment(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    assert kg("load", minutes, "--jobs", 1, env={"KG_GRAPH": "other"}).exit_code == 0
    assert len(documents(tmp_path / "other")) == 3


def test_what_is_there_already_is_not_read_again(kg: Kg, minutes: Path) -> None:
    kg("load", minutes, "--jobs", 1)
    assert kg("load", minutes, "--jobs", 1).stderr == "Documents: unchanged 3.\n"
    (minutes / "001.txt").write_text((minutes / "000.txt").read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (minutes / "003.txt").write_text("Oversight Meeting\n\nDate: 3 May 2011\n", encoding="utf-8")
    said = kg("load", minutes, "--jobs", 1).stderr
    assert said.startswith("Documents: unchanged 2, replaced 1, added 1.\n")
    assert len(documents(Path("kg-graph"))) == 4


def test_another_profile_reads_again(kg: Kg, minutes: Path) -> None:
    kg("load", minutes, "--jobs", 1, "--profile", "general")
    assert kg("load", minutes, "--jobs", 1, "--profile", "general").stderr == "Documents: unchanged 3.\n"
    assert "replaced 3" in kg("load", minutes, "--jobs", 1, "--profile", "uk-policing").stderr


def test_again_reads_again(kg: Kg, minutes: Path) -> None:
    kg("load", minutes, "--jobs", 1)
    said = kg("load", minutes, "--jobs", 1, "--again").stderr
    assert said.startswith("Documents: unchanged 3.\n")
    assert "Found: questions 3" in said


def test_documents_that_fail_cost_no_other(kg: Kg, minutes: Path) -> None:
    (minutes / "empty.txt").write_bytes(b"")
    (minutes / "binary.txt").write_bytes(b"\x00\x01\x02")
    (minutes / "large.txt").write_text("word " * 1000, encoding="utf-8")
    result = kg("load", "nowhere", minutes, "--jobs", 1, "--max-size", "2kB")
    assert result.exit_code == 1
    said = result.stderr.splitlines()
    assert said[0] == "Documents: added 3, failed 4."
    assert [line.partition(":")[0] for line in said[2:]] == ["Error"] * 4
    assert [name for name in ("nowhere", "binary", "empty", "large") if any(name in line for line in said[2:])] == [
        "nowhere",
        "binary",
        "empty",
        "large",
    ]
    assert len(documents(Path("kg-graph"))) == 3


@pytest.mark.parametrize("paths", [["nowhere"], ["hollow"]])
def test_with_nothing_to_load_no_graph_is_made(kg: Kg, tmp_path: Path, paths: list[str]) -> None:
    (tmp_path / "hollow").mkdir()
    result = kg("load", *paths)
    assert result.exit_code == 1
    assert "Error: " in result.stderr
    assert not (tmp_path / "kg-graph").exists()


def test_an_unknown_profile_is_told(kg: Kg, minutes: Path) -> None:
    result = kg("load", minutes / "000.txt", "--jobs", 1, "--profile", "mars")
    assert result.exit_code == 2
    assert "There is no profile 'mars'." in result.stderr


def test_what_is_piped_is_a_document_and_leaves_what_was_piped_before(kg: Kg, minutes: Path) -> None:
    for name, said in (("000", "added 1"), ("001", "added 1"), ("000", "unchanged 1")):
        result = kg("load", "-", input=(minutes / f"{name}.txt").read_text(encoding="utf-8"))
        assert result.stderr.startswith(f"Documents: {said}.\n")
    (first, second) = documents(Path("kg-graph"))
    assert re.fullmatch(r"standard input \([0-9a-f]{8}\)", first["name"])
    assert first["paths"] != second["paths"]
    assert kg("retract", first["name"]).exit_code == 0
    assert [row["id"] for row in documents(Path("kg-graph"))] == [second["id"]]


def test_order_and_number_of_processes_make_no_difference(kg: Kg, minutes: Path) -> None:
    names = sorted(minutes.iterdir())
    dumps = set()
    for graph, paths, jobs in [("a", names, 1), ("b", names[::-1], 1), ("c", [minutes], 2)]:
        assert kg("load", *paths, "--graph", graph, "--jobs", jobs).exit_code == 0
        dumps.add(kg("export", "json", "--graph", graph).stdout)
    assert len(dumps) == 1
    assert len(json.loads(dumps.pop())["nodes"]) > 10


def test_a_graph_that_another_process_holds_is_refused(kg: Kg, minutes: Path, tmp_path: Path, start: Start) -> None:
    kg("load", minutes, "--jobs", 1)
    with open_store(tmp_path / "kg-graph"):
        for line in (["load", "minutes", "--again"], ["query", "attendance"]):
            process = start(*line)
            _, said = process.communicate(timeout=60)
            assert process.returncode == 1
            assert said.startswith("Error: The graph in kg-graph is in use. ")
            assert said.count("\n") == 1
    assert kg("status").exit_code == 0


def interrupted(start: Start, number: signal.Signals, *options: object) -> tuple[int, str]:
    """Starts a load on a terminal, sends it a signal when the bar shows that some are done, and gives what it said."""
    outside, inside = pty.openpty()
    process = start("load", "many", *options, stdout=subprocess.DEVNULL, stderr=inside)
    os.close(inside)
    said = ""
    sent = False
    while True:
        try:
            said += os.read(outside, 4096).decode("utf-8", "replace")
        except OSError:  # the other end is closed
            break
        if not sent and re.search(r"\b[1-9]\d*/30", said):
            process.send_signal(number)
            sent = True
    os.close(outside)
    return process.wait(timeout=60), said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals and terminals")
@pytest.mark.parametrize(("number", "jobs"), [(signal.SIGINT, 2), (signal.SIGTERM, 1)])
def test_an_interrupted_load_keeps_what_is_finished(kg: Kg, start: Start, many: Path, number: int, jobs: int) -> None:
    status, said = interrupted(start, signal.Signals(number), "--jobs", jobs)
    assert status == 128 + number, said
    assert "Traceback" not in said
    assert "Interrupted: what is finished is in the graph; load again to go on from there." in said
    finished = len(documents(Path("kg-graph")))
    assert 0 < finished < 30
    assert f"Documents: added {finished}." in said
    assert not list(Path().glob("hs_err*"))
    said = kg("load", many, "--jobs", 1).stderr
    assert said.startswith(f"Documents: unchanged {finished}, added {30 - finished}.")
    kg("load", many, "--jobs", 1, "--graph", "whole")
    assert kg("export", "json").stdout == kg("export", "json", "--graph", "whole").stdout
