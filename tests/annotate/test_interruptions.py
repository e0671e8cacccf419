import pytest

from graph_loader.annotate.interruptions import is_bare_decision, is_movement
from graph_loader.annotate.profile import load_profile
from graph_loader.annotate.speech_words import SpeechWords
from tests.annotate.conftest import COUNCIL, SPEECH, Annotate, Heard, exchanges

WORDS = SpeechWords(load_profile("general"))
OAKES_LEFT = "Cllr Costa asked when it would open. Cllr Oakes {} "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cllr oakes left the meeting at this point .", True),
        ("( cllr oakes arrived at 6.40pm . )", True),
        ("at 8.05pm cllr oakes left the room .", True),
        ("the clerk joined by teams .", True),
        ("cllr oakes withdrew .", True),
        ("the chair adjourned the meeting for ten minutes .", True),
        ("the clerk left no doubt that it would .", False),
        ("the clerk arrived at a figure of six .", False),
        ("the clerk joined it in may .", False),
        ("the clerk , who left the meeting at 8 , was ill .", False),
        ("the clerk joined the meeting and said that it was late .", False),
        ("the clerk said that cllr oakes left the meeting .", False),
        ("six had left .", False),
    ],
)
def test_who_comes_or_goes_says_nothing(text: str, expected: bool) -> None:
    assert is_movement(text.split(), WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this was agreed .", True),
        ("it was noted and agreed .", True),
        ("agreed .", True),
        ("this was supported by the board .", True),
        ("it was agreed that it would close .", False),
        ("it was agreed to do so .", False),
        ("this was agreed by the clerk .", False),
        ("this was confirmed .", False),
        ("this was old .", False),
        ("it", False),
    ],
)
def test_what_is_only_agreed(text: str, expected: bool) -> None:
    assert is_bare_decision(text.split(), WORDS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            OAKES_LEFT.format("left the meeting at this point.") + "The Clerk said that it would be June.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who leaves answers nothing, and the question stays open",
        ),
        pytest.param(
            OAKES_LEFT.format("declared an interest and withdrew."),
            [("asked", ["Ann Costa"], [], [])],
            id="nor does who declares an interest",
        ),
        pytest.param(
            OAKES_LEFT.format("joined at 7.15pm.") + "He said that it would be June.",
            [("asked", ["Ann Costa"], [], [])],
            id="he is not for certain the one who came",
        ),
        pytest.param(
            "Cllr Costa asked when it would open. The Clerk said that it was shut. Mrs Firth left the room. It leaks.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="what stands behind is none of the answer",
        ),
        pytest.param(
            "Cllr Costa asked that the Clerk write to the firm. This was agreed. Mrs Firth reported that it is new.",
            [("requested", ["Ann Costa"], [], [])],
            id="a decision settles what was asked",
        ),
        pytest.param(
            "Cllr Costa asked the Clerk to write to the firm and this was agreed.",
            [("requested", ["Ann Costa"], ["Joy Lunn"], [])],
            id="a decision in the same sentence",
        ),
        pytest.param(
            "Cllr Costa asked when it would open. Members noted the report.",
            [("asked", ["Ann Costa"], [], [])],
            id="to take note is no answer",
        ),
        pytest.param(
            "Cllr Costa asked if it could open. This was confirmed.",
            [("asked", ["Ann Costa"], [], [[]])],
            id="what is confirmed is one",
        ),
        pytest.param(
            "Cllr Costa asked the Clerk if it would open. The Clerk left no doubt that it would.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="one who leaves no doubt answers",
        ),
    ],
)
def test_what_happens_in_an_exchange_is_no_answer(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert exchanges(doc) == expected
