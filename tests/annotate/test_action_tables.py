import pytest

from tests.annotate.conftest import COMMITMENTS, Annotate, Plain, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Action | Owner | Due | Status |\n|---|---|---|---|\n| Count the vans | CD | May | Complete – sent |\n"
            "| Sell the vans | CC | May | Not complete |\n| Wash the vans | ACC | May | Letter sent |\n",
            [("action", ["Ben Hale"], "2020-05"), ("action", ["Cy Dunn"], "2020-05")],
            id="rows whose status says that they are done",
        ),
        pytest.param(
            "| 1 | Repair the vans | CD | May 2020 |\n|---|---|---|---|\n"
            "| 2 | To review the rota | CC / PCC | Ongoing |\n",
            [("action", ["Cy Dunn"], "2020-05"), ("action", ["Ben Hale", "Ada Moss"], None)],
            id="no head row",
        ),
        pytest.param(
            "| Action | Lead | By | RAG |\n|---|---|---|---|\n| Count the vans | CD | 31 May | Green – complete |\n"
            "| Sell the vans | CC | May meeting | Amber |\n",
            [("action", ["Ben Hale"], "2020-05")],
            id="colours, and a column of days headed by",
        ),
        pytest.param(
            "| Item | Talk | Action |\n|---|---|---|\n| 1 | Old vans. | |\n| 2 | Radios came. | CD to sell them |\n",
            [("action", ["Cy Dunn"], None)],
            id="a column of actions and none of owners",
        ),
        pytest.param(
            "| Ask the owners to the May fair | CD | ASAP |\n|---|---|---|\n| Repair the vans | CC | June |\n",
            [("action", ["Cy Dunn"], None), ("action", ["Ben Hale"], "2020-06")],
            id="a column that says as soon as possible",
        ),
        pytest.param("| CC | Ben Hale |\n|---|---|\n| ACC | Cy Dunn |\n", [], id="a list of people"),
        pytest.param("| Vans | CC |\n|---|---|\n| Radios | ACC |\n", [], id="whose matters they are"),
        pytest.param("| 1 | Repair the vans | CD |\n|---|---|---|\n", [], id="a single row"),
    ],
)
def test_tables_of_actions(annotate_lines: Annotate, text: str, expected: list[Plain]) -> None:
    assert [plain(found) for found in annotate_lines(text, *COMMITMENTS)._.commitments] == expected
