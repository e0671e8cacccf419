"""What each kind of correction changes in the graph: made, reloaded, read again, and undone by deleting the line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Kg = Callable[..., Result]

OTHER = """\
Oversight Meeting – June 2003

Date: 24 June 2003

Chair: Ada Hill

Attendance: Ada Hill – Commissioner, Ben Roe – Chief Constable

1. Telephone answering

Ada Hill asked the Chief Constable whether the Harbour Board was content. The Chief Constable said that it was.

ACTION: Ben Roe to write to Cal Finch of the Harbour Board.
"""
REPORT = 'document: "000", quote: to report on call waiting'


@pytest.fixture
def graph(kg: Kg, minutes: Path) -> Callable[..., dict[str, Any]]:
    """Gives a function that loads the minutes with corrections and gives the graph as nodes and edges."""
    (minutes / "other.txt").write_text(OTHER, encoding="utf-8")
    (minutes / "corrections").mkdir()

    def load(*lines: str, more: tuple[str, ...] = (), said: str = "") -> dict[str, Any]:
        (minutes / "corrections" / "a.yaml").write_text("\n".join(lines), encoding="utf-8")
        result = kg("load", minutes, "--jobs", 1, *more)
        assert result.exit_code == 0, result.stderr
        assert said in result.stderr
        assert ("Note:" in result.stderr) == said.startswith("Note:")
        found: dict[str, Any] = json.loads(kg("export", "json").stdout)
        return found

    return load


def names(graph: dict[str, Any], label: str) -> list[str]:
    return sorted(node["properties"]["name"] for node in graph["nodes"] if node["label"] == label)


def actors(graph: dict[str, Any], kind: str, document: str) -> list[str]:
    by_id = {node["id"]: node["properties"]["name"] for node in graph["nodes"]}
    documents = [node for node in graph["nodes"] if node["label"] == "Document"]
    (source,) = [node["id"] for node in documents if node["properties"]["name"] == document]
    return sorted(
        by_id[edge["start"]]
        for edge in graph["edges"]
        if edge["type"] == kind and edge["properties"]["document"] == source
    )


def edges(graph: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [edge for edge in graph["edges"] if edge["type"] == kind]


def recurring(graph: dict[str, Any]) -> set[tuple[str, str]]:
    """Gives the names of the two documents of every commitment that recurs."""
    documents = {node["id"]: node["properties"]["name"] for node in graph["nodes"] if node["label"] == "Document"}
    of = {
        node["id"]: documents[node["properties"]["document"]]
        for node in graph["nodes"]
        if node["label"] == "Commitment"
    }
    return {(of[edge["start"]], of[edge["end"]]) for edge in edges(graph, "RECURS_AS") if edge["start"] in of}


CASES: dict[str, tuple[str, Callable[[dict[str, Any]], bool]]] = {
    "same": (
        "- same: {person: [Ada Moss, Ada Hill]}",
        lambda graph: "Ada Moss" in names(graph, "Person") and "Ada Hill" not in names(graph, "Person"),
    ),
    "not_same": (
        '- not_same: {person: [Ada Hill, {name: Ada Hill, documents: ["000", "001"]}]}',
        lambda graph: (
            {"Ada Hill", "Ada Hill (000)"} <= set(names(graph, "Person"))
            and actors(graph, "ASKED", "000") == ["Ada Hill (000)"]
            and actors(graph, "ASKED", "002") == ["Ada Hill"]
        ),
    ),
    "alias": (
        "- alias: {person: Ada Hill, also: [Ada Moss]}",
        lambda graph: any("Ada Moss" in node["properties"].get("aliases", ()) for node in graph["nodes"]),
    ),
    "owner": (f"- owner: {{{REPORT}, is: Ada Hill}}", lambda graph: actors(graph, "OWNS", "000") == ["Ada Hill"]),
    "speaker": (
        '- speaker: {document: "000", quote: why callers waited, is: nobody}',
        lambda graph: actors(graph, "ASKED", "000") == [],
    ),
    "due": (
        f"- due: {{{REPORT}, is: 2000-09-01}}",
        lambda graph: [node["properties"].get("due") for node in graph["nodes"]].count("2000-09-01") == 1,
    ),
    "link": (
        f"- link: {{from: {{{REPORT}}}, to: {{document: other, quote: to write to}}, type: RECURS_AS, is: confirmed}}",
        lambda graph: any("a person says so" in edge["properties"]["reason"] for edge in edges(graph, "RECURS_AS")),
    ),
    "link turned": (
        f"- link: {{from: {{document: other, quote: to write to}}, to: {{{REPORT}}}, type: RECURS_AS, is: confirmed}}",
        lambda graph: ("000", "other") in recurring(graph) and ("other", "000") not in recurring(graph),
    ),
    "rejected": (
        f'- link: {{from: {{{REPORT}}}, to: {{document: "001", quote: to report on call}}, is: rejected}}',
        lambda graph: ("000", "001") not in recurring(graph),
    ),
    "suppress": ("- suppress: Cal Finch", lambda graph: "finch" not in json.dumps(graph).casefold()),
    "rename": (
        "- rename: {issue: call waiting, to: The wait for an answer}",
        lambda graph: "The wait for an answer" in names(graph, "Issue"),
    ),
    "same issue": (
        "- same: {issue: [call waiting, telephone answering]}",
        lambda graph: len(names(graph, "Issue")) == 1,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_correction_holds_until_its_line_is_deleted(kg: Kg, graph: Callable[..., dict[str, Any]], case: str) -> None:
    line, is_so = CASES[case]
    before = graph()
    assert not is_so(before)
    made = graph(line)
    assert is_so(made)
    assert graph(line, said="unchanged 4") == made
    assert graph(line, more=("--again",)) == made
    assert kg("verify").exit_code == 0
    assert graph() == before


def test_only_the_documents_that_a_correction_concerns_are_read_again(graph: Callable[..., dict[str, Any]]) -> None:
    graph()
    graph(f"- owner: {{{REPORT}, is: Ada Hill}}", said="Documents: unchanged 3, replaced 1.")
    graph("- alias: {body: Harbour Board, also: HB}", said="Documents: unchanged 2, replaced 2.")


def test_one_that_speaks_of_nothing_is_told(graph: Callable[..., dict[str, Any]]) -> None:
    graph("- due: {document: '000', quote: to sing, is: 2001}", said="Note: minutes/corrections/a.yaml:1: due: ")


@pytest.mark.parametrize(
    "lines",
    [
        [f"- owner: {{{REPORT}, is: Ada Hill}}", '- owner: {document: "000.txt", quote: report on call, is: Ben Roe}'],
        [f"- due: {{{REPORT}, is: 2000-09}}", '- due: {document: "000", quote: report on call waiting, is: none}'],
        ["# Nobody is called so.", "- same: {person: [Ada Hill, Ada Hall]}"],
        ["# Nobody is called so.", "- not_same: {person: [Ada Hill, Ada Hall]}"],
        ["# Nobody is called so there.", "- not_same: {person: [Ada Hill, {name: Ada Hill, documents: [gone]}]}"],
    ],
)
def test_one_that_changes_nothing_is_told(graph: Callable[..., dict[str, Any]], lines: list[str]) -> None:
    assert graph() != graph(*lines, said="Note: minutes/corrections/a.yaml:2: ") or lines[0].startswith("#")


def test_a_link_that_cannot_be_is_told(graph: Callable[..., dict[str, Any]]) -> None:
    said = (
        f"- link: {{from: {{{REPORT}}}, to: {{document: other, quote: that it was}}, type: FOLLOWS_UP, is: confirmed}}"
    )
    graph(said, said="Note: minutes/corrections/a.yaml:1: link: ")


def test_what_is_wrong_changes_nothing(kg: Kg, graph: Callable[..., dict[str, Any]], minutes: Path) -> None:
    before = graph()
    (minutes / "corrections" / "a.yaml").write_text("- suppress: Ada Hill\n- sam: x\n", encoding="utf-8")
    result = kg("load", minutes, "--jobs", 1, "--again")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: minutes/corrections/a.yaml:2: there is no correction 'sam'.")
    assert json.loads(kg("export", "json").stdout) == before


def test_documents_that_wait_for_corrections_are_told(
    kg: Kg, graph: Callable[..., dict[str, Any]], minutes: Path
) -> None:
    graph()
    (minutes / "corrections" / "a.yaml").write_text("- suppress: Cal Finch", encoding="utf-8")
    said = kg("load", minutes / "000.txt", "--jobs", 1).stderr
    assert "Note: minutes/other.txt: corrections that concern it have changed" in said
    assert "Note: minutes/000.txt" not in said


def test_a_suppressed_name_in_a_path_is_told(kg: Kg, minutes: Path) -> None:
    (minutes / "000.txt").rename(minutes / "letter_FINCH.txt")
    (minutes / "corrections").mkdir(exist_ok=True)
    (minutes / "corrections" / "a.yaml").write_text("- suppress: Cal Finch", encoding="utf-8")
    said = kg("load", minutes, "--jobs", 1).stderr
    assert "Note: minutes/letter_FINCH.txt: the path has a suppressed name" in said
    assert said.count("the path has") == 1


def test_a_folder_can_be_named(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.yaml").write_text("- same: {person: [Ada Moss, Ada Hill]}", encoding="utf-8")
    kg("load", minutes, "--jobs", 1, "--corrections", "mine")
    assert "Ada Moss" in kg("export", "json").stdout
