"""Packaged profiles are sound, and what is wrong with a user's own is told with its place."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.annotate.profile import FOLDER, load_profile, profile_digest, profile_names
from graph_loader.errors import ProfileError
from graph_loader.extract import extract_record
from graph_loader.read import read_bytes

HEAD = 'name = "harbour"\ndescription = "Harbours."\n'


def problems(folder: Path, text: str) -> list[str]:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        load_profile(str(path))
    return [problem.removeprefix(f"{path}: ") for problem in raised.value.problems or (str(raised.value),)]


def test_the_packaged_profiles_are_there() -> None:
    assert {"general", "nhs-board", "uk-fire", "uk-local-government", "uk-policing"} <= set(profile_names())


@pytest.mark.parametrize("name", profile_names())
def test_a_packaged_profile_is_sound(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert profile.description.endswith(".")
    assert bool(profile.markers) == (name != "general")
    record = extract_record(read_bytes(b"Marle Board\n\nAda Moss asked why.", "minutes.txt"), Choice(name, "test"))
    assert (record.profile, record.profile_reason, record.profile_digest) == (name, "test", profile_digest(name))


def test_no_short_form_means_two_posts_or_bodies() -> None:
    for name in profile_names():
        profile = load_profile(name)
        for table in (profile.roles.titles, profile.organisations.known, profile.names.known_programmes):
            short = [form for forms in table.values() for form in set(forms)]
            assert sorted(form for form in short if short.count(form) > 1 or form in table) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "[roles]\nhonorific = []", "[roles] has no key 'honorific'. Did you mean 'honorifics'?"),
        (HEAD + "[rolls]\nheads = []", "the file has no key 'rolls'. Did you mean 'roles'?"),
        (
            HEAD + "[speech.question]\nasked = []",
            "[speech] has no key 'question'. Did you mean 'question_nouns' or 'questions'?",
        ),
        (HEAD + "[minutes.labels]\npresnt = []", "[minutes.labels] has no key 'presnt'. Did you mean 'present'?"),
        (HEAD + "[minutes.columns]\nwho = []", "It can be name, role, organisation, initials."),
        (HEAD + "[names.known_bodies]\nteams = []", "[names.known_bodies] has no key 'teams'. Did you mean 'team'?"),
        (HEAD + '[roles]\nheads = "Pilot"', "[roles] heads must be a list of texts"),
        (HEAD + "[roles]\nheads = [1]", "[roles] heads must be a text in quotation marks."),
        (HEAD + "roles = 1", "roles must be a table."),
        (HEAD + '[roles.renamed]\nPilot = ["2020-01-01"]', "[roles.renamed] Pilot must be a list of two texts."),
        (HEAD + "[minutes]\nfiscal_year_month = 13", "fiscal_year_month must be less than or equal to 12."),
        (HEAD + '[roles]\nheads = [""]', "[roles] heads holds '': a text is not empty"),
        (HEAD + '[roles.titles]\n"Pilot " = []', "[roles] titles holds 'Pilot ': a text is not empty"),
        (HEAD + '[organisations.posts]\n"@standin" = []', "holds '@standin': only '@stand_in' begins so."),
        ('description = "Harbours."', "name is missing."),
        (HEAD + 'extends = "generl"', "extends 'generl', which is no packaged profile. Did you mean 'general'?"),
        (HEAD + "extends = [1]", "extends [1], which is no packaged profile."),
        ('name = "general"\ndescription = "Mine."', "name is 'general', which is a packaged profile"),
        (HEAD + "[roles\n", "is no valid TOML: Expected ']'"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert said in problem


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    told = problems(tmp_path, HEAD + "marker = []\n[roles]\nhead = []\nranks = []")
    assert [problem.split()[0] for problem in told] == ["[roles]", "[roles]", "the"]


def test_a_wrong_base_and_name_hide_nothing_else(tmp_path: Path) -> None:
    told = problems(tmp_path, 'name = "general"\ndescription = "Mine."\nextends = "generl"\n[roles]\nhead = []')
    assert [problem.split()[0] for problem in told] == ["extends", "name", "[roles]"]


@pytest.mark.parametrize("name", profile_names())
def test_no_packaged_profile_says_a_word_twice(name: str) -> None:
    own = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    base = own.get("extends")
    inherited = dict(lists(load_profile(base).model_dump())) if base else {}
    for key, words in lists(own):
        assert len(set(words)) == len(words), key
        assert not set(words) & set(inherited.get(key, ())), key


def lists(table: dict[str, Any], keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yields every list of texts, with the keys that lead to it."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, (*keys, key))
        elif isinstance(value, list) and key != "markers":
            yield (*keys, key), [str(entry) for entry in value]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("generl", "There is no profile 'generl'. Did you mean 'general'?"),
        ("../profiles/general", "There is no profile '../profiles/general'."),
        ("nowhere.toml", "nowhere.toml cannot be read: No such file or directory."),
    ],
)
def test_a_profile_that_is_not_there_is_told(name: str, said: str) -> None:
    with pytest.raises(ProfileError) as raised:
        load_profile(name)
    assert str(raised.value).startswith(said)


def test_a_short_form_means_what_the_own_profile_says(tmp_path: Path) -> None:
    own = tmp_path / "given.toml"
    own.write_text(HEAD + 'extends = "general"\n[roles.titles]\n"Chief Ferry Officer" = ["CFO"]')
    titles = load_profile(str(own)).roles.titles
    assert (titles["Chief Ferry Officer"], titles["Chief Finance Officer"]) == (["CFO"], [])
    assert load_profile("general").roles.titles["Chief Finance Officer"] == ["CFO"]


def test_an_own_profile_adds_to_the_one_that_it_extends(tmp_path: Path) -> None:
    own = tmp_path / "added.toml"
    own.write_text(HEAD + 'extends = "general"\n[roles]\nheads = ["Pilot"]\n[roles.titles]\nPilot = ["P"]')
    profile, base = load_profile(str(own)), load_profile("general")
    assert profile.roles.heads == ["Pilot", *base.roles.heads]
    assert profile.roles.titles == {**base.roles.titles, "Pilot": ["P"]}
    assert profile.speech == base.speech
    assert profile_digest(str(own)) != profile_digest("general")
