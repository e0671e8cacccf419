import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import ACC, CC, COUNCIL, FORUM, PCC, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Cllr Costa asked about bins. The Clerk said that they were full. Verge Watch has said that it will help.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="what a body has said outside answers nothing",
        ),
        pytest.param(
            "Cllr Costa asked about bins. The Clerk said that they were full. A lady in the 2nd row of the hall then "
            "asked about dogs. The Surveyor replied that there were none.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="the answer to a question that cannot be read answers none before it",
        ),
        pytest.param(
            "Cllr Costa asked about bins. The Clerk said that they were full. The firm had asked for more. The "
            "Surveyor added that two were new.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"], ["Dee Firth"]])],
            id="what was asked elsewhere ends nothing",
        ),
        pytest.param(
            "Cllr Costa asked what it cost.\n\nCllr Oakes thanked the officers for all that they had done.",
            [("asked", ["Ann Costa"], [], [])],
            id="thanks in a paragraph of their own answer nothing",
        ),
        pytest.param(
            "Councillor Costa asked about damp. Joy Lunn replied that it was gone. Councillor Oakes said so.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="one of the asker's side has his say about the answer",
        ),
        pytest.param(
            "It was queried whether the green could have a bin.\n\nCllr Oakes advised that the hall is shut.",
            [("queried", [], [], [])],
            id="where nobody is said to ask, another paragraph is about something else",
        ),
        pytest.param(
            "It was queried whether the green could have a bin.\n\nIn reply, the Clerk advised that it could.",
            [("queried", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="unless it says that it replies",
        ),
        pytest.param(
            "The Clerk was asked to write a letter.\n\nMrs Firth agreed to lead the walk.",
            [("requested", [], ["Joy Lunn"], [])],
            id="who was asked to do a thing answers it",
        ),
        pytest.param(
            'Cllr Costa asked when it would open.\n\n"It is the mud that worries me," said Cllr Oakes.',
            [("asked", ["Ann Costa"], [], [])],
            id="a say of one on the same side in a paragraph of his own",
        ),
        pytest.param(
            "Cllr Costa asked when it would open.\n\nCllr Oakes replied that it was open.",
            [("asked", ["Ann Costa"], ["Bob Oakes"], [["Bob Oakes"]])],
            id="unless he replies",
        ),
        pytest.param(
            "Cllr Costa asked when it would open.\n\nMrs Firth thanked the staff.\n\nThe Clerk said that it was cold.",
            [("asked", ["Ann Costa"], [], [])],
            id="thanks in a paragraph of their own end what was open",
        ),
        pytest.param(
            "Cllr Costa asked about lorries. Cllr Oakes said that they were fast. The Clerk said that there were ten.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a say of one who is there to ask as well, before anybody answers",
        ),
        pytest.param(
            "Cllr Costa asked about lorries. Cllr Oakes replied that they were fast.",
            [("asked", ["Ann Costa"], ["Bob Oakes"], [["Bob Oakes"]])],
            id="unless he replies, in the same paragraph",
        ),
        pytest.param(
            "Cllr Costa wished to be sure that it was open. The Clerk said that it was.",
            [("sought_reassurance", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who wishes to be sure asks",
        ),
        pytest.param(
            "Cllr Costa asked about bins.\n\nDecision: the Clerk agreed that there would be six.",
            [("asked", ["Ann Costa"], [], [])],
            id="a decision answers nothing",
        ),
        pytest.param(
            "Cllr Costa asked about bins. The Clerk said that there were six. "
            "Concerns were expressed about dogs. Mrs Firth said that it was so.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="what somebody unnamed is concerned about ends the answer",
        ),
    ],
)
def test_which_remarks_answer_at_a_council(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert (
        exchanges(annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government"))
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The PCC asked about vans. The ACC said that two were new. The Board noted the report.",
            [("asked", [PCC], [ACC], [[ACC]])],
            id="to note is no answer",
        ),
        pytest.param(
            "The PCC queried the late plan. The CC questioned whether it was late at all.",
            [("queried", [PCC], [CC], [[CC]])],
            id="a retort answers",
        ),
        pytest.param(
            "The PCC queried the delay. The PCC was assured that all would be well.",
            [("queried", [PCC], [], [[]])],
            id="who is assured does not answer",
        ),
        pytest.param(
            "The PCC is keen to know if the vans are new. It was confirmed that they are.",
            [("asked", [PCC], [], [[]])],
            id="an answer by nobody named",
        ),
        pytest.param(
            "The PCC asked about vans. The CC – six, by May.",
            [("asked", [PCC], [CC], [[CC]])],
            id="an answer behind a dash",
        ),
        pytest.param(
            "The PCC asked whether the force uses radios. The CC confirmed that it does. "
            "The ACC added that all vans have one.",
            [("asked", [PCC], [CC], [[CC], [ACC]])],
            id="the first to answer is the addressee, who adds is not",
        ),
    ],
)
def test_which_remarks_answer(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH)) == expected


def test_what_is_said_far_behind_a_question_is_no_answer(annotate_lines: Annotate) -> None:
    between = "".join(f"The workshop washed van {number} in the spring of the year.\n\n" for number in range(4))
    doc = annotate_lines(f"The PCC asked about vans.\n\n{between}The CC said that the radios were new.\n", *SPEECH)
    assert exchanges(doc) == [("asked", [PCC], [], [])]
    assert [s.quote for s in doc._.statements] == ["The CC said that the radios were new."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A motion answers nobody, nor does a matter or a lettered point of somebody's own.
        (
            "Mr Tennant asked why it leaked.\n\nMr Leckie proposed, seconded by Ms Rahman, that the roof be mended.",
            [("asked", ["Bill Tennant"], [], [])],
        ),
        (
            "Mr Tennant asked why it leaked.\n\nMr Leckie referred to the case of the barn.\n\nThe Convener said so.",
            [("asked", ["Bill Tennant"], [], [])],
        ),
        (
            "The points were:\n\n(a) Mr Tennant asked why it leaked.\n\n(b) Ms Rahman said that the wall was damp.",
            [("asked", ["Bill Tennant"], [], [])],
        ),
        (
            "The points were:\n\n(a) Mr Tennant asked why it leaked.\n\n(b) Ms Rahman replied that it was old.",
            [("asked", ["Bill Tennant"], ["Nazia Rahman"], [["Nazia Rahman"]])],
        ),
    ],
)
def test_motions_and_new_matters_answer_nothing(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH, people=FORUM, profile="general")) == expected


@pytest.mark.parametrize(
    "told",
    [
        "The Clerk said that twelve had been seconded by the coast trust.",
        "The Clerk said that two had been moved to the yard and four seconded to the college.",
        "The Clerk said that the two wardens seconded by the trust had left.",
        "The Clerk said that she had moved to the yard and one was seconded to it.",
    ],
)
def test_staff_seconded_elsewhere_are_told_of_in_an_answer(annotate_lines: Annotate, told: str) -> None:
    heard = exchanges(annotate_lines(f"Cllr Costa asked who was away. {told}", *SPEECH, people=COUNCIL))
    assert heard == [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])]


@pytest.mark.parametrize(
    "motion",
    [
        "The Clerk spoke for the plan and moved it, seconded by Cllr Oakes.",
        "It was moved by Cllr Oakes and seconded by the Clerk that it be kept.",
        "Cllr Oakes moved and the Clerk seconded that it be kept.",
        "The motion was seconded by Cllr Oakes.",
        "This was seconded by Cllr Oakes.",
        "Cllr Oakes proposed the plan, which was seconded by the Clerk.",
    ],
)
def test_a_motion_answers_nobody(annotate_lines: Annotate, motion: str) -> None:
    heard = exchanges(annotate_lines(f"Cllr Costa asked who was away. {motion}", *SPEECH, people=COUNCIL))
    assert heard == [("asked", ["Ann Costa"], [], [])]


TRUST = (
    Person(name="Amy Dodd", role="Nurse", aliases=("Sister Dodd",), attendance="present"),
    Person(name="Lee Hart", role="Director of Estates", aliases=("LH", "Mr Hart"), attendance="present"),
    Person(name="Paula Crane", role="Non-Executive Director", aliases=("PC",), attendance="present"),
    Person(name="Verity Cope", role="Chair", aliases=("VC",), attendance="present"),
)
DODD, HART, CRANE, COPE = (person.name for person in TRUST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "VC asked what it cost. LH said £6m. PC said that the Board should heed this. LH accepted that.",
            [("asked", [COPE], [HART], [[HART]])],
            id="what others who are there to ask say about an answer",
        ),
        pytest.param(
            "VC asked what it cost. PC said that her committee had it at £6m.",
            [("asked", [COPE], [CRANE], [[CRANE]])],
            id="the first to answer may be one of them",
        ),
        pytest.param(
            "VC thanked Sister Dodd and asked what she would change. She said that she wanted a porter.",
            [("asked", [COPE], [DODD], [[DODD]])],
            id="who is thanked is asked",
        ),
        pytest.param(
            "LH spoke about beds. VC asked about falls. Sister Dodd said six.\n\nLH added that the lift was shut.",
            [("asked", [COPE], [DODD], [[DODD]])],
            id="who adds to his own report answers nothing",
        ),
        pytest.param(
            "LH spoke about beds. VC asked about falls. LH said six.\n\nLH added that two were grave.",
            [("asked", [COPE], [HART], [[HART], [HART]])],
            id="unless he has answered before",
        ),
        pytest.param(
            "- VC asked for a list of the beds, and this was agreed.\n- It was suggested that porters be invited.",
            [("asked", [COPE], [], [])],
            id="what is suggested in the next point answers nothing",
        ),
        pytest.param(
            "VC asked what it cost. LH said £6m. VC asked why. She said that it was a lot.",
            [("asked", [COPE], [HART], [[HART]]), ("asked", [COPE], [], [])],
            id="she may be who asks or who answered, and is taken for neither",
        ),
        pytest.param(
            "VC asked what it cost. LH said £6m. PC noted this.",
            [("asked", [COPE], [HART], [[HART]])],
            id="to take note is no answer",
        ),
        pytest.param(
            "Sister Dodd said that it was dark. Is it safe? LH said so. Sister Dodd said that it was not.",
            [("asked", [], [HART], [[HART]])],
            id="who spoke before a question may ask it",
        ),
        pytest.param(
            "VC asked that it be mended.\n\nSister Dodd said that she was tired.",
            [("requested", [COPE], [], [])],
            id="what is said below a request is of something else",
        ),
        pytest.param(
            "VC asked that it be mended.\n\nLH agreed to do so.",
            [("requested", [COPE], [HART], [[HART]])],
            id="unless somebody consents",
        ),
        pytest.param(
            "VC asked what it cost. LH said £6m. PC thanked him for being frank.",
            [("asked", [COPE], [HART], [[HART]])],
            id="thanks behind an answer",
        ),
        pytest.param(
            "PC asked why. Sister Dodd was invited to speak. She asked how. LH said so.",
            [("asked", [CRANE], [], []), ("asked", [DODD], [HART], [[HART]])],
            id="who is let speak asks",
        ),
        pytest.param(
            "PC asked why. LH said so.\n\nVC had seen the ward. She asked LH how.",
            [("asked", [CRANE], [HART], [[HART]]), ("asked", [COPE], [HART], [])],
            id="who is told of in a paragraph of her own asks",
        ),
        pytest.param(
            "A resident asked if it was safe. Mr Hart said that it was. She said that her daughter had waited.",
            [("asked", [], [HART], [[HART]])],
            id="she is not Mr Hart, and may be who asked",
        ),
    ],
)
def test_who_answers_at_a_board(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH, people=TRUST, stand_in=None, profile="nhs-board")) == expected


def test_one_beside_the_asker_who_takes_his_stand_answers_nothing(annotate_lines: Annotate) -> None:
    text = "Cllr Costa asked why it was shut. Cllr Oakes supported this and said that he had been told of it in May."
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert exchanges(doc) == [("asked", ["Ann Costa"], [], [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LH presented the item and handed over to PC. She said six.", [[HART], [CRANE]]),
        ("VC explained why. She invited Sister Dodd to speak. She said six.", [[COPE], [DODD]]),
        ("VC said why. Sister Dodd stood over it. It was old.", [[COPE]]),
    ],
)
def test_who_goes_on(annotate_lines: Annotate, text: str, expected: list[list[str]]) -> None:
    doc = annotate_lines(text, *SPEECH, people=TRUST, stand_in=None, profile="nhs-board")
    assert [[actor.name for actor in each.speakers] for each in doc._.statements] == expected
    assert "stood" not in doc._.statements[0].quote


def test_a_colleague_of_the_asker_who_queries_whether_it_is_so_asks_another(annotate_lines: Annotate) -> None:
    names = (("Ada Moss", "AM", "OPCC"), ("Tom Rudd", "TR", "OPCC"), ("Ben Hale", "BH", "Norland Police"))
    people = tuple(
        Person(name=name, aliases=(short,), attendance="present", organisation=home) for name, short, home in names
    )
    doc = annotate_lines("AM asked about vans. TR queried whether they ran. BH said so.", *SPEECH, people=people)
    assert [(askers, answers) for _, askers, _, answers in exchanges(doc)] == [
        (["Ada Moss"], []),
        (["Tom Rudd"], [["Ben Hale"]]),
    ]
