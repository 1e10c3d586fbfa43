"""The next form of a person: whose it is, what it holds, what its transactions leave, and what it says of itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from drafting.build import DAY, SALE, checked, drafted, given, held, holding, option, table, trade

from form4gen.drafting.asked import Trade
from form4gen.model.placeholders import FILL_IN

GRANT = {
    "conversionOrExercisePrice": 18.25, "expirationDate": "2030-03-01", "exerciseDate": "2023-03-01",
    "securityTitle": "Stock Option (right to buy)", "transactionShares": 2000, "underlyingSecurityShares": 2000,
    "sharesOwnedFollowingTransaction": 8000,
}  # fmt: skip
EXERCISED = option("M", "D", **GRANT)


def test_a_sale_continues_the_last_balance_and_passes_the_rules() -> None:
    before = held()
    draft = drafted(before, trades=(SALE,))
    assert table(draft) == [("S", 400, Decimal("41.40"), "D", 600)]
    assert draft.document["periodOfReport"] == "2026-11-12"
    assert draft.document["ownerSignatures"] == [{"signatureName": "Jane Sample", "signatureDate": "2026-11-13"}]
    assert [each.rule for each in checked(draft, before).findings] == []


def test_every_value_names_its_source() -> None:
    draft = drafted(held(), trades=(SALE,))
    sources = {each.what: each.source for each in draft.taken}
    assert sources["Table I, Common Stock, direct: balance 1,000"] == "form4.json, Table I, row 1"
    assert sources["Table I, Common Stock, direct: 1,000 - 400 = 600"] == "form4.json, Table I, row 1; --shares"
    assert sources["issuer"] == "form4.json"
    assert sources["Sample Jane: address, relationship and title"] == "form4.json"
    assert sources['signature "Jane Sample", without its date'] == "form4.json"
    assert sources["date of earliest transaction: Nov 12, 2026"] == "--date"
    assert draft.base == "form4.json (Form 4, Sep 10, 2026), the only form of Sample Jane in Example Corp"


def test_several_trades_of_a_line_add_up_in_their_order() -> None:
    trades = (
        SALE,
        SALE._replace(shares=Decimal("0.5"), on=date(2026, 11, 11)),
        Trade("P", DAY, Decimal(10), Decimal(1)),
    )
    draft = drafted(held(), trades=trades)
    assert [row[-1] for row in table(draft)] == [600, Decimal("599.5"), Decimal("609.5")]
    assert draft.document["periodOfReport"] == "2026-11-11"


def test_other_lines_of_the_class_are_holdings_and_other_classes_are_named() -> None:
    trust = holding(50, directOrIndirectOwnership="I", natureOfOwnership="By Trust")
    preferred = holding(7, securityTitle="Preferred Stock")
    before = held(trade("P", "A", "2026-09-10", 100, 1000), trust, preferred)
    draft = drafted(before, trades=(SALE._replace(line=("direct", "Common")),))
    assert [row[-1] for row in table(draft)] == [600, 50]
    assert draft.document["nonDerivativeTable"][1] == {
        "kind": "holding", "securityTitle": "Common Stock", "sharesOwnedFollowingTransaction": 50,
        "directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust",
    }  # fmt: skip
    assert [each.what for each in draft.left] == ["Table I, Preferred Stock, direct: 7 (form4.json, Table I, row 3)"]
    everything = drafted(before, trades=(SALE._replace(line=("direct", "Common")),), all_holdings=True)
    assert [row[-1] for row in table(everything)] == [600, 50, 7]
    assert everything.left == ()


def test_without_trades_everything_that_is_held_is_listed_and_the_date_is_left_to_fill_in() -> None:
    old = option("M", "D", **GRANT | {"expirationDate": "2026-09-09", "exerciseDate": "2016-09-09"})
    draft = drafted(held(trade("S", "D", "2026-09-10", 100, 0), EXERCISED, old), signed=None)
    assert table(draft) == []
    (row,) = draft.document["derivativeTable"]
    assert (row["sharesOwnedFollowingTransaction"], row["underlyingSecurityShares"]) == (8000, 8000)
    assert [each.why for each in draft.left] == ["it has expired"]
    assert draft.document["periodOfReport"].startswith(FILL_IN)
    assert draft.document["ownerSignatures"][0]["signatureDate"].startswith(FILL_IN)


@pytest.mark.parametrize(("expires", "is_listed"), [("2026-09-09", False), ("2026-09-10", True), ("2026-09-11", True)])
def test_an_option_is_listed_until_the_day_on_which_it_expires(expires: str, *, is_listed: bool) -> None:
    draft = drafted(held(option("M", "D", **GRANT | {"expirationDate": expires})))
    assert bool(draft.document["derivativeTable"]) is is_listed


def test_an_exercise_is_reported_in_both_tables_at_the_exercise_price() -> None:
    before = held(trade("P", "A", "2026-09-10", 100, 1000), EXERCISED)
    draft = drafted(before, trades=(Trade("M", DAY, Decimal(500)), SALE))
    assert table(draft, "II") == [("M", 500, 0, "D", 7500)]
    assert table(draft) == [("M", 500, Decimal("18.25"), "A", 1500), ("S", 400, Decimal("41.40"), "D", 1100)]
    (row,) = draft.document["derivativeTable"]
    assert (row["exerciseDate"], row["expirationDate"], row["underlyingSecurityShares"]) == (
        "2023-03-01", "2030-03-01", 500,
    )  # fmt: skip
    sources = {each.what: each.source for each in draft.taken}
    assert sources["Table I, Common Stock, direct: price of the exercise"] == "form4.json, Table II, row 1, column 2"
    assert checked(draft, before).findings == ()


def test_a_unit_without_an_exercise_price_brings_its_shares_at_0() -> None:
    unit = option("M", "D", **GRANT | {"conversionOrExercisePrice": {"value": 0}, "underlyingSecurityShares": 4000})
    draft = drafted(held(unit), trades=(Trade("M", DAY, Decimal(500)),))
    assert table(draft) == [("M", 1000, 0, "A", 1000)]  # two shares for each unit, on a line that no form shows
    assert "Table I, Common Stock, direct is on no earlier form. Confirm that nothing was held before." in draft.checks


@pytest.mark.parametrize(("underlying", "is_known"), [(0.1, False), (0.2, True), (1250, True), (None, False)])
def test_the_underlying_shares_are_worked_out_only_if_they_are_exact(
    underlying: float | None, *, is_known: bool
) -> None:
    unit = option("M", "D", **GRANT | {"underlyingSecurityShares": underlying or {"footnotes": []}})
    draft = drafted(held(unit), trades=(Trade("M", DAY, Decimal(1)),))
    (row,) = draft.document["derivativeTable"]
    expected = Decimal(str(underlying or 0)) / 2000
    assert (row["underlyingSecurityShares"] == expected) is is_known
    assert (table(draft)[0][1] == expected) is is_known
    assert str(table(draft)[0][-1]).startswith(FILL_IN) is not is_known


def test_what_is_not_known_is_left_to_fill_in() -> None:
    draft = drafted(held(), trades=(Trade("S"), Trade("J", DAY, Decimal(3))))
    sale, other = draft.document["nonDerivativeTable"]
    for key in ("transactionDate", "transactionShares", "transactionPricePerShare", "sharesOwnedFollowingTransaction"):
        assert sale[key].startswith(FILL_IN), key
    assert other["transactionAcquiredDisposedCode"].startswith(FILL_IN)
    assert draft.document["footnotes"]["F1"].startswith(FILL_IN)
    assert (
        "The balance of Table I, Common Stock, direct is left to fill in, because --shares is not given."
        in draft.checks
    )


def test_a_mark_settles_what_a_code_leaves_open() -> None:
    draft = drafted(held(), trades=(Trade("J", DAY, Decimal(3), mark="D", note="A contribution to a fund."),))
    assert [row[-1] for row in table(draft)] == [997]
    assert draft.document["footnotes"] == {"F1": "A contribution to a fund."}


@pytest.mark.parametrize(("shares", "balance"), [(999, 1), (1000, 0), (1001, None)])
def test_a_balance_below_0_is_left_to_fill_in_with_the_reason(shares: int, balance: int | None) -> None:
    draft = drafted(held(), trades=(SALE._replace(shares=Decimal(shares)),))
    found = table(draft)[0][-1]
    if balance is None:
        assert found.startswith(FILL_IN)
        assert draft.checks[0].startswith("S of 1,001 exceeds the 1,000 of Table I, Common Stock, direct (form4.json")
    else:
        assert (found, draft.checks) == (balance, ())


def test_a_row_after_one_whose_balance_is_unknown_is_left_to_fill_in_too() -> None:
    draft = drafted(held(), trades=(SALE._replace(shares=Decimal(1001)), SALE))
    assert all(str(row[-1]).startswith(FILL_IN) for row in table(draft))


def test_a_line_that_two_forms_show_has_the_balance_of_the_later_one() -> None:
    later = given("later.json", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1005))
    draft = drafted(later, held(), trades=(SALE,))
    assert table(draft)[0][-1] == 605
    assert draft.base.startswith("later.json (Form 4, Oct 1, 2026), the newest of 2 forms of ")


def test_a_line_that_the_last_form_of_its_class_no_longer_shows_is_left_out_and_named() -> None:
    trust = holding(50, directOrIndirectOwnership="I", natureOfOwnership="By Trust")
    later = given("later.json", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1005))
    draft = drafted(held(trade("P", "A", "2026-09-10", 100, 1000), trust), later, trades=(SALE,))
    assert [row[-1] for row in table(draft)] == [605]
    assert draft.left[0].what == "Table I, Common Stock, indirect, By Trust: 50 (form4.json, Table I, row 2)"


def test_a_balance_that_did_not_continue_is_to_be_confirmed() -> None:
    later = given("later.json", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1105))
    draft = drafted(held(), later, trades=(SALE,))
    assert any("does not continue the one before it" in each for each in draft.checks)


def test_the_balance_of_an_amendment_counts_and_its_words_are_the_newest() -> None:
    original = held(context={"filedAt": "2026-09-11T16:00"})
    amended = given(
        "amended.json", "2026-09-20", trade("P", "A", "2026-09-10", 90, 990), documentType="4/A",
        periodOfReport="2026-09-10", dateOfOriginalSubmission="2026-09-11",
        owner={"isOfficer": True, "officerTitle": "CFO"},
    )  # fmt: skip
    draft = drafted(original, amended, trades=(SALE,))
    assert table(draft)[0][-1] == 590
    assert draft.document["documentType"] == "4"
    assert draft.document["reportingOwners"][0]["officerTitle"] == "CFO"


def test_an_amendment_without_its_original_is_a_base_to_be_confirmed() -> None:
    stray = held(documentType="4/A", dateOfOriginalSubmission="2026-09-11")
    draft = drafted(stray, trades=(SALE,))
    assert table(draft)[0][-1] == 600
    assert draft.checks[0].startswith("The newest file, form4.json, is an amendment whose original is not given.")


def test_amendments_that_name_each_other_as_original_are_no_circle() -> None:
    first = held(documentType="4/A", dateOfOriginalSubmission="2026-09-20", context={"filedAt": "2026-09-10T16:00"})
    second = given(
        "b.json", "2026-09-20", trade("P", "A", "2026-09-10", 100, 1001), documentType="4/A",
        dateOfOriginalSubmission="2026-09-10", context={"filedAt": "2026-09-20T16:00"},
    )  # fmt: skip
    assert drafted(first, second, trades=(SALE,)).document["nonDerivativeTable"]


def test_a_form_3_is_continued() -> None:
    opening = holding(
        2000, securityTitle="Stock Option (right to buy)", conversionOrExercisePrice=5, expirationDate="2030-01-01",
        underlyingSecurityTitle="Common Stock", underlyingSecurityShares=2000,
    )  # fmt: skip
    del opening["sharesOwnedFollowingTransaction"]
    before = given("form3.json", "2026-09-10", holding(1000), opening, documentType="3")
    draft = drafted(before, trades=(Trade("M", DAY, Decimal(100)), SALE))
    assert draft.document["documentType"] == "4"
    assert [row[-1] for row in table(draft)] == [1100, 700]
    assert [row[-1] for row in table(draft, "II")] == [1900]
    assert draft.base.startswith("form3.json (Form 3, Sep 10, 2026)")


def test_an_amount_of_debt_is_continued_in_value() -> None:
    note = {"valueOwnedFollowingTransaction": 5000, "sharesOwnedFollowingTransaction": {"footnotes": []}}
    before = held(trade("P", "A", "2026-09-10", 5000, 1) | note | {"securityTitle": "Senior Notes"})
    draft = drafted(before, trades=(SALE,))
    (row,) = draft.document["nonDerivativeTable"]
    assert (row["transactionShares"], row["valueOwnedFollowingTransaction"]) == (400, 4600)
    derivative = option("P", "A", transactionTotalValue=5000, **note, securityTitle="Convertible Notes") | {
        "transactionShares": {"footnotes": []}
    }
    draft = drafted(held(derivative), trades=(SALE._replace(table="II"),))
    (row,) = draft.document["derivativeTable"]
    assert (row["transactionTotalValue"], row["valueOwnedFollowingTransaction"]) == (400, 4600)
    assert row["underlyingSecurityShares"].startswith(FILL_IN)


def test_a_line_whose_balance_no_form_states_is_none_that_a_trade_may_be_of() -> None:
    unstated = holding(1, securityTitle="Preferred Stock") | {"sharesOwnedFollowingTransaction": {"footnotes": []}}
    draft = drafted(held(trade("P", "A", "2026-09-10", 100, 1000), unstated), trades=(SALE,), all_holdings=True)
    assert [row[-1] for row in table(draft)] == [600]


def test_the_order_of_the_files_does_not_matter() -> None:
    later = given("later.json", "2026-10-01", trade("P", "A", "2026-10-01", 5, 1005))
    assert drafted(later, held(), trades=(SALE,)) == drafted(held(), later, trades=(SALE,))
