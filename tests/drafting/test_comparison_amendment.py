"""What an amendment does to its original."""

from __future__ import annotations

from typing import Any

import pytest
from accounts.form import form
from accounts.histories import holding, trade

from form4gen.drafting.comparison import compare
from form4gen.drafting.comparison_amendment import repeated
from form4gen.drafting.comparison_summary import changes_nothing, groups, summary
from form4gen.drafting.comparison_values import Comparison, Meaning
from form4gen.model.filing import Filing

BUY = trade("P", "A", "2026-03-02", 100, 1100, transactionPricePerShare=11.8)
SELL = trade("S", "D", "2026-03-03", 50, 1050, transactionPricePerShare={"value": 12, "footnotes": ["F1"]})
NOTES = {"F1": "Sold under a plan."}
PRICE = "/nonDerivativeTable/0/transactionPricePerShare"
WHY = "This amendment corrects the price of the original form."


def original(*rows: dict[str, Any], **keys: Any) -> Filing:
    own = {"footnotes": NOTES, "context": {"filedAt": "2026-03-04T18:00"}}
    filing: Filing = form(*rows or (BUY, SELL), **(own | keys))
    return filing


def amendment(*rows: dict[str, Any], **keys: Any) -> Filing:
    signed = [{"signatureName": "Jane Sample", "signatureDate": "2026-11-12"}]
    own = {"documentType": "4/A", "dateOfOriginalSubmission": "2026-03-04", "ownerSignatures": signed, "footnotes": {}}
    filing: Filing = form(*rows, **(own | keys))
    return filing


def meanings(comparison: Comparison) -> dict[str, Meaning]:
    return {each.at.pointer: each.meaning for each in comparison.differences}


def test_a_value_that_differs_is_a_correction_and_the_rest_is_not_amended() -> None:
    comparison = compare(original(), amendment(BUY | {"transactionPricePerShare": 11.9}))
    assert comparison.is_amendment
    assert meanings(comparison) == {
        "/documentType": Meaning.FORMALITY,
        "/dateOfOriginalSubmission": Meaning.FORMALITY,
        "/nonDerivativeTable/0/transactionPricePerShare": Meaning.CORRECTION,
        "/nonDerivativeTable/1": Meaning.NOT_REPEATED,
        "/footnotes/F1": Meaning.NOT_REPEATED,
        "/ownerSignatures/0/signatureDate": Meaning.FORMALITY,
        "/context/filedAt": Meaning.FORMALITY,
    }
    assert not changes_nothing(comparison)
    assert summary(comparison) == [
        "The amendment corrects 1 value.",
        "Lines that it does not repeat are not amended (Form 4 Instruction 9).",
    ]
    assert [each.heading for each in groups(comparison)] == [
        "Corrected",
        "Not repeated from the original",
        "Form type, dates, signatures and records",
    ]


def test_an_amendment_that_repeats_its_original_changes_nothing() -> None:
    comparison = compare(original(), amendment(SELL, BUY, footnotes=NOTES))
    assert changes_nothing(comparison)
    assert summary(comparison) == ["The amendment changes nothing: all that it states, the original states too."]
    assert {each.meaning for each in comparison.differences} == {Meaning.FORMALITY}


def test_rows_that_are_repeated_unchanged_are_named() -> None:
    comparison = compare(original(), amendment(BUY | {"transactionPricePerShare": 11.9}, SELL, footnotes=NOTES))
    assert [row.name for row in repeated(comparison)] == ["Table I, row 2"]
    assert summary(comparison)[1:] == [
        "It repeats Table I, row 2 unchanged; Instruction 9 says not to repeat lines that are not amended."
    ]


def test_added_rows_and_footnotes_are_additions() -> None:
    late = trade("G", "D", "2026-03-02", 5, 1045, transactionCode={"value": "G", "footnotes": ["F1"]})
    comparison = compare(original(), amendment(late, footnotes={"F1": "To a school."}))
    assert meanings(comparison)["/nonDerivativeTable/0"] is Meaning.ADDITION
    assert meanings(comparison)["/footnotes/F1"] is Meaning.ADDITION
    assert summary(comparison)[0] == "The amendment adds 1 row, 1 footnote."


@pytest.mark.parametrize(
    ("note", "remarks", "place", "explaining"),
    [
        (WHY, "", "/footnotes/F1", [f"{PRICE} footnotes", "/footnotes/F1 added"]),
        ("Bought by a broker.", WHY, "/remarks", ["/remarks changed"]),
        ("Bought by a broker.", "", None, []),
    ],
)
def test_a_correction_names_the_footnote_of_its_row_or_the_remarks_that_explain_it(
    note: str, remarks: str, place: str | None, explaining: list[str]
) -> None:
    row = BUY | {"transactionPricePerShare": {"value": 11.9, "footnotes": ["F1"]}}
    differences = compare(original(), amendment(row, footnotes={"F1": note}, remarks=remarks)).differences
    price = next(each for each in differences if each.at.pointer == PRICE)
    assert price.meaning is Meaning.CORRECTION
    assert (price.explained_at.pointer if price.explained_at else None) == place
    assert explaining == [
        f"{each.at.pointer} {each.sort.value}" for each in differences if each.meaning is Meaning.EXPLANATION
    ]


def test_a_footnote_that_a_repeated_row_no_longer_cites_is_a_correction() -> None:
    comparison = compare(original(), amendment(SELL | {"transactionPricePerShare": 12}))
    assert meanings(comparison)["/footnotes/F1"] is Meaning.CORRECTION
    assert meanings(comparison)["/nonDerivativeTable/0/transactionPricePerShare"] is Meaning.CORRECTION


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (f"Sold under a plan. {WHY}", Meaning.EXPLANATION),
        ("Sold under a plan of the spouse.", Meaning.CORRECTION),
    ],
)
def test_a_footnote_that_is_extended_by_an_explanation_only_explains(text: str, meaning: Meaning) -> None:
    comparison = compare(original(), amendment(SELL, footnotes={"F1": text}))
    assert meanings(comparison)["/footnotes/F1"] is meaning


@pytest.mark.parametrize(
    ("before", "after", "meaning"),
    [
        ("See exhibit.", "", Meaning.NOT_REPEATED),
        ("See exhibit.", f"See exhibit. {WHY}", Meaning.EXPLANATION),
        ("See exhibit.", WHY, Meaning.CORRECTION),
        ("", "See exhibit.", Meaning.CORRECTION),
    ],
)
def test_remarks_are_an_explanation_only_if_they_keep_what_was_there(before: str, after: str, meaning: Meaning) -> None:
    comparison = compare(original(remarks=before), amendment(BUY, remarks=after))
    assert meanings(comparison)["/remarks"] is meaning


def test_an_exhibit_need_not_be_repeated_and_a_box_or_an_owner_is_corrected() -> None:
    power = {"principal": {"name": "Jane Sample"}}
    comparison = compare(
        original(powersOfAttorney=[power], aff10b5One=True),
        amendment(BUY, owner={"rptOwnerName": "Sample Jane Q"}, exhibits=[{"documentType": "EX-99"}]),
    )
    found = meanings(comparison)
    assert found["/powersOfAttorney/0"] is Meaning.NOT_REPEATED
    assert found["/aff10b5One"] is Meaning.CORRECTION
    assert found["/reportingOwners/0/rptOwnerName"] is Meaning.CORRECTION
    assert found["/exhibits/0"] is Meaning.ADDITION


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (form(BUY), form(BUY)),
        (amendment(BUY), amendment(BUY)),
        (form(BUY, documentType="5"), amendment(BUY)),
        (form(BUY, issuer={"issuerCik": "5"}), amendment(BUY)),
        (form(BUY, issuer={}), amendment(BUY, issuer={})),
        (form(BUY, owner={"rptOwnerCik": "5"}), amendment(BUY)),
    ],
)
def test_other_pairs_are_no_amendment_and_original(old: Filing, new: Filing) -> None:
    assert not compare(old, new).is_amendment


def test_filings_of_others_and_files_in_the_wrong_order_are_named() -> None:
    told = {
        "They report on different issuers.": (form(BUY, issuer={"issuerCik": "5"}), form(BUY)),
        "They have no reporting person in common.": (form(BUY, owner={"rptOwnerCik": "5"}), form(BUY)),
        "A amends B. To see what it corrects, name the original first.": (amendment(BUY), original(BUY)),
    }
    for sentence, (old, new) in told.items():
        assert summary(compare(old, new))[1:] == [sentence]


@pytest.mark.parametrize(("filed", "count"), [("2026-03-04T18:00", 0), ("2026-03-05T18:00", 1)])
def test_an_original_of_another_day_than_item_4_says_is_named(filed: str, count: int) -> None:
    comparison = compare(original(BUY, context={"filedAt": filed}), amendment(BUY | {"transactionShares": 101}))
    named = [each for each in summary(comparison) if each.startswith("Item 4 names a form filed on Mar 4, 2026")]
    assert len(named) == count


def test_differences_are_counted_by_what_they_are() -> None:
    rows = [BUY | {"transactionShares": number} for number in range(1, 4)]
    old = form(*rows, SELL, footnotes=NOTES)
    new = form(*rows[1:], rows[0], holding(5), remarks="x")
    assert summary(compare(old, new)) == [
        "1 row removed; 1 row moved; 1 row added; 1 footnote removed; 1 value differs."
    ]
    assert summary(compare(old, old)) == ["The filings do not differ."]
    assert groups(compare(old, old)) == []
    assert [each.heading for each in groups(compare(old, new))] == [""]
