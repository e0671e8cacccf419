"""Checks the containers by their files: what they start with, who can reach them, what refuses a weak password."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, Any] = COMPOSE["services"]
STRONG = "tall grey herons wade"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def resolved(text: str, **given: str) -> str:
    """Gives a text as compose reads it: variables with their values or defaults; fails where one must be given."""

    def value(match: re.Match[str]) -> str:
        name, sign, other = match.groups()
        if not given.get(name):
            assert sign == ":-", f"{name} is needed"
            return str(other)
        return given[name]

    return re.sub(r"(?<!\$)\$\{(\w+)(:[-?])([^}]*)\}", value, text).replace("$$", "$")


def checked(password: str) -> tuple[int, str]:
    """Runs what guards the start with a password."""
    service = SERVICES["password"]
    line = [*service["entrypoint"], *(resolved(part) for part in service["command"])]
    done = subprocess.run(
        line, env={"GIVEN": password, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


def test_without_a_password_nothing_starts() -> None:
    uses = re.findall(r"\$\{NEO4J_PASSWORD([^}]*)\}", TEXT)
    assert len(uses) == 3
    assert all(use.startswith(":?Set NEO4J_PASSWORD") for use in uses)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("neo4j", "begins as those do"),
        ("password", "begins as those do"),
        ("Passw0rd-2026!", "begins as those do"),
        ("changeme-please", "begins as those do"),
        ("your-password-here", "begins as those do"),
        ("herons", "is too short"),
        ("", "is too short"),
        ("tall/grey/herons", "has a slash"),
    ],
)
def test_a_weak_password_is_refused(password: str, said: str) -> None:
    status, errors = checked(password)
    assert status == 1
    assert said in errors
    assert not password or password not in errors


@pytest.mark.parametrize("password", [STRONG, "x'; exit 1; '$HOME`id`", "-n \\033 %s herons"])
def test_a_password_of_ones_own_is_taken(password: str) -> None:
    assert checked(password) == (0, "")


def test_the_password_is_asked_for_first() -> None:
    assert SERVICES["neo4j"]["depends_on"] == {"password": {"condition": "service_completed_successfully"}}
    assert SERVICES["kg"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert SERVICES["password"]["network_mode"] == "none"


def test_only_this_machine_reaches_it() -> None:
    ports = [resolved(port) for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert all(service.get("network_mode") != "host" for service in SERVICES.values())


def test_neo4j_is_watched_and_keeps_what_it_has() -> None:
    (volume,) = SERVICES["neo4j"]["volumes"]
    assert volume == "neo4j-data:/data"
    assert "neo4j-data" in COMPOSE["volumes"]
    kind, check = SERVICES["neo4j"]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    assert "-p" not in resolved(check).split()
    assert resolved(SERVICES["neo4j"]["image"]).startswith("neo4j:5.26")


def test_the_health_check_gives_the_whole_password(tmp_path: Path) -> None:
    shell = tmp_path / "cypher-shell"
    shell.write_text('#!/bin/sh\nprintf "%s %s" "$NEO4J_USERNAME" "$NEO4J_PASSWORD"\n')
    shell.chmod(0o755)
    check = resolved(SERVICES["neo4j"]["healthcheck"]["test"][1])
    auth = resolved(SERVICES["neo4j"]["environment"]["NEO4J_AUTH"], NEO4J_PASSWORD=STRONG)
    places = {"NEO4J_AUTH": auth, "PATH": f"{tmp_path}:/usr/bin:/bin"}
    assert subprocess.check_output(["sh", "-c", check], env=places, text=True) == f"neo4j {STRONG}"


def test_kg_loads_a_folder_that_it_cannot_change() -> None:
    kg = SERVICES["kg"]
    (mounted,) = kg["volumes"]
    # In the short form `minutes:/minutes`, compose takes a folder without ./ for a volume of that name.
    assert mounted["type"] == "bind"
    assert (ROOT / resolved(mounted["source"])).is_dir()
    assert resolved(mounted["source"], KG_MINUTES="minutes") == "minutes"
    assert (kg["command"], mounted["target"], mounted["read_only"]) == (["load", "/minutes"], "/minutes", True)
    assert mounted["bind"] == {"create_host_path": False}
    assert resolved(kg["environment"]["NEO4J_PASSWORD"], NEO4J_PASSWORD=STRONG) == STRONG
    assert kg["environment"]["KG_NEO4J_URI"] == "bolt://neo4j:7687"


@pytest.mark.parametrize("service", ["neo4j", "kg"])
def test_no_container_gets_more_rights(service: str) -> None:
    assert SERVICES[service]["security_opt"] == ["no-new-privileges:true"]
    assert not SERVICES[service].get("privileged")


def test_the_image_is_built_from_what_it_is_given(tmp_path: Path) -> None:
    copied = [word for line in re.findall(r"^COPY (.*) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()]
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"!{name}" for name in copied} == {line for line in ignored if line.startswith("!")}
    for name in copied:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    line = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(line, cwd=tmp_path, check=True, capture_output=True)
    assert list((tmp_path / "dist").glob("*.whl"))


def test_the_image_does_not_run_as_root() -> None:
    lines = DOCKERFILE.splitlines()
    assert lines.index("USER kg") < lines.index('ENTRYPOINT ["kg"]')
    assert "--require-hashes" in DOCKERFILE


def test_docker_itself_takes_the_file() -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("There is no docker compose here.")
    line = [docker, "compose", "config", "--quiet"]
    for password, taken in ((STRONG, True), ("", False)):
        given = os.environ | {"NEO4J_PASSWORD": password}
        done = subprocess.run(line, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
        assert (done.returncode == 0) == taken, done.stderr
