from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpus import filings_folder, forms_4
from page_reader import Drawn, filing

from form4gen.edgar.reader import read
from form4gen.intake.structure import structure
from form4gen.model.rows import Row
from form4gen.model.wording import mark
from form4gen.render.cells import Printed, table_i_row, table_ii_row
from form4gen.render.html import html

ROW = "/nonDerivativeTable/0"
OPTION: dict[str, Any] = {
    "securityTitle": "Employee Stock Option (right to buy)",
    "conversionOrExercisePrice": 23.5,
    "transactionDate": "2017-11-14",
    "transactionCode": "M",
    "transactionShares": 100,
    "transactionAcquiredDisposedCode": "D",
    "transactionPricePerShare": 0,
    "exerciseDate": {"footnotes": ["F1", "F2"]},
    "expirationDate": "2027-01-31",
    "underlyingSecurityTitle": "Common Stock",
    "underlyingSecurityShares": 100,
    "sharesOwnedFollowingTransaction": 0,
    "directOrIndirectOwnership": "D",
}


def _texts(cells: Callable[[Any], tuple[Printed, ...]], row: Row) -> tuple[str, ...]:
    """The cells of a row as one text each: ``$ 208.99 (2)``."""
    return tuple(_whole(cell) for cell in cells(row))


def _whole(cell: Printed) -> str:
    marks = cell.gap.join(f"({mark(note)})" for note in cell.footnotes)
    return cell.gap.join(part for part in (cell.text, marks) if part)


def _first(**changes: Any) -> tuple[str, ...]:
    return _texts(
        table_i_row, filing(**{f"{ROW}/{key}": value for key, value in changes.items()}).non_derivative_table[0]
    )


def _option(**changes: Any) -> tuple[str, ...]:
    row = {key: value for key, value in (OPTION | changes).items() if value is not None}
    return _texts(table_ii_row, filing(**{"/derivativeTable": [row]}).derivative_table[0])


def test_a_line_of_table_i_has_eleven_cells() -> None:
    assert _first() == ("Common Stock", "11/14/2017", "", "P", "", "2,000", "A", "$ 2.64", "3,418", "D", "")


def test_a_line_of_table_ii_has_sixteen_cells() -> None:
    assert _option() == (
        "Employee Stock Option (right to buy)", "$ 23.50", "11/14/2017", "", "M", "", "", "100", "(1)(2)", "01/31/2027",
        "Common Stock", "100", "$ 0", "0", "D", "",
    )  # fmt: skip


def test_the_amount_is_shown_under_the_letter_that_was_given() -> None:
    assert _option(transactionAcquiredDisposedCode="A")[6:8] == ("100", "")
    assert _option(transactionAcquiredDisposedCode="D")[6:8] == ("", "100")
    assert _option(transactionAcquiredDisposedCode=None)[6:8] == ("", "")


def test_a_footnote_on_the_letter_of_table_ii_is_cited_with_the_amount() -> None:
    letter = {"value": "A", "footnotes": ["F2"]}
    amount = {"value": 5, "footnotes": ["F1"]}
    assert _option(transactionAcquiredDisposedCode=letter, transactionShares=amount)[6] == "5 (1) (2)"


def test_an_amount_of_money_takes_the_place_of_shares_and_both_are_printed_if_both_are_given() -> None:
    value = {"transactionTotalValue": 60000000, "underlyingSecurityValue": 7, "valueOwnedFollowingTransaction": 8}
    shares = dict.fromkeys(("transactionShares", "underlyingSecurityShares", "sharesOwnedFollowingTransaction"))
    row = _option(**value, **shares)
    assert (row[7], row[11], row[13]) == ("$ 60,000,000", "$ 7", "$ 8")
    assert _option(transactionTotalValue=9)[7] == "100 $ 9"


def test_a_swap_is_marked_behind_the_code() -> None:
    assert _first(equitySwapInvolved=True)[3] == "P/K"
    assert _first(equitySwapInvolved=True, transactionCode={"value": "S", "footnotes": ["F1"]})[3] == "S/K(1)"


def test_v_is_printed_for_a_line_that_could_have_waited_for_form_5() -> None:
    assert _first(transactionFormType="5")[4] == "V"
    assert _first(transactionFormType="4", transactionTimeliness="E")[4] == ""


def test_a_holding_leaves_the_columns_of_a_transaction_blank() -> None:
    holding = {
        "kind": "holding", "securityTitle": "Common Stock", "sharesOwnedFollowingTransaction": 14000,
        "directOrIndirectOwnership": "I", "natureOfOwnership": "By Spouse",
    }  # fmt: skip
    option = {
        key: OPTION[key]
        for key in OPTION
        if not key.startswith("transaction")
    } | {"kind": "holding"}  # fmt: skip
    changed = filing(**{"/nonDerivativeTable": [holding], "/derivativeTable": [option]})
    first, second = changed.non_derivative_table[0], changed.derivative_table[0]
    assert _texts(table_i_row, first) == ("Common Stock", *[""] * 7, "14,000", "I", "By Spouse")
    assert _texts(table_ii_row, second)[2:8] == ("",) * 6
    assert _texts(table_ii_row, second)[12:14] == ("", "0")


@pytest.mark.parametrize(
    ("key", "cell", "printed"),
    [
        ("securityTitle", 0, "Common Stock (1) (2)"), ("transactionDate", 1, "11/14/2017(1)(2)"),
        ("deemedExecutionDate", 2, "(1)(2)"), ("transactionCode", 3, "P(1)(2)"),
        ("transactionTimeliness", 4, "(1) (2)"),
        ("transactionShares", 5, "2,000 (1) (2)"), ("transactionAcquiredDisposedCode", 6, "A (1) (2)"),
        ("transactionPricePerShare", 7, "$ 2.64 (1) (2)"), ("sharesOwnedFollowingTransaction", 8, "3,418 (1) (2)"),
        ("directOrIndirectOwnership", 9, "D (1) (2)"), ("natureOfOwnership", 10, "(1) (2)"),
    ],
)  # fmt: skip
def test_every_cell_prints_the_footnotes_it_cites_in_order(key: str, cell: int, printed: str) -> None:
    value = getattr(filing().non_derivative_table[0], _attribute(key)).value
    cited = {"footnotes": ["F1", "F2"]} | ({} if value is None else {"value": str(value)})
    assert _first(**{key: cited})[cell] == printed


def _attribute(key: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in key)


def test_a_footnote_is_called_by_the_digits_of_its_id() -> None:
    assert [mark(name) for name in ("F1", "F12", "FN03", "note")] == ["1", "12", "03", "note"]


def test_blanks_and_line_ends_in_a_text_count_as_one_blank() -> None:
    assert _first(securityTitle=" Class A \n Common  Stock")[0] == "Class A Common Stock"


def test_the_cells_of_real_filings_are_those_of_the_secs_own_viewer() -> None:
    viewer = _viewer()
    lines = 0
    for path in forms_4():
        real = structure(read(path.read_bytes()).document)
        expected = viewer[path.name]
        drawn = [list(_texts(table_i_row, row)) for row in real.non_derivative_table]
        assert _alike(drawn) == _alike(expected["tableI"]), path.name
        drawn = [list(_texts(table_ii_row, row)) for row in real.derivative_table]
        assert _alike(drawn) == _alike(expected["tableII"]), path.name
        lines += len(real.rows)
    assert lines > 2000


def test_the_drawn_page_of_a_real_filing_shows_those_cells() -> None:
    viewer = _viewer()
    for path in forms_4()[::10]:
        expected = viewer[path.name]
        drawn = Drawn(html(structure(read(path.read_bytes()).document)))
        assert _alike(drawn.rows(0)) == _alike(expected["tableI"] or [[""] * 11]), path.name
        assert _alike(drawn.rows(1)) == _alike(expected["tableII"] or [[""] * 16]), path.name


def _alike(rows: list[list[str]]) -> list[list[str]]:
    """The cells without the zeros at the end of prices, in which alone the page differs from the viewer."""
    return [[re.sub(r"(?<=\$ )([\d,]+)(\.\d*[1-9])?(\.?0+)?(?![\d.,])", r"\1\2", cell) for cell in row] for row in rows]


def test_prices_that_differ_in_zeros_at_the_end_alone_are_alike() -> None:
    assert _alike([["$ 15.00 (1)", "$ 11.80", "$ 10", "$ 1,200.0500", "100.00"]]) == [
        ["$ 15 (1)", "$ 11.8", "$ 10", "$ 1,200.05", "100.00"]
    ]


def _viewer() -> dict[str, Any]:
    source: Path = filings_folder() / "sec-viewer-cells.jsonl"
    return {filed["file"]: filed for filed in map(json.loads, source.read_text("utf-8").splitlines())}
