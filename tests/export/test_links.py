"""What several documents say together, as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph_loader.export.links import links
from graph_loader.extract import extract_record
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Body, Person
from graph_loader.read import read_document
from graph_loader.resolve.contribution import contribution
from graph_loader.store import Store

Minutes = Callable[..., Contribution]
TRUST = "Brookvale Parks Trust"


def test_an_empty_graph_links_nothing(store: Store) -> None:
    assert set(links(store)) == {
        "issue_threads",
        "recurring_commitments",
        "questions_again",
        "people_across",
        "bodies_across",
        "programmes_across",
        "post_succession",
        "successions",
    }
    assert not any(links(store).values())


def test_people_come_with_their_documents_and_roles(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a", date="2018-01-01"))
    store.write(minutes("b", date="2019-01-01", people=(Person(name="UNA REED", role="Clerk"),)))
    found = {entry["name"]: entry for entry in links(store)["people_across"]}
    assert found["Una Reed"]["documents"] == ["a", "b"]
    assert found["Una Reed"]["names_seen"] == ["UNA REED", "Una Reed"]
    assert found["Una Reed"]["roles"] == [{"document": one, "role": "Clerk"} for one in "ab"]
    assert found["Tom Ferreira"]["roles"] == [{"document": "a", "role": "Auditor"}]


def test_posts_come_with_their_holders_in_order(store: Store, minutes: Minutes) -> None:
    def held(name: str, acting: bool = False) -> Any:
        return {"people": (Person(name=name, role="Head of Parks", organisation=TRUST, acting=acting),)}

    store.write(minutes("c", date="2021-01-01", **held("Tom Ferreira", acting=True)))
    store.write(minutes("b", date="2019-01-01", **held("Ines Holt")))
    store.write(minutes("a", date="2018-01-01", **held("Ines Holt")))
    (post,) = (entry for entry in links(store)["post_succession"] if entry["organisation"] == TRUST)
    assert post["post"] == "Head of Parks"
    assert [
        (holder["name"], holder["first_seen"], holder["last_seen"], holder["acting"], holder["documents"])
        for holder in post["holders"]
    ] == [
        ("Ines Holt", "2018-01-01", "2019-01-01", False, ["a", "b"]),
        ("Tom Ferreira", "2021-01-01", "2021-01-01", True, ["c"]),
    ]


def test_bodies_come_when_more_than_one_document_names_them(store: Store, minutes: Minutes) -> None:
    alone = Body(name="Pond Panel")
    store.write(minutes("a", date="2018-01-01", bodies=(Body(name="Lawn Board"), alone)))
    store.write(minutes("b", date="2019-01-01", bodies=(Body(name="LAWN BOARD"),)))
    found = {entry["name"]: entry["members"] for entry in links(store)["bodies_across"]}
    assert found["Lawn Board"] == [{"document": "a", "as": "Lawn Board"}, {"document": "b", "as": "LAWN BOARD"}]
    assert "Pond Panel" not in found


def test_a_surname_that_stands_alone_comes_under_the_name(store: Store, minutes: Minutes) -> None:
    store.write(minutes("a", people=(Person(name="Jane Fox", attendance="present"),)))
    store.write(minutes("b", date="2020-02-02", people=(Person(name="Fox", attendance="present"),)))
    store.link()
    found = {entry["name"]: entry for entry in links(store)["people_across"]}
    assert "Fox" not in found
    assert (found["Jane Fox"]["documents"], found["Jane Fox"]["names_seen"]) == (["a", "b"], ["Fox", "Jane Fox"])


def test_hostile_words_are_read_back(hostile: Store) -> None:
    found = links(hostile)
    assert json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace")) == found


BOARD = """{trust} NHS Foundation Trust

Board of Directors

Minutes of the meeting held on 4 March {year}

Present: J. Moss (Chair), Ada {trust} (Chief Executive), {also}

1. Waits

J. Moss asked Ada {trust} why patients waited. Ada {trust} said that beds were short and that a ward would open in May.
"""


def test_two_boards_of_one_name_have_nothing_in_common(store: Store, tmp_path: Path) -> None:
    for trust in ("Saltmere", "Foxholm"):
        for year in (2022, 2023):
            path = tmp_path / f"{trust}-{year}.txt"
            path.write_text(BOARD.format(trust=trust, year=year, also=f"Bo {trust}"), encoding="utf-8")
            store.write(contribution(extract_record(read_document(path))))
    store.link()
    found = links(store)
    both = [["Foxholm-2022", "Foxholm-2023"], ["Saltmere-2022", "Saltmere-2023"]]
    assert sorted(each["documents"] for each in found["people_across"] if each["name"] == "J. Moss") == both
    for kind in ("issue_threads", "recurring_commitments", "questions_again"):
        assert sorted(sorted(each["document"] for each in group["members"]) for group in found[kind]) in (both, [])
    assert found["issue_threads"]


def test_a_question_after_a_promise_is_told_with_the_promise(store: Store, tmp_path: Path) -> None:
    said = ("Ada Lowe said that the Trust would mend the bandstand roof by May.", "J. Moss asked {again}.")
    again = ("whether the bandstand roof had been mended, as promised", "again whether the bandstand roof was mended")
    for year, text in zip((2021, 2022, 2023), (said[0], *(said[1].format(again=each) for each in again)), strict=True):
        path = tmp_path / f"{year}.txt"
        path.write_text(BOARD.format(trust="Lowe", year=year, also="Bo Lowe") + f"\n2. Bandstand\n\n{text}\n", "utf-8")
        store.write(contribution(extract_record(read_document(path))))
    store.link()
    found = links(store)
    promised = [
        group["members"] for group in found["recurring_commitments"] if "bandstand" in group["members"][0]["quote"]
    ]
    assert [[(each["document"], each["kind"]) for each in members] for members in promised] == [
        [("2021", "Commitment"), ("2022", "Question"), ("2023", "Question")]
    ]
    asked = [group["members"] for group in found["questions_again"] if "bandstand" in group["members"][0]["quote"]]
    assert [[(each["document"], each["kind"]) for each in members] for members in asked] == [
        [("2022", "Question"), ("2023", "Question")]
    ]


def test_an_acronym_that_nothing_explains_is_listed_for_each_body(store: Store, tmp_path: Path) -> None:
    for trust in ("Saltmere", "Foxholm"):
        for year in (2022, 2023):
            path = tmp_path / f"{trust}-{year}.txt"
            said = (
                f"\n2. Wards\n\nAda {trust} said that the CRB and the CQC had visited. The CRB would report in May.\n"
            )
            path.write_text(BOARD.format(trust=trust, year=year, also=f"Bo {trust}") + said, encoding="utf-8")
            store.write(contribution(extract_record(read_document(path))))
    store.link()
    found = [
        (body["name"], [each["document"] for each in body["members"]])
        for body in links(store)["bodies_across"]
        if body["name"] in ("CRB", "CQC")
    ]
    both = [["Foxholm-2022", "Foxholm-2023"], ["Saltmere-2022", "Saltmere-2023"]]
    assert sorted(members for name, members in found if name == "CRB") == both
    assert [sorted(members) for name, members in found if name == "CQC"] == [[*both[0], *both[1]]]


def test_a_short_name_is_listed_under_the_full_one(store: Store, minutes: Minutes) -> None:
    clerk = Person(name="Cy Dunn", role="Clerk")
    for one, name in (("a", "Una Reed"), ("b", "Reed")):
        store.write(minutes(one, date=f"201{9 - len(name)}-01-01", people=(Person(name=name), clerk)))
    store.link()
    across = {entry["name"]: entry["documents"] for entry in links(store)["people_across"]}
    assert "Reed" not in across
    assert sorted(across["Una Reed"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("first", "then", "together"),
    [
        ("Roads Scrutiny Committee", "Scrutiny Committee", True),
        ("Scrutiny Committee", "Roads Scrutiny Committee", True),
        ("Roads Scrutiny Committee", "Harbour Scrutiny Committee", False),
        ("Scrutiny Committee", "Committee", False),
    ],
)
def test_a_board_whose_name_grows_or_shrinks_goes_on(
    store: Store, tmp_path: Path, first: str, then: str, together: bool
) -> None:
    for year, name in (("2021", first), ("2022", then)):
        path = tmp_path / f"{year}.txt"
        text = BOARD.replace("{trust} NHS Foundation Trust", "Saltmere Council").replace("Board of Directors", name)
        path.write_text(text.format(trust=f"Dunn{year}", year=year, also=f"Bo Hale{year}"), encoding="utf-8")
        store.write(contribution(extract_record(read_document(path))))
    store.link()
    assert bool(links(store)["issue_threads"]) is together
