import pytest

from tests.annotate.conftest import ACC, CC, COUNCIL, FORCE, PCC, SPEECH, Annotate, Heard, exchanges


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mrs Firth asked if it would be mown. The Clerk said that it would. Councillors Costa and Oakes both asked "
            "when. The Surveyor replied that nobody knew.",
            [
                ("asked", ["Dee Firth"], ["Joy Lunn"], [["Joy Lunn"]]),
                ("asked", ["Ann Costa", "Bob Oakes"], ["Dee Firth"], [["Dee Firth"]]),
            ],
            id="surnames behind a title in the plural",
        ),
        pytest.param(
            "Cllr Costa and Oakes asked about bins. The Clerk said that they were full.",
            [("asked", ["Ann Costa", "Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a surname behind a title and another surname",
        ),
        pytest.param(
            "Cllr Costa and Oakes Lane residents asked about bins. The Clerk said that they were full.",
            [],
            id="a surname that goes on is a place",
        ),
        pytest.param(
            "Cllr Costa asked about bins. The Clerk said that they were full. There was a question from the floor "
            "about the verge. The Surveyor replied that it was mown.",
            [
                ("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]]),
                ("asked", [], ["Dee Firth"], [["Dee Firth"]]),
            ],
            id="a question from the floor",
        ),
        pytest.param(
            "A further question, from Cllr Oakes, concerned the verge. The Surveyor replied that it was mown.",
            [("asked", ["Bob Oakes"], ["Dee Firth"], [["Dee Firth"]])],
            id="a question told by its noun",
        ),
        pytest.param(
            "Cllr Oakes' question (taken in his absence): what is the wait? The Clerk said that it was a week.",
            [("asked", ["Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="the question that somebody sent",
        ),
        pytest.param(
            "A resident complained about dogs on the green and asked if more bins could be bought. The Clerk agreed.",
            [("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a question joined to what a resident complains of",
        ),
        pytest.param(
            '"Will they be new?" Cllr Costa asked. "They will," said the Clerk.',
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who asks stands behind the quoted question",
        ),
        pytest.param(
            "“Will they be new?” Cllr Costa asked the Surveyor. She was told to wait.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [[]])],
            id="whom the quoted question is put to",
        ),
        pytest.param(
            "Cllr Costa asked: “Will they be new?” The Surveyor said that they would.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="a lead-in of the question is no heading",
        ),
        pytest.param(
            "“Will they be new?” The Surveyor said that they would.",
            [("asked", [], ["Dee Firth"], [["Dee Firth"]])],
            id="a quoted question that nobody is said to ask",
        ),
        pytest.param(
            "Cllr Costa asked if they had come. They had not. Cllr Oakes asked if it would cost more. It would not.",
            [("asked", ["Ann Costa"], [], [[]]), ("asked", ["Bob Oakes"], [], [[]])],
            id="answers that leave out the verb",
        ),
        pytest.param(
            "Cllr Costa - asked that the Surveyor look.\n\nCllr Oakes: asked what it cost. The Clerk did not know.",
            [
                ("requested", ["Ann Costa"], [], []),
                ("asked", ["Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]]),
            ],
            id="a mark between name and verb",
        ),
        pytest.param(
            "Further queries were raised regarding the verge and the Surveyor indicated that it was mown.",
            [("queried", [], ["Dee Firth"], [["Dee Firth"]])],
            id="a question by nobody with its answer in one sentence",
        ),
        # An aside between commas is no part of who speaks, even where it names another or the post once more.
        pytest.param(
            "Councillor Costa, with the support of Councillor Oakes, asked why. Firth, Surveyor, said so.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="asides behind both names",
        ),
        pytest.param(
            "A trader of Mill Lane, Joy Lunn, asked about damp. Councillor Oakes replied that it had gone.",
            [("asked", ["Joy Lunn"], ["Bob Oakes"], [["Bob Oakes"]])],
            id="the name behind what somebody is",
        ),
        pytest.param(
            "The letter from the agent, Joy Lunn, asked about damp.",
            [("asked", [], [], [])],
            id="who wrote a letter does not ask",
        ),
        pytest.param(
            "Joy Lunn raised the issue of damp. She said it was bad. Councillor Oakes replied that it was not.",
            [("asked", ["Joy Lunn"], ["Bob Oakes"], [["Bob Oakes"]])],
            id="who raised a matter goes on",
        ),
        pytest.param(
            "Mrs Firth, in answer to Cllr Costa, said that it was shut.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="in answer to whom",
        ),
        pytest.param(
            "Mrs Firth, in agreement with Cllr Costa, said that it was shut.",
            [],
            id="in agreement with whom",
        ),
        pytest.param(
            "Cllr Costa asked about the cost of pens, and Cllr Oakes about the cost of ink. The Clerk answered both.",
            [("asked", ["Ann Costa", "Bob Oakes"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a second asker with no verb of his own",
        ),
        pytest.param(
            "Cllr Costa asked whether it was shared – the Clerk said that it had been.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="the answer behind a dash",
        ),
        pytest.param(
            "The panel had met and has requested more work. The Clerk was pleased.",
            [],
            id="what has been requested elsewhere",
        ),
        pytest.param(
            "Queries were raised about bins and these were responded to by the Clerk.",
            [("queried", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a passive answer in the sentence of the question",
        ),
        pytest.param(
            "Cllr Costa thanked her. He asked whether bins would be emptied.",
            [("asked", ["Ann Costa"], [], [])],
            id="whom somebody thanks is not who thanks",
        ),
        pytest.param(
            "In reply to a further question Dee Firth said that the wall was dry.",
            [("asked", [], ["Dee Firth"], [["Dee Firth"]])],
            id="a reply with no comma behind the question",
        ),
        pytest.param(
            "In answer to Cllr Costa Dee Firth said that the wall was dry.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="a reply with no comma behind who asked",
        ),
        pytest.param(
            "Dee Firth spoke of the wall. Cllr Costa asked her if it was dry and she said that it was.",
            [("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="who was asked as her answers as she",
        ),
        pytest.param(
            "Dee Firth was asked to cost a fence and to bring the figures. Cllr Oakes recalled the last one.",
            [("requested", [], ["Dee Firth"], [])],
            id="what another says of what somebody is asked to do",
        ),
        pytest.param(
            "In response to questions from members, it was reported that the Friends of Brook had raised ten pounds.",
            [("asked", ["Members"], [], [[]])],
            id="who is told of in an answer by nobody",
        ),
        pytest.param(
            "Mr Oakes asked how it was. Mrs Firth said that it was mixed. She had met them. He urged her not to wait.",
            [("asked", ["Bob Oakes"], ["Dee Firth"], [["Dee Firth"]]), ("requested", ["Bob Oakes"], [], [])],
            id="he behind what she answers",
        ),
        pytest.param(
            "Cllr Costa asked that Dee Firth check the wall, and she agreed.",
            [("requested", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]])],
            id="who is asked to act behind that",
        ),
        pytest.param(
            "Cllr Costa said that it was late, and invited the Clerk to say whether it was paid. Joy Lunn said so.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who is invited to say whether it is so",
        ),
        pytest.param(
            "In reply to Cllr Costa it was confirmed that the wall was dry.",
            [("asked", ["Ann Costa"], [], [[]])],
            id="an answer by nobody with no comma",
        ),
        pytest.param("A tenant who had come from Leeds asked", [], id="a question that is cut off"),
        pytest.param(
            "1. Bins\n\nQ4. Who pays?\n\nA. Joy Lunn said that the Council did. It was dear.",
            [("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="a numbered question whose answer has no number",
        ),
        pytest.param(
            "Cllr Costa asked whether it was new. It was not clear, and the Clerk undertook to find out.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who answers behind what nobody says",
        ),
        pytest.param(
            "The Clerk was also asked about bins. She said that there were two.",
            [("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who was also asked",
        ),
        pytest.param(
            "Cllr Costa asked who paid. He and the Clerk agreed to find out.",
            [("asked", ["Ann Costa"], [], [[]])],
            id="he and another",
        ),
        pytest.param(
            "Cllr Costa asked that Dee Firth be told.", [("requested", ["Ann Costa"], [], [])], id="who is to be told"
        ),
        pytest.param(
            "Cllr Costa asked for a list, which the Clerk will send.\n\nCllr Oakes commented that it was late.",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who will do what is asked for",
        ),
        pytest.param(
            "A tenant who had come from Leeds asked whether it was dry. The Clerk said that it was.",
            [("asked", [], ["Joy Lunn"], [["Joy Lunn"]])],
            id="somebody told of by what he had done",
        ),
        pytest.param(
            "1. Bins\n\nQ. (Cllr Costa, by email) Who pays?\n\nA: The Council pays. (Joy Lunn)",
            [("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]])],
            id="who asks in brackets before the question, who answers behind the answer",
        ),
        pytest.param(
            "Cllr Costa asked:\n\n- whether it was new. The Clerk said so.\n\n- how it was paid. Dee Firth said so.",
            [
                ("asked", ["Ann Costa"], ["Joy Lunn"], [["Joy Lunn"]]),
                ("asked", ["Ann Costa"], ["Dee Firth"], [["Dee Firth"]]),
            ],
            id="a list of what is asked with the answer behind each",
        ),
    ],
)
def test_questions_at_a_council(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    doc = annotate_lines(text, *SPEECH, people=COUNCIL, stand_in=None, profile="uk-local-government")
    assert exchanges(doc) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The PCC asked the CC how the vans are kept. The CC responded that they are washed. She",
            [("asked", [PCC], [CC], [[CC]])],
            id="a sentence that is a pronoun alone",
        ),
        pytest.param(
            "PCC asked if vans are kept at night, CC advised yes but there would be more by year end.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a comma alone joins the answer",
        ),
        pytest.param(
            "The PCC asked if the vans are kept, the CC said that they are.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a comma alone joins what was said",
        ),
        pytest.param(
            "The PCC asked if the vans are kept and it was confirmed that they are.",
            [("asked", [PCC], [], [[]])],
            id="nobody is named for the answer in the question's sentence",
        ),
        pytest.param(
            "Officers were asked why the vans stood idle. It was explained that two drivers had left.",
            [("asked", [], [], [[]])],
            id="asked of some whom nobody can name",
        ),
        pytest.param(
            "Sought reassurance from the CC that the vans are kept. The CC said that they are.",
            [("sought_reassurance", [], [CC], [[CC]])],
            id="notes leave out who asks",
        ),
        pytest.param(
            "The PCC asked if the vans are kept. It was the CC's view that they are.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a view answers",
        ),
        pytest.param(
            "The PCC asked why the ACC's vans stood idle. The CC said that two drivers had left.",
            [("asked", [PCC], [CC], [[CC]])],
            id="whose thing it is about is not asked",
        ),
        pytest.param(
            "The PCC sought the ACC's views on the vans. He thought that they would last.",
            [("asked", [PCC], [ACC], [[ACC]])],
            id="whose views are sought is asked",
        ),
        pytest.param(
            "The PCC asked if the vans would last. The Chief was sure of it.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a post by its spoken name",
        ),
        pytest.param(
            "The PCC asked if the vans would last. The Chief Clerk was sure of it.",
            [("asked", [PCC], ["Chief Clerk"], [["Chief Clerk"]])],
            id="a spoken name that goes on is another's",
        ),
        pytest.param(
            "The PCC asked about vans. In response to the decline the CC and ACC said:\n\n- Two left.\n\n- One is ill.",
            [("asked", [PCC], [CC, ACC], [[CC, ACC]])],
            id="a joint answer behind a reply with no comma",
        ),
        pytest.param(
            "The ACC confirmed, in answer to a question from the PCC, that two vans were new.",
            [("asked", [PCC], [ACC], [[ACC]])],
            id="a question told inside its answer",
        ),
        pytest.param(
            "Questions were raised about vans; the ACC agreed to circulate a note.",
            [("asked", [], [ACC], [[ACC]])],
            id="a question by nobody and its answer",
        ),
        pytest.param(
            "The PCC asked for an assurance on vans. Assurance was given by the CC.",
            [("asked", [PCC], [CC], [[CC]])],
            id="an answer that is given",
        ),
        pytest.param(
            "The PCC asked why two vans were old, and the ACC asked the same about radios. The CC said that all were.",
            [("asked", [PCC, ACC], [CC], [[CC]])],
            id="two ask in one sentence",
        ),
        pytest.param(
            "In answer to a question from the PCC, CC said that two vans were new.",
            [("asked", [PCC], [CC], [[CC]])],
            id="who answers stands behind the comma",
        ),
        pytest.param(
            "The PCC asked whether, as in May, CC and ACC, said to be away, the vans are kept.",
            [("asked", [PCC], [], [])],
            id="a comma and a verb that does not stand next to the name join none",
        ),
        pytest.param(
            "The PCC asked the CC how the vans are kept. The CC responded that they are washed.",
            [("asked", [PCC], [CC], [[CC]])],
            id="plain question and answer",
        ),
        pytest.param(
            "The PCC said that rotas had changed and asked the CC for assurance on the gains. "
            "The CC and ACC said they held.",
            [("sought_reassurance", [PCC], [CC], [[CC, ACC]])],
            id="second verb asks, joint answer",
        ),
        pytest.param(
            "The PCC had been told that vans stood idle and queried the lack of drivers. "
            "The ACC replied that two had left.",
            [("queried", [PCC], [ACC], [[ACC]])],
            id="only the second verb reports",
        ),
        pytest.param(
            "The PCC asked if the CC was satisfied with the rota. The ACC said that it was new.",
            [("asked", [PCC], [CC], [[ACC]])],
            id="addressee is the subject of the clause, another answers",
        ),
        pytest.param(
            'Members wanted to be told how often. "When we can," the CC answered.',
            [("asked", ["Members"], [CC], [[CC]])],
            id="quoted, the speaker behind",
        ),
        pytest.param(
            "Would the vans last beyond March, the PCC asked, and if not, what then? "
            '"They will last," said the CC, "until we have better."',
            [("asked", [PCC], [CC], [[CC]])],
            id="a question as it was put, the asker inside it",
        ),
        pytest.param(
            "A resident of Cobbler's Row, a Mr Fenn, asked what had become of the bench. The CC said that it was gone.",
            [("asked", [], [CC], [[CC]])],
            id="an asker whom nobody names",
        ),
        pytest.param(
            "The PCC, while complimenting the force, took little comfort from that and asked for a plan. "
            "The CC said that there was one.",
            [("asked", [PCC], [CC], [[CC]])],
            id="only the second verb reports, behind an aside",
        ),
        pytest.param(
            "When challenged on the vans, the works team said that six would come. The PCC pressed the CC on pay.",
            [("challenged", [], [], [[]]), ("challenged", [PCC], [CC], [])],
            id="an answer by a body that no list knows, and the next question is no answer",
        ),
        pytest.param(
            "The PCC sought assurance from the CC that vans were kept; the CC gave that assurance.",
            [("sought_reassurance", [PCC], [CC], [[CC]])],
            id="the answer behind a semicolon",
        ),
        pytest.param(
            "The PCC queried if the vans were kept, the CC confirmed that they were.",
            [("queried", [PCC], [CC], [[CC]])],
            id="the answer behind a comma alone",
        ),
        pytest.param(
            "The PCC asked when the vans would come.\n\nResponding to the queries raised, the CC said soon.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a reply to the queries raised",
        ),
        pytest.param(
            "The PCC sought to clarify the rota. This was explained by the CC, who was content.",
            [("sought_clarity", [PCC], [CC], [[CC]])],
            id="a passive answer",
        ),
        pytest.param(
            "The PCC queried the figures in Appendix B. The CC acknowledged the error.",
            [("queried", [PCC], [CC], [[CC]])],
            id="a sentence that ends in a letter",
        ),
        pytest.param(
            "The PCC added that as the matter is old, could the board be better used. The CC said that it could.",
            [("asked", [PCC], [CC], [[CC]])],
            id="question by word order",
        ),
        pytest.param(
            "The CC was asked whether the vans are safe. He confirmed that they are.",
            [("asked", [], [CC], [[CC]])],
            id="passive names the addressee, no asker",
        ),
        pytest.param(
            "It was queried whether the plan was late.", [("queried", [], [], [])], id="passive with nobody named"
        ),
        pytest.param(
            "When asked for clarity on costs, the force said that they were high.",
            [("sought_clarity", [], [FORCE], [[FORCE]])],
            id="implied question in an opener",
        ),
        pytest.param(
            "In reply to Members' queries, the Chief Constable stated that it was fine.",
            [("queried", ["Members"], [CC], [[CC]])],
            id="the answer stands before the question",
        ),
        pytest.param(
            "Cllr Tarn asked what had become of the plan.",
            [("asked", ["Eve Tarn"], [], [])],
            id="title and surname, no answer recorded",
        ),
        pytest.param(
            "The PCC followed up by asking the CC when it would end. The CC said in May.",
            [("asked", [PCC], [CC], [[CC]])],
            id="gerund after by",
        ),
        pytest.param(
            "The PCC asked the CC to arrange a visit.", [("requested", [PCC], [CC], [])], id="asked to do is a request"
        ),
        pytest.param(
            "The PCC asked the CC to explain the delay.", [("asked", [PCC], [CC], [])], id="asked to tell is a question"
        ),
        pytest.param(
            "A question was raised by the PCC about pay.", [("asked", [PCC], [], [])], id="a question raised by"
        ),
        pytest.param(
            "A query was raised about vans. The CC said that there were six.",
            [("queried", [], [CC], [[CC]])],
            id="the noun of the question tells its act",
        ),
        pytest.param(
            "Members asked a number of questions and the Chief Constable explained the rota.",
            [("asked", ["Members"], [CC], [[CC]])],
            id="question and answer in one sentence",
        ),
        pytest.param(
            "Both the PCC and the ACC asked about vans. MW explained that there were six.",
            [("asked", [PCC, ACC], [], [[]])],
            id="joint askers, an answerer whom the list does not know",
        ),
        pytest.param("The board had asked for a plan in the spring.", [], id="what had been asked before"),
        pytest.param("The PCC asked the CC last year to publish a map.", [], id="a time behind whom it was asked"),
        pytest.param("In March 2023 the PCC asked the CC for a map.", [], id="a time that opens the sentence"),
        pytest.param("At the last meeting, the PCC asked for a map. The CC showed it.", [], id="the last meeting"),
        pytest.param(
            "When she visited the yard in March, the PCC was asked by staff when the vans would come.",
            [],
            id="a visit that opens the sentence",
        ),
        pytest.param(
            "The PCC asked about thefts last year. The CC said that there were nine.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a time of what is asked about",
        ),
        pytest.param(
            "The PCC said that people were cross last year and asked if it would end. The CC said that it would.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a time of what is said before the question",
        ),
        pytest.param(
            "The PCC asked for the figures first requested in 2021.",
            [("asked", [PCC], [], [])],
            id="a time of what else was requested",
        ),
        pytest.param(
            "The CC replied to the PCC's queries as follows:\n\n- The desk is open.\n- Two vans are new.",
            [("queried", [PCC], [CC], [[CC]])],
            id="who replies to whose queries",
        ),
        pytest.param(
            "The ACC answered questions from the PCC and the CC, and said that vans were kept.",
            [("asked", [PCC, CC], [ACC], [[ACC]])],
            id="who answers questions from whom",
        ),
        pytest.param(
            "The CC said that residents had asked for more patrols.", [], id="what others asked is no question"
        ),
        pytest.param(
            "Following a question from the PCC about vans, the CC informed the meeting that there were six.",
            [("asked", [PCC], [CC], [[CC]])],
            id="the question opens the sentence of its answer",
        ),
        pytest.param(
            "After queries raised by the PCC and the ACC, the CC explained that there were six.",
            [("queried", [PCC, ACC], [CC], [[CC]])],
            id="questions raised open the sentence of the answer",
        ),
        pytest.param(
            "Following a question from the PCC, the Committee noted the report.",
            [],
            id="who takes note answers nothing",
        ),
        pytest.param(
            "Following a question from the PCC, the PCC thanked the staff.",
            [],
            id="nobody answers his own question",
        ),
        pytest.param(
            "The PCC asked if vans are kept. The ACC went further, asking whether all are. The CC said so.",
            [("asked", [PCC], [], []), ("asked", [ACC], [CC], [[CC]])],
            id="a participle asks",
        ),
        pytest.param(
            "The PCC said that residents had written to him, asking for more vans.",
            [],
            id="a participle of what others wrote",
        ),
        pytest.param(
            "The PCC had a letter from the shops, asking for more vans.",
            [],
            id="a participle of a letter",
        ),
        pytest.param(
            "The PCC asked whether vans were kept, and the CC and ACC both said that they were.",
            [("asked", [PCC], [CC, ACC], [[CC, ACC]])],
            id="both say that",
        ),
        pytest.param(
            "The PCC asked that a map be kept and the CC agreed to see to it.",
            [("requested", [PCC], [CC], [[CC]])],
            id="what was requested is agreed to",
        ),
        pytest.param(
            "The PCC asked for a map, which the CC agreed to provide.",
            [("asked", [PCC], [CC], [[CC]])],
            id="a relative clause agrees",
        ),
        pytest.param(
            "The PCC asked about the map, which the CC had drawn.",
            [("asked", [PCC], [], [])],
            id="a relative clause that only describes",
        ),
        pytest.param(
            "The PCC questioned if vans were kept, with the CC confirming that they were.",
            [("queried", [PCC], [CC], [[CC]])],
            id="an answer tacked on",
        ),
        pytest.param(
            "The PCC asked about the walk with the CC on Monday.",
            [("asked", [PCC], [], [])],
            id="with whom is no answer",
        ),
        pytest.param(
            "The PCC asked if vans were kept. They were not, said the CC.",
            [("asked", [PCC], [CC], [[CC]])],
            id="the verb before who answers",
        ),
        pytest.param(
            "The PCC asked when it would open. Six weeks, was the answer.",
            [("asked", [PCC], [], [[]])],
            id="an answer by nobody, told last",
        ),
        pytest.param(
            "In answer to the PCC, who had asked about damp, it was explained that all roofs are dry.",
            [("asked", [PCC], [], [[]])],
            id="nobody answers who is described",
        ),
        pytest.param(
            "It was also queried whether vans were kept. The CC said that they were.",
            [("queried", [], [CC], [[CC]])],
            id="an adverb in the passive",
        ),
        pytest.param(
            "The PCC asked for the CC's assessment of the rota.",
            [("asked", [PCC], [CC], [])],
            id="whose assessment is asked for",
        ),
        pytest.param(
            "The PCC asked for the CC's rota.",
            [("asked", [PCC], [], [])],
            id="whose rota is asked for is not asked",
        ),
        pytest.param(
            "A resident of the Row wanted to know about vans; the CC explained that there were six.",
            [("asked", [], [CC], [[CC]])],
            id="somebody unnamed asks before a semicolon",
        ),
        pytest.param("The vans were cleaned and the radios were tested.", [], id="narrative"),
    ],
)
def test_exchanges(annotate_lines: Annotate, text: str, expected: list[Heard]) -> None:
    assert exchanges(annotate_lines(text, *SPEECH)) == expected


def test_a_new_item_ends_the_exchange(annotate_lines: Annotate) -> None:
    text = (
        "1. Vans\n\nThe PCC asked the CC about vans.\n\n2. Radios\n\nThe CC said that the radios were all new by now.\n"
    )
    doc = annotate_lines(text, *SPEECH)
    assert exchanges(doc) == [("asked", [PCC], [CC], [])]
    assert [s.quote for s in doc._.statements] == ["The CC said that the radios were all new by now."]
