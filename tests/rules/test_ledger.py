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
