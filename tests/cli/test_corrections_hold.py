"""Corrections of names that are not the same, and corrections that outlive a change of the rules."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import graph_loader.extract
from graph_loader.model.layout import Layout
from graph_loader.model.record import Record

Kg = Callable[..., Result]
Graph = dict[str, Any]
SPRING = """\
Oversight Meeting – March 2003

Date: 4 March 2003

Chair: Ada Hill

Attendance: Ada Hill – Commissioner, Ben Roe – Chief Constable

1. Staff survey

Ada Hill asked the Chief Constable whether the Harbour Board (HB) was content. The Chief Constable said that it was, and
that HB had seen the Lamp Renewal Programme (LRP) and the LRP budget.

ACTION: Ben Roe to report on the lamps by May 2003.
"""
AUTUMN = """\
Oversight Meeting – October 2003

Date: 7 October 2003

Chair: Ada Hill

Attendance: Ada Hill – Commissioner, Ben Roe – Chief Constable

1. People survey

Ada Hill asked the Chief Constable why the survey was late. The Chief Constable said that staff were away.

ACTION: Ben Roe to write to Cal Finch.
"""


@pytest.fixture
def graph(kg: Kg, tmp_path: Path) -> Callable[..., Graph]:
    """Gives a function that loads the two minutes with corrections and gives the whole graph."""
    folder = tmp_path / "minutes"
    (folder / "corrections").mkdir(parents=True)
    (folder / "spring.txt").write_text(SPRING, encoding="utf-8")
    (folder / "autumn.txt").write_text(AUTUMN, encoding="utf-8")

    def load(*lines: str, more: tuple[str, ...] = ()) -> Graph:
        (folder / "corrections" / "a.yaml").write_text("\n".join(lines), encoding="utf-8")
        result = kg("load", "minutes", "--jobs", 1, *more)
        assert result.exit_code == 0, result.stderr
        assert "Note:" not in result.stderr
        whole: Graph = json.loads(kg("export", "json").stdout)
        return whole

    return load


def names(graph: Graph, label: str) -> set[str]:
    return {node["properties"]["name"] for node in graph["nodes"] if node["label"] == label}


def issues(graph: Graph) -> list[list[str]]:
    """Gives the titles of the items of each issue."""
    titles = {node["id"]: node["properties"].get("title") for node in graph["nodes"]}
    found: dict[str, list[str]] = {}
    for edge in graph["edges"]:
        if edge["type"] == "CONCERNS":
            found.setdefault(edge["end"], []).append(titles[edge["start"]])
    return sorted(sorted(items) for items in found.values())


def actor(graph: Graph, kind: str, words: str) -> list[str]:
    by_id = {node["id"]: node["properties"] for node in graph["nodes"]}
    ends = [edge for edge in graph["edges"] if edge["type"] == kind and words in by_id[edge["end"]].get("reading", "")]
    return sorted(by_id[edge["start"]]["name"] for edge in ends)


NOT_SAME: dict[str, tuple[str, Callable[[Graph], bool]]] = {
    "body": ("- not_same: {body: [Harbour Board, HB]}", lambda graph: {"Harbour Board", "HB"} <= names(graph, "Body")),
    "programme": (
        "- not_same: {programme: [Lamp Renewal Programme, LRP]}",
        lambda graph: {"Lamp Renewal Programme", "LRP"} <= names(graph, "Programme"),
    ),
    "issue": (
        "- not_same: {issue: [staff survey, people survey]}",
        lambda graph: issues(graph) == [["People survey"], ["Staff survey"]],
    ),
}


@pytest.mark.parametrize("kind", NOT_SAME)
def test_what_is_not_the_same_is_parted_until_the_line_is_deleted(graph: Callable[..., Graph], kind: str) -> None:
    line, is_so = NOT_SAME[kind]
    before = graph()
    assert not is_so(before)
    made = graph(line)
    assert is_so(made)
    assert graph(line, more=("--again",)) == made
    assert not [edge for edge in made["edges"] if edge["type"] == "STANDS_FOR"]
    assert graph() == before


HOLDING: dict[str, tuple[str, Callable[[Graph], bool]]] = {
    "owner": (
        "- owner: {document: spring, quote: to report on the lamps, is: Ada Hill}",
        lambda graph: actor(graph, "OWNS", "the lamps") == ["Ada Hill"],
    ),
    "due": (
        "- due: {document: spring, quote: to report on the lamps, is: 2003-06}",
        lambda graph: any(node["properties"].get("due") == "2003-06" for node in graph["nodes"]),
    ),
    "speaker": (
        "- speaker: {document: autumn, quote: why the survey was late, is: Ben Roe}",
        lambda graph: actor(graph, "ASKED", "the survey was late") == ["Ben Roe"],
    ),
    "link": (
        "- link: {from: {document: spring, quote: report on the lamps}, to: {document: autumn, quote: to write to},"
        " type: RECURS_AS, is: confirmed}",
        lambda graph: any("a person says so" in edge["properties"].get("reason", "") for edge in graph["edges"]),
    ),
    "suppress": ("- suppress: Cal Finch", lambda graph: "finch" not in json.dumps(graph).casefold()),
    **{f"not_same {kind}": case for kind, case in NOT_SAME.items()},
}


def otherwise(extract: Callable[..., Record]) -> Callable[..., Record]:
    """Makes of the extraction one by other rules: what it quotes begins or ends a few characters elsewhere."""

    def wider(layout: Layout, *args: Any, **settings: Any) -> Record:
        record = extract(layout, *args, **settings)

        def moved(fact: Any) -> Any:
            start = max(0, fact.start - 8)
            quote = layout.text[start : fact.end]
            return replace(fact, quote=quote, reading=" ".join(quote.split()), start=start, rule="another")

        return replace(
            record,
            commitments=tuple(map(moved, record.commitments)),
            exchanges=tuple(map(moved, record.exchanges)),
            items=tuple(replace(item, rule="another", confidence=0.5) for item in record.items),
        )

    return wider


@pytest.mark.parametrize("kind", HOLDING)
def test_a_correction_holds_when_the_rules_are_others(
    graph: Callable[..., Graph], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    line, is_so = HOLDING[kind]
    before = graph(line)
    assert is_so(before)
    monkeypatch.setattr(graph_loader.extract, "extract_record", otherwise(graph_loader.extract.extract_record))
    after = graph(line, more=("--again",))
    assert {node["id"] for node in after["nodes"]} != {node["id"] for node in before["nodes"]}
    assert is_so(after)
    assert not is_so(graph())
