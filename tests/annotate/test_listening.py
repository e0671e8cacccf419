import pytest

from tests.annotate.conftest import ACC, CC, COUNCIL, FORUM, PCC, SPEECH, Annotate, Heard, exchanges


def test_a_lead_in_takes_its_list_and_no_more(annotate_lines: Annotate) -> None:
    text = (
        "The PCC asked the CC about vans. In response the CC and ACC said:\n\n"
        "- There are six of them. They are old.\n- The ACC had counted them.\n\n"
        "The weather was discussed at some length by everybody who was there.\n"
    )
    doc = annotate_lines(text, *SPEECH)
    (exchange,) = doc._.exchanges
    (response,) = exchange.responses
    assert response.quote.startswith("In response the CC and ACC said:")
    assert response.quote.endswith("had counted them.")
    assert doc._.layout.text[response.start : response.end] == response.quote


def test_a_log_names_its_speakers_before_a_colon(annotate_lines: Annotate) -> None:
    text = "1. Vans\n\nAda Moss: how many vans are there?\n\nBen Hale: there are six. They are old.\n"
    assert exchanges(annotate_lines(text, *SPEECH)) == [("asked", [PCC], [CC], [[CC]])]


def test_initials_may_stand_behind_the_rank(annotate_lines: Annotate) -> None:
    text = "The PCC asked why. ACC CD said that it was new."
    assert exchanges(annotate_lines(text, *SPEECH)) == [("asked", [PCC], [ACC], [[ACC]])]


def test_an_answer_ends_where_the_asker_is_told_of(annotate_lines: Annotate) -> None:
    text = "Mr Tennant asked why it leaked. Ms Rahman said that it was old. Mr Tennant remained worried."
    doc = annotate_lines(text, *SPEECH, people=FORUM, profile="general")
    assert [response.quote for response in doc._.exchanges[0].responses] == ["Ms Rahman said that it was old."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mrs Firth reported a gap of £1.4m. Cllr Costa asked why. "
            "Mrs Firth said that it shut at 5 p.m. Cllr Oakes asked who ran it.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]]), ("asked", ["Bob Oakes"], [], [])],
            id="sums and times at the end of a sentence",
        ),
        pytest.param(
            "Cllr Costa asked why it was shut. Surveyor Dee Firth said that it was wet.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="a post in front of the name",
        ),
        pytest.param(
            "Cllr Costa asked why it was shut. Mrs Firth – it was wet; the Clerk agreed.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="a dash before the answer, and another behind it",
        ),
        pytest.param(
            "Cllr Costa had visited in May. She asked pupils how they read and was told that all do.",
            [],
            id="what was asked of somebody on a visit before",
        ),
        pytest.param(
            "Cllr Costa had visited in May. She asked the Clerk whether it was safe.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [])],
            id="what is asked of one who is here",
        ),
        pytest.param(
            "Mrs Firth spoke. She asked pupils how they read and was told that all do. She will write by May.",
            [("asked", ["Dee Firth"], [], [[]])],
            id="who asks does not answer",
        ),
    ],
)
def test_to_whom_a_sentence_belongs(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert exchanges(doc) == expected


def test_a_free_question_behind_a_label_is_the_speakers(annotate_lines: Annotate) -> None:
    said = "I like them, as I did when I saw them at the county show in the spring. Are they new?"
    text = f"1. Vans\n\nAda Moss: {said}\n\nBen Hale: they are.\n"
    assert exchanges(annotate_lines(text, *SPEECH)) == [("asked", [PCC], [CC], [[CC]])]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Mrs Firth had had the same complaints, and said that it was dark.", [["Bob Oakes"], ["Dee Firth"]]),
        ("Mrs Firth walked the path in May and noted that it was dark.", [["Bob Oakes"], ["Dee Firth"]]),
        ("The path was walked in May and it was said that it was dark.", [["Bob Oakes"]]),
        ("Lamps: Mrs Firth reported that it was dark.", [["Bob Oakes"], ["Dee Firth"]]),
        ("The lamps by the lock: Mrs Firth reported that it was dark.", [["Bob Oakes"], ["Dee Firth"]]),
        ("Mrs Firth had met the owner, who agreed and said that it was dark.", [["Bob Oakes"]]),
    ],
)
def test_a_later_verb_may_say_who_speaks(annotate_lines: Annotate, sentence: str, speakers: list[list[str]]) -> None:
    text = f"Cllr Oakes said that people were afraid. {sentence}"
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert [[actor.name for actor in statement.speakers] for statement in doc._.statements] == speakers
