"""How a `kg.toml` beside the minutes chooses the profile, and what the record says of the choice."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from graph_loader.store import open_store

Kg = Callable[..., Result]
OWN = 'name = "{name}"\ndescription = "Made up."\nextends = "general"\n[roles.titles]\n"Call Keeper" = ["{word}"]\n'


def chosen(kg: Kg, *args: object, **settings: Any) -> tuple[str, str]:
    """Gives the profile of the first record, and the reason."""
    result = kg("extract", *args, "--jobs", 1, **settings)
    assert result.exit_code == 0, result.stderr
    record = json.loads(result.stdout.splitlines()[0] if result.stdout.startswith('{"') else result.stdout)
    return record["profile"], record["profile_reason"]


def settle(folder: Path, profile: str) -> None:
    (folder / "kg.toml").write_text(f"profile = {json.dumps(profile)}\n", encoding="utf-8")


def test_the_option_comes_first_then_the_file_then_the_words(kg: Kg, minutes: Path) -> None:
    assert chosen(kg, minutes) == ("general", "markers: fewer than 2 of any profile")
    settle(minutes, "uk-policing")
    assert chosen(kg, minutes) == ("uk-policing", "minutes/kg.toml")
    assert chosen(kg, minutes, "--profile", "nhs-board") == ("nhs-board", "--profile")


def test_the_nearest_file_counts(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    deep = minutes / "2001"
    deep.mkdir()
    shutil.move(minutes / "000.txt", deep / "000.txt")
    settle(tmp_path, "nhs-board")
    assert chosen(kg, deep / "000.txt") == ("nhs-board", "kg.toml")
    settle(minutes, "uk-policing")
    assert chosen(kg, deep / "000.txt") == ("uk-policing", "minutes/kg.toml")
    settle(deep, "auto")
    assert chosen(kg, deep / "000.txt")[0] == "general"


def test_outside_the_working_directory_only_the_minutes_own_folder_counts(
    kg: Kg, minutes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    settle(tmp_path, "nhs-board")
    assert chosen(kg, minutes)[0] == "general"
    settle(minutes, "uk-policing")
    assert chosen(kg, minutes) == ("uk-policing", "../minutes/kg.toml")


def test_standard_input_goes_by_the_working_directory(kg: Kg, minutes: Path, tmp_path: Path) -> None:
    settle(tmp_path, "uk-policing")
    text = (minutes / "000.txt").read_text(encoding="utf-8")
    assert chosen(kg, "-", input=text) == ("uk-policing", "kg.toml")


def test_a_file_of_ones_own_is_found_from_where_the_kg_toml_is(kg: Kg, minutes: Path) -> None:
    (minutes / "beside.toml").write_text(OWN.format(name="beside", word="CK"), encoding="utf-8")
    settle(minutes, "beside.toml")
    assert chosen(kg, minutes) == ("minutes/beside.toml", "minutes/kg.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("profil = 'general'", "minutes/kg.toml: the file has no key 'profil'. Did you mean 'profile'?"),
        ("profile = 3", "minutes/kg.toml: profile must be a text in quotation marks."),
        ("profile = ''", "minutes/kg.toml: profile "),
        ("profile", "minutes/kg.toml is no valid TOML:"),
        ("profile = 'mars'", "There is no profile 'mars'."),
    ],
)
def test_what_is_wrong_with_it_is_told(kg: Kg, minutes: Path, text: str, said: str) -> None:
    (minutes / "kg.toml").write_text(text, encoding="utf-8")
    result = kg("extract", minutes / "000.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {said}")
    assert result.stderr.count("\n") == 1


def test_the_graph_says_which_profile_and_why(kg: Kg, minutes: Path) -> None:
    settle(minutes, "uk-policing")
    kg("load", minutes, "--jobs", 1)
    with open_store(Path("kg-graph"), read_only=True) as store:
        documents = store.documents()
    assert {(row["profile"], row["profile_reason"]) for row in documents} == {("uk-policing", "minutes/kg.toml")}


def test_another_choice_is_read_anew_and_the_same_is_not(kg: Kg, minutes: Path) -> None:
    def load() -> str:
        return kg("load", minutes, "--jobs", 1).stderr.splitlines()[0]

    assert load() == "Documents: added 3."
    settle(minutes, "uk-policing")
    assert load() == "Documents: replaced 3."
    assert load() == "Documents: unchanged 3."
    (minutes / "kg.toml").unlink()
    assert load() == "Documents: replaced 3."
    assert load() == "Documents: unchanged 3."


def test_an_edited_profile_is_read_anew(kg: Kg, minutes: Path, start: Callable[..., Any]) -> None:
    def load() -> str:
        # A process of its own: profiles are read once in each.
        said: str = start("load", "minutes", "--jobs", 1).communicate(timeout=120)[1]
        return said.splitlines()[0]

    own = minutes / "edited.toml"
    own.write_text(OWN.format(name="edited", word="CK"), encoding="utf-8")
    settle(minutes, "edited.toml")
    assert load() == "Documents: added 3."
    assert load() == "Documents: unchanged 3."
    own.write_text(OWN.format(name="edited", word="CKR"), encoding="utf-8")
    assert load() == "Documents: replaced 3."
    own.write_text("name = 3", encoding="utf-8")
    assert load() == "Documents: failed 3."
