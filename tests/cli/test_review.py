"""What `kg review` asks and writes down, and what `kg explain` says of it."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result

Kg = Callable[..., Result]
EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"


def test_answers_become_corrections_and_are_not_asked_again(kg: Kg, tmp_path: Path) -> None:
    minutes = Path(shutil.copytree(EXAMPLES, tmp_path / "minutes"))
    kg("load", minutes, "--jobs", 1)
    first = kg("review", input="n\ny\nwhat\nq\n")
    assert first.exit_code == 0
    assert "wrote 2 to minutes/corrections/review.yaml." in first.stderr
    written = yaml.safe_load((minutes / "corrections" / "review.yaml").read_text(encoding="utf-8"))
    assert [entry["link"]["is"] for entry in written] == ["rejected", "confirmed"]
    loaded = kg("load", minutes, "--jobs", 1)
    assert "Note:" not in loaded.stderr
    edges = json.loads(kg("export", "json").stdout)["edges"]
    links = {(edge["start"], edge["end"]): edge["properties"] for edge in edges if edge["type"] != "MENTIONS"}
    assert (written[0]["link"]["from"], written[0]["link"]["to"]) not in links
    assert links[written[1]["link"]["from"], written[1]["link"]["to"]]["score"] == 1.0
    asked, left = (int(first.stdout.split("1 of ")[1].split()[0]), kg("review", input="").stdout)
    assert f"1 of {asked - 2}" in left


def test_people_who_may_be_one_come_first_and_an_owner_is_asked_for(kg: Kg, tmp_path: Path) -> None:
    text = (
        "Oversight Meeting\n\nDate: 2 May 2000\n\nAttendance: Ben Roe – Commissioner, Benjamin Roe – Treasurer\n\n"
        "1. Calls\n\nBen Roe asked whether callers waited.\n\nACTION: To report on call waiting.\n"
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    kg("load", "a.txt", "--jobs", 1)
    shown = kg("review", input="n\nBen Roe\n").stdout
    assert shown.index("Are they the same person?") < shown.index("Who is to do this?")
    kg("load", "a.txt", "--jobs", 1)
    assert kg("review").stderr == "Nothing is in doubt.\n"
    assert '"OWNS"' in kg("export", "json").stdout


def test_people_who_say_nothing_come_last(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWNERS.replace("Ben Roe asked", "Ada Hill asked"), encoding="utf-8")
    kg("load", "a.txt", "--jobs", 1)
    shown = kg("review", input="s\ns\ns\ns\n").stdout
    assert shown.index("Who is to do this?") < shown.index("Are they the same person?")


OWNERS = (
    "Oversight Meeting\n\nDate: 2 May 2000\n\nAttendance: Ada Hill – Commissioner, Ben Roe – Treasurer, "
    "Bennet Roe – Clerk, B. Roe – Observer\n\n1. Calls\n\nBen Roe asked whether callers waited.\n\n"
    "ACTION: To report on call waiting.\n"
)


def test_what_was_answered_is_not_asked_again_before_it_is_loaded(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWNERS, encoding="utf-8")
    kg("load", "a.txt", "--jobs", 1)
    first = kg("review", input="n\ny\nAda Hill; post: Harbour Master\ns\n")
    asked = int(first.stdout.split("1 of ")[1].split()[0])
    assert "wrote 3 " in first.stderr
    assert f"of {asked - 3}, wrote 0" in kg("review", input="").stderr
    written = yaml.safe_load((tmp_path / "corrections" / "review.yaml").read_text(encoding="utf-8"))
    assert written[-1]["owner"]["is"] == ["Ada Hill", {"post": "Harbour Master"}]
    assert "Note:" not in kg("load", "a.txt", "--jobs", 1).stderr


@pytest.mark.parametrize("answer", ["y", "n", "yes", "??", ";", "person-0b858ed002e48fc9", "Ada\x7f", "x" * 2000])
def test_an_answer_that_no_correction_can_hold_is_not_written(kg: Kg, tmp_path: Path, answer: str) -> None:
    (tmp_path / "a.txt").write_text(OWNERS, encoding="utf-8")
    kg("load", "a.txt", "--jobs", 1)
    result = kg("review", input=f"s\ns\n{answer}\n")
    assert result.exit_code == 0
    assert "Not written: " in result.stderr
    assert not (tmp_path / "corrections").exists()


def test_an_answer_against_earlier_ones_is_not_written(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWNERS, encoding="utf-8")
    (tmp_path / "corrections").mkdir()
    kg("load", "a.txt", "--jobs", 1)
    result = kg("review", input="y\ny\ns\nn\n")
    assert "Not written: " in result.stderr
    assert "are not the same here, and the same by this answer" in result.stderr
    assert kg("load", "a.txt", "--jobs", 1).exit_code == 0


def test_explain_gives_rule_links_and_corrections(kg: Kg, minutes: Path) -> None:
    (minutes / "corrections").mkdir()
    line = '- owner: {document: "000", quote: to report on call waiting, is: Ada Hill}\n'
    (minutes / "corrections" / "a.yaml").write_text(line, encoding="utf-8")
    kg("load", minutes, "--jobs", 1)
    nodes = json.loads(kg("export", "json").stdout)["nodes"]
    (one,) = [
        node["id"] for node in nodes if node["label"] == "Commitment" and node["properties"]["date"].startswith("2000")
    ]
    said = re.sub(" {2,}", " ", kg("explain", one).stdout)
    assert "rule action.labelled" in said
    assert "-> RECURS_AS" in said
    assert "; reason " in said
    assert "correction minutes/corrections/a.yaml:1: owner: " in said
    assert kg("explain", "commitment-0").exit_code == 2
