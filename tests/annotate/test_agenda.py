from collections.abc import Callable

import pytest
from spacy.tokens import Doc

COMPONENTS = ("kg_sentences", "kg_actors", "kg_agenda")

Annotate = Callable[..., Doc]

BODY = "The vans were cleaned and the radios were tested by the workshop in the spring.\n"


def titles(doc: Doc) -> list[tuple[str, str | None, str]]:
    return [(entry.item.id, entry.item.parent, entry.item.title) for entry in doc._.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"1. Vans\n\n{BODY}\n2. Radios\n\n{BODY}", [("1", None, "Vans"), ("2", None, "Radios")], id="numbered"
        ),
        pytest.param(
            f"2. HOLDING TO ACCOUNT\n\n2.1 Vans:\n\n{BODY}\n2.1.1 Tyres\n\n{BODY}",
            [("2", None, "HOLDING TO ACCOUNT"), ("2.1", "2", "Vans"), ("2.1.1", "2.1", "Tyres")],
            id="dotted numbers make a tree",
        ),
        pytest.param(
            f"2. Questions\n\n2.1 Vans\n\n1. Tyres\n\n{BODY}\n"
            f"2. Brakes\n\n{BODY}\n2.2 Radios\n\n{BODY}\n3. Close\n\n{BODY}",
            [
                ("2", None, "Questions"),
                ("2.1", "2", "Vans"),
                ("2.1.1", "2.1", "Tyres"),
                ("2.1.2", "2.1", "Brakes"),
                ("2.2", "2", "Radios"),
                ("3", None, "Close"),
            ],
            id="numbers that start again stand under the open item",
        ),
        pytest.param(
            f"3. Update\n\nWorkshop extension\n\n{BODY}",
            [("3", None, "Update"), ("3a", "3", "Workshop extension")],
            id="a short line of its own",
        ),
        pytest.param(
            f"12/23 Vans\n\n{BODY}\n13/23 Declarations\n\n{BODY}",
            [("12/23", None, "Vans"), ("13/23", None, "Declarations")],
            id="numbers of the year",
        ),
        pytest.param(
            f"2. Vans\n\n{BODY}\n2. Tyres\n\n{BODY}\n3. Radios\n\n{BODY}",
            [("2", None, "Vans"), ("2-2", None, "Tyres"), ("3", None, "Radios")],
            id="a number that comes twice opens no level",
        ),
        pytest.param(
            f"6. Vans\n\nQ3. A member asked whether the vans were new.\n\nRESOLVED 19/41\n\n{BODY}",
            [("6", None, "Vans")],
            id="a counted question and a counted resolution",
        ),
        pytest.param(
            f"1. Ferries\n\n(a) In reply to a question from Cllr Mrs. Ash about ropes, the Clerk said no.\n\n{BODY}",
            [("1", None, "Ferries")],
            id="a shortened title in a sentence",
        ),
        pytest.param(
            f"4. MOTION – CLLR. P. ASH\n\n{BODY}",
            [("4", None, "MOTION – CLLR. P. ASH")],
            id="a shortened rank in capitals",
        ),
        pytest.param(
            f"6. A.O.B.\n\n{BODY}\n7. Question by Jo Hale, T.D.:\n\n{BODY}\n8. Quay Cafe, Inc.\n\n{BODY}",
            [("6", None, "A.O.B."), ("7", None, "Question by Jo Hale, T.D."), ("8", None, "Quay Cafe, Inc.")],
            id="a full stop that ends no sentence",
        ),
        pytest.param(
            f"6. To receive reports to be taken\n\n{BODY}\nNo interests given\n\n{BODY}"
            f"\nThe meeting then closed\n\n{BODY}"
            f"\nThe Clerk welcomed Cllr Ash\n\n{BODY}\nSeconded by Cllr Ash\n\n{BODY}"
            f"\nQuay Works - £15 - April\n\n{BODY}"
            f"\nTown Clerk - asking for dates\n\n{BODY}",
            [("6", None, "To receive reports to be taken")],
            id="short lines that say something",
        ),
        pytest.param(
            f"6. Vans\n\n{BODY}\nRoom 80A, 10:00 AM\n\n{BODY}\nOFFICIAL\n\n{BODY}"
            f"\nQuestion 2\n\n{BODY}\nMay 2020\n\n{BODY}",
            [("6", None, "Vans")],
            id="times, marks and furniture",
        ),
        pytest.param(
            f"6. Vans\n\n{BODY}\nACTIONS\n\n17 Weekly figures to the Board (CC)\n\n18 Seats – May – 14/06/19\n\n{BODY}"
            f"\n7. Next meeting\n\nRoads meeting\n\n4 May 2020 at 10.00 in the Quay Rooms by the harbour wall",
            [("6", None, "Vans"), ("7", None, "Next meeting")],
            id="what is listed below actions and the next meeting",
        ),
        pytest.param(
            "Death in custody – The board was told. Nothing was said.\n\nBalance at May: £3,412.77. It was noted.\n",
            [("a", None, "Death in custody")],
            id="small words in a run-in heading",
        ),
        pytest.param("5. AOB None\n", [("5", None, "AOB")], id="nothing said is no part of the title"),
        pytest.param(
            f"6. Next meeting\n\n**Monday 5 March 2018, 7pm**\n\n{BODY}", [("6", None, "Next meeting")], id="a time"
        ),
        pytest.param(
            "\t5.\t<b>Van Workshop (VW)</b> – talks with the landlord are going on this month.\t\n",
            [("5", None, "Van Workshop (VW)")],
            id="run-in heading before a dash",
        ),
        pytest.param(
            f"1. Vans\n\n{BODY}\nACTION: CC to write.\n\nActions arising\n\nThere were no actions arising.\n",
            [("1", None, "Vans")],
            id="labels are no items",
        ),
        pytest.param(
            f"1. Vans\n\nThe CC and ACC responded that:\n\n- {BODY}", [("1", None, "Vans")], id="a lead-in is no item"
        ),
        pytest.param(
            f"4. Decisions\n\n{BODY}\nDecisions\n\n{BODY}\n5. RESOLVED\n\n{BODY}\nGRANTED\n\n{BODY}",
            [("4", None, "Decisions")],
            id="a numbered noun for outcomes is an item, a bare one or a participle a label",
        ),
        pytest.param(
            "".join(f"{n}. Van {n}x\n\nPlate: 44{n}\n\n{BODY}\nDriver: Moss\n\n{BODY}\n" for n in (1, 2, 3)),
            [("1", None, "Van 1x"), ("2", None, "Van 2x"), ("3", None, "Van 3x")],
            id="the fields of a form are no items",
        ),
        pytest.param(
            f"1. Vans\n\n{BODY}\nNO FAULT FOUND\n\n2. Tyres\n\n{BODY}\nNO FAULT FOUND\n\n3. Oil\n\n{BODY}",
            [("1", None, "Vans"), ("2", None, "Tyres"), ("3", None, "Oil")],
            id="what comes back in capitals is no item",
        ),
        pytest.param(
            f"1. Minutes\n\nItem 6, Point 3: Change ‘paid’ to ‘lent’\n\n{BODY}",
            [("1", None, "Minutes")],
            id="a pointer to another item is no item",
        ),
        pytest.param(
            f"7. Reports\n\n7.1 Chief Constable\n\n{BODY}",
            [("7", None, "Reports"), ("7.1", "7", "Chief Constable")],
            id="the report of a post is an item",
        ),
        pytest.param(
            f"1. Apologies for absence\n\nReceived from Ann Bell.\n\n2. Vans\n\nb) Tyres and oil. {BODY}\n"
            f"c) AB tabled a letter. {BODY}\nd) Noted. {BODY}\n3. Tubes\n\n**Inner tubes.** {BODY}",
            [
                ("1", None, "Apologies for absence"),
                ("2", None, "Vans"),
                ("2b", "2", "Tyres and oil"),
                ("3", None, "Tubes"),
                ("3a", "3", "Inner tubes"),
            ],
            id="a stop behind a phrase parts a heading from its text",
        ),
        pytest.param(
            f"1. Vans\n\nAB drew attention to the following:\n\n- {BODY}\nProposed: Cllr Ash Seconded: Cllr Bell\n\n"
            f"{BODY}\nVans in the yard 74 90\n\n{BODY}",
            [("1", None, "Vans")],
            id="lead-ins, movers and rows of figures are no items",
        ),
        pytest.param(f"1. Vans\n\n**Ben Hale**\n\n{BODY}", [("1", None, "Vans")], id="a name is no item"),
        pytest.param(
            f"1. Vans\n\n**Cllr Ash proposed the purchase of vans seconded by Cllr Mrs Birch**\n\n"
            f"**Councillor Ash raised three matters**\n\na) Vans in the yard\n\nb) Oil on the road\n\n"
            f"2. Motion moved by Cllr Ash and seconded by Cllr Birch\n\n{BODY}",
            [("1", None, "Vans"), ("2", None, "Motion moved by Cllr Ash and seconded by Cllr Birch")],
            id="what somebody moved or raised is no item, nor are the points listed below",
        ),
        pytest.param(
            f"1. Vans\n\nThe ACC replied as follows:\n\n**Norland**\n\n**Van Yard**\n\n**Drivers**\n\n4 in May\n\n"
            f"2. Oil\n\n{BODY}\n**Tubes**\n\n{BODY}",
            [("1", None, "Vans"), ("2", None, "Oil"), ("2a", "2", "Tubes")],
            id="the cells of a table below a lead-in are no items",
        ),
        pytest.param(
            "".join(
                f"{n}. Van {n}x\n\n{BODY}\n**{came}**\n\n"
                for n, came in enumerate(
                    ["NO FAULT FOUND", "NO FAULT FOUND", "SENT TO THE YARD", "SOLD & PAID FOR", "SOLD AND PAID FOR"], 1
                )
            )
            + f"6. Van 6x\n\n{BODY}",
            [(str(n), None, f"Van {n}x") for n in range(1, 7)],
            id="what came of an item, in capitals at its end, is no item",
        ),
        pytest.param(
            "## Content:\n\n"
            + "".join(f"**{name}:** Oil is thin.\n\n" for name in ("Jo", "Max", "Jo", "Max") * 3)
            + "**Bea:** Very thin.\n",
            [("a", None, "Content")],
            id="the speakers of a log are no items, the heading above them is",
        ),
        pytest.param(
            f"## Topic 1: Report of the harbour vans panel and of its last three days in the yard"
            f" (Ada Moss, for the yard)\n\n{BODY}",
            [
                (
                    "a",
                    None,
                    "Topic 1: Report of the harbour vans panel and of its last three days in the yard"
                    " (Ada Moss, for the yard)",
                )
            ],
            id="a heading by its markup is one as a whole",
        ),
        pytest.param(
            f"1. Vans\n\na) **Use of the shed** for a drivers' canteen\n\n{BODY}\nLEFT{' ' * 12}RIGHT\n\n{BODY}",
            [("1", None, "Vans"), ("1a", "1", "Use of the shed for a drivers' canteen")],
            id="a phrase that is set off by half, and what a gap parts",
        ),
        pytest.param(
            f"1. Vans\n\nThe owner of the two vans in the harbour yard wrote to change the use from:\n\n"
            f"Cars and bicycles To: lorries and other vans of the yard.\n\n{BODY}",
            [("1", None, "Vans")],
            id="what a sentence runs on with is no item",
        ),
        pytest.param(
            f"1. Vans\n\n{BODY}\n2. Cy Dunn\n\n{BODY}\n3. Tyres\n\n{BODY}\n4. Ben Hale\n\n5. Eve Tarn\n",
            [("1", None, "Vans"), ("2", None, "Cy Dunn"), ("3", None, "Tyres")],
            id="a name between counted items is one",
        ),
        pytest.param(
            f"TB/11 VANS\n\n{BODY}\nTB/12 OLD TYRES\n\n{BODY}\nS/104/19 Mill House has one.\n\nTB/13 DATES\n\n{BODY}",
            [("TB/11", None, "VANS"), ("TB/12", None, "OLD TYRES"), ("TB/13", None, "DATES")],
            id="letters and a count through the year",
        ),
        pytest.param(
            f"1. Vans\n\n{BODY}\n2, Clerk's Report\n\n{BODY}\n4, Mill Lane was closed.\n\n3. Tyres\n\n{BODY}",
            [("1", None, "Vans"), ("2", None, "Clerk's Report"), ("3", None, "Tyres")],
            id="a comma in place of the stop",
        ),
        pytest.param(
            f"1. Vans\n\nCllr Ash's question to the Clerk:\n\n{BODY}\nThe Clerk’s answer:\n\n{BODY}\n"
            f"2. Cllr Ash's question to the Clerk:\n\n{BODY}",
            [("1", None, "Vans"), ("2", None, "Cllr Ash's question to the Clerk")],
            id="whose question follows is an item only with a number",
        ),
        pytest.param(
            f"## Topic 1: Vans\n\n{BODY}\n## Topic 2: Tyres\n\n{BODY}"
            f"\nTopic 3: Old radios and the new lamps for the lower and upper yards\n{BODY}"
            f"\nTopic 9: Old radios and the new lamps for the lower and upper yards\n{BODY}"
            f"\nTopic 4: The lamps were mended.\n{BODY}",
            [
                ("a", None, "Topic 1: Vans"),
                ("b", None, "Topic 2: Tyres"),
                ("c", None, "Topic 3: Old radios and the new lamps for the lower and upper yards"),
            ],
            id="a plain line that counts on from headings",
        ),
        pytest.param(f"1. Vans\n\nACC to count the vans\n\n{BODY}", [("1", None, "Vans")], id="a task is no item"),
    ],
)
def test_items(annotate_lines: Annotate, text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert titles(annotate_lines(text, *COMPONENTS)) == expected


def test_ids_are_unique_where_numbers_repeat(annotate_lines: Annotate) -> None:
    doc = annotate_lines(f"1. Vans\n\n{BODY}\n1. Vans\n\n{BODY}\n1. Vans\n\n{BODY}", *COMPONENTS)
    ids = [entry.item.id for entry in doc._.items]
    assert len(ids) == len(set(ids)) == 3


def test_titles_are_quoted_from_the_text(annotate_lines: Annotate) -> None:
    doc = annotate_lines(f"\t1.\t<u>Vans &amp; tyres</u>\t\n\t\t<p>{BODY}</p>\t\n", *COMPONENTS)
    (entry,) = doc._.items
    assert entry.item.title == "Vans & tyres"
    assert entry.item.quote == "Vans &amp; tyres"
    assert doc._.layout.text[entry.item.start : entry.item.end] == entry.item.quote
