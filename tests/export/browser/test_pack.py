"""What the pack for Neo4j Browser holds: saved queries, a guide in two forms, a style; and what the engine says."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph_loader.errors import KgError
from graph_loader.export.browser import make_pack, write_pack
from graph_loader.export.browser.examples import example_value, open_values, set_value
from graph_loader.export.browser.guide import Material, slides
from graph_loader.export.browser.own_values import OwnValues
from graph_loader.export.browser.style import grass
from graph_loader.model.schema import load_schema
from graph_loader.query.catalogue import TOPICS, Parameter, Query, load_catalogue, load_pictures
from graph_loader.store import Store

MATERIAL = Material(load_catalogue(), load_pictures(), load_schema())
SLIDES = slides(MATERIAL)
QUERIES = list(MATERIAL)
# What Neo4j Browser takes out of a page that it fetched.
STRIPPED = (
    r"""(\s+(on[^\s=]+)[^\s=]*\s*=\s*("[^"]*"|'[^']*'|[\w\-.:]+\s*))""",
    r"<script\b",
    r"""href=["'].*javascript:""",
)


@pytest.fixture(scope="module")
def pack() -> dict[str, str]:
    return {path: content.decode() for path, content in make_pack().items() if not path.endswith(".zip")}


@pytest.fixture(scope="module")
def saved(pack: dict[str, str]) -> dict[str, str]:
    return {path.removeprefix("favourites/"): text for path, text in pack.items() if path.startswith("favourites/")}


def statement(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip()


def test_every_query_is_saved_in_the_folder_of_its_topic(saved: dict[str, str]) -> None:
    assert {statement(text) for text in saved.values()} >= {query.statement for query in QUERIES}
    assert {path.split("/")[0] for path in saved} == {"Start here", "Values", *TOPICS.values()}
    asked = saved["Who asked what/who-asked-whom.cypher"]
    assert asked.startswith("// Who asked whom what\n")
    assert '//   :param asked_by => ["Imelda Farrant"]  Who asks.\n' in asked
    assert saved["Who asked what/who-asks-whom-drawn.cypher"].startswith("// Who asks whom (drawn)\n")


def test_every_saved_query_has_a_title_of_its_own(saved: dict[str, str]) -> None:
    titles = [text.splitlines()[0] for text in saved.values()]
    assert all(re.fullmatch(r"// \w.*", title) for title in titles)
    assert len(set(titles)) == len(titles)


def test_one_command_leaves_every_value_open(saved: dict[str, str]) -> None:
    text = saved["Start here/leave-every-value-open.cypher"]
    names = sorted({name for query in QUERIES for name in query.parameters})
    assert statement(text) == f":params {{{': null, '.join(names)}: null}}"


def test_every_value_has_a_command_of_its_own(saved: dict[str, str]) -> None:
    values = {path.split("/")[1]: text for path, text in saved.items() if path.startswith("Values/")}
    set_there = []
    for path, text in values.items():
        name, value = statement(text).removeprefix(":param ").split(" => ")
        assert path.removesuffix(".cypher") in {name, f"{name}-{json.loads(value)}"}
        assert text.startswith(f"// {name.replace('_', ' ')}: ")
        set_there.append((name, json.loads(value)))
    assert {name for name, _ in set_there} == {name for query in QUERIES for name in query.parameters}
    # Kinds of bodies are others than kinds of commitments, and most queries find something with what is offered.
    assert {value for name, value in set_there if name == "kind"} == {"board", "action"}
    assert ("issue", [" vetting"]) in set_there


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"type": "name", "of": ("Person",), "example": "Ada Hill"}, ["Ada Hill"]),
        ({"type": "words", "example": "call waiting"}, [" call", " waiting"]),
        ({"type": "from", "example": "2018-3"}, "2018-03"),
        ({"type": "to", "example": "2018"}, "2018-12-31"),
        ({"type": "date", "example": "2020-02"}, "2020-02-29"),
        ({"type": "choice", "choices": ("action", "promise"), "example": "action"}, "action"),
        ({"type": "id", "example": "question-0"}, "question-0"),
    ],
)
def test_an_example_is_a_value_that_the_statement_takes(given: dict[str, Any], value: Any) -> None:
    assert example_value(Parameter(description="What.", **given)) == value


def test_a_name_with_marks_is_written_so_that_it_is_read_back() -> None:
    parameter = Parameter(type="name", of=("Person",), description="Who.", example='Zoë "Z" O\'Hare \\')
    command = set_value("person", parameter)
    assert json.loads(command.removeprefix(":param person => ")) == ['Zoë "Z" O\'Hare \\']
    assert "Zoë" in command


def test_the_archive_holds_what_the_folders_hold(saved: dict[str, str]) -> None:
    with zipfile.ZipFile(io.BytesIO(make_pack()["favourites.zip"])) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == saved
        assert archive.namelist()[0].startswith("Start here/")


def test_the_same_pack_every_time(tmp_path: Path) -> None:
    assert make_pack() == make_pack()
    write_pack(make_pack(), tmp_path / "new" / "pack")
    written = {
        path.relative_to(tmp_path / "new" / "pack").as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert written == make_pack()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("")
    with pytest.raises(KgError, match="cannot be written"):
        write_pack(make_pack(), tmp_path / "pack")


class Page(HTMLParser):
    """Reads what a guide lets a reader run, and what is left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.runs: list[str] = []
        self.titles: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        populate = dict(attrs).get("data-populate")
        if populate:
            self.runs.append(populate)
        if tag == "pre":
            self.runs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "pre":
            self.runs[-1] += data
        if self.open and self.open[-1] == "h3":
            self.titles.append(data)


def test_the_guide_leads_from_the_question_to_a_query_of_ones_own(pack: dict[str, str]) -> None:
    page = Page(pack["guide.html"])
    assert page.open == []
    assert page.titles[0] == "Who asked whom what"
    assert [title for title in page.titles if title.startswith("Your own query")]
    assert page.runs[0] == open_values(QUERIES)
    assert {statement(run) for run in page.runs} >= {query.statement for query in QUERIES}
    words = pack["guide.html"]
    for kind in (*load_schema().nodes, *load_schema().relationships):
        assert f"<h4>{kind}: " in words


def test_the_guide_tells_how_words_are_given(pack: dict[str, str]) -> None:
    told = next(slide for slide in SLIDES if slide.title == "Ask for less").paragraphs[1]
    assert json.loads(re.findall(r"`([^`]+)`", told)[1]) == example_value(
        Parameter(type="words", description="What.", example="call waiting")
    )


@pytest.mark.parametrize("pattern", STRIPPED)
def test_the_browser_takes_nothing_out_of_the_guide(pack: dict[str, str], pattern: str) -> None:
    assert re.findall(pattern, pack["guide.html"], re.IGNORECASE) == []


def test_the_other_guide_says_the_same(pack: dict[str, str]) -> None:
    blocks = re.findall(r"^\[source,cypher\]\n----\n(.*?)\n----$", pack["guide.adoc"], re.DOTALL | re.MULTILINE)
    assert blocks == [run.strip() for run in Page(pack["guide.html"]).runs]
    assert re.findall(r"^== (.*)$", pack["guide.adoc"], re.MULTILINE) == Page(pack["guide.html"]).titles


def test_every_statement_of_the_guide_finds_something(examples: Store) -> None:
    needed = {name: example_value(one) for query in QUERIES for name, one in query.parameters.items() if one.required}
    open_to_all = dict.fromkeys(name for query in QUERIES for name in query.parameters)
    absent = {f":{kind}]" for kind in load_schema().relationships if not examples.counts()[kind]}
    for box in (box for slide in SLIDES for group in slide.boxes.values() for box in group):
        cypher = statement(box.text)
        if not cypher.startswith(":"):
            used = {name: open_to_all[name] for name in re.findall(r"\$(\w+)", cypher)}
            found = examples.rows(cypher, used) or examples.rows(cypher, used | {n: needed.get(n) for n in used})
            assert found or any(kind in cypher for kind in absent), cypher


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_example_value_finds_something(examples: Store, query: Query) -> None:
    needed = {name: example_value(one) for name, one in query.parameters.items() if one.required}
    for name, one in query.parameters.items():
        values = dict.fromkeys(query.parameters) | needed | {name: example_value(one)}
        assert examples.rows(query.statement, values), name


def test_examples_can_be_taken_from_the_graph(examples: Store) -> None:
    own = OwnValues(examples).applied(dict(load_catalogue()))
    names = {row["name"] for row in examples.rows("MATCH (p:Person|Post|Body|Meeting|Programme) RETURN p.name AS name")}
    for query in own.values():
        assert {one.example for one in query.parameters.values() if one.type == "name"} <= names
        # What the query is asked with one of its examples alone is something that is there.
        needed = {name: example_value(one) for name, one in query.parameters.items() if one.required}
        for name, one in query.parameters.items():
            if one.type in {"from", "to", "id"}:
                values = dict.fromkeys(query.parameters) | needed | {name: example_value(one)}
                unasked = dict.fromkeys(query.parameters) | needed
                assert examples.rows(query.statement, values) or not examples.rows(query.statement, unasked), query.name
    evidence = make_pack(examples)["favourites/One meeting, one fact/evidence.cypher"].decode()
    latest = examples.rows("MATCH (q:Question) RETURN q.id AS id ORDER BY q.date DESC, id LIMIT 1")[0]["id"]
    assert f':param id => "{latest}"' in evidence


def test_of_an_empty_graph_the_examples_stay(store: Store) -> None:
    assert make_pack(store) == make_pack()


def test_every_label_has_a_colour_and_its_name_as_caption() -> None:
    rules = dict(re.findall(r"^([\w.]+) \{\n(.*?)\n\}$", grass(load_schema()), re.DOTALL | re.MULTILINE))
    assert rules.keys() == {"node", "relationship", *(f"node.{label}" for label in load_schema().nodes)}
    for selector, rule in rules.items():
        caption = "<type>" if selector == "relationship" else "{name}"
        assert f'caption: "{caption}";' in rule
    colours = {re.findall(r"\bcolor: (#\w+)", rules[f"node.{label}"])[0] for label in load_schema().nodes}
    assert len(colours) == min(len(load_schema().nodes), 14)


def test_a_new_label_is_drawn_too() -> None:
    schema = load_schema()
    longer = schema.model_copy(update={"nodes": {**schema.nodes, "Petition": schema.nodes["Document"]}})
    assert "node.Petition {" in grass(longer)


def test_what_a_query_needs_is_said() -> None:
    query = load_catalogue()["person-timeline"]
    assert query.parameters["person"].required
    text = make_pack()["favourites/Across the years/person-timeline.cypher"].decode()
    assert "The query needs it." in text
    kinds = make_pack()["favourites/What was promised/open-commitments.cypher"].decode()
    assert "One of action, promise, next_step." in kinds


def test_no_parameter_stands_for_two_types() -> None:
    types: dict[str, set[str]] = {}
    for query in QUERIES:
        assert isinstance(query, Query)
        for name, parameter in query.parameters.items():
            types.setdefault(name, set()).add(parameter.type)
    assert {name: kinds for name, kinds in types.items() if len(kinds) > 1} == {}
