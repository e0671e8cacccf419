"""What is found wrong with minutes, and what is left alone."""

from pathlib import Path

import pytest

from graph_loader.annotate.choose import Choice
from graph_loader.extract.lint import Finding, lint_document
from graph_loader.read import read_bytes, read_document

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"
MINUTES = """\
Ponds Oversight Meeting {title} – Meeting Notes

Date: {date}

Chair: Ada Hill

Present:

{present}

Apologies: {apologies}

1. Ponds

{said}

Next meeting: {following}
"""
RIGHT = {
    "title": "May 2019",
    "date": "Wednesday 22 May 2019",
    "present": "Ada Hill (AH) – Commissioner\nBen Roe (BR) – Chief Officer",
    "apologies": "Cleo Lund (CL) – Clerk",
    "said": "AH asked BR why the ponds were green. BR said that it was algae.\n\nACTION: BR to clean the ponds.",
    "following": "Thursday 20 June 2019",
}


def lint(text: str, profile: str = "general") -> list[Finding]:
    layout = read_bytes(text.encode(), "ponds.txt")
    found = lint_document(layout, Choice(profile, "test"))
    for finding in found:
        assert " ".join(layout.text[finding.start : finding.end].split()) == finding.words
        assert finding.advice.endswith(".")
    return found


def found_in(profile: str = "general", **changes: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.words) for finding in lint(MINUTES.format(**(RIGHT | changes)), profile)]


def test_minutes_that_are_in_order_have_no_findings() -> None:
    assert found_in() == []


@pytest.mark.parametrize(
    ("changes", "rule", "words"),
    [
        ({"date": "Tuesday 22 May 2019"}, "weekday", "Tuesday 22 May 2019"),
        ({"date": "Tuesday 22 May"}, "weekday", "Tuesday 22 May"),
        ({"following": "Friday 20 June 2019"}, "weekday", "Friday 20 June 2019"),
        ({"said": "AH asked for a report by Sunday 9 June at the latest."}, "", ""),
        ({"said": "AH asked for a report by Tuesday 9 June at the latest."}, "", ""),
        ({"said": "AH asked for a report by Friday 9 June at the latest."}, "weekday", "Friday 9 June"),
        ({"said": "AH asked for a report by Monday 31 June at the latest."}, "", ""),
        ({"title": "April 2019"}, "title_month", "Ponds Oversight Meeting April 2019 – Meeting Notes"),
        ({"title": "May 2018"}, "title_month", "Ponds Oversight Meeting May 2018 – Meeting Notes"),
        ({"title": "January to March 2019"}, "", ""),
        ({"title": ""}, "", ""),
        ({"following": "20 May 2019"}, "next_meeting", "20 May 2019"),
        ({"following": "22 May 2019"}, "next_meeting", "22 May 2019"),
        ({"following": "20 June"}, "", ""),
        ({"following": "to be confirmed"}, "", ""),
    ],
)
def test_dates_are_held_against_each_other(changes: dict[str, str], rule: str, words: str) -> None:
    assert found_in(**changes) == ([(rule, words)] if rule else [])


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"apologies": "Ben Roe"}, True),
        ({"apologies": "Cleo Lund and Ben Roe"}, True),
        ({"apologies": "Cleo Lund, Ben Roe (joined for item 2)"}, False),
        ({"apologies": "for lateness: Ben Roe"}, False),
        ({"apologies": "Cleo Lund\n\nMinutes: Ben Roe"}, False),
    ],
)
def test_nobody_is_present_and_absent(changes: dict[str, str], wrong: bool) -> None:
    assert [rule for rule, _ in found_in(**changes)] == ["present_and_absent"] * wrong


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"present": "Ada Hill (AX) – Commissioner\nBen Roe (BR) – Chief Officer"}, [("initials_contradict", "AX")]),
        ({"present": "Ada Hill (Com) – Commissioner\nBen Roe (CO) – Chief Officer"}, []),
        ({"present": "Ada Jane Hill (AH) – Commissioner\nBen Roe-Odd (BRO) – Chief Officer"}, []),
        ({"present": "Ada Hill (AH) – Commissioner\nAlf Hood (AH) – Auditor"}, [("short_form_shared", "AH")]),
        ({"said": "ZQ asked why the ponds were green. ZQ asked again."}, [("short_form_unexplained", "ZQ")]),
        ({"said": "ZQ to clean the ponds."}, [("short_form_unexplained", "ZQ")]),
        ({"said": "BR/ZQ to clean the ponds."}, [("short_form_unexplained", "ZQ")]),
        ({"said": "The Zone Quorum (ZQ) met. ZQ asked why the ponds were green."}, []),
        ({"said": "The ponds of ZQ were green, and AZQ was told."}, []),
        ({"said": "HR advised against it."}, []),
        ({"said": "ALL TO NOTE THAT ZQ SAID SO."}, []),
    ],
)
def test_short_forms_mean_one_person(changes: dict[str, str], found: list[tuple[str, str]]) -> None:
    present = RIGHT["present"] if "present" not in changes else changes["present"]
    changes = {"said": "The ponds were green.", **changes, "present": present}
    assert [one for one in found_in(**changes) if one[0] != "action_without_owner"] == found


def test_initials_that_fit_two_people_are_said_to() -> None:
    text = MINUTES.format(**RIGHT | {"present": "Ada Hill – Commissioner\nAlf Hood – Auditor"})
    (one,) = (finding for finding in lint(text) if finding.words == "AH")
    assert (one.rule, one.advice) == ("short_form_unexplained", "It fits Ada Hill and Alf Hood: find out who is meant.")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The ACC said that the ponds were green.", True),
        ("ACC Holm said that the ponds were green.", False),
        ("The ponds were green.", False),
    ],
)
def test_a_post_of_two_people_is_told_apart_where_it_speaks(said: str, wrong: bool) -> None:
    present = "Ida Holm – Assistant Chief Constable\nOle Lund – Assistant Chief Constable"
    found = found_in("uk-policing", present=present, said=said, apologies="none")
    assert found == ([("short_form_shared", "ACC")] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("ACTION: The ponds to be cleaned by May.", True),
        ("ACTION: BR to clean the ponds.", False),
        ("The ponds will be cleaned.", False),
        ("RESOLVED: That the ponds be cleaned.", False),
        ("There were no actions arising.", False),
        ("AH asked why the ponds were green.", False),
    ],
)
def test_an_action_has_an_owner(said: str, wrong: bool) -> None:
    assert [rule for rule, _ in found_in(said=said)] == ["action_without_owner"] * wrong


@pytest.mark.parametrize(
    ("second", "wrong"),
    [
        ("3. Fish", False),
        ("1. Ponds", True),
        ("1. Boats", False),
    ],
)
def test_an_agenda_that_begins_again_is_of_two_meetings(second: str, wrong: bool) -> None:
    body = "\n\nThe ponds were looked at and found to be green.\n\n"
    first = body.join(["2. Reeds", "3. Frogs", "4. Newts"])
    again = body.join([second, "2. Ducks", "3. Geese", "4. Swans", ""])
    said = f"They are green.\n\n{first}{body}{again}"
    assert [rule for rule, _ in found_in(said=said)] == ["two_meetings"] * wrong


def test_what_cannot_be_read_is_said() -> None:
    cut = "ponds cleaning was discussed at length\nning was\ncussed at\nngth and\nonds were\neaning it\ncussed so\n"
    found = lint(MINUTES.format(**RIGHT | {"said": f"The cleaning of ponds was discussed.\n\n{cut}"}))
    assert [finding.rule for finding in found] == ["unreadable"]
    assert "ngth and" in found[0].words


def test_the_findings_come_in_the_order_of_the_text() -> None:
    found = found_in(date="Tuesday 22 May 2019", said="ACTION: The ponds to be cleaned.", following="1 May 2019")
    assert [rule for rule, _ in found] == ["weekday", "action_without_owner", "next_meeting"]


def test_the_examples_have_the_slips_that_were_put_into_them() -> None:
    found = {
        path.stem: [finding.rule for finding in lint_document(read_document(path))]
        for path in sorted(EXAMPLES.iterdir())
    }
    assert {name: rules for name, rules in found.items() if rules} == {
        "accountability-2019-06": ["action_without_owner"],
        "accountability-2020-10": ["initials_contradict"],
    }
