"""Gives the command line, run inside this process or as one of its own, and made-up minutes to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from graph_loader.cli.main import main

MINUTES = """\
Oversight Meeting – {month} {year}

Date: 22 {month} {year}

Chair: Ada Hill

Attendance: Ada Hill – Commissioner, Ben Roe – Chief Constable

1. Call waiting

Ada Hill asked the Chief Constable why callers waited {number} minutes. The Chief Constable said that staff were new.

ACTION: Ben Roe to report on call waiting.
"""


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Gives a function that runs `kg` in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("KG_GRAPH", "KG_NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return lambda *args, **settings: CliRunner().invoke(main, [str(arg) for arg in args], **settings)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """Gives a folder with three made-up documents."""
    return write_minutes(tmp_path / "minutes", 3)


def write_minutes(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = MINUTES.format(month="May", year=2000 + number, number=number + 2)
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Gives a folder with more documents than a load is through with at once."""
    return write_minutes(tmp_path / "many", 30)


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., "subprocess.Popen[str]"]:
    """Gives a function that starts `kg` as a process of its own, with its output in pipes unless told otherwise."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("KG_")}

    def run(*args: object, **settings: Any) -> "subprocess.Popen[str]":
        line = [sys.executable, "-c", "from graph_loader.cli.main import main; main()", *map(str, args)]
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        return subprocess.Popen(line, cwd=tmp_path, env=environment, text=True, **(pipes | settings))

    return run
