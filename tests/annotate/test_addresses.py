import pytest

from tests.annotate.conftest import SPEECH, Annotate, exchanges

HEAD = """Harbour Parish Council

Minutes of the meeting held on 4 May 2020

Present: Mrs Ann Bell (Chair), Mr Tom Bell, Dr Una Cole, Mr Wim Cole, Cllr Mrs M. Dray, Cllr P. Dray, Jo Elm, Kay Elm,
Superintendent Ida Fox, Inspector Ole Fox, Mr R. G. Hale CC, Mr T. Hale CC, Mrs. P. Joy CC and Mr Karl Gill

1. Roads

"""


@pytest.mark.parametrize(
    ("who", "asker"),
    [
        ("Mrs Bell", "Ann Bell"),
        ("Mr. Bell", "Tom Bell"),
        ("Dr Cole", "Una Cole"),
        ("Mr Cole", "Wim Cole"),
        ("Councillor Mrs Dray", "M. Dray"),
        ("Mr Dray", "P. Dray"),
        ("Supt Fox", "Ida Fox"),
        ("Inspector Fox", "Ole Fox"),
        ("Mr Gill", "Karl Gill"),
        ("Mr Hale (R. G.)", "R. G. Hale"),
        ("Mr. Hale (T.)", "T. Hale"),
        ("Mr. T. Hale CC", "T. Hale"),
        ("Mrs. Joy", "P. Joy"),
        ("Mrs. P. Joy CC", "P. Joy"),
        # Nobody whom the list names: there is a Mr Gill.
        ("Mrs Gill", "Gill"),
        # Either may be meant.
        ("Cllr Dray", None),
        ("Mr Hale", None),
        ("Mr Hale (P.)", None),
        ("Mr Elm", None),
        ("Ms Elm", None),
        ("Mr Fox", None),
        ("Prof Cole", None),
    ],
)
def test_a_title_tells_which_of_two_with_one_surname_is_meant(
    annotate_lines: Annotate, who: str, asker: str | None
) -> None:
    parts = ("kg_meeting", "kg_attendance", "kg_people", "kg_bodies", *SPEECH)
    doc = annotate_lines(
        f"{HEAD}{who} asked whether the road was open.", *parts, people=(), profile="uk-local-government"
    )
    askers = [name for _, askers, *_ in exchanges(doc) for name in askers]
    assert askers == ([asker] if asker else [])
