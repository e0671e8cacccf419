"""Pseudonyms stand for people in everything that leaves the graph, and for nobody else."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_loader.export.json_dump import dump
from graph_loader.export.pseudonyms import Pseudonyms
from graph_loader.export.pseudonyms.finder import SEVERAL, Finder
from graph_loader.export.pseudonyms.people import Someone, forms_of
from graph_loader.export.rows import Whole
from graph_loader.model.graph import Contribution
from graph_loader.model.record import Body, Evidence, Person, Statement
from graph_loader.store import Store

Minutes = Callable[..., Contribution]
UNA, TOM, ADA = "una", "tom", "ada"


def someone(one: str, *names: str, aliases: tuple[str, ...] = ()) -> Someone:
    return Someone(one, "staff", set(names), {"d": set(aliases)})


def finder(ordinary: tuple[str, ...] = (), *others: Someone) -> Finder:
    """Gives what finds Una Mary Reed, whom a document also calls UR and Supt Reed, and others; Ada may be named."""
    una = someone(UNA, "Una Mary Reed", aliases=("UR", "Supt Reed", "Supt", "CC"))
    everybody = (una, someone(ADA, "Ada Hill", aliases=("AH",)), *others)
    forms = [form for one in everybody for form in forms_of(one, ordinary)]
    return Finder(forms, {UNA: "Staff 1", TOM: "Staff 2"}, {one.id: {"d"} for one in everybody}, ordinary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Una Mary Reed asked.", "Staff 1 asked."),
        ("UNA MARY REED asked.", "Staff 1 asked."),
        ("una reed asked.", "Staff 1 asked."),
        ("U. Reed and U M Reed", "Staff 1 and Staff 1"),
        ("Reed, Una Mary", "Staff 1"),
        ("Una-Mary\nReed", "Staff 1"),
        ("Una <b>Mary Reed</b>", "Staff 1</b>"),
        ("Supt Reed's view", "Staff 1's view"),
        ("UR said so; U.R. did.", "Staff 1 said so; Staff 1. did."),
        ("Mrs Reed and Una", "Mrs Staff 1 and Staff 1"),
        ("write to una.reed@force.example", "write to Staff 1@force.example"),
        ("write to u.m.reed@force.example", "write to Staff 1@force.example"),
        ("Ünä Réed", "Staff 1"),
        ("“reed” is said by both", "“Staff 1” is said by both"),
        ("Thomas Reed and T. Reed and T Reed", f"{SEVERAL} and {SEVERAL} and {SEVERAL}"),
        ("He thanked Thomas. Reed agreed.", "He thanked Thomas. Staff 1 agreed."),
        # What is no name of hers.
        ("The CC and the Supt agreed.", "The CC and the Supt agreed."),
        ("our own furniture", "our own furniture"),
        ("Reedham and Unander", "Reedham and Unander"),
        ("Ada Hill (AH) asked.", "Ada Hill (AH) asked."),
        ("", ""),
    ],
)
def test_forms_of_a_name_are_found(text: str, expected: str) -> None:
    assert finder().replaced(text, ["d"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the reed beds; Reed agreed", "the reed beds; Staff 1 agreed"),
        ("una.reed@x.example, u_reed@x.example", "Staff 1@x.example, Staff 1@x.example"),
        ("Una Reed", "Staff 1"),
    ],
)
def test_a_word_that_is_common_too_needs_its_capital(text: str, expected: str) -> None:
    assert finder(("reed",)).replaced(text, ["d"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("both say “ur”, “urs”, “reeds”, “reed”", "both say “Staff 1”, “Staff 1”, “Staff 1”, “Staff 1”"),
        ("the same phrase “una's pond”", "the same phrase “Staff 1's pond”"),
        ("Una Reed; both say “ponds”", "Staff 1; both say “ponds”"),
        # What is no name of hers, and what no reason quotes.
        ("both say “cc”, “supt”, “ah”, “ours”, “furs”", "both say “cc”, “supt”, “ah”, “ours”, “furs”"),
        ("our ur words", "our ur words"),
    ],
)
def test_reasons_quote_names_in_lower_case(text: str, expected: str) -> None:
    assert finder(("reed",)).replaced_in_reason(text, ["d"]) == expected


def test_initials_of_several_are_nobodys_in_a_reason() -> None:
    both = finder((), someone(TOM, "Ulf Rost", aliases=("UR",)))
    assert both.replaced_in_reason("both say “ur”") == f"both say “{SEVERAL}”"


@pytest.mark.parametrize(
    ("other", "text", "expected"),
    [
        (someone(TOM, "Tom Reed"), "Reed and Tom Reed", f"{SEVERAL} and Staff 2"),
        (someone("bo", "Bo Reed"), "Reed, Bo Reed and Una Reed", "Reed, Bo Reed and Staff 1"),
        (someone("bo", "Ulf Rost", aliases=("UR",)), "UR asked.", "Staff 1 asked."),
        (someone("bo", "Una Lund"), "Una Lund and Una", "Una Lund and Una"),
    ],
)
def test_a_form_that_could_mean_another_is_not_that_persons(other: Someone, text: str, expected: str) -> None:
    assert finder((), other).replaced(text, ["d"]) == expected


@given(st.text(), st.text())
def test_no_whole_name_is_left_in_any_text(before: str, behind: str) -> None:
    text = finder().replaced(f"{before} Una Mary Reed {behind}", ["d"])
    assert "Una Mary Reed" not in text


def staffed(**changes: Any) -> dict[str, Any]:
    words = "Una Reed told Tom Ferreira (TF) that UR was away."
    evidence: dict[str, Any] = {"quote": words, "reading": words, "start": 0, "end": len(words), "rule": "test"}
    listed = Evidence(quote="Una Reed (UR)", reading="Una Reed (UR)", start=0, end=13, rule="test")
    people = (
        Person(
            name="Una Reed", role="Clerk", privacy="staff", attendance="present", aliases=("UR",), mentions=(listed,)
        ),
        Person(name="Tom Ferreira", role="Auditor", privacy="public_office", aliases=("TF",), attendance="present"),
        Person(name="Vic Tim", privacy="third_party"),
        Person(name="Ines Holt", role="Head of Parks", privacy="staff", attendance="present"),
    )
    statement = Statement(item="1", act="stated", speakers=(), **evidence)
    bodies = (Body(name="Reed Street Forum"),)
    return {"people": people, "statements": (statement,), "bodies": bodies, **changes}


def test_only_people_of_the_classes_lose_their_names(store: Store, minutes: Minutes) -> None:
    store.write(minutes(**staffed()))
    text = "".join(dump(store, Pseudonyms(store, ("staff",), "salt")))
    for name in ("Una", "UR", "Ines", "Holt"):
        assert f"{name} " not in text and f'{name}"' not in text
    for name in ("Tom Ferreira", "(TF)", "Vic Tim", "Reed Street Forum", "Clerk"):
        assert name in text


def test_ids_of_people_cannot_be_told_from_their_names(store: Store, minutes: Minutes) -> None:
    store.write(minutes(**staffed()))
    before = Whole(store)
    after = Whole(store, Pseudonyms(store, ("staff",), "salt"))
    assert len(after.nodes) == len(before.nodes) and len(after.edges) == len(before.edges)
    kept = set(before.nodes) & set(after.nodes)
    assert {before.nodes[one].label for one in kept} == {"Document"}
    assert all(edge.start in after.nodes and edge.end in after.nodes for edge in after.edges)
    hashes = {str(node.properties.get("digest")) for node in before.labelled("Document")}
    assert not hashes & {str(node.properties.get("digest")) for node in after.labelled("Document")}


def test_the_salt_alone_says_which_pseudonym_is_whose(store: Store, minutes: Minutes) -> None:
    store.write(minutes(**staffed()))

    def written(salt: str) -> str:
        return "".join(dump(store, Pseudonyms(store, ("staff", "third_party"), salt)))

    assert written("one") == written("one")
    assert written("one") != written("two")
    first = Pseudonyms(store, ("staff",), "one").words("Una Reed")
    store.write(minutes("b", date="2020-01-01", **staffed()))
    assert Pseudonyms(store, ("staff",), "one").words("Una Reed") == first


def test_whoever_has_no_class_is_not_named(store: Store, minutes: Minutes) -> None:
    store.write(minutes(**staffed(people=())))
    text = "".join(dump(store, Pseudonyms(store, ("third_party",), "salt")))
    assert not any(name in text for name in ("Tom", "Ferreira", "Ines", "Holt"))
