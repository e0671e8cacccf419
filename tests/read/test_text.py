from collections.abc import Callable

import pytest

from graph_loader.model.layout import Layout

Shown = list[tuple[str, str, str]]

CASES: dict[str, tuple[str, Shown]] = {
    "a number in a cell of its own": (
        "2.1\tPerformance against the plan:\t\n\tThe chair asked about it.\t",
        [("heading", "2.1", "Performance against the plan:"), ("cell", "", "The chair asked about it.")],
    ),
    "a number in front of an underlined heading": (
        "\t1. <u>Demand</u>\t\n\tThe chair asked about it.\t",
        [("heading", "1.", "Demand"), ("cell", "", "The chair asked about it.")],
    ),
    "letters after numbers": (
        "4c\tWATER INSPECTION PROGRAMME\t\n\tNone to report.\t",
        [("heading", "4c", "WATER INSPECTION PROGRAMME"), ("cell", "", "None to report.")],
    ),
    "bullets in a column": (
        "•\tPumps are repaired.\n•\tDrains are cleaned.",
        [("bullet", "•", "Pumps are repaired."), ("bullet", "•", "Drains are cleaned.")],
    ),
    "bullets inside a cell": (
        "\t<ul> • Pumps are repaired. • Drains are cleaned. <p>The chair agreed.</p>\t",
        [
            ("bullet", "•", "Pumps are repaired."),
            ("bullet", "•", "Drains are cleaned."),
            ("cell", "", "The chair agreed."),
        ],
    ),
    "list items inside a cell": (
        "\t<ul><li>Pumps are repaired.</li><li>Drains are cleaned.</li></ul>\t",
        [("bullet", "", "Pumps are repaired."), ("bullet", "", "Drains are cleaned.")],
    ),
    "paragraphs inside a cell": (
        "<p>3.</p>\t<p>Floods</p> <p>The chair asked about them.</p>\t",
        [("heading", "3.", "Floods"), ("cell", "", "The chair asked about them.")],
    ),
    "entities, raised letters and signs of no width": (
        "On the 3<sup>rd</sup> or 4$^{th}$ of\u00a0\u00a0May R&amp;D\u200b met in the flood\u00adplain.",
        [("paragraph", "", "On the 3rd or 4th of May R&D met in the floodplain.")],
    ),
    "tags that are none": (
        "Fewer than <18 replied to <jo@example.org>.",
        [("paragraph", "", "Fewer than <18 replied to <jo@example.org>.")],
    ),
    "an empty bullet": ("  - \n\nPumps are repaired.", [("paragraph", "", "Pumps are repaired.")]),
    "a bullet with a line of its own": (
        "•\n\nPumps are repaired.",
        [("bullet", "•", "Pumps are repaired.")],
    ),
    "items by their word": (
        "Agenda item 4: Floods\n\nITEM 5 DRAINS\n\nItem 6 was left out.",
        [("paragraph", "4.", "Floods"), ("heading", "5.", "DRAINS"), ("paragraph", "", "Item 6 was left out.")],
    ),
    "a lettered list under a heading in capitals": (
        "66/19 DRAINS\n(a) Pumps are repaired.\n(b) Drains are cleaned.",
        [
            ("heading", "66/19", "DRAINS"),
            ("bullet", "(a)", "Pumps are repaired."),
            ("bullet", "(b)", "Drains are cleaned."),
        ],
    ),
    "a lettered list under a plain heading, and behind a list of its own": (
        "20/007 Drains\na) Pumps cost more.\nHose 45.00\nb) Drains are cleaned.",
        [
            ("heading", "20/007", "Drains"),
            ("bullet", "a)", "Pumps cost more."),
            ("paragraph", "", "Hose 45.00"),
            ("bullet", "b)", "Drains are cleaned."),
        ],
    ),
    "numbers of a year's minutes, and a day": (
        "05/19/4 Drains\n05/19/12 Pumps\n05/11/19 Tuesday was wet.",
        [
            ("paragraph", "05/19/4", "Drains"),
            ("paragraph", "05/19/12", "Pumps"),
            ("paragraph", "", "05/11/19 Tuesday was wet."),
        ],
    ),
    "columns of blanks under a head": (
        "Ref   Task              Owner   Due\n4     Mend the pump     AM      May\nIt  rained    all   day.",
        [
            ("cell", "", "Ref"),
            ("cell", "", "Task"),
            ("cell", "", "Owner"),
            ("cell", "", "Due"),
            ("cell", "4", "Mend the pump"),
            ("cell", "", "AM"),
            ("cell", "", "May"),
            ("paragraph", "", "It rained all day."),
        ],
    ),
    "a column of blanks that is a little off": (
        "Task              Owner    Due\nMend the pump     Ann Moss   May\nIt rained.  It  poured.",
        [
            ("cell", "", "Task"),
            ("cell", "", "Owner"),
            ("cell", "", "Due"),
            ("cell", "", "Mend the pump"),
            ("cell", "", "Ann Moss"),
            ("cell", "", "May"),
            ("paragraph", "", "It rained. It poured."),
        ],
    ),
    "bars between cells": (
        "Ref | Task | Owner\n4 | Mend the pump | AM\n\nPumps | drains | dykes",
        [
            ("cell", "", "Ref"),
            ("cell", "", "Task"),
            ("action_column", "", "Owner"),
            ("heading", "4", "Mend the pump"),
            ("action_column", "", "AM"),
            ("paragraph", "", "Pumps | drains | dykes"),
        ],
    ),
    "letters and Roman numbers": (
        "a) Pumps are repaired.\n(iii) Drains are cleaned.",
        [("bullet", "a)", "Pumps are repaired."), ("bullet", "(iii)", "Drains are cleaned.")],
    ),
    "dates and sums are no markers": (
        "27 April 2031 at 2pm\n\n10:30 on 5 May\n\n9.30am start\n\n14 March 2030\n\n2.5 million was spent.",
        [
            ("paragraph", "", words)
            for words in (
                "27 April 2031 at 2pm",
                "10:30 on 5 May",
                "9.30am start",
                "14 March 2030",
                "2.5 million was spent.",
            )
        ],
    ),
    "bare numbers in order": (
        "1 Apologies\n\nNone were received.\n\n2 Floods\n\n7 Members agreed.",
        [
            ("heading", "1", "Apologies"),
            ("paragraph", "", "None were received."),
            ("heading", "2", "Floods"),
            ("paragraph", "", "7 Members agreed."),
        ],
    ),
    "numbered entries of a list are no headings": (
        "1. Ada Moss declared an interest\n2. Ben Frith declared an interest\n3. Cy Reed declared an interest",
        [
            ("paragraph", "1.", "Ada Moss declared an interest"),
            ("paragraph", "2.", "Ben Frith declared an interest"),
            ("paragraph", "3.", "Cy Reed declared an interest"),
        ],
    ),
    "short lines stay apart": (
        "Present:\n\nAda Moss\n\nBen Frith\n\nMANY FLOODS\n\n**Next steps**\n\nIt rained.",
        [
            ("paragraph", "", "Present:"),
            ("paragraph", "", "Ada Moss"),
            ("paragraph", "", "Ben Frith"),
            ("heading", "", "MANY FLOODS"),
            ("heading", "", "Next steps"),
            ("paragraph", "", "It rained."),
        ],
    ),
    "entries of a table of actions": (
        "No.\tAction\tDue\n1\tRepair the pumps\tMay\n2\tClean the drains\tJune",
        [
            ("cell", "", "No."),
            ("cell", "", "Action"),
            ("cell", "", "Due"),
            ("cell", "1", "Repair the pumps"),
            ("cell", "", "May"),
            ("cell", "2", "Clean the drains"),
            ("cell", "", "June"),
        ],
    ),
    "Markdown": (
        "## 2. Floods ##\n\n| Who | What |\n|-----|------|\n| Ada | pumps |\n\n> See [the plan](http://x.example/a).\n\n***",
        [
            ("heading", "2.", "Floods"),
            ("cell", "", "Who"),
            ("cell", "", "What"),
            ("cell", "", "Ada"),
            ("cell", "", "pumps"),
            ("paragraph", "", "See the plan."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES)
def test_blocks(shown: Callable[..., Shown], text: str, blocks: Shown) -> None:
    assert shown(text) == blocks


def test_the_last_of_a_lettered_list_is_parted_behind_and(read: Callable[..., Layout]) -> None:
    layout = read("RESOLVED:\n(i) that the dyke be mended; and\n(ii) that the bridge be closed.\n")
    assert [block.marker for block in layout.blocks if block.kind == "bullet"] == ["(i)", "(ii)"]
    layout = read("RESOLVED:\n(1) that the dyke be mended; and\n(2) that the bridge be closed.\n")
    assert [block.marker for block in layout.blocks if block.marker] == ["(1)", "(2)"]


def test_the_text_stays_as_it_is(read: Callable[..., Layout]) -> None:
    text = "1.\t<b>Floods</b> – a <i>river</i> rose.\t\r\n\ufeffend"
    assert read(text).text == text


def test_places_in_a_table(read: Callable[..., Layout]) -> None:
    layout = read("\tName\tRole\nPresent:\tAda Moss\tChair\n\n1.\tFloods\t\n\tIt rained.\tALL")
    places = [(block.text, block.table, block.row, block.column) for block in layout.blocks]
    assert places == [
        ("Name", 0, 0, 1),
        ("Role", 0, 0, 2),
        ("Present:", 0, 1, 0),
        ("Ada Moss", 0, 1, 1),
        ("Chair", 0, 1, 2),
        ("Floods", 1, 0, 1),
        ("It rained.", 1, 1, 1),
        ("ALL", 1, 1, 2),
    ]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("<b>Floods</b> – the river rose.", "Floods"),
        ("**Ada:** the river rose.", "Ada:"),
        ("MATTERS ARISING FROM FLOODS There were none.", "MATTERS ARISING FROM FLOODS"),
        ("DATE OF NEXT MEETING: Tuesday 5 May", "DATE OF NEXT MEETING:"),
        ("The river rose.", ""),
        ("PCC and CC agreed.", ""),
    ],
)
def test_run_in_heads(read: Callable[..., Layout], text: str, lead: str) -> None:
    block = read(text).blocks[0]
    assert block.text[: block.lead] == lead


def test_emphasis_of_whole_blocks(read: Callable[..., Layout]) -> None:
    layout = read("<u>Rivers</u>\n\n**Floods and dams**\n\nALL THE DAMS\n\nplain words")
    assert [sorted(block.emphasis) for block in layout.blocks] == [["underline"], ["bold"], ["capitals"], []]


def test_front_matter_is_left_out_and_recorded(read: Callable[..., Layout]) -> None:
    layout = read('---\ntitle: "Minutes"\ntags:\n  - floods\n---\n\nIt rained.\n', "minutes.md")
    assert [block.text for block in layout.blocks] == ["It rained."]
    assert [repair.kind for repair in layout.repairs] == ["front_matter"]


def test_form_feeds_turn_the_page(read: Callable[..., Layout]) -> None:
    layout = read("It rained.\n\fIt stopped.\n")
    assert [(block.text, block.page) for block in layout.blocks] == [("It rained.", 1), ("It stopped.", 2)]
    assert [layout.text[start:end] for start, end in layout.pages] == ["It rained.\n", "It stopped."]
