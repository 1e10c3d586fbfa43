"""The tables of the memorandum: deadlines, the ledger of each class, average prices, exercises and withholding."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from case_files import EASTERN
from memo_samples import NO_PLAN, checked, memo_on, page_on, purchases, sample
from page_reader import Drawn, filing

from form4gen.api.rules import explanations
from form4gen.model.filing import Filing
from form4gen.report.filing_time import TimeBasis
from form4gen.report.memo import Memo, memo
from form4gen.report.memo_ledger import Class, Entry

LATE = datetime(2026, 11, 23, 11, 20, tzinfo=EASTERN)
ROWS = "/nonDerivativeTable"
HELD = "sharesOwnedFollowingTransaction"
EARLIER = {"/ownerSignatures/0/signatureDate": "2026-09-02", "/periodOfReport": "2026-09-01"}
NOT_DEEMED = (*(f"{ROWS}/{row}/deemedExecutionDate" for row in range(3)), "/derivativeTable/0/deemedExecutionDate")


def _plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def _made(remove: tuple[str, ...] = (), **changes: Any) -> Memo:
    return memo_on(sample(remove, **changes))


def _entry(each: Entry) -> tuple[str, ...]:
    return tuple(_plain(part) for part in each[:6])


def test_each_deadline_is_a_lettered_line_with_its_rows() -> None:
    one = memo_on(sample(NOT_DEEMED, **(NO_PLAN | {"/footnotes/F1": "A note."}))).deadlines
    assert (one.is_lettered, one.is_ahead, one.note) == (True, True, "")
    lines = [tuple(_plain(" ".join(part) if isinstance(part, tuple) else part) for part in line) for line in one.lines]
    assert lines == [
        ("A", "Table I, rows 1\u20133; Table II, row 1", "Nov 5, 2026", "Trade date",
         "Mon, Nov 9, 2026, 10:00 p.m. ET", "5 h 55 min"),
        ("B", "Table I, rows 4\u20135; Table II, row 2", "Nov 6, 2026", "Trade date",
         "Tue, Nov 10, 2026, 10:00 p.m. ET", "29 h 55 min"),
    ]  # fmt: skip


def test_what_could_move_a_deadline_is_told_beside_it() -> None:
    deemed, notice = (_plain(line.counted) for line in _made().deadlines.lines)
    assert deemed == "Deemed execution date, Nov 6, 2026"
    assert notice == "Trade date; if notice came late, due by Nov 16, 2026"
    holiday = sample(NOT_DEEMED, **(NO_PLAN | {f"{ROWS}/{row}/transactionDate": "2026-11-10" for row in range(5)}))
    assert any("excludes" in line.counted for line in memo_on(holiday).deadlines.lines)


def test_a_row_without_a_date_has_a_line_that_says_so() -> None:
    lines = _made((f"{ROWS}/1/transactionDate",)).deadlines.lines
    assert any((line.traded, line.counted, line.due) == ("no date", "The transaction date is missing", ("",))
               for line in lines)  # fmt: skip


def test_a_deadline_that_lacks_the_fiscal_year_end_says_so_without_the_key() -> None:
    early = {f"{ROWS}/0/transactionCode": "W", f"{ROWS}/0/transactionFormType": "5"}
    lines = _made(("/context/issuerFiscalYearEnd",), **early, **NO_PLAN).deadlines.lines
    assert "The issuer's fiscal year end is not given" in [line.counted for line in lines]


@pytest.mark.parametrize(("rows", "lines", "is_lettered"), [(7, 7, True), (8, 8, True), (9, 1, False)])
def test_more_than_eight_deadlines_are_a_line_for_each_kind_of_row(rows: int, lines: int, *, is_lettered: bool) -> None:
    found = memo_on(purchases(rows), LATE).deadlines
    assert (len(found.lines), found.is_lettered) == (lines, is_lettered)
    assert bool(found.note) is not is_lettered


def test_a_row_without_a_letter_says_itself_how_late_it_is() -> None:
    page = page_on(purchases(9), LATE)
    rows = [row for table in Drawn(page).tables for row in table if row[1:2] == ["P"]]
    assert "Days late</th>" in page
    assert rows[0][4:6] == ["Jan 13, 2026", "313"]
    lettered = page_on(purchases(8), LATE)
    assert "Days late</th>" not in lettered
    assert 'colspan="8"' in page
    assert 'colspan="7"' in lettered


def test_a_row_without_a_letter_that_is_not_late_says_the_time_left() -> None:
    assert 'Time left</th><th scope="col" role="columnheader">Reporting basis' in page_on(
        purchases(9), datetime(2026, 1, 9, 12, 0, tzinfo=EASTERN)
    )


def test_where_some_rows_are_late_each_says_in_words_how_it_stands() -> None:
    at = datetime(2026, 1, 20, 9, 0, tzinfo=EASTERN)
    for rows in (9, 13):
        page = page_on(purchases(rows), at)
        cells = [row[-2:] if rows == 9 else row[-1:] for table in Drawn(page).tables for row in table]
        words = [_plain(cell) for row in cells for cell in row]
        assert "Status</th>" in page
        assert "Time left</th>" not in page
        assert "6 days late" in words
        assert "13 h" in words


def test_the_time_left_is_in_days_where_no_hour_of_filing_is_known() -> None:
    one = sample(NOT_DEEMED, **(NO_PLAN | {"/footnotes/F1": "A note."}))
    at = datetime(2026, 11, 9, 22, 0, tzinfo=EASTERN)
    for basis, words in ((TimeBasis.SIGNATURE, ["same day", "1 day"]), (TimeBasis.OPTION, ["0 min", "24 h"])):
        made = memo(checked(one, at)._replace(time_basis=basis), one, explanations())
        assert [_plain(line.left) for line in made.deadlines.lines] == words


def test_a_long_class_of_an_amendment_gives_no_days_late() -> None:
    found = _long(**{"/documentType": "4/A", "/dateOfOriginalSubmission": "2026-11-20"})
    assert (found.is_late, found.is_ahead) == (False, False)
    assert (found.rows[0].left, found.rows[0].days) == ("original late", "")


def test_holdings_alone_have_no_column_of_days() -> None:
    held = {"kind": "holding", "securityTitle": "Common Stock", "directOrIndirectOwnership": "D", HELD: 100}
    (one,) = memo_on(sample(**{ROWS: [held], "/derivativeTable": []})).classes
    assert one.is_lettered


def test_rows_of_a_kind_give_the_range_of_their_due_dates_and_of_their_days_late() -> None:
    found = memo_on(purchases(30), LATE).deadlines
    (line,) = found.lines
    assert (line.letter, _plain(line.rows), line.traded, line.counted) == (
        "", "Table I, rows 1\u201330", "Purchase (P)", "Trade date",
    )  # fmt: skip
    assert ([_plain(part) for part in line.due], line.left) == (["Jan 13 to Apr 8, 2026"], "228\u2013313 days late")
    assert found.note.startswith("Each row has its own due date")


def test_the_shortest_time_that_is_left_is_shown_for_rows_of_a_kind() -> None:
    early = datetime(2026, 1, 9, 12, 0, tzinfo=EASTERN)
    (line,) = memo_on(purchases(30), early).deadlines.lines
    assert _plain(line.left) == "4 days 10 h or more"


@pytest.mark.parametrize(("original", "words"), [("2026-10-07", "original on time"), ("2026-11-30", "original late")])
def test_an_amendment_says_whether_the_original_was_on_time(original: str, words: str) -> None:
    one = filing(base="amendment", **{"/dateOfOriginalSubmission": original})
    assert words in {line.left for line in memo_on(one).deadlines.lines}


def test_a_class_has_its_opening_and_each_row_with_deadline_and_basis() -> None:
    first = _made().classes[0]
    assert _plain(first.title) == "Table I. Class A Common Stock, direct"
    assert first.opening == ("Computed from row 1", "45,000")
    assert [_entry(row) for row in first.rows[:2]] == [
        ("1", "Nov 5, 2026", "M", "+12,000", "57,000", "A"),
        ("2", "Nov 5, 2026", "S", "\u22125,400", "51,600", "A"),
    ]
    assert [_plain(row.basis) for row in first.rows[:2]] == [
        "Exercise, Instruction 4(a)(i)(3)", "Sale, Instruction 4(a)(i)(1)",
    ]  # fmt: skip


def _prior(**changes: Any) -> Filing:
    return sample(("/context",), **(EARLIER | changes))


def test_the_opening_balance_is_that_of_the_last_filing_that_shows_the_line() -> None:
    classes = memo_on(sample(), prior=(_prior(**{f"{ROWS}/4/{HELD}": 45000}),)).classes
    assert _plain(classes[0].opening[0]) == "Form 4 of Sep 2, 2026, Table I, row 5"
    assert _plain(classes[1].rows[0].basis) == "As in the Form 4 of Sep 2, 2026"


def test_an_opening_balance_that_the_earlier_filing_does_not_show_is_marked() -> None:
    opening = memo_on(sample(), prior=(_prior(),)).classes[0].opening
    assert _plain(opening[0]) == "Form 4 of Sep 2, 2026, Table I, row 5, which shows 46,896"
    assert opening[1] == "45,000"


def test_a_balance_that_is_wrong_points_to_its_action() -> None:
    rows = _made(**{f"{ROWS}/1/{HELD}": 52600}).classes[0].rows
    assert [row.is_off for row in rows] == [False, True, False, False, False]
    assert rows[1].basis == "Should be 51,600: see action 1."


def test_a_balance_that_a_footnote_excuses_is_not_marked_as_wrong() -> None:
    note = {"/footnotes/F2": "Includes 1,000 shares acquired under the employee stock purchase plan on Nov 4, 2026."}
    cell = {"value": 52600, "footnotes": ["F2"]}
    row = _made(**(note | {f"{ROWS}/1/{HELD}": cell})).classes[0].rows[1]
    assert not row.is_off
    assert row.basis.startswith("51,600 expected; ")


def test_a_holding_and_a_row_that_is_not_added_are_in_the_ledger_too() -> None:
    holding = _made().classes[1].rows[0]
    assert _entry(holding) == ("6", "No transaction", "", "", "20,000", "")
    rows = _made((f"{ROWS}/1/{HELD}",)).classes[0].rows
    assert ("2", "Not added", "", "", "", "") in [_entry(row) for row in rows]


def test_the_numbers_of_a_class_have_the_decimals_of_its_longest() -> None:
    change = {f"{ROWS}/4/transactionShares": Decimal("1104.5"), f"{ROWS}/4/{HELD}": Decimal("46895.5")}
    first = _made(**change).classes[0]
    assert [row.after for row in first.rows][-2:] == ["48,000.0", "46,895.5"]
    assert first.opening[1] == "45,000.0"


def _long(**changes: Any) -> Class:
    (found,) = memo_on(purchases(30, **changes), LATE).classes
    return found


@pytest.mark.parametrize(("rows", "is_long"), [(11, False), (12, False), (13, True)])
def test_a_class_of_more_than_12_rows_has_a_table_of_its_own(rows: int, *, is_long: bool) -> None:
    assert [each.is_long for each in memo_on(purchases(rows), LATE).classes] == [is_long]


def test_a_long_class_says_once_what_all_of_its_rows_share() -> None:
    found = _long()
    assert _plain(found.note) == (
        "Opening balance: computed from row 1. All rows: code P, Purchase, Instruction 4(a)(i)(1)."
    )
    assert (found.has_codes, found.is_late, found.remarks) == (False, True, ())
    assert _plain(found.rows[0].deadline) == "Jan 13, 2026"
    assert (found.rows[0].days, _plain(found.rows[0].left)) == ("313", "313 days late")


def test_what_differs_in_a_long_class_is_told_below_it() -> None:
    found = _long(**{f"{ROWS}/4/{HELD}": 15007, f"{ROWS}/9/transactionCode": "J"})
    assert found.has_codes
    off, purchase, other = map(_plain, found.remarks)
    assert off.startswith("Table I, row 5: Should be 15,000: see action ")
    assert purchase == "Table I, rows 1\u20139, 11\u201330: code P, Purchase, Instruction 4(a)(i)(1)"
    assert other.startswith("Table I, row 10: code J, ")


@pytest.mark.parametrize(("held", "is_wide"), [("12345678901", False), ("12345678901.2", True)])
def test_a_long_class_with_long_balances_has_the_whole_width(held: str, *, is_wide: bool) -> None:
    assert _long(**{f"{ROWS}/29/{HELD}": Decimal(held)}).is_wide is is_wide


def test_a_derivative_class_has_its_terms() -> None:
    titles = [_plain(each.title) for each in _made().classes]
    assert titles[2] == (
        "Table II. Stock Option (right to buy), $18.25, exercisable Mar 1, 2022, expires Mar 1, 2029, direct"
    )
    assert titles[4].startswith("Table II. Stock Option (right to buy), $30.10, exercisable Mar 1, 2026")


def test_each_row_of_the_form_is_on_the_page_once() -> None:
    one, rows = sample(), 0
    for table in Drawn(page_on(one)).tables:
        rows += sum(row[2:3] != [] and row[2][:1] in ("+", "\u2212") for row in table)
        rows += sum(row[:1] == ["No transaction"] for row in table)
    assert rows == len(one.non_derivative_table) + len(one.derivative_table) == 9


def test_average_prices_are_shown_with_range_and_fills() -> None:
    averages = _made().averages
    assert [tuple(_plain(str(part)) for part in each[:6]) for each in averages] == [
        ("Table I, row 2", "5,400", "41.3862", "41.00\u201341.95", "0.95", "Not given"),
        ("Table I, row 3", "6,600", "42.1175", "42.00\u201342.40", "0.40", "Not given"),
    ]
    assert not any(each.is_off for each in averages)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (42, "42.1175", ["42.0000", "42.1175"]),
        ("41.4", "42.1175", ["41.4000", "42.1175"]),
        (42, 43, ["42", "43"]),
        (None, "42.12", ["\u2013", "42.12"]),
    ],
)
def test_average_prices_have_as_many_decimals_as_the_longest(first: object, second: object, words: list[str]) -> None:
    key = "transactionPricePerShare/value"
    remove = () if first else (f"{ROWS}/1/{key}",)
    changes: dict[str, Any] = {f"{ROWS}/{row}/{key}": price for row, price in ((1, first), (2, second)) if price}
    assert [each.price for each in _made(remove, **changes).averages] == words


def test_an_average_outside_its_range_is_marked() -> None:
    assert [each.is_off for each in _made(**{f"{ROWS}/1/transactionPricePerShare/value": 42}).averages] == [True, False]


def test_exercises_and_withholding_are_shown_with_their_result() -> None:
    made = [(_plain(each.what), each.out, each.back, _plain(each.result)) for each in _made().exchanges]
    assert made == [
        ("Exercised Nov 5, 2026 (M)", "12,000", "12,000", "Table I, row 1; Table II, row 1 agree"),
        ("Exercised Nov 6, 2026 (M)", "3,000", "3,000", "Table I, row 4; Table II, row 2 agree"),
        ("Withheld Nov 6, 2026 (F)", "1,104", "\u2013", "Of 3,000 received (36.80%), 1,104 \u00d7 $42.05 = $46,423.20"),
    ]


def test_an_exercise_whose_sides_differ_is_marked() -> None:
    made = _made(**{f"{ROWS}/0/transactionShares": 11000}).exchanges
    assert made[0].is_off
    assert "1,000" in made[0].result
