"""Runs Neo4j Community for the tests: fetched by Maven, in a temporary folder, on free ports of this machine alone.

`python tests/neo4j/server.py current` starts one, prints where it is and its password, and runs until Ctrl-C; with
`--apoc` it has the procedures of APOC too, which other loaders than ours call.
"""

import argparse
import atexit
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / "build" / "neo4j"
JAVA_OF = {"lts": range(17, 25), "current": range(21, 100)}
"""The releases that the pom knows, each with the versions of Java that it runs on."""
_JAVA_PLACES = (
    "/usr/lib/jvm/*",
    "/opt/java/*",
    "/opt/*jdk*",
    "/Library/Java/JavaVirtualMachines/*/Contents/Home",
    str(Path.home() / ".sdkman/candidates/java/*"),
    str(Path.home() / ".jdks/*"),
)
APOC = tuple(f"org.neo4j.procedure:apoc-{part}:5.26.19" for part in ("core", "common"))
"""The newest that Maven has; it runs on the LTS."""
_MAVEN_SECONDS = 300
_START_SECONDS = 120
_OPTIONS = (
    "-Xmx768m",
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
)
BRIEF = ("-XX:TieredStopAtLevel=1",)
"""Halves what a start costs; one that runs for long is better compiled in full."""
_SETTINGS = {
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "128m",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "32m",
    "db.tx_log.rotation.retention_policy": "keep_none",
    "dbms.usage_report.enabled": "false",
    # The same queries are asked of several small graphs; a plan for each of them is most of what the tests would cost.
    "dbms.cypher.min_replan_interval": "1h",
}
_ENTRY = "META-INF/services/org.neo4j.server.startup.EntryPoint"


class UnavailableError(Exception):
    """Says why Neo4j cannot be run here."""


@dataclass
class Server:
    """Is one Neo4j of our own; what it keeps goes with its folder."""

    release: str
    home: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    plugins: Sequence[str] = ()
    options: Sequence[str] = BRIEF
    user: str = "neo4j"
    # In hexadecimal: a password with a hyphen in front was taken for an option, now and then.
    password: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)

    def __post_init__(self) -> None:
        self.bolt_port, self.http_port = _free_ports(2)
        self._java, self._classpath = java_for(self.release), classpath(self.release)
        self._process: subprocess.Popen[bytes] | None = None
        (self.home / "conf").mkdir(parents=True)
        for artifact in self.plugins:
            _maven("dependency:copy", f"-Dartifact={artifact}", f"-DoutputDirectory={self.home / 'plugins'}")
        self.admin("dbms", "set-initial-password", self.password)

    @property
    def uri(self) -> str:
        """Gives the address for drivers."""
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def http(self) -> str:
        """Gives the address of the web page."""
        return f"http://127.0.0.1:{self.http_port}/"

    def admin(self, *arguments: str) -> str:
        """Runs neo4j-admin on this server's folder, which must not run for some commands; gives what it prints."""
        self._configure()
        places = {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}
        line = [*self._line, "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(line, env=os.environ | places, capture_output=True, text=True, check=False)
        if done.returncode:
            raise UnavailableError(f"neo4j-admin {arguments[0]} {arguments[1]} failed: {done.stderr or done.stdout}")
        return done.stdout + done.stderr

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._configure()
        folders = (f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}")
        with (self.home / "output.log").open("ab") as log:
            line = [*self._line, _entry_point(self._classpath), *folders]
            self._process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        end = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                logs = [self.home / "output.log", self.home / "logs" / "neo4j.log"]
                said = "\n".join(path.read_text(errors="replace")[-2000:] for path in logs if path.is_file())
                raise UnavailableError(f"Neo4j did not start:\n{said}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Ends it in order."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
            self._process = None

    def kill(self) -> None:
        """Ends it as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def _line(self) -> list[str]:
        # Procedures come from the folder, what they need of the server's start from the class path.
        jars = [self._classpath, *map(str, sorted((self.home / "plugins").glob("*.jar")))]
        return [str(self._java), *_OPTIONS, *self.options, "-cp", os.pathsep.join(jars)]

    def _configure(self) -> None:
        addresses = {
            f"server.{name}.{side}_address": f"127.0.0.1:{port}"
            for name, port in (("bolt", self.bolt_port), ("http", self.http_port))
            for side in ("listen", "advertised")
        }
        lines = [f"{name}={value}\n" for name, value in (_SETTINGS | addresses | dict(self.settings)).items()]
        (self.home / "conf" / "neo4j.conf").write_text("".join(lines), encoding="utf-8")

    def _answers(self) -> bool:
        try:
            with (
                GraphDatabase.driver(self.uri, auth=(self.user, self.password)) as driver,
                driver.session(database="neo4j") as session,
            ):
                session.run("RETURN 1").consume()
        except (DriverError, Neo4jError):
            return False
        return True


@contextmanager
def running(release: str, plugins: Sequence[str] = (), options: Sequence[str] = BRIEF) -> Iterator[Server]:
    """Gives a server that runs, and takes it away at the end; raises UnavailableError where there can be none."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        # Else a run that is cut short would leave the server behind; pytest ends at once for this alone.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    home = Path(tempfile.mkdtemp(prefix="kg-neo4j-"))
    try:
        server = Server(release, home / "neo4j", plugins=plugins, options=options)
        server.start()
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@cache
def shared(release: str) -> Server:
    """Gives a server that runs until this process ends; raises UnavailableError where there can be none."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(running(release, options=()))


@cache
def java_for(release: str) -> Path:
    """Finds a Java that the release runs on: JAVA_HOME, on the path, in the usual places; raises UnavailableError."""
    wanted = JAVA_OF[release]
    for java in _javas():
        said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
        version = re.search(r'version "(\d+)', said)
        if version and int(version[1]) in wanted:
            return java
    raise UnavailableError(f"There is no Java {wanted[0]} or newer that Neo4j ({release}) runs on. Set JAVA_HOME.")


@cache
def classpath(release: str) -> str:
    """Gives the class path of the release, fetched by Maven unless it is there; raises UnavailableError."""
    kept = CACHE / f"{release}.classpath"
    pom = HERE / "pom.xml"
    if kept.is_file() and kept.stat().st_mtime > pom.stat().st_mtime:
        found = kept.read_text(encoding="utf-8")
        if all(Path(jar).is_file() for jar in found.split(os.pathsep)):
            return found
    CACHE.mkdir(parents=True, exist_ok=True)
    _maven("-f", str(pom), f"-P{release}", "dependency:build-classpath", f"-Dmdep.outputFile={kept}")
    return kept.read_text(encoding="utf-8")


def _maven(*arguments: str) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise UnavailableError("There is no mvn, which fetches Neo4j.")
    line = [maven, "-B", "-q", "-ntp", *arguments]
    try:
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=_MAVEN_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"Maven did not fetch what it was to in {_MAVEN_SECONDS} seconds.") from error
    if done.returncode:
        reason = next((text for text in done.stdout.splitlines() if "ERROR" in text), done.stderr)
        raise UnavailableError(f"Maven fails: {reason[:500]}")


def _javas() -> Iterator[Path]:
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    if on_path:
        homes.append(Path(on_path).resolve().parents[1])
    for place in _JAVA_PLACES:
        homes += sorted(Path("/").glob(place.removeprefix("/")))
    yield from (java for home in homes if (java := home / "bin" / "java").is_file())


def _entry_point(jars: str) -> str:
    """Gives the class that starts the server, which each release names in its own archive."""
    for jar in jars.split(os.pathsep):
        if re.fullmatch(r"neo4j-\d[\d.]*\.jar", Path(jar).name):
            with zipfile.ZipFile(jar) as archive:
                return archive.read(_ENTRY).decode().split()[0]
    raise UnavailableError("Neo4j itself is not among what Maven fetched.")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def available() -> list[str]:
    """Gives the releases that can be run here; says on standard error, loudly, which cannot and why."""
    found = []
    for release in JAVA_OF:
        try:
            java_for(release)
            classpath(release)
            found.append(release)
        except UnavailableError as error:
            sys.stderr.write(f"*** SKIPPED: no test runs on Neo4j ({release}): {error}\n")
    return found


def main() -> None:
    """Runs one server until Ctrl-C, or says which can be run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("release", nargs="?", choices=JAVA_OF, default="lts")
    parser.add_argument("--which", action="store_true", help="say which releases can be run here; 1 if there is none")
    parser.add_argument("--apoc", action="store_true", help="with APOC, on lts alone")
    arguments = parser.parse_args()
    if arguments.which:
        found = available()
        sys.stdout.write(",".join(found) + "\n")
        sys.exit(not found)
    with running(arguments.release, APOC if arguments.apoc else (), options=()) as server:
        lines = (f"KG_NEO4J_URI={server.uri}", f"NEO4J_PASSWORD={server.password}", f"# Browser: {server.http}")
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
