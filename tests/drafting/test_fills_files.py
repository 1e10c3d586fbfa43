"""Files of every kind: encodings, delimiters, decimal marks, days, and what is no list of trades."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from broker_files import SIMPLE_MAP, draft, filled, simple, workbook, worksheet, zipped
from hypothesis import given
from hypothesis import strategies as st

from form4gen.drafting.fills import container, text_file
from form4gen.drafting.fills.reading import sheets_of
from form4gen.drafting.fills.sheets import check_size
from form4gen.drafting.fills.values import UnreadableError, amount, day, shown
from form4gen.errors import Form4genError, UnusableInputError

PLAIN = simple(("11/05/2026", "Sell", "1,000", "25.10"), ("11/05/2026", "Sell", "500", "25.20"))


def shares(content: bytes | str, own: str = SIMPLE_MAP, **options: Any) -> Decimal:
    found, _ = filled(content, None, own, **options)
    return found.reconciliation.sums[0].shares_read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = PLAIN.replace("Price", "Price\u00a0") if encoding != "cp1252" else PLAIN.replace("\n", "\u00a0\n", 1)
    assert shares(text.encode(encoding)) == 1500


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_text_is_read_with_every_usual_delimiter_and_line_end(delimiter: str, line_end: str) -> None:
    rows = ("Trade Date,Side,Quantity,Price", "11/05/2026,Sell,1000,25.10", "11/05/2026,Sell,500,25.20")
    assert shares(line_end.join(row.replace(",", delimiter) for row in rows)) == 1500


def test_a_decimal_comma_is_seen_where_a_number_can_be_read_in_one_way_only() -> None:
    rows = "Trade Date;Side;Quantity;Price\n05.11.2026;Sell;1.234;25,10\n05.11.2026;Sell;1.000,5;25,20\n"
    assert shares(rows) == Decimal("2234.5")
    assert shares(rows.replace(",10", ",1").replace(",20", ",2")) == Decimal("2234.5")
    found, _ = filled(rows, None, SIMPLE_MAP)
    assert found.reconciliation.placed[0].group.first.day == date(2026, 11, 5)


def test_a_number_that_may_be_thousands_or_a_fraction_is_asked_about() -> None:
    doubtful = "Trade Date;Side;Quantity;Price\n05.11.2026;Sell;1.234;25\n"
    with pytest.raises(UnusableInputError, match=r"row 2: Quantity: '1\.234' may be thousands or a fraction"):
        filled(doubtful, None, SIMPLE_MAP)
    assert shares(doubtful, decimal=",") == 1234
    assert shares(doubtful, decimal=".") == Decimal("1.234")
    assert shares(doubtful, SIMPLE_MAP.replace('name = "Example desk"', 'name = "Example desk"\ndecimal = ","')) == 1234
    assert shares(simple(("11/05/2026", "Sell", "1,234", "25"))) == 1234
    assert shares("Trade Date;Side;Quantity;Price\n05.11.2026;Sell;1.234.000;25\n", given=_held()) == 1_234_000
    assert shares("Trade Date;Side;Quantity;Price\n05.11.2026;Sell;0.234;25\n") == Decimal("0.234")


def _held() -> Any:
    from form4gen.api.fills import Given  # noqa: PLC0415

    return Given(held=Decimal(10_000_000))


def test_words_in_a_column_of_numbers_say_nothing_of_its_decimal_mark() -> None:
    rows = "Trade Date;Side;Quantity;Price\n05.11.2026;Sell;12;25,10\nPrepared by;;Example Desk Inc.;v. 2\n"
    assert shares(rows) == 12


def test_two_decimal_marks_in_one_file_contradict_each_other() -> None:
    rows = "Trade Date;Side;Quantity;Price\n05.11.2026;Sell;12;25,10\n05.11.2026;Sell;12;25.20\n"
    with pytest.raises(
        UnusableInputError, match=r"row 3, Price: '25\.20' has a decimal point, and row 2, Price: '25,10'"
    ):
        filled(rows, None, SIMPLE_MAP)


@pytest.mark.parametrize(("typed", "value"), [
    ("$1,234.50", "1234.50"), ("($5.00)", "-5.00"), ("-$5", "-5"), ("$-5", "-5"), ("USD 5", "5"), ("5 USD", "5"),
    ("5-", "-5"), ("+5", "5"), (".5", "0.5"), ("1 234.5", "1234.5"), ("1'234", "1234"), ("\u2212 7", "-7"), ("-0", "0"),
    ("1 234 567.5", "1234567.5"), ("", None), ("-", None), ("N/A", None),
])  # fmt: skip
def test_an_amount_is_read_with_its_signs(typed: str, value: str | None) -> None:
    assert amount(typed, ".") == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "typed",
    [
        "1,23",
        "1,2345",
        "12,34,567",
        "1e5",
        "0x10",
        "1.2.3",
        "5 EUR",
        "~",
        "1" * 30,
        "+=1",
        ".",
        "12 34",
        "1 2345",
        "1 23a",
    ],
)
def test_what_is_not_an_amount_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError):
        amount(typed, ".")


@pytest.mark.parametrize(("typed", "order"), [
    ("11/05/2026", "MDY"), ("11/5/26", "MDY"), ("11/5/26 09:31:02", "MDY"), ("11/05/2026, 9:31 AM ET", "MDY"),
    ("2026-11-05", "MDY"), ("2026-11-05T09:31:02.123", "MDY"), ("20261105", "DMY"), ("05-Nov-2026", "MDY"),
    ("5 November 2026", "MDY"), ("Nov 5, 2026", "DMY"), ("Thursday, Nov. 5, 2026", "MDY"), ("05.11.2026", "MDY"),
    ("05/11/2026", "DMY"), ("11/09/2026 as of 11/05/2026", "MDY"), ("05-NOV-26", "MDY"), ("2026/11/5", "MDY"),
])  # fmt: skip
def test_a_day_is_read_in_every_usual_form(typed: str, order: str) -> None:
    assert day(typed, order) == date(2026, 11, 5)


@pytest.mark.parametrize("typed", [
    "31/11/2026", "2026-02-30", "2026-11-05T01:30:00Z", "5 Nvm 2026", "11/2026", "0/0/0", "99999", "2026-11-05 25",
    "2026-11-05T01:30:00+02:00", "as of",
])  # fmt: skip
def test_what_is_not_a_day_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError):
        day(typed, "MDY")


def test_a_message_quotes_a_cell_short_and_without_the_digits_of_an_account() -> None:
    assert shown("Transfer to account 123456789") == "Transfer to account (number)"
    assert shown("SSN 123-45-6789") == "(not shown)"
    assert shown("from account no. 1234-5678") == "(not shown)"
    assert shown("CCC abcd123$") == "(not shown)"
    assert shown("red \x1b[31m\u202e") == "red \\x1b[31m\\u202e"
    assert shown("1,234,567.89 of XMPL") == "1,234,567.89 of XMPL"
    assert shown("x" * 90) == "x" * 57 + "..."


@pytest.mark.parametrize(("content", "words"), [
    (b"", "is empty"), (b"\xef\xbb\xbf \n", "is empty"), (b"%PDF-1.7\n", "is a PDF, not a table"),
    (b"\x89PNG\r\n", "is a picture"), (b"\xff\xd8\xff\xe0", "is a picture"), (b"\x1f\x8b\x08", "is a compressed file"),
    (b"{\\rtf1", "is a document in rich text"), (b'{"Transactions": []}', "is JSON"), (b"[1]", "is JSON"),
    (b"<html>", "is XML or HTML"), (b"\xef\xbb\xbf<html>", "is XML or HTML"), (b"a,b\0c\n", "bytes that no text has"),
    (b"\xff\xfea\x00\x00\xd8", "is not valid UTF-16 at byte"),
    (b"25,10\n1,2\n", "has no header"), (b"\n\n\n", "is empty"), (b"one\ntwo\n", "has no header"),
])  # fmt: skip
def test_what_is_no_table_is_named(content: bytes, words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        filled(content)
    assert str(error.value).startswith("trades.csv ")
    assert words in str(error.value)


def test_a_file_that_no_map_fits_gets_its_columns_and_a_map_to_start_from() -> None:
    text = "Desk report,,\nTrade Date,B/S,Filled Qty,Avg Px,Acct 123456789\n11/05/2026,B,100,25.10,X\n"
    with pytest.raises(UnusableInputError) as error:
        filled(text)
    assert str(error.value).splitlines() == [
        "No column map fits trades.csv. Its columns are:",
        "  row 2: Trade Date, B/S, Filled Qty, Avg Px, Acct (number)",
        "Write a map for it, and save it as fills.toml (or give it with --map). To start from:",
        "  [[map]]",
        '  name = "My broker"',
        "  [map.columns]",
        '  day = "Trade Date"',
        '  action = "B/S"',
        '  shares = "Filled Qty"',
        '  price = "Avg Px"',
        "  [map.events]",
        '  "B" = "purchase"',
    ]
    own = "\n".join(line[2:] for line in str(error.value).splitlines()[3:])
    found, _ = filled(text, None, own)
    assert found.reconciliation.sums[0].shares_read == 100


@pytest.mark.parametrize(
    ("actions", "events"),
    [
        (["Bought", "Sold", "Sold"], ['"Bought" = "purchase"', '"Sold" = "sale"']),
        (["Sell to Cover", "Dividend"], ['"Sell to Cover" = "sale"']),
        (["Dividend", "Transfer"], ['"Buy" = "purchase"', '"Sell" = "sale"']),
        ([], ['"Buy" = "purchase"', '"Sell" = "sale"']),
        (['Sold "short"'], ['"Sold \\"short\\"" = "sale"']),
        ([f"Buy {number}" for number in range(13)], [f'"Buy {number}" = "purchase"' for number in range(12)]),
    ],
)
def test_the_events_of_a_map_to_start_from_are_those_that_the_file_names(actions: list[str], events: list[str]) -> None:
    rows = [["Trade Date", "Action", "Filled", "Px"], *([(46331,), action, 5, 25] for action in actions), [(46331,)]]
    with pytest.raises(UnusableInputError) as error:
        filled(workbook({"T": rows}))
    told = [line.strip() for line in str(error.value).splitlines()]
    assert told[told.index("[map.events]") + 1 :] == events


def test_the_columns_of_a_workbook_that_no_map_fits_are_those_of_each_sheet() -> None:
    with pytest.raises(UnusableInputError) as error:
        filled(workbook({"A": [["When", "What"]], 'B "b"': [["Date", "Side", "Shares", "Gross"]], "C": [[1, 2]]}))
    lines = str(error.value).splitlines()
    assert lines[1:3] == ['  sheet "A", row 1: When, What', '  sheet "B "b"", row 1: Date, Side, Shares, Gross']
    assert '  sheet = "B \\"b\\""' in lines
    assert '  price = "?"' in lines


def test_a_time_of_day_in_a_workbook_is_no_other_day_and_a_bare_number_is_no_day() -> None:
    head = ["Trade Date", "", "Side", "Quantity", "Price"]
    found, _ = filled(workbook({"T": [head, [(46331.99,), None, "Sell", 3, 25]]}), None, SIMPLE_MAP, name="trades.xlsx")
    assert found.reconciliation.placed[0].group.first.day == date(2026, 11, 5)
    with pytest.raises(UnusableInputError, match=r"row 2: Trade Date: '46331' is not a day"):
        filled(workbook({"T": [head, [46331, None, "Sell", 3, 25]]}), None, SIMPLE_MAP, name="trades.xlsx")
    with pytest.raises(UnusableInputError, match=r"row 1: When, Name"):
        filled(workbook({"T": [["When", "", "Name"], [46331, None, "Sell"]]}), name="trades.xlsx")


def test_a_cell_that_is_no_text_number_or_day_is_read_as_text() -> None:
    cells = '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" s="2"><v>0.5</v></c><c r="C2" t="e"><v>#N/A</v></c></row>'
    sheet = worksheet([["Trade Date", "Side"]]).replace("</sheetData>", f"{cells}</sheetData>")
    parts = _with_part(workbook({"Trades": [[]]}), "xl/worksheets/sheet1.xml", sheet.encode())
    times = _with_part(parts, "xl/styles.xml", STYLES.encode())
    rows = sheets_of(_with_part(times, "docProps/thumbnail.jpeg", b"x"), "trades.xlsx")[0].rows
    assert [str(cell) for cell in rows[1][1]] == ["True", "12:00:00", ""]


STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3">'
    '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="21"/></cellXfs></styleSheet>'
)


def test_a_message_sends_no_commands_to_a_terminal() -> None:
    with pytest.raises(UnusableInputError) as error:
        filled("Day\x1b[31m,Side\u202e\n1,2\n")
    assert str(error.value).splitlines()[1] == "  row 1: Day\\x1b[31m, Side\\u202e"
    with pytest.raises(UnusableInputError) as error:
        filled(workbook({"T\u202e": [["Day", "Side"]]}))
    assert 'sheet "T", row 1: Day, Side' in str(error.value)


def test_two_columns_of_one_name_are_not_guessed_between() -> None:
    words = r'row 2: two columns are named "Price", and this row has different values in them\. Rename the one that is'
    with pytest.raises(UnusableInputError, match=words):
        filled("Trade Date,Side,Quantity,Price,Price\n11/05/2026,Sell,1,25,26\n", None, SIMPLE_MAP)


def test_the_numbers_and_days_of_a_workbook_are_exact() -> None:
    rows = [
        ["Trade Date", "Side", "Quantity", "Price"],
        [(46331,), "Sell", 0.1 + 0.2, 25.1],
        ["11/05/2026", "Sell", 3, True],
    ]
    sheets = sheets_of(workbook({"Trades": rows[:2]}), "trades.xlsx")
    assert sheets[0].rows[1][1] == [date(2026, 11, 5), "Sell", Decimal("0.3"), Decimal("25.1")]
    found, _ = filled(workbook({"Trades": rows[:2]}), None, SIMPLE_MAP, name="trades.xlsx")
    assert str(found.reconciliation.uses[1].line.source) == 'trades.xlsx: sheet "Trades", row 2'


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512


@pytest.mark.parametrize(("content", "words"), [
    (OLE, "is a workbook in the format before 2007 (.xls). Save it as .xlsx or CSV."),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected with a password. Open it in a spreadsheet program"),
    (b"PK\x03\x04 damaged", "is a damaged workbook"),
    (zipped({"word/document.xml": "<document/>"}), "cannot be read as a workbook"),
    (zipped({"xl/worksheets/sheet1.xml": "<row"}), "is a damaged workbook"),
    (zipped({"xl/worksheets/sheet1.xml": '<s><c r="XFD1048576"/></s>'}), "its cells reach to XFD1048576"),
    (zipped({"xl/worksheets/sheet1.xml": '<s><c r="A100001"/></s>'}), "its cells reach to A100001"),
    (zipped({"xl/worksheets/sheet1.xml": '<s><x:c xmlns:x="x" r="?"/></s>'}), "its cells reach to ?"),
    (zipped({"xl/other.xml": '<s><row><c/><c r="A"/></row></s>'}), "its cells reach to A"),
    (zipped({"xl/other.xml": '<s><row r="100001"/></s>'}), "its cells reach to 100001"),
    (zipped({"xl/other.xml": '<s><row r="-1"/></s>'}), "its cells reach to -1"),
    (zipped({"xl/other.xml": f'<s><row>{"<c/>" * 21}</row><row r="99999"/></s>'}), "its cells reach to 99999"),
    (zipped({f"xl/{each}.xml": '<s><row r="99999"><c/></row></s>' for each in range(21)}), "row 99999, column 1"),
    (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "cannot be read"),
    (zipped({f"xl/{number}.xml": "<x/>" for number in range(1001)}), "it has 1,001 parts"),
])  # fmt: skip
def test_a_workbook_that_cannot_be_read_is_named_with_a_remedy(content: bytes, words: str) -> None:
    with pytest.raises(UnusableInputError) as error:
        filled(content, name="trades.xlsx")
    assert str(error.value).startswith("trades.xlsx ")
    assert words in str(error.value)


@pytest.mark.parametrize("row", [99_999, 100_000, 100_001])
def test_the_rows_of_a_sheet_are_measured_before_memory_is_reserved(row: int) -> None:
    parts = workbook({"Trades": [["Trade Date", "Side"]]})
    sheet = worksheet([["Trade Date", "Side"]]).replace(
        "</sheetData>", f'<row r="{row}"><c r="A{row}"/></row></sheetData>'
    )
    changed = _with_part(parts, "xl/worksheets/sheet1.xml", sheet.encode())
    if row <= 100_000:
        container.unpacked(changed, "trades.xlsx")
    else:
        with pytest.raises(UnusableInputError, match="its cells reach to 100001"):
            container.unpacked(changed, "trades.xlsx")


def _with_part(content: bytes, name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped({each: archive.read(each) for each in archive.namelist()} | {name: data})


def test_an_archive_that_unpacks_to_more_than_a_workbook_is_not_unpacked() -> None:
    bomb = zipped({"xl/worksheets/sheet1.xml": b" " * (65 * 1024 * 1024)})
    assert len(bomb) < 100_000
    with pytest.raises(UnusableInputError, match="unpacked, it has more than 64 megabytes"):
        filled(bomb, name="trades.xlsx")


def test_without_the_library_a_workbook_is_refused_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(Form4genError, match=r"needs python-calamine\. Install it \(pip install 'form4gen\[xlsx\]'\)"):
        filled(workbook({"A": [["When", "What"]]}))


def test_a_file_of_100_megabytes_is_refused() -> None:
    with pytest.raises(UnusableInputError, match="has more than 20 megabytes"):
        filled(b"x" * (20 * 1024 * 1024 + 1))


@pytest.mark.parametrize(("rows", "cells", "words"), [
    (100_000, 2_000_000, ""), (100_001, 0, "more than 100,000 rows"), (1, 2_000_001, "more than 2,000,000 cells"),
])  # fmt: skip
def test_a_file_has_at_most_so_many_rows_and_cells(rows: int, cells: int, words: str) -> None:
    if not words:
        check_size("trades.csv", rows, cells)
        return
    with pytest.raises(UnusableInputError, match=words):
        check_size("trades.csv", rows, cells)


def test_a_cell_that_never_ends_is_refused_with_its_line() -> None:
    with pytest.raises(UnusableInputError, match=r"line 2 cannot be read as CSV: field larger than field limit"):
        text_file.read_text(b'a,b\n"' + b"x" * 100_001, "trades.csv")


@given(st.binary(max_size=300))
def test_junk_is_a_sentence_and_never_a_crash(content: bytes) -> None:
    with suppress(UnusableInputError):
        found, _ = filled(content)
        assert found.reconciliation.agrees


@given(st.text(alphabet="0123456789/-.,;: \n\tSelBuy\"'=$()", max_size=200))
def test_junk_below_a_header_is_a_sentence_and_never_a_crash(text: str) -> None:
    with suppress(UnusableInputError):
        found, _ = filled("Trade Date,Side,Quantity,Price\n" + text, draft(), SIMPLE_MAP)
        assert found.reconciliation.agrees
