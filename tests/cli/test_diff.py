"""`kg diff`: from one graph, or dump of one, to another."""

import json
from pathlib import Path
from typing import Any

import pytest


def test_a_graph_and_its_dump_are_the_same_and_a_later_one_is_not(kg: Any, minutes: Path) -> None:
    kg("load", minutes)
    kg("export", "json", "-o", "before.json")
    same = kg("diff", "before.json")
    assert (same.exit_code, same.stdout, same.stderr) == (0, "", "Nothing changed.\n")
    kg("retract", "002")
    rows = json.loads(kg("diff", "before.json", "kg-graph", "--format", "json").stdout)
    assert {(row["what"], row["change"]) for row in rows} == {
        ("document", "removed"),
        ("question", "gone"),
        ("promise", "gone"),
    }
    table = kg("diff", "kg-graph", "before.json", "--format", "csv")
    assert table.stdout.splitlines()[0] == "what,change,date,who,words,before,after,document,id"
    assert table.stdout.splitlines()[1].startswith("document,added,2002-05-22")


@pytest.mark.parametrize("given", ["nowhere", "minutes", "minutes/000.txt"])
def test_what_is_neither_is_refused(kg: Any, minutes: Path, given: str) -> None:
    kg("load", minutes)
    result = kg("diff", given)
    assert result.exit_code != 0
    assert given.partition("/")[0] in result.stderr
    assert result.stderr.startswith("Error: ")
