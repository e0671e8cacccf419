"""Finds which record belongs to which gold: files in pairs, or a folder of gold and records matched by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_loader.errors import KgError, UsageError
from graph_loader.evaluate.annotation import Annotation, parse_annotation

_GOLD, _RECORD = ".gold.json", ".json"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Is gold with the record of the same document, in order; `alone` names those of which there is only one."""

    pairs: tuple[tuple[Annotation, Annotation], ...]
    alone: tuple[str, ...] = ()


def read_pairs(paths: Sequence[Path]) -> Pairs:
    """Reads GOLD RECORD GOLD RECORD …, or a folder of `NAME.gold.json` and one of `NAME.json`.

    In the place of the second folder may stand a file with one record on each line, as `kg extract` prints several.
    Raises UsageError when the paths make no pairs, else KgError.
    """
    if len(paths) % 2:
        raise UsageError("There is gold without a record.", "Give GOLD RECORD in pairs, or two folders.")
    if len(paths) == 2 and paths[0].is_dir():
        return _matched(*paths)
    for path in paths:
        if path.is_dir():
            raise UsageError(f"{path} is a folder.", "Give files in pairs, or a folder of gold and one of records.")
    read = [_read(path) for path in paths]
    return Pairs(tuple(zip(read[::2], read[1::2], strict=True)))


def _matched(gold: Path, records: Path) -> Pairs:
    golds = _files(gold, _GOLD)
    found: Mapping[str, Path | Annotation] = _files(records, _RECORD) if records.is_dir() else _lines(records)
    both = [name for name in golds if name in found]
    if not both:
        raise KgError(f"No record in {records} belongs to gold in {gold}.", "They are matched by their names.")
    return Pairs(
        tuple((_read(golds[name]), _read(found[name])) for name in both), tuple(sorted(golds.keys() ^ found.keys()))
    )


def _files(folder: Path, ending: str) -> dict[str, Path]:
    """Gives the files of that ending by name; a folder may hold gold and records together."""
    paths = sorted(path for path in folder.glob(f"*{ending}") if ending == _GOLD or not path.name.endswith(_GOLD))
    return {path.name.removesuffix(ending): path for path in paths}


def _lines(path: Path) -> dict[str, Annotation]:
    found: dict[str, Annotation] = {}
    data = _bytes(path)
    # A single record is printed indented, over many lines.
    lines = [data] if data.startswith(b"{\n") else data.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            record = parse_annotation(line, f"{path}, line {number},")
            if record.document in found:
                raise KgError(f"{path} has two records of {record.document}.", "Give one for each document.")
            found[record.document] = record
    return found


def _read(source: Path | Annotation) -> Annotation:
    return source if isinstance(source, Annotation) else parse_annotation(_bytes(source), str(source))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KgError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
