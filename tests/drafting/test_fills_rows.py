"""Fills become the rows of the form: ranges of less than a dollar, averages, footnotes, balances and confirmations."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from broker_files import HELD, OPTION, SIMPLE_MAP, UNIT_NOTES, UNITS, draft, filled, simple
from hypothesis import given
from hypothesis import strategies as st

from form4gen import load
from form4gen.accounts.confirmations import lots
from form4gen.accounts.ledger import ledger
from form4gen.api.fills import Filled, Given, column_maps, fill_draft, fills_json, fills_lines
from form4gen.drafting.fills.reconciliation import Reconciliation
from form4gen.errors import BrokenRuleError, UnusableInputError

DAY = "11/05/2026"


def fills(*rows: tuple[str, ...], into: bytes | None = None, **options: Any) -> tuple[Filled, dict[str, Any]]:
    return filled(simple(*rows), into, SIMPLE_MAP, **options)


def table(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (row["transactionDate"], row["transactionCode"], row["transactionShares"], price(row))
        for row in document["nonDerivativeTable"]
        if row["kind"] == "transaction"
    ]


def price(row: dict[str, Any]) -> Any:
    cell = row["transactionPricePerShare"]
    return cell["value"] if isinstance(cell, dict) else cell


def test_the_fills_of_a_day_and_side_are_one_row_at_their_average() -> None:
    found, document = fills(
        (DAY, "Sell", "300", "25.10"), (DAY, "Sell", "200", "25.30"), (DAY, "Buy", "10", "25"),
        ("11/04/2026", "Sell", "5", "9"),
    )  # fmt: skip
    assert table(document) == [
        ("2026-11-04", "S", 5, 9),
        ("2026-11-05", "P", 10, 25),
        ("2026-11-05", "S", 500, 25.18),
    ]
    assert [row["sharesOwnedFollowingTransaction"] for row in document["nonDerivativeTable"]] == [
        12_995,
        13_005,
        12_505,
    ]
    assert document["periodOfReport"] == "2026-11-04"
    note = document["footnotes"]["F1"]
    assert "sold in multiple transactions at prices ranging from $25.10 to $25.30, inclusive" in note
    assert "undertakes to provide" in note
    assert document["nonDerivativeTable"][1]["transactionPricePerShare"] == 25
    assert len(document["context"]["tradeConfirmations"]) == 4
    assert found.reconciliation.agrees


@pytest.mark.parametrize(("high", "rows"), [("25.9999", 1), ("26.00", 2), ("26.0001", 2)])
def test_a_row_covers_prices_that_are_less_than_a_dollar_apart(high: str, rows: int) -> None:
    _, document = fills((DAY, "Sell", "100", "25.00"), (DAY, "Sell", "100", high))
    assert len(table(document)) == rows


def test_a_single_price_needs_no_footnote() -> None:
    _, document = fills((DAY, "Sell", "100", "25.00"), (DAY, "Sell", "200", "25"))
    assert table(document) == [("2026-11-05", "S", 300, 25)]
    assert document["footnotes"] == {}


def test_an_average_has_the_four_decimals_that_edgar_takes() -> None:
    found, document = fills((DAY, "Buy", "1", "10.00"), (DAY, "Buy", "2", "10.10"))
    assert table(document) == [("2026-11-05", "P", 3, 10.0667)]
    assert found.reconciliation.placed[0].group.arithmetic == "(1 x $10.00 + 2 x $10.10) / 3 is about $10.0667"
    _, document = fills((DAY, "Buy", "10", "10.123456"))
    assert table(document) == [("2026-11-05", "P", 10, 10.1235)]


def test_many_prices_are_shown_by_their_sum() -> None:
    found, _ = fills(*((DAY, "Buy", "1", f"10.0{cent}") for cent in range(8)))
    assert found.reconciliation.placed[0].group.arithmetic == "8 prices: $80.28 / 8 = $10.035"


def test_everything_else_in_the_draft_stays_as_it_is() -> None:
    into = draft(remarks="A remark.  With blanks.", exhibits=[])
    found, document = fills((DAY, "Sell", "300", "25.10"), into=into)
    before = json.loads(into)
    changed = {"nonDerivativeTable", "periodOfReport", "context"}
    assert {key for key in document if document[key] != before.get(key)} == changed
    assert document["context"]["filedAt"] == before["context"]["filedAt"]
    begin = into.index(b'"nonDerivativeTable"')
    assert found.content[:begin] == into[:begin]


def test_a_byte_order_mark_and_the_line_ends_of_the_draft_stay() -> None:
    into = b"\xef\xbb\xbf" + draft().replace(b"\n", b"\r\n")
    content = simple((DAY, "Sell", "300", "25.10")).encode()
    after = fill_draft(into, [("trades.csv", content)], column_maps(SIMPLE_MAP.encode(), "fills.toml")).content
    assert after.startswith(b"\xef\xbb\xbf{\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_row_of_a_starting_document_is_filled_in() -> None:
    blank = {
        "kind": "transaction",
        "securityTitle": "Common Stock",
        "transactionDate": "FILL IN: the date of the trade, YYYY-MM-DD",
        "transactionCode": "S",
        "transactionShares": "FILL IN: the number",
        "transactionAcquiredDisposedCode": "D",
        "sharesOwnedFollowingTransaction": "FILL IN: the number owned after the transaction",
        "directOrIndirectOwnership": "FILL IN: D or I",
    }
    into = draft(HELD | {"securityTitle": "Series A Preferred Stock"}, blank)
    _, document = fills(
        (DAY, "Sell", "300", "25.10"), (DAY, "Sell", "300", "27.10"), into=into, given=Given("Common Stock")
    )
    assert [row["kind"] for row in document["nonDerivativeTable"]] == ["holding", "transaction", "transaction"]
    assert document["nonDerivativeTable"][1]["sharesOwnedFollowingTransaction"].startswith("FILL IN: ")
    _, document = fills(
        (DAY, "Sell", "300", "25.10"), into=into, given=Given("Common Stock", held=Decimal(1000), is_direct=True)
    )
    assert document["nonDerivativeTable"][1]["sharesOwnedFollowingTransaction"] == 700


def test_rows_continue_the_transactions_of_the_draft() -> None:
    row = {
        "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-11-04", "transactionCode": "S",
        "transactionShares": 100, "transactionPricePerShare": 25, "transactionAcquiredDisposedCode": "D",
        "sharesOwnedFollowingTransaction": 900, "directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust",
    }  # fmt: skip
    _, document = fills((DAY, "Sell", "300", "25.10"), into=draft(row, periodOfReport="2026-11-04"))
    added = document["nonDerivativeTable"][1]
    assert (added["sharesOwnedFollowingTransaction"], added["natureOfOwnership"]) == (600, "By Trust")
    assert document["periodOfReport"] == "2026-11-04"
    assert "place" not in document["context"]["tradeConfirmations"][0]
    _, document = fills((DAY, "Sell", "300.000", "25.10"), into=draft(row))
    assert document["periodOfReport"] == "2026-11-04"
    assert document["nonDerivativeTable"][1]["transactionShares"] == 300
    later = draft(row | {"transactionDate": "2026-11-06"}, periodOfReport="2026-11-06")
    with pytest.raises(
        UnusableInputError, match=r"Table I, row 1 of the draft is of Nov 6, 2026, later than Nov 5, 2026"
    ):
        fills((DAY, "Sell", "300", "25.10"), into=later)
    found, _ = fills((DAY, "Sell", "300", "25.10"), into=later, given=Given(held=Decimal(1000)))
    assert "correct periodOfReport" in found.reconciliation.remarks[0]


def test_a_fill_names_its_row_where_the_draft_has_others_of_its_day() -> None:
    row = {
        "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-11-05", "transactionCode": "S",
        "transactionShares": 100, "transactionPricePerShare": 25.1, "transactionAcquiredDisposedCode": "D",
        "sharesOwnedFollowingTransaction": 900, "directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust",
    }  # fmt: skip
    _, document = fills((DAY, "Sell", "300", "25.10"), into=draft(HELD, row), given=Given(is_direct=True))
    assert document["context"]["tradeConfirmations"][0]["place"] == "/nonDerivativeTable/0"


def test_the_class_and_the_form_of_ownership_must_be_clear() -> None:
    trust = HELD | {"directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    sale = (DAY, "Sell", "300", "25.10")
    with pytest.raises(UnusableInputError, match=r"several holdings of Common Stock: direct, By Trust\. Say which one"):
        fills(sale, into=draft(HELD, trust))
    _, document = fills(sale, into=draft(HELD, trust), given=Given(nature="By Trust"))
    assert [row["kind"] for row in document["nonDerivativeTable"]] == ["holding", "transaction"]
    with pytest.raises(UnusableInputError, match=r"several classes: Common Stock, Class B Stock\. Say which one"):
        fills(sale, into=draft(HELD, HELD | {"securityTitle": "Class B Stock"}))
    empty = draft(nonDerivativeTable=[])
    with pytest.raises(UnusableInputError, match=r"names no class of securities\. Add the holding"):
        fills(sale, into=empty)
    found, document = fills(sale, into=draft(nonDerivativeTable=[], derivativeTable=[OPTION]))
    assert document["nonDerivativeTable"][0]["securityTitle"] == "Common Stock"
    assert ("ownership direct", "assumed, because the draft has no holding of the class") in found.reconciliation.taken


def test_a_title_or_nature_with_an_account_number_is_refused() -> None:
    with pytest.raises(UnusableInputError, match=r"The nature \(--nature\) appears to contain an account number"):
        fills((DAY, "Sell", "300", "25.10"), given=Given(nature="By Trust, account no. 1234-5678"))


def test_nothing_is_sold_that_is_not_held() -> None:
    fills((DAY, "Sell", "13000", "25.10"))
    with pytest.raises(
        UnusableInputError, match=r"On Nov 5, 2026 13,001 Common Stock go \(code S\), but only 13,000 are"
    ):
        fills((DAY, "Sell", "13001", "25.10"))


def test_more_rows_than_edgar_takes_need_several_forms() -> None:
    rows = [(DAY, "Sell", "1", str(price)) for price in range(10, 40)]
    assert len(table(fills(*rows)[1])) == 30
    with pytest.raises(UnusableInputError, match=r"Table I would have 31 rows, and EDGAR takes 30\."):
        fills(*rows, (DAY, "Sell", "1", "40"))
    assert len(table(fills(*rows, (DAY, "Sell", "1", "40"), split=True)[1])) == 31


def test_only_the_days_that_are_wanted_are_drafted() -> None:
    found, document = fills(
        (DAY, "Sell", "1", "25"), ("11/04/2026", "Sell", "2", "25"), days=frozenset({date(2026, 11, 4)})
    )
    assert table(document) == [("2026-11-04", "S", 2, 25)]
    assert found.reconciliation.uses[1].ignored == "Nov 5, 2026 is not selected"


AWARDS = "Trade Date,Side,Quantity,Price,Withheld,Net,FMV,Strike"


def awards(*rows: tuple[str, ...], into: bytes, **options: Any) -> tuple[Filled, dict[str, Any]]:
    return filled(simple(*rows, header=AWARDS), into, SIMPLE_MAP, **options)


def test_an_exercise_draws_on_the_option_with_its_price() -> None:
    into = draft(derivativeTable=[OPTION, OPTION | {"conversionOrExercisePrice": 20}])
    rows = (
        (DAY, "Exercise", "2000", "", "500", "1500", "41.40", "18.25"),
        (DAY, "Sell", "1500", "41.40", "", "", "", ""),
    )
    found, document = awards(*rows, into=into)
    assert table(document)[0] == ("2026-11-05", "M", 2000, 18.25)
    assert [row["sharesOwnedFollowingTransaction"] for row in document["nonDerivativeTable"]] == [
        15_000,
        14_500,
        13_000,
    ]
    assert [row["kind"] for row in document["derivativeTable"]] == ["transaction", "holding"]
    assert document["derivativeTable"][0]["sharesOwnedFollowingTransaction"] == 8000
    assert [use.rows for use in found.reconciliation.uses[1:]] == [
        ("Table I, row 1", "Table II, row 1", "Table I, row 2"),
        ("Table I, row 3",),
    ]


def test_the_terms_of_an_award_that_the_draft_does_not_have_are_to_be_entered() -> None:
    found, document = awards((DAY, "Exercise", "2000", "", "", "", "", "18.25"), into=draft())
    row = document["derivativeTable"][0]
    assert row["conversionOrExercisePrice"] == 18.25
    assert row["exerciseDate"].startswith("FILL IN: ")
    assert row["sharesOwnedFollowingTransaction"].startswith("FILL IN: ")
    assert "Table II of the draft has no line of options at $18.25" in found.reconciliation.remarks[0]
    two = draft(derivativeTable=[UNITS, UNITS | {"securityTitle": "Performance Units"}], footnotes=UNIT_NOTES)
    found, document = awards((DAY, "Vest", "100", "", "", "", "", ""), into=two)
    assert "has 2 lines of stock units" in found.reconciliation.remarks[0]
    assert document["derivativeTable"][2]["securityTitle"] == "Restricted Stock Units"


def test_two_vests_draw_on_the_same_units_one_after_the_other() -> None:
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    rows = ((DAY, "Vest", "100", "", "40", "60", "25", ""), ("11/06/2026", "Vest", "200", "", "80", "120", "26", ""))
    _, document = awards(*rows, into=into)
    assert [row["sharesOwnedFollowingTransaction"] for row in document["derivativeTable"]] == [8900, 8700]
    assert [row[1] if isinstance(row[1], str) else row[1]["value"] for row in table(document)] == ["M", "F", "M", "F"]
    with pytest.raises(
        UnusableInputError, match=r"9,001 of the awards in Table II vest or are exercised, but only 9,000"
    ):
        awards((DAY, "Vest", "9001", "", "", "", "", ""), into=into)


@pytest.mark.parametrize(("row", "words"), [
    ((DAY, "Vest", "100", "", "40", "50", "25", ""), "50 left + 40 for taxes = 90, but the event is of 100"),
    ((DAY, "Vest", "100", "", "101", "", "25", ""), "101 of 100 shares for taxes"),
    ((DAY, "Vest", "100", "", "-1", "", "25", ""), "-1 is negative"),
    ((DAY, "Vest", "100", "", "40", "60", "0", ""), "FMV: a market value of 0 per share"),
    ((DAY, "Exercise", "0", "", "", "", "", "18"), "an exercise of 0"),
    ((DAY, "Exercise", "10", "", "", "", "", ""), "Strike: an exercise without an exercise price"),
    ((DAY, "Vest", "", "", "", "", "", ""), "an event without a number of shares"),
    ((DAY, "Vest", "10", "", "", "11", "", ""), "11 are left of 10. If one of the numbers is restated"),
])  # fmt: skip
def test_the_parts_of_a_vest_or_exercise_must_agree(row: tuple[str, ...], words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        awards(row, into=draft())
    assert words in str(error.value)
    assert str(error.value).startswith("trades.csv: row 2: ")


@pytest.mark.parametrize(("cells", "words"), [
    (("", "Sell", "1", "25"), "row 2: Trade Date: the day is blank"),
    (("soon", "Sell", "1", "25"), "row 2: Trade Date: 'soon' is not a day. Correct the cell"),
    (("13/11/2026", "Sell", "1", "25"), "'13/11/2026' is not a day in the order MDY. If the file writes DMY"),
    ((DAY, "Sell", "0", "25"), "row 2: Quantity: a sale of 0. Correct the number, or delete the row."),
    ((DAY, "Sell", "-1", "25"), "row 2: Quantity: -1 for a sale. In this kind of file every number is positive"),
    ((DAY, "Buy", "", "25"), "row 2: Quantity: a purchase without a number. Enter it, or delete the row."),
    ((DAY, "Buy", "1", ""), "row 2: Price: a purchase without a price."),
    ((DAY, "Buy", "1", "0"), "row 2: Price: a purchase at 0. A price is more than 0. Correct it."),
    ((DAY, "Buy", "1", "-2"), "row 2: Price: a purchase at -2."),
    ((DAY, "Buy", "=cmd|' /C calc'!A0", "25"), "row 2: Quantity: \"=cmd|' /C calc'!A0\" is a formula."),
    (("=NOW()", "Buy", "1", "25"), "row 2: Trade Date: '=NOW()' is a formula."),
    ((DAY, "Buy", "1", "\u20ac25"), "row 2: Price: '\u20ac25' is not a number of U.S. dollars"),
    ((DAY, "Buy", "many", "25"), "row 2: Quantity: 'many' is not a number. Correct the cell, or map another column."),
    ((DAY, "Swap", "1", "25"), "row 2: Side: 'Swap' is not an action that the map 'Example desk' knows. Add it"),
    ((DAY, "", "1", "25"), "row 2: Side: it is blank. Add it to [map.events] or [map.ignored], or correct the cell."),
])  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_place_and_the_remedy(cells: tuple[str, ...], words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        fills(cells)
    assert words in str(error.value)
    assert str(error.value).startswith("trades.csv: row 2: ")


def test_rows_that_are_no_transactions_are_ignored_for_a_reason() -> None:
    found, _ = fills(
        (DAY, "Sell", "1", "25"), (DAY, "Dividend", "", ""), (DAY, "Wire", "", ""), (DAY, "Journal", "5", ""),
        ("Total", "", "1", "25"), ("Prepared for account 123-45-6789",),
    )  # fmt: skip
    assert [use.ignored for use in found.reconciliation.uses[2:]] == [
        "a dividend in cash is no transaction in shares",
        'its action is "Wire"',
        'its action is "Journal", and it has no price',
        "it is a total",
        "it gives no number of shares",
    ]


def test_a_file_without_a_transaction_says_why() -> None:
    with pytest.raises(UnusableInputError, match=r"(?s)No row of trades\.csv .* 1 ignored because a dividend in cash"):
        fills((DAY, "Dividend", "", ""))


def test_trades_of_another_issuer_are_ignored() -> None:
    header = "Trade Date,Side,Quantity,Price,Ticker"
    rows = ((DAY, "Sell", "1", "25", "XMPL"), (DAY, "Sell", "1", "25", "OTHR"))
    found, _ = filled(simple(*rows, header=header), None, SIMPLE_MAP)
    assert found.reconciliation.uses[2].ignored == "its symbol is OTHR, and the issuer's is XMPL"
    unnamed = draft(issuer={"issuerCik": "0009990001", "issuerName": "Example Corp"})
    with pytest.raises(UnusableInputError, match=r"has trades in XMPL, OTHR\. Give the issuer's symbol in the draft"):
        filled(simple(*rows, header=header), unnamed, SIMPLE_MAP)
    found, _ = filled(simple(rows[0], header=header), unnamed, SIMPLE_MAP)
    assert len(found.reconciliation.placed) == 1


def test_classes_have_rows_and_balances_of_their_own() -> None:
    header = "Trade Date,Side,Quantity,Price,Class"
    titles = SIMPLE_MAP + '[map.titles]\n"A" = "Class A Stock"\n"B" = "Class B Stock"\n'
    into = draft(HELD | {"securityTitle": "Class A Stock"}, HELD | {"securityTitle": "Class B Stock"})
    rows = ((DAY, "Sell", "1", "25", "A"), (DAY, "Sell", "2", "25.1", "B"))
    _, document = filled(simple(*rows, header=header), into, titles)
    assert [row["securityTitle"] for row in document["nonDerivativeTable"]] == ["Class A Stock", "Class B Stock"]
    assert [row["sharesOwnedFollowingTransaction"] for row in document["nonDerivativeTable"]] == [12_999, 12_998]
    assert document["context"]["tradeConfirmations"][1]["securityTitle"] == "Class B Stock"
    mixed = SIMPLE_MAP + '[map.titles]\n"A" = "Common Stock"\n'
    both, document = filled(simple(*rows, header=header), None, mixed, given=Given(held=Decimal(1000)))
    assert [row["sharesOwnedFollowingTransaction"] for row in document["nonDerivativeTable"]] == [998, 997]
    assert both.reconciliation.agrees
    with pytest.raises(
        UnusableInputError, match=r"The number held before \(--held\) is of one class, and the file has several"
    ):
        filled(simple(*rows, header=header), into, titles, given=Given(held=Decimal(5)))


def test_the_dollars_of_a_row_must_agree_with_number_and_price() -> None:
    header = "Trade Date,Side,Quantity,Price,Gross,Fees"
    for gross, fees in (("2510.00", ""), ("2509.99", ""), ("2512.51", "2.00"), ("-2510", "")):
        filled(simple((DAY, "Sell", "100", "25.10", gross, fees), header=header), None, SIMPLE_MAP)
    with pytest.raises(UnusableInputError, match=r"Gross: 100 x \$25\.10 = \$2,510\.00, but the row says \$251\.00"):
        filled(simple((DAY, "Sell", "100", "25.10", "251.00", ""), header=header), None, SIMPLE_MAP)


def test_the_footnotes_of_the_draft_keep_their_numbers() -> None:
    into = draft(footnotes={"F1": "A note.", "F3": "FILL IN: a note"})
    rows = [
        (DAY, "Sell", "300", "25.10"),
        (DAY, "Sell", "200", "25.30"),
        (DAY, "Sell", "1", "27"),
        (DAY, "Sell", "1", "27.5"),
    ]
    _, document = fills(*rows, into=into)
    assert list(document["footnotes"]) == ["F1", "F3", "F2", "F4"]
    full = draft(footnotes={f"F{number}": "A note." for number in range(1, 100)})
    with pytest.raises(UnusableInputError, match="More than 99 footnotes would be needed"):
        fills(*rows, into=full)


def test_tables_and_notes_that_a_draft_lacks_are_added() -> None:
    document = {
        key: value
        for key, value in json.loads(draft()).items()
        if key not in ("derivativeTable", "footnotes", "context")
    }
    into = json.dumps(document).encode()
    _, after = awards(
        (DAY, "Vest", "100", "", "40", "60", "25", ""), (DAY, "Sell", "60", "25", "", "", "", ""), into=into
    )
    assert len(after["derivativeTable"]) == 1
    assert len(after["footnotes"]) == 2
    assert len(after["context"]["tradeConfirmations"]) == 1
    _, after = fills((DAY, "Sell", "60", "25"), into=into)
    assert after.keys().isdisjoint({"derivativeTable", "footnotes"})


def test_overrides_that_name_rows_which_moved_are_pointed_out() -> None:
    other = HELD | {"securityTitle": "Class B Stock"}
    override = {"rule": "PR109", "place": "/nonDerivativeTable/1", "reason": "Checked.", "by": "J. Sample"}
    rows = ((DAY, "Sell", "1", "25"), (DAY, "Sell", "1", "27"))
    found, _ = fills(*rows, into=draft(HELD, other, overrides=[override]), given=Given("Common Stock"))
    assert "Rows of the draft moved" in found.reconciliation.remarks[0]
    found, _ = fills(*rows, into=draft(other, overrides=[override]), given=Given("Common Stock"))
    assert found.reconciliation.remarks == ()


def test_ten_thousand_fills_are_few_rows() -> None:
    rows = [(DAY, "Sell", "1", f"25.{number % 300:03}") for number in range(10_000)]
    found, document = fills(*rows)
    assert len(table(document)) == 1
    assert len(document["context"]["tradeConfirmations"]) == 10_000
    text = "\n".join(fills_lines(found))
    assert "rows 2-10001: used in Table I, row 1 (10000 sales of 10,000)" in text
    with pytest.raises(UnusableInputError, match=r"The file has 20,001 fills; one draft takes 20,000"):
        fills(*([(DAY, "Sell", "1", "25")] * 20_001))


def test_the_reconciliation_shows_each_row_and_the_sums() -> None:
    found, _ = fills((DAY, "Sell", "300", "25.10"), (DAY, "Sell", "200", "25.30"), (DAY, "Dividend", "", ""))
    assert list(fills_lines(found)) == [
        'trades.csv: read with the map "Example desk" (fills.toml)',
        "",
        "Rows of the file",
        "",
        "  row 1: ignored because it is the header",
        "  rows 2-3: used in Table I, row 1 (2 sales of 500)",
        "  row 4: ignored because a dividend in cash is no transaction in shares",
        "",
        "Rows of the form",
        "",
        "  Table I, row 1: Nov 5, 2026, S, 500 at $25.18, average of $25.10 to $25.30; 12,500 owned after",
        "      (300 x $25.10 + 200 x $25.30) / 500 = $25.18",
        "",
        "Sums",
        "",
        "  code S: 2 sales of 500, $12,590.00; in the draft 500, $12,590.00",
        "",
        "Taken over, with the source (rows of the draft as it was)",
        "",
        "  Common Stock - from Table I, row 1",
        "  ownership direct - from Table I, row 1",
        "  13,000 held before - from Table I, row 1",
        "  period of report Nov 5, 2026 - from the first transaction",
    ]
    document = json.loads(fills_json(found, "draft.json"), parse_float=Decimal)
    assert document["rows"][1] == {
        "file": "trades.csv",
        "sheet": None,
        "row": 2,
        "usedIn": ["Table I, row 1"],
        "ignoredBecause": None,
        "transactions": [{"code": "S", "date": "2026-11-05", "shares": 300, "price": Decimal("25.10")}],
    }
    assert document["sums"][0]["agrees"] is True
    assert document["form"][0]["low"] == Decimal("25.10")


PRICES = st.decimals(min_value="0.01", max_value="400", places=4)
SHARES = st.decimals(min_value="0.0001", max_value="9999", places=4)
FILLS = st.tuples(st.sampled_from((DAY, "11/04/2026")), st.sampled_from(("Buy", "Sell")), SHARES, PRICES)


@given(st.lists(FILLS, min_size=1, max_size=40))
def test_fills_to_rows_and_back_are_exact(rows: list[tuple[str, str, Decimal, Decimal]]) -> None:
    typed = [(day, side, f"{shares:f}", f"{price:f}") for day, side, shares, price in rows]
    found, document = fills(*typed, split=True, given=Given(held=Decimal(10_000_000)))
    filing = load(found.content).filing
    assert filing is not None
    back = Counter(
        (str(each.transaction_date), each.transaction_code, each.transaction_shares, each.transaction_price_per_share)
        for each in filing.context.trade_confirmations
    )
    days = {DAY: "2026-11-05", "11/04/2026": "2026-11-04"}
    assert back == Counter(
        (days[day], "P" if side == "Buy" else "S", shares, price) for day, side, shares, price in rows
    )
    assert all(lot.agrees and len(lot.rows) == 1 for lot in lots(filing))
    assert all(lot.high - lot.low < 1 for lot in lots(filing))
    assert not any(step.is_off for account in ledger(filing) for step in account.steps)
    assert found.reconciliation.agrees
    assert {id(leg) for placed in found.reconciliation.placed for leg in placed.group.legs} == {
        id(leg) for use in found.reconciliation.uses for leg in use.line.legs
    }
    assert sum(row[2] for row in table(document)) == pytest.approx(float(sum(row[2] for row in rows)))


def test_a_column_that_the_file_does_not_have_is_missed_at_its_row() -> None:
    with pytest.raises(UnusableInputError, match=r"trades\.csv: row 2: an exercise without an exercise price"):
        fills((DAY, "Exercise", "10", "1"))


def test_a_row_of_table_ii_that_is_to_be_filled_in_gets_the_exercise() -> None:
    blank = {
        "kind": "transaction",
        "securityTitle": "Employee Stock Option",
        "transactionDate": "FILL IN: the date of the trade, YYYY-MM-DD",
        "transactionCode": "M",
        "conversionOrExercisePrice": "FILL IN: the price",
        "expirationDate": "2030-03-01",
    }
    _, document = awards((DAY, "Exercise", "2000", "", "", "", "", "18.25"), into=draft(derivativeTable=[blank]))
    (row,) = document["derivativeTable"]
    assert (row["securityTitle"], row["conversionOrExercisePrice"]) == ("Employee Stock Option", 18.25)
    assert (row["expirationDate"], row["transactionShares"]) == ("2030-03-01", 2000)
    assert row["exerciseDate"].startswith("FILL IN: ")


def test_rows_without_a_class_do_not_make_it_unclear() -> None:
    unnamed = {key: value for key, value in HELD.items() if key != "securityTitle"}
    option = {key: value for key, value in OPTION.items() if key != "underlyingSecurityTitle"}
    _, document = fills((DAY, "Sell", "1", "25"), into=draft(unnamed, HELD))
    assert document["nonDerivativeTable"][1]["transactionShares"] == 1
    _, document = fills((DAY, "Sell", "1", "25"), into=draft(nonDerivativeTable=[], derivativeTable=[option, OPTION]))
    assert document["nonDerivativeTable"][0]["securityTitle"] == "Common Stock"
    _, document = fills((DAY, "Sell", "1", "25"), given=Given(nature="By Trust, j.sample@example.com"))
    assert document["nonDerivativeTable"][1]["natureOfOwnership"] == "By Trust, j.sample@example.com"


def test_the_reconciliation_shows_withholdings_without_a_price_and_what_to_do() -> None:
    header = "Trade Date,Side,Quantity,Price,Withheld,Sold"
    rows = ((DAY, "Vest", "100", "", "40", ""), ("11/06/2026", "Vest", "100", "", "", "30"))
    found, _ = filled(simple(*rows, header=header), None, SIMPLE_MAP)
    lines = list(fills_lines(found))
    assert (
        "  row 2: used in Table I, rows 1 and 2; Table II, row 1 (vest or exercise of 100 at $0 on "
        "Nov 5, 2026; withholding of 40 on Nov 5, 2026)"
    ) in lines
    assert "  Table I, row 2: Nov 5, 2026, F, 40 at price to enter; 13,060 owned after" in lines
    assert "  code F: 1 withholding of 40, price to enter; in the draft 40" in lines
    to_do = lines[lines.index("To do") + 2 :]
    assert to_do[0] == "  Table II of the draft has no line of stock units: enter their terms and the number left."
    assert to_do[1].startswith("  30 shares were sold for taxes, and the files have sales of 0: add the broker's")


def test_shares_sold_for_taxes_that_a_sale_reports_need_nothing_more() -> None:
    header = "Trade Date,Side,Quantity,Price,Withheld,Sold"
    rows = ((DAY, "Vest", "100", "", "", "30"), (DAY, "Sell", "30", "25", "", ""))
    into = draft(derivativeTable=[UNITS], footnotes=UNIT_NOTES)
    found, document = filled(simple(*rows, header=header), into, SIMPLE_MAP)
    assert found.reconciliation.remarks == ()
    assert [row[1] for row in table(document)] == ["M", "S"]


def test_rows_and_confirmations_of_the_draft_that_do_not_agree_are_pointed_out() -> None:
    row = {
        "kind": "transaction", "securityTitle": "Common Stock", "transactionDate": "2026-11-05", "transactionCode": "S",
        "transactionShares": 100, "transactionPricePerShare": 25, "transactionAcquiredDisposedCode": "D",
        "sharesOwnedFollowingTransaction": 900, "directOrIndirectOwnership": "D",
    }  # fmt: skip
    day_and_code = {"transactionDate": "2026-11-05", "transactionCode": "S"}
    fill = day_and_code | {"transactionShares": 90, "transactionPricePerShare": 25}
    into = draft(row, periodOfReport="2026-11-05", context={"tradeConfirmations": [fill]})
    found, _ = fills((DAY, "Sell", "300", "25"), into=into)
    assert found.reconciliation.remarks == (
        "Table I, rows 1-2: the rows and trade confirmations of the draft do not agree (PR113).",
    )


def test_rows_that_do_not_agree_with_the_file_are_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reconciliation, "agrees", property(lambda _: False))
    with pytest.raises(BrokenRuleError, match=r"do not agree with the file\. Nothing was written"):
        fills((DAY, "Sell", "300", "25.10"))


def test_a_sum_that_differs_does_not_agree() -> None:
    found, _ = fills((DAY, "Sell", "300", "25.10"))
    (each,) = found.reconciliation.sums
    assert each.agrees
    assert not each._replace(shares_written=each.shares_read + 1).agrees
    assert not each._replace(dollars_written=Decimal(0)).agrees
