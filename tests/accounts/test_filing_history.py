"""Filings are put in order by issuer, persons and day, each with its amendments."""

from __future__ import annotations

import random
from datetime import date

from accounts.histories import given, history, holding, trade

from form4gen.accounts.filing_history import histories

MARCH = given("march.xml", "2026-03-03", trade("P", "A", "2026-03-02", 100, 1100))
MAY = given("may.xml", "2026-05-05", trade("S", "D", "2026-05-04", 300, 800))
OPENING = given("form3.xml", "2026-01-05", holding(1000), documentType="3")
AMENDMENT = given(
    "amendment.xml",
    "2026-05-20",
    trade("P", "A", "2026-03-02", 150, 1150),
    documentType="4/A",
    dateOfOriginalSubmission="2026-03-03",
    periodOfReport="2026-03-03",
)


def names(*forms: object) -> list[str]:
    return [form.given.source for form in forms]  # type: ignore[attr-defined]


def test_forms_are_ordered_by_their_day_however_they_are_given() -> None:
    filings = [MAY, AMENDMENT, OPENING, MARCH]
    for seed in range(24):
        random.Random(seed).shuffle(filings)  # noqa: S311  an order, not a secret
        found = history(*filings)
        assert names(*found.forms) == ["form3.xml", "march.xml", "may.xml"]
        assert found.forms[1].amendments == (AMENDMENT,)


def test_an_amendment_without_its_original_is_a_form_of_the_day_of_the_original() -> None:
    (form,) = history(AMENDMENT).forms
    assert (form.is_stray_amendment, form.made) == (True, date(2026, 3, 3))
    undated = given("a.json", "2026-05-20", trade("P", "A", "2026-03-02", 1, 1), documentType="4/A")
    (form,) = history(undated).forms
    assert (form.is_stray_amendment, form.made) == (True, date(2026, 5, 20))


def test_an_original_of_another_period_is_found_by_its_day_if_it_is_the_only_form_of_that_day() -> None:
    filed = {"context": {"filedAt": "2026-03-03T16:00"}}
    march = given("march.xml", "2026-03-03", trade("P", "A", "2026-03-02", 100, 1100), **filed)
    other = given("other.xml", "2026-03-03", trade("P", "A", "2026-03-03", 100, 1200), **filed)
    earlier = given(
        "earlier.xml",
        "2026-05-20",
        trade("P", "A", "2026-02-27", 150, 1150),
        documentType="4/A",
        dateOfOriginalSubmission="2026-03-03",
        periodOfReport="2026-02-27",
    )
    assert history(march, earlier).forms[0].amendments == (earlier,)
    assert all(not form.amendments for form in history(march, other, earlier).forms)
    assert all(not form.amendments for form in history(MARCH, earlier).forms)  # signed that day; not known to be filed


def test_an_original_is_not_stray() -> None:
    assert not history(MARCH).forms[0].is_stray_amendment


def test_amendments_that_name_each_other_are_forms_of_their_own() -> None:
    one = given("1", "2026-05-20", documentType="4/A", dateOfOriginalSubmission="2026-05-21")
    two = given("2", "2026-05-21", documentType="4/A", dateOfOriginalSubmission="2026-05-20")
    assert names(*history(one, two).forms) == ["2", "1"] or names(*history(one, two).forms) == ["1", "2"]
    assert all(not form.amendments for form in history(one, two).forms)


def test_several_amendments_of_a_form_are_listed_oldest_first() -> None:
    later = given(
        "later.xml",
        "2026-06-01",
        trade("P", "A", "2026-03-02", 160, 1160),
        documentType="4/A",
        dateOfOriginalSubmission="2026-03-03",
        periodOfReport="2026-03-03",
    )
    (form,) = history(later, AMENDMENT, MARCH).forms
    assert [each.source for each in form.amendments] == ["amendment.xml", "later.xml"]


def test_a_copy_of_a_filing_is_counted_once() -> None:
    copy = given("a copy.json", "2026-03-03", trade("P", "A", "2026-03-02", 100, 1100))
    found = histories([MARCH, copy])
    assert names(*found.found[0].forms) == ["a copy.json"]
    assert [(each.source, first.source) for each, first in found.copies] == [("march.xml", "a copy.json")]


def test_two_issuers_under_one_symbol_are_told_apart_by_cik() -> None:
    other = given(
        "other.xml",
        "2026-03-03",
        issuer={"issuerCik": "1999901", "issuerTradingSymbol": "EXMP"},
    )
    found = histories([MARCH, other, MAY]).found
    assert [each.issuer.issuer_cik for each in found] == ["0001999900", "1999901"]
    assert [len(each.forms) for each in found] == [2, 1]


def test_two_persons_and_their_joint_filings_have_their_own_histories() -> None:
    mate = {"rptOwnerCik": "0001999912", "rptOwnerName": "Sample John"}
    alone = given("john.xml", "2026-03-04", owner=mate)
    joint = given(
        "joint.xml", "2026-03-05", reportingOwners=[mate, {"rptOwnerCik": "1999911", "rptOwnerName": "Sample Jane"}]
    )
    found = histories([joint, alone, MARCH]).found
    assert [names(*each.forms) for each in found] == [["march.xml"], ["joint.xml"], ["john.xml"]]


def test_a_filing_without_a_cik_or_a_day_is_left_out_with_the_reason() -> None:
    no_issuer = given("1.json", "2026-03-03", issuer={"issuerName": "Example Corp"})
    no_owner = given("2.json", "2026-03-03", owner={"rptOwnerCik": ""})
    bare = given("3.json", "2026-03-03")
    no_day = bare._replace(filing=bare.filing.replaced(period_of_report=None, owner_signatures=()))
    found = histories([no_issuer, no_owner, no_day])
    assert found.found == ()
    assert sorted((each.source, reason) for each, reason in found.left_out) == [
        ("1.json", "it has no issuer CIK"),
        ("2.json", "it has no CIK of a reporting person"),
        ("3.json", "it has no filing date, signature date or date in Item 3"),
    ]
