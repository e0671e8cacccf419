from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from graph_loader.annotate.date_resolvers import Anchor
from graph_loader.annotate.relative_dates import find_dates
from graph_loader.model.record import Meeting, NextMeeting

ANCHOR = Anchor(date(2018, 10, 26), "2018-11-27", 4, "Barn Board")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The move is expected in June or July 2019.", "2019-06/2019-07"),
        ("The trial ran between June and August 2017.", "2017-06/2017-08"),
        ("The ACC will meet the union in the New Year.", "2019"),
        ("A promotion board is to be held in November.", "2018-11"),
        ("Shifts had been changed in April.", "2018-04"),
        ("An update is due by May.", "2019-05"),
        ("DCC to report to the April 2019 meeting.", "2019-04"),
        ("The ACC undertook to have it ready for the February meeting.", "2019-02"),
        ("It will be brought to January's meeting.", "2019-01"),
        ("He will send it by Monday.", "2018-10-29"),
        ("From Monday next it will be sent.", "2018-10-29"),
        ("The CC will write by Tuesday week.", "2018-11-06"),
        ("The CC will write tomorrow.", "2018-10-27"),
        ("The PCC would have it a week today.", "2018-11-02"),
        ("The list will be sent in the coming week.", "2018-10-26/2018-11-02"),
        ("The list will be sent by the end of Q4.", "2019-03-31"),
        ("The list will be sent in the second quarter.", "2019-07/2019-09"),
        ("The desk was busy this spring.", "2018-03/2018-05"),
        ("The desk will open this winter.", "2018-12/2019-02"),
        ("She will walk there on Monday and Friday evenings from 1st May.", "2019-05-01"),
        ("PCC to raise it on 30th.", "2018-10-30"),
        ("He promised to write within a fortnight.", "2018-11-09"),
        ("The gate would be mended the following month.", "2018-11"),
        ("It will be sent within the week.", "2018-10-26/2018-10-28"),
        ("It will be sent by the end of next week.", "2018-11-02/2018-11-04"),
        ("It was agreed that the CC bring it to the June meeting.", "2019-06"),
        ("The CC was asked to put it on the February agenda.", "2019-02"),
        ("It was agreed that the gate had been shut in June.", "2018-06"),
        ("It will be sent later in the year.", "2018"),
        ("Patrols will double from the first of December.", "2018-12-01"),
        ("To chase the lease, carried forward from September.", "2018-09"),
        ("It will be ready ahead of the Christmas period.", "2018-12-25"),
        ("It will open before the end of the summer.", "2019-08-31"),
        ("It will come to the next meeting in April.", "2019-04"),
        ("She will ring on Friday.", "2018-11-02"),
        ("It will be sent by the 28th.", "2018-10-28"),
        ("They will come on the 4th.", "2018-11-04"),
        ("It will be done within ten working days.", "2018-11-09"),
        ("From the new year all will be checked.", "2019"),
        ("Revisit in 6 months.", "2019-04-26"),
        ("This would return in two weeks' time.", "2018-11-09"),
        ("A report would come in about six months time.", "2019-04"),
        ("It will be done within 3 months.", "2019-01-26"),
        ("It will be done by the end of the year.", "2018-12-31"),
        ("Every record would be complete by the end of next year.", "2019-12-31"),
        ("It will be spent by the end of the financial year.", "2019-03-31"),
        ("It will open in August next year.", "2019-08"),
        ("It will open by the end of May of next year.", "2019-05-31"),
        ("It will open by the end of March.", "2019-03-31"),
        ("It will open by the end of June 2020.", "2020-06-30"),
        ("The 2022/23 budget is set.", "2022/2023"),
        ("The 22/23 plan is set.", "2022/2023"),
        ("Half of it falls in 2022/23.", "2022/2023"),
        ("It will be done by the end of 2022/23.", "2023-03-31"),
        ("It is hoped to open early in 2020.", "2020"),
        ("It will open this winter.", "2018-12/2019-02"),
        ("Figures for Q3 2018/19 were tabled.", "2018-10/2018-12"),
        ("It is planned for the summer of 2019.", "2019-06/2019-08"),
        ("It will be ready by Christmas.", "2018-12-25"),
        ("It will be ready by Whitsun.", "2019-06-09"),
        ("It will be ready by Whitsun 2020.", "2020-05-31"),
        ("It will be ready by Christmas 2019.", "2019-12-25"),
        ("It will be ready by the financial year end.", "2019-03-31"),
        ("She will report on the April to June quarter by the end of July.", "2019-07-31"),
        ("She will report from April to June.", "2019-04/2019-06"),
        ("It will be ready before the new year.", "2018-12-31"),
        ("It will be ready in time for the New Year.", "2018-12-31"),
        ("It will be ready before the summer.", "2019-05-31"),
        ("It will be ready before summer 2020.", "2020-05-31"),
        ("It will be ready by End June 2020.", "2020-06-30"),
        ("It will be done in the week of 20th November.", "2018-11-19/2018-11-25"),
        ("She will bring it to the next Board.", "2018-11-27"),
        ("She would write before the barn was sold on 2 May.", "2019-05-02"),
        ("She will bring a list, showing who was late, in time for the fair on 2 May.", "2019-05-02"),
        ("She will bring a list of those who were late on 2 May.", "2018-05-02"),
        ("It will be ready by Easter.", "2019-04-21"),
        ("A paper will come next month.", "2018-11"),
        ("A paper will come next year.", "2019"),
        ("A paper will come next Tuesday.", "2018-10-30"),
        ("The CC will bring it to the next meeting.", "2018-11-27"),
        ("The CC will bring it to the next Panel meeting.", "2018-11-27"),
        ("The CC will bring it to the Next Meeting.", "2018-11-27"),
        ("He said that 812 walks had been led to the end of September.", "2018-09-30"),
        ("He said that spending to the end of August was on budget and that the rest would be saved.", "2018-08-31"),
        ("He would check, as spending up to the end of August was on budget.", "2018-08-31"),
        ("The walks will go on to the end of March.", "2019-03-31"),
        ("The hire was extended to the end of March.", "2019-03-31"),
        ("The rent was secured to the end of August.", "2019-08-31"),
        ("It had been hard, but would be done by the end of March.", "2019-03-31"),
        ("It will open on Friday 3 May.", "2019-05-03"),
        ("They had met on 23rd March.", "2018-03-23"),
        ("A hearing was held in 2013.", "2013"),
    ],
)
def test_times_in_words_are_resolved_against_the_meeting(sentence: str, expected: str) -> None:
    assert [found.value for found in find_dates(sentence, ANCHOR)] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "It will be done shortly.",
        "The fete was held and the following week it rained.",
        "They were busy over the Christmas period.",
        "She went to town on 19th street.",
        "It will be discussed at a future meeting.",
        "The next meeting of the parish council will hear of it.",
        "She will raise it at the next community meeting.",
        "She will raise it at the next residents' meeting.",
        "The owners will hear of it at their next meeting.",
        "The club will hear of it at its next Board meeting.",
        "He said that 812 walks had been led to the end of October.",
        "He said that the rent had been paid to the end of March.",
        "Crime had fallen over the last six months.",
        "Delays of 7 months were noted.",
        "There may be a march.",
        "She will tell them once the January bill is in.",
        "She will send a copy of the June minutes.",
        "She will report on the June figures.",
        "Cover is 24/7.",
        "It will be done in the spring term.",
        "It will be done by the end of the summer term.",
        "It will be done before the winter fair.",
        "She will bring it to the next Committee.",
        "She will bring it to the next Board member.",
        "Nothing was heard in 6 months.",
        "Those aged 22-23 were asked.",
        "The wait had risen in the second quarter.",
        "It will be in the Q3 pack.",
        "A quarter of the calls came in the coming weeks.",
    ],
)
def test_what_is_vague_or_no_date_is_left_out(sentence: str) -> None:
    assert list(find_dates(sentence, ANCHOR)) == []


def test_without_a_meeting_only_whole_dates_are_resolved() -> None:
    found = find_dates("By May, in 6 months, next year or on 3 June 2019 it will be done.", Anchor())
    assert [entry.value for entry in found] == ["2019-06-03"]


def test_the_component_gives_characters_of_the_doc(annotate_lines: Callable[..., Doc]) -> None:
    meeting = Meeting(date="2021-03-23", next_meeting=NextMeeting(date="2021-04-27"))
    text = "The CC will report in 6 months.\n\nThe plan comes to the next meeting."
    doc = annotate_lines(text, "kg_sentences", "kg_dates", meeting=meeting)
    found = [(doc.text[date.start_char : date.end_char], date.value, date.kind) for date in doc._.dates]
    assert found == [("in 6 months", "2021-09-23", "day"), ("next meeting", "2021-04-27", "next_meeting")]
