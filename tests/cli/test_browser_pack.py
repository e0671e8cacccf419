"""How `kg browser-pack` writes its files and serves them until it is told to stop."""

import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Kg = Callable[..., Result]


def test_the_pack_is_written(kg: Kg, tmp_path: Path) -> None:
    result = kg("browser-pack", "pack")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "favourites.zip" in result.stdout
    assert {path.name for path in (tmp_path / "pack").iterdir()} == {
        "favourites",
        "favourites.zip",
        "guide.adoc",
        "guide.html",
        "style.grass",
    }


def test_examples_are_taken_from_the_graph_where_that_is_asked_for(kg: Kg, minutes: Path) -> None:
    assert kg("load", minutes, "--jobs", 1).exit_code == 0
    assert kg("browser-pack", "pack", "--own-values").exit_code == 0
    guide = (minutes.parent / "pack" / "guide.html").read_text(encoding="utf-8")
    assert "Ben Roe" in guide
    assert "Imelda Farrant" not in guide


def test_no_graph_to_take_them_from_is_told(kg: Kg) -> None:
    result = kg("browser-pack", "pack", "--own-values")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no graph in kg-graph." in result.stderr


def test_neither_a_folder_nor_serving_is_told(kg: Kg) -> None:
    result = kg("browser-pack")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: There is neither a folder to write to nor --serve.")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_guide_is_served_until_a_signal(tmp_path: Path, stop: signal.Signals) -> None:
    line = [sys.executable, "-c", "from graph_loader.cli.main import main; main()", "browser-pack", "--serve"]
    with subprocess.Popen(
        [*line, "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdout is not None
        address = None
        while address is None:
            address = re.search(r"http://localhost:\d+/guide\.html", process.stdout.readline())
        with urllib.request.urlopen(address[0].replace("localhost", "127.0.0.1"), timeout=10) as answer:
            assert b"Who asked whom what" in answer.read()
        process.send_signal(stop)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")
