"""Finds what users settle for their minutes in a `kg.toml` beside them, and the profile that is chosen so."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph_loader.annotate.profile_problems import problems_of
from graph_loader.cli.sources import AUTO, Source, stored_path
from graph_loader.errors import KgError

if TYPE_CHECKING:
    from graph_loader.annotate.choose import Choice

FILE = "kg.toml"


class Settings(BaseModel):
    """Is what one `kg.toml` says; an unknown key is an error, so that a misspelt one is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    profile: str | None = Field(default=None, min_length=1)
    """The profile of the minutes beside it: a name, or a .toml file with its path from the folder of `kg.toml`."""


def settled_choice(source: Source, profile: str) -> "Choice | None":
    """Gives the profile that the user chose, by option or `kg.toml`; None leaves the choice to the document's words.

    Of several `kg.toml` the nearest counts: beside the minutes, then up to the working directory. Raises KgError for
    one that is not valid.
    """
    from graph_loader.annotate.choose import Choice

    if profile != AUTO:
        return Choice(profile, "--profile")
    file = settings_file(source.path.absolute().parent if source.path else Path.cwd())
    chosen = load_settings(file).profile if file else None
    if file is None or chosen in (None, AUTO):
        return None
    name = stored_path(file.parent / chosen, Path()) if chosen.endswith(".toml") else chosen
    return Choice(name, stored_path(file, Path()))


def settings_file(folder: Path) -> Path | None:
    """Gives the nearest `kg.toml`: in the folder or, when that lies in the working directory, in one between them."""
    return next((up / FILE for up in folders_up(folder) if (up / FILE).is_file()), None)


def folders_up(folder: Path) -> list[Path]:
    """Gives a folder and, when it lies in the working directory, those between them, the nearest first."""
    here = Path.cwd()
    return [folder, *(up for up in folder.parents if up.is_relative_to(here) and folder.is_relative_to(here))]


def load_settings(file: Path) -> Settings:
    """Reads one `kg.toml`; raises KgError that names the key that is wrong."""
    shown = stored_path(file, Path())
    try:
        return Settings.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KgError(f"{shown} is no valid TOML: {error}.", "Mend that place.") from error
    except OSError as error:
        raise KgError(f"{shown} cannot be read: {error.strerror}.", "Check its permissions.") from error
    except ValidationError as error:
        raise KgError(f"{shown}: {problems_of(error, Settings)[0]}") from error
