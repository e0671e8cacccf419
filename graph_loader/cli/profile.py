"""Is `kg profile`: lists and shows profiles, and checks a user's own."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from graph_loader.cli.failures import tell_error
from graph_loader.cli.options import format_option
from graph_loader.cli.output import Style, write_rows
from graph_loader.errors import ProfileError

if TYPE_CHECKING:
    from graph_loader.annotate.profile import Profile

_WIDTH = 100


@click.group("profile", epilog="Example: kg profile check harbour.toml")
def command() -> None:
    """List, show and check profiles.

    A profile holds the words by which one sort of public body differs from another.
    """


@command.command("list", epilog="Example: kg profile list")
@format_option
def list_profiles(style: Style) -> None:
    """List the profiles that come with kg."""
    from graph_loader.annotate.profile import load_profile, profile_names

    profiles = [load_profile(name) for name in profile_names()]
    rows = [{"name": profile.name, "description": profile.description} for profile in profiles]
    write_rows(["name", "description"], rows, style)


@command.command("show", epilog="Example: kg profile show uk-policing")
@click.argument("name", metavar="NAME|FILE")
def show_profile(name: str) -> None:
    """Print all that a profile holds, as TOML.

    What it inherits is there too, after its own words.
    """
    from graph_loader.annotate.profile import load_profile

    plain = load_profile(name).model_dump(exclude={"extends"}, exclude_none=True)
    click.echo("\n".join(_toml(plain)).lstrip("\n"))


@command.command("check", epilog="Example: kg profile check harbour.toml")
@click.argument("file")
def check_profile(file: str) -> int:
    """Check a profile of your own.

    FILE is a .toml file. All that is wrong with it is told, with the table and the key.
    """
    from graph_loader.annotate.profile import load_profile

    try:
        profile = load_profile(file)
    except ProfileError as error:
        for problem in error.problems or (str(error),):
            tell_error(problem)
        return 1
    click.echo(f"{file} is valid. {_summary(profile)}")
    return 0


def _summary(profile: "Profile") -> str:
    """Says what a profile adds to the one that it extends."""
    from graph_loader.annotate.profile import load_profile
    from graph_loader.annotate.profile_section import Section

    base = load_profile(profile.extends) if profile.extends else None
    added = []
    for table, section in profile:
        if isinstance(section, Section):
            for key, value in section:
                before = getattr(getattr(base, table), key) if base else type(value)()
                more = _size(value) - _size(before)
                added += [f"{table}.{key} {more}"] if more else []
    more = len(profile.successions) - len(base.successions if base else ())
    added += [f"successions {more}"] if more else []
    words = f"adds {', '.join(added)}" if added else "adds nothing"
    return f"It extends {profile.extends} and {words}." if profile.extends else f"It extends none and {words}."


def _size(value: Any) -> int:
    """Counts the texts of a value."""
    if isinstance(value, dict):
        return sum(1 + _size(inner) for inner in value.values())
    return sum(map(_size, value)) if isinstance(value, list | tuple) else int(isinstance(value, str))


def _toml(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yields the lines of a table in TOML, its plain values first; JSON's texts and lists are TOML's too."""
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{_value(key) if path[1:] else key} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield f"\n[{'.'.join(map(_key, (*path, key)))}]"
            yield from _toml(value, (*path, key))


def _key(key: str) -> str:
    """Writes the name of a table, in quotation marks where TOML needs them."""
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else json.dumps(key)


def _value(value: Any) -> str:
    """Writes a text, a number or a list of texts, a long list on several lines."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, list | tuple) or len(line) <= _WIDTH:
        return line
    lines = [" "]
    for text in map(_value, value):
        if len(lines[-1]) + len(text) + 2 > _WIDTH:
            lines.append(" ")
        lines[-1] += f" {text},"
    return "\n".join(["[", *lines, "]"])
