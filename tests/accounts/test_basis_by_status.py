"""On which basis a row is reported that is outside the time in which the person is under Section 16, or is foreign."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import basis, decided, form, option, row

from form4gen.accounts.basis_values import Basis, Ground

FORM_4, NOT_REPORTABLE, UNKNOWN = Basis.FORM_4, Basis.NOT_REPORTABLE, Basis.UNKNOWN
LOOK_BACK, AFTER = Basis.LOOK_BACK, Basis.AFTER_LEAVING
BIG = {"transactionPricePerShare": 100}
TEN_PERCENT = {"isDirector": False, "isTenPercentOwner": True}
SALE = row("S", "D", "2026-11-05", **BIG)


def since(day: str, registered: str | None = None, **more: Any) -> dict[str, Any]:
    context: dict[str, Any] = {"ownerStatus": [{"subjectSince": day}]} | more
    return {"context": context | ({"issuerClassRegisteredOn": registered} if registered else {})}


def until(day: str) -> dict[str, Any]:
    return {"context": {"ownerStatus": [{"subjectSince": "2020-01-02", "subjectUntil": day}]}}


def named(cases: dict[str, tuple[Any, ...]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases.values(), ids=cases)


@named(
    {
        "six months before the first sale": ("2026-05-05", LOOK_BACK),
        "a day more": ("2026-05-04", NOT_REPORTABLE),
        "the day before registration": ("2026-10-19", LOOK_BACK),
        "the day of registration": ("2026-10-20", FORM_4),
    }
)
def test_a_director_by_registration_reports_the_six_months_before(case: tuple[str, Basis]) -> None:
    when, expected = case
    purchase = row("P", "A", when, **BIG)
    assert basis(purchase, SALE, **since("2026-10-20", "2026-10-20")) is expected
    assert basis(purchase, SALE, context={"issuerClassRegisteredOn": "2026-10-20"}) is expected


def test_the_time_of_such_a_row_runs_from_the_row_that_calls_for_the_form() -> None:
    found = decided(row("P", "A", "2026-07-15", **BIG), SALE, **since("2026-10-20", "2026-10-20"))[0]
    assert found.trigger is not None
    assert found.trigger[0].code == "S"
    assert "due with it" in found.reason
    assert found.is_sure


def test_an_exempt_row_or_a_doubtful_trigger_leaves_a_doubt() -> None:
    award = decided(row("A", "A", "2026-07-15"), SALE, **since("2026-10-20", "2026-10-20"))[0]
    assert (award.basis, award.certainty, award.is_sure) == (LOOK_BACK, "low", False)
    small = row("P", "A", "2026-11-05", transactionShares=1, transactionPricePerShare=1)
    doubtful = decided(row("S", "D", "2026-07-15", **BIG), small, **since("2026-10-20", "2026-10-20"))[0]
    assert (doubtful.basis, doubtful.is_sure) == (LOOK_BACK, False)


def test_a_row_that_may_wait_calls_for_no_form() -> None:
    found = decided(
        row("P", "A", "2026-07-15", **BIG), row("W", "A", "2026-11-05"), **since("2026-10-20", "2026-10-20")
    )[0]
    assert (found.basis, found.possible) == (NOT_REPORTABLE, (NOT_REPORTABLE, LOOK_BACK))


def test_the_first_row_of_a_prior_form_counts() -> None:
    prior = form(row("S", "D", "2026-10-21", **BIG))
    assert (
        basis(row("P", "A", "2026-04-21", **BIG), SALE, prior=(prior,), **since("2026-10-20", "2026-10-20"))
        is LOOK_BACK
    )


@named(
    {
        "a director elected later": ({}, "2020-01-02", NOT_REPORTABLE),
        "nobody knows when the class was registered": ({}, None, UNKNOWN),
        "a person without an office": ({"isDirector": False, "isOther": True}, "2026-10-20", NOT_REPORTABLE),
    }
)
def test_what_came_before_the_office_is_reported_only_by_registration(case: tuple[dict[str, Any], str, Basis]) -> None:
    owner, registered, expected = case
    found = decided(row("P", "A", "2026-07-15", **BIG), SALE, owner=owner, **since("2026-10-20", registered))[0]
    assert (found.basis, found.ground) == (expected, Ground.BEFORE)


@named(
    {
        "the day before": ("P", "2026-10-19", NOT_REPORTABLE),
        "an acquisition of the day": ("P", "2026-10-20", UNKNOWN),
        "a sale of the day": ("S", "2026-10-20", FORM_4),
        "the day after": ("P", "2026-10-21", FORM_4),
    }
)
def test_what_makes_a_ten_percent_owner_is_not_reported(case: tuple[str, str, Basis]) -> None:
    code, when, expected = case
    given = row(code, "A" if code == "P" else "D", when, **BIG)
    assert basis(given, owner=TEN_PERCENT, **since("2026-10-20")) is expected


def test_words_that_rely_on_rule_16a_2_a_stand_in_for_the_record() -> None:
    note = "Reported on Form 4 solely for purposes of compliance with Rule 16a-2(a)."
    before = row("P", "A", "2026-10-01", note, **BIG)
    found = decided(before, SALE)[0]
    assert (found.basis, found.possible) == (LOOK_BACK, (LOOK_BACK, NOT_REPORTABLE))
    assert basis(before) is UNKNOWN
    assert basis(before, row("S", "D", "2026-09-30", **BIG)) is UNKNOWN
    assert basis(before, row("S", "D", transactionDate={}, **BIG)) is UNKNOWN
    assert basis(before, row("W", "A", "2026-11-05")) is UNKNOWN
    assert basis(before, row("S", "D", "2026-11-05", note, **BIG)) is UNKNOWN


@named(
    {
        "an award": (row("A", "A", "2026-11-05"), NOT_REPORTABLE),
        "a gift": (row("G", "D", "2026-11-05"), NOT_REPORTABLE),
        "a conversion": (row("C", "A", "2026-11-05"), NOT_REPORTABLE),
        "a reclassification": (row("J", "A", "2026-11-05", "Exempt under Rule 16b-7."), NOT_REPORTABLE),
        "a small acquisition is not exempt": (row("L", "A", "2026-11-05", transactionShares=1), UNKNOWN),
        "dividend reinvestment": (row("P", "A", "2026-11-05", exemption="16a-11"), NOT_REPORTABLE),
        "a sale, and no prior form": (SALE, UNKNOWN),
        "a code that is none": (row("Q", "A", "2026-11-05"), UNKNOWN),
        "a sale of the last day": (row("S", "D", "2026-09-30", **BIG), FORM_4),
        "a sale of the day after": (row("S", "D", "2026-10-01", **BIG), UNKNOWN),
    }
)
def test_after_leaving_only_what_is_not_exempt_may_be_reported(case: tuple[dict[str, Any], Basis]) -> None:
    given, expected = case
    assert basis(given, **until("2026-09-30")) is expected


@named(
    {
        "a purchase in office": (row("P", "A", "2026-09-29", **BIG), AFTER),
        "a purchase of the last day": (row("P", "A", "2026-09-30", **BIG), AFTER),
        "a purchase after it": (row("P", "A", "2026-10-01", **BIG), NOT_REPORTABLE),
        "a purchase less than six months before": (row("P", "A", "2026-05-07", **BIG), AFTER),
        "a purchase six months before": (row("P", "A", "2026-05-06", **BIG), NOT_REPORTABLE),
        "a sale in office": (row("S", "D", "2026-09-29", **BIG), NOT_REPORTABLE),
        "a grant in office": (row("A", "A", "2026-09-29"), NOT_REPORTABLE),
        "a derivative in office, in whatever way": (option("J", "D", "2026-09-29"), AFTER),
        "a row without a date": (row("P", "A", transactionDate={}, **BIG), NOT_REPORTABLE),
    }
)
def test_a_sale_after_leaving_is_reported_beside_an_opposite_row_in_office(case: tuple[dict[str, Any], Basis]) -> None:
    other, expected = case
    assert basis(SALE, prior=(form(other),), **until("2026-09-30")) is expected


def test_a_former_ten_percent_owner_reports_nothing_and_a_director_who_is_one_leaves_a_doubt() -> None:
    assert basis(SALE, owner=TEN_PERCENT, **until("2026-09-30")) is NOT_REPORTABLE
    prior = (form(row("A", "A", "2026-09-29")),)
    assert basis(SALE, prior=prior, owner={"isTenPercentOwner": True}, **until("2026-09-30")) is UNKNOWN


def test_the_day_of_leaving_is_read_from_a_form_with_the_exit_box_checked() -> None:
    award = row("A", "A", "2026-11-05", "Ms. Sample resigned as a director on September 30, 2026.")
    assert basis(award, notSubjectToSection16=True) is NOT_REPORTABLE
    assert basis(award) is FORM_4
    assert basis(row("A", "A", "2026-11-05"), notSubjectToSection16=True) is FORM_4


def foreign(**more: Any) -> dict[str, Any]:
    return {"context": {"issuerIsForeignPrivate": True} | more}


@named(
    {
        "the day before": ("2026-03-17", NOT_REPORTABLE),
        "the day itself": ("2026-03-18", FORM_4),
        "the day after": ("2026-03-19", FORM_4),
    }
)
def test_directors_of_foreign_private_issuers_report_since_march_2026(case: tuple[str, Basis]) -> None:
    when, expected = case
    assert basis(row("S", "D", when, **BIG), **foreign()) is expected
    assert basis(row("S", "D", when, **BIG), **foreign(issuerClassRegisteredOn="2026-03-17")) is expected


def test_how_far_a_later_registration_reaches_back_is_not_established() -> None:
    early, note = row("S", "D", "2026-02-10", **BIG), "Reported under Rule 16a-2(a)."
    later = foreign(issuerClassRegisteredOn="2026-03-18")
    assert basis(early, **later) is UNKNOWN
    assert basis(early, row("P", "A", "2026-08-10", **BIG), **later) is UNKNOWN
    assert basis(early, row("P", "A", "2026-08-11", **BIG), **later) is NOT_REPORTABLE
    assert basis(row("S", "D", "2026-02-10", note, **BIG), **foreign()) is UNKNOWN


def test_a_foreign_ten_percent_owner_a_former_director_and_a_home_rule() -> None:
    assert basis(SALE, owner=TEN_PERCENT, **foreign()) is NOT_REPORTABLE
    assert basis(SALE, **foreign(issuerJurisdiction="Chile")) is UNKNOWN
    assert basis(SALE, **foreign(issuerJurisdiction="Narnia")) is FORM_4
    left = foreign(ownerStatus=[{"subjectSince": "2020-01-02", "subjectUntil": "2026-11-04"}])
    assert basis(SALE, **left) is NOT_REPORTABLE
    assert basis(row("S", "D", "2026-11-04", **BIG), **left) is FORM_4
