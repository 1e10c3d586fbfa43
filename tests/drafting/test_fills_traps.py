"""Traps of the exports: columns of one name, several accounts, plan purchases, grants and gifts, days within words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from broker_files import HELD, SIMPLE_MAP, UNIT_NOTES, UNITS, draft, filled, simple, workbook

from form4gen import load, validate
from form4gen.api.fills import Filled, fills_lines
from form4gen.errors import UnusableInputError

DAY = "11/05/2026"
SELECTED = frozenset({date(2026, 11, 2)})


def rows_of(document: dict[str, Any], table: str = "nonDerivativeTable") -> list[tuple[Any, ...]]:
    mark, after = "transactionAcquiredDisposedCode", "sharesOwnedFollowingTransaction"
    keys = ("transactionCode", "transactionShares", mark, after)
    found = ([row.get(key) for key in keys] for row in document[table] if row["kind"] == "transaction")
    return [tuple(cell["value"] if isinstance(cell, dict) else cell for cell in row) for row in found]


def ignored(found: Filled) -> dict[tuple[str, int], str]:
    uses = found.reconciliation.uses
    return {(use.line.source.sheet, use.line.source.row): use.ignored for use in uses if use.ignored}


def history(**purchases: Any) -> bytes:
    """The workbook with all benefits of a person: two columns of one name, and cells for one kind of row each."""
    stock = [
        ["Record Type", "Symbol", "Grant Date", "Granted Qty.", "Withheld Qty.", "Vested Qty.", "Grant Number", "Date",
         "Event Type", "Qty. or Amount", "Vest Period", "Vest Date", "Granted Qty.", "Vested Qty.", "Released Qty",
         "Shares Traded for taxes", "Taxable Gain"],
        ["Grant", "XMPL", "02-NOV-2024", 9000, 1104, 3000, "G-1"],
        ["Event", None, None, None, None, None, None, "11/02/2026", "Shares vested", 3000],
        ["Vest Schedule", *[None] * 9, 1, "11/02/2026", 3000, 3000, 1896, 1104, None],
        ["Tax Withholding", *[None] * 9, 1, None, None, None, None, None, 126150],
        ["Vest Schedule", *[None] * 9, 2, "11/02/2027", 3000, None, None, None, None],
        ["Grant", "XMPL", "02-NOV-2026", 600, None, None, "G-2"],
        ["Grant", "OTHR", "02-NOV-2026", 50, None, None, "G-3"],
        ["Vest Schedule", *[None] * 9, 1, "11/02/2026", 50, 50, 50, None, None],
        ["Totals", None, None, 9650, 1104, 3000],
    ]  # fmt: skip
    plan = [
        ["Record Type", "Symbol", "Purchase Date", "Purchase Price", "Purchased Qty.", "Date", "Event Type", "Qty"],
        ["Purchase", "XMPL", "30-JUN-2026", "$21.50", 45],
        ["Event", None, None, None, None, "06/30/2026", "PURCHASE", 45],
        ["Purchase", "XMPL", "31-DEC-2025", "$20.50", 50],
        ["Totals", None, None, None, 95],
    ]
    return workbook({"ESPP": plan, "Restricted Stock": stock} | purchases)


INTO = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)


def test_of_two_columns_of_one_name_each_row_fills_the_one_for_its_kind() -> None:
    found, document = filled(history(), INTO, name="history.xlsx")
    assert rows_of(document) == [("M", 3000, "A", 16_000)]
    assert rows_of(document, "derivativeTable") == [("M", 3000, "D", 6000)]
    reasons = {row: reason for (sheet, row), reason in ignored(found).items() if sheet == "Restricted Stock"}
    assert reasons[2] == "it is a grant of Nov 2, 2024, which may have been reported; select its day to report it"
    assert reasons[3].startswith("the rows Grant and Vest Schedule have grants and vests")
    assert reasons[5] == "the row Vest Schedule has the shares for taxes"
    assert reasons[6] == "nothing vested yet"
    assert reasons[9] == "its symbol is OTHR, and the issuer's is XMPL"
    assert reasons[10] == "it is a total"


def test_shares_for_taxes_that_the_broker_sold_are_looked_for_among_the_sales() -> None:
    found, _ = filled(history(), INTO, name="history.xlsx")
    assert found.reconciliation.remarks[0].startswith("1,104 shares were sold for taxes, and the files have sales of 0")


def test_purchases_under_a_plan_are_exempt_and_pointed_out() -> None:
    found, _ = filled(history(), INTO, name="history.xlsx")
    assert ignored(found)["ESPP", 2].startswith("Rule 16b-3(c) exempts purchases under an employee stock purchase plan")
    assert ignored(found)["ESPP", 5] == "it is a total"
    _, remark = found.reconciliation.remarks
    assert remark == (
        "The last purchase under an employee stock purchase plan is of Jun 30, 2026. If the number held before lacks "
        "such shares, correct it, and state them in a footnote."
    )
    assert [name for _, name, _ in found.reconciliation.maps] == [
        "E*TRADE benefit history, ESPP", "E*TRADE benefit history, restricted stock",
    ]  # fmt: skip


def test_a_purchase_under_a_plan_of_another_issuer_is_not_pointed_out() -> None:
    plan = [["Record Type", "Symbol", "Purchase Date", "Purchased Qty."], ["Purchase", "OTHR", "30-JUN-2026", 45]]
    found, _ = filled(history(ESPP=plan), INTO, name="history.xlsx")
    assert not any("purchase plan" in remark for remark in found.reconciliation.remarks)


def test_a_grant_of_a_selected_day_is_reported_in_table_ii() -> None:
    found, document = filled(history(), INTO, name="history.xlsx", days=SELECTED)
    assert rows_of(document, "derivativeTable") == [("A", 600, "A", 600), ("M", 3000, "D", 6000)]
    grant = document["derivativeTable"][0]
    assert grant["securityTitle"] == "Restricted Stock Units"
    assert (grant["underlyingSecurityTitle"], grant["underlyingSecurityShares"]) == ("Common Stock", 600)
    assert grant["exerciseDate"].startswith("FILL IN: ")
    lines = list(fills_lines(found))
    assert '  sheet "Restricted Stock", row 7: used in Table II, row 1 (grant of 600 at $0 on Nov 2, 2026)' in lines
    assert "  Table II, row 1: Nov 2, 2026, A, 600 at $0; 600 owned after" in lines
    assert "  code A: 1 grant of 600, $0; in the draft 600, $0" in lines
    assert any(remark.startswith("A grant has a line of its own") for remark in found.reconciliation.remarks)


def test_a_grant_of_stock_is_reported_in_table_i_and_that_of_an_option_in_table_ii() -> None:
    rows = [("11/02/2026", "Grant", "600", "", "")]
    _, document = filled(simple(*rows, header=GRANTS), None, GRANT_MAP, days=SELECTED, awards="stock")
    assert rows_of(document) == [("A", 600, "A", 13_600)]
    assert document["derivativeTable"] == []
    option = [("11/02/2026", "Grant", "600", "", "41.40")]
    _, document = filled(simple(*option, header=GRANTS), None, GRANT_MAP, days=SELECTED, awards="stock")
    assert rows_of(document) == []
    assert [row["kind"] for row in document["nonDerivativeTable"]] == ["holding"]
    assert document["derivativeTable"][0]["conversionOrExercisePrice"] == 41.4


def test_a_grant_fills_in_a_row_that_awaits_it() -> None:
    blank = {
        "kind": "transaction", "securityTitle": "Performance Units", "transactionCode": "A",
        "transactionDate": "FILL IN: the date", "exerciseDate": {"footnotes": ["F1"]},
    }  # fmt: skip
    into = draft(derivativeTable=[blank, UNITS], footnotes=UNIT_NOTES)
    _, document = filled(simple(("11/02/2026", "Grant", "600", "", ""), header=GRANTS), into, GRANT_MAP, days=SELECTED)
    assert [row["securityTitle"] for row in document["derivativeTable"]] == [
        "Performance Units", "Restricted Stock Units",
    ]  # fmt: skip
    assert document["derivativeTable"][0]["exerciseDate"] == {"footnotes": ["F1"]}


def test_the_same_grant_is_not_drafted_twice() -> None:
    text = simple(("11/02/2026", "Grant", "600", "", ""), header=GRANTS)
    found, _ = filled(text, None, GRANT_MAP, days=SELECTED)
    with pytest.raises(UnusableInputError, match=r"has 600 on Nov 2, 2026 \(code A\), and the draft has as many"):
        filled(text, found.content, GRANT_MAP, days=SELECTED)


GRANTS = "Trade Date,Side,Quantity,Price,Strike"
GRANT_MAP = SIMPLE_MAP.replace(
    "[map.events]",
    '[map.events]\n"Grant" = "grant"\n"Gift" = "gift"\n"Gift in" = "gift received"\n"ESPP" = "plan purchase"',
)


def test_gifts_are_reported_at_no_price_each_way() -> None:
    rows = [(DAY, "Gift", "100", "25.10"), (DAY, "Gift in", "40", ""), (DAY, "Sell", "10", "25.10")]
    found, document = filled(simple(*rows), None, GRANT_MAP)
    assert rows_of(document) == [("S", 10, "D", 12_990), ("G", 40, "A", 13_030), ("G", 100, "D", 12_930)]
    assert [row["transactionPricePerShare"] for row in document["nonDerivativeTable"]] == [25.1, 0, 0]
    assert len(document["context"]["tradeConfirmations"]) == 1
    assert "  code G: 2 gifts of 140, $0; in the draft 140, $0" in fills_lines(found)


@pytest.mark.parametrize(("sign", "words"), [
    ("-100", ""), ("100", r"100 for a gift\. In this kind of file sales are negative"), ("0", "a gift of 0"),
    ("", "a gift without a number"),
])  # fmt: skip
def test_a_gift_has_the_sign_of_a_sale(sign: str, words: str) -> None:
    own = GRANT_MAP.replace('name = "Example desk"', 'name = "Example desk"\nsales_are_negative = true')
    if not words:
        _, document = filled(simple((DAY, "Gift", sign, "")), None, own)
        assert rows_of(document) == [("G", 100, "D", 12_900)]
        return
    with pytest.raises(UnusableInputError, match=words):
        filled(simple((DAY, "Gift", sign, "1")), None, own)


def test_what_was_drafted_of_grants_and_gifts_draws_no_error_once_its_terms_are_entered() -> None:
    rows = [("11/02/2026", "Grant", "600", "", ""), ("11/02/2026", "Gift", "100", "", "")]
    text = simple(*rows, header=GRANTS)
    signed = {"signatureName": "/s/ Jane Q. Sample", "signatureDate": "2026-11-03", "capacity": "self"}
    into = draft(context={"filedAt": "2026-11-03T16:30"}, ownerSignatures=[signed])
    found, _ = filled(text, into, GRANT_MAP, days=SELECTED, awards="stock")
    outcome = validate(load(found.content), datetime(2026, 11, 3, 16, 30, tzinfo=UTC))
    assert [each.rule for each in outcome.findings if each.severity.value != "advisory"] == []


@pytest.mark.parametrize("words", [
    "YOU SOLD EXAMPLE CORP (XMPL) (Cash) as of Nov-04-2026", "YOU SOLD as of 11/04/2026 EXAMPLE CORP (XMPL)",
    "YOU SOLD as of Nov 4, 2026",
])  # fmt: skip
def test_an_action_may_have_the_trade_date(words: str) -> None:
    text = f'Run Date,Action,Symbol,Quantity,Price ($)\n11/05/2026,"{words}",XMPL,-100,25.10\n'
    _, document = filled(text)
    assert document["nonDerivativeTable"][0]["transactionDate"] == "2026-11-04"
    _, document = filled(text.replace("as of", "as good as of"))
    assert document["nonDerivativeTable"][0]["transactionDate"] == "2026-11-04"
    _, document = filled(text.replace("as of", "regardless of"))
    assert document["nonDerivativeTable"][0]["transactionDate"] == "2026-11-05"


def accounts(*names: str, **options: Any) -> Filled:
    text = "Run Date,Account,Account Number,Action,Symbol,Quantity,Price ($)\n"
    rows = [f"11/05/2026,{name},Z{place}1234567,YOU SOLD,XMPL,-10,25.10\n" for place, name in enumerate(names, 1)]
    return filled(text + "".join(rows), **options)[0]


def test_the_trades_of_two_accounts_are_not_those_of_one_holding() -> None:
    with pytest.raises(UnusableInputError) as error:
        accounts("Individual", "SAMPLE FAMILY TRUST")
    assert str(error.value) == (
        "trades.csv: row 3: Account Number: this transaction is in another account than that of row 2. Securities of "
        "another account may be held in another form of ownership: delete the rows of one account, and draft them "
        "apart."
    )
    assert accounts("Individual").reconciliation.agrees


def test_the_account_of_a_row_that_is_ignored_does_not_matter() -> None:
    text = "Run Date,Account,Action,Symbol,Quantity,Price ($)\n11/05/2026,A,YOU SOLD,XMPL,-10,25.10\n"
    found, _ = filled(f"{text}11/05/2026,B,YOU SOLD,OTHR,-10,25.10\n11/05/2026,,YOU SOLD,XMPL,-10,25.10\n")
    assert found.reconciliation.sums[0].shares_read == 20


def test_rows_that_may_be_transactions_are_listed_to_do() -> None:
    text = (
        "Run Date,Action,Symbol,Quantity,Price ($)\n11/05/2026,YOU SOLD,XMPL,-10,25.10\n"
        "11/05/2026,TRANSFERRED TO VS,XMPL,-500,\n11/05/2026,TRANSFERRED TO VS,OTHR,-500,\n"
        "11/05/2026,YOU SOLD OPENING TRANSACTION CALL,-XMPL270115C30,-1,1.05\n"
        "11/05/2026,Electronic Funds Transfer,,,\n"
    )
    found, _ = filled(text)
    (remark,) = found.reconciliation.remarks
    assert remark == (
        "These rows have a number of securities and are not read: trades.csv: row 3; trades.csv: row 5. If one is a "
        "gift, a grant, a transfer or an option, enter it by hand."
    )
    many = text + "11/05/2026,CONVERSION,XMPL,5,\n" * 4
    (remark,) = filled(many)[0].reconciliation.remarks
    assert "trades.csv: row 9, and 1 more. If one is" in remark


AWARDS = (
    "Date,Action,Symbol,Description,Quantity,FeesAndCommissions,DisbursementElection,Amount,Type,Shares,SalePrice,"
    "PurchaseDate,PurchasePrice,AwardId,FairMarketValuePrice,SharesSoldWithheldForTaxes,NetSharesDeposited,"
    "TaxWithholdingMethod,SharesWithheld,SharesSold,CashRefund\n"
)


def lapse(together: str, withheld: str, sold: str) -> str:
    return (
        f"{AWARDS}11/02/2026,Lapse,XMPL,Restricted Stock Lapse,3000{',' * 16}\n"
        f",,,,,,,,,,,,,A-1,$42.05,{together},1896,,{withheld},{sold},\n"
        f"11/03/2026,Deposit,XMPL,ESPP,45{',' * 16}\n,,,,,,,,,,,10/30/2026,$21.50,,,,,,,,\n"
        f"11/03/2026,Deposit,XMPL,Div Reinv,2{',' * 16}\n"
    )


@pytest.mark.parametrize(("numbers", "withheld", "sold"), [
    (("1104", "", ""), 1104, 0), (("1104", "1104", "0"), 1104, 0), (("1104", "0", "1104"), 0, 1104),
    (("1104", "1000", "104"), 1000, 104), (("", "1104", ""), 1104, 0),
])  # fmt: skip
def test_a_column_with_the_sum_of_withheld_and_sold_shares_does_not_count_them_twice(
    numbers: tuple[str, str, str], withheld: int, sold: int
) -> None:
    found, document = filled(lapse(*numbers), INTO)
    assert [row[:2] for row in rows_of(document)] == [("M", 3000), *([("F", withheld)] if withheld else [])]
    assert sum(use.line.sold for use in found.reconciliation.uses) == sold


def test_withheld_and_sold_shares_that_do_not_come_to_their_sum_are_refused() -> None:
    words = r"row 3: SharesSoldWithheldForTaxes: 1,104 for taxes, but 1,000 withheld \+ 100 sold = 1,100\. If one"
    with pytest.raises(UnusableInputError, match=words):
        filled(lapse("1104", "1000", "100"), INTO)


def test_a_deposit_of_a_plan_purchase_is_no_deposit_of_a_vest() -> None:
    found, _ = filled(lapse("1104", "", ""), INTO)
    reasons = ignored(found)
    assert reasons["", 4] == reasons["", 5]
    assert reasons["", 4].startswith("Rule 16b-3(c) exempts")
    assert reasons["", 6].startswith("Rule 16a-11 exempts dividends")
    assert "is of Nov 3, 2026" in found.reconciliation.remarks[0]


def test_each_day_of_a_file_has_rows_of_its_own_and_may_be_selected() -> None:
    rows = [(DAY, "Sell", "10", "25.10"), ("11/04/2026", "Sell", "10", "25.10")]
    _, document = filled(simple(*rows), draft(HELD), SIMPLE_MAP)
    assert [row["transactionDate"] for row in document["nonDerivativeTable"]] == ["2026-11-04", "2026-11-05"]
    assert document["periodOfReport"] == "2026-11-04"
    found, document = filled(simple(*rows), draft(HELD), SIMPLE_MAP, days=frozenset({date(2026, 11, 5)}))
    assert rows_of(document) == [("S", 10, "D", 12_990)]
    assert found.reconciliation.sums[0].shares_read == Decimal(10)


@pytest.mark.parametrize("side", ["Buy", "Sell", "Gift", "Gift in"])
def test_the_number_of_an_event_of_each_kind_is_compared_with_its_rows_of_details(side: str) -> None:
    own = GRANT_MAP.replace("[map.events]", '[map.details]\nshares = "Lot"\nprice = "Price"\n[map.events]')
    rows = [(DAY, side, "100", "", ""), ("", "", "", "25.10", "60"), ("", "", "", "25.10", "40")]
    header = "Trade Date,Side,Quantity,Price,Lot"
    found, _ = filled(simple(*rows, header=header), None, own)
    assert found.reconciliation.sums[0].shares_read == 100
    with pytest.raises(UnusableInputError, match="100, but the rows of details below it come to 60"):
        filled(simple(*rows[:2], header=header), None, own)
