from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from graph_loader.extract import extract_record
from graph_loader.read import read_document

Annotate = Callable[..., Doc]
HEAD = "Harbour Board\n\nDate: 4 May 2020\n\n"


def attendance(annotate: Annotate, text: str) -> list[tuple[str, str | None, str]]:
    doc = annotate(f"{HEAD}{text}\n\n1. Minutes\n\nThe minutes were agreed.", "kg_meeting", "kg_attendance", people=())
    return [(person.name, person.role, person.attendance) for person in doc._.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Present:\nAnn Bell, Clerk\nTom Ash, Treasurer\nCouncillors: David Cole, Mary Dray and\nT.W. Elm, Sue Fox",
            [
                ("Ann Bell", "Clerk", "present"),
                ("Tom Ash", "Treasurer", "present"),
                ("David Cole", "Councillor", "present"),
                ("Mary Dray", "Councillor", "present"),
                ("T.W. Elm", "Councillor", "present"),
                ("Sue Fox", "Councillor", "present"),
            ],
            id="a running list among lines of one person each",
        ),
        pytest.param(
            "Membership: Cllr A Ford (Chair), Cllr B Lane, Cllr J.P. House",
            [
                ("A Ford", "Councillor, Chair", "mentioned"),
                ("B Lane", "Councillor", "mentioned"),
                ("J.P. House", "Councillor", "mentioned"),
            ],
            id="surnames that are words for places, behind a rank and initials",
        ),
        pytest.param(
            "Present: Ann Bell, Quay House",
            [("Ann Bell", None, "present")],
            id="a place without a rank is nobody",
        ),
        pytest.param(
            "Present: Councillors Ann Bell (Chair), Tom Ash (Vice-Chair), J Cole and Mrs S Dray",
            [
                ("Ann Bell", "Councillor, Chair", "present"),
                ("Tom Ash", "Councillor, Vice-Chair", "present"),
                ("J Cole", "Councillor", "present"),
                ("S Dray", "Councillor", "present"),
            ],
            id="who chairs among those who share a rank bears it too",
        ),
        pytest.param(
            "Apologies: Ann Bell, Chief Nurse (Tom Ash, Deputy Nurse (TA), deputising), Una Cole (sub. Cllr W Dray)",
            [
                ("Ann Bell", "Chief Nurse", "apologies"),
                ("Una Cole", None, "apologies"),
                ("Tom Ash", "Deputy Nurse", "present"),
                ("W Dray", "Councillor", "present"),
            ],
            id="who came for somebody, in brackets behind the apologies",
        ),
        pytest.param(
            "Apologies: Ann Bell (Deputy Clerk), Tom Ash (substitute member), Una Cole (deputy attending)",
            [
                ("Ann Bell", "Deputy Clerk", "apologies"),
                ("Tom Ash", None, "apologies"),
                ("Una Cole", None, "apologies"),
            ],
            id="nobody else is named in these brackets",
        ),
        pytest.param(
            "Present: Councillors A Bell (Convener), T Ash, J Cole; Ms Sue Dray (Quay Forum)",
            [
                ("A Bell", "Councillor, Convener", "present"),
                ("T Ash", "Councillor", "present"),
                ("J Cole", "Councillor", "present"),
                ("Sue Dray", None, "present"),
            ],
            id="Ms behind a semicolon ends the rank that names between commas share",
        ),
        pytest.param(
            "Present: Councillors A Bell; Mrs T Ash; J Cole",
            [
                ("A Bell", "Councillor", "present"),
                ("T Ash", "Councillor", "present"),
                ("J Cole", "Councillor", "present"),
            ],
            id="where semicolons alone part the names they share the rank",
        ),
        pytest.param(
            "Present:\nAnn Bell (AB) - Governance Professional\nTom Ash (TA) - Professional Standards Department",
            [("Ann Bell", "Governance Professional", "present"), ("Tom Ash", None, "present")],
            id="a professional is a post, professional standards are none",
        ),
        pytest.param(
            "Present: Sir Ann Bell KCB QPM, Mrs. T. Ash OBE, Clerk, Mr J Cole MP",
            [
                ("Ann Bell", None, "present"),
                ("T. Ash", "Clerk", "present"),
                ("J Cole", "Member of Parliament", "present"),
            ],
            id="letters behind names",
        ),
        pytest.param(
            "Present: Councillors Ann Bell and Tom Ash, Una Cole (Clerk), Sue Fox",
            [
                ("Ann Bell", "Councillor", "present"),
                ("Tom Ash", "Councillor", "present"),
                ("Una Cole", "Clerk", "present"),
                ("Sue Fox", None, "present"),
            ],
            id="behind somebody with a post nobody shares the rank",
        ),
        pytest.param(
            "Officers: Zq Day, Head of Barns; Ann Bell, Clerk; Tom Ash",
            [("Ann Bell", "Clerk", "present"), ("Tom Ash", None, "present")],
            id="the post of a stranger is not that of the next behind a semicolon",
        ),
        pytest.param(
            "Officers: Ann Bell (Head of Barns), Zq Lane (Quay Trust), Tom Ash (Clerk)",
            [("Ann Bell", "Head of Barns", "present"), ("Tom Ash", "Clerk", "present")],
            id="what is said of a stranger in brackets is not said of the one before",
        ),
        pytest.param(
            "In attendance: The Commissioner, Ms Ann Bell, and her Chief Executive, Mr Tom Ash",
            [("Ann Bell", "Commissioner", "present"), ("Tom Ash", "Chief Executive", "present")],
            id="somebody's chief executive, in front",
        ),
        pytest.param(
            "Present: her Chief Executive, Ann Bell; Tom Ash, Clerk",
            [("Ann Bell", "Chief Executive", "present"), ("Tom Ash", "Clerk", "present")],
            id="somebody's chief executive, in front of all",
        ),
        pytest.param(
            "Present: Ann Bell, Commissioner; Tom Ash, her Chief Executive; Mr Cole",
            [
                ("Ann Bell", "Commissioner", "present"),
                ("Tom Ash", "Chief Executive", "present"),
                ("Cole", None, "present"),
            ],
            id="somebody's chief executive, behind",
        ),
        pytest.param(
            "PRESENT\n\nCouncillor J Bell in the Chair\n\nCouncillors: Ash, Cole (part), Dray",
            [
                ("J Bell", "Councillor, Chair", "present"),
                ("Ash", "Councillor", "present"),
                ("Cole", "Councillor", "present"),
                ("Dray", "Councillor", "present"),
            ],
            id="surnames behind a rank with a colon",
        ),
        pytest.param(
            "Present: Cllr T Ash\n\nSubstitutes: Cllr Ann Bell (for Cllr D Cole), Cllr Sue Fox for Cllr R Dray"
            "\n\nApologies: Cllrs D Cole and R Dray",
            [
                ("T Ash", "Councillor", "present"),
                ("Ann Bell", "Councillor", "present"),
                ("Sue Fox", "Councillor", "present"),
                ("D Cole", "Councillor", "apologies"),
                ("R Dray", "Councillor", "apologies"),
            ],
            id="whom somebody stands in for is no post of theirs",
        ),
        pytest.param(
            "Apologies were received from Councillors Ash and Cole. Councillor Dray attended as substitute.",
            [("Ash", "Councillor", "apologies"), ("Cole", "Councillor", "apologies")],
            id="who came for somebody sent no apologies",
        ),
        pytest.param(
            "Present:\n\nRepresenting Quay Council – Councillors A. Bell, T. Ash and Mrs. S. Fox"
            "\n\nIndependent Members – Ms. Una Cole, Mr. Di Dray",
            [
                ("A. Bell", "Councillor", "present"),
                ("T. Ash", "Councillor", "present"),
                ("S. Fox", "Councillor", "present"),
                ("Una Cole", "Independent Member", "present"),
                ("Di Dray", "Independent Member", "present"),
            ],
            id="groups before dashes",
        ),
        pytest.param(
            "Apologies: Apologies were submitted on behalf of Councillors Q. Bell and T. Ash.",
            [("Q. Bell", "Councillor", "apologies"), ("T. Ash", "Councillor", "apologies")],
            id="apologies on behalf of",
        ),
        pytest.param(
            "Panel:\n\nAnn Bell, Commissioner\n\nChief Fire Officer Tom Ash (CFO)\n\nAlso present:\n\nSue Fox – Clerk",
            [
                ("Ann Bell", "Commissioner", "present"),
                ("Tom Ash", "Chief Fire Officer", "present"),
                ("Sue Fox", "Clerk", "present"),
            ],
            id="people with posts under a label of the house",
        ),
        pytest.param(
            "Distribution:\n\nAnn Bell, Commissioner\n\nTom Ash, Clerk\n\nPresent: Sue Fox",
            [("Sue Fox", None, "present")],
            id="who gets the minutes need not have come",
        ),
        pytest.param(
            "Topics:\n\nHarbour Lights\n\nTom Ash, Clerk\n\nPresent: Sue Fox",
            [("Sue Fox", None, "present")],
            id="a list of other things",
        ),
        pytest.param(
            "Present: Superintendent Ann Bell, Inspector Tom Ash, An Garda Síochána",
            [("Ann Bell", "Superintendent", "present"), ("Tom Ash", "Inspector", "present")],
            id="a known body is nobody",
        ),
        pytest.param(
            "Present: PC 4411 Ann Bell, PCSO 208 Tom Ash",
            [("Ann Bell", "Police Constable", "present"), ("Tom Ash", "Police Community Support Officer", "present")],
            id="the numbers of officers",
        ),
        pytest.param(
            "Present: Cllr (Mrs) J Bell, Cllr T Ash",
            [("J Bell", "Councillor", "present"), ("T Ash", "Councillor", "present")],
            id="a title in brackets",
        ),
        pytest.param(
            "Present:\nAnn Bell (AB, chair)\nTom Ash (TA, Quay Trust)",
            [("Ann Bell", "chair", "present"), ("Tom Ash", None, "present")],
            id="a post and a body behind initials",
        ),
        pytest.param(
            "Present:\nAnn Bell    AB    Parent (Chair)\nTom Ash    TA    Co-opted\nUna Cole    UC    Ex officio",
            [
                ("Ann Bell", "Parent, Chair", "present"),
                ("Tom Ash", "Co-opted", "present"),
                ("Una Cole", "Ex officio", "present"),
            ],
            id="capacities",
        ),
        pytest.param(
            "Present:\nAnn Bell     Chair\nApologies:\nTom Ash      Partner Member (Primary Care)",
            [("Ann Bell", "Chair", "present"), ("Tom Ash", "Partner Member", "apologies")],
            id="a sector in brackets is nobody",
        ),
        (
            "\tName:\tCapacity:\nAttendance:\tAnn Bell\tPolice and Crime Commissioner (PCC)\n"
            "\tInspector Tom Ash\tStaff Officer - PCC\nApologies:\tCharity Cole\tPolicy Assistant (PA)",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Tom Ash", "Inspector, Staff Officer - Police and Crime Commissioner", "present"),
                ("Charity Cole", "Policy Assistant", "apologies"),
            ],
        ),
        (
            "Attendance: Ann Bell Police and Crime Commissioner (PCC)\n\nTom Ash Chief Constable (CC)\n\n"
            "Apologies: Una Cole Chief Executive for the Police and Crime\n\nCommissioner (CEx)",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Tom Ash", "Chief Constable", "present"),
                ("Una Cole", "Chief Executive for the Police and Crime Commissioner", "apologies"),
            ],
        ),
        (
            "Present:\nAnn Bell (AB) – Police and Crime Commissioner (Chair)\nTom Ash (TA) – Head of Roads",
            [("Ann Bell", "Police and Crime Commissioner, Chair", "present"), ("Tom Ash", "Head of Roads", "present")],
        ),
        (
            "Present:\nAnn Bell, Chair; Tom Ash, Treasurer\nUna Cole, Clerk\nDi Finch, Head of Roads; Quays and Piers",
            [
                ("Ann Bell", "Chair", "present"),
                ("Tom Ash", "Treasurer", "present"),
                ("Una Cole", "Clerk", "present"),
                ("Di Finch", "Head of Roads", "present"),
            ],
        ),
        (
            "Attendees: PCC Ann Bell, T/ACC Tom Ash, Supt Cole, Di Finch (minutes)",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Tom Ash", "Temporary Assistant Chief Constable", "present"),
                ("Cole", "Superintendent", "present"),
                ("Di Finch", None, "present"),
            ],
        ),
        (
            "Present: Ann Bell, Tom Ash and Una Cole\n\nApologies were received from Councillor D. Finch. "
            "Tom Ash arrived at 10.50am.",
            [
                ("Ann Bell", None, "present"),
                ("Tom Ash", None, "present"),
                ("Una Cole", None, "present"),
                ("D. Finch", "Councillor", "apologies"),
            ],
        ),
        (
            "Present: Ann Bell and Tom Ash\n\nApologies: Cllr. D. Finch. Cllr. Elm was away without apology.",
            [("Ann Bell", None, "present"), ("Tom Ash", None, "present"), ("D. Finch", "Councillor", "apologies")],
        ),
        (
            "Present: Ann Bell (AB); Tom Ash (TA)\nApologies: Una Cole (UC)\nClerk: Will Dray (WD)",
            [
                ("Ann Bell", None, "present"),
                ("Tom Ash", None, "present"),
                ("Una Cole", None, "apologies"),
                ("Will Dray", None, "present"),
            ],
        ),
        (
            "Present:\nAnn Bell (AB) - Head of Roads\nTom Ash (TA) - Parent Governor, Chair",
            [("Ann Bell", "Head of Roads", "present"), ("Tom Ash", "Parent Governor, Chair", "present")],
        ),
        (
            "Present:    Ms A Bell         Director of Roads & Bridges\n            Mr T Ash          Tenant Member\n"
            "Apologies:    Cllr U Cole           Ward Nominee",
            [
                ("A Bell", "Director of Roads & Bridges", "present"),
                ("T Ash", "Tenant Member", "present"),
                ("U Cole", "Councillor, Ward Nominee", "apologies"),
            ],
        ),
        (
            "Present:\nCllrs. A. Bell, T. Ash, U. Dún-Cole\nMs. Di Finch (QRS), Mr. Will Dray (QRS)\nSupt Eve Elm",
            [
                ("A. Bell", "Councillor", "present"),
                ("T. Ash", "Councillor", "present"),
                ("U. Dún-Cole", "Councillor", "present"),
                ("Di Finch", None, "present"),
                ("Will Dray", None, "present"),
                ("Eve Elm", "Superintendent", "present"),
            ],
        ),
        (
            "Present:\nT/ACC Ann Bell, Local Policing\nTom Ash, Superintendent, Service Delivery\n"
            "Mary Cole, Director, People and Resources\nWill Dray, Chief Executive, Turning Point",
            [
                ("Ann Bell", "Temporary Assistant Chief Constable, Local Policing", "present"),
                ("Tom Ash", "Superintendent, Service Delivery", "present"),
                ("Mary Cole", "Director, People and Resources", "present"),
                ("Will Dray", "Chief Executive", "present"),
            ],
        ),
        (
            "Present:\nAnn Bell (AB), Police and Crime Commissioner\n"
            "Tom Ash (TA), Assistant Chief Constable (Local Policing)\n"
            "Councillor W. Elm, Member for Streets and Quiet Lanes\nDr. O. Lund, Tree Cover Officer\nP.J. Dray, Clerk",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Tom Ash", "Assistant Chief Constable (Local Policing)", "present"),
                ("W. Elm", "Councillor, Member for Streets and Quiet Lanes", "present"),
                ("O. Lund", "Tree Cover Officer", "present"),
                ("P.J. Dray", "Clerk", "present"),
            ],
        ),
        (
            "Present:\nAn Dara Lann: Superintendent Ann Bell; Sergeant Tom Ash, Roads Officer\n"
            "Lay Members: Ms. Una Cole (QRS), Mr Will Dray\nMembers: Eve Elm",
            [
                ("Ann Bell", "Superintendent", "present"),
                ("Tom Ash", "Sergeant, Roads Officer", "present"),
                ("Una Cole", "Lay Member", "present"),
                ("Will Dray", "Lay Member", "present"),
                ("Eve Elm", None, "present"),
            ],
        ),
        (
            "Present:\n\nCouncillors: Ann Bell (Chair), Tom Ash and Una Cole\n\nOfficers\n\nWill Dray - Head of Roads",
            [
                ("Ann Bell", "Councillor, Chair", "present"),
                ("Tom Ash", "Councillor", "present"),
                ("Una Cole", "Councillor", "present"),
                ("Will Dray", "Head of Roads", "present"),
            ],
        ),
        (
            "Present: Mayor Ann Bell; Council Members Tom Ash, Una Cole",
            [
                ("Ann Bell", "Mayor", "present"),
                ("Tom Ash", "Council Member", "present"),
                ("Una Cole", "Council Member", "present"),
            ],
        ),
        (
            "Members present:\n\n- Ann Bell (Bellworks) – chair\n- Oda Quist (Tarnsoft)\n- Una Cole (Moss)",
            [("Ann Bell", "chair", "present"), ("Oda Quist", None, "present"), ("Una Cole", None, "present")],
        ),
        (
            "Present: Cllrs Ash, Bell and Cole, Una Dray, Councillors E. Elm and F. Fern",
            [
                ("Ash", "Councillor", "present"),
                ("Bell", "Councillor", "present"),
                ("Cole", "Councillor", "present"),
                ("Una Dray", None, "present"),
                ("E. Elm", "Councillor", "present"),
                ("F. Fern", "Councillor", "present"),
            ],
        ),
        (
            "OFFICIALS :\n\nChief Executive (Dr. P. Ash), Head of Roads\n\n(Mr. B. Cole), Staff Officer (Ms. D. Finch)",
            [
                ("P. Ash", "Chief Executive", "present"),
                ("B. Cole", "Head of Roads", "present"),
                ("D. Finch", "Staff Officer", "present"),
            ],
        ),
        (
            "Present: Ann Bell, Deputy Clerk, Tom Ash, Roads Officer (North) and Una Cole, Staff Officer",
            [
                ("Ann Bell", "Deputy Clerk", "present"),
                ("Tom Ash", "Roads Officer", "present"),
                ("Una Cole", "Staff Officer", "present"),
            ],
        ),
        (
            "Present: Cllr A Ash (Chairman), Mrs B Cole (Clerk), 6 Members of the Public. "
            "PCSO Una Dray was present for part of the meeting.",
            [
                ("A Ash", "Councillor, Chairman", "present"),
                ("B Cole", "Clerk", "present"),
                ("Una Dray", "Police Community Support Officer", "present"),
            ],
        ),
        (
            "Present: Ann Bell\n\nApologies were received from Mrs Cole and County Councillor T Ash.",
            [
                ("Ann Bell", None, "present"),
                ("Cole", None, "apologies"),
                ("T Ash", "County Councillor", "apologies"),
            ],
        ),
        (
            "Present: Ann Bell, Tom Ash\n\nApologies\nTom Ash sent apologies.",
            [("Ann Bell", None, "present"), ("Tom Ash", None, "apologies")],
        ),
        (
            "In attendance were the Police and Crime Commissioner, Ann Bell (in the chair), the Deputy Commissioner, "
            "Tom Ash, and, for Norland Police, Chief Constable Una Cole and Superintendent Di Finch; apologies had "
            "been received from Inspector Will Dray and from Eve Elm, Chief Finance Officer.",
            [
                ("Ann Bell", "Police and Crime Commissioner, chair", "present"),
                ("Tom Ash", "Deputy Commissioner", "present"),
                ("Una Cole", "Chief Constable", "present"),
                ("Di Finch", "Superintendent", "present"),
                ("Will Dray", "Inspector", "apologies"),
                ("Eve Elm", "Chief Finance Officer", "apologies"),
            ],
        ),
        (
            "In attendance: Cllrs Ash and Bell; Mrs Una Cole (Town Clerk). Cllr Dray (unwell) and Cllr Elm had sent "
            "their apologies.",
            [
                ("Ash", "Councillor", "present"),
                ("Bell", "Councillor", "present"),
                ("Una Cole", "Town Clerk", "present"),
                ("Dray", "Councillor", "apologies"),
                ("Elm", "Councillor", "apologies"),
            ],
        ),
        (
            "Present:\n\nName\n\nPosition\n\nAnn Bell\n\nPolice and Crime Commissioner\n\nTom Ash\n\nChief Constable"
            "\n\nAlso present for item 3:\n\nMs Una Cole",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Tom Ash", "Chief Constable", "present"),
                ("Una Cole", None, "present"),
            ],
        ),
        (
            "Present:\n\nClerk\n\nAnn Bell\n\nChief Constable\n\nTom Ash",
            [("Ann Bell", "Clerk", "present"), ("Tom Ash", "Chief Constable", "present")],
        ),
        (
            "PROVINCIAL GUARD :\n\nMEMBERS :\n\nDeputy Ann Bell\n\nMr Tom Ash\n\n"
            "Chief Supt. Una Cole, Superintendent Dray and Inspector Elm",
            [
                ("Ann Bell", "Deputy", "present"),
                ("Tom Ash", None, "present"),
                ("Una Cole", "Chief Superintendent", "present"),
                ("Dray", "Superintendent", "present"),
                ("Elm", "Inspector", "present"),
            ],
        ),
        (
            "Attendees:\n\nName\n\nRole\n\nOrganisation\n\nAnn Bell\n\nClerk\n\nOPCC\n\nTom Ash\n\nChief Constable\n\n"
            "Norland Police",
            [("Ann Bell", "Clerk", "present"), ("Tom Ash", "Chief Constable", "present")],
        ),
        (
            "Present: Head of Contact Jane Bell (HoC), Head of Criminal Justice Will Dray (HCJ), "
            "Chief Constable Una Cole",
            [
                ("Jane Bell", "Head of Contact", "present"),
                ("Will Dray", "Head of Criminal Justice", "present"),
                ("Una Cole", "Chief Constable", "present"),
            ],
        ),
        (
            "In attendance: OPCC – Ann Bell (PCC), Will Dray (Chief Executive); Norland Police – Tom Ash "
            "(Chief Constable)",
            [
                ("Ann Bell", "Police and Crime Commissioner", "present"),
                ("Will Dray", "Chief Executive", "present"),
                ("Tom Ash", "Chief Constable", "present"),
            ],
        ),
        (
            "Commissioner Ann Bell, Chief Constable Tom Ash and Ms Una Cole were present.",
            [
                ("Ann Bell", "Commissioner", "present"),
                ("Tom Ash", "Chief Constable", "present"),
                ("Una Cole", None, "present"),
            ],
        ),
        (
            "Present:\n\nChief Constable: Tom Ash\n\nClerk: Ann Bell",
            [("Tom Ash", "Chief Constable", "present"), ("Ann Bell", "Clerk", "present")],
        ),
        (
            "With: Chief Constable Tom Ash; Assistant Chief Constable (Roads) Una Cole",
            [("Tom Ash", "Chief Constable", "present"), ("Una Cole", "Assistant Chief Constable", "present")],
        ),
        (
            "Present: Deputy Chief Fire Officer Una Cole, Group Manager Tom Ash and Station Manager Will Dray",
            [
                ("Una Cole", "Deputy Chief Fire Officer", "present"),
                ("Tom Ash", "Group Manager", "present"),
                ("Will Dray", "Station Manager", "present"),
            ],
        ),
        (
            "Attendance\nCommissioner Ann Bell (AB)             Chief Constable Tom Ash (TA)\n"
            "Chief of Staff Una Cole (UC)           Supt. Will Dray",
            [
                ("Ann Bell", "Commissioner", "present"),
                ("Tom Ash", "Chief Constable", "present"),
                ("Una Cole", "Chief of Staff", "present"),
                ("Will Dray", "Superintendent", "present"),
            ],
        ),
        (
            "Apologies: from Ann Bell, and from Supt Dray",
            [("Ann Bell", None, "apologies"), ("Dray", "Superintendent", "apologies")],
        ),
        ("An apology for absence was received from Ann Bell.", [("Ann Bell", None, "apologies")]),
        ("Apologies from Ann Bell", [("Ann Bell", None, "apologies")]),
        ("Apologies: from the last meeting were read.", []),
        (
            "Present: Ann Bell (Chair: Roads), Tom Ash (Clerk)",
            [("Ann Bell", "Chair: Roads", "present"), ("Tom Ash", "Clerk", "present")],
        ),
        # The finance officer has no name here.
        ("Apologies: DCC Dray, CFO", [("Dray", "Deputy Chief Constable", "apologies")]),
        ("Apologies: Supt Dray, CFO", [("Dray", "Superintendent", "apologies")]),
        (
            "Present: Ann Bell (Chair), Tom Ash (Clerk)\n\nRoads\n\nMr Ash, in reply to the Chair, said that it was.",
            [("Ann Bell", "Chair", "present"), ("Tom Ash", "Clerk", "present")],
        ),
        (
            "Present: Cllr Bell (Chair)\n\nOfficers: Ms Cole (Director)\n\n1. Bins\n\n"
            "Cllr Bell asked the Leader, Councillor Dray, why bins were missed.",
            [("Bell", "Councillor, Chair", "present"), ("Cole", "Director", "present")],
        ),
        (
            "Present: Mr Tom Ash, Supt. Will Dray\n\nBins\n\nIn reply to Mr Ash, Supt. Dray said that they were late.",
            [("Tom Ash", None, "present"), ("Will Dray", "Superintendent", "present")],
        ),
        (
            "Present: Cllr Bell (Chair)\n\nBins\n\nCllr Ash asked Cllr Dray why they were late.",
            [("Bell", "Councillor, Chair", "present")],
        ),
        (
            "Present: Cllr Bell (Chair)\n\nBins\n\nCllr Ash thanked the Leader, Councillor Dray, for the bins.",
            [("Bell", "Councillor, Chair", "present")],
        ),
        (
            "Present:\n1. Cllr Bell (Chair)\n2. Cllr Ash, appointed to the Harbour Trust\n3. Cllr Dray",
            [
                ("Bell", "Councillor, Chair", "present"),
                ("Ash", "Councillor", "present"),
                ("Dray", "Councillor", "present"),
            ],
        ),
        ("With Ann Bell away, the plan was put off.", []),
        (
            "Present: Det. Sgt. Ann Bell, Det. Supt. Ash, Det. Chief Insp. Dray, Ch. Supt. Cole",
            [
                ("Ann Bell", "Detective Sergeant", "present"),
                ("Ash", "Detective Superintendent", "present"),
                ("Dray", "Detective Chief Inspector", "present"),
                ("Cole", "Chief Superintendent", "present"),
            ],
        ),
        (
            "Present: Superintendent Ann Bell, Head of Roads\nSuperintendent Tom Ash\n\n"
            "Apologies for lateness were received from Superintendent Bell.",
            [("Ann Bell", "Superintendent, Head of Roads", "present"), ("Tom Ash", "Superintendent", "present")],
        ),
        ("Officers were asked why Ann Bell had not replied.", []),
        ("Apologies: None\n\nThe Living Rent speaker gave apologies.", []),
        ("Members of the public asked about the Harbour Plan.", []),
    ],
)
def test_people_are_read_out_of_every_layout(
    annotate_lines: Annotate, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert attendance(annotate_lines, text) == expected


def test_those_under_a_head_came_for_whom_it_names(annotate_lines: Annotate) -> None:
    text = "For the Harbour Office\n\nAnn Bell – Clerk\n\nFor Norland Constabulary\n\nTom Ash, Chief Constable"
    doc = annotate_lines(f"{HEAD}{text}", "kg_meeting", "kg_attendance", people=())
    assert [(person.name, person.organisation, person.attendance) for person in doc._.people] == [
        ("Ann Bell", "Harbour Office", "present"),
        ("Tom Ash", "Norland Constabulary", "present"),
    ]


def test_the_short_form_of_whom_they_came_for_is_no_part_of_its_name(annotate_lines: Annotate) -> None:
    text = "Present:\n\nHarbour Office (HO)\n\nAnn Bell (AB) – Clerk"
    doc = annotate_lines(f"{HEAD}{text}", "kg_meeting", "kg_attendance", people=())
    assert [(person.name, person.organisation) for person in doc._.people] == [("Ann Bell", "Harbour Office")]


def test_whom_somebody_represents_is_no_post_of_theirs(annotate_lines: Annotate) -> None:
    text = "Name\tRepresenting\nAnn Bell (Chair)\tMarle Sailing Club\nTom Ash\tResidents"
    doc = annotate_lines(f"{HEAD}{text}", "kg_meeting", "kg_attendance", people=())
    assert [(person.name, person.role, person.organisation) for person in doc._.people] == [
        ("Ann Bell", "Chair", "Marle Sailing Club"),
        ("Tom Ash", None, "Residents"),
    ]


def test_organisations_come_from_columns_tails_and_headings(annotate_lines: Annotate) -> None:
    text = (
        "Name\tOrganisation\tRole\nAnn Bell\tMarle Council\tClerk\n\n"
        "Also present:\n\nNorland Constabulary\n\nTom Ash, Chief Constable\n\n"
        "Observers:\n\nUna Cole, Quay Press\n\nWill Dray, Northern Digital Publishing"
    )
    doc = annotate_lines(f"{HEAD}{text}", "kg_meeting", "kg_attendance", people=())
    assert {person.name: person.organisation for person in doc._.people} == {
        "Ann Bell": "Marle Council",
        "Tom Ash": "Norland Constabulary",
        "Una Cole": "Quay Press",
        "Will Dray": "Northern Digital Publishing",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bell (AB), Tom Ash (TAsh), Una Cole (XY)", {"Ann Bell": "AB", "Tom Ash": "TAsh", "Una Cole": "XY"}),
        ("Ann Bell (NCC), Tom Ash (NCC), Una Cole", {"Ann Bell": None, "Tom Ash": None, "Una Cole": None}),
        ("\nAnn Bell (Roads Officer - RO)\nTom Ash (Chief Constable - CC)", {"Ann Bell": "RO", "Tom Ash": "CC"}),
        ("Ann Bell – Roads Officer (RO), Tom Ash (CC)", {"Ann Bell": "RO", "Tom Ash": "CC"}),
    ],
)
def test_short_forms_in_brackets_are_initials_posts_or_organisations(
    annotate_lines: Annotate, text: str, expected: dict[str, str | None]
) -> None:
    doc = annotate_lines(f"{HEAD}Present: {text}", "kg_meeting", "kg_attendance", people=())
    assert {person.name: next(iter(person.aliases), None) for person in doc._.people} == expected


@pytest.mark.parametrize(
    ("text", "chair", "minutes_by"),
    [
        ("Chair: Ann Bell\n\nMinutes: Di Finch, Clerk, OPCC", "Ann Bell", "Di Finch"),
        ("IN THE CHAIR :\n\nCouncillor A. Bell\n\nMEMBERS :\n\nCouncillor T. Ash", "A. Bell", None),
        ("Present: Ann Bell (Chair), Di Finch (minutes)", "Ann Bell", "Di Finch"),
        ("Present: Councillor Bell (in the Chair); Councillor Ash", "Bell", None),
        ("Present: Ann Bell, Vice-Chair, Tom Ash, Chair of the Roads Panel", None, None),
        ("Minute Secretary: Di Finch\n\nPresent: Ann Bell", None, "Di Finch"),
        ("Present: Ann Bell (Presiding), Di Finch, Clerk, taking the notes", "Ann Bell", "Di Finch"),
        ("Present:\nDr Ann Bell – Clinical Chair\nTom Ash – Vice Chair", "Ann Bell", None),
    ],
)
def test_chair_and_minute_taker_are_named(
    annotate_lines: Annotate, text: str, chair: str | None, minutes_by: str | None
) -> None:
    doc = annotate_lines(HEAD + text, "kg_meeting", "kg_attendance", people=())
    assert (doc._.meeting.chair, doc._.meeting.minutes_by) == (chair, minutes_by)


def test_a_minute_taker_outside_the_list_took_the_minutes(annotate_lines: Annotate) -> None:
    doc = annotate_lines(f"{HEAD}Minutes: Di Finch, Policy Officer, OPCC", "kg_meeting", "kg_attendance", people=())
    (person,) = doc._.people
    assert (person.role, person.organisation, person.attendance) == ("Policy Officer", "OPCC", "minutes")


def test_a_rank_may_stand_before_the_initials(annotate_lines: Annotate) -> None:
    doc = annotate_lines(f"{HEAD}Present: ACC Ann Bell (ACC AB)", "kg_meeting", "kg_attendance", people=())
    assert [(person.role, person.aliases) for person in doc._.people] == [
        ("Assistant Chief Constable", ("AB", "ACC AB"))
    ]


def test_acting_posts_are_marked_and_names_quoted(annotate_lines: Annotate) -> None:
    doc = annotate_lines(
        f"{HEAD}Present:\nA/CC Ann Bell\nTom Ash, Interim Clerk", "kg_meeting", "kg_attendance", people=()
    )
    assert [(person.name, person.role, person.acting) for person in doc._.people] == [
        ("Ann Bell", "Acting Chief Constable", True),
        ("Tom Ash", "Interim Clerk", True),
    ]
    assert [person.mentions[0].quote for person in doc._.people] == ["Ann Bell", "Tom Ash"]


TABLES = [
    pytest.param(
        "| | |\n|---|---|\n| **Chair** | Cllr Ann Bell |\n| **Elected members** | Cllrs D. Cole, M. Dray |\n"
        "| **Community** | Ms H. Elm |\n| The Council | Mr P. Fox, Clerk; Mr L. Gray, Roads Officer |\n"
        "| Circulation | Una Hill, Tom Ash |\n| **Apologies** | Sue Ives |\n",
        [
            ("Ann Bell", "Councillor", "present"),
            ("D. Cole", "Councillor", "present"),
            ("H. Elm", None, "present"),
            ("L. Gray", "Roads Officer", "present"),
            ("M. Dray", "Councillor", "present"),
            ("P. Fox", "Clerk", "present"),
            ("Sue Ives", None, "apologies"),
            ("Una Hill", None, "mentioned"),
        ],
        id="each row names a group, and what is sent around is no group",
    ),
    pytest.param(
        "| Present | |\n|---|---|\n| Ann Bell | Chair |\n| Tom Ash | Clerk |\n| Apologies | |\n| Sue Ives | Member |\n",
        [("Ann Bell", "Chair", "present"), ("Sue Ives", "Member", "apologies"), ("Tom Ash", "Clerk", "present")],
        id="each row names a person",
    ),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_rows_of_a_table_name_groups_or_people(
    tmp_path: Path, table: str, expected: list[tuple[str, str | None, str]]
) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(f"# Harbour Board\n\n4 May 2020\n\n{table}\n## 1. Minutes\n\nThe minutes were agreed.\n")
    people = extract_record(read_document(path)).people
    assert sorted((person.name, person.role, person.attendance) for person in people) == expected


def test_what_a_head_of_service_is_of_is_no_employer(annotate_lines: Annotate) -> None:
    lines = "Ann Bell, Head of Service, Early Help\nTom Ash, Director, Quay Homes\nUna Cole, Team Manager, Quay Trust"
    doc = annotate_lines(f"{HEAD}Present:\n{lines}\n\n1. Minutes", "kg_meeting", "kg_attendance", people=())
    assert [person.organisation for person in doc._.people] == [None, "Quay Homes", "Quay Trust"]
