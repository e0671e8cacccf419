"""Says where a graph lies on a Neo4j server, and how to sign in there."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from graph_loader.errors import UsageError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
MARK = "KgGraph"
"""The label of the one node that says that a database is ours."""


@dataclass(frozen=True, slots=True)
class Server:
    """Is a database on a server; without a name it is the one that the server has for this user.

    An empty password means that the server asks for none. Raises UsageError for an address that is none.
    """

    uri: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.uri)
            valid = parts.scheme in SCHEMES and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            parts, valid = urlsplit(""), False
        if parts.username is not None or "@" in self.uri:
            # What is written there is not repeated: it may be a password.
            raise UsageError("The address of a server takes no user and password.", "Set NEO4J_PASSWORD.")
        if not valid:
            raise UsageError(f"{self.uri!r} is no address of a Neo4j server.", "Write neo4j://localhost:7687.")
        if self.database and self.database.lower() == "system":
            raise UsageError("The database system is the server's own.", "Give another, such as neo4j.")

    def __str__(self) -> str:
        return f"{self.uri} (database {self.database})" if self.database else self.uri

    @property
    def parent(self) -> Path:
        """Gives the folder from which the paths of the documents start: the working directory."""
        return Path()


Place = Path | Server
"""Where a graph is kept: in a folder, or on a server."""
