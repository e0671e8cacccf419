import pytest

from graph_loader.model.record import Meeting
from tests.annotate.conftest import ACC, CC, COUNCIL, FORUM, PCC, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ACC welcomed the vans. He was asked by the PCC whether they would last. He said that they would.",
            [("asked", [PCC], [ACC], [[ACC]])],
            id="a pronoun is asked",
        ),
        pytest.param(
            "The ACC spoke of vans. In answer to a query from the PCC, he confirmed that two were new.",
            [("queried", [PCC], [ACC], [[ACC]])],
            id="a pronoun behind the question that it answers",
        ),
        pytest.param(
            "The PCC visited the yard. He asked the CC why it was shut.",
            [("asked", [PCC], [CC], [])],
            id="a pronoun for the subject of a sentence that reports nothing",
        ),
        pytest.param(
            "The PCC acknowledged the work. He also sought clarity on the cost. The CC said it was low.",
            [("sought_clarity", [PCC], [CC], [[CC]])],
            id="pronoun stands for the last speaker",
        ),
        pytest.param(
            "The PCC asked the CC about vans. The CC said there were six. He asked if the ACC agreed.",
            [("asked", [PCC], [CC], [[CC]]), ("asked", [PCC], [ACC], [])],
            id="who asks by a pronoun after an answer is the asker before",
        ),
        pytest.param(
            "The PCC asked the CC and the ACC about vans. Both confirmed that there were six.",
            [("asked", [PCC], [CC, ACC], [[CC, ACC]])],
            id="both who were asked",
        ),
        pytest.param(
            "Members asked about pay. The CC said that it was low. He asked for patience.",
            [("asked", ["Members"], [CC], [[CC]]), ("asked", [CC], [], [])],
            id="he is not one of the members who asked",
        ),
    ],
)
def test_pronouns_stand_for_whoever_had_the_floor(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cllr Costa asked whether it had been mown. The Clerk confirmed it had. Mrs Firth said that it had not. "
            "She asked for a map.",
            [
                ("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"], ["Dee Firth"]]),
                ("asked", [], [], []),
            ],
            id="she may be who asked or who put in a word",
        ),
        pytest.param(
            "Cllr Oakes asked about pay.\n\nThe Clerk said that it was late. Cllr Oakes reported that the map was old. "
            "It was asked whether it would be drawn anew.",
            [("asked", ["Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]]), ("asked", [], [], [])],
            id="it was asked names nobody",
        ),
    ],
)
def test_pronouns_stand_for_nobody_where_they_may_mean_two(
    annotate_lines: Annotate, text: str, expected: list[Heard]
) -> None:
    assert (
        exchanges(annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government"))
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A pronoun of the other gender is not who asked before, but who was asked.
        (
            "Mr Tennant asked the Convener why it leaked. She reminded him and asked Ms Rahman what it cost.",
            [("asked", ["Bill Tennant"], ["Effie Dow"], []), ("asked", ["Effie Dow"], ["Nazia Rahman"], [])],
        ),
        (
            "Mr Tennant asked why it leaked. Mr Leckie said that it was old. She asked for a date.",
            [("asked", ["Bill Tennant"], ["Mark Leckie"], [["Mark Leckie"]]), ("asked", [], [], [])],
        ),
        (
            "Ms Rahman spoke of the roof. He was asked by Mr Tennant if it would last.",
            [("asked", ["Bill Tennant"], [], [])],
        ),
        (
            "Mr Leckie spoke of the roof. Ms Rahman asked him about the cost.",
            [("asked", ["Nazia Rahman"], ["Mark Leckie"], [])],
        ),
        # Who was asked answers in the same sentence.
        (
            "Ms Rahman was asked by Mr Tennant how long it would last, and said that nobody knew.",
            [("asked", ["Bill Tennant"], ["Nazia Rahman"], [["Nazia Rahman"]])],
        ),
        (
            "Mr Leckie spoke of the roof. He was asked by Ms Rahman if it would last, and he said that it would not.",
            [("asked", ["Nazia Rahman"], ["Mark Leckie"], [["Mark Leckie"]])],
        ),
        (
            "Mr Tennant wondered whether tenants could be told, and Ms Rahman said she would write to them.",
            [("asked", ["Bill Tennant"], ["Nazia Rahman"], [["Nazia Rahman"]])],
        ),
        # What stands behind a colon is put by whom the words in front of it name.
        (
            'Mr Tennant, of Mill Row, had given notice of the following question: "Why does it leak?"',
            [("asked", ["Bill Tennant"], [], [])],
        ),
        (
            "Ms Rahman asked could it start in November. Mr Leckie said so.",
            [("asked", ["Nazia Rahman"], ["Mark Leckie"], [["Mark Leckie"]])],
        ),
    ],
)
def test_he_and_she_stand_for_whom_they_may(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH, people=FORUM, profile="general")) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Convener thanked Ms Rahman for her work. She confirmed that it was dry.", ["Nazia Rahman"]),
        ("The Convener welcomed Mr Leckie to the meeting. He said that it was dry.", ["Mark Leckie"]),
        ("The Convener invited Mr Leckie to present his report. He said that it was dry.", ["Mark Leckie"]),
        ("The Convener introduced Mr Leckie. He said that it was dry. He added that it was old.", ["Mark Leckie"]),
        ("The Convener said so and thanked Ms Rahman. She said that it was dry.", ["Nazia Rahman"]),
        # The one thanked cannot be meant: a man, a group, a thing.
        ("The Convener thanked Mr Leckie for his work. She said that it was dry.", ["Effie Dow"]),
        ("The Convener thanked all the wardens. She said that it was dry.", ["Effie Dow"]),
        ("The Convener introduced the report. She said that it was dry.", ["Effie Dow"]),
        ("The Convener welcomed Ms Rahman's report. She said that it was dry.", ["Effie Dow"]),
        ("The Convener said that he had invited Ms Rahman. He said that it was dry.", ["Effie Dow"]),
        ("The Convener thanked him. She said that it was dry.", ["Effie Dow"]),
        ("The Convener introduced the Roof Plan and the barn. She said that it was dry.", ["Effie Dow"]),
        # Nobody is known to be meant: several, or somebody whom no list names.
        ("The Convener thanked the Harbour Master for her work. She said that it was dry.", []),
        ("The Convener invited the Head of Barns to speak. She said that it was dry.", []),
        ("The Convener welcomed ZQ. She said that it was dry. She added that it was old.", []),
        ("The Convener thanked Ms Rahman and the Clerk of Works. She said that it was dry.", []),
        ("The Convener thanked her. She said that it was dry.", []),
        ("The Convener thanked Jo Penn for her work. She said that it was dry.", []),
    ],
)
def test_he_or_she_behind_thanks_is_not_who_thanks(annotate_lines: Annotate, text: str, speakers: list[str]) -> None:
    doc = annotate_lines(text, *SPEECH, people=FORUM)
    said = [statement for statement in doc._.statements if "dry" in statement.quote]
    heard = [actor.name for statement in said[-1:] for actor in statement.speakers]
    assert heard == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The ACC thanked the PCC for the visit. She said that it was dry.", []),
        ("The PCC thanked the ACC for the visit. She said that it was dry.", ["Cy Dunn"]),
        ("The ACC welcomed the PCC. She said that it was dry.", ["Ada Moss"]),
        ("QX Penn thanked the ACC. She said that it was dry.", []),
    ],
)
def test_who_is_there_to_answer_may_go_on_behind_thanks(
    annotate_lines: Annotate, text: str, speakers: list[str]
) -> None:
    doc = annotate_lines(text, *SPEECH)
    said = [statement for statement in doc._.statements if "dry" in statement.quote]
    assert [actor.name for statement in said[-1:] for actor in statement.speakers] == speakers


@pytest.mark.parametrize(
    ("thanks", "asker"),
    [
        ("The Convener thanked Ms Rahman for her words. She asked when it would be dry.", []),
        ("Mr Leckie thanked Ms Rahman for her words. She asked when it would be dry.", ["Nazia Rahman"]),
        ("Mr Leckie thanked Ms Rahman for her words. He asked when it would be dry.", ["Mark Leckie"]),
        ("The Convener invited Ms Rahman to speak. She asked when it would be dry.", ["Nazia Rahman"]),
        ("Mr Leckie thanked the Convener and her team. He asked when it would be dry.", ["Mark Leckie"]),
    ],
)
def test_who_asks_behind_thanks(annotate_lines: Annotate, thanks: str, asker: list[str]) -> None:
    text = f"The Convener asked about damp. Ms Rahman said it was low.\n\n{thanks}"
    assert exchanges(annotate_lines(text, *SPEECH, people=FORUM))[-1][1] == asker


@pytest.mark.parametrize(
    ("before", "asker"),
    [
        ("Cllr Costa left and Cllr Oakes took the Chair.", "Chair"),
        ("Cllr Oakes took the Chair. Cllr Costa came back and Cllr Costa resumed the Chair.", "Ann Costa"),
        ("Cllr Costa took the Chair.", "Ann Costa"),
        ("Cllr Oakes took the minutes to the Chair.", "Ann Costa"),
        ("Cllr Oakes left.", "Ann Costa"),
    ],
)
def test_the_chair_is_nobody_once_another_takes_the_chair(annotate_lines: Annotate, before: str, asker: str) -> None:
    meeting = Meeting(date="2020-03-03", chair="Ann Costa")
    text = f"{before} The Chair asked when it would open. The Clerk said in May."
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, meeting=meeting)
    assert exchanges(doc) == [("asked", [asker], ["Joy Lunn"], [["Joy Lunn"]])]
