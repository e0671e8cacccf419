import pytest

from tests.annotate.conftest import COMMITMENTS, FORCE, Annotate, Plain, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ACC replied that, if they did, the desk would be opened within two days.", [], id="depends on an if"
        ),
        pytest.param(
            "The ACC replied that, if approved, the desk would be opened by May.",
            [("promise", [FORCE], "2020-05")],
            id="waits for a decision",
        ),
        pytest.param("CD: so if there is a van, it would be washed in the barn.", [], id="a label before the if"),
        pytest.param(
            "If the van was found, the ACC would write.", [("promise", ["Cy Dunn"], None)], id="who would do it if so"
        ),
        pytest.param(
            "The owners had now been told by the agent that the barn would be closed from May to June.",
            [],
            id="what others were told, with an adverb between",
        ),
        pytest.param(
            "The PCC was told by the ACC that the agent had promised that waits would be cut by May.",
            [],
            id="what another had promised",
        ),
        pytest.param(
            "The ACC told the board that the waits would be cut by May.",
            [("promise", [FORCE], "2020-05")],
            id="what the meeting is told",
        ),
        pytest.param("The vans are old - this will be discussed under item 9.", [], id="later in the same meeting"),
        pytest.param(
            "The vans are old - this will be discussed in May.", [("promise", [FORCE], "2020-05")], id="not here"
        ),
        pytest.param("The form will be used as if it were new.", [], id="as if"),
        pytest.param("The next meeting would be held by May.", [], id="when the next meeting is"),
    ],
)
def test_what_is_only_supposed_or_told_some_other_time_is_no_promise(
    annotate_lines: Annotate, text: str, expected: list[Plain]
) -> None:
    assert [plain(found) for found in annotate_lines(text, *COMMITMENTS)._.commitments] == expected
