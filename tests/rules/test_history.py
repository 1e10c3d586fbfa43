"""Which filings count as earlier ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_base import filing
from case_files import filed_at

from form4gen.accounts.history import earlier, made_on
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check

NOW = date(2026, 11, 9)
OCTOBER = {"/periodOfReport": "2026-10-01", "/ownerSignatures/0/signatureDate": "2026-10-02"}


def is_earlier(changes: dict[str, Any], by: date = NOW) -> bool:
    return bool(earlier((filing(changes),), filing(), by))


def test_an_earlier_form_of_the_same_person_on_the_same_issuer_counts() -> None:
    assert is_earlier(OCTOBER)
    assert is_earlier(OCTOBER | {"/reportingOwners/0/rptOwnerCik": "1999911", "/issuer/issuerCik": "1999900"})
    assert is_earlier(OCTOBER | {"/reportingOwners/-": {"rptOwnerCik": "0001999912"}})


@pytest.mark.parametrize(
    "changes",
    [
        {"/issuer/issuerCik": "0001999901"},
        {"/issuer/issuerCik": ""},
        {"/reportingOwners/0/rptOwnerCik": "0001999912"},
        {"/reportingOwners/0/rptOwnerCik": ""},
    ],
)
def test_another_issuer_or_another_person_does_not(changes: dict[str, Any]) -> None:
    assert not is_earlier(OCTOBER | changes)


@pytest.mark.parametrize(("by", "counts"), [(date(2026, 10, 1), False), (date(2026, 10, 2), True)])
def test_a_form_made_later_does_not(by: date, counts: bool) -> None:  # noqa: FBT001
    assert is_earlier(OCTOBER, by) is counts


def test_the_filing_itself_does_not_and_its_amendment_does() -> None:
    assert not is_earlier({})
    assert is_earlier({"/documentType": "4/A"})


def test_the_filing_itself_is_known_though_it_says_more_than_its_public_copy() -> None:
    assert not is_earlier({"/nonDerivativeTable/0/exemption": "16b-3(d)"})


def test_the_oldest_comes_first_and_of_one_day_the_one_with_the_older_trades() -> None:
    september = filing(OCTOBER | {"/ownerSignatures/0/signatureDate": "2026-09-02"})
    october, older = filing(OCTOBER), filing(OCTOBER | {"/nonDerivativeTable": [], "/derivativeTable": []})
    assert earlier((october, older, september), filing(), NOW) == (september, older, october)


def test_the_day_is_that_of_filing_then_of_the_signature_then_the_period() -> None:
    assert made_on(filing({"/context/filedAt": "2026-11-10T09:00"})) == date(2026, 11, 10)
    assert made_on(filing()) == date(2026, 11, 9)
    assert made_on(filing({"/ownerSignatures": []})) == date(2026, 11, 5)
    undated = filing({"/ownerSignatures": []}, remove=("/periodOfReport",))
    assert made_on(undated) is None
    assert earlier((undated,), filing(), NOW) == ()


def test_a_rule_that_lacks_prior_filings_is_not_run() -> None:
    rule = catalogue()["HB107"]
    assert check(filing(), filed_at({}), [rule]).not_run == {"HB107": "needs prior filings"}
    stranger = filing({"/issuer/issuerCik": "0001999901"})
    assert check(filing(), filed_at({}), [rule], prior=(stranger,)).applied == ()
    assert check(filing(), filed_at({}), [rule], prior=(filing(OCTOBER),)).applied == ("HB107",)


def test_a_rule_that_looks_at_a_part_is_applied_only_where_that_part_shows_something() -> None:
    rule = catalogue()["AD101"]
    silent = check(filing(), filed_at({}), [rule])
    assert (silent.applied, silent.not_run) == ((), {"AD101": "needs prior filings"})
    fires = check(filing({"/nonDerivativeTable/0/transactionCode": "P"}), filed_at({}), [rule])
    assert (fires.applied, len(fires.findings)) == (("AD101",), 1)


def test_an_amendment_whose_original_is_not_given_is_not_compared_with_it() -> None:
    rule, amendment = catalogue()["AM105"], filing(base="amendment")
    wanting = {"AM105": "needs the original filing"}
    assert check(amendment, filed_at({}), [rule]).not_run == wanting
    original = filing({"/documentType": "4", "/context/filedAt": "2026-11-06T12:00"}, "amendment")
    assert check(amendment, filed_at({}), [rule], prior=(original,)).applied == ("AM105",)


def test_a_filing_does_not_lack_data_that_have_nothing_to_do_with_it() -> None:
    rule, nothing = catalogue()["PR114"], {"PR114": "nothing on this form for the rule to check"}
    assert check(filing(), filed_at({}), [rule]).not_run == {"PR114": "needs context.marketPrices"}
    assert check(filing(base="gift"), filed_at({}), [rule]).not_applicable == nothing
    in_part = catalogue()["TC110"]
    assert check(filing(), filed_at({}), [in_part]).applied == ("TC110",)
    priced = filing({"/context/marketPrices": [{"date": "2026-11-05", "low": 40, "high": 41}]})
    assert check(priced, filed_at({}), [rule]).applied == ("PR114",)


def test_what_an_amendment_adds_and_changes_is_told_row_by_row() -> None:
    first = {"/documentType": "4", "/context/filedAt": "2026-11-06T12:00"}
    price = {"/nonDerivativeTable/0/transactionPricePerShare": 48.7, "/nonDerivativeTable/0/transactionShares": 501}
    original = filing(first | price, "amendment", remove=("/dateOfOriginalSubmission",))
    new = {"securityTitle": "Preferred Stock", "transactionDate": "2026-11-05", "transactionCode": "P"}
    amendment = filing({"/nonDerivativeTable/-": new}, "amendment")
    [finding] = check(amendment, filed_at({}), [catalogue()["AM106"]], prior=(original,)).findings
    assert finding.found == "added Table I, row 2; changed Table I, row 1 (number, price)"


def test_a_question_of_what_a_filing_lacks_that_raises_is_told_as_a_rule_that_could_not_run() -> None:
    def broken(_: object) -> bool:
        raise ZeroDivisionError("of nothing")

    rules = [catalogue()["PR114"]._replace(concerns=broken), catalogue()["HD201"]]
    outcome = check(filing(), filed_at({}), rules)
    assert outcome.could_not_run == {"PR114": "ZeroDivisionError: of nothing"}
    assert outcome.applied == ("HD201",)


@pytest.mark.parametrize(
    "fault", [MemoryError(), SystemError(), OSError("no handles"), ImportError("failed to map segment")]
)
def test_a_fault_of_the_computer_is_no_rule_that_could_not_run(fault: Exception) -> None:
    def stopped(_: object) -> None:
        raise fault

    with pytest.raises(type(fault)):
        check(filing(), filed_at({}), [catalogue()["HD201"]._replace(check=stopped)])
