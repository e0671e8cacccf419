"""Loads profiles: the word lists and kinds of names in which one sort of public body differs from another."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph_loader.errors import ProfileError

FOLDER = Path(__file__).resolve().parent.parent / "profiles"


class Section(BaseModel):
    """Is one table of a profile; an unknown key is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Roles(Section):
    """Says which posts there are, how they are abbreviated and who holds whom to account."""

    titles: dict[str, list[str]] = Field(default_factory=dict)
    """Full title of a post → its abbreviations."""
    ranks: dict[str, list[str]] = Field(default_factory=dict)
    """Rank or title that stands before a name → its short forms: Inspector → Insp."""
    honorifics: list[str] = Field(default_factory=list)
    """Words before a name that are no part of it: Mr, Dr, Cllr."""
    acting: list[str] = Field(default_factory=list)
    """Words and prefixes that make a post temporary: Acting, Temporary, Interim, T/, A/."""
    collective: list[str] = Field(default_factory=list)
    """Speakers who are a group with no names: Members, the Panel."""


class Organisations(Section):
    """Says which organisations the sector shares and what `the force` or `the Trust` stands for."""

    known: dict[str, list[str]] = Field(default_factory=dict)
    """Name → abbreviations and other names; sector-wide bodies only."""
    stand_ins: list[str] = Field(default_factory=list)
    """Common nouns for the body held to account: force, Trust, Council."""
    stand_in_suffixes: list[str] = Field(default_factory=list)
    """Endings that make a place-name the name of such a body: Police, Constabulary."""
    posts: dict[str, list[str]] = Field(default_factory=dict)
    """Organisation, or `@stand_in` for the body held to account → titles of the posts that belong to it."""


class Names(Section):
    """Says by which head nouns names of bodies and programmes are known, and which words never are names."""

    board_heads: list[str] = Field(default_factory=list)
    organisation_heads: list[str] = Field(default_factory=list)
    team_heads: list[str] = Field(default_factory=list)
    programme_heads: list[str] = Field(default_factory=list)
    programme_prefixes: list[str] = Field(default_factory=list)
    """Words that begin a programme's name: Op, Operation, Project."""
    generic: list[str] = Field(default_factory=list)
    """Words and phrases that look like names and are none: Action Log, Chief Constable."""
    known_bodies: dict[str, list[str]] = Field(default_factory=dict)
    """Kinds of bodies the sector shares, without a head noun of their own → `organisation`, `board` or `team`."""
    known_programmes: dict[str, list[str]] = Field(default_factory=dict)
    """Programmes of the whole sector → their short forms."""


class Minutes(Section):
    """Says how the head of the minutes, the attendance and the agenda are labelled."""

    labels: dict[str, list[str]] = Field(default_factory=dict)
    """Field (date, time, venue, chair, minutes_by, present, apologies, in_attendance …) → printed labels."""
    no_items: list[str] = Field(default_factory=list)
    """Headings that are labels, not agenda items: Findings, Actions arising, Attendance."""
    standing_items: list[str] = Field(default_factory=list)
    """Agenda items of every meeting that are no issue: AOB, Apologies, Date of next meeting."""
    nothing: list[str] = Field(default_factory=list)
    """Texts that say that there is nothing: None, N/A, There were none."""


class Speech(Section):
    """Says by which words minutes report questions, answers and remarks."""

    acts: dict[str, list[str]] = Field(default_factory=dict)
    """Act (asked, queried, sought_reassurance …, responded, stated …) → lemmas and phrases that report it."""
    pronouns: list[str] = Field(default_factory=list)


class Commitments(Section):
    """Says by which labels and modal words actions, promises and next steps are known."""

    action_labels: list[str] = Field(default_factory=list)
    action_decoys: list[str] = Field(default_factory=list)
    next_step_labels: list[str] = Field(default_factory=list)
    firm: list[str] = Field(default_factory=list)
    intended: list[str] = Field(default_factory=list)
    hoped: list[str] = Field(default_factory=list)
    standing: list[str] = Field(default_factory=list)
    """Words that make a future sentence a duty, an effect or an opinion instead of a promise."""


class Profile(Section):
    """Is one whole profile; `extends` names another whose lists it adds to."""

    name: str
    description: str
    extends: str | None = None
    roles: Roles = Roles()
    organisations: Organisations = Organisations()
    names: Names = Names()
    minutes: Minutes = Minutes()
    speech: Speech = Speech()
    commitments: Commitments = Commitments()


@cache
def load_profile(name: str) -> Profile:
    """Loads a packaged profile by its name, or a user's own by the path of its TOML file; raises ProfileError."""
    path = Path(name) if name.endswith(".toml") else FOLDER / f"{name}.toml"
    try:
        return Profile.model_validate(_with_base(path))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ProfileError(f"{path.name}: {place}: {first['msg']}.", "Compare it with a packaged profile.") from error


def profile_names() -> list[str]:
    """Lists the packaged profiles."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def _with_base(path: Path) -> dict[str, Any]:
    try:
        own = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        known = ", ".join(profile_names())
        raise ProfileError(f"There is no profile {path.stem!r}.", f"Use one of {known}, or a .toml file.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path.name} is no valid TOML: {error}.", "Mend that line.") from error
    base = own.get("extends")
    return _merge(_with_base(FOLDER / f"{base}.toml"), own) if base else own


def _merge(base: Any, own: Any) -> Any:
    """Adds the own lists and tables to the base's; a plain value of the own replaces the base's."""
    if isinstance(base, dict) and isinstance(own, dict):
        return base | {key: _merge(base[key], value) if key in base else value for key, value in own.items()}
    if isinstance(base, list) and isinstance(own, list):
        return [*own, *(entry for entry in base if entry not in own)]
    return own
