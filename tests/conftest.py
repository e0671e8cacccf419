"""Gives made-up records and fresh stores of every kind; one engine serves the whole test run."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from graph_loader.model.graph import Contribution
from graph_loader.model.record import (
    Actor,
    Body,
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
from graph_loader.store import Store, open_store
from tests.neo4j.stores import Nested, marked_releases

Fresh = Callable[[], AbstractContextManager[Store]]
Loaded = Callable[..., Contribution]
CHIEF, AUDITOR = Actor("Ines Holt", "person"), Actor("Tom Ferreira", "person")


def words(quote: str, start: int) -> dict[str, Any]:
    return {"quote": quote, "reading": quote, "start": start, "end": start + len(quote), "rule": "test"}


def made_up(content: str = "a", path: str = "", *, date: str = "2019-03-05", **changes: Any) -> Record:
    """Gives the record of one meeting; `content` stands for the document's bytes, `changes` replace whole fields."""
    exchange = Exchange(
        id="x1",
        item="1",
        act="asked",
        askers=(AUDITOR,),
        addressees=(CHIEF, Actor("Head of Lawns", "post")),
        responses=(
            Response(speakers=(CHIEF, Actor("Members", "body")), **words(f"Soon, in {content}.", 60)),
            Response(**words("Later.", 80)),
        ),
        **words(f"Tom asked when the ponds of {content} would be cleaned.", 20),
    )
    fields: dict[str, Any] = {
        "meeting": Meeting(series="Parks Scrutiny", title="Parks Scrutiny", date=date, chair="Tom Ferreira"),
        "people": (
            Person(
                name="Ines Holt",
                role="Head of Parks",
                organisation="Brookvale Parks Trust",
                aliases=("IH",),
                attendance="present",
                mentions=(Evidence(**words("Ines Holt (IH)", 0)),),
            ),
            Person(name="Tom Ferreira", role="Auditor", attendance="present"),
            Person(name="Una Reed", role="Clerk", attendance="apologies"),
        ),
        "bodies": (Body(name="Brookvale Parks Trust", aliases=("BPT",), mentions=(Evidence(**words("BPT", 55)),)),),
        "programmes": (Programme(name="Operation Pond", mentions=(Evidence(**words("Operation Pond", 100)),)),),
        "items": (
            Item(id="1", number="1.", title="Ponds", **words("1. Ponds", 15)),
            Item(id="1.1", title="Ducks", parent="1", **words("Ducks", 90)),
        ),
        "exchanges": (exchange,),
        "statements": (Statement(item="1.1", act="welcomed", speakers=(AUDITOR,), **words("Tom welcomed it.", 120)),),
        "commitments": (
            Commitment(
                id="c1",
                item=None,
                kind="action",
                owners=(CHIEF,),
                owner_text="IH",
                due_text="by April",
                due_date="2019-04",
                **words(f"IH to clean the ponds of {content} by April", 140),
            ),
        ),
        "item_issues": (ItemIssues(item="1", issues=("pond cleaning", "ducks")),),
    }
    path = path or f"minutes/{content}.txt"
    source = Source(
        id=f"document-{content}",
        path=path,
        sha256=content,
        media_type="text/plain",
        characters=200,
        unreadable=("page 2",),
    )
    return Record(document=content, source=source, pipeline="test", profile="general", **(fields | changes))


@pytest.fixture(scope="session")
def record() -> Callable[..., Record]:
    """Gives a function that makes the record of a made-up document."""
    return made_up


@pytest.fixture(scope="session")
def minutes() -> Loaded:
    """Gives a function that makes the contribution of a made-up document."""
    return lambda *args, **changes: contribution(made_up(*args, **changes))


@pytest.fixture(scope="session", params=["arcadedb", *marked_releases()])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Gives a function that opens a new, empty store of each kind in turn."""
    folder, number = tmp_path_factory.mktemp(request.param), count()
    if request.param != "arcadedb":
        return Nested(request.param, folder)
    return lambda: open_store(folder / str(next(number)), create=True)


@pytest.fixture
def store(fresh: Fresh) -> Iterator[Store]:
    """Gives one empty store."""
    with fresh() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path, minutes: Loaded) -> Path:
    """Gives the folder of an embedded graph that holds one document."""
    with open_store(tmp_path / "graph", create=True) as opened:
        opened.write(minutes())
    return tmp_path / "graph"
