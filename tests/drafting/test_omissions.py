"""The rows that an amendment adds: their balances, their place among the filed rows, and the footnotes that say so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from drafting.build import checked, held, holding, option, table, trade

from form4gen.accounts.filing_history import Given
from form4gen.drafting.amendment import amendment
from form4gen.drafting.asked import Amend, Correction, Omitted, Trade
from form4gen.drafting.draft import Draft
from form4gen.errors import UnusableInputError

FILED = {"periodOfReport": "2026-09-09", "context": {"filedAt": "2026-09-11T16:00", "issuerFiscalYearEnd": "12-31"}}
SIGNED = date(2026, 11, 13)
FIRST = trade("S", "D", "2026-09-09", 100, 900)
SECOND = trade("S", "D", "2026-09-10", 200, 700)


def filed(*rows: dict[str, Any], **keys: Any) -> Given:
    return held(*(rows or (FIRST, SECOND)), **(FILED | keys))


def sale(day: int, shares: int = 50, **values: Any) -> Trade:
    return Trade("S", date(2026, 9, day), Decimal(shares), Decimal(41), **values)


def added(form: Given, *rows: Trade, corrected: tuple[Correction, ...] = (), because: str = "") -> Draft:
    return amendment(form, Amend(corrected, signed=SIGNED, added=tuple(Omitted(row, because) for row in rows)))


def rules_of(draft: Draft, form: Given) -> set[str]:
    return {each.rule for each in checked(draft, form).findings if each.rule[:2] in ("AM", "HB")}


@pytest.mark.parametrize(("day", "balance"), [(8, 950), (9, 850), (10, 650), (11, 650)])
def test_the_balance_continues_the_last_filed_row_of_the_line_up_to_that_day(day: int, balance: int) -> None:
    form = filed()
    draft = added(form, sale(day))
    assert table(draft) == [("S", 50, 41, "D", balance)]
    assert draft.document["documentType"] == "4/A"
    assert draft.document["periodOfReport"] == ("2026-09-08" if day < 9 else "2026-09-09")
    assert rules_of(draft, form) == {"AM106"}


def test_the_footnote_says_that_the_row_was_omitted_and_why() -> None:
    draft = added(filed(), sale(10, note="Sold at several prices."), because="The broker reported it late.")
    assert draft.document["nonDerivativeTable"][0]["transactionCode"] == {"value": "S", "footnotes": ["F1", "F2"]}
    assert draft.document["footnotes"]["F2"] == (
        "This amendment adds a transaction that was inadvertently omitted from the original form, filed on Sep 11, "
        "2026. The broker reported it late."
    )
    again = added(filed(documentType="4/A", dateOfOriginalSubmission="2026-09-11"), sale(10))
    assert again.document["footnotes"]["F1"].endswith("omitted from the amendment before this one.")


def test_the_filed_rows_after_it_that_are_named_follow_and_the_others_are_to_be_confirmed() -> None:
    form = filed()
    draft = added(form, sale(9), corrected=(Correction("I", 2),))
    assert table(draft) == [("S", 50, 41, "D", 850), ("S", 200, 0, "D", 650)]
    assert draft.checks == ()
    assert rules_of(draft, form) == {"AM106"}
    (check,) = added(form, sale(9)).checks
    assert check.startswith("Table I, row 2 continues the balance of a corrected or added row.")


def test_it_continues_a_filed_row_as_corrected() -> None:
    draft = added(filed(), sale(10), corrected=(Correction("I", 1, shares=Decimal(150)), Correction("I", 2)))
    assert [row[-1] for row in table(draft)] == [850, 650, 600]


def test_several_rows_of_a_line_continue_each_other_by_date() -> None:
    draft = added(filed(), sale(10, 30), sale(9, 20), sale(10, 5))
    assert [(row[1], row[-1]) for row in table(draft)] == [(20, 880), (30, 650), (5, 645)]


def test_a_holding_of_the_line_is_taken_as_the_balance_before_and_that_is_to_be_confirmed() -> None:
    form = filed(FIRST, holding(500, directOrIndirectOwnership="I", natureOfOwnership="By Trust"))
    draft = added(form, sale(10, line=("by trust",)))
    assert table(draft) == [("S", 50, 41, "D", 450)]
    assert (
        "Table I, row 2 of form4.json is taken as the balance before the transaction of Sep 10, 2026."
        in (draft.checks[0])
    )


def test_a_line_that_the_form_does_not_show_begins_at_nothing() -> None:
    new = Trade("P", date(2026, 9, 10), Decimal(50), Decimal(41), security="Class B Stock")
    draft = added(filed(), new, new._replace(on=date(2026, 9, 9), shares=Decimal(10)))
    assert [row[-1] for row in table(draft)] == [10, 60]
    assert "Table I, Class B Stock, direct is on no earlier form. Confirm that nothing was held before." in draft.checks


def test_a_balance_that_is_given_goes_before_one_that_is_worked_out() -> None:
    draft = added(filed(), sale(9, owned=Decimal(800)), corrected=(Correction("I", 2),))
    assert [row[-1] for row in table(draft)] == [800, 600]
    assert draft.checks == (
        "--owned gives 800 for Table I, Common Stock, direct, but form4.json, Table I, row 1 leads to 850. Confirm it.",
    )


@pytest.mark.parametrize("shares", [699, 700])
def test_all_that_was_held_can_be_sold(shares: int) -> None:
    assert table(added(filed(), sale(10, shares)))[0][-1] == 700 - shares


def test_a_sale_of_more_than_was_held_is_refused() -> None:
    with pytest.raises(UnusableInputError, match=r"S of 701 exceeds the 700 of Table I, .*or give the balance"):
        added(filed(), sale(10, 701))


def test_an_exercise_is_added_to_both_tables() -> None:
    row = option("M", "D", "2026-09-09", transactionShares=100, sharesOwnedFollowingTransaction=400,
                 underlyingSecurityShares=100)  # fmt: skip
    form = filed(FIRST, derivativeTable=[row])
    draft = added(form, Trade("M", date(2026, 9, 10), Decimal(40)))
    assert table(draft, "II")[0][-1] == 360
    assert table(draft)[0][-1] == 940
    assert rules_of(draft, form) == {"AM106"}


def test_a_plan_checks_the_box() -> None:
    assert added(filed(), sale(10, plan=date(2026, 3, 2))).document["aff10b5One"] is True
    assert added(filed(), sale(10)).document["aff10b5One"] is False


def test_a_holding_is_added_beside_a_transaction() -> None:
    trust = Trade(
        "", security="Common Stock", ownership="I", nature="By Trust", owned=Decimal(5000), note="Disclaimed."
    )
    grant = Trade("", security="Stock Option", exercise_price=Decimal(9), underlying="Common Stock", owned=Decimal(70))
    form = filed()
    draft = added(form, trust, grant, corrected=(Correction("I", 1),), because="It was overlooked.")
    assert [row[-1] for row in table(draft)] == [900, 5000]
    (derivative,) = draft.document["derivativeTable"]
    assert (derivative["kind"], derivative["underlyingSecurityShares"]) == ("holding", 70)
    assert draft.document["footnotes"]["F3"] == (
        "This amendment adds a holding that was inadvertently omitted from the original form, filed on Sep 11, 2026. "
        "It was overlooked."
    )
    with pytest.raises(UnusableInputError, match=r"EDGAR accepts no Form 4/A without a transaction\."):
        added(form, trust)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Trade("S", shares=Decimal(1)), "Give the date and the number of the transaction S: --date, --shares."),
        (Trade("S", date(2026, 9, 10)), "Give the date and the number of the transaction S: --date, --shares."),
        (sale(12), "S of Sep 12, 2026 is dated after the original was filed (Sep 11, 2026). It belongs on a Form 4 of"),
        (sale(10, note="SSN 123-45-6789"), "A text of a row to add appears to contain a Social Security number"),
        (Trade("M", date(2026, 9, 10), Decimal(1), owned=Decimal(1)), "Code M is reported in both tables, and --owned"),
        (Trade("", security="Common Stock"), "A holding needs its class and the amount: --security and --owned."),
        (Trade("", owned=Decimal(1)), "A holding needs its class and the amount: --security and --owned."),
        (
            Trade("", security="Class B", owned=Decimal(1), price=Decimal(2)),
            "A holding has no --price. Delete it, or add a transaction.",
        ),
        (
            Trade("", security="common stock", owned=Decimal(1)),
            "form4.json, Table I, row 2 shows this line. Correct that row with --row, or give --new",
        ),
    ],
)
def test_a_row_that_cannot_be_added_is_explained(row: Trade, words: str) -> None:
    with pytest.raises(UnusableInputError) as refusal:
        added(filed(), row, corrected=(Correction("I", 1),))
    assert words in str(refusal.value)


def test_another_line_that_is_described_alike_is_added_as_new() -> None:
    alike = Trade("", security="Common Stock", owned=Decimal(1), is_new=True)
    assert table(added(filed(), alike, corrected=(Correction("I", 2),)))[-1][-1] == 1
