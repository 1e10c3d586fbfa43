"""What has changed since the last form without a report: exempt acquisitions and splits, each with its footnote."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from drafting.build import DAY, SALE, checked, drafted, held, holding, option, table, trade

from form4gen.drafting.asked import Drift, Split, Trade
from form4gen.errors import UnusableInputError

PLAN = "the Employee Stock Purchase Plan"
GRANT = {
    "conversionOrExercisePrice": 18, "expirationDate": "2030-03-01", "securityTitle": "Stock Option (right to buy)",
    "exerciseDate": "2023-03-01", "transactionShares": 100, "underlyingSecurityShares": 100,
    "sharesOwnedFollowingTransaction": 500,
}  # fmt: skip


def test_an_exempt_acquisition_is_added_and_explained_and_passes_the_comparison_with_the_last_form() -> None:
    before = held()
    draft = drafted(before, trades=(SALE,), changes=(Drift(Decimal(120), PLAN),))
    assert table(draft)[0][-1] == 720
    assert draft.document["footnotes"] == {
        "F1": "Includes 120 shares acquired since the last report (Sep 10, 2026) under the Employee Stock Purchase "
        "Plan, exempt from reporting."
    }
    assert ("Table I, Common Stock, direct: +120 since the last form", "--exempt") in draft.taken
    assert checked(draft, before).findings == ()


def test_an_exempt_disposition_is_taken_off() -> None:
    draft = drafted(held(), trades=(SALE,), changes=(Drift(Decimal(-1200), "a domestic relations order"),))
    assert draft.document["footnotes"]["F1"] == (
        "Excludes 1,200 shares disposed of since the last report (Sep 10, 2026) under a domestic relations order, "
        "exempt from reporting."
    )
    assert str(table(draft)[0][-1]).startswith("FILL IN: ")  # 1,000 - 1,200 leaves nothing to sell


def test_a_change_is_of_the_line_that_its_words_name() -> None:
    trust = holding(50, directOrIndirectOwnership="I", natureOfOwnership="By Trust")
    before = held(trade("P", "A", "2026-09-10", 100, 1000), trust)
    draft = drafted(before, changes=(Drift(Decimal(1), PLAN, ("By Trust",)),))
    assert [row[-1] for row in table(draft)] == [1000, 51]
    with pytest.raises(UnusableInputError, match="Several lines of Table I may be meant"):
        drafted(before, changes=(Drift(Decimal(1), PLAN),))


@pytest.mark.parametrize(
    ("split", "shares", "options", "price"),
    [
        (Split(2, 1), 2000, 1000, Decimal(9)),
        (Split(1, 10), 100, 50, Decimal(180)),
        (Split(3, 2), 1500, 750, Decimal(12)),
        (Split(7, 1), 7000, 3500, Decimal("2.5714")),
    ],
)
def test_a_split_changes_every_balance_and_exercise_price(
    split: Split, shares: int, options: int, price: Decimal
) -> None:
    before = held(trade("P", "A", "2026-09-10", 100, 1000), option("M", "D", **GRANT))
    draft = drafted(before, changes=(split,))
    assert table(draft)[0][-1] == shares
    (row,) = draft.document["derivativeTable"]
    assert row["sharesOwnedFollowingTransaction"] == {"value": options, "footnotes": ["F1"]}
    assert (row["conversionOrExercisePrice"], row["underlyingSecurityShares"]) == (price, options)
    assert draft.document["footnotes"]["F1"] == (
        f"Adjusted to reflect a {split.new}-for-{split.old} stock split since the last report."
    )
    rounded = (
        "The exercise price of Table II, Stock Option (right to buy), at 18, from Mar 1, 2023, until Mar 1, 2030, "
    )
    assert draft.checks == (
        (f"{rounded}direct is rounded to $2.5714 after the split. Confirm it.",) if split.new == 7 else ()
    )


def test_a_sale_after_a_split_passes_the_comparison_with_the_last_form() -> None:
    before = held()
    draft = drafted(before, trades=(SALE,), changes=(Split(2, 1), Drift(Decimal(5), PLAN)))
    assert table(draft)[0][-1] == 1605
    assert checked(draft, before).findings == ()


def test_a_split_is_of_the_lines_that_its_words_name() -> None:
    before = held(trade("P", "A", "2026-09-10", 100, 1000), holding(7, securityTitle="Preferred Stock"))
    draft = drafted(before, changes=(Split(2, 1, ("Common Stock",)),))
    assert [row[-1] for row in table(draft)] == [2000, 7]
    with pytest.raises(UnusableInputError, match=r"No line fits what follows --split\.\n  Table I, Common Stock"):
        drafted(before, changes=(Split(2, 1, ("Class B",)),))


def test_a_split_that_leaves_no_number_that_edgar_takes_is_refused() -> None:
    with pytest.raises(UnusableInputError, match=r"A 1-for-3 split of 1,000 .* is no number that EDGAR takes"):
        drafted(held(), changes=(Split(1, 3),))


@pytest.mark.parametrize("price", [{"value": 18, "footnotes": ["F1"]}, {"footnotes": ["F1"]}, 0])
def test_a_price_keeps_its_footnotes_in_a_split_and_one_that_is_none_stays(price: Any) -> None:
    row = option("M", "D", **GRANT | {"conversionOrExercisePrice": price})
    draft = drafted(held(row, footnotes={"F1": "Each unit is worth one share."}), changes=(Split(2, 1),))
    (written,) = draft.document["derivativeTable"]
    expected = {"value": 9, "footnotes": ["F1"]} if price and "value" in price else price
    assert written["conversionOrExercisePrice"] == expected


def test_an_empty_or_expired_line_is_not_split() -> None:
    over = option("M", "D", **GRANT | {"expirationDate": "2026-11-11"})
    before = held(trade("S", "D", "2026-09-10", 100, 0), over)
    draft = drafted(before, trades=(Trade("P", DAY, Decimal(1), Decimal(1)),), changes=(Split(2, 1),))
    assert not any(each.source == "--split" for each in draft.taken)
