"""Gives a graph of three made-up meetings in which every canned query has something to find."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from arcadedb_embedded import open_database

from graph_loader.model.record import (
    Actor,
    Body,
    Commitment,
    Evidence,
    Exchange,
    Item,
    ItemIssues,
    Meeting,
    NextMeeting,
    Person,
    Programme,
    Record,
    Response,
    Source,
    Statement,
)
from graph_loader.resolve.contribution import contribution
from graph_loader.store import Store, open_store

ADA, ODILE, ZOE = Actor("Ada Hill", "person"), Actor("Odile Marsh", "person"), Actor("Zoë Ábelard", "person")
BEN, CY = Actor("Ben Roe", "person"), Actor("Cy Day", "person")
CHIEF, FORCE, PANEL = Actor("Chief Constable", "post"), Actor("Riverford Police", "body"), Actor("Members", "body")

FIRST = """\
Oversight Meeting
1. Call waiting
Ada asked Ben why callers wait six minutes. Ben and Cy said that Project Kite would help. Cy added that staff were new.
Ada asked how many gave up.
Ada asked Ben about staffing. Cy said it was low.
Odile asked the CC about overtime. Ben said it had doubled.
Members asked the force about response. Cy said it was slower.
Ada welcomed the honesty.
ACTION: Cy to report on call waiting by July 2018.
Ben promised that Project Kite would open in the spring of 2019.
2. Estates
Next steps include a survey. The Change Board meets in May.
"""
SECOND = """\
Oversight Meeting
1. Front counters
Zoë asked Ben about a café. Ben said no.
Ben will open Project Kite by 2020.
Cy reported on calls.
"""
THIRD = """\
Oversight Meeting
Someone asked about nothing.
"""


class Page:
    """Finds quotes in a text, each behind the one before."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def __call__(self, quote: str, **more: Any) -> dict[str, Any]:
        start = self.text.index(quote, self.at)
        self.at = start
        return {"quote": quote, "reading": quote, "start": start, "end": start + len(quote), "rule": "test", **more}


def mention(text: str, quote: str, behind: str = "") -> Evidence:
    page = Page(text)
    page(behind)
    return Evidence(**page(quote))


def record(name: str, text: str, meeting: Meeting, **fields: Any) -> Record:
    source = Source(
        id=f"document-{name}",
        path=f"minutes/{name}.txt",
        sha256=name,
        media_type="text/plain",
        characters=len(text),
        unreadable=("40-50 half-lost lines",) if name == "third" else (),
    )
    return Record(document=name, source=source, pipeline="test", profile="general", meeting=meeting, **fields)


def first() -> Record:
    page = Page(FIRST)
    items = (
        Item(id="1", number="1.", title="Call waiting", **page("1. Call waiting")),
        Item(id="2", number="2.", title="Estates", **Page(FIRST)("2. Estates")),
    )

    def asked(quote: str, *responses: tuple[str, tuple[Actor, ...]], **more: Any) -> Exchange:
        evidence = page(quote)
        answers = tuple(Response(speakers=speakers, **page(words)) for words, speakers in responses)
        return Exchange(id=quote, item="1", responses=answers, **{"act": "asked", "askers": (ADA,), **evidence, **more})

    exchanges = (
        asked(
            "Ada asked Ben why callers wait six minutes.",
            ("Ben and Cy said that Project Kite would help.", (BEN, CY)),
            ("Cy added that staff were new.", (CY,)),
            addressees=(BEN,),
            addressees_stated=True,
        ),
        asked("Ada asked how many gave up."),
        asked(
            "Ada asked Ben about staffing.",
            ("Cy said it was low.", (CY,)),
            addressees=(BEN,),
            addressees_stated=True,
        ),
        asked(
            "Odile asked the CC about overtime.",
            ("Ben said it had doubled.", (BEN,)),
            askers=(ODILE,),
            addressees=(CHIEF,),
            addressees_stated=True,
        ),
        asked(
            "Members asked the force about response.",
            ("Cy said it was slower.", (CY,)),
            askers=(PANEL,),
            addressees=(FORCE,),
            addressees_stated=True,
        ),
    )
    statement = Statement(item="1", act="welcomed", speakers=(ADA,), **page("Ada welcomed the honesty."))
    commitments = (
        Commitment(
            id="c1",
            item="1",
            kind="action",
            owners=(CY,),
            owner_text="Cy",
            due_text="by July 2018",
            due_date="2018-07",
            **page("Cy to report on call waiting by July 2018."),
        ),
        Commitment(
            id="c2",
            item="1",
            kind="promise",
            strength="intended",
            owners=(BEN,),
            due_text="in the spring of 2019",
            due_date="2019-03/2019-05",
            **page("Ben promised that Project Kite would open in the spring of 2019."),
        ),
        Commitment(id="c3", item="2", kind="next_step", **page("Next steps include a survey.")),
    )
    people = (
        Person(name="Ada Hill", role="Commissioner", attendance="present", mentions=(mention(FIRST, "Ada"),)),
        Person(name="Ben Roe", role="Chief Constable", organisation="Riverford Police", attendance="present"),
        Person(name="Cy Day", role="Deputy Chief Constable", organisation="Riverford Police", attendance="present"),
        Person(name="Odile Marsh", role="Member", attendance="apologies"),
        Person(name="Dee Moss", role="Clerk", attendance="minutes"),
    )
    return record(
        "first",
        FIRST,
        Meeting(
            series="Oversight Meeting",
            title="Oversight Meeting May 2018",
            date="2018-05-22",
            venue="Room 1",
            chair="Ada Hill",
            minutes_by="Dee Moss",
            next_meeting=NextMeeting(date="2018-06"),
        ),
        people=people,
        bodies=(
            Body(name="Riverford Police", aliases=("RP",), mentions=(mention(FIRST, "the force"),)),
            Body(name="Change Board", aliases=("CB",), kind="board", mentions=(mention(FIRST, "Change Board"),)),
        ),
        programmes=(
            Programme(
                name="Project Kite",
                aliases=("Kite",),
                mentions=(mention(FIRST, "Project Kite"), mention(FIRST, "Project Kite", behind="ACTION")),
            ),
        ),
        items=items,
        exchanges=exchanges,
        statements=(statement,),
        commitments=commitments,
        item_issues=(ItemIssues(item="1", issues=("control room demand",)),),
    )


def second() -> Record:
    page = Page(SECOND)
    return record(
        "second",
        SECOND,
        Meeting(
            series="Oversight Meeting", title="Oversight Meeting June 2019", date="2019-06-11", chair="Zoë Ábelard"
        ),
        people=(
            Person(name="Zoë Ábelard", role="Commissioner", attendance="present"),
            Person(
                name="Ben Roe",
                role="Chief Constable",
                organisation="Riverford Police",
                attendance="present",
                acting=True,
            ),
            Person(name="Cy Day", role="Chief Constable", organisation="Riverford Police", attendance="apologies"),
        ),
        bodies=(Body(name="Crime Bureau", aliases=("CB",)),),
        programmes=(Programme(name="Project Kite", mentions=(mention(SECOND, "Project Kite"),)),),
        items=(Item(id="1", number="1.", title="Front counters", **page("1. Front counters")),),
        exchanges=(
            Exchange(
                id="x",
                item="1",
                act="asked",
                askers=(ZOE,),
                addressees=(BEN,),
                responses=(Response(speakers=(BEN,), **Page(SECOND)("Ben said no.")),),
                **page("Zoë asked Ben about a café."),
            ),
        ),
        commitments=(
            Commitment(
                id="c1",
                item="1",
                kind="promise",
                owners=(BEN,),
                due_text="by 2020",
                due_date="2020",
                **page("Ben will open Project Kite by 2020."),
            ),
        ),
        statements=(Statement(item="1", act="reported", speakers=(CY,), **page("Cy reported on calls.")),),
    )


def third() -> Record:
    question = Exchange(id="x", item=None, act="asked", **Page(THIRD)("Someone asked about nothing."))
    return record("third", THIRD, Meeting(title="Undated Meeting"), exchanges=(question,))


# What a later step of the project links; the queries return it already.
UNLINK = "MATCH ()-[r:RECURS_AS|REPORTED_ON_IN|FOLLOWS_UP]->() DELETE r"
LINKS = """
MATCH (c:Commitment {text: 'Ben promised that Project Kite would open in the spring of 2019.'})
MATCH (d:Commitment {text: 'Ben will open Project Kite by 2020.'})
MATCH (a:Commitment {text: 'Cy to report on call waiting by July 2018.'})
MATCH (s:Statement {text: 'Cy reported on calls.'})
MATCH (q:Question {text: 'Ada asked how many gave up.'})
MATCH (r:Question {text: 'Zoë asked Ben about a café.'})
MATCH (t:Question {text: 'Ada asked Ben about staffing.'})
MATCH (e:AgendaItem {title: 'Estates'})
MATCH (f:AgendaItem {title: 'Front counters'})
CREATE (c)-[:RECURS_AS {score: 0.9, reason: 'Project Kite', months: 12, relation: 'date_moved'}]->(d)
CREATE (a)-[:REPORTED_ON_IN {score: 0.8, reason: 'calls', months: 12}]->(s)
CREATE (r)-[:FOLLOWS_UP {score: 0.7, reason: 'gave up', months: 12}]->(q)
CREATE (t)-[:RECURS_AS {score: 0.6, reason: 'staff', months: 12}]->(r)
MATCH (g:Body {name: 'Change Board'})
MATCH (h:Body {name: 'Crime Bureau'})
CREATE (g)-[:SUCCEEDED_BY {score: 0.9, reason: 'became', documents: ['document-second'], date: '2019'}]->(h)
CREATE (n:Issue {id: 'issue-buildings', name: 'buildings', folded: ' buildings'})
CREATE (e)-[:CONCERNS {weight: 1.0, score: 0.6, reason: 'buildings', months: 12}]->(n)
CREATE (f)-[:CONCERNS {weight: 1.0, score: 0.6, reason: 'buildings', months: 12}]->(n)
"""


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Gives the graph of the three meetings with the links between them, open for reading."""
    folder: Path = tmp_path_factory.mktemp("query") / "graph"
    with open_store(folder, create=True) as store:
        for made_up in (first(), second(), third()):
            store.write(contribution(made_up))
        store.link()
    with open_database(str(folder)) as database, database.transaction():
        # What the queries show does not depend on what the linking finds.
        database.command("opencypher", UNLINK)
        database.command("opencypher", LINKS)
    with open_store(folder, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Gives a graph with nothing in it."""
    with open_store(tmp_path_factory.mktemp("empty") / "graph", create=True) as store:
        yield store
