import pytest

from tests.annotate.conftest import ACC, CC, PCC, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Q: Is it new? (PCC)\n\nA: It is. (CC)", [("asked", [PCC], [CC], [[CC]])], id="names in brackets behind"
        ),
        pytest.param(
            "Q: Is it new? (PCC) A: It is. (CC)", [("asked", [PCC], [CC], [[CC]])], id="all of it in one paragraph"
        ),
        pytest.param(
            "Q1. Is it new? [PCC]\n\nA1. It is. [CC, ACC]\n\nQ2. Is it dear? [ACC]\n\nA2. It is not. [CC]",
            [("asked", [PCC], [CC, ACC], [[CC, ACC]]), ("asked", [ACC], [CC], [[CC]])],
            id="numbered",
        ),
        pytest.param(
            "Q (PCC): Is it new?\n\nA (CC): It is.", [("asked", [PCC], [CC], [[CC]])], id="names behind the label"
        ),
        pytest.param(
            "Question (PCC): Is it new? Answer (CC): It is.",
            [("asked", [PCC], [CC], [[CC]])],
            id="labels in full",
        ),
        pytest.param(
            "PCC: Is it new? CC: It is, since May.", [("asked", [PCC], [CC], [[CC]])], id="names alone before a colon"
        ),
        pytest.param("Q: Is it new? (see page 4)\n\nA: It is.", [("asked", [], [], [[]])], id="brackets with no name"),
        pytest.param("Is it new? (PCC)", [("asked", [], [], [])], id="no label: it may be who is to answer"),
        pytest.param(
            "The PCC asked if it was new. The CC said that it was. (ACC)",
            [("asked", [PCC], [CC], [[CC]])],
            id="no label, but speakers",
        ),
    ],
)
def test_names_in_brackets(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(f"1. Vans\n\n{text}\n", *SPEECH)) == expected
