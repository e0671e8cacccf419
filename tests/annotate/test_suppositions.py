import pytest

from tests.annotate.conftest import COMMITMENTS, FORCE, Annotate, Plain, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ACC replied that, if they did, the desk would be opened within two days.", [], id="depends on an if"
        ),
        pytest.param(
            "The ACC replied that, if approved, the desk would be opened by May.",
            [("promise", [FORCE], "2020-05")],
            id="waits for a decision",
        ),
        pytest.param("CD: so if there is a van, it would be washed in the barn.", [], id="a label before the if"),
        pytest.param(
            "If the van was found, the ACC would write.", [("promise", ["Cy Dunn"], None)], id="who would do it if so"
        ),
        pytest.param(
            "The owners had now been told by the agent that the barn would be closed from May to June.",
            [],
            id="what others were told, with an adverb between",
        ),
        pytest.param(
            "The PCC was told by the ACC that the agent had promised that waits would be cut by May.",
            [],
            id="what another had promised",
        ),
        pytest.param(
            "The ACC told the board that the waits would be cut by May.",
            [("promise", [FORCE], "2020-05")],
            id="what the meeting is told",
        ),
        pytest.param("The vans are old - this will be discussed under item 9.", [], id="later in the same meeting"),
        pytest.param(
            "The vans are old - this will be discussed in May.", [("promise", [FORCE], "2020-05")], id="not here"
        ),
        pytest.param("The form will be used as if it were new.", [], id="as if"),
        pytest.param("Should the bid fail, the vans will be sold by May.", [], id="supposed with no if"),
        pytest.param("Unless the bid succeeds, the vans will be sold by May.", [], id="unless"),
        pytest.param("If the bid fails, the vans will be sold by May.", [], id="if, in the present tense"),
        pytest.param("The CC denied that the vans would be sold by May.", [], id="denied"),
        pytest.param("There was a risk that the vans would be late in May.", [], id="a risk"),
        pytest.param("There was no guarantee that the vans would be sold by May.", [], id="no guarantee"),
        pytest.param("The policy states that letters will be answered within ten days.", [], id="what a policy says"),
        pytest.param("The Act will come into force in May.", [], id="what comes by law"),
        pytest.param("An election will be held on 7 May.", [], id="an election"),
        pytest.param("It is expected that demand will rise in May.", [], id="what rises by itself"),
        pytest.param("Crime is expected to fall by May.", [], id="what is expected to fall"),
        pytest.param(
            "The number of vans would rise to 38 by May.",
            [("promise", [FORCE], "2020-05")],
            id="to what figure it rises",
        ),
        pytest.param("The CC would be joining late owing to a meeting.", [], id="who comes late"),
        pytest.param("Cash would run short by May.", [], id="what runs short"),
        pytest.param("The ACC expected to hear before Christmas.", [], id="what one expects to be told"),
        pytest.param(
            "The ACC expected to report before Christmas.", [("promise", ["Cy Dunn"], "2020-12-25")], id="to tell"
        ),
        pytest.param("The PCC reported that Mrs Wray would be stepping down at Christmas.", [], id="who leaves"),
        pytest.param("Cllr Tarn had heard that the barn was to be sold.", [], id="had heard"),
        pytest.param("The PCC had read that the barn was to be sold.", [], id="had read"),
        pytest.param("The barn was to be sold.", [("promise", [FORCE], None)], id="what nobody has read"),
        pytest.param("The force would be inspected in May.", [], id="an inspection by others"),
        pytest.param("The force expects to be inspected in May.", [], id="an expected inspection"),
        pytest.param("The year end would close on 31 March.", [], id="a year that ends"),
        pytest.param("The maker of the van would stop making it in May.", [], id="what others give up"),
        pytest.param("The reserves would reach £2m by May.", [], id="what drifts to a figure"),
        pytest.param(
            "The lease would be signed by May.", [("promise", [FORCE], "2020-05")], id="what is done to what drifts"
        ),
        pytest.param(
            "Staff would be young: by May two in five would have less than three years' service.",
            [],
            id="a date behind a colon, and who has less",
        ),
        pytest.param("Any decision on the vans would be taken by May.", [], id="any that there may be"),
        pytest.param("Without more vans the desk would be closed by May.", [], id="without a thing"),
        pytest.param("The next meeting would be held by May.", [], id="when the next meeting is"),
    ],
)
def test_what_is_only_supposed_or_told_some_other_time_is_no_promise(
    annotate_lines: Annotate, text: str, expected: list[Plain]
) -> None:
    assert [plain(found) for found in annotate_lines(text, *COMMITMENTS)._.commitments] == expected
