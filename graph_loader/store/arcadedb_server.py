"""Shares the graph in a folder with other processes: over Bolt, as Neo4j does it, and on this machine alone."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jpype
import jpype.config

from graph_loader.errors import StoreError
from graph_loader.store.arcadedb_folder import check_folder, engine_reason, open_folder
from graph_loader.store.jvm import start_engine
from graph_loader.store.server import Server
from graph_loader.store.signals import ending_in_order

_HOST = "127.0.0.1"
_USER, _GROUP = "kg", "drivers"
_DATABASE = "neo4j"
"""The name that programs made for Neo4j ask for where their user gives none."""
_READ = '["readRecord"]'
_WRITE = '["readRecord", "createRecord", "updateRecord", "deleteRecord"]'
_MAY = '{"access": [], "readTimeout": -1, "resultSetLimit": -1, "types": {"*": {"access": %s}}}'


@contextmanager
def sharing(folder: Path, *, port: int, writable: bool) -> Iterator[Server]:
    """Shares a graph until the block ends; gives the address, and the one user with a new password.

    The user may read, and write only where that is asked for: the engine itself refuses what they may not. Raises
    StoreError for what is no graph, is in use, or a port that is.
    """
    start_engine()
    check_folder(folder, create=False)
    with ending_in_order(), TemporaryDirectory(prefix="kg-serve-") as home, _running(Path(home), port) as engine:
        security = engine.getDatabaseSecurityManager()
        # Open to write also for readers: the engine's drivers put every read in a transaction, which it has not else.
        with open_folder(folder, create=False, read_only=False, security=security) as database:
            engine.registerDatabase(_DATABASE, database.get_java_database())
            password = _let_in(engine.getSecurity(), _WRITE if writable else _READ)
            try:
                yield Server(f"bolt://{_HOST}:{_bolt_port(engine)}", _USER, password, _DATABASE)
            finally:
                # Before the folder is closed, so that nobody is in the middle of something.
                engine.stop()
                # Whoever is still connected has a thread there, for whose end the process would wait for ever.
                jpype.config.onexit = False


@contextmanager
def _running(home: Path, port: int) -> Iterator[Any]:
    engine = jpype.JClass("com.arcadedb.server.ArcadeDBServer")(_configuration(home, port))
    try:
        _start(engine, port)
        yield engine
    finally:
        engine.stop()


def _start(engine: Any, port: int) -> None:
    try:
        engine.start()
        # It comes with a web service, which nobody needs here.
        engine.getHttpServer().stopService()
    except jpype.JException as error:
        message = f"The graph cannot be shared on port {port}: {engine_reason(error)}."
        raise StoreError(message, "Choose another with --port.") from error


def _configuration(home: Path, port: int) -> Any:
    settings: Mapping[str, Any] = {
        "server.rootPath": str(home),
        "server.logsDirectory": str(home / "log"),
        # Nobody is told it.
        "server.rootPassword": secrets.token_urlsafe(32),
        # Only this machine asks, and it may know why something is refused.
        "server.mode": "development",
        "server.databaseLoadAtStartup": False,
        "server.healthCheck.enabled": False,
        "server.httpIncomingHost": _HOST,
        "server.httpIncomingPort": "0",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt.host": _HOST,
        "bolt.port": port,
        "bolt.defaultDatabase": _DATABASE,
    }
    configuration = jpype.JClass("com.arcadedb.ContextConfiguration")()
    for name, value in settings.items():
        configuration.setValue(f"arcadedb.{name}", value)
    return configuration


def _let_in(security: Any, access: str) -> str:
    """Adds the user with a new password, which it gives."""
    json = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
    security.saveGroup("*", _GROUP, json(_MAY % access))
    password = secrets.token_urlsafe(18)
    user = json()
    user.put("name", _USER)
    user.put("password", security.encodePassword(password))
    user.put("databases", json(f'{{"*": ["{_GROUP}"]}}'))
    security.createUser(user)
    return password


def _bolt_port(engine: Any) -> int:
    bolt = next(plugin for plugin in engine.getPlugins() if str(plugin.getName()).endswith("Bolt"))
    return int(bolt.getPort())
