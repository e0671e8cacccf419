"""Keeps the graph in a database of a Neo4j server, in managed transactions that are tried again when they may."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity, Session
from neo4j.exceptions import ClientError

from graph_loader.model.graph import Contribution, Edge, Node
from graph_loader.resolve.corrections import Corrections
from graph_loader.store import linking, neo4j_filling, neo4j_setup, reading, writing
from graph_loader.store.base import NO_CORRECTIONS, Tell, Written, in_silence
from graph_loader.store.columns import Values
from graph_loader.store.looking import lock_and_look
from graph_loader.store.neo4j_failures import asking, opening, writing_to
from graph_loader.store.neo4j_values import plain_rows
from graph_loader.store.running import Row, Run
from graph_loader.store.server import Server

_T = TypeVar("_T")
_CONNECT_SECONDS = 10
RETRY_SECONDS = 30
"""How long a transaction is tried again, over a server that restarts or a cluster that chooses a new leader."""
_ATTEMPTS = 5
_IDS = "UNWIND $ids AS id MATCH (n) WHERE elementId(n) = id RETURN id, n.id AS ours"


@contextmanager
def open_neo4j(server: Server, *, create: bool, read_only: bool) -> Iterator["Neo4jStore"]:
    """Opens the graph on a server and closes the connection at the end; raises StoreError."""
    with _connected(server) as (driver, session):
        if read_only or not create:
            session.execute_read(neo4j_setup.check_readable, server)
        if not read_only:
            session.execute_read(neo4j_setup.check_whole, server)
            _make_ready(session, server)
        yield Neo4jStore(server, driver, session)


@contextmanager
def open_for_copy(server: Server) -> Iterator["Neo4jStore"]:
    """Opens a graph with nothing in it, which no one else opens until the block ends well; raises StoreError."""
    with _connected(server) as (driver, session):
        _make_ready(session, server)
        session.execute_write(neo4j_setup.begin_copy, server)
        while session.execute_write(neo4j_setup.take_some_out):
            pass
        yield Neo4jStore(server, driver, session)
        session.execute_write(neo4j_setup.end_copy)


class Neo4jStore:
    """Is a graph in a Neo4j database."""

    def __init__(self, server: Server, driver: Driver, session: Session) -> None:
        self._server = server
        self._driver = driver
        self._session = session

    def write(self, contribution: Contribution) -> Written:
        """Adds one document in one transaction."""

        def work(transaction: ManagedTransaction) -> Written:
            run = _far(transaction)
            return writing.write(run, contribution, lock_and_look(run, contribution, neo4j_setup.LOCK))

        return self._change(work)

    def retract(self, document: str) -> list[str]:
        """Takes out one document in one transaction."""

        def work(transaction: ManagedTransaction) -> list[str]:
            neo4j_setup.lock(transaction)
            return writing.retract(_far(transaction), document)

        return self._change(work)

    def link(self, corrections: Corrections = NO_CORRECTIONS, tell: Tell = in_silence) -> int:
        """Links changed documents with those of their contexts, in one transaction for each context.

        Where somebody else writes meanwhile, it looks again at what is there.
        """
        while True:
            with asking(self._server):
                revision = self._session.execute_read(neo4j_setup.read_revision)
            try:
                return linking.link(partial(self._read_at, revision), partial(self._link, revision), corrections, tell)
            except _WrittenMeanwhileError:
                continue

    def fill(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Adds nodes and edges as they are."""
        neo4j_filling.fill(self._ask_apart, nodes, edges)

    def rows(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Gives the rows of a statement; the server itself refuses one that writes."""
        return self._read(statement, parameters or {})

    def documents(self) -> list[Row]:
        """Gives the properties of every document and the date of its meeting."""
        return reading.documents(self.rows)

    def counts(self) -> dict[str, int]:
        """Counts nodes and relationships."""
        return reading.counts(self.rows)

    def _read(self, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        with asking(self._server):
            return self._session.execute_read(_run, statement, parameters)

    def _read_at(self, revision: str, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
        """Reads while nobody writes, so that what is read one after the other is of the same documents."""

        def work(transaction: ManagedTransaction) -> list[Row]:
            _hold(transaction, revision)
            return _run(transaction, statement, parameters)

        with asking(self._server):
            return self._session.execute_write(work)

    def _change(self, work: Callable[[ManagedTransaction], _T]) -> _T:
        with writing_to(self._server):
            return self._session.execute_write(work)

    def _ask_apart(self, statement: str, rows: list[Values]) -> list[Any]:
        def work(transaction: ManagedTransaction) -> list[Any]:
            return transaction.run(statement, rows=rows).value()

        with writing_to(self._server), _open(self._driver, self._server) as session:
            return session.execute_write(work)

    def _link(self, revision: str, change: Callable[[Run], None]) -> None:
        def work(transaction: ManagedTransaction) -> None:
            _hold(transaction, revision)
            change(_far(transaction))

        self._change(work)


class _WrittenMeanwhileError(Exception):
    """Says that documents came or went since somebody looked at what is to be linked."""


def _hold(transaction: ManagedTransaction, revision: str) -> None:
    if not neo4j_setup.lock_unchanged(transaction, revision):
        raise _WrittenMeanwhileError


@contextmanager
def _connected(server: Server) -> Iterator[tuple[Driver, Session]]:
    # The driver tells of every new try on standard error; what comes of it is told by us.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    with opening(server), _driver(server) as driver, _open(driver, server) as session:
        session.execute_read(neo4j_setup.check_version, server)
        yield driver, session


def _open(driver: Driver, server: Server) -> Session:
    # The members of a cluster are told what the other sessions wrote.
    return driver.session(database=server.database, bookmark_manager=driver.execute_query_bookmark_manager)


@contextmanager
def _driver(server: Server) -> Iterator[Driver]:
    auth = (server.user, server.password) if server.password else None
    with GraphDatabase.driver(
        server.uri,
        auth=auth,
        connection_timeout=_CONNECT_SECONDS,
        max_transaction_retry_time=RETRY_SECONDS,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        user_agent="kg",
    ) as driver:
        # Asked once without trying again, so that a wrong address or password is told at once.
        with driver.session(database=server.database, default_access_mode=READ_ACCESS) as session:
            session.run("RETURN 1").consume()
        yield driver


def _make_ready(session: Session, server: Server) -> None:
    session.execute_read(neo4j_setup.check_free, server)
    for attempt in range(_ATTEMPTS):
        try:
            # One by one: of two loads that make the same ones in one transaction, each may wait for the other for ever.
            for statement in session.execute_read(neo4j_setup.missing):
                session.execute_write(neo4j_setup.create, statement)
            break
        except ClientError as error:
            # A load beside this one may just have made them, or both gave up waiting.
            passes = str(error.code).startswith(("Neo.ClientError.Schema.", "Neo.ClientError.Transaction."))
            if attempt + 1 == _ATTEMPTS or not passes:
                raise
    session.execute_write(neo4j_setup.wait_and_mark)


def _far(transaction: ManagedTransaction) -> Run:
    return Run(partial(_run, transaction), far=True)


def _run(transaction: ManagedTransaction, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
    records = list(transaction.run(statement, dict(parameters)))

    def ids(unknown: list[str]) -> dict[str, str]:
        return {row["id"]: row["ours"] for row in transaction.run(_IDS, ids=unknown)}

    return plain_rows(records, ids)
