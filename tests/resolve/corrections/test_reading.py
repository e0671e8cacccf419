"""What corrections are refused, with file and line, and that contradictions are seen."""

from pathlib import Path

import pytest

from graph_loader.errors import CorrectionError
from graph_loader.resolve.corrections import load_corrections

FACT = "commitment-0123456789abcdef"
NAME = "body-0123456789abcdef"


def problems(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError) as caught:
        load_corrections([folder], ["corrections"])
    return caught.value.problems


def test_what_is_valid_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        f"""# A comment.
- same: {{person: [Ada Moss, Ada Hale]}}
- not_same: {{person: [Ben Roe, {{name: Ben Roe, documents: [2018-05]}}]}}
- alias: {{body: Harbour Board, also: HB}}
- owner: {{document: 2018-05, quote: to report, is: [Ada Moss, {{post: Warden}}]}}
- speaker: {{id: question-0123456789abcdef, is: nobody}}
- due: {{id: {FACT}, is: 2018-06-01}}
- link: {{from: {FACT}, to: {{document: a, quote: b}}, type: RECURS_AS, is: confirmed}}
- suppress: Cal Finch
- rename: {{issue: ferries, to: the ferry}}
- same: {{programme: [programme-2030, issue-based learning, Ward person-1]}}
""",
        encoding="utf-8",
    )
    (tmp_path / "b.yml").write_text("", encoding="utf-8")
    corrections = load_corrections([tmp_path], ["corrections"])
    assert [entry.where for entry in corrections.entries] == [f"corrections/a.yaml:{line}" for line in range(2, 12)]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("ada", 1, "the file must be a list"),
        ("- [", 1, "it is no valid YAML"),
        ("- &a [1]\n- *a", 1, "anchors and aliases"),
        ("- suppress: Ada\n- !!python/object x", 2, "tags (!) are not allowed"),
        ("[" * 40 + "]" * 40, 1, "too deep"),
        ("- suppress: A\n- sam: {person: [A, B]}", 2, "there is no correction 'sam'. Did you mean 'same'?"),
        ("- same: {person: [A, B], person: [C, D]}", 1, "the key 'person' stands here twice"),
        ("- suppress: A\n  alias: B", 1, "a correction must have one key"),
        ("- same: {person: A}", 1, "'person' must be a list"),
        ("- same: {person: [A]}", 1, "must list two names or more"),
        ("- same: {people: [A, B]}", 1, "there is no key 'people'"),
        ("- alias: {person: A, body: B, also: C}", 1, "must have one of the keys"),
        ("-\n  owner:\n    id: commitment-1\n    is: Ada", 3, "has an unknown id, 'commitment-1'"),
        ("- owner: {id: question-0123456789abcdef, is: A}", 1, "has an id of another kind"),
        ("- owner: {document: a, is: A}", 1, "must say where"),
        ("-\n  due:\n    document: a\n    quote: b\n    is: soon", 5, "must be a date such as"),
        ("- due: {document: a, quote: b, is: [2018]}", 1, "'is' must be a text"),
        ("- link: {from: x, issue: y, is: rejected}", 1, "has an unknown id, 'x'"),
        (f"- link: {{from: {FACT}, to: {FACT}, is: confirmed}}", 1, "must have type"),
        (f"- link: {{from: {NAME}, to: {NAME}, type: STANDS_FOR, is: confirmed}}", 1, "can only be rejected"),
        (f"- link: {{from: {NAME}, to: {NAME}, type: RECURS_AS, is: rejected}}", 1, "has an id of another kind"),
        (f"- link: {{from: {FACT}, to: {NAME}, type: STANDS_FOR, is: rejected}}", 1, "has an id of another kind"),
        ("- link: {from: HB, to: Harbour Board, type: STANDS_FOR, is: rejected}", 1, "has an unknown id, 'HB'"),
        ("- same: {person: [Ada, body-0123456789abcdef]}", 1, "has an id of another kind, 'body-0123456789abcdef'"),
        ("- same: {person: [Ada, person-0123456789abcde]}", 1, "has an unknown id, 'person-0123456789abcde'"),
        ("- not_same:\n    issue: [ferries, issue-0123456789abcdefg]", 2, "has an unknown id"),
        (
            "- not_same: {body: [A, {name: A, documents: [body-0123456789abcdef]}]}",
            1,
            "one that begins with document- is needed",
        ),
        ("- alias: {body: A, also: body-0123456789abcdef}", 1, "a name is needed"),
        ("- owner: {document: a, quote: b, is: person-0123456789abcdef}", 1, "a name is needed"),
        ("- owner: {document: document-0123456789, quote: b, is: A}", 1, "has an unknown id"),
        ("- suppress: person-0123456789abcdef", 1, "a name is needed"),
        ("- rename: {issue: person-0123456789abcdef, to: A}", 1, "one that begins with issue- is needed"),
        (f"- link: {{from: {FACT}, issue: ferries, is: rejected}}", 1, "one that begins with agendaitem- is needed"),
        (
            f"- link: {{from: {FACT}, to: {FACT}, type: FOLLOWS_UP, is: rejected}}",
            1,
            "one that begins with question- is needed",
        ),
        ("- suppress: []", 1, "must not be empty"),
        ("- suppress: '...'", 1, "must have a letter"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith(f"corrections/a.yaml:{line}: ")
    assert said in problem


def test_all_that_is_wrong_is_told(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "- sam: x\n- suppress: A\n- due: {}\n")) == 2


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    assert "has more than" in problems(tmp_path, "# " + "x" * 1_000_001)[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "- same: {person: [A B, B C]}\n- same: {person: [B C, C D]}\n- not_same: {person: [C D, a b]}",
            "corrections/a.yaml:3: 'C D' and 'a b' are not the same here, and the same by corrections/a.yaml:1",
        ),
        ("- alias: {body: A, also: X}\n- alias: {body: B, also: X}", ":2: 'X' is an alias of another one at"),
        ("- not_same: {person: [A, A]}", ":1: not_same: 'A' is named twice"),
        ("- due: {document: a, quote: b, is: 2018}\n- due: {document: a, quote: b, is: 2019}", ":2: it says otherwise"),
        ("- rename: {issue: a, to: b}\n- rename: {issue: a, to: c}", ":2: it says otherwise than corrections/a.yaml:1"),
        ("- same: {person: [person-0123456789abcdef, person-0123456789abcde0]}", "the first one must be a name"),
        (
            "- link: {from: question-0123456789abcdef, to: question-0123456789abcde0, type: RECURS_AS, is: confirmed}\n"
            "- link: {from: question-0123456789abcde0, to: question-0123456789abcdef, is: rejected}",
            ":2: it says otherwise than corrections/a.yaml:1",
        ),
    ],
)
def test_contradictions_are_told(tmp_path: Path, text: str, said: str) -> None:
    assert said in problems(tmp_path, text)[0]
