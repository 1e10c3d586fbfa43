"""The Form 4/A of a form: the rows that are named, in full, with what is corrected, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from accounts.histories import given
from drafting.build import checked, held, holding, option, table, trade

from form4gen.accounts.filing_history import Given
from form4gen.drafting.amendment import amendment
from form4gen.drafting.asked import Amend, Correction
from form4gen.drafting.draft import Draft
from form4gen.errors import UnusableInputError

FILED = {"context": {"filedAt": "2026-09-11T16:00", "issuerFiscalYearEnd": "12-31"}}
FIRST = trade("S", "D", "2026-09-10", 100, 900)
SECOND = trade("S", "D", "2026-09-10", 200, 700)
SIGNED = date(2026, 11, 13)
PRICE = Decimal("12.5")


def filed(*rows: dict[str, Any], **keys: Any) -> Given:
    return held(*(rows or (FIRST, SECOND)), **(FILED | keys))


def corrected(form: Given, *rows: Correction, **request: Any) -> Draft:
    return amendment(form, Amend(rows, **({"signed": SIGNED} | request)))


def note(draft: Draft, name: str = "F1") -> str:
    text: str = draft.document["footnotes"][name]
    return text


def test_a_corrected_price_is_all_that_changes_and_passes_the_rules_on_amendments() -> None:
    form = filed()
    draft = corrected(form, Correction("I", 2, price=PRICE, because="The broker corrected a confirmation."))
    assert draft.document["documentType"] == "4/A"
    assert (draft.document["periodOfReport"], draft.document["dateOfOriginalSubmission"]) == (
        "2026-09-10",
        "2026-09-11",
    )
    assert table(draft) == [("S", 200, PRICE, "D", 700)]
    assert draft.document["nonDerivativeTable"][0]["transactionPricePerShare"] == {"value": PRICE, "footnotes": ["F1"]}
    assert note(draft) == (
        "This amendment corrects the price. The original form, filed on Sep 11, 2026, reported a price of $0. The "
        "broker corrected a confirmation."
    )
    assert [each.rule for each in checked(draft, form).findings if each.rule.startswith("AM")] == []


def test_every_value_names_its_source_and_every_other_row_is_left_out() -> None:
    draft = corrected(filed(), Correction("I", 2, price=PRICE))
    sources = {each.what: each.source for each in draft.taken}
    assert sources["date of the original: Sep 11, 2026"] == "form4.json"
    assert sources["Table I, row 2, price: $12.50 in place of $0"] == "--row"
    assert sources["Table I, row 2: every other value"] == "form4.json, Table I, row 2"
    assert ("Table I, row 1 of form4.json", "it is not among the rows to correct (--row)") in draft.left
    assert draft.base == "form4.json (Form 4, filed Sep 11, 2026)"


def test_the_head_is_that_of_the_original_and_the_foot_is_signed_anew() -> None:
    form = filed(aff10b5One=True, notSubjectToSection16=True, owner={"isOfficer": True, "officerTitle": "CFO"})
    draft = corrected(form, Correction("I", 1, price=PRICE))
    assert draft.document["aff10b5One"] is draft.document["notSubjectToSection16"] is True
    assert draft.document["reportingOwners"][0]["officerTitle"] == "CFO"
    assert draft.document["context"] == {"issuerFiscalYearEnd": "12-31"}
    assert draft.document["ownerSignatures"] == [{"signatureName": "Jane Sample", "signatureDate": "2026-11-13"}]
    unsigned = corrected(form, Correction("I", 1, price=PRICE), signed=None)
    assert unsigned.document["ownerSignatures"][0]["signatureDate"].startswith("FILL IN: ")


def test_a_corrected_number_moves_the_balance_and_those_of_the_rows_after_it_that_are_named() -> None:
    form = filed()
    both = corrected(form, Correction("I", 1, shares=Decimal(150)), Correction("I", 2))
    assert table(both) == [("S", 150, 0, "D", 850), ("S", 200, 0, "D", 650)]
    assert note(both).startswith(
        "This amendment corrects the number and the balance. The original form, filed on Sep 11, "
    )
    assert note(both).endswith(" reported a number of 100 and a balance of 900.")
    assert note(both, "F2").endswith("reported a balance of 700.")
    assert both.checks == ()
    one = corrected(form, Correction("I", 1, shares=Decimal(150)))
    (check,) = one.checks
    assert check == (
        "Table I, row 2 continues the balance of a corrected or added row. Correct it too (--row), or say why it stays."
    )
    assert {each.rule for each in checked(both, form).findings if each.rule.startswith("AM")} == {"AM106"}


def test_a_corrected_mark_turns_the_change_of_the_balance_around() -> None:
    draft = corrected(filed(FIRST), Correction("I", 1, mark="A", code="P"))
    assert table(draft) == [("P", 100, 0, "A", 1100)]
    (row,) = draft.document["nonDerivativeTable"]
    assert row["transactionAcquiredDisposedCode"] == "A"  # EDGAR takes no footnote there in Table II
    assert row["transactionCode"] == {"value": "P", "footnotes": ["F1"]}
    assert 'reported a code of "S", a mark of "D" and a balance of 900.' in note(draft)


def test_a_balance_that_is_given_goes_before_one_that_is_worked_out() -> None:
    draft = corrected(filed(), Correction("I", 1, shares=Decimal(150), owned=Decimal(1000)), Correction("I", 2))
    assert [row[-1] for row in table(draft)] == [1000, 800]


@pytest.mark.parametrize(("shares", "balance"), [(999, 1), (1000, 0), (1001, None)])
def test_a_balance_below_0_is_refused(shares: int, balance: int | None) -> None:
    request = Correction("I", 1, shares=Decimal(shares))
    if balance is None:
        with pytest.raises(UnusableInputError, match=r"The balance of Table I, row 1 would be -1\. Correct --shares"):
            corrected(filed(FIRST), request)
    else:
        assert table(corrected(filed(FIRST), request))[0][-1] == balance


def test_every_value_of_a_grant_can_be_corrected() -> None:
    row = option("M", "D", exerciseDate="2023-03-01", transactionShares=100, underlyingSecurityShares=200)
    draft = corrected(
        filed(row),
        Correction(
            "II", 1, on=date(2026, 9, 9), shares=Decimal(110), security="Option", ownership="I", nature="By Trust",
            exercise_price=Decimal(21), exercisable=date(2023, 3, 2), expires=date(2030, 1, 1), underlying="Class A",
        ),
    )  # fmt: skip
    (written,) = draft.document["derivativeTable"]
    assert {key: value["value"] for key, value in written.items() if isinstance(value, dict)} == {
        "securityTitle": "Option", "conversionOrExercisePrice": 21, "transactionDate": "2026-09-09",
        "transactionShares": 110, "exerciseDate": "2023-03-02", "expirationDate": "2030-01-01",
        "underlyingSecurityTitle": "Class A", "underlyingSecurityShares": 220, "sharesOwnedFollowingTransaction": 990,
        "directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust",
    }  # fmt: skip
    assert "an exercise price of $20.00, a transaction date of Sep 10, 2026" in note(draft)
    assert "a nature of ownership of nothing" in note(draft)


@pytest.mark.parametrize(("shares", "underlying"), [(50, 1), (100, 2), (33, 2)])
def test_the_underlying_shares_follow_only_if_they_are_exact(shares: int, underlying: int) -> None:
    row = option("M", "D", transactionShares=100, underlyingSecurityShares=2)
    row |= {"transactionShares": 100, "underlyingSecurityShares": 2} if shares != 33 else {"transactionShares": 99}
    draft = corrected(filed(row), Correction("II", 1, shares=Decimal(shares)))
    value = draft.document["derivativeTable"][0]["underlyingSecurityShares"]
    assert (value["value"] if isinstance(value, dict) else value) in (underlying, Decimal("0.6667"))


def test_amounts_of_debt_are_corrected_in_value() -> None:
    note_ = {"sharesOwnedFollowingTransaction": {"footnotes": []}, "valueOwnedFollowingTransaction": 900}
    row = option("S", "D", transactionTotalValue=100, **note_) | {"transactionShares": {"footnotes": []}}
    draft = corrected(filed(row), Correction("II", 1, shares=Decimal(150)))
    (written,) = draft.document["derivativeTable"]
    assert (written["transactionTotalValue"]["value"], written["valueOwnedFollowingTransaction"]["value"]) == (150, 850)
    assert "a value of $100.00 and a balance of 900" in note(draft)


def test_a_holding_is_corrected_beside_a_transaction() -> None:
    form = filed(FIRST, holding(50, directOrIndirectOwnership="I", natureOfOwnership="By Trust"))
    draft = corrected(form, Correction("I", 2, owned=Decimal(60)), Correction("I", 1, because="It is repeated."))
    assert [row[-1] for row in table(draft)] == [900, 60]
    assert draft.document["footnotes"]["F1"] == (
        "This amendment concerns this line of the original form, filed on Sep 11, 2026. It is repeated."
    )
    with pytest.raises(
        UnusableInputError, match=r"EDGAR accepts no Form 4/A without a transaction\. .* are Table I, row 1"
    ):
        corrected(form, Correction("I", 2, owned=Decimal(60)))
    nothing = filed(holding(50))
    with pytest.raises(UnusableInputError, match=r"The transactions are none\."):
        corrected(nothing, Correction("I", 1, owned=Decimal(60)))


def test_a_row_without_a_correction_needs_words() -> None:
    draft = corrected(filed(FIRST), Correction("I", 1))
    assert note(draft).startswith("FILL IN: what this amendment corrects")
    assert draft.document["nonDerivativeTable"][0]["transactionCode"] == {"value": "S", "footnotes": ["F1"]}
    assert note(corrected(filed(FIRST), Correction("I", 1, shares=Decimal(100)))).startswith("FILL IN: ")
    kept = holding(50)
    assert (
        "footnotes"
        in corrected(filed(FIRST, kept), Correction("I", 1, price=PRICE), Correction("I", 2)).document[
            "nonDerivativeTable"
        ][1]["sharesOwnedFollowingTransaction"]
    )


def test_footnotes_of_the_row_are_kept_and_one_on_a_corrected_value_is_to_be_confirmed_or_replaced() -> None:
    row = FIRST | {
        "transactionPricePerShare": {"value": 12, "footnotes": ["F2"]},
        "natureOfOwnership": {"value": "", "footnotes": ["F3"]},
    }
    form = filed(row, footnotes={"F1": "Of another row.", "F2": "An average.", "F3": "Held by the trust."})
    draft = corrected(form, Correction("I", 1, price=PRICE))
    assert [*draft.document["footnotes"].values()][:1] == ["An average."]
    assert draft.checks == ("Footnote F2 of form4.json explains the price. Confirm that it still does.",)
    replaced = corrected(form, Correction("I", 1, price=PRICE, note="A weighted average."))
    assert [*replaced.document["footnotes"].values()] == [
        "A weighted average.", note(draft, "F2"), "Held by the trust.",
    ]  # fmt: skip
    assert replaced.checks == ()
    assert ("footnote F2 on the price of Table I, row 1", "--note is in its place") in replaced.left


def test_an_amendment_is_amended_with_the_date_of_the_first_original() -> None:
    form = filed(documentType="4/A", dateOfOriginalSubmission="2026-09-12")
    draft = corrected(form, Correction("I", 1, price=PRICE))
    assert draft.document["dateOfOriginalSubmission"] == "2026-09-12"
    assert "The amendment before this one reported a price of $0." in note(draft)


def test_the_date_of_the_original_is_the_one_that_is_given_or_known() -> None:
    unknown = held(FIRST)
    with pytest.raises(
        UnusableInputError, match=r"form4.json does not say when the original was filed\. Give that day \(--filed\)"
    ):
        corrected(unknown, Correction("I", 1, price=PRICE))
    draft = corrected(unknown, Correction("I", 1, price=PRICE), filed=date(2026, 9, 14))
    assert draft.document["dateOfOriginalSubmission"] == "2026-09-14"
    assert ("date of the original: Sep 14, 2026", "--filed") in draft.taken
    assert draft.checks == ()
    other = corrected(filed(), Correction("I", 1, price=PRICE), filed=date(2026, 9, 14))
    assert other.checks == ("form4.json gives Sep 11, 2026 as the date of the original, not Sep 14, 2026. Confirm it.",)


def test_a_form_without_a_period_has_none_to_keep() -> None:
    form = given("form4.json", "2026-09-10", FIRST, **FILED)
    bare = form._replace(filing=form.filing.replaced(period_of_report=None))
    assert corrected(bare, Correction("I", 1, price=PRICE)).document["periodOfReport"].startswith("FILL IN: ")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            (),
            "Name each row that is corrected (--row), such as I.2 for row 2 of Table I, or add an omitted one (--add).",
        ),
        ((Correction("I", 3),), "There is no row 3 in Table I. The rows are I.1, I.2."),
        ((Correction("II", 1),), "There is no row 1 in Table II. The rows are I.1, I.2."),
        ((Correction("I", 1), Correction("I", 1)), "A row is named twice."),
        ((Correction("I", 1, expires=SIGNED),), "Table I, row 1 is a transaction and has no expiration date."),
    ],
)
def test_a_request_that_fits_no_row_is_refused(rows: tuple[Correction, ...], words: str) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        corrected(filed(), *rows)
    assert words in str(refusal.value)


def test_a_form_without_rows_has_none_to_name() -> None:
    with pytest.raises(UnusableInputError, match=r"There is no row 1 in Table I\. The rows are none\."):
        corrected(given("form4.json", "2026-09-10", **FILED), Correction("I", 1))


def test_only_a_form_4_is_amended() -> None:
    with pytest.raises(UnusableInputError, match=r"form4.json is a Form 3\. Only a Form 4 or 4/A is amended here\."):
        corrected(filed(holding(1), documentType="3"), Correction("I", 1, owned=Decimal(1)))


def test_a_text_with_a_number_of_a_person_is_refused() -> None:
    with pytest.raises(
        UnusableInputError, match="A text for Table I, row 1 appears to contain a Social Security number"
    ):
        corrected(filed(), Correction("I", 1, because="SSN 123-45-6789"))
