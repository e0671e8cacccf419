"""Holds what is linked across the example minutes against the gold of links, in the halves that README.md tells of."""

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
MINUTES = GOLD.parents[1] / "examples" / "minutes"
ALIKE = 0.5
"""From which overlap on two quotes or titles are the same."""
Place = tuple[str, str]
Pairs = set[frozenset[Place]]
# What was measured, less one pair: whoever makes it better raises these, and the table in README.md.
LEAST = {
    ("issue_threads", "tuning"): (0.98, 0.98),
    ("issue_threads", "set-aside"): (0.95, 0.91),
    ("recurring_commitments", "tuning"): (0.71, 0.60),
    ("recurring_commitments", "set-aside"): (0.66, 0.46),
    ("follow_ups", "tuning"): (0.63, 0.66),
    ("follow_ups", "set-aside"): (0.25, 0.11),
}
FOUND_AS = {"follow_ups": "questions_again"}


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
def linked(fresh: Any) -> dict[str, Any]:
    """Gives what is linked across the examples."""
    with fresh() as store:
        for path in sorted(MINUTES.iterdir()):
            store.write(contribution(extract_record(read_document(path))))
        store.link()
        return links(store)


@pytest.fixture(scope="module")
def titles() -> dict[str, dict[str, str]]:
    """Gives the titles of the items of each example by their ids."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in GOLD.glob("accountability-*.gold.json")]
    return {record["document"]: {item["id"]: item["title"] for item in record["items"]} for record in records}


def best(document: str, words: str, known: dict[str, str]) -> Place:
    """Gives the key of the text that words are most alike; words that are like none stand for themselves."""
    likeness, key = max(((overlap(text, words), key) for key, text in sorted(known.items())), default=(0.0, ""))
    return document, key if likeness >= ALIKE else f"?{words}"


def scored(kind: str, half: str, linked: dict[str, Any], titles: dict[str, dict[str, str]]) -> Score:
    gold = json.loads((GOLD / "links" / f"{half}.gold.json").read_text(encoding="utf-8"))[kind]
    groups = linked[FOUND_AS.get(kind, kind)]
    if kind == "issue_threads":
        found = [
            [best(each["document"], each["title"], titles[each["document"]]) for each in group["members"]]
            for group in groups
        ]
        return score(gold, set().union(*map(pairs, found)), lambda each: (each["document"], each["item"]))
    quotes: dict[str, dict[str, str]] = {}
    for each in (each for group in gold for each in group["members"]):
        quotes.setdefault(each["document"], {})[each["quote"]] = each["quote"]
    found = [
        [best(each["document"], each["quote"], quotes.get(each["document"], {})) for each in group["members"]]
        for group in groups
    ]
    return score(gold, set().union(*map(pairs, found)), lambda each: (each["document"], each["quote"]))


@pytest.mark.parametrize(("kind", "half"), LEAST)
def test_links_are_as_good_as_the_gold_asks(
    kind: str, half: str, linked: dict[str, Any], titles: dict[str, dict[str, str]]
) -> None:
    figures = scored(kind, half, linked, titles)
    precision, recall = LEAST[kind, half]
    assert (figures.precision >= precision, figures.recall >= recall) == (True, True), figures


def test_all_gold_of_links_is_in_the_examples(titles: dict[str, dict[str, str]]) -> None:
    for half in ("tuning", "set-aside"):
        gold = json.loads((GOLD / "links" / f"{half}.gold.json").read_text(encoding="utf-8"))
        members = [each for group in gold["issue_threads"] for each in group["members"]]
        assert all(each["item"] in titles[each["document"]] for each in members)
        assert all(
            len(pairs((each["document"], str(each)) for each in group["members"])) for group in gold["follow_ups"]
        )
