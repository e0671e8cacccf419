"""Makes up what the minutes of many meetings contribute to a graph: bodies that meet every month."""

import random
from collections.abc import Iterator
from typing import Any

from graph_loader.model.graph import Contribution
from graph_loader.model.record import (
    Actor,
    Commitment,
    Evidence,
    Exchange,
    Item,
    ItemIssues,
    Meeting,
    Person,
    Programme,
    Record,
    Response,
    Source,
    Statement,
)
from graph_loader.resolve.contribution import contribution

_MONTHS, _ITEMS, _EXCHANGES, _PROMISES = 100, 5, 6, 3
_FIRST = [
    "Ada",
    "Ben",
    "Cy",
    "Dee",
    "Eli",
    "Flo",
    "Gus",
    "Hal",
    "Ida",
    "Jo",
    "Kit",
    "Lou",
    "May",
    "Ned",
    "Odile",
    "Pia",
]
_TOPICS = [
    "parking",
    "lighting",
    "paths",
    "flooding",
    "call waiting",
    "staffing",
    "estates",
    "fleet",
    "training",
    "budget",
]
_ROLES = ["Chair", "Clerk", "Head of Parks", "Treasurer", "Engineer", "Auditor"]


def meetings(count: int) -> Iterator[Contribution]:
    """Yields so many contributions, one for each meeting."""
    for number in range(count):
        body, month = divmod(number, _MONTHS)
        yield contribution(_record(number, body, f"{2010 + month // 12}-{month % 12 + 1:02}-15"))


def _record(number: int, body: int, date: str) -> Record:
    chance = random.Random(number)
    series = f"Board {body:03}"
    names = [f"{chance.choice(_FIRST)} {chr(65 + body % 26)}{body:03}{letter}" for letter in "abcdef"]
    people = tuple(
        Person(name=name, role=role, organisation=f"{series} Office", attendance="present")
        for name, role in zip(names, _ROLES, strict=True)
    )
    actors = [Actor(name, "person") for name in names]
    words = _Words()
    topics = chance.sample(_TOPICS, _ITEMS)
    items = tuple(
        Item(id=str(at + 1), number=f"{at + 1}.", title=topic.capitalize(), **words(f"{at + 1}. {topic.capitalize()}"))
        for at, topic in enumerate(topics)
    )
    exchanges = []
    for at in range(_EXCHANGES):
        asker, answerer = chance.sample(actors, 2)
        topic = topics[at % _ITEMS]
        asked = words(f"{asker.name} asked {answerer.name} about {topic} in ward {chance.randrange(900)}.")
        said = words(f"{answerer.name} said that {topic} had changed by {chance.randrange(90)} per cent.")
        response = Response(speakers=(answerer,), **said)
        about: dict[str, Any] = {"item": str(at % _ITEMS + 1), "act": "asked", "addressees_stated": True, **asked}
        found = Exchange(id=f"x{at}", askers=(asker,), addressees=(answerer,), responses=(response,), **about)
        exchanges.append(found)
    promises = tuple(
        Commitment(
            id=f"c{at}",
            item=str(at + 1),
            kind="action",
            owners=(owner,),
            due_text="by next year",
            due_date=str(int(date[:4]) + 1),
            **words(f"{owner.name} to report on {topics[at]} in ward {chance.randrange(900)} by next year."),
        )
        for at, owner in enumerate(chance.sample(actors, _PROMISES))
    )
    welcomed = words(f"{names[0]} welcomed the work on {topics[0]}.")
    plan = words("The Ward Plan goes on.")
    return Record(
        document=str(number),
        source=Source(
            id=f"document-{number}",
            path=f"{series}/{date}.txt",
            sha256=str(number),
            media_type="text/plain",
            characters=words.at,
            unreadable=(),
        ),
        pipeline="made up",
        profile="general",
        meeting=Meeting(series=series, title=f"{series} {date[:7]}", date=date, chair=names[0]),
        people=people,
        programmes=(Programme(name="Ward Plan", mentions=(Evidence(**plan),)),),
        items=items,
        exchanges=tuple(exchanges),
        statements=(Statement(item="1", act="welcomed", speakers=(actors[0],), **welcomed),),
        commitments=promises,
        item_issues=tuple(ItemIssues(item=item.id, issues=(topic,)) for item, topic in zip(items, topics, strict=True)),
    )


class _Words:
    """Gives words their place in the text, one behind the other."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self, quote: str) -> dict[str, Any]:
        start, self.at = self.at, self.at + len(quote) + 1
        return {"quote": quote, "reading": quote, "start": start, "end": start + len(quote), "rule": "made up"}
