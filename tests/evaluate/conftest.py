"""Gives made-up gold, and a way to change a copy of it."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from graph_loader.evaluate import Entry, score
from graph_loader.evaluate.annotation import parse_annotation

Sheet = dict[str, Any]
GOLD: Sheet = {
    "document": "ponds",
    "meeting": {
        "date": "2019-03-05",
        "start_time": "10:00",
        "venue": "Room 2, Brook Hall",
        "chair": "Tom Ferreira",
        "minutes_by": None,
        "next_meeting": {"date": "2019-04-02", "time": None},
    },
    "people": [
        {"name": "Ines Holt", "role": "Head of Parks", "aliases": ["IH"], "attendance": "present", "required": True},
        {"name": "Tom Ferreira", "role": "Auditor", "aliases": [], "attendance": "present", "required": True},
        {"name": "Una Reed", "role": None, "aliases": [], "attendance": "mentioned", "required": False},
    ],
    "bodies": [{"name": "Brookvale Parks Trust", "aliases": ["BPT", "the Trust"], "required": True}],
    "programmes": [{"name": "Operation Pond", "aliases": [], "required": True}],
    "items": [{"id": "1", "title": "Ponds and lakes", "quote": "Ponds and lakes", "required": True}],
    "exchanges": [
        {
            "act": "asked",
            "askers": ["Tom Ferreira"],
            "addressees": ["Ines Holt"],
            "quote": "Tom asked when the ponds would be cleaned.",
            "responses": [{"speakers": ["Ines Holt"], "quote": "Ines said that it would be in April."}],
            "required": True,
        }
    ],
    "statements": [{"speakers": ["Brookvale Parks Trust"], "quote": "The Trust welcomed the news.", "required": True}],
    "commitments": [
        {
            "kind": "action",
            "owners": ["Ines Holt"],
            "due_date": "2019-04",
            "quote": "IH to clean it.",
            "required": True,
        },
        {"kind": "promise", "owners": [], "due_date": None, "quote": "More reeds will be planted.", "required": True},
    ],
}


@pytest.fixture
def gold() -> Sheet:
    """Gives the gold of one document as plain data, to be changed at will."""
    return deepcopy(GOLD)


@pytest.fixture
def scored() -> Callable[[Sheet, Sheet], list[Entry]]:
    """Gives a function that scores a record against gold, both as plain data."""

    def run(gold: Sheet, found: Sheet) -> list[Entry]:
        wanted, got = (parse_annotation(json.dumps(sheet).encode(), "test") for sheet in (gold, found))
        return score(wanted, got)

    return run
