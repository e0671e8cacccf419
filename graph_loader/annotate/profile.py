"""Loads profiles: the word lists and kinds of names in which one sort of public body differs from another."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, cast

from pydantic import Field, ValidationError

from graph_loader.annotate.profile_acts import Commitments, Speech, TopicWords
from graph_loader.annotate.profile_problems import problems_of
from graph_loader.annotate.profile_section import Section
from graph_loader.annotate.profile_structure import Minutes, Names, Organisations, Roles
from graph_loader.errors import ProfileError, UnknownProfileError
from graph_loader.model.suggest import did_you_mean

FOLDER = Path(__file__).resolve().parent.parent / "profiles"

_SHORT_FORMS = (("roles", "titles"), ("roles", "ranks"), ("organisations", "known"), ("names", "known_programmes"))
"""The tables of names with their short forms, each of which means one thing only."""

Day = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]


class Profile(Section):
    """Is one whole profile; `extends` names another whose lists it adds to."""

    name: str
    description: str
    extends: str | None = None
    markers: list[str] = Field(default_factory=list)
    """Words by which a document shows that this profile fits it; not inherited."""
    roles: Roles = Roles()
    organisations: Organisations = Organisations()
    names: Names = Names()
    minutes: Minutes = Minutes()
    speech: Speech = Speech()
    commitments: Commitments = Commitments()
    topics: TopicWords = TopicWords()
    successions: dict[str, dict[str, Day]] = Field(default_factory=dict)
    """Name of a body or programme of the whole sector → who or what followed it → since when."""


@cache
def load_profile(name: str) -> Profile:
    """Loads a packaged profile by its name, or a user's own by the path of its TOML file; raises ProfileError."""
    if not name.endswith(".toml"):
        return Profile.model_validate(_packaged(name))
    own = _read(name)
    problems = [*_wrong_base(own), *_wrong_name(own, name)]
    try:
        # What the base would add is left out where there is none, so that all else that is wrong is told as well.
        profile = Profile.model_validate(_with_base(own | {"extends": None} if _wrong_base(own) else own))
    except ValidationError as error:
        raise _invalid(name, (*problems, *problems_of(error, Profile))) from error
    if problems:
        raise _invalid(name, tuple(problems))
    return profile


def profile_names() -> list[str]:
    """Lists the packaged profiles."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def profile_digest(name: str) -> str:
    """Hashes all that a profile holds, with what it inherits: equal means that it reads a document alike."""
    return hashlib.sha256(load_profile(name).model_dump_json().encode()).hexdigest()[:16]


@cache
def given_names() -> frozenset[str]:
    """Gives common given names, case-folded: what helps to tell `Jo Hale` from a place or a programme."""
    return frozenset(name.rstrip("*") for name in _given_name_entries())


@cache
def word_like_given_names() -> frozenset[str]:
    """Gives those of the given names that are words as well: Grace, Mark."""
    return frozenset(name.rstrip("*") for name in _given_name_entries() if name.endswith("*"))


def _given_name_entries() -> list[str]:
    return (FOLDER / "given_names.txt").read_text(encoding="utf-8").split()


def _packaged(name: str) -> dict[str, Any]:
    known = profile_names()
    if name not in known:
        otherwise = f"Use one of {', '.join(known)}, or a .toml file."
        raise UnknownProfileError(f"There is no profile {name!r}.", did_you_mean(name, known, otherwise))
    return _with_base(_read(str(FOLDER / f"{name}.toml")))


def _read(path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path} is no valid TOML: {error}.", "Mend that place.") from error
    except OSError as error:
        hint = "`kg profile list` names those that are packaged; a file of your own ends in .toml."
        raise ProfileError(f"{path} cannot be read: {error.strerror}.", hint) from error


def _wrong_base(own: dict[str, Any]) -> tuple[str, ...]:
    base, known = own.get("extends"), profile_names()
    if base is None or base in known:
        return ()
    hint = did_you_mean(str(base), known, f"It can be one of {', '.join(known)}.")
    return (f"extends {base!r}, which is no packaged profile. {hint}",)


def _wrong_name(own: dict[str, Any], path: str) -> tuple[str, ...]:
    name = own.get("name")
    if name not in profile_names() or Path(path).resolve().parent == FOLDER:
        return ()
    return (f"name is {name!r}, which is a packaged profile: choose another.",)


def _with_base(own: dict[str, Any]) -> dict[str, Any]:
    """Adds what a profile inherits."""
    if own.get("extends") is None:
        return own
    inherited = _packaged(own["extends"])
    inherited.pop("markers", None)
    _give_up_forms(inherited, own)
    return cast(dict[str, Any], _merge(inherited, own))


def _give_up_forms(inherited: dict[str, Any], own: dict[str, Any]) -> None:
    """Takes from what is inherited the short forms by which the own profile means something else."""
    for path in _SHORT_FORMS:
        theirs, ours = _table_at(inherited, path), _table_at(own, path)
        for name, forms in theirs.items():
            taken = [form for other, mine in ours.items() if other != name and isinstance(mine, list) for form in mine]
            theirs[name] = [form for form in forms if form not in taken]


def _table_at(profile: dict[str, Any], path: tuple[str, str]) -> dict[str, Any]:
    """Gives a table of a profile that may not be sound: an empty one, where there is none."""
    table: Any = profile
    for key in path:
        table = table.get(key, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else {}


def _invalid(path: str, problems: tuple[str, ...]) -> ProfileError:
    more = f"`kg profile check` tells {len(problems) - 1} more." if len(problems) > 1 else ""
    return ProfileError(f"{path}: {problems[0]}", more, tuple(f"{path}: {problem}" for problem in problems))


def _merge(base: Any, own: Any) -> Any:
    """Adds the own lists and tables to the base's; a plain value of the own replaces the base's."""
    if isinstance(base, dict) and isinstance(own, dict):
        return base | {key: _merge(base[key], value) if key in base else value for key, value in own.items()}
    if isinstance(base, list) and isinstance(own, list):
        return [*own, *(entry for entry in base if entry not in own)]
    return own
