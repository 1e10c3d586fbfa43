"""Column maps of a firm, and the same event twice."""

from __future__ import annotations

from typing import Any

import pytest
from broker_files import SIMPLE_MAP, draft, filled, simple, workbook

from form4gen.api.fills import Options, column_maps, fill_draft, fills_lines, shipped_maps
from form4gen.errors import UnusableInputError

DAY = "11/05/2026"
SALE = (DAY, "Sell", "300", "25.10")


@pytest.mark.parametrize(("text", "words"), [
    ("x = ", "This is not TOML"), ("\udcff", "This is not TOML"),
    ("", "It has no map. Begin each with a line [[map]]."), ("maps = 1", "There is no key 'maps'. Did you mean map?"),
    ("map = []", "It has no map"), ("map = [1]", "It has no map"),
    ("[[map]]", "A map has no name"), ('[[map]]\nname = "A"', "[map.columns] lacks day, the trade date."),
    ('[[map]]\nname = "A"\ncolumn = 1', "There is no key 'column'. Did you mean columns?"),
    ('[[map]]\nname = "A"\ncolumns = 1', "columns must be a table, [map.columns]."),
    ('[[map]]\nname = "A"\ncolumns.day = 1', "day in [map.columns] must be a text or a list of texts."),
    ('[[map]]\nname = "A"\ncolumns.zzz = "D"', "There is no role 'zzz'. The roles are day, "),
])  # fmt: skip
def test_a_map_that_cannot_be_used_says_why(text: str, words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        column_maps(text.encode("utf-8", "surrogateescape"), "fills.toml")
    assert str(error.value).startswith("fills.toml")
    assert words in str(error.value)


@pytest.mark.parametrize(("old", "new", "words"), [
    ('"Buy" = "purchase"', '"Buy" = "buy"', "'buy' is not a kind of event. The kinds are purchase, sale,"),
    ('"Buy" = "purchase"', '"Buy" = "purchases"', "Did you mean purchase?"),
    ('"Buy" = "purchase"', '"Buy" = 1', "Buy in [map.events] must be a text."),
    ('name = "Example desk"', 'name = "Example desk"\ndecimal = ";"', 'decimal must be "." or ","'),
    ('name = "Example desk"', 'name = "Example desk"\ndays = "YMD"', 'days must be "MDY" or "DMY"'),
    ('name = "Example desk"', 'name = "Example desk"\ndays = 1', "days must be a text."),
    ('name = "Example desk"', 'name = "Example desk"\nsales_are_negative = 1', "must be true or false."),
    ('name = "Example desk"', 'name = "Example desk"\nevent = "sale"', "Give either a column for action"),
    ('action = "Side"\n', "", "Give either a column for action"),
    ('"withheld"', '"kept"', "In [map.taxes], 'kept' must be 'withheld' or 'sold'."),
    ("[map.ignored]", '[map.titles]\n"A" = "Stock, account no. 1234-5678"\n[map.ignored]', "appears to contain an"),
])  # fmt: skip
def test_each_value_of_a_map_is_checked(old: str, new: str, words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        column_maps(SIMPLE_MAP.replace(old, new, 1).encode(), "fills.toml")
    assert "map 'Example desk'" in str(error.value)
    assert words in str(error.value)


def test_two_maps_of_one_name_are_refused() -> None:
    with pytest.raises(UnusableInputError, match=r"Two maps are named 'Example desk'\. Rename one"):
        column_maps((SIMPLE_MAP * 2).encode(), "fills.toml")


def test_the_shipped_maps_are_those_that_the_page_lists() -> None:
    from pathlib import Path  # noqa: PLC0415

    page = (Path(__file__).parent.parent.parent / "docs" / "fills.md").read_text("utf-8")
    assert [each.name for each in shipped_maps()] == [
        line.split("|")[1].strip() for line in page.split("| map |")[1].split("\n\n")[0].splitlines()[2:]
    ]


def test_the_map_of_a_firm_comes_before_a_shipped_one_and_more_columns_before_fewer() -> None:
    text = "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\n11/05/2026,Sell,XMPL,E,1,25,,25\n"
    own = (
        '[[map]]\nname = "Ours"\n[map.columns]\nday = "Date"\nshares = "Quantity"\naction = "Action"\nprice = "Price"\n'
    )
    own += '[map.events]\n"Sell" = "sale"\n'
    found, _ = filled(text, None, own)
    assert found.reconciliation.maps == (("trades.csv", "Schwab One brokerage account", "shipped with form4gen"),)
    more = own.replace("[map.events]", 'symbol = "Symbol"\namount = "Amount"\nfees = "Fees & Comm"\n[map.events]')
    found, _ = filled(text, None, more)
    assert found.reconciliation.maps == (("trades.csv", "Ours", "fills.toml"),)


def test_a_side_may_be_the_sign_of_the_number() -> None:
    own = '[[map]]\nname = "Signed"\nevent = "purchase or sale"\n[map.columns]\nday = "D"\nshares = "N"\nprice = "P"\n'
    _, document = filled("D,N,P\n11/05/2026,-300,25\n11/05/2026,200,24.9\n", None, own)
    assert [row["transactionCode"] for row in document["nonDerivativeTable"]] == ["P", "S"]
    with pytest.raises(UnusableInputError, match=r"row 2: N: a trade of 0"):
        filled("D,N,P\n11/05/2026,0,25\n", None, own)


def _two(first: str, second: str, into: bytes | None = None, **options: Any) -> Any:
    files = [("a.csv", first.encode()), ("b.csv", second.encode())]
    return fill_draft(into or draft(), files, column_maps(SIMPLE_MAP.encode(), "fills.toml"), Options(**options))


def test_the_same_event_in_two_files_counts_once_only_if_the_user_says_so() -> None:
    with pytest.raises(UnusableInputError) as error:
        _two(simple(SALE), simple(SALE, (DAY, "Sell", "1", "25")))
    assert str(error.value).startswith("b.csv: row 2: 300 on Nov 5, 2026 (code S) is in a.csv (file 1) already.")
    ignored = _two(simple(SALE), simple(SALE, (DAY, "Sell", "1", "25")), repeated="ignore")
    assert ignored.reconciliation.sums[0].shares_read == 301
    assert ignored.reconciliation.uses[3].ignored == "it is in a.csv (file 1) already"
    used = _two(simple(SALE), simple(SALE), repeated="use")
    assert used.reconciliation.sums[0].shares_read == 600


def test_two_exports_that_divide_a_sale_differently_are_noticed() -> None:
    halves = simple((DAY, "Sell", "100", "25.10"), (DAY, "Sell", "200", "25.10"))
    with pytest.raises(
        UnusableInputError, match=r"b\.csv has 300 on Nov 5, 2026 \(code S\), and a\.csv .* has as many"
    ):
        _two(simple(SALE), halves)


def test_the_same_file_is_not_drafted_twice_into_one_draft() -> None:
    once, _ = filled(simple(SALE), None, SIMPLE_MAP)
    with pytest.raises(UnusableInputError, match=r"row 2: 300 on Nov 5, 2026 \(code S\) is in the draft already"):
        filled(simple(SALE), once.content, SIMPLE_MAP)
    with pytest.raises(UnusableInputError, match=r"(?s)No row of .* 1 ignored because it is in the draft already"):
        filled(simple(SALE), once.content, SIMPLE_MAP, repeated="ignore")
    twice, document = filled(simple(SALE), once.content, SIMPLE_MAP, repeated="use")
    assert [row["sharesOwnedFollowingTransaction"] for row in document["nonDerivativeTable"]] == [12_700, 12_400]
    assert [each.get("place") for each in document["context"]["tradeConfirmations"]] == [None, None]
    assert len(twice.reconciliation.placed) == 1


def test_two_sheets_with_the_same_trades_count_once_only_if_the_user_says_so() -> None:
    rows = [["Trade Date", "Side", "Quantity", "Price"], [DAY, "Sell", 300, 25.1]]
    book = workbook({"All": rows, "November": rows})
    with pytest.raises(
        UnusableInputError, match=r'sheet "November", row 2: 300 .* is in trades\.xlsx, sheet "All" already'
    ):
        filled(book, None, SIMPLE_MAP, name="trades.xlsx")
    found, document = filled(book, None, SIMPLE_MAP, name="trades.xlsx", repeated="ignore")
    assert document["nonDerivativeTable"][0]["transactionShares"] == 300
    assert '  sheet "All", row 2: used in Table I, row 1 (sale of 300 at $25.10 on Nov 5, 2026)' in fills_lines(found)


def test_the_rows_of_two_files_are_told_apart() -> None:
    found = _two(simple(SALE), simple((DAY, "Sell", "1", "25")))
    assert [line for line in fills_lines(found) if "used in" in line] == [
        "  a.csv, row 2: used in Table I, row 1 (sale of 300 at $25.10 on Nov 5, 2026)",
        "  b.csv, row 2: used in Table I, row 1 (sale of 1 at $25.00 on Nov 5, 2026)",
    ]


def test_equal_fills_of_one_file_are_all_used_unless_their_numbers_are_the_same() -> None:
    found, _ = filled(simple(SALE, SALE), None, SIMPLE_MAP)
    assert found.reconciliation.sums[0].shares_read == 600
    rows = simple((*SALE, "X1"), (*SALE, "X1"), (*SALE, "X2"), header="Trade Date,Side,Quantity,Price,Exec ID")
    found, _ = filled(rows, None, SIMPLE_MAP)
    assert found.reconciliation.sums[0].shares_read == 600
    assert found.reconciliation.uses[2].ignored == "it is trades.csv: row 2 again, with the same number"


@pytest.mark.parametrize(("into", "words"), [
    (b"<ownershipDocument/>", "The draft must be form4gen's JSON"),
    (b'{"documentType": "4", "remarks": 1}', "The draft is not yet a filing: "),
    (b'{"documentType": "4", "ccc": "abcd#123"}', "The draft contains a CCC"),
])  # fmt: skip
def test_a_draft_that_cannot_get_rows_says_why(into: bytes, words: str) -> None:
    with pytest.raises(UnusableInputError, match=words):
        filled(simple(SALE), into, SIMPLE_MAP)
