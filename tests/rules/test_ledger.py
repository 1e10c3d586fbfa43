"""The ledger: every holding line with its balances."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from case_base import filing
from real_filings import real_filings

from form4gen.accounts.ledger import Account, ledger
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check

BALANCE = "sharesOwnedFollowingTransaction"


def accounts(changes: dict[str, Any] | None = None, remove: tuple[str, ...] = ()) -> dict[str, Account]:
    return {each.name: each for each in ledger(filing(changes, remove=remove))}


def test_every_line_has_its_name_and_its_balances_before_and_after() -> None:
    assert [(each.name, each.before, each.after) for each in ledger(filing())] == [
        ("Table I, Common Stock, direct", Decimal(291097), Decimal(153020)),
        ("Table I, Common Stock, indirect, By Spouse", None, Decimal(2400)),
        (
            "Table II, Stock Option (right to buy), at 12.5, from Mar 1, 2024, until Mar 1, 2033, direct",
            Decimal(40000),
            Decimal(30000),
        ),
        (
            "Table II, Stock Option (right to buy), at 20, from Mar 1, 2025, until Mar 1, 2034, direct",
            None,
            Decimal(5000),
        ),
    ]


def test_the_balance_before_the_first_step_is_computed_and_the_others_continue() -> None:
    steps = accounts()["Table I, Common Stock, direct"].steps
    assert [(step.is_first, step.arithmetic, step.is_off) for step in steps] == [
        (True, "291,097 + 10,000 = 301,097", False),
        (False, "301,097 - 73,170 = 227,927", False),
        (False, "227,927 - 74,907 = 153,020", False),
    ]


def test_the_balance_before_a_first_disposition_is_computed_by_adding() -> None:
    line = accounts(remove=("/nonDerivativeTable/0",))["Table I, Common Stock, direct"]
    assert line.before == Decimal(301097)


def test_rows_against_the_order_of_the_document_are_shown_in_the_order_in_which_they_add_up() -> None:
    swapped = {f"/nonDerivativeTable/{row}/{BALANCE}": held for row, held in enumerate((153020, 143020, 216190))}
    line = accounts(swapped)["Table I, Common Stock, direct"]
    assert line.is_reordered
    assert [step.row.number for step in line.steps] == [3, 2, 1]
    assert not any(step.is_off for step in line.steps)
    assert not accounts()["Table I, Common Stock, direct"].is_reordered


@pytest.mark.parametrize("key", ["transactionAcquiredDisposedCode", "transactionShares", BALANCE])
def test_a_row_that_lacks_a_part_of_the_sum_is_listed_and_not_counted(key: str) -> None:
    line = accounts({f"/nonDerivativeTable/1/{key}": {"footnotes": ["F1"]}})["Table I, Common Stock, direct"]
    assert [row.number for row in line.uncounted] == [2]
    assert [step.row.number for step in line.steps] == [1, 3]


def test_a_footnote_that_explains_another_change_excuses_a_difference() -> None:
    wrong = {f"/nonDerivativeTable/2/{BALANCE}": 153120}
    explained = wrong | {
        "/footnotes/F2": "Includes 100 shares of the purchase plan.",
        f"/nonDerivativeTable/2/{BALANCE}": {"value": 153120, "footnotes": ["F2"]},
    }
    broken = accounts(wrong)["Table I, Common Stock, direct"].steps[2]
    assert (broken.is_off, broken.is_broken, broken.excuse) == (True, True, "")
    excused = accounts(explained)["Table I, Common Stock, direct"].steps[2]
    assert (excused.is_off, excused.is_broken) == (True, False)
    assert excused.excuse == "a footnote explains another change"


def test_rows_that_differ_only_in_footnotes_are_one_line_if_they_add_up() -> None:
    noted = {"/nonDerivativeTable/0/securityTitle": {"value": "Common Stock", "footnotes": ["F1"]}}
    assert len(accounts(noted)["Table I, Common Stock, direct"].steps) == 3


def test_two_grants_that_differ_only_in_footnotes_are_two_lines_if_they_do_not_add_up_as_one() -> None:
    noted = {
        "/nonDerivativeTable/1/securityTitle": {"value": "Common Stock", "footnotes": ["F1"]},
        f"/nonDerivativeTable/1/{BALANCE}": 500,
        f"/nonDerivativeTable/2/{BALANCE}": 226190,
    }
    lines = [each for each in ledger(filing(noted)) if each.name == "Table I, Common Stock, direct"]
    assert [[step.row.number for step in line.steps] for line in lines] == [[1, 3], [2]]
    assert not any(step.is_off for line in lines for step in line.steps)


def test_a_difference_that_only_the_whole_line_or_only_its_parts_show_is_excused() -> None:
    title = {"value": "Common Stock", "footnotes": ["F1"]}
    noted: dict[str, Any] = {
        "/nonDerivativeTable/1/securityTitle": title,
        f"/nonDerivativeTable/1/{BALANCE}": 227927,
        f"/nonDerivativeTable/2/{BALANCE}": 1,
    }
    line = next(each for each in ledger(filing(noted)) if each.name == "Table I, Common Stock, direct")
    assert [step.is_broken for step in line.steps] == [False, True]


def test_a_class_without_a_title_has_a_name_too() -> None:
    names = accounts({"/nonDerivativeTable/3/securityTitle": {"footnotes": ["F1"]}})
    assert "Table I, a class without a title, indirect, By Spouse" in names


def test_the_table_and_the_rule_agree_on_every_real_filing() -> None:
    rule = catalogue()["HB102"]
    for real in real_filings():
        broken = {
            step.row.owned_following.at.pointer for line in ledger(real.filing) for step in line.steps if step.is_broken
        }
        found = {finding.at.pointer for finding in check(real.filing, real.filed_at, [rule]).findings}
        assert found <= broken
        assert bool(found) == bool(broken)


def test_a_difference_that_the_footnotes_explain_is_excused() -> None:
    noted = {"value": "Common Stock", "footnotes": ["F1"]}
    rows = [(noted, 110), ("Common Stock", 500), (noted, 130), ("Common Stock", 140)]
    changes: dict[str, Any] = {}
    for number, (title, held) in enumerate(rows):
        changes[f"/nonDerivativeTable/{number}"] = {
            "securityTitle": title,
            "transactionDate": "2026-11-05",
            "transactionCode": "A",
            "transactionShares": 10,
            "transactionAcquiredDisposedCode": "A",
            BALANCE: held,
            "directOrIndirectOwnership": "D",
        }
    line = accounts(changes)["Table I, Common Stock, direct"]
    assert [step.is_off for step in line.steps] == [False, True, False, False]
    assert line.steps[1].excuse == "footnotes show that these rows are separate holding lines"


def _sales(*sales: tuple[int, int], when: str = "2026-11-05", **more: Any) -> dict[str, Any]:
    """Rows of sales, each with its number and the balance after it, in place of the sale of the example."""
    rows = [
        {
            "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": when, "transactionCode": "S",
            "transactionShares": shares, "transactionPricePerShare": 50, "transactionAcquiredDisposedCode": "D",
            BALANCE: after, "directOrIndirectOwnership": "D", **more,
        }
        for shares, after in sales
    ]  # fmt: skip
    return {"/nonDerivativeTable": rows, "/derivativeTable": []}


def test_sales_of_one_day_listed_by_price_are_shown_in_the_order_of_their_balances() -> None:
    [line] = ledger(filing(_sales((970, 8530), (500, 9500), (249, 8281))))
    assert [step.row.number for step in line.steps] == [2, 1, 3]
    assert line.is_reordered
    assert not any(step.is_off for step in line.steps)


@pytest.mark.parametrize(("after", "off"), [(8529, True), (8530, False), (8531, True)])
def test_no_order_mends_a_balance_that_is_wrong_by_a_share(after: int, off: bool) -> None:  # noqa: FBT001  a case
    [line] = ledger(filing(_sales((970, after), (500, 9500), (249, 8281))))
    assert any(step.is_off for step in line.steps) is off


def test_a_row_that_would_begin_below_zero_is_not_put_in_another_order() -> None:
    changes = _sales((500, 9500), (970, 8530))
    changes["/nonDerivativeTable"].append(
        changes["/nonDerivativeTable"][0] | {"transactionAcquiredDisposedCode": "A", "transactionShares": 20000}
    )
    [line] = ledger(filing(changes))
    assert [step.row.number for step in line.steps] == [1, 2, 3]
    assert line.steps[2].is_broken


def test_two_direct_holders_named_in_footnotes_on_the_balance_are_two_lines() -> None:
    changes = _sales((100, 900), (100, 4900), (100, 800))
    for row, note in zip(changes["/nonDerivativeTable"], ("F1", "F2", "F1"), strict=True):
        row[BALANCE] = {"value": row[BALANCE], "footnotes": [note]}
    changes |= {
        "/footnotes": {
            "F1": "Shares held of record by Example Fund I, L.P.",
            "F2": "Shares held by Example Fund II, L.P.",
        }
    }
    assert [[step.row.number for step in line.steps] for line in ledger(filing(changes))] == [[1, 3], [2]]
    changes |= {"/footnotes": {"F1": "The first lot.", "F2": "The second lot."}}
    [line] = ledger(filing(changes))
    assert any(step.is_broken for step in line.steps)


def test_holders_named_in_footnotes_do_not_excuse_a_balance_that_is_wrong_for_each() -> None:
    changes = _sales((100, 900), (100, 4900), (100, 700))
    for row, note in zip(changes["/nonDerivativeTable"], ("F1", "F2", "F1"), strict=True):
        row[BALANCE] = {"value": row[BALANCE], "footnotes": [note]}
    changes |= {
        "/footnotes": {
            "F1": "Shares held of record by Example Fund I, L.P.",
            "F2": "Shares held by Example Fund II, L.P.",
        }
    }
    assert any(step.is_broken for line in ledger(filing(changes)) for step in line.steps)
