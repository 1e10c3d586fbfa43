"""When each row of a filing is due, and how the time of filing stands to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from case_base import filing
from case_files import EASTERN

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.deadlines import Reading
from form4gen.accounts.due_dates import DueDate, Standing, due_date_of, due_dates

ROWS = ("/nonDerivativeTable/1", "/nonDerivativeTable/1", "/derivativeTable/0")
INHERITED = {"/nonDerivativeTable/0/transactionCode": "W", "/nonDerivativeTable/0/transactionFormType": "5"}
NO_PLAN = {"/aff10b5One": False, "/footnotes/F1": "A note."}
AMENDMENT = {"/documentType": "4/A", **NO_PLAN}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=EASTERN)


def only(found: list[DueDate]) -> DueDate:
    assert len(found) == 1
    return found[0]


def test_rows_with_the_same_dates_are_one_entry_and_the_earliest_stands_first() -> None:
    changes = NO_PLAN | {"/nonDerivativeTable/1/transactionDate": "2026-11-04"}
    first, second = due_dates(filing(changes), at("2026-11-06T12:00"))
    assert first.names == "Table I, row 2"
    assert second.names == "Table I, rows 1, 3; Table II, row 1"
    assert [place.pointer for place in second.places] == [
        "/nonDerivativeTable/0", "/nonDerivativeTable/2", "/derivativeTable/0",
    ]  # fmt: skip
    assert second.due == datetime(2026, 11, 9, 22)  # noqa: DTZ001  US Eastern, as the clock on the wall shows it


def test_following_rows_are_cited_as_a_range() -> None:
    assert only(due_dates(filing(NO_PLAN), at("2026-11-09T12:00"))).names == "Table I, rows 1-3; Table II, row 1"


@pytest.mark.parametrize(
    ("filed", "standing", "left"),
    [
        ("2026-11-09T21:59", Standing.IN_TIME, timedelta(minutes=1)),
        ("2026-11-09T22:00", Standing.IN_TIME, timedelta(0)),
        ("2026-11-09T22:01", Standing.LATE, timedelta(minutes=-1)),
    ],
)
def test_a_filing_stands_in_time_up_to_ten_in_the_evening(filed: str, standing: Standing, left: timedelta) -> None:
    found = only(due_dates(filing(NO_PLAN), at(filed)))
    assert (found.reading, found.standing, found.left) == (Reading.TRADE, standing, left)


@pytest.mark.parametrize(
    ("filed", "standing"),
    [
        ("2026-11-09T22:00", Standing.IN_TIME),
        ("2026-11-09T22:01", Standing.IN_DOUBT),
        ("2026-11-13T22:00", Standing.IN_DOUBT),
        ("2026-11-13T22:01", Standing.LATE),
    ],
)
def test_a_trade_by_plan_without_a_deemed_date_is_in_doubt_as_long_as_a_late_notice_could_bring(
    filed: str, standing: Standing
) -> None:
    found = only(due_dates(filing(), at(filed)))
    assert (found.reading, found.standing) == (Reading.NOT_CLAIMED, standing)


def test_the_deemed_date_counts_where_there_may_be_a_ground_for_it() -> None:
    deemed = {f"/nonDerivativeTable/{row}/deemedExecutionDate": "2026-11-06" for row in range(3)}
    deemed["/derivativeTable/0/deemedExecutionDate"] = "2026-11-06"
    found = only(due_dates(filing(deemed), at("2026-11-09T12:00")))
    assert (found.reading, found.executed) == (Reading.DEEMED, date(2026, 11, 6))
    without = only(due_dates(filing(deemed | NO_PLAN), at("2026-11-09T12:00")))
    assert (without.reading, without.executed) == (Reading.NO_GROUND, date(2026, 11, 5))


def test_a_deemed_date_that_repeats_the_trade_date_claims_nothing() -> None:
    changes = NO_PLAN | {"/nonDerivativeTable/0/deemedExecutionDate": "2026-11-05"}
    assert only(due_dates(filing(changes), at("2026-11-09T12:00"))).reading is Reading.TRADE


def test_an_early_row_is_due_with_the_form_5_of_its_year() -> None:
    changes = INHERITED | {"/context/issuerFiscalYearEnd": "12-31"}
    found = only(due_dates(filing(changes, remove=ROWS), at("2026-11-09T12:00")))
    assert (found.reading, found.due) == (Reading.YEAR_END, datetime(2027, 2, 16, 22))  # noqa: DTZ001  US Eastern
    assert found.standing is Standing.IN_TIME


def test_a_v_mark_does_not_give_a_sale_the_time_of_a_form_5() -> None:
    early = {f"/nonDerivativeTable/{row}/transactionFormType": "5" for row in range(3)}
    changes = NO_PLAN | early | {"/context/issuerFiscalYearEnd": "12-31"}
    found = only(due_dates(filing(changes), at("2026-11-10T12:00")))
    assert (found.basis, found.standing) == (Basis.FORM_4, Standing.LATE)


def test_without_the_fiscal_year_end_an_early_row_has_no_due_date() -> None:
    found = only(due_dates(filing(INHERITED, remove=ROWS), at("2026-11-09T12:00")))
    assert (found.due, found.left, found.standing) == (None, None, Standing.UNKNOWN)
    assert found.lacking == "the issuer's fiscal year end is not given (issuerFiscalYearEnd)"


@pytest.mark.parametrize("form", ["4", "5"])
def test_a_row_without_a_date_has_no_due_date(form: str) -> None:
    rows = ("/nonDerivativeTable/1", "/nonDerivativeTable/1", "/derivativeTable/0")
    changes: dict[str, Any] = {"/nonDerivativeTable/0/transactionFormType": form}
    changes["/nonDerivativeTable/0/transactionDate"] = {"footnotes": ["F1"]}
    found = only(due_dates(filing(changes, remove=rows), at("2026-11-09T12:00")))
    assert (found.due, found.lacking) == (None, "the transaction date is missing")


@pytest.mark.parametrize(("traded", "form"), [("2002-12-31", "4"), ("9998-12-31", "5")])
def test_beyond_the_calendar_there_is_no_due_date(traded: str, form: str) -> None:
    rows = ("/nonDerivativeTable/1", "/nonDerivativeTable/1", "/derivativeTable/0")
    changes = {
        "/nonDerivativeTable/0/transactionFormType": form,
        "/nonDerivativeTable/0/transactionDate": traded,
        "/nonDerivativeTable/0/transactionCode": "S" if form == "4" else "W",
        "/context/issuerFiscalYearEnd": "12-31",
    }
    found = only(due_dates(filing(changes, remove=rows), at("2026-11-09T12:00")))
    assert found.due is None
    assert found.lacking == f"form4gen's calendar begins in 2003 and does not reach {traded[:4]}"


@pytest.mark.parametrize(
    ("original", "standing"),
    [("2026-11-09", Standing.IN_TIME), ("2026-11-10", Standing.LATE), (None, Standing.UNKNOWN)],
)
def test_an_amendment_is_judged_by_the_day_of_its_original(original: str | None, standing: Standing) -> None:
    changes = AMENDMENT | ({"/dateOfOriginalSubmission": original} if original else {})
    found = only(due_dates(filing(changes), at("2026-11-30T12:00")))
    assert (found.standing, found.left, found.measured_at) == (standing, None, None)


def test_what_has_no_due_date_stands_last() -> None:
    changes = NO_PLAN | INHERITED
    assert [each.due is None for each in due_dates(filing(changes), at("2026-11-09T12:00"))] == [False, True]


@pytest.mark.parametrize(
    ("told", "executed", "reading"),
    [
        (None, date(2026, 11, 5), Reading.TRADE),
        (date(2026, 11, 9), date(2026, 11, 9), Reading.DEEMED),
        (date(2026, 11, 10), date(2026, 11, 10), Reading.DEEMED),
        (date(2026, 11, 12), date(2026, 11, 10), Reading.DEEMED_AT_THE_LATEST),
    ],
)
def test_a_bare_date_is_counted_as_a_row_is(told: date | None, executed: date, reading: Reading) -> None:
    found = due_date_of(date(2026, 11, 5), told, at("2026-11-09T12:00"))
    assert (found.executed, found.reading, found.rows) == (executed, reading, ())


@pytest.mark.parametrize(
    ("filed", "standing"),
    [
        ("2026-12-28T22:00", Standing.IN_TIME),
        ("2026-12-28T22:01", Standing.IN_DOUBT),
        ("2026-12-29T22:01", Standing.LATE),
    ],
)
def test_a_day_that_may_have_been_closed_leaves_a_doubt(filed: str, standing: Standing) -> None:
    assert due_date_of(date(2026, 12, 23), None, at(filed)).standing is standing


def test_a_bare_date_before_the_calendar_has_no_due_date() -> None:
    assert due_date_of(date(2002, 12, 31), None, at("2026-11-09T12:00")).due is None


def test_a_plan_sale_before_the_calendar_has_no_due_date() -> None:
    changes = {f"/nonDerivativeTable/{number}/transactionDate": "2002-12-31" for number in range(3)}
    changes["/derivativeTable/0/transactionDate"] = "2002-12-31"
    assert [each.due for each in due_dates(filing(changes), at("2026-11-09T12:00"))] == [None]


def test_a_row_whose_basis_is_not_clear_is_never_late_and_in_time_only_before_the_earliest_day() -> None:
    changes = INHERITED | {"/nonDerivativeTable/0/transactionCode": "J", "/context/issuerFiscalYearEnd": "12-31"}
    changes["/nonDerivativeTable/0/transactionPricePerShare"] = 0
    for filed, standing in (
        ("2026-11-09T22:00", Standing.IN_TIME),
        ("2026-11-09T22:01", Standing.IN_DOUBT),
        ("2027-02-16T22:01", Standing.IN_DOUBT),
    ):
        found = only(due_dates(filing(NO_PLAN | changes, remove=ROWS), at(filed)))
        assert (found.standing, found.due_at_the_latest, found.is_sure) == (standing, None, False)


@pytest.mark.parametrize(("form", "standing"), [("5", Standing.LATE), ("4", Standing.IN_DOUBT)])
def test_after_its_form_5_was_due_a_row_marked_v_is_late_and_another_may_have_been_on_it(
    form: str, standing: Standing
) -> None:
    changes = INHERITED | {"/nonDerivativeTable/0/transactionFormType": form, "/context/issuerFiscalYearEnd": "12-31"}
    for filed, expected in (("2027-02-16T22:00", Standing.IN_TIME), ("2027-02-16T22:01", standing)):
        assert only(due_dates(filing(changes, remove=ROWS), at(filed))).standing is expected


def test_what_need_not_be_reported_is_not_due() -> None:
    changes = {"/nonDerivativeTable/0/transactionCode": "A", "/nonDerivativeTable/0/exemption": "16b-3(c)"}
    found = only(due_dates(filing(changes, remove=ROWS), at("2027-02-16T22:01")))
    assert (found.standing, found.due, found.lacking) == (Standing.NOT_DUE, None, "not reportable")
