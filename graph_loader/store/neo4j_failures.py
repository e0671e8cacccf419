"""Tells in a sentence what went wrong with a Neo4j server; nothing secret is in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_loader.errors import KgError, QueryError, StoreError, StoreGoneError
from graph_loader.store.server import Server

_WEB_PORTS = (7473, 7474)
_WRITES = ("Neo.ClientError.Statement.AccessMode", "Neo.ClientError.Transaction.ForbiddenDueToTransactionType")


@contextmanager
def opening(server: Server) -> Iterator[None]:
    """Makes a StoreError of whatever fails while a graph on a server is opened."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _common(server, error) or StoreError(
            f"The graph on {server} cannot be opened: {reason(error)}.", "Look into the server's log."
        ) from error


@contextmanager
def writing_to(server: Server) -> Iterator[None]:
    """Makes a StoreError of whatever fails while a transaction writes."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _common(server, error) or StoreError(
            f"The graph cannot be written: {reason(error)}.", "Nothing was changed."
        ) from error


@contextmanager
def asking(server: Server) -> Iterator[None]:
    """Makes a QueryError of a statement that the server refuses, and a StoreError of what else fails."""
    try:
        yield
    except ClientError as error:
        if error.code in _WRITES:
            message = "The statement writes to the graph."
            raise QueryError(message, "Only statements that read can be run.") from error
        raise _common(server, error) or QueryError(
            f"The statement is refused: {reason(error)}.", "Mend it and try again."
        ) from error
    except (Neo4jError, DriverError) as error:
        raise _common(server, error) or QueryError(f"The statement failed: {reason(error)}.", "Try again.") from error


def reason(error: Exception) -> str:
    """Gives the first line of an error's message without full stop."""
    message = (error.message if isinstance(error, Neo4jError) else str(error)) or type(error).__name__
    return message.strip().splitlines()[0].strip().rstrip(".:")


def _common(server: Server, error: Exception) -> KgError | None:
    """Gives what is wrong with server, user or database rather than with what was asked of them."""
    told = _told(server, error)
    if told:
        return StoreGoneError(*told)
    if isinstance(error, Neo4jError) and str(error.code).endswith("OutOfMemoryError"):
        message = f"The server at {server.uri} has too little memory for this: {reason(error)}."
        return StoreError(message, "Nothing was changed; ask for less at once, or give the server more.")
    if isinstance(error, TransientError):
        message = f"The server at {server.uri} is too busy: {reason(error)}."
        return StoreError(message, "Nothing was changed; try again.")
    return None


def _told(server: Server, error: Exception) -> tuple[str, str] | None:
    """Gives message and hint of what no further try mends."""
    told: tuple[str, str] | None = None
    match error:
        case ServiceUnavailable() | SessionExpired():
            told = f"The server at {server.uri} cannot be reached.", _way(server)
        case ConfigurationError():
            told = f"{server.uri} cannot be used: {reason(error)}.", "Write neo4j://localhost:7687."
        case Neo4jError(code="Neo.ClientError.Security.AuthenticationRateLimit"):
            told = f"The server at {server.uri} takes no more passwords for now.", "Wait a minute, then try again."
        case Neo4jError(code="Neo.ClientError.Security.CredentialsExpired"):
            message = f"The password of {server.user} at {server.uri} is that of the first time, and must be changed."
            told = message, "Sign in once in Neo4j Browser or cypher-shell, which ask for a new one; then give that."
        case Neo4jError(code="Neo.ClientError.Database.DatabaseNotFound"):
            hint = "Neo4j Community has a single one, neo4j; in other editions make it first."
            told = f"There is no database {server.database} on {server.uri}.", hint
        case Forbidden() | Neo4jError(code="Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"):
            told = f"{server.user} may not do this on {server}: {reason(error)}.", "Ask whoever runs the server."
        case AuthError():
            message = f"The server at {server.uri} refuses user {server.user} with this password."
            told = message, "Set NEO4J_USERNAME and NEO4J_PASSWORD."
    return told


def _way(server: Server) -> str:
    """Says what to look at where nobody answers."""
    parts = urlsplit(server.uri)
    if parts.port in _WEB_PORTS:
        return f"Port {parts.port} is that of its web page; programs use 7687."
    if "+" in parts.scheme:
        return f"Start it, mend its address, or leave out +{parts.scheme.partition('+')[2]} if it has no certificate."
    return "Start it, or mend its address."
