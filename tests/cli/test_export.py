"""What `kg export` writes: every format in one go, without those whose names are not to be shown."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph_loader.cli.export import command
from graph_loader.cli.main import main

Kg = Callable[..., Result]
MINUTES = """\
Oversight Meeting – May {year}

Date: 22 May {year}

Chair: Zoë Hill

Attendance: Zoë Hill (ZH) – Commissioner, Odile Marchbanks (OM) – Policy Officer, Kit Varrow – Policy Officer

1. Call waiting

Zoë Hill asked Odile Marchbanks why callers waited {number} minutes. OM said that staff were new and that Ms Marchbanks
and Kit Varrow would write to odile.marchbanks@example.org. Zoë Hill asked how many had given up. OM said nine.

ACTION: Odile Marchbanks to report on call waiting by July {year}.

ACTION: Kit Varrow to count the callers who gave up.
"""
FILES = {"json": "x.json", "links": "x.links", "graphml": "x.graphml", "gexf": "x.gexf", "rdf": "x.nq"}
FILES |= {"xlsx": "x.xlsx", "ical": "x.ics"}
FOLDERS = {"csv": "tables", "vault": "vault", "neo4j-import": "import"}
FORMATS = [*FILES, *FOLDERS]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives the graph of two documents in which one name is suppressed."""
    folder = tmp_path_factory.mktemp("exports")
    for year in (2018, 2019):
        (folder / f"{year}.txt").write_text(MINUTES.format(year=year, number=year - 2010), encoding="utf-8")
    (folder / "corrections").mkdir()
    (folder / "corrections" / "names.yaml").write_text("- suppress: Kit Varrow\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["load", str(folder), "--graph", str(folder / "kg-graph"), "--jobs", "1"])
    assert result.exit_code == 0, result.stderr
    return folder / "kg-graph"


def exported(kg: Kg, graph: Path, kind: str, folder: Path, *options: str) -> dict[str, str]:
    """Runs one export and gives the text of every file that it writes, with that of the parts of packed ones."""
    folder.mkdir()
    where = ["-o", folder / FILES[kind]] if kind in FILES else [folder / FOLDERS[kind]]
    result = kg("export", kind, *where, "--graph", graph, *options)
    assert result.exit_code == 0, result.stderr
    # What is to be run on the files is all that an export may say where it writes them.
    assert not result.stdout or kind == "neo4j-import"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    texts = {name: data.decode(errors="replace") for name, data in files.items()}
    for name, data in files.items():
        if data.startswith(b"PK"):
            with zipfile.ZipFile(BytesIO(data)) as packed:
                texts[name] = "".join(packed.read(part).decode() for part in packed.namelist())
    # A calendar folds its lines anywhere.
    return {name: text.replace("\r\n ", "") for name, text in texts.items()}


def test_every_export_is_tested_here() -> None:
    assert {"json", "links", "graphml", "gexf", "csv", "xlsx", "vault", "ical"} <= set(FORMATS)
    assert set(command.commands) - set(FORMATS) == set()


def test_the_docs_name_every_export() -> None:
    docs = Path(__file__).parents[2].joinpath("docs", "exports.md").read_text(encoding="utf-8")
    assert [kind for kind in FORMATS if f"kg export {kind}" not in docs] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_a_suppressed_name_is_in_no_export(kg: Kg, loaded: Path, tmp_path: Path, kind: str) -> None:
    texts = exported(kg, loaded, kind, tmp_path / "out")
    told = "".join(name + text for name, text in texts.items())
    assert "Odile Marchbanks" in told
    assert "varrow" not in told.casefold()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_pseudonymised_name_is_in_no_export(kg: Kg, loaded: Path, tmp_path: Path, kind: str) -> None:
    texts = exported(kg, loaded, kind, tmp_path / "out", "--pseudonymise", "staff,third-party", "--salt", "pepper")
    told = "".join(name + text for name, text in texts.items())
    assert "Staff " in told
    for name in ("marchbanks", "odile", "varrow"):
        assert name not in told.casefold()
    assert "OM said" not in told
    assert ("Zoë Hill" in told) or kind == "ical"


@pytest.mark.parametrize("kind", FORMATS)
def test_equal_graphs_give_equal_bytes(kg: Kg, loaded: Path, tmp_path: Path, kind: str) -> None:
    options = ["--pseudonymise", "staff", "--salt", "pepper"]
    for more in ([], options):
        first, second = (exported(kg, loaded, kind, tmp_path / f"{name}{len(more)}", *more) for name in "ab")
        assert first == second


@pytest.mark.parametrize("kind", FILES)
def test_what_cannot_be_written_is_told_in_one_line(kg: Kg, loaded: Path, kind: str) -> None:
    result = kg("export", kind, "-o", f"no/{FILES[kind]}", "--graph", loaded)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: no/") and result.stderr.count("\n") == 1


def test_a_dataset_without_names_can_be_loaded(kg: Kg, loaded: Path, tmp_path: Path) -> None:
    options = ("--pseudonymise", "staff", "--salt", "pepper")
    exported(kg, loaded, "rdf", tmp_path / "out", *options)
    assert kg("load", tmp_path / "out" / "x.nq", "--graph", "again").exit_code == 0
    dumped = kg("export", "json", "--graph", loaded, *options).stdout
    assert kg("export", "json", "--graph", "again").stdout == dumped


def test_minutes_are_loaded_beside_a_dataset(kg: Kg, tmp_path: Path) -> None:
    for year in (2018, 2019):
        (tmp_path / f"{year}.txt").write_text(MINUTES.format(year=year, number=year - 2010), encoding="utf-8")
    first, second = tmp_path / "2018.txt", tmp_path / "2019.txt"
    kg("load", first, "--graph", "one", "--jobs", 1)
    kg("export", "rdf", "--graph", "one", "-o", "one.nq")
    kg("load", "one.nq", "--graph", "both")
    kg("load", second, "--graph", "both", "--jobs", 1)
    kg("load", first, second, "--graph", "all", "--jobs", 1)
    dumped = kg("export", "json", "--graph", "all").stdout
    assert '"RECURS_AS"' in dumped or '"CONCERNS"' in dumped
    assert kg("export", "json", "--graph", "both").stdout == dumped


def test_a_class_that_is_none_is_told(kg: Kg, loaded: Path) -> None:
    result = kg("export", "json", "--pseudonymise", "staff,cats", "--graph", loaded)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: 'cats' is no privacy class. Write one or more of staff,third-party")


@pytest.mark.parametrize("given", ["", " , "])
def test_no_class_at_all_is_told_rather_than_all_names(kg: Kg, loaded: Path, given: str) -> None:
    result = kg("export", "json", "--pseudonymise", given, "--graph", loaded)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: --pseudonymise names no privacy class.")


def test_without_a_salt_pseudonyms_are_new_each_time(kg: Kg, loaded: Path) -> None:
    first, second = (kg("export", "json", "--pseudonymise", "staff", "--graph", loaded).stdout for _ in "ab")
    assert first != second


# The ending of a file says which form RDF is to take.
@pytest.mark.parametrize("kind", sorted(FILES.keys() - {"rdf"}))
def test_without_a_file_all_goes_to_standard_output(kg: Kg, loaded: Path, tmp_path: Path, kind: str) -> None:
    kg("export", kind, "-o", tmp_path / "file", "--graph", loaded)
    assert kg("export", kind, "--graph", loaded).stdout_bytes == (tmp_path / "file").read_bytes()


@pytest.mark.parametrize(
    ("where", "made"),
    [("a.v1/", "a.v1/graph.ttl"), ("plain", "plain/graph.ttl"), ("b.TTL", "b.TTL"), ("there.v2", "there.v2/graph.ttl")],
)
def test_an_ending_tells_a_file_from_a_folder(kg: Kg, loaded: Path, tmp_path: Path, where: str, made: str) -> None:
    (tmp_path / "there.v2").mkdir()
    result = kg("export", "rdf", "--graph", loaded, "-o", f"{tmp_path}/{where}")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / made).read_bytes().startswith(b"@prefix")


def test_an_ending_in_capitals_is_the_same_ending(kg: Kg, loaded: Path, tmp_path: Path) -> None:
    kg("export", "rdf", "--graph", loaded, "-o", tmp_path / "x.NQ")
    assert kg("sparql", "ASK { ?q a kg:Question }", "--file", tmp_path / "x.NQ", "--format", "csv").stdout == (
        "answer\nyes\n"
    )
    assert kg("load", tmp_path / "x.NQ", "--graph", tmp_path / "again").exit_code == 0


def test_an_ending_that_tells_no_format_is_told(kg: Kg, loaded: Path) -> None:
    result = kg("export", "rdf", "--graph", loaded, "-o", "x.v3")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: x.v3 does not tell a format.")


@pytest.mark.parametrize("given", [("--base", "https://[/"), ("--base", "minutes/"), ("--licence", "urn:x:%zz")])
def test_what_is_no_iri_is_refused(kg: Kg, minutes: Path, given: tuple[str, str]) -> None:
    kg("load", minutes, "--jobs", 1)
    result = kg("export", "rdf", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Error: {given[1]!r} is no ")


def test_the_lines_for_a_bulk_import_say_what_they_replace(kg: Kg, loaded: Path, tmp_path: Path) -> None:
    result = kg("export", "neo4j-import", tmp_path / "import", "--graph", loaded)
    line, after = result.stdout.splitlines()
    assert line.startswith("neo4j-admin database import full neo4j ")
    assert after == "cypher-shell --file after-import.cypher"
    assert "all that its database neo4j holds is replaced" in result.stderr
