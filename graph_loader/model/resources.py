"""Finds the data files that travel with the package: `queries/`, `schema/` and the profiles."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder(name: str) -> Path:
    """Gives the folder `queries` or `schema`: inside an installed wheel, else at the top of the source tree."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name
