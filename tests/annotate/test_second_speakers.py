import pytest

from tests.annotate.conftest import ACC, CC, COMMITMENTS, COUNCIL, PCC, SPEECH, Annotate, Heard, exchanges

Said = list[tuple[list[str], str]]


def said(annotate_lines: Annotate, text: str) -> Said:
    doc = annotate_lines(text, *SPEECH)
    return [([actor.name for actor in each.speakers], each.quote) for each in doc._.statements]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The CC said that it was old and the ACC said that it was not.", "the ACC said that it was not."),
        ("The CC said that it was old; the ACC agreed.", "the ACC agreed."),
        ("The CC said it was old, and the ACC added that it was dear.", "the ACC added that it was dear."),
        ("The CC said that it was old but the ACC was not convinced.", "the ACC was not convinced."),
        ("The CC said that it was old, while the ACC pointed out that it ran.", "the ACC pointed out that it ran."),
        ("The CC said that it was old, to which the ACC replied that it was not.", "the ACC replied that it was not."),
        ("The CC said that it was old, the ACC added that it ran.", "the ACC added that it ran."),
        ("The CC said six and the ACC added that two were shut.", "the ACC added that two were shut."),
        (
            "The CC said that he had met Eve Tarn and the ACC added that it went well.",
            "the ACC added that it went well.",
        ),
        ("The CC presented the report and the ACC spoke about vans.", "the ACC spoke about vans."),
        ("The CC said that the letter went out and the ACC thanked him.", "the ACC thanked him."),
        ("The CC said that this was not what he had meant and the ACC apologised.", "the ACC apologised."),
        ("The CC said it was safe, although the ACC observed that it was not.", "the ACC observed that it was not."),
        ("The CC confirmed that it was, whereupon the ACC said that it was not.", "the ACC said that it was not."),
        ("The CC did not know and turned to the ACC, who thought about ten.", "who thought about ten."),
        ("The CC said more staff; the ACC, better pay.", "the ACC, better pay."),
        ("The CC said that it was old and the ACC that it was dear.", "the ACC that it was dear."),
        ("The CC spoke about vans and the ACC about radios.", "the ACC about radios."),
        ("The CC answered yes to the first; to the second, the ACC said no.", "to the second, the ACC said no."),
        ("The CC said that it could not for lack of staff; in reply, the ACC said why.", "in reply, the ACC said why."),
        ("The CC advised them to ring, and the ACC said that text was better.", "the ACC said that text was better."),
        ("The CC said it could not because of rain and the ACC, as a driver, agreed.", "the ACC, as a driver, agreed."),
        ("The CC said that this was a matter for the ACC, who said that it was new.", "who said that it was new."),
    ],
)
def test_a_second_speaker_has_his_own_words(annotate_lines: Annotate, text: str, second: str) -> None:
    first, other = said(annotate_lines, text)
    assert (first[0], other) == ([CC], ([ACC], second))
    assert text.startswith(first[1])
    assert second not in first[1]


@pytest.mark.parametrize(
    "text",
    [
        "The CC said that officers and the ACC noted the risk.",
        "The CC said that he and the ACC agreed the plan in May.",
        "The CC said that the ACC had said that it was old.",
        "The CC said that it was old and the ACC had told him so.",
        "The CC said that it was old and that the ACC said so in May.",
        "The CC said that the trial was over and the ACC would report in May.",
        "The CC said that when crime rose and the ACC asked for a plan, one was written.",
        "The CC said that, since crime rose, the ACC reported weekly.",
        "The CC said that the letter the PCC sent and the ACC answered was lost.",
        "The CC explained what the PCC asked and the ACC advised.",
        "The CC said that the union was cross and the council thought so too.",
        "The CC said that the board met in May and the ACC reported on this to it.",
        "The CC reported that the PCC asked for a plan and the ACC asked for a vote.",
        "The CC said that it was led by the PCC, the ACC and Eve Tarn.",
        "The CC said that it was old and the CC added that it ran.",
        "The CC said: “It was old and the ACC said so.”",
        "The CC says that it is old and the ACC reported on it.",
        "The CC told the PCC and the ACC that it was old.",
        "The CC said that it was for three: the PCC, as mayor; the ACC, as deputy; and Eve Tarn.",
        "The CC welcomed the PCC, from Norland; the ACC, from Southland.",
        "The CC said that he had told the PCC and the ACC that it was old.",
        "The CC said that it was for the ACC, who had said that it was new.",
        "The CC said that it was for the ACC, who led on vans.",
        "The CC said that it was for the board, who said that it was new.",
        "The CC said that if the first failed; the rest would.",
    ],
)
def test_what_the_first_speaker_tells_of_a_second_stays_his(annotate_lines: Annotate, text: str) -> None:
    ((speakers, quote),) = said(annotate_lines, text)
    assert speakers == [CC]
    assert quote in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The CC said that it was old, and the PCC asked how old. The CC said that nobody knew.",
            [("asked", [PCC], [CC], [[CC]])],
            id="the second speaker asks",
        ),
        pytest.param(
            "The PCC asked how many there are. The CC said six and the ACC added that two were shut.",
            [("asked", [PCC], [CC], [[CC], [ACC]])],
            id="two answer in one sentence",
        ),
        pytest.param(
            "The PCC asked how many there are and the CC said six and the ACC added that two were shut.",
            [("asked", [PCC], [CC], [[CC], [ACC]])],
            id="two answer in the question's own sentence",
        ),
        pytest.param(
            "The PCC asked why. The CC said that it was old and the PCC said that she would write.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who asked has his say behind the answer",
        ),
        pytest.param(
            "The PCC asked whether it would hold, and the CC agreed.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who agrees answers",
        ),
        pytest.param(
            "The PCC asked if it was new and the CC was unsure.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who is unsure answers",
        ),
        pytest.param(
            "The PCC asked the CC for a list, and he agreed.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who was asked agrees",
        ),
        pytest.param(
            "The PCC asked the CC for a list, which the CC agreed.",
            [("asked", [PCC], [CC], [[CC]])],
            id="what somebody agreed",
        ),
        pytest.param(
            "The PCC asked about vans and the CC agreed to report back.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who agrees to do a thing",
        ),
        pytest.param(
            "The PCC asked when she would see it and was told by the CC that it would be May.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who tells her",
        ),
        pytest.param(
            "The PCC asked about vans which the CC answered.",
            [("asked", [PCC], [CC], [[CC]])],
            id="what somebody answered",
        ),
        pytest.param(
            "The PCC said that all this was known a year ago; what had changed? The CC said nothing.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a question behind what somebody says",
        ),
        pytest.param(
            "The PCC was not persuaded and asked the CC whether it was so. He did not know.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who is not persuaded and asks",
        ),
        pytest.param(
            "The PCC asked for May. The CC agreed, as did the ACC.",
            [("asked", [PCC], [CC, ACC], [[CC, ACC]])],
            id="who else agrees",
        ),
        pytest.param(
            "The PCC asked about vans. It was for the ACC, who said that there were six.",
            [("asked", [PCC], [ACC], [[ACC]])],
            id="who is only told of before he says it",
        ),
        pytest.param(
            "Eve Tarn asked about vans. The CC gave her a list and she said that she had one.",
            [("asked", ["Eve Tarn"], [CC], [[CC]])],
            id="she is not who gave her a list",
        ),
        pytest.param(
            "The PCC asked if it was safe. According to the CC it was.",
            [("asked", [PCC], [CC], [[CC]])],
            id="according to whom it is so",
        ),
        pytest.param(
            "The PCC asked if it was safe. According to the CC's report it was.",
            [("asked", [PCC], [], [])],
            id="according to what it is so",
        ),
        pytest.param(
            "The PCC raised the matter of the ACC. The CC said that he was ill.",
            [("asked", [PCC], [CC], [[CC]])],
            id="what somebody raises is not who is asked",
        ),
        pytest.param(
            "The PCC asked when; by May, said the CC.",
            [("asked", [PCC], [CC], [[CC]])],
            id="the answer before who gives it",
        ),
        pytest.param(
            "The PCC sought clarification of it; the CC and the ACC each gave a different account.",
            [("sought_clarity", [PCC], [CC, ACC], [[CC, ACC]])],
            id="each of two",
        ),
        pytest.param(
            "Following a question from the PCC about vans, the CC said they were old.",
            [("asked", [PCC], [CC], [[CC]])],
            id="what somebody said behind a question",
        ),
        pytest.param(
            "A question had been received from the PCC: “Is it new?” The CC said that it was.",
            [("asked", [PCC], [CC], [[CC]])],
            id="from whom a question had been received",
        ),
        pytest.param(
            "The PCC asked her to look at it. The CC said that it was new.",
            [("requested", [PCC], [CC], [[CC]])],
            id="she is nobody known",
        ),
        pytest.param(
            "The PCC asked about it, and he agreed.",
            [("asked", [PCC], [], [])],
            id="he is nobody where nobody was asked",
        ),
        pytest.param(
            "The PCC asked whether staff and the CC agreed.",
            [("asked", [PCC], [], [])],
            id="what is asked about two",
        ),
    ],
)
def test_questions_and_answers_in_one_sentence(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH)) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The Clerk's view was that it would last.", ["Joy Lunn"]),
        ("In the Clerk's view it would last.", ["Joy Lunn"]),
        ("In the Clerk's opinion, it would last.", ["Joy Lunn"]),
        ("The Clerk's understanding was that it was new.", ["Joy Lunn"]),
        ("In her view, Mrs Firth said, it would last.", ["Dee Firth"]),
    ],
)
def test_whose_view_it_is_answers(annotate_lines: Annotate, text: str, speakers: list[str]) -> None:
    doc = annotate_lines(f"Cllr Costa asked about vans. {text}", *SPEECH, people=COUNCIL, stand_in=None)
    assert exchanges(doc) == [("asked", ["Ann Costa"], speakers, [speakers])]


@pytest.mark.parametrize(
    "text",
    [
        "In the public's view it would last.",
        "The Clerk's advice was sought.",
        "In the Clerk's office it was cold.",
        "In view of the cold it was shut.",
    ],
)
def test_what_is_nobodys_view(annotate_lines: Annotate, text: str) -> None:
    doc = annotate_lines(f"Cllr Costa asked about vans. {text}", *SPEECH, people=COUNCIL, stand_in=None)
    assert exchanges(doc) == [("asked", ["Ann Costa"], [], [])]


@pytest.mark.parametrize(
    "text",
    [
        "The PCC asked the CC to write to the firm, and he agreed to do so by May.",
        "The PCC asked for a list and was told by the CC that she would have it by May.",
    ],
)
def test_who_answers_promises(annotate_lines: Annotate, text: str) -> None:
    doc = annotate_lines(text, *COMMITMENTS)
    assert [[owner.name for owner in each.owners] for each in doc._.commitments] == [[CC]]
