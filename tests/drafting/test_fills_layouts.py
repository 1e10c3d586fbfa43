"""The exports of known brokers: each layout with its traps, read with the shipped maps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from broker_files import OPTION, UNIT_NOTES, UNITS, draft, filled, workbook

from form4gen import load, validate
from form4gen.api.fills import Filled, fills_lines
from form4gen.errors import UnusableInputError

THINKORSWIM = """\
\ufeffAccount Statement for 99990000SAMPLE (individual) since 11/5/26 through 11/5/26

Cash Balance
DATE,TIME,TYPE,REF #,DESCRIPTION,Misc Fees,Commissions & Fees,AMOUNT,BALANCE
11/5/26,09:31:02,TRD,="1001",SOLD -300 XMPL @25.10,,,"7,530.00","7,530.00"

Account Trade History
,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type
,11/5/26 09:31:02,STOCK,SELL,-300,TO CLOSE,XMPL,,,STOCK,25.10,25.10,LMT
,11/5/26 09:31:02,STOCK,SELL,-200,TO CLOSE,XMPL,,,STOCK,25.30,25.30,LMT
,11/5/26 10:31:02,SINGLE,SELL,-1,TO OPEN,XMPL,15 JAN 27,30,CALL,1.05,1.05,LMT

Profits and Losses
Symbol,Description,P/L Open
XMPL,EXAMPLE CORP,$0.00
"""

AWARDS_HEAD = (
    "Date,Action,Symbol,Description,Quantity,FeesAndCommissions,DisbursementElection,Amount,Type,Shares,SalePrice,"
    "VestDate,GrossProceeds,AwardDate,AwardId,FairMarketValuePrice,SharesSoldWithheldForTaxes,NetSharesDeposited,Taxes"
)


def _awards(*rows: str) -> str:
    return "\n".join((AWARDS_HEAD, *rows, ""))


SALE = (
    '11/05/2026,Sale,XMPL,Share Sale,560,$2.60,,"$12,317.40",,,,,,,,,,,',
    ',,,,,,,,RS,300,$22.00,09/18/2024,"$6,600.00",,,,,,',
    ",,,,,,,,RS,260,$22.00,09/18/2025,,,,,,,",
)
LAPSE = (
    "11/02/2026,Lapse,XMPL,Restricted Stock Lapse,3000,,,,,,,,,,,,,,",
    ",,,,,,,,,,,,,11/02/2024,A-1,$42.05,1104,1896,$46423.20",
    "11/04/2026,Deposit,XMPL,RS,1896,,,,,,,,,,,,,,",
    ",,,,,,,,,,,11/02/2026,,11/02/2024,A-1,,,,",
)


def _rows(document: dict[str, Any]) -> list[list[Any]]:
    keys = ("transactionDate", "transactionCode", "transactionShares", "transactionPricePerShare")
    return [
        [each[key]["value"] if isinstance(each[key], dict) else each[key] for key in keys]
        for each in document["nonDerivativeTable"]
    ]


def _ignored(found: Filled) -> dict[int, str]:
    return {use.line.source.row: use.ignored for use in found.reconciliation.uses if use.ignored}


def test_true_fills_are_read_from_their_section_of_an_account_statement() -> None:
    found, document = filled(THINKORSWIM)
    assert _rows(document) == [["2026-11-05", "S", 500, 25.18]]
    assert document["nonDerivativeTable"][0]["sharesOwnedFollowingTransaction"] == 12_500
    assert _ignored(found)[5] == "it is above the header"
    assert _ignored(found)[11] == 'its Type is "CALL"'
    assert _ignored(found)[15] == "it is below the blank row that ends the table"
    assert "9999" not in found.content.decode()


def test_the_rows_of_details_of_a_sale_are_its_lots() -> None:
    found, document = filled(_awards(*SALE))
    assert _rows(document) == [["2026-11-05", "S", 560, 22]]
    assert [use.rows for use in found.reconciliation.uses[1:]] == [("Table I, row 1",)] * 3


def test_a_number_that_an_export_rounds_does_not_contradict_its_lots() -> None:
    rounded = (SALE[0].replace("560", "35").replace("12,317.40", "761.20"), SALE[1].split(",RS")[0] + ",RS,34.6,$22.00")
    _, document = filled(_awards(*rounded))
    assert _rows(document) == [["2026-11-05", "S", 34.6, 22]]


def test_an_event_whose_own_number_is_blank_is_that_of_its_details() -> None:
    _, document = filled(_awards(SALE[0].replace(",560,", ",,"), *SALE[1:]))
    assert _rows(document) == [["2026-11-05", "S", 560, 22]]


def test_the_details_of_an_event_of_another_day_are_ignored_with_it() -> None:
    found, _ = filled(_awards(*SALE, *LAPSE[:2]), days=frozenset({date(2026, 11, 5)}))
    assert _ignored(found)[5] == _ignored(found)[6] == "Nov 2, 2026 is not selected"
    text = "\n".join(fills_lines(found))
    assert "row 2: used in Table I, row 1 (with the rows of details below it)" in text
    assert "rows 5-6: ignored because Nov 2, 2026 is not selected" in text


def test_a_number_restated_for_a_split_is_found() -> None:
    restated = (SALE[0].replace(",560,", ",11200,"), *SALE[1:])
    with pytest.raises(
        UnusableInputError, match=r"11,200, but the rows of details below it come to 560\. That is 20 to"
    ):
        filled(_awards(*restated))
    half = (SALE[0], SALE[1].replace("$6,600.00", "$330.00"), SALE[2])
    with pytest.raises(
        UnusableInputError, match=r"row 3: GrossProceeds: 300 x \$22\.00 = \$6,600\.00, but the row says"
    ):
        filled(_awards(*half))


def test_a_sale_with_blank_details_lacks_its_price() -> None:
    with pytest.raises(UnusableInputError, match=r"trades\.csv: row 3: SalePrice: a sale without a price"):
        filled(_awards(SALE[0], ",,,,,,,,RS,560,,,,,,,,,"))


def test_a_vest_is_reported_in_both_tables_and_its_withholding_beside_it() -> None:
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    found, document = filled(_awards(*LAPSE), into)
    assert _rows(document) == [["2026-11-02", "M", 3000, 0], ["2026-11-02", "F", 1104, 42.05]]
    assert [each["sharesOwnedFollowingTransaction"] for each in document["nonDerivativeTable"]] == [16_000, 14_896]
    (units,) = document["derivativeTable"]
    assert (units["transactionCode"], units["transactionShares"]) == ("M", 3000)
    assert units["sharesOwnedFollowingTransaction"] == 6000
    assert units["exerciseDate"] == {"footnotes": ["F2"]}
    assert "a deposit moves shares" in _ignored(found)[4]
    assert document["context"]["filedAt"] == "2026-11-06T16:30"
    assert "tradeConfirmations" not in document["context"]


def test_shares_sold_for_taxes_are_not_withheld() -> None:
    sold = (LAPSE[0], ",,,,,,,,,,$42.00,,,11/02/2024,A-1,$42.05,1104,1896,$46423.20")
    _, document = filled(_awards(*sold), draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES))
    assert _rows(document) == [["2026-11-02", "M", 3000, 0]]
    _, document = filled(_awards(*LAPSE), draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES), taxes="sold")
    assert _rows(document) == [["2026-11-02", "M", 3000, 0]]


def test_stock_that_was_reported_at_grant_is_not_reported_when_it_vests() -> None:
    _, document = filled(_awards(*LAPSE), awards="stock")
    assert _rows(document) == [["2026-11-02", "F", 1104, 42.05]]
    assert document["derivativeTable"] == []
    unpaid = _awards(LAPSE[0], LAPSE[1].replace("1104,1896", "0,3000"), *SALE)
    found, _ = filled(unpaid, awards="stock")
    assert _ignored(found)[3] == "the shares were reported when they were granted, and none were withheld"


def test_a_vest_whose_parts_do_not_add_up_is_refused() -> None:
    split = (LAPSE[0].replace("3000", "60000"), LAPSE[1])
    with pytest.raises(
        UnusableInputError, match=r"60,000, but the rows of details below it come to 3,000\. That is 20 to"
    ):
        filled(_awards(*split))


SCHWAB_ONE = """\
"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
"11/09/2026 as of 11/05/2026","Sell","XMPL","EXAMPLE CORP","1,000","$25.10","$0.25","$25,099.75"
"11/04/2026 as of 11/02/2026","Stock Plan Activity","XMPL","EXAMPLE CORP","1896","","",""
"11/05/2026","Qualified Dividend","XMPL","EXAMPLE CORP","","","","$12.00"
"11/05/2026","MoneyLink Transfer","","Tfr SAMPLE BANK, 123-45-6789","","","","-$500.00"
"Transactions Total","","","","","","","$24,611.75"
"""


def test_a_date_as_of_another_is_the_trade_date() -> None:
    found, document = filled(SCHWAB_ONE)
    assert _rows(document) == [["2026-11-05", "S", 1000, 25.1]]
    ignored = _ignored(found)
    assert "no gross number" in ignored[3]
    assert "a dividend in cash" in ignored[4]
    assert ignored[5] == 'its action is "MoneyLink Transfer"'
    assert ignored[6] == "it gives no number of shares"
    assert "6789" not in found.content.decode()


def _gains(*rows: list[Any]) -> bytes:
    head = [
        "Record Type", "Symbol", "Plan Type", "Qty.", "Date Acquired", "Date Sold", "Total Proceeds",
        "Proceeds Per Share", "Order Type", "Exercise Date", "Grant Price", "Order Number",
    ]  # fmt: skip
    return workbook({"G&L_Expanded": [head, *rows]})


def test_the_lots_of_a_workbook_of_gains_are_sales() -> None:
    found, document = filled(
        _gains(
            ["Summary", None, None, 560, None, None, 12320, None, None, None, None, None],
            [
                "Sell",
                "XMPL",
                "RS",
                300,
                "09/18/2024",
                "11/05/2026",
                6600,
                22,
                "Sell Restricted Stock",
                None,
                None,
                "77",
            ],
            ["Sell", "XMPL", "RS", 260, "09/18/2025", (46331,), 5720, 22.0, "Sell Restricted Stock", None, None, "77"],
        ),
        name="gains.xlsx",
    )
    assert _rows(document) == [["2026-11-05", "S", 560, 22]]
    assert _ignored(found)[2] == 'its Record Type is "Summary"'
    assert str(found.reconciliation.uses[0].line.source) == 'gains.xlsx: sheet "G&L_Expanded", row 1'


def test_an_option_exercised_on_the_day_of_the_sale_is_an_exercise_too() -> None:
    row = [
        "Sell", "XMPL", "SO", 2000, "11/05/2026", "11/05/2026", 82800, 41.4, "Same-Day Sale", "11/05/2026", 18.25, "78",
    ]  # fmt: skip
    _, document = filled(_gains(row), draft(derivativeTable=[OPTION]), name="gains.xlsx")
    assert _rows(document) == [["2026-11-05", "M", 2000, 18.25], ["2026-11-05", "S", 2000, 41.4]]
    (option,) = document["derivativeTable"]
    assert option["sharesOwnedFollowingTransaction"] == 8000
    assert option["expirationDate"] == "2030-03-01"
    earlier = [*row[:9], "03/05/2026", *row[10:]]
    _, document = filled(_gains(earlier), name="gains.xlsx")
    assert _rows(document) == [["2026-11-05", "S", 2000, 41.4]]


def _history(withheld: int | None, sold: int | None) -> bytes:
    head = [
        "Record Type", "Symbol", "Grant Date", "Granted Qty.", "Withheld Qty.", "Vested Qty.", "Grant Number",
        "Vest Period", "Vest Date", "Released Qty", "Shares Traded for taxes",
    ]  # fmt: skip
    return workbook(
        {
            "ESPP": [["Record Type", "Symbol", "Purchase Date"]],
            "Restricted Stock": [
                head,
                ["Grant", "XMPL", "02-NOV-2024", 9000, 1104, 3000, "G-1"],
                ["Vest Schedule", None, None, None, withheld, 3000, None, 1, "02-NOV-2026", 1896, sold],
                ["Vest Schedule", None, None, None, None, 0, None, 2, "02-NOV-2027", None, None],
            ],
        }
    )


def test_withheld_and_sold_shares_have_columns_of_their_own() -> None:
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    found, document = filled(_history(1104, None), into, name="history.xlsx")
    assert [row[:3] for row in _rows(document)] == [["2026-11-02", "M", 3000], ["2026-11-02", "F", 1104]]
    assert document["nonDerivativeTable"][1]["transactionPricePerShare"].startswith("FILL IN: the fair market value")
    assert _ignored(found)[4] == "nothing vested"
    assert 'history.xlsx: the sheet "ESPP" is not read; no map fits it.' in found.reconciliation.remarks
    _, document = filled(_history(None, 1104), into, name="history.xlsx")
    assert _rows(document) == [["2026-11-02", "M", 3000, 0]]


RELEASES = (
    "Vest Date,Order Number,Plan,Type,Status,Price,Quantity,Net Cash Proceeds,Net Share Proceeds,Tax Payment Method\n"
    "02-Nov-2026,RB1,XMPL Units,Release,Complete,$42.05,14.094,$0.00,6.752,{method}\n"
    "02-Nov-2026,RB1,XMPL Units,Release,Complete,$42.05,14.094,$0.00,6.752,{method}\n"
    "03-Nov-2026,RB2,XMPL Units,Release,Staged,$42.05,14.094,$0.00,6.752,{method}\n"
)


def test_the_same_order_twice_counts_once_and_a_staged_one_not_at_all() -> None:
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    found, document = filled(RELEASES.format(method="Fractional Shares"), into)
    assert _rows(document) == [["2026-11-02", "M", 14.094, 0], ["2026-11-02", "F", 7.342, 42.05]]
    assert _ignored(found)[3] == "it is trades.csv: row 2 again, with the same number"
    assert _ignored(found)[4] == 'its Status is "Staged"'


def test_where_a_file_does_not_say_how_taxes_were_paid_the_user_does() -> None:
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    with pytest.raises(UnusableInputError, match=r"row 2: 7\.342 shares were withheld or sold .* Say which in the map"):
        filled(RELEASES.format(method="Other"), into)
    _, document = filled(RELEASES.format(method="Other"), into, taxes="withheld")
    assert [row[1] for row in _rows(document)] == ["M", "F"]
    _, document = filled(RELEASES.format(method="Sell to cover"), into)
    assert [row[1] for row in _rows(document)] == ["M"]


def test_sales_of_cash_are_not_sales_of_shares() -> None:
    found, document = filled(
        "Execution Date,Order Number,Plan,Type,Order Status,Price,Quantity,Net Amount,Net Share Proceeds,"
        "Tax Payment Method\n"
        '05-Nov-2026,W1,XMPL Units,Sale,Complete,$96.01,-39.972,"$3,830.18",0,N/A\n'
        '05-Nov-2026,W2,Cash,Sale,Complete,$1.00,"-3,830.18","$3,830.18",0,N/A\n'
        "Please note that any sales, transfers, or deposits...\n"
    )
    assert _rows(document) == [["2026-11-05", "S", 39.972, 96.01]]
    assert _ignored(found)[3] == 'its Plan is "Cash"'
    assert found.reconciliation.uses[-1].ignored


FIDELITY = """\
\ufeff

Run Date,Action,Symbol,Description,Type,{columns},Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settled
11/05/2026,YOU SOLD EXAMPLE CORP (XMPL) (Cash),XMPL,EXAMPLE CORP,Cash,{cells},,,,2510,11/06/2026
11/05/2026,DIVIDEND RECEIVED EXAMPLE CORP,XMPL,EXAMPLE CORP,Cash,,,,,,12,11/06/2026

"The data and information in this spreadsheet is provided to you solely for your use, account 123456789."
Date downloaded 11/06/2026 9:30 am
"""


@pytest.mark.parametrize(
    ("columns", "cells"), [("Price ($),Quantity", "25.10,-100"), ("Quantity,Price ($)", "-100,25.10")]
)
def test_columns_count_by_their_names_and_not_by_their_order(columns: str, cells: str) -> None:
    found, document = filled(FIDELITY.format(columns=columns, cells=cells))
    assert _rows(document) == [["2026-11-05", "S", 100, 25.1]]
    assert "123456789" not in found.content.decode()
    assert len(_ignored(found)) == 4


def test_what_was_drafted_passes_the_check_and_each_row_is_proved() -> None:
    found, _ = filled(THINKORSWIM)
    outcome = validate(load(found.content), datetime(2026, 11, 6, 16, 30, tzinfo=UTC))
    assert [each.rule for each in outcome.findings if each.severity.value != "advisory"] == []
    assert {"PR106", "PR107", "PR108", "PR113", "HB107"} & set(outcome.applied) >= {"PR106", "PR107", "PR108", "PR113"}
