"""How profiles are listed, shown and checked on the command line."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from graph_loader.annotate.profile import Profile, load_profile, profile_names

Kg = Callable[..., Result]
OWN = """\
name = "harbour"
description = "Harbours."
extends = "general"

[roles.titles]
"Harbour Master" = ["HM"]
"""


def test_the_packaged_profiles_are_listed_with_a_sentence(kg: Kg) -> None:
    rows = json.loads(kg("profile", "list", "--format", "json").stdout)
    assert [row["name"] for row in rows] == profile_names()
    assert "Police and crime commissioners" in kg("profile", "list").stdout


@pytest.mark.parametrize("name", profile_names())
def test_what_is_shown_is_the_whole_profile(kg: Kg, name: str) -> None:
    result = kg("profile", "show", name)
    assert result.exit_code == 0
    shown = Profile.model_validate(tomllib.loads(result.stdout))
    assert shown == load_profile(name).model_copy(update={"extends": None})
    assert max(map(len, result.stdout.splitlines())) < 300


def test_an_unknown_one_is_not_shown(kg: Kg) -> None:
    result = kg("profile", "show", "uk-polcing")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: There is no profile 'uk-polcing'. Did you mean 'uk-policing'?\n"


def test_a_valid_profile_is_summed_up(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "valid.toml").write_text(OWN, encoding="utf-8")
    result = kg("profile", "check", "valid.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "valid.toml is valid. It extends general and adds roles.titles 2.\n"


def test_a_profile_that_extends_none_is_summed_up(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "alone.toml").write_text(OWN.replace('extends = "general"', ""), encoding="utf-8")
    assert kg("profile", "check", "alone.toml").stdout.endswith("It extends none and adds roles.titles 2.\n")


def test_each_thing_that_is_wrong_is_a_line(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(OWN + "\n[roles]\nhed = []\n[spech]\n".replace("[roles]\n", "[names]\n"))
    result = kg("profile", "check", "wrong.toml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Error: wrong.toml: [names] has no key 'hed'. It can be "
        + ", ".join(type(load_profile("general").names).model_fields)
        + ".",
        "Error: wrong.toml: the file has no key 'spech'. Did you mean 'speech'?",
    ]


def test_one_that_is_not_there_is_told(kg: Kg) -> None:
    result = kg("profile", "check", "nowhere.toml")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: nowhere.toml cannot be read: No such file or directory.")


@pytest.mark.parametrize("command", ["extract", "lint"])
def test_an_unknown_one_is_wrong_usage(kg: Kg, minutes: Path, command: str) -> None:
    result = kg(command, minutes, "--profile", "mars")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "There is no profile 'mars'." in result.stderr


def test_a_wrong_profile_is_told_once_for_all_documents(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("name = ", encoding="utf-8")
    result = kg("extract", minutes, "--profile", "broken.toml")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("Error: broken.toml is no valid TOML")
