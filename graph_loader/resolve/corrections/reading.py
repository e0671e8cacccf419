"""Reads the corrections of folders; whatever is wrong with one is told with its file and line, and none is applied."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph_loader.errors import CorrectionError
from graph_loader.model.suggest import did_you_mean
from graph_loader.resolve.corrections.collection import Corrections
from graph_loader.resolve.corrections.model import KINDS, Correction, Place
from graph_loader.resolve.corrections.source import MAX_SIZE, Parsed, SourceError, parse

_TYPES = {
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "string_type": "must be a text",
    "model_type": "must be a mapping, such as {name: Ada Moss}",
    "missing": "is missing",
    "too_short": "must not be empty",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "must have a letter or a digit",
}


def load_corrections(folders: Iterable[Path], shown: Iterable[str] = ()) -> Corrections:
    """Reads all `.yaml` and `.yml` files of the folders, each called as `shown` says; raises CorrectionError."""
    entries: list[Correction] = []
    problems: list[str] = []
    for folder, name in zip(folders, shown, strict=True):
        for file in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
            found, wrong = _read(file, f"{name}/{file.name}")
            entries += found
            problems += wrong
    corrections = Corrections(tuple(entries))
    # Contradictions among what is not even valid would only confuse.
    problems = problems or list(corrections.contradictions())
    if problems:
        raise CorrectionError(problems[0], "Nothing was changed.", tuple(problems))
    return corrections


def with_answer(corrections: Corrections, given: Mapping[str, object], shown: str) -> tuple[Corrections, str]:
    """Gives the corrections with one more, called as `shown` says, and its line; raises CorrectionError."""
    # JSON is YAML too, and no name can break out of it.
    line = f"- {json.dumps(given, ensure_ascii=False)}"
    try:
        more = Corrections((*corrections.entries, _entry(parse(line), 0, shown)))
    except SourceError as error:
        raise CorrectionError(error.message) from error
    for problem in more.contradictions():
        raise CorrectionError(problem.replace(f"{shown}:1: ", "").replace(f"{shown}:1", shown))
    return more, line


def _read(file: Path, shown: str) -> tuple[list[Correction], list[str]]:
    try:
        with file.open("rb") as stream:
            text = stream.read(MAX_SIZE + 1).decode("utf-8-sig")
        parsed = parse(text)
    except SourceError as error:
        return [], [f"{shown}:{error.line}: {error.message}."]
    except UnicodeDecodeError:
        return [], [f"{shown}:1: the file is no text in UTF-8."]
    except OSError as error:
        return [], [f"{shown}:1: the file cannot be read: {error.strerror}."]
    if not isinstance(parsed.data, list):
        return [], [f"{shown}:1: the file must be a list: each correction begins with a dash."]
    found: list[Correction] = []
    problems: list[str] = []
    for number in range(len(parsed.data)):
        try:
            found.append(_entry(parsed, number, shown))
        except SourceError as error:
            problems.append(
                f"{shown}:{error.line}: {error.message.removesuffix('.')}{'' if error.message.endswith('?') else '.'}"
            )
    return found, problems


def _entry(parsed: Parsed, number: int, shown: str) -> Correction:
    assert isinstance(parsed.data, list)
    entry, line = parsed.data[number], parsed.line((number,))
    if not isinstance(entry, dict) or len(entry) != 1:
        raise SourceError(f"a correction must have one key of {', '.join(KINDS)}", line)
    ((kind, given),) = entry.items()
    if kind not in KINDS:
        raise SourceError(
            f"there is no correction {kind!r}. {did_you_mean(kind, KINDS, 'It can be ' + ', '.join(KINDS))}".rstrip(
                "."
            ),
            line,
        )
    try:
        says = KINDS[kind].model_validate(given)
    except ValidationError as error:
        problem = error.errors()[0]
        raise SourceError(f"{kind}: {_sentence(problem)}", parsed.line((number, kind, *problem["loc"]))) from error
    return Correction(shown, line, kind, _checked(kind, says, line))


def _checked(kind: str, says: Any, line: int) -> Any:
    """Refuses an id of something of which the correction cannot be."""
    fits = {"owner": ("commitment",), "due": ("commitment",), "speaker": ("question", "answer", "statement")}
    if isinstance(says, Place) and says.id and kind in fits and not says.id.startswith(fits[kind]):
        raise SourceError(
            f"{kind}: has an id of another kind, {says.id!r}: it must be one of a {' or '.join(fits[kind])}", line
        )
    return says


def _sentence(problem: Any) -> str:
    place = ".".join(repr(part) for part in problem["loc"] if isinstance(part, str))
    if problem["type"] == "extra_forbidden":
        return f"there is no key {str(problem['loc'][-1])!r}"
    if problem["type"] == "value_error":
        said = str(problem["ctx"]["error"])
    else:
        said = _TYPES.get(problem["type"]) or problem["msg"].replace("Input should be", "must be")
    return f"{place} {said}".strip()
