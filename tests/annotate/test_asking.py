import pytest

from tests.annotate.conftest import CC, COUNCIL, PCC, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The PCC asked about vans. The PCC also asked about radios. The CC said both were new.",
            [("asked", [PCC], [CC], [[CC]])],
            id="questions with no answer between are one exchange",
        ),
        pytest.param(
            "Members requested a map. Queries were raised about vans. The CC said that there were six.",
            [("requested", ["Members"], [], []), ("queried", [], [CC], [[CC]])],
            id="what nobody named asks is not put down to who asked before",
        ),
        pytest.param(
            "The PCC asked about vans. Are they new? The CC said that they were.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a question in the asker's own words goes on with theirs",
        ),
        pytest.param(
            "The PCC asked about vans. The CC said there were six. The PCC said that was few. Why was that?",
            [("asked", [PCC], [CC], [[CC]]), ("asked", [PCC], [], [])],
            id="a free question behind the remark of one who asks",
        ),
        pytest.param(
            'The PCC asked:\n\n"Why are the vans old?"\n\nThe CC said that two had gone.',
            [("asked", [PCC], [CC], [[CC]])],
            id="the question in quotation marks stands below who asks it",
        ),
    ],
)
def test_what_goes_on_with_a_question(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cllr Costa asked if it had come. It had been held up in the snow. She asked what it would cost. The Clerk "
            "did not know.",
            [("asked", ["Ann Costa"], [], []), ("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a question behind what may be the answer is another",
        ),
        pytest.param(
            "Cllr Costa asked if it had come. She also asked what it would cost. The Clerk did not know.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="two questions with nothing between are one",
        ),
        pytest.param(
            "It was asked if the verge was mown.\n\nQueries were raised on the bins. The Clerk said that they were.",
            [("asked", [], [], []), ("queried", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="two paragraphs in which nobody is said to ask",
        ),
        pytest.param(
            "A trader asked about bins. A neighbour asked about dogs. The Clerk said that there were none.",
            [("asked", [], [], []), ("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="of two whom nobody can name each asks his own",
        ),
        pytest.param(
            "It was requested that a map be drawn. Queries were raised about bins. The Clerk said that there were six.",
            [("requested", [], [], []), ("queried", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="another act of nobody named",
        ),
        pytest.param(
            "Members asked the following:\n\n(a) Why was it shut? The Clerk replied that it was wet.\n\n"
            "(b) Would it open? The Surveyor said that it would.\n\nIs it so? The Clerk said so.",
            [
                ("asked", ["Members"], ["Joy Lunn"], [["Joy Lunn"]]),
                ("asked", ["Members"], ["Dee Firth"], [["Dee Firth"]]),
                ("asked", [], ["Joy Lunn"], [["Joy Lunn"]]),
            ],
            id="whose questions a list holds",
        ),
        pytest.param(
            "Cllr Oakes, seconded by Cllr Costa, asked that the minutes be taken as read. The Clerk said so.",
            [],
            id="a motion asks nothing",
        ),
    ],
)
def test_what_is_another_question(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert (
        exchanges(annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government"))
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Question submitted by Cllr Costa:\n\n“How many bins are there\n\nin the Row”.\n\nThere are six.",
            [("asked", ["Ann Costa"], [], [[]])],
        ),
        (
            "Written question 3 from Cllr Oakes: Is the path closed? The Clerk replied that it was.",
            [("asked", ["Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]])],
        ),
        (
            "Question from Cllr Oakes\n\nI ask the Clerk whether it is so. Is the path closed?\n\nMrs Firth said so.",
            [("asked", ["Bob Oakes"], ["Joy Lunn"], [["Dee Firth"]])],
        ),
        (
            "Question submitted by Cllr Costa:\n\n“Would the Clerk say:\n\n- how many bins there are;\n\n"
            "- who empties them”.\n\nThe Clerk replied that there were six.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
        ),
        ("Question submitted by Mr Fenn:\n\n“How many bins are there?”", [("asked", [], [], [])]),
        ("The question from Cllr Costa: it had been withdrawn.", []),
        ("Question from Cllr Costa:\n\nThe Clerk read it out.", []),
    ],
)
def test_written_questions_are_put_by_whom_their_line_names(
    annotate_lines: Annotate, text: str, expected: list[Heard]
) -> None:
    assert exchanges(annotate_lines(text, *SPEECH, people=COUNCIL, profile="uk-local-government")) == expected


@pytest.mark.parametrize(
    ("asked", "addressees"),
    [
        ("asked the Harbour Master why it leaked.", ["Harbour Master"]),
        ("asked the Head of Barns whether it leaked.", ["Head of Barns"]),
        ("asked the Director to mend it.", ["Director"]),
        ("asked the Director why Cllr Oakes had left.", ["Director"]),
        ("asked ZQ about the roof.", []),
        ("asked a question of ZQ on roofs.", []),
        ("asked the Barn Trust how it leaked.", []),
        ("asked Jo Penn of Quay Road what it cost.", []),
        # Who answers is asked: the words name nobody, a thing, or several.
        ("asked why it leaked.", ["Bob Oakes"]),
        ("asked about the Harbour Master.", ["Bob Oakes"]),
        ("asked what the Barn Trust does.", ["Bob Oakes"]),
        ("asked the Officers why it leaked.", ["Bob Oakes"]),
        ("asked a question on roofs.", ["Bob Oakes"]),
        ("asked the Clerk why it leaked.", ["Joy Lunn"]),
        ("asked a question of the Clerk about roofs.", ["Joy Lunn"]),
    ],
)
def test_who_answers_is_not_asked_where_somebody_else_is(
    annotate_lines: Annotate, asked: str, addressees: list[str]
) -> None:
    doc = annotate_lines(f"Cllr Costa {asked} Cllr Oakes said that it was old.", *SPEECH, people=COUNCIL)
    assert exchanges(doc)[0][2] == addressees
