import pytest

from tests.annotate.conftest import ACC, CC, COMMITMENTS, FORCE, PCC, Annotate, Plain, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The CC said that officers would bring a plan in May if the bid failed.",
            [("promise", [FORCE], "2020-05")],
            id="what staff prepare for a case",
        ),
        pytest.param("The CC said that officers would bring a plan if the bid failed.", [], id="no day"),
        pytest.param("The CC said that officers would bring a plan in May only if it failed.", [], id="only if"),
        pytest.param("The CC said that the desk would be closed in May if the bid failed.", [], id="done to a thing"),
        pytest.param("The CC was glad. He would offer training to owners.", [("promise", [CC], None)], id="offers"),
        pytest.param("The vans would offer more room.", [], id="what a thing offers"),
        pytest.param("The CC expected 80% by May.", [("promise", [CC], "2020-05")], id="a figure by a day"),
        pytest.param("The CC expected 80%.", [], id="a figure with no day"),
        pytest.param(
            "The PCC asked for the figures; the ACC would send them.",
            [("promise", [ACC], None)],
            id="another answers what is asked",
        ),
        pytest.param("The PCC asked for the figures; she would send them on.", [], id="the asker goes on"),
        pytest.param(
            "Two desk officers started in March. They will visit the owners by May.",
            [("promise", [], "2020-05")],
            id="they are staff",
        ),
        pytest.param("Two vans came in March. They will visit the owners by May.", [], id="they are no staff"),
        pytest.param("Two desk officers started in March. They will visit the owners.", [], id="they, with no day"),
        pytest.param(
            "The PCC asked that the barn be mended, which was agreed.", [("action", [], None)], id="asked and agreed"
        ),
        pytest.param(
            "The PCC asked the ACC to mend the barn, which was agreed.",
            [("action", [ACC], None)],
            id="asked of somebody and agreed",
        ),
        pytest.param("The PCC asked that the barn be mended, which was refused.", [], id="asked and refused"),
        pytest.param("The PCC asked about the plan, which was agreed.", [], id="a plan that was agreed"),
        pytest.param(
            "A panel of the PCC, the CC and the ACC will meet the owners in May.",
            [("promise", [PCC, CC, ACC], "2020-05")],
            id="of whom a panel consists",
        ),
        pytest.param("The term of the PCC and the CC will end in May.", [("promise", [FORCE], "2020-05")], id="a term"),
        pytest.param(
            "The PCC heard of a trial, which the ACC's team will run in May.",
            [("promise", [ACC], "2020-05")],
            id="whose team",
        ),
        pytest.param(
            "RESOLVED that the plan be adopted and reviewed in May.",
            [("action", [], "2020-05")],
            id="adopted, reviewed",
        ),
        pytest.param("The ACC said that inspectors would be in the force from 12 May.", [], id="where others will be"),
        pytest.param("All to be mended by May.", [("promise", [FORCE], "2020-05")], id="with no verb"),
        pytest.param("All to be gained by it.", [], id="no order"),
        pytest.param("The PCC would receive a report in May.", [("promise", [FORCE], "2020-05")], id="who gets it"),
        pytest.param(
            "The PCC would receive a report from the CC in May.",
            [("promise", [CC], "2020-05")],
            id="from whom it comes",
        ),
        pytest.param(
            "The ACC, on behalf of the CC, will send the list by May.",
            [("promise", [ACC], "2020-05")],
            id="for another",
        ),
        pytest.param(
            "The list will be sent by the ACC by May.", [("promise", [ACC], "2020-05")], id="by whom and by when"
        ),
        pytest.param("The list will be sent by May.", [("promise", [FORCE], "2020-05")], id="by when alone"),
        pytest.param(
            "RESOLVED that the plan be noted and a further report be sent in May.",
            [("action", [], "2020-05")],
            id="noted, and another sent",
        ),
        pytest.param("RESOLVED that the minutes be approved and signed.", [], id="approved and signed"),
        pytest.param("RESOLVED that the report be received and noted.", [], id="received and noted"),
    ],
)
def test_what_is_promised(annotate_lines: Annotate, text: str, expected: list[Plain]) -> None:
    assert [plain(found) for found in annotate_lines(text, *COMMITMENTS)._.commitments] == expected
