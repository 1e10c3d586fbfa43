"""The footnotes of a draft: those that still apply, those that do not, and the numbers of both."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from drafting.build import DAY, SALE, drafted, held, holding, option, trade

from form4gen.drafting.asked import Trade
from form4gen.drafting.stale import why_stale

AVERAGE = "The price is a weighted average of sales at prices from $12.00 to $12.50."
HOLDER = "The shares are held by the trust, of which the reporting person is the trustee."
PLAN = "The sale was made under a Rule 10b5-1 plan adopted on May 4, 2026."
VESTED = "One fourth of the option vests on each anniversary of March 1, 2020, the last on March 1, 2024."
VESTING = "The option vests in four equal installments beginning on March 1, 2026 and ending on March 1, 2029."


def noted(value: Any, *notes: str) -> dict[str, Any]:
    return {"value": value, "footnotes": [*notes]}


def shares(**more: Any) -> dict[str, Any]:
    return trade("P", "A", "2026-09-10", 100, 1000) | more


def test_a_footnote_on_a_holder_is_kept_and_numbered_anew() -> None:
    row = shares(
        transactionPricePerShare=noted(12, "F1"), natureOfOwnership=noted("By Trust", "F2"),
        directOrIndirectOwnership="I",
    )  # fmt: skip
    draft = drafted(held(row, footnotes={"F1": AVERAGE, "F2": HOLDER}), trades=(SALE,))
    assert draft.document["footnotes"] == {"F1": HOLDER}
    assert draft.document["nonDerivativeTable"][0]["natureOfOwnership"] == noted("By Trust", "F1")
    assert ("footnote F1", "form4.json, footnote F2") in draft.taken
    assert list(draft.left) == [(f'form4.json, footnote F1, "{AVERAGE}"', "an average price of earlier trades")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (AVERAGE, "an average price of earlier trades"),
        (PLAN, "a Rule 10b5-1 plan of earlier trades"),
        (
            "Shares were withheld to pay taxes on the vesting of restricted stock units.",
            "an earlier vesting, exercise or withholding",
        ),
        ("This amendment corrects the number of shares.", "a correction of an earlier form"),
        (
            "Includes 120 shares acquired under the employee stock purchase plan.",
            "a change that the balance already includes",
        ),
        ("Adjusted for a 2-for-1 stock split.", "a change that the balance already includes"),
        (VESTED, "a vesting that ended on Mar 1, 2024"),
        (VESTING, ""),
        (HOLDER, ""),
        ("Each unit is the economic equivalent of one share.", ""),
        ("", ""),
    ],
)
def test_what_a_footnote_says_decides_whether_it_still_applies(text: str, why: str) -> None:
    assert why_stale(text, DAY) == why


@pytest.mark.parametrize(
    ("on", "is_over"), [(date(2024, 2, 29), False), (date(2024, 3, 1), False), (date(2024, 3, 2), True)]
)
def test_a_vesting_is_over_after_its_last_day(on: date, *, is_over: bool) -> None:
    assert bool(why_stale(VESTED, on)) is is_over


def test_a_footnote_that_is_all_that_a_cell_has_is_kept_and_is_to_be_revised() -> None:
    row = option("M", "D", securityTitle="Option", exerciseDate={"footnotes": ["F1"]})
    draft = drafted(held(shares(), row, footnotes={"F1": VESTED}), trades=(Trade("M", DAY, Decimal(1)),))
    assert draft.document["derivativeTable"][0]["exerciseDate"] == {"footnotes": ["F1"]}
    assert draft.checks == (
        (
            "form4.json, footnote F1 describes a vesting that ended on Mar 1, 2024, but its cell has no other entry. "
            "It is kept; revise it."
        ),
    )


def test_a_stale_footnote_on_a_balance_or_a_term_is_left_out() -> None:
    bought = "Includes 120 shares acquired under the employee stock purchase plan."
    row = shares(sharesOwnedFollowingTransaction=noted(1000, "F1", "F2"))
    draft = drafted(held(row, footnotes={"F1": bought, "F2": HOLDER}), trades=(SALE,))
    (sold,) = draft.document["nonDerivativeTable"]
    assert sold["sharesOwnedFollowingTransaction"] == noted(600, "F1")
    assert draft.document["footnotes"] == {"F1": HOLDER}


def test_a_footnote_that_two_rows_cite_is_there_once() -> None:
    trust = holding(50, directOrIndirectOwnership="I", natureOfOwnership=noted("By Trust", "F1"))
    draft = drafted(
        held(shares(natureOfOwnership=noted("", "F1")), trust, footnotes={"F1": HOLDER}),
        trades=(SALE._replace(line=("direct",)),),
    )
    assert draft.document["footnotes"] == {"F1": HOLDER}
    assert all(row["natureOfOwnership"]["footnotes"] == ["F1"] for row in draft.document["nonDerivativeTable"])


def test_references_to_footnotes_get_the_new_numbers() -> None:
    first, second = "See footnote 3.", "The shares are held by the fund. See footnotes 2 and 9."
    trust = holding(50, directOrIndirectOwnership="I", natureOfOwnership=noted("See Footnote (3)", "F3"))
    before = held(
        shares(securityTitle=noted("Common Stock", "F2")), trust, footnotes={"F1": AVERAGE, "F2": first, "F3": second}
    )
    draft = drafted(before, trades=(SALE._replace(line=("direct",)),))
    assert draft.document["footnotes"] == {
        "F1": "See footnote 2.", "F2": "The shares are held by the fund. See footnotes 1 and 9.",
    }  # fmt: skip
    assert draft.document["nonDerivativeTable"][1]["natureOfOwnership"]["value"] == "See Footnote (2)"
    assert draft.checks == ("form4.json, footnote F3 refers to footnote 9, which is left out. Revise it.",)


def test_a_title_that_refers_to_a_footnote_left_out_is_to_be_revised() -> None:
    before = held(
        shares(securityTitle="Common Stock, see note 1", transactionCode=noted("P", "F1")), footnotes={"F1": AVERAGE}
    )
    assert drafted(before, trades=(SALE,)).checks == (
        "A title of a security of form4.json refers to footnote 1, which is left out. Revise it.",
    )


def test_the_plan_of_a_transaction_is_a_footnote_and_checks_the_box() -> None:
    draft = drafted(held(), trades=(SALE._replace(plan=date(2026, 5, 12)), SALE))
    assert draft.document["aff10b5One"] is True
    assert draft.document["footnotes"] == {
        "F1": "The transaction was made under a Rule 10b5-1 trading plan that the reporting person adopted on May 12, "
        "2026."
    }
    planned, other = draft.document["nonDerivativeTable"]
    assert (planned["transactionCode"], other["transactionCode"]) == (noted("S", "F1"), "S")
    assert ("footnote F1", "--plan") in draft.taken


def test_a_footnote_on_a_price_is_cited_there() -> None:
    draft = drafted(held(), trades=(SALE._replace(note=AVERAGE),))
    assert draft.document["nonDerivativeTable"][0]["transactionPricePerShare"] == noted(Decimal("41.40"), "F1")


def test_a_long_footnote_is_quoted_in_part() -> None:
    text = f"{AVERAGE} {'More is said. ' * 20}"
    (left,) = drafted(held(shares(transactionCode=noted("P", "F1")), footnotes={"F1": text}), trades=(SALE,)).left
    assert left.what.endswith('..."')
    assert len(left.what) < 150


def test_a_footnote_about_nothing_that_the_draft_repeats_is_named() -> None:
    row = shares(transactionCode=noted("P", "F1"))
    (left,) = drafted(held(row, footnotes={"F1": "Bought at the request of the board."}), trades=(SALE,)).left
    assert left.why == "it is about rows that the draft does not repeat"
