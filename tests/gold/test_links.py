"""Holds what is linked across made-up minutes against the gold of links, in the two parts that README.md tells of."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graph_loader.evaluate.likeness import overlap
from graph_loader.export.links import links
from graph_loader.extract import extract_record
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution

GOLD = Path(__file__).parent
MINUTES = {
    "examples": GOLD.parents[1] / "examples" / "minutes",
    **{path.name: path for path in sorted((GOLD / "links").iterdir()) if path.is_dir()},
}
ALIKE = 0.5
"""From which overlap on two quotes or titles are the same."""
Place = tuple[str, str]
Pairs = set[frozenset[Place]]
# What was measured, less one pair: whoever makes it better raises these, and the table in README.md.
LEAST = {
    ("issue_threads", "examples"): (1.00, 0.98),
    ("recurring_commitments", "examples"): (0.80, 0.76),
    ("follow_ups", "examples"): (0.78, 0.55),
    ("issue_threads", "alder"): (1.00, 0.88),
    ("recurring_commitments", "alder"): (0.85, 0.28),
    ("issue_threads", "assurance"): (0.88, 0.95),
    ("recurring_commitments", "assurance"): (0.65, 0.50),
    ("issue_threads", "beech"): (0.86, 0.97),
    ("recurring_commitments", "beech"): (0.77, 0.39),
    ("issue_threads", "boards"): (0.91, 0.84),
    ("recurring_commitments", "boards"): (1.00, 0.82),
    ("follow_ups", "boards"): (1.00, 0.66),
    ("issue_threads", "cedar"): (0.78, 0.97),
    ("recurring_commitments", "cedar"): (0.75, 0.32),
    ("issue_threads", "committee"): (1.00, 0.84),
    ("recurring_commitments", "committee"): (0.83, 0.56),
    ("follow_ups", "committee"): (0.00, 0.00),
    ("issue_threads", "county"): (1.00, 0.47),
    ("recurring_commitments", "county"): (0.42, 0.11),
    ("issue_threads", "dogwood"): (0.88, 0.75),
    ("recurring_commitments", "dogwood"): (0.79, 0.33),
    ("issue_threads", "elm"): (0.70, 0.79),
    ("recurring_commitments", "elm"): (0.72, 0.27),
    ("issue_threads", "fir"): (1.00, 0.70),
    ("recurring_commitments", "fir"): (0.85, 0.27),
    ("issue_threads", "fire"): (0.75, 0.87),
    ("recurring_commitments", "fire"): (0.78, 0.89),
    ("issue_threads", "force"): (1.00, 0.78),
    ("recurring_commitments", "force"): (1.00, 0.56),
    ("issue_threads", "gorse"): (0.95, 0.89),
    ("recurring_commitments", "gorse"): (0.66, 0.29),
    ("issue_threads", "hazel"): (1.00, 0.78),
    ("recurring_commitments", "hazel"): (0.77, 0.23),
    ("issue_threads", "health"): (1.00, 0.61),
    ("recurring_commitments", "health"): (0.80, 0.50),
    ("issue_threads", "housing"): (0.90, 0.79),
    ("recurring_commitments", "housing"): (1.00, 0.50),
    ("issue_threads", "ivy"): (0.90, 0.88),
    ("recurring_commitments", "ivy"): (0.80, 0.21),
    ("issue_threads", "panel"): (0.60, 0.61),
    ("recurring_commitments", "panel"): (0.50, 0.16),
    ("issue_threads", "police"): (0.80, 0.91),
    ("recurring_commitments", "police"): (0.80, 0.53),
    ("issue_threads", "scrutiny"): (1.00, 0.93),
    ("recurring_commitments", "scrutiny"): (0.85, 0.94),
    ("issue_threads", "trust"): (0.88, 0.77),
    ("recurring_commitments", "trust"): (0.82, 0.50),
}


@dataclass(frozen=True)
class Score:
    """Is how many pairs of two documents are right, made up and missed."""

    right: int
    made_up: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.made_up)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)


def pairs(group: Iterable[Place]) -> Pairs:
    """Gives each two members of one group that stand in different documents."""
    return {frozenset(two) for two in combinations(sorted(set(group)), 2) if two[0][0] != two[1][0]}


def score(gold: list[dict[str, Any]], found: Pairs, place: Callable[[dict[str, Any]], Place]) -> Score:
    """Counts pairs; what is only optional in gold counts neither way."""
    required: Pairs = set()
    optional: Pairs = set()
    for group in gold:
        (required if group["required"] else optional).update(pairs(map(place, group["members"])))
    return Score(len(found & required), len(found - required - optional), len(required - found))


@pytest.fixture(scope="module")
def linked(fresh: Any) -> dict[str, dict[str, Any]]:
    """Gives what is linked across the minutes of each part."""
    found = {}
    for part, folder in MINUTES.items():
        with fresh() as store:
            for path in sorted(folder.iterdir()):
                store.write(contribution(extract_record(read_document(path))))
            store.link()
            found[part] = links(store)
    return found


@pytest.fixture(scope="module")
def titles() -> dict[str, dict[str, str]]:
    """Gives the titles of the items of each document by what the gold of links calls them."""
    known: dict[str, dict[str, str]] = {}
    for path in GOLD.glob("accountability-*.gold.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        known[record["document"]] = {item["id"]: item["title"] for item in record["items"]}
    threads = [group for part in MINUTES if part != "examples" for group in gold_of(part)["issue_threads"]]
    for each in (each for group in threads for each in group["members"]):
        known.setdefault(each["document"], {})[each["title"]] = each["title"]
    return known


def gold_of(part: str) -> dict[str, list[dict[str, Any]]]:
    """Gives the gold of links of a part."""
    gold: dict[str, list[dict[str, Any]]] = json.loads(
        (GOLD / "links" / f"{part}.gold.json").read_text(encoding="utf-8")
    )
    return gold


def best(document: str, words: str, known: dict[str, str]) -> Place:
    """Gives the key of the text that words are most alike; words that are like none stand for themselves."""
    likeness, key = max(((overlap(text, words), key) for key, text in sorted(known.items())), default=(0.0, ""))
    return document, key if likeness >= ALIKE else f"?{words}"


def item(member: dict[str, Any]) -> Place:
    """Gives the key of an item: its id in the gold of its document, or its title."""
    return member["document"], member.get("item") or member["title"]


def scored(
    kind: str, gold: list[dict[str, Any]], groups: list[dict[str, Any]], titles: dict[str, dict[str, str]]
) -> Score:
    """Scores groups against gold, their members told by title or by quote."""
    words = "title" if kind == "issue_threads" else "quote"
    known = titles if words == "title" else quoted(gold)
    found = [
        [best(each["document"], each[words], known.get(each["document"], {})) for each in group["members"]]
        for group in groups
    ]
    place = item if words == "title" else lambda each: (each["document"], each["quote"])
    return score(gold, set().union(*map(pairs, found)), place)


def follow_ups(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Gives each promise and question with the later questions alone that follow it up."""
    groups = (group["members"] for group in [*found["recurring_commitments"], *found["questions_again"]])
    return [{"members": [first, *(each for each in rest if each["kind"] == "Question")]} for first, *rest in groups]


def quoted(gold: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Gives the quotes of each document that gold knows."""
    quotes: dict[str, dict[str, str]] = {}
    for each in (each for group in gold for each in group["members"]):
        quotes.setdefault(each["document"], {})[each["quote"]] = each["quote"]
    return quotes


@pytest.mark.parametrize(("kind", "part"), LEAST)
def test_links_are_as_good_as_the_gold_asks(
    kind: str, part: str, linked: dict[str, dict[str, Any]], titles: dict[str, dict[str, str]]
) -> None:
    groups = follow_ups(linked[part]) if kind == "follow_ups" else linked[part][kind]
    figures = scored(kind, gold_of(part)[kind], groups, titles)
    precision, recall = LEAST[kind, part]
    assert (figures.precision >= precision, figures.recall >= recall) == (True, True), figures


def test_all_gold_of_links_is_in_the_minutes(titles: dict[str, dict[str, str]]) -> None:
    folders = (folder for part, folder in MINUTES.items() if part != "examples")
    texts = {
        path.stem: " ".join(path.read_text(encoding="utf-8").split()) for folder in folders for path in folder.iterdir()
    }
    for part in MINUTES:
        gold = gold_of(part)
        items = [each for group in gold["issue_threads"] for each in group["members"]]
        assert all(item(each)[1] in titles[each["document"]] for each in items)
        for group in [*gold["recurring_commitments"], *gold.get("follow_ups", [])]:
            assert len(pairs((each["document"], str(each)) for each in group["members"]))
            assert all(
                " ".join(each["quote"].split()) in texts.get(each["document"], each["quote"])
                for each in group["members"]
            )
