import pytest

from graph_loader.model.record import Person
from tests.annotate.conftest import COMMITMENTS, FORCE, Annotate, Plain, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The CC said that she and the ACC would write to the owners by May.",
            [("promise", ["Ben Hale", "Cy Dunn"], "2020-05")],
            id="a pronoun and another",
        ),
        pytest.param(
            "The CC said that the ACC and she would write to the owners by May.",
            [("promise", ["Ben Hale", "Cy Dunn"], "2020-05")],
            id="another and a pronoun",
        ),
        pytest.param(
            "The CC is recruiting two more clerks by May.", [("promise", ["Ben Hale"], "2020-05")], id="under way"
        ),
        pytest.param("The CC is recruiting two more clerks.", [], id="under way without a day"),
        pytest.param(
            "The CC undertook to find out whether it could be done by May.",
            [("promise", ["Ben Hale"], None)],
            id="a day of what is to be found out",
        ),
        pytest.param(
            "She and the CC had met them in March, and she promised that a clerk would be there.",
            [],
            id="she behind she and another",
        ),
        pytest.param(
            "The CC spoke of the wait.\n\nShe would write to the owners by May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="a paragraph that goes on with who alone spoke",
        ),
        pytest.param(
            "The CC spoke of the wait. The ACC was late.\n\nShe would write to the owners by May.",
            [],
            id="a paragraph behind one of two people",
        ),
        pytest.param(
            "The wait was long.\n\nShe would write to the owners by May.", [], id="a paragraph behind one of nobody"
        ),
        *(
            pytest.param(f"Action 3: {status}", [], id=f"an action that stands so: {status}")
            for status in (
                "complete.",
                "done in April.",
                "see item 9.",
                "carried forward.",
                "ongoing",
                "not yet begun; to be done by June.",
                "the figures had come each month.",
                "the letters were with the owners.",
            )
        ),
        pytest.param(
            "Action 3: find out what was sent.\n\nAction 4: the CC has agreed to write in May.",
            [("action", [], None), ("action", [], "2020-05")],
            id="an action that speaks of what was",
        ),
        pytest.param(
            "Action 3: complete. Action 4: the CC to write in May.",
            [("action", ["Ben Hale"], "2020-05")],
            id="two actions in one paragraph",
        ),
        pytest.param("Crime was rising and people are moving away by May.", [], id="what goes on by itself"),
        pytest.param(
            "The CC said that she expected the wait to be cleared by May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="a thing that is expected to be done by a day",
        ),
        pytest.param("The CC said that she expected the wait to be short.", [], id="what is expected without a day"),
        pytest.param("The board will meet quarterly.", [], id="how often a board meets"),
        pytest.param("Meetings will be held every month.", [], id="how often meetings are held"),
        pytest.param("Officers will always attend.", [], id="what is always done"),
        pytest.param("The CC will meet the owners in May.", [("promise", ["Ben Hale"], "2020-05")], id="meets once"),
        pytest.param("The CC was not sure and took this away.", [("promise", ["Ben Hale"], None)], id="took away"),
        pytest.param(
            "The ACC said that the patrols would resume when the ice is gone.",
            [("promise", [FORCE], None)],
            id="what will resume",
        ),
        pytest.param(
            "The ACC said that from 1 May a clerk would ring each owner.",
            [("promise", [FORCE], "2020-05-01")],
            id="the day opens the clause",
        ),
        pytest.param("Asked for the sum, the officer undertook to send it.", [("promise", [], None)], id="an officer"),
        pytest.param(
            "ACTION 23/053a: The ACC to review the rota.\n\nACTION 23/053b: CD to write to the Council by May.",
            [("action", ["Cy Dunn"], None), ("action", ["Cy Dunn"], "2020-05")],
            id="a label with a number and a letter",
        ),
        pytest.param(
            "RESOLVED 19/42 –\n\n(i) That the report be noted;\n\n(ii) That the CC be requested to write in May;",
            [("action", ["Ben Hale"], "2020-05")],
            id="a numbered resolution over a list",
        ),
        pytest.param(
            "The CC said that one family had been told by the agent that a place would be found by May.",
            [],
            id="what others were told some other time",
        ),
        pytest.param("The CC estimated that 900 visits would be moved by May.", [], id="what is foreseen"),
        pytest.param("The CC was sorry. If the owner were to ring him he would look into it.", [], id="only supposed"),
        pytest.param(
            "The PCC said the ACC had written to her to say that he will attend the June meeting.",
            [("promise", ["Cy Dunn"], "2020-06")],
            id="whose word another reports",
        ),
        pytest.param(
            "It was agreed that the CC and PCC should draft a leaflet for the June meeting, and that the ACC would "
            "check it.",
            [("action", ["Ben Hale", "Ada Moss"], "2020-06"), ("action", ["Cy Dunn"], None)],
            id="two clauses of what was agreed",
        ),
        pytest.param("ACTION: The ACC to review the rota.", [("action", ["Cy Dunn"], None)], id="owner first"),
        pytest.param("ACTION: A note to be sent to all.", [("action", [], None)], id="labelled, no owner"),
        pytest.param("CD to write to the Council by May.", [("action", ["Cy Dunn"], "2020-05")], id="initials to do"),
        pytest.param(
            "The vans were old. Action arising – PCC / CC to discuss at the next visit.",
            [("action", ["Ada Moss", "Ben Hale"], None)],
            id="label in the middle of a paragraph",
        ),
        pytest.param(
            "The ACC was asked to write to the owners by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="asked to do a thing",
        ),
        pytest.param("It was agreed that CD write to the owners.", [("action", ["Cy Dunn"], None)], id="that he do it"),
        pytest.param(
            "It was agreed that the CC write to the owners and that Mr Wray prepare a list by 25 October.",
            [("action", ["Ben Hale"], None), ("action", [], "2020-10-25")],
            id="two who are to act, each with his own day",
        ),
        pytest.param(
            "Members agreed that the report be noted, and that the Head of Fleet bring figures in May.",
            [("action", [], "2020-05")],
            id="noted, and a task for one whom no list names",
        ),
        pytest.param("It was agreed that the list be noted and that the shops open late.", [], id="no task in either"),
        pytest.param(
            "The Cabinet agreed that the ACC would write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="whoever met agreed",
        ),
        pytest.param(
            "The full Council unanimously resolved that CD write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="whoever met resolved",
        ),
        pytest.param("The supplier agreed that the vans were late.", [], id="who only owns up"),
        pytest.param(
            "The CC would meet the owners, and four recruits would start in June.",
            [("promise", ["Ben Hale"], None), ("promise", [FORCE], "2020-06")],
            id="two promises of different people, each with its own day",
        ),
        pytest.param(
            "The ACC said that the list would be sent by May and that he would write in June.",
            [("promise", ["Cy Dunn"], "2020-06"), ("promise", [FORCE], "2020-05")],
            id="what somebody does, and what is done",
        ),
        pytest.param(
            "The CC gave her word that the list would be sent by May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="one word for one deed",
        ),
        pytest.param("Nobody would be moved without a list.", [], id="nobody does it"),
        pytest.param("No more vans will be sold by May.", [], id="none will be"),
        pytest.param(
            "If that happened, more vans would be washed in the barn.", [], id="that which is supposed in one word"
        ),
        pytest.param(
            "The ACC was not hopeful but said that he would write to the owners.",
            [("promise", ["Cy Dunn"], None)],
            id="no hope of one thing, and a promise",
        ),
        pytest.param(
            "The CC would keep the PCC informed.", [("promise", ["Ben Hale"], None)], id="keep somebody informed"
        ),
        pytest.param("The CC would keep the old van.", [], id="keep a thing"),
        pytest.param(
            "The CC said that it was late. The force had agreed to lend a van. She would write to the owners.",
            [("promise", ["Ben Hale"], None)],
            id="no body is she",
        ),
        pytest.param(
            "The PCC hoped for more. The ACC was late but said he would write. He would also see if it helped.",
            [("promise", ["Cy Dunn"], None), ("promise", ["Cy Dunn"], None)],
            id="he who told it last",
        ),
        pytest.param(
            "RESOLVED that the rota be noted; and that the ACC report in October.",
            [("action", ["Cy Dunn"], "2020-10")],
            id="a second resolution behind a semicolon, with the day of an order",
        ),
        pytest.param("RESOLVED that no change be recommended.", [], id="resolved to do nothing"),
        pytest.param(
            "Members agreed that the ACC be asked to write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="agreed that somebody be asked",
        ),
        pytest.param("ACTION: Circulate the list. CC", [("action", ["Ben Hale"], None)], id="the owner as a sentence"),
        pytest.param(
            "ACTION: Circulate the list. It is long.", [("action", [], None)], id="a second sentence that is no owner"
        ),
        pytest.param(
            "ACTION: CD to bring the list to the October meeting.",
            [("action", ["Cy Dunn"], "2020-10")],
            id="an order looks ahead",
        ),
        pytest.param(
            "ACTION: CD to publish the figures. They had been sent on 2 February.",
            [("action", ["Cy Dunn"], None)],
            id="what is past behind an order",
        ),
        pytest.param(
            "The CC would let the owners have an answer in October.",
            [("promise", ["Ben Hale"], "2020-10")],
            id="to have an answer is not past",
        ),
        pytest.param(
            "RESOLVED to:\n\n(a) note it;\n(b) ask the ACC to bring a list in October;\n(c) write to the owners.",
            [("action", ["Cy Dunn"], "2020-10"), ("action", [], None)],
            id="a list whose entries lack their `to`",
        ),
        pytest.param("RESOLVED that the fee be £96 a week.", [], id="what is decided and no task"),
        pytest.param(
            "The list was late. It should be sent to all. (Action: CD by 3 June)",
            [("action", ["Cy Dunn"], "2020-06-03")],
            id="owner and day in brackets",
        ),
        pytest.param(
            "ACTION BY: Cy Dunn\n\nWrite to the owners.", [("action", ["Cy Dunn"], None)], id="action by, and the task"
        ),
        pytest.param(
            "Next steps\n\n- Sell the vans\n- CD to write to the owners\n\nThe vans were old.",
            [("next_step", [], None), ("next_step", ["Cy Dunn"], None)],
            id="a list of next steps",
        ),
        pytest.param(
            "The list was late.\n\nAction CD/PCC to write to the owners.",
            [("action", ["Cy Dunn", "Ada Moss"], None)],
            id="a label with no stop before two owners",
        ),
        pytest.param(
            "Action 2020/06 (1): CD to write to the owners.", [("action", ["Cy Dunn"], None)], id="a number in brackets"
        ),
        pytest.param("CD to write to the owners: done", [], id="done behind a colon"),
        pytest.param("CC: will write to the owners.", [("promise", ["Ben Hale"], None)], id="who is to act as a label"),
        pytest.param(
            "Agreed actions\n\n- CD: a list of vans\n- CC: write to the owners\n\nThe vans were old.",
            [("action", ["Cy Dunn"], None), ("action", ["Ben Hale"], None)],
            id="a paragraph behind the bullets of a list",
        ),
        pytest.param(
            "Summary of actions\n\n1) CD - a list of vans (14 June)\n2) Write to the owners (CC)\n\n5. Next meeting",
            [("action", ["Cy Dunn"], "2020-06-14"), ("action", ["Ben Hale"], None)],
            id="a numbered list of actions",
        ),
        pytest.param(
            "Action owner: CD\n\nAction: Write to the owners\n\nDue: 3 May 2020\n\nThe vans were old.",
            [("action", ["Cy Dunn"], "2020-05-03")],
            id="owner and day on lines of their own",
        ),
        pytest.param(
            "Action: Write to the owners\n\nLead: CD\n\nDeadline: May\n\nStatus: open",
            [("action", ["Cy Dunn"], "2020-05")],
            id="owner and day below",
        ),
        pytest.param(
            "The Board NOTED the list and ASKED the ACC to write to the owners by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="asked in capitals",
        ),
        pytest.param(
            "The Board AGREED to receive the list and REQUESTED that the ACC write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="requested in capitals",
        ),
        pytest.param(
            "The CC is to write a plan, which the PCC will publish.",
            [("promise", ["Ben Hale"], None)],
            id="which another",
        ),
        pytest.param(
            "The vans are due to be sold by May.", [("promise", [FORCE], "2020-05")], id="due to be done by a day"
        ),
        pytest.param(
            "The CC would be in touch with the owners.", [("promise", ["Ben Hale"], None)], id="to be in touch"
        ),
        pytest.param(
            "It was agreed that the CC should meet the owners.", [("action", ["Ben Hale"], None)], id="should, agreed"
        ),
        pytest.param(
            "The CC and the ACC are seeing the owners in May.",
            [("promise", ["Ben Hale", "Cy Dunn"], "2020-05")],
            id="are seeing somebody on a day",
        ),
        pytest.param("A drill would be held each term.", [], id="what is done each term"),
        pytest.param("The lease would run out in May.", [], id="what runs out"),
        pytest.param("The ACC was worried that vans would be sold.", [], id="a worry"),
        pytest.param("The tenant will be given notice if the plot is not worked.", [], id="done only if"),
        pytest.param("A check will be made to see if it can be sold.", [("promise", [FORCE], None)], id="to see if"),
        pytest.param(
            "The CC was happy to write to the owners.", [("promise", ["Ben Hale"], None)], id="happy to do it"
        ),
        pytest.param("The CC was happy to be there.", [], id="happy to be somewhere"),
        pytest.param("The CC is going to find a date.", [("promise", ["Ben Hale"], None)], id="find a date"),
        pytest.param("The CC will find that it is late.", [], id="find that it is so"),
        pytest.param("Vans would be sold only as a last resort.", [], id="only in some case"),
        pytest.param(
            "It was agreed that a letter be sent by the CC to the owners.",
            [("action", ["Ben Hale"], None)],
            id="agreed that it be done by somebody",
        ),
        pytest.param(
            "The PCC asked the ACC to write to the owners. He was content to do so.",
            [("promise", ["Cy Dunn"], None)],
            id="not who asked for it",
        ),
        pytest.param("It was agreed to write to the owners.", [("action", [], None)], id="agreed to do it"),
        pytest.param(
            "Following discussion, it was agreed that the ACC would write to the owners by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="agreed behind a discussion",
        ),
        pytest.param(
            "It was unanimously agreed that CD write to the owners.", [("action", ["Cy Dunn"], None)], id="all agreed"
        ),
        pytest.param(
            "RESOLVED – that:\n\n(a) the rota be noted;\n\n(b) the ACC be asked to report by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="a list of resolutions whose lead-in holds their `that`",
        ),
        pytest.param(
            "Resolved (proposed by the PCC):\n\n(i) that the rota be noted; and\n\n"
            "(ii) that the Head of Fleet bring figures to the meeting in May.",
            [("action", [], "2020-05")],
            id="a resolution gives a task to one whom no list names",
        ),
        pytest.param(
            "The ACC said that it was late and he'd remind the drivers.", [("promise", ["Cy Dunn"], None)], id="he'd"
        ),
        pytest.param(
            "The ACC expects to finish it by May.", [("promise", ["Cy Dunn"], "2020-05")], id="expects by a day"
        ),
        pytest.param("The ACC expects to finish it.", [], id="expects with no day"),
        pytest.param("CD to circulate dates for 2020/21.", [("action", ["Cy Dunn"], None)], id="what for is not when"),
        pytest.param(
            "It was proposed by the PCC and RESOLVED to write to the owners by May.",
            [("action", [], "2020-05")],
            id="a resolution behind its mover",
        ),
        pytest.param("It was proposed by the PCC and RESOLVED to raise no objection.", [], id="to do nothing"),
        pytest.param(
            "Following a short debate it was agreed unanimously that the vans be painted by May.",
            [("action", [], "2020-05")],
            id="agreed that a thing be done",
        ),
        pytest.param("It was agreed that the report be noted.", [], id="agreed that it be noted"),
        pytest.param(
            "ACTION CD to write to the owners.", [("action", ["Cy Dunn"], None)], id="no stop behind the label"
        ),
        pytest.param("ACTION (CD): Write to the owners.", [("action", ["Cy Dunn"], None)], id="owner in the label"),
        pytest.param("Action for CD: write to the owners.", [("action", ["Cy Dunn"], None)], id="a label for one"),
        pytest.param("A1: CD to write to the owners.", [("action", ["Cy Dunn"], None)], id="a code for a label"),
        pytest.param("A1 forms were sent to the owners.", [], id="a code that is no label"),
        pytest.param(
            "ACTION: The list to be sent. Owner: CD. Due: 1 May 2020",
            [("action", ["Cy Dunn"], "2020-05-01")],
            id="owner and day behind their names",
        ),
        pytest.param(
            "Action 5 – The list to be sent – CD – 1 May 2020",
            [("action", ["Cy Dunn"], "2020-05-01")],
            id="owner and day behind dashes",
        ),
        pytest.param(
            "The vans were old.\n\nAction: CD\n\nWrite to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="the task below its owner",
        ),
        pytest.param(
            "Action – the ACC will write to the owners in May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="the owner is the subject",
        ),
        pytest.param(
            "RESOLVED to instruct the ACC to write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="who is instructed owns it",
        ),
        pytest.param(
            "The ACC promised an update by May.", [("promise", ["Cy Dunn"], "2020-05")], id="promised a thing"
        ),
        pytest.param("The ACC had promised an update by May.", [], id="had promised before"),
        pytest.param(
            "The CC gave an undertaking that the hall would not close.", [("promise", ["Ben Hale"], None)], id="gave it"
        ),
        pytest.param("There were no plans to close the hall.", [], id="no plan is no promise"),
        pytest.param("The PCC said she expected to see progress by May.", [], id="who expects to see does nothing"),
        pytest.param("The next meeting will take place on 5 May.", [], id="the next meeting is no promise"),
        pytest.param("The ACC will be on leave from May.", [], id="an absence is no promise"),
        pytest.param(
            "When asked about vans, the ACC admitted that two were old, and undertook to bring a paper.",
            [("promise", ["Cy Dunn"], None)],
            id="a promise in the answer of the question's own sentence",
        ),
        pytest.param("It was agreed to be a success.", [], id="agreed to be"),
        pytest.param("The ACC was asked to explain it. He said that it was late.", [], id="asked to tell, and told"),
        pytest.param("The ACC had been asked to leave.", [], id="asked to do what is no task"),
        pytest.param(
            "It was moved by the PCC and RESOLVED:\n\n(i) that the rota be noted; and\n"
            "(ii) that the ACC be asked to report by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="a list of resolutions behind a lead-in",
        ),
        pytest.param("Actions arising\n\nThere were no actions arising.", [], id="none arising"),
        pytest.param("Reports to Action Fraud have doubled since the Action Plan began.", [], id="decoys"),
        pytest.param(
            "The scheme has begun in the north and will be extended to the south.",
            [("promise", [FORCE], None)],
            id="passive without agent is the force's",
        ),
        pytest.param(
            "This is to be addressed by the ACC.", [("promise", ["Cy Dunn"], None)], id="passive with an agent"
        ),
        pytest.param(
            "The CC said that it was late and would look into it.",
            [("promise", ["Ben Hale"], None)],
            id="reported future of the speaker",
        ),
        pytest.param(
            "The move is expected to take place in June or July 2021.",
            [("promise", [FORCE], "2021-06/2021-07")],
            id="expectation with a date",
        ),
        pytest.param(
            "The ACC said that it was expected in June.", [("promise", [FORCE], "2020-06")], id="it was expected"
        ),
        pytest.param("The move is expected to be popular.", [], id="expectation without a date"),
        pytest.param("The CC hoped to open it by May.", [("promise", ["Ben Hale"], "2020-05")], id="hope with a date"),
        pytest.param("The CC hoped to open it soon.", [], id="hope without a date"),
        pytest.param("The form will be used in the same way as if it were new.", [], id="as if"),
        pytest.param("Terms of members were due to expire in May.", [], id="what expires by itself"),
        pytest.param(
            "The board noted that the wall fell over Christmas and the CC will write to its owner.",
            [("promise", ["Ben Hale"], None)],
            id="a time of something else",
        ),
        pytest.param("The PCC hoped that the CC would close it by May.", [], id="hope for what another does"),
        pytest.param(
            "The PCC explained the purpose of the visit, which is to ask the CC about vans.",
            [],
            id="what a thing is for",
        ),
        pytest.param("The ACC will need to be more proactive.", [], id="need"),
        pytest.param("The CC will not close the desk.", [], id="refusal"),
        pytest.param("The PCC asked whether the desk will be closed.", [], id="inside a question"),
        pytest.param("The time saved will give officers more time.", [], id="effect"),
        pytest.param("The proposal is to use the barn for the vans.", [], id="what a proposal is"),
        pytest.param("The barn is to be cleared for the vans.", [("promise", [FORCE], None)], id="what is to be done"),
        pytest.param(
            "There is a process to hold talks which will involve the county.", [], id="a process that involves"
        ),
        pytest.param(
            "There will be talks with the county in May.", [("promise", [FORCE], "2020-05")], id="there will be"
        ),
        pytest.param("‘Any such van shall be washed by the driver’.", [], id="a wording that is quoted"),
        pytest.param("KEEP TO THE FOOTPATH", [], id="a word in a line of capitals is no short form of an owner"),
        pytest.param(
            "It was agreed to buy two vans. The old ones had done well.\n\nACTION: CD/ACC",
            [("action", ["Cy Dunn"], None)],
            id="owners under a label, of the sentence that sets a task",
        ),
        pytest.param(
            "Vans were bought.\n\nACTION: MEMBERS/CD", [("action", ["Members", "Cy Dunn"], None)], id="all of them"
        ),
        pytest.param(
            "ACTION Cy Dunn: write to the owners.\n\nACTION CD and PCC: count the vans.",
            [("action", ["Cy Dunn"], None), ("action", ["Cy Dunn", "Ada Moss"], None)],
            id="names behind a label with no stop",
        ),
        pytest.param("ACTION PLAN: the vans were counted.", [], id="a plan in capitals is no label with a name"),
        pytest.param(
            "It was agreed that the vans be counted. Action CD",
            [("action", ["Cy Dunn"], None)],
            id="label and owner at the end with no stop",
        ),
        pytest.param("The vans were counted. Action Fraud was told.", [], id="no owner behind the word"),
        pytest.param("The list was late. CD to action.", [("action", ["Cy Dunn"], None)], id="who is to act on it"),
        pytest.param(
            "Letter from the Council – CD to draft a reply; the ACC and PCC to send it.",
            [("action", ["Cy Dunn"], None), ("action", ["Cy Dunn", "Ada Moss"], None)],
            id="owners in the middle of a sentence",
        ),
        pytest.param("It was said in May that the rota was late; CD to the fore as ever.", [], id="no deed behind to"),
        pytest.param(
            "Action 1 – CD to count the vans. Closed.\n\nAction 2 – CD to sell them. The ACC said that he had.",
            [],
            id="entries of a log that say what came of them",
        ),
        pytest.param(
            "Action 1 – CD to count the vans. All of them are to be seen.",
            [("action", ["Cy Dunn"], None)],
            id="an action that goes on",
        ),
        pytest.param(
            "RESOLVED: That\n(a) the rota be noted;\n(b) the ACC be asked to report by May; and\n(c) the vans be sold.",
            [("action", ["Cy Dunn"], "2020-05"), ("action", [], None)],
            id="a list whose entries begin beside the label",
        ),
        pytest.param(
            "RESOLVED: That (1) the rota be noted; (2) the ACC write to the owners; and (3) the vans be sold.",
            [("action", ["Cy Dunn"], None), ("action", [], None)],
            id="entries in one paragraph",
        ),
        pytest.param(
            "RESOLVED that the rota be noted and the vans be sold.", [("action", [], None)], id="noted, and a task"
        ),
        pytest.param("RESOLVED that the rota be noted and the list be adopted.", [], id="noted and adopted"),
        pytest.param(
            "RESOLVED to object and to ask the ACC to write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="decided, and one asked",
        ),
        pytest.param(
            "Agreed:\n1. The vans stay in the barn.\n2. CD writes to the owners by May.",
            [("action", ["Cy Dunn"], "2020-05")],
            id="an entry of a list tells who does what",
        ),
        pytest.param(
            "RESOLVED that the ACC write to the owners. ACTION: CD",
            [("action", ["Cy Dunn"], None)],
            id="resolved and labelled is one",
        ),
        pytest.param(
            "The CC said that a talk was planned in April and that he would write to the owners in May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="of two promises the one with an owner, and its own day",
        ),
        pytest.param(
            "The ACC advised that a talk ends on 21 April, and the list will be sent by May.",
            [("promise", [FORCE], "2020-05")],
            id="the day of its own clause",
        ),
        pytest.param(
            "By the end of May, every van will be sold.", [("promise", [FORCE], "2020-05-31")], id="the day in front"
        ),
        pytest.param(
            "The ACC said that there were two vans and that three more had been ordered and would start in May.",
            [("promise", [FORCE], "2020-05")],
            id="joined to what a thing does",
        ),
        pytest.param(
            "The PCC, who had read the list, offered to send it; the ACC was grateful and said he would forward it.",
            [("promise", ["Ada Moss"], None), ("promise", ["Cy Dunn"], None)],
            id="the head of a sentence behind an aside, and another",
        ),
        pytest.param(
            "The PCC was late; the ACC was grateful and said he would forward it.",
            [("promise", ["Cy Dunn"], None)],
            id="a pronoun stands for who did something last",
        ),
        pytest.param(
            "The ACC wondered about it. He'll look at it and report back.",
            [("promise", ["Cy Dunn"], None)],
            id="a pronoun stands for the head of the sentence before",
        ),
        pytest.param("The vans were bought for May. They would write to him.", [], id="nobody whom a pronoun means"),
        pytest.param("Send the form and we will reply by May.", [], id="we who are not named"),
        pytest.param(
            "The list was long and it was further agreed that the ACC would write to the owners.",
            [("action", ["Cy Dunn"], None)],
            id="agreed in the middle of a sentence",
        ),
        pytest.param("The CC said he would do this.", [("promise", ["Ben Hale"], None)], id="do this"),
        pytest.param("The CC said the van would do well.", [], id="do well"),
        pytest.param("The CC was not sure but would find out.", [("promise", ["Ben Hale"], None)], id="find out"),
        pytest.param(
            "The CC said that he would be pleased to write.", [("promise", ["Ben Hale"], None)], id="pleased to do it"
        ),
        pytest.param("The CC said that he'd be surprised by more than two by May.", [], id="surprised by a day"),
        pytest.param(
            "The CC gave an assurance that the desk would not be closed.",
            [("promise", ["Ben Hale"], None)],
            id="assured that it would",
        ),
        pytest.param("The CC gave an assurance that the desk was open.", [], id="assured that it was"),
        pytest.param(
            "The CC accepted this and committed to a talk in May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="committed to a thing",
        ),
        pytest.param("The CC agreed to this.", [("promise", ["Ben Hale"], None)], id="agreed to this"),
        pytest.param("The CC agreed to this view of the vans.", [], id="agreed to a view"),
        pytest.param(
            "The scheme, which is to be extended in May, has begun.",
            [("promise", [FORCE], "2020-05")],
            id="which is to be extended",
        ),
        pytest.param(
            "The old van has been mended and will run until May.",
            [("promise", [FORCE], "2020-05")],
            id="what a thing will do by a day is the force's",
        ),
        pytest.param(
            "The PCC asked that a list be made and CD agreed to send one.",
            [("promise", ["Cy Dunn"], None)],
            id="granted in the sentence of the request",
        ),
        pytest.param(
            "ACTIONS\n17  CD to write to the owners\n18  A list of vans (CC)",
            [("action", ["Cy Dunn"], None), ("action", ["Ben Hale"], None)],
            id="numbers before the entries of a list",
        ),
        pytest.param(
            "If they had two vans, the old one would be sold.", [], id="what would be done if something were so"
        ),
        pytest.param(
            "If there was room, the ACC would write.", [("promise", ["Cy Dunn"], None)], id="who would do it if so"
        ),
        pytest.param(
            "The CC read out a letter in which the owner asked for a van and promised to write.",
            [],
            id="another's word",
        ),
        pytest.param("The terms of the CC are due to end in May.", [("promise", [FORCE], "2020-05")], id="of somebody"),
        pytest.param("Members discussed it and agreed to close the list.", [], id="all agree to decide"),
        pytest.param(
            "It was agreed, on the proposal of the PCC, that the ACC would write.",
            [("action", ["Cy Dunn"], None)],
            id="agreed on a proposal",
        ),
        pytest.param("Next steps include a survey, a pilot and a report.", [("next_step", [], None)], id="next steps"),
        pytest.param(
            "It could be made a stop junction, CD to ask the county.",
            [("action", ["Cy Dunn"], None)],
            id="who is to do it stands behind a comma",
        ),
        pytest.param(
            "She was pleased and invited the PCC, CD to attend.",
            [],
            id="one of those invited",
        ),
        pytest.param(
            "The vans were old.\n\nThe PCC asked why it was so. CD – we should have acted sooner.\n\nAction: CC / CD",
            [("action", ["Ben Hale", "Cy Dunn"], None)],
            id="owners alone behind what was said",
        ),
        pytest.param(
            "ACTION 5 – CD – count the vans – closed in the meeting",
            [],
            id="an action that is closed at once",
        ),
        pytest.param(
            "ACTION 5 – CD – count the closed vans",
            [("action", ["Cy Dunn"], None)],
            id="what is closed, not the action",
        ),
        pytest.param(
            "Actions agreed\n\nCD – count the vans\n\nThe meeting ended at 7.40pm. Next meeting: 5 May 2020.",
            [("action", ["Cy Dunn"], None)],
            id="the end of the meeting below a list of actions",
        ),
        pytest.param(
            "The CC said the supplier was late but would write by May.",
            [("promise", [], "2020-05")],
            id="another's deed with no that",
        ),
        pytest.param(
            "The CC said the vans were late and would be sold in May.",
            [("promise", [FORCE], "2020-05")],
            id="a thing's with no that",
        ),
        pytest.param(
            "The PCC said that the union was content and would reply by May.",
            [("promise", [], "2020-05")],
            id="those for whom the body does not answer",
        ),
        pytest.param(
            "A group of residents will be formed in May.", [("promise", [FORCE], "2020-05")], id="a group of them"
        ),
        pytest.param(
            "The CC, who was late, said the ACC would help and would report by May.",
            [("promise", ["Cy Dunn"], "2020-05")],
            id="whom another names",
        ),
        pytest.param(
            "The CC and the ACC said they would look at it by May.",
            [("promise", ["Ben Hale", "Cy Dunn"], "2020-05")],
            id="both who speak",
        ),
        pytest.param("The CC reminded Members that they would write by May.", [], id="those who are reminded"),
        pytest.param("The CC said that the PCC would expect a plan by May.", [], id="what somebody expects"),
        pytest.param("The CC did not think the vans would be sold by May.", [], id="what somebody does not think"),
        pytest.param("The vans should be running by May.", [], id="what should be going on"),
        pytest.param(
            "Moved by the PCC and\n\nRESOLVED –\n\n(1) That it be noted.\n\n(2) That the CC write to the owners.",
            [("action", ["Ben Hale"], None)],
            id="a list under a label with a dash",
        ),
        pytest.param(
            "RESOLVED:\n\n(a) that it be noted; and\n(b) that officers bring a list in May.",
            [("action", [], "2020-05")],
            id="those whom no list names, and who bear no article",
        ),
        pytest.param("RESOLVED:\n\n(a) that members note the report in May.", [], id="what members note"),
        pytest.param(
            "The CC said that at the next meeting she would present it.",
            [("promise", ["Ben Hale"], None)],
            id="what somebody will do at the next meeting",
        ),
        pytest.param(
            "The gap was £1.2m. CD would write by Mon. 16 Mar. 2020.",
            [("promise", ["Cy Dunn"], "2020-03-16")],
            id="stops of sums and of days",
        ),
        pytest.param(
            "It will be done in May. 12 vans will be sold in June.",
            [("promise", [FORCE], "2020-05"), ("promise", [FORCE], "2020-06")],
            id="a month at the end and a figure",
        ),
        pytest.param("The CC committed to publishing it.", [("promise", ["Ben Hale"], None)], id="committed to a deed"),
        pytest.param("The CC is committed to fairness.", [], id="committed to a value"),
        pytest.param(
            "The CC gave her word that nobody would wait.", [("promise", ["Ben Hale"], None)], id="her own word"
        ),
        pytest.param("The CC took an action to look at it.", [("promise", ["Ben Hale"], None)], id="took an action"),
        pytest.param("The vans should be ready by May.", [("promise", [FORCE], "2020-05")], id="should be by a day"),
        pytest.param("The vans should be ready.", [], id="should be without a day"),
        pytest.param("The PCC felt that the vans should be ready by May.", [], id="what somebody thinks right"),
        pytest.param("The desk is set to open in May.", [("promise", [FORCE], "2020-05")], id="set to by a day"),
        pytest.param(
            "It was agreed that the ACC would find a site.", [("action", ["Cy Dunn"], None)], id="any deed will do"
        ),
        pytest.param(
            "The CC agreed. Sgt Zq replied that he would write.", [("promise", [], None)], id="a stranger's own word"
        ),
        pytest.param(
            "The PCC reminded the CC that she had not heard. He undertook to write.",
            [("promise", [], None)],
            id="he is one of two of whom the other is she",
        ),
        pytest.param(
            "The PCC felt she knew. The CC asked the PCC why. He would write by May.",
            [("promise", ["Ben Hale"], "2020-05")],
            id="who says she is not he",
        ),
        pytest.param(
            "The CC said that Zq Trust had asked for a plan by 6 October; she would send it to the PCC first.",
            [("promise", ["Ben Hale"], None)],
            id="the day of what stands before a semicolon",
        ),
        pytest.param(
            "A desk in the office of the PCC will open by May. A desk at the PCC will open by June.",
            [("promise", [FORCE], "2020-05"), ("promise", [FORCE], "2020-06")],
            id="where a thing stands",
        ),
        pytest.param(
            "ACTION: The CC had undertaken to send it by the end of January; the PCC confirmed this.",
            [("action", [], None)],
            id="a month with no year that was the last one",
        ),
        pytest.param("The main aim of the scheme is to provide lifts.", [], id="the aim of something"),
        pytest.param("Goals for this session are to identify the needs.", [], id="the goals for something"),
    ],
)
def test_commitments(annotate_lines: Annotate, text: str, expected: list[Plain]) -> None:
    assert [plain(found) for found in annotate_lines(text, *COMMITMENTS)._.commitments] == expected


@pytest.mark.parametrize(
    ("cell", "due"),
    [
        ("May", "2020-05"),
        ("May Board", "2020-05"),
        ("Two weeks", "2020-03-17"),
        ("Carried forward to May", "2020-05"),
        ("1 February 2020", "2020-02-01"),
        ("Ongoing", None),
        ("ASAP", None),
    ],
)
def test_a_column_of_due_dates_says_when(annotate_lines: Annotate, cell: str, due: str | None) -> None:
    text = f"| Action | Owner | Due |\n|---|---|---|\n| Count the vans | CD | {cell} |\n"
    (found,) = annotate_lines(text, *COMMITMENTS)._.commitments
    assert plain(found) == ("action", ["Cy Dunn"], due)


@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ("The CC will open it by May.", "firm"),
        ("The CC undertook to open it by May.", "firm"),
        ("The CC intends to open it by May.", "intended"),
        ("It is expected to open by May.", "intended"),
        ("The CC hopes to open it by May.", "hoped"),
        ("It is hoped that the desk will open by May.", "hoped"),
        ("The CC said that a desk would, it was hoped, be opened by May.", "hoped"),
        ("It was expected the desk would be opened by May.", "intended"),
        ("It is intended that the desk will open by May.", "intended"),
    ],
)
def test_how_firm_a_promise_is_stays(annotate_lines: Annotate, said: str, strength: str) -> None:
    assert [found.strength for found in annotate_lines(said, *COMMITMENTS)._.commitments] == [strength]


def test_an_owner_column_owns_the_action_beside_it(annotate_lines: Annotate) -> None:
    text = "\t1\tVANS\tACTION\n\t\tA list of vans will be drawn up for the next meeting.\tACC\n"
    (found,) = annotate_lines(text, *COMMITMENTS)._.commitments
    assert plain(found)[:2] == ("action", ["Cy Dunn"])
    assert found.owner_text == "ACC"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The vans were old. It was requested that two be sold.", "It was requested that two be sold."),
        ("Members asked a lot. The ACC was asked to count the vans.", "The ACC was asked to count the vans."),
        ("The list was accepted subject to adding two vans.", "The list was accepted subject to adding two vans."),
        ("The vans were old. They were blue.", None),
    ],
)
def test_which_sentence_an_owner_column_owns(annotate_lines: Annotate, text: str, quote: str | None) -> None:
    found = annotate_lines(f"\t1\tVANS\tACTION\n\t\t{text}\tACC\n", *COMMITMENTS)._.commitments
    assert [each.quote for each in found] == ([quote] if quote else [])


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Agenda - Harbour Board", 0),
        ("Harbour Board of the Port of Marle: Agenda", 0),
        ("Harbour Board\n\nNOTICE IS HEREBY GIVEN of a meeting of the Board", 0),
        ("Harbour Board\n\nYou are hereby summoned to a meeting of the Board", 0),
        ("Minutes - Harbour Board", 1),
        ("Minutes - Harbour Board\n\nAgenda", 1),
        ("Agenda\n\nPresent: nobody could be read here", 1),
        ("Agenda\n\nIt was noted that the vans were old.", 1),
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "Papers will be published by 27 May 2020.",
        "Cllr Dray to report.",
        "The Harbour Trust is asked to write to the owners by 31 July.",
    ],
)
def test_an_agenda_promises_nothing(annotate_lines: Annotate, head: str, count: int, text: str) -> None:
    text = f"{head}\n\n3 March 2020\n\n1. Vans\n\n{text}\n"
    people = (Person(name="Dray", role="Councillor", attendance="mentioned"),)
    assert len(annotate_lines(text, "kg_bodies", *COMMITMENTS, people=people)._.commitments) == count


@pytest.mark.parametrize(
    ("head", "text", "count"),
    [
        ("Agenda - Harbour Board", "Should the Board sell the vans this year?", 0),
        ("Minutes - Harbour Board", "Should the Board sell the vans this year?", 1),
        ("Agenda", "Should the Board sell the vans this year?\n\nCllr Dray said that it should.", 1),
        ("Agenda", "Cllr Dray asked whether the vans would be sold.", 1),
        ("Minutes", "Cllr Dray asked whether the vans would be sold.\n\nWould you like to receive our news?", 1),
        ("Minutes\n\nDid you find what you want?", "Cllr Dray asked whether the vans would be sold.", 1),
        ("Minutes", "Would you publish the list?", 1),
    ],
)
def test_agendas_and_pages_ask_nothing(annotate_lines: Annotate, head: str, text: str, count: int) -> None:
    people = (Person(name="Dray", role="Councillor", attendance="mentioned"),)
    doc = annotate_lines(f"{head}\n\n3 March 2020\n\n1. Vans\n\n{text}\n", *COMMITMENTS, people=people)
    assert len(doc._.exchanges) == count
