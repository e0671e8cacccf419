"""Runs the sessions that the docs print, each doc's in an empty folder, and compares what comes out."""

import doctest
import os
import re
import shlex
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LENIENT = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def session(doc: str) -> list[tuple[str, str]]:
    """Gives the blocks of a doc in order: `console` with its text, or the path of a file with what it holds."""
    text = (ROOT / doc).read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)(?: (\S+))?\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [(path or kind, block) for kind, path, block in blocks if path or kind == "console"]


def commands(block: str) -> list[tuple[str, str]]:
    """Gives the commands of a console block, each with what it prints; `...` stands for anything."""
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


@pytest.mark.parametrize("doc", ["README.md", "docs/profiles.md", "docs/corrections.md"])
def test_a_session_prints_what_the_doc_shows(doc: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    blocks = session(doc)
    assert any(commands(block) for kind, block in blocks if kind == "console")
    for kind, block in blocks:
        if kind == "console":
            run(block, tmp_path)
        else:
            (tmp_path / kind).parent.mkdir(exist_ok=True)
            (tmp_path / kind).write_text(block, encoding="utf-8")


def run(block: str, folder: Path) -> None:
    """Runs the commands of a console block in a folder; each must succeed and print what the block shows."""
    scripts = Path(sysconfig.get_path("scripts"))
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    for command, wanted in commands(block):
        program, *words = shlex.split(command)
        done = subprocess.run(
            [scripts / program, *words],
            cwd=folder,
            env={**quiet, "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        assert doctest.OutputChecker().check_output(wanted, done.stdout, LENIENT), f"{command}\n{done.stdout}"
