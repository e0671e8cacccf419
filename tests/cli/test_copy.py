"""`kg copy` between folders; between a folder and a server it is tested where there is one."""

from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Kg = Callable[..., Result]


def test_a_copy_is_the_same_graph(kg: Kg, minutes: Path) -> None:
    kg("load", minutes, "--jobs", 1)
    copied = kg("copy", "--from", "kg-graph", "--to", "copies/two")
    assert copied.exit_code == 0, copied.stderr
    assert copied.stderr.startswith("Copied ")
    assert kg("export", "json", "--graph", "copies/two").stdout == kg("export", "json").stdout
    again = kg("copy", "--from", "kg-graph", "--to", "copies/two")
    assert (again.exit_code, again.stderr) == (
        1,
        "Error: There is something in copies/two already. Choose a new folder.\n",
    )


def test_a_graph_that_is_not_there_leaves_nothing_behind(kg: Kg, tmp_path: Path) -> None:
    assert "There is no graph in nowhere." in kg("copy", "--from", "nowhere", "--to", "two").stderr
    assert list(tmp_path.iterdir()) == []
