"""Runs the README's first session as it is printed, in an empty folder, and compares what comes out."""

import doctest
import os
import re
import shlex
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parents[1]
LENIENT = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def session() -> list[tuple[str, str]]:
    """Gives the commands of the README's console blocks, each with what it prints; `...` stands for anything."""
    blocks = re.findall(
        r"^```console\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(blocks), re.MULTILINE)


def test_the_first_session_prints_what_the_readme_shows(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    scripts = Path(sysconfig.get_path("scripts"))
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    commands = session()
    assert commands
    for command, wanted in commands:
        program, *words = shlex.split(command)
        done = subprocess.run(
            [scripts / program, *words],
            cwd=tmp_path,
            env={**quiet, "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        assert doctest.OutputChecker().check_output(wanted, done.stdout, LENIENT), f"{command}\n{done.stdout}"
