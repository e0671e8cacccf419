"""What several documents say together: issues that go on, promises and questions that come back."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from graph_loader.model.graph import Edge
from graph_loader.resolve.links import Topics, link, topics_of
from graph_loader.resolve.links.counts import counts
from graph_loader.resolve.links.spoken_dates import later_date, months_between, spoken_dates
from graph_loader.resolve.links.words import plain, stem
from graph_loader.resolve.passage import Links, Passage, PassageKind

TOPICS = Topics(
    phrases={"moorings": ("berths", "moorings")},
    common=frozenset({"harbour", "said", "master", "chair", "end", "meeting"}),
    recalls=frozenset({"promised", "reminded"}),
    particles=frozenset({"the", "of", "by", "be", "would", "had", "been", "was", "on", "in", "to"}),
    told_done=frozenset({"had", "been", "was", "were"}),
    outcomes=frozenset({"awaited", "in place"}),
    referring=frozenset({"it would", "do so"}),
    ahead=frozenset({"would"}),
    deeds={"install": ("replace", "deliver")},
    irregular={"sent": "send", "built": "build"},
)


def minutes(date: str, *items: tuple[str, Sequence[tuple[PassageKind, str]]], due: str | None = None) -> list[Passage]:
    """Makes the passages of one document: its items, each with what is said under it."""
    found: list[Passage] = []
    for title, said in items:
        item = f"item-{date}-{len(found)}"
        found.append(passage(item, "item", date, title, len(found), labels=(title.lower(),)))
        for kind, text in said:
            one = f"{kind}-{date}-{len(found)}"
            found.append(
                passage(one, kind, date, text, len(found), item=item, due=due if kind == "commitment" else None)
            )
    return found


def passage(one: str, kind: PassageKind, date: str, text: str, place: int, **more: object) -> Passage:
    return Passage(id=one, kind=kind, document=date, date=date, text=text, position=place * 100, **more)  # type: ignore[arg-type]


def edges(links: Links, *kinds: str) -> list[Edge]:
    return [edge for edge in links.edges if edge.type in kinds]


OTHER: list[tuple[PassageKind, str]] = [
    ("statement", f"The clerk told them about {what}.")
    for what in ("ropes", "nets and pots", "a seal", "two ferries", "ice", "oars", "flags", "fenders", "eels", "tar")
]
SPRING = minutes(
    "2019-03-05",
    ("Moorings", [("commitment", "The crane on the north quay would be replaced by the end of June.")]),
    ("Gulls", [("question", "The chair asked how many gulls nest on the sheds."), *OTHER]),
    due="2019-06-30",
)
SUMMER = minutes(
    "2019-07-09",
    ("Berths", [("statement", "The master said that the crane on the north quay was replaced in June.")]),
    ("Paint", [("question", "The chair asked what colour the sheds would have.")]),
)
AUTUMN = minutes(
    "2019-10-08",
    (
        "Berths and buoys",
        [
            ("question", "The chair reminded the master that a crane on the north quay had been promised for June."),
            ("answer", "He apologised."),
            ("commitment", "It would be there by Christmas."),
        ],
    ),
    due="2019-12-25",
)


def test_items_of_one_topic_are_one_issue_whatever_their_words() -> None:
    links = link([*SPRING, *SUMMER, *AUTUMN], TOPICS)
    issues = {node.id: node.properties["name"] for node in links.nodes}
    concerns = [(edge.start[5:15], issues[edge.end]) for edge in edges(links, "CONCERNS") if edge.end in issues]
    assert [pair for pair in concerns if pair[1] == "moorings"] == [
        ("2019-03-05", "moorings"),
        ("2019-07-09", "moorings"),
        ("2019-10-08", "moorings"),
    ]
    assert sorted(name for _, name in concerns if name != "moorings") == ["gulls", "paint"]


def test_what_comes_back_is_tied_to_the_promise_with_a_reason() -> None:
    found = edges(link([*SPRING, *SUMMER, *AUTUMN], TOPICS), "RECURS_AS", "REPORTED_ON_IN", "FOLLOWS_UP")
    ties = {(edge.type, edge.start[:-2], edge.end[:-2]): edge.properties for edge in found}
    promise = "commitment-2019-03-05"
    assert ties.keys() == {
        ("REPORTED_ON_IN", promise, "statement-2019-07-09"),
        ("FOLLOWS_UP", "question-2019-10-08", promise),
        ("RECURS_AS", promise, "commitment-2019-10-08"),
    }
    moved = ties["RECURS_AS", promise, "commitment-2019-10-08"]
    assert (moved["relation"], moved["months"]) == ("date_moved", 7)
    assert "in reply to a question about it" in str(moved["reason"])
    assert "“crane”" in str(ties["REPORTED_ON_IN", promise, "statement-2019-07-09"]["reason"])


@pytest.mark.parametrize(
    "text",
    ["The master said that the north gate was painted.", "The chair welcomed the work.", "The crane was admired."],
)
def test_a_word_in_common_is_no_link(text: str) -> None:
    other = minutes("2019-07-09", ("Paint", [("statement", text)]))
    assert edges(link([*SPRING, *other], TOPICS), "RECURS_AS", "REPORTED_ON_IN", "FOLLOWS_UP") == []


@pytest.mark.parametrize(
    ("first", "then", "one"),
    [
        (("Cranes", "The crane leaks oil."), ("Visitors", "Nobody may walk under a crane."), False),
        (("Cranes", "The crane on the quay leaks."), ("Visitors", "A crane on the quay was admired."), True),
    ],
)
def test_one_word_in_a_heading_and_under_another_is_one_sign(
    first: tuple[str, str], then: tuple[str, str], one: bool
) -> None:
    spring = minutes("2019-03-05", (first[0], [("statement", first[1])]), ("Ropes", OTHER))
    summer = minutes("2019-07-09", (then[0], [("statement", then[1])]))
    concerns = {edge.start: edge.end for edge in edges(link([*spring, *summer], TOPICS), "CONCERNS")}
    assert (concerns["item-2019-03-05-0"] == concerns["item-2019-07-09-0"]) == one


PROMISES = minutes(
    "2020-03-03",
    ("Lights", [("commitment", "Stronger lamps would be bought for the long pier.")]),
    ("Letters", [("commitment", "The clerk to send a letter to every berth holder about the dredging."), *OTHER]),
    due="2020-05-31",
)


@pytest.mark.parametrize(
    ("date", "said", "promise"),
    [
        ("2020-07-07", "The letter about the dredging had been sent.", 2),
        ("2020-07-07", "Stronger lamps for the pier were still awaited.", 1),
        ("2020-07-07", "The letter about the rent had been drafted.", None),
        ("2020-07-07", "The long pier is closed to anglers.", None),
        ("2026-07-07", "Lamps on the long pier had been bought.", None),
    ],
)
def test_a_sentence_of_a_long_item_tells_of_a_promise(date: str, said: str, promise: int | None) -> None:
    item = passage(
        "arising", "item", date, "Matters arising", 0, narrative=("Nobody drowned.", said, "A seal was seen.")
    )
    found = edges(link([*PROMISES, item], TOPICS), "REPORTED_ON_IN")
    commitments = [each.id for each in PROMISES if each.kind == "commitment"]
    assert [(edge.start, edge.properties["sentence"]) for edge in found] == (
        [] if promise is None else [(commitments[promise - 1], said)]
    )


def test_each_sentence_of_an_item_can_tell_of_another_promise() -> None:
    told = ("The letter about the dredging had been sent.", "Stronger lamps for the long pier were still awaited.")
    item = passage("arising", "item", "2020-07-07", "Matters arising", 0, narrative=told)
    assert len(edges(link([*PROMISES, item], TOPICS), "REPORTED_ON_IN")) == len(told)


def test_a_reply_that_names_nothing_means_what_was_asked() -> None:
    asked = "The chair pressed the master to bring the number of gulls on the sheds under forty."
    said: list[tuple[PassageKind, str]] = [
        ("question", asked),
        ("commitment", "He undertook to do so by the end of May."),
    ]
    earlier = minutes("2020-03-03", ("Gulls", said), ("Ropes", OTHER), due="2020-05-31")
    reminded = "The chair reminded him of what he promised of the gulls on the sheds in May."
    later = minutes("2020-07-07", ("Gulls", [("question", reminded)]))
    found = edges(link([*earlier, *later], TOPICS), "FOLLOWS_UP")
    assert "commitment-2020-03-03-2" in {edge.end for edge in found}


def about(programme: str, words: str, *passages: Passage) -> list[Passage]:
    """Lets passages name a programme where their words do."""
    named = {"named": (programme,), "named_as": (words,)}
    return [replace(each, **named) if words in each.text else each for each in passages]  # type: ignore[arg-type]


@pytest.mark.parametrize(("later", "tied"), [("Beacon Lights", True), ("Beacon Lights in the bay", False)])
def test_a_promise_takes_up_what_was_only_said_of_its_programme(later: str, tied: bool) -> None:
    remark = "The Beacon Lights survey found eleven lamps out."
    promise = f"The master would discuss the {'Beacon Lights ' * tied}survey with the insurers."
    first = minutes("2020-03-03", ("Beacon Lights", [("statement", remark)]), ("Ropes", OTHER))
    then = minutes("2020-07-07", (later if tied else "Fish", [("commitment", promise)]), due="2020-09-30")
    found = edges(link(about("programme-1", "Beacon Lights", *first, *then), TOPICS), "RECURS_AS")
    assert [(edge.start[:9], edge.properties["relation"]) for edge in found] == ([("statement", "taken_up")] * tied)


def test_nothing_is_tied_within_a_document_or_without_dates() -> None:
    twice = [*SPRING, passage("late", "statement", "2019-03-05", SPRING[1].text, 9, item=SPRING[0].id)]
    assert edges(link(twice, TOPICS), "REPORTED_ON_IN") == []
    vague = [*SPRING, passage("late", "statement", "2019", SPRING[1].text, 9)]
    assert edges(link(vague, TOPICS), "REPORTED_ON_IN") == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_passages_has_no_say(seed: int) -> None:
    passages = [*SPRING, *SUMMER, *AUTUMN]
    assert link(random.Random(seed).sample(passages, len(passages)), TOPICS) == link(passages, TOPICS)


def test_a_later_document_changes_nothing_of_what_is_linked() -> None:
    all_of_it = [SPRING, SUMMER, AUTUMN]
    linked = [link([one for each in all_of_it[:some] for one in each], TOPICS) for some in range(4)]
    for before, behind in pairwise(linked):
        assert set(map(str, before.nodes)) <= set(map(str, behind.nodes))
        assert set(map(str, before.edges)) <= set(map(str, behind.edges))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("waiting", "waits"),
        ("vetted", "vetting"),
        ("evaluate", "evaluation"),
        ("evaluate", "evaluated"),
        ("evaluating", "evaluate"),
        ("treated", "treat"),
        ("chatted", "chat"),
        ("retire", "retirement"),
        ("policies", "policy"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "said", "months"),
    [
        ("promised for June 2019", "2020-02-18", {"2019-06"}),
        ("started in September", "2018-11-20", {"2018-09"}),
        ("promised by December", "2018-11-20", {"2017-12"}),
        ("it may be done next month", "2018-12-20", {"2019-01"}),
        ("said in May", "2019", {"2019-05"}),
    ],
)
def test_a_month_is_the_last_of_its_name(text: str, said: str, months: set[str]) -> None:
    assert spoken_dates(text, said).months == months


def test_dates_that_overlap_are_in_no_order() -> None:
    assert later_date("2019-03-05", "2019-07-09")
    assert not later_date("2019-03-05", "2019")
    assert not later_date("2019-03-05", None)
    assert [months_between("2019-03-05", date) for date in ("2019-10-08", "2019-10-04", "2019")] == [7, 6, None]


NUMBERED = [
    replace(each, commitment_kind="action", number="7/19") if each.kind == "commitment" else each
    for each in minutes("2019-03-05", ("Gulls", [("commitment", "Una to count the nests."), *OTHER]))
]


@pytest.mark.parametrize(
    ("text", "tied"), [("7/19: Closed.", True), ("See item 7/19.", False), ("8/19: Closed.", False)]
)
def test_an_action_is_followed_by_its_number(text: str, tied: bool) -> None:
    later = minutes("2019-07-09", ("Ropes", [("statement", text)]))
    found = edges(link([*NUMBERED, *later], TOPICS), "REPORTED_ON_IN")
    assert ["bear the number 7/19" in str(edge.properties["reason"]) for edge in found] == [True] * tied


@pytest.mark.parametrize(
    ("heading", "said", "tied"),
    [("Gull nests", "The paper was presented.", True), ("Ropes", "The paper was presented.", False)],
)
def test_an_action_that_has_a_heading_of_its_own_later_is_tied(heading: str, said: str, tied: bool) -> None:
    topics = replace(
        TOPICS, outcomes=frozenset({"presented"}), common=TOPICS.common | {"bring", "paper", "present", "the", "was"}
    )
    said_first = minutes(
        "2019-03-05", ("Paint", [("commitment", "Una to bring a paper on gull nests."), *OTHER]), due="2019-05"
    )
    action = [replace(each, commitment_kind="action" if each.due else None) for each in said_first]
    later = minutes("2019-07-09", (heading, [("statement", said)]))
    assert bool(edges(link([*action, *later], topics), "REPORTED_ON_IN")) == tied


@pytest.mark.parametrize(
    ("number", "said", "date", "tied"),
    [
        ("3", "Action 3: complete.", "2019-07-09", True),
        ("3", "Action 4: complete.", "2019-07-09", False),
        ("3", "Action 3 is taken under item 4.", "2019-07-09", False),
        ("3", "Action 3: complete.", "2019-10-08", False),  # The list of the meeting between has a third action too.
    ],
)
def test_a_place_in_a_list_is_that_of_the_last_meeting(number: str, said: str, date: str, tied: bool) -> None:
    made = minutes("2019-03-05", ("Paint", [("commitment", "Una to count the gulls."), *OTHER]))
    action = [replace(each, number=number if each.kind == "commitment" else None) for each in made]
    between = minutes("2019-07-09", ("Paint", [("statement", "The clerk told them about eels.")]))
    later = minutes(date, ("Ropes", [("statement", said)]))
    found = edges(link([*action, *(between if date > "2019-08" else []), *later], TOPICS), "REPORTED_ON_IN")
    assert bool(found) == tied


@pytest.mark.parametrize(
    ("promised", "owner", "tied"),
    [
        ("She would have the gulls on the sheds counted.", "una", True),
        ("She would have the gulls on the sheds counted.", "tom", False),
        ("She would have the ferries painted.", "una", False),
    ],
)
def test_what_a_list_records_again_is_taken_up_with_it(promised: str, owner: str, tied: bool) -> None:
    made = minutes(
        "2019-03-05", ("Gulls", [("commitment", promised), *OTHER]), ("Actions", [("commitment", "count of gulls")])
    )
    (text, action) = (each for each in made if each.kind == "commitment")
    kinds = {
        text.id: replace(text, commitment_kind="promise", actors=("una",)),
        action.id: replace(action, commitment_kind="action", actors=(owner,), number="1"),
    }
    later = minutes("2019-07-09", ("Ropes", [("statement", "Action 1: the count was done.")]))
    found = edges(link([*(kinds.get(each.id, each) for each in made), *later], TOPICS), "REPORTED_ON_IN")
    assert ({edge.start for edge in found} == {text.id, action.id}) == tied
    assert action.id in {edge.start for edge in found}


def test_common_words_count_where_they_come_back_together() -> None:
    topics = replace(TOPICS, common=TOPICS.common | {"paper", "price", "net", "market", "cost", "dry"})
    made = minutes("2019-03-05", ("Gulls", [("commitment", "A paper on the price of nets at market."), *OTHER]))
    for said, tied in (("The paper gave the price of nets at market.", True), ("The paper cost nothing dry.", False)):
        later = minutes("2019-07-09", ("Gulls", [("statement", f"{said[:-1]}, as promised on gulls.")]))
        assert bool(edges(link([*made, *later], topics), "REPORTED_ON_IN")) == tied


def test_who_speaks_makes_no_two_remarks_alike() -> None:
    topics = replace(TOPICS, honorifics=frozenset({"Ms"}))
    earlier = minutes("2019-03-05", ("Gulls", [("commitment", "Ms Quillfeather would count them."), *OTHER]))
    later = minutes("2019-07-09", ("Gulls", [("statement", "Ms Quillfeather was in place.")]))
    assert edges(link([*earlier, *later], topics), "REPORTED_ON_IN") == []


def test_a_noun_says_the_same_as_its_verb() -> None:
    topics = replace(TOPICS, nouns={"sale": "sell"}, irregular={"sold": "sell"})
    earlier = minutes("2019-03-05", ("Sheds", [("commitment", "The sale of the tar shed was near."), *OTHER]))
    later = minutes("2019-07-09", ("Sheds", [("statement", "The tar shed had been sold.")]))
    (found,) = edges(link([*earlier, *later], topics), "REPORTED_ON_IN")
    assert "“sold”" in str(found.properties["reason"])


@pytest.mark.parametrize(
    ("said", "tied"),
    [
        ("The crane on the quay had been delivered.", True),  # Not the verb of the promise, but something done.
        ("The crane on the quay stands idle.", False),
    ],
)
def test_what_tells_of_something_done_is_not_silent(said: str, tied: bool) -> None:
    later = minutes("2019-07-09", ("Berths", [("statement", said)]))
    assert bool(edges(link([*SPRING, *later], TOPICS), "REPORTED_ON_IN")) == tied


@pytest.mark.parametrize("word", ["replied", "thousand", "pounds"])
def test_what_every_reply_says_tells_nothing_apart(word: str) -> None:
    assert plain(word) in topics_of(["general"]).common


@pytest.mark.parametrize(
    ("said", "tied"),
    [
        ("They had been painted.", True),
        ("The sheds had been sold.", False),
        ("They would be painted again.", False),
    ],
)
def test_what_alone_was_promised_is_told_by_its_verb(said: str, tied: bool) -> None:
    spring = minutes("2019-03-05", ("Sheds", [("commitment", "The sheds would be painted by May.")]), due="2019-05-31")
    earlier = [replace(each, commitment_kind="promise" if each.due else None) for each in spring]
    talk: list[tuple[PassageKind, str]] = [("statement", f"The sheds are {what}.") for what in ("old", "red", "dry")]
    later = minutes("2019-07-09", ("Sheds", [*talk, ("statement", said)]))
    found = edges(link([*minutes("2019-02-05", ("Rope", OTHER)), *earlier, *later], TOPICS), "REPORTED_ON_IN")
    assert bool(found) == tied
    assert all("tells of “painted”" in str(edge.properties["reason"]) for edge in found)


@pytest.mark.parametrize("said", ["Two months behind, it was there.", "It had come at last.", "A month behind time."])
def test_to_be_behind_takes_up_what_was_promised(said: str) -> None:
    assert topics_of(["general"]).recall(said)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The force will recruit four further constables.", {"4"}),
        ("The last of the four had taken up post; 620 devices and sixty files were left.", {"4", "620", "60"}),
        ("It would be done within six months, by 4 May 2021.", set()),
        ("One in ten was late, 12 per cent of two hundred.", {"10"}),
        ("The year 1999 was the first.", set()),
    ],
)
def test_counts_are_of_things_not_of_time_or_parts(text: str, found: set[str]) -> None:
    assert counts(text) == found


GENERAL = topics_of(["general"])


@pytest.mark.parametrize(
    ("promised", "told", "deeds"),
    [
        ("He will send them the figures.", "They had been supplied in June.", {"send"}),
        ("Twelve are to be recruited.", "All twelve were appointed.", {"recruit"}),
        ("She will bring a plan.", "She tabled the plan.", {"bring"}),
        ("The lamps would be fitted.", "The lamps were delivered.", {"install"}),
        ("He will send them the figures.", "They had been painted.", set()),
    ],
)
def test_a_deed_is_told_by_another_verb(promised: str, told: str, deeds: set[str]) -> None:
    assert GENERAL.same_deeds(GENERAL.verbs(promised)) & GENERAL.same_deeds(GENERAL.told(told)) == deeds


@pytest.mark.parametrize(
    ("heading", "arising"),
    [
        ("Minutes and matters arising", True),
        ("ITEMS BROUGHT FORWARD", True),
        ("Actions arising", False),
        ("Budget", False),
    ],
)
def test_a_heading_says_that_earlier_matters_arise(heading: str, arising: bool) -> None:
    assert GENERAL.is_arising(heading) == arising


LAMPS = minutes(
    "2019-03-05", ("Lamps", [("commitment", "Each berth would have a lamp of its own by June.")]), due="2019-06-30"
)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Each berth had a lamp of its own by 4 August.", True),  # Behind the month in which it was due, but soon.
        ("Each berth had a lamp of its own by 4 March.", False),
        ("Each berth would have a lamp of its own by August.", False),
    ],
)
def test_a_month_soon_behind_the_date_is_told_of(said: str, reason: bool) -> None:
    later = minutes("2019-09-03", ("Lamps", [("statement", said)]))
    found = edges(link([*minutes("2019-02-05", ("Rope", OTHER)), *LAMPS, *later], TOPICS), "REPORTED_ON_IN")
    assert ["names a month soon after its date" in str(edge.properties["reason"]) for edge in found] in ([reason], [])


@pytest.mark.parametrize(("one", "other", "same"), [("supply", "supplied", True), ("supplier", "supplied", False)])
def test_who_supplies_is_not_what_is_supplied(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) == same


def issue_of(links: Links, item: str) -> str:
    return next(edge.end for edge in links.edges if edge.type == "CONCERNS" and edge.start == item)


def test_one_heading_over_whatever_there_is_makes_no_issue() -> None:
    winter = minutes("2019-01-08", ("Matters of note", [("statement", "A seal had been seen among the red ferries.")]))
    spring = minutes(
        "2019-03-05", ("Matters of note", [("statement", "Two lamps upon the northern quay blew down in a gale.")])
    )
    summer = minutes("2019-06-04", ("Matters of note", [("statement", "The band will play upon the western pier.")]))
    found = link([*winter, *spring, *summer], GENERAL)
    assert len({issue_of(found, each[0].id) for each in (winter, spring, summer)}) == len(found.nodes) == 3


@pytest.mark.parametrize(
    ("said", "one"),
    [
        ("The lamps on the eastern pier blew down.", True),  # It says a word of its heading.
        ("A seal had been seen among the red ferries again.", True),  # It says what was said before.
        ("Nothing.", True),  # It says too little to be of something else.
        ("Two ropes upon the northern quay broke in a gale.", False),
    ],
)
def test_one_heading_is_one_issue_where_something_speaks_for_it(said: str, one: bool) -> None:
    winter = minutes("2019-01-08", ("Pier lamps", [("statement", "A seal had been seen among the red ferries.")]))
    spring = minutes("2019-03-05", ("Pier lamps", [("statement", said)]))
    found = link([*winter, *spring], GENERAL)
    assert (issue_of(found, winter[0].id) == issue_of(found, spring[0].id)) == one


@pytest.mark.parametrize(
    ("heading", "name", "left"),
    [
        ("clearance of ropes by the Harbour Office", "Harbour Office", "clearance of ropes"),
        ("accidents in the Dive Unit", "Dive Unit", "accidents"),
        ("Harbour Office", "Harbour Office", "Harbour Office"),
        ("the new Harbour Office", "Harbour Office", "the new Harbour Office"),
        ("inspection of the Harbour Office", "Harbour Office", "inspection of the Harbour Office"),
        ("work by the Harbour Officers", "Harbour Office", "work by the Harbour Officers"),
    ],
)
def test_who_does_it_is_not_what_a_heading_is_about(heading: str, name: str, left: str) -> None:
    assert GENERAL.without_where(heading, [name]) == left


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("A tidal gauge was mended; the mole had shaken it.", True),
        ("The gauge was mended; tidal water had shaken it.", False),
        ("All that Tidal Gauge Limited had mended at the mole was shaken.", False),  # A name.
    ],
)
def test_an_issue_is_known_by_its_phrases(said: str, told: bool) -> None:
    first: list[tuple[PassageKind, str]] = [("statement", "The tidal gauge at the mole is worn and reads too low.")]
    winter, spring = minutes("2019-01-08", ("Gauges", first)), minutes("2019-03-05", ("Gauge", [("statement", said)]))
    reasons = [str(edge.properties["reason"]) for edge in edges(link([*winter, *spring], GENERAL), "CONCERNS")]
    assert any("the same phrase “tidal gauge”" in each for each in reasons) == told


def test_what_arises_from_earlier_minutes_joins_no_issue() -> None:
    lamps: list[tuple[PassageKind, str]] = [("statement", "The lamps upon the western pier had been lit.")]
    winter = minutes("2019-01-08", ("Western pier lamps", lamps))
    spring = minutes("2019-03-05", ("Matters arising", lamps))
    found = link([*winter, *spring], GENERAL)
    assert issue_of(found, winter[0].id) != issue_of(found, spring[0].id)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Moorings / gulls", "moorings / gulls"),
        (
            "Programme of repairs to all the moorings / matters arising from the last inspection",
            "programme of repairs to all the moorings",
        ),
    ],
)
def test_an_issue_has_a_short_name(heading: str, name: str) -> None:
    (issue,) = link(minutes("2019-03-05", (heading, OTHER)), TOPICS).nodes
    assert issue.properties["name"] == name
