"""Files in the layouts of brokers, made for the tests. The parties are fictional."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from form4gen.api.fills import Filled, Options, column_maps, fill_draft
from form4gen.drafting.fills.column_map import ColumnMap

OWNER = {
    "rptOwnerCik": "0009990002",
    "rptOwnerName": "SAMPLE JANE Q",
    "rptOwnerNonUSAddressFlag": False,
    "rptOwnerStreet1": "1 SAMPLE PLAZA",
    "rptOwnerCity": "SPRINGFIELD",
    "rptOwnerState": "IL",
    "rptOwnerZipCode": "62701",
    "isDirector": True,
}
HELD = {
    "kind": "holding",
    "securityTitle": "Common Stock",
    "sharesOwnedFollowingTransaction": 13000,
    "directOrIndirectOwnership": "D",
}
UNITS = {
    "kind": "holding",
    "securityTitle": "Restricted Stock Units",
    "conversionOrExercisePrice": {"footnotes": ["F1"]},
    "exerciseDate": {"footnotes": ["F2"]},
    "expirationDate": {"footnotes": ["F2"]},
    "underlyingSecurityTitle": "Common Stock",
    "underlyingSecurityShares": 9000,
    "sharesOwnedFollowingTransaction": 9000,
    "directOrIndirectOwnership": "D",
}
UNIT_NOTES = {
    "F1": "Each restricted stock unit represents the right to receive one share of Common Stock.",
    "F2": "The units vest in three equal annual installments, beginning November 2, 2026.",
}
OPTION = {
    "kind": "holding",
    "securityTitle": "Stock Option (right to buy)",
    "conversionOrExercisePrice": 18.25,
    "exerciseDate": "2023-03-01",
    "expirationDate": "2030-03-01",
    "underlyingSecurityTitle": "Common Stock",
    "underlyingSecurityShares": 10000,
    "sharesOwnedFollowingTransaction": 10000,
    "directOrIndirectOwnership": "D",
}


def draft(*rows: dict[str, Any], **changes: Any) -> bytes:
    """A draft with these rows in Table I (without any, a holding of 13,000) and other keys."""
    document = {
        "documentType": "4",
        "issuer": {"issuerCik": "0009990001", "issuerName": "Example Corp", "issuerTradingSymbol": "XMPL"},
        "reportingOwners": [OWNER],
        "aff10b5One": False,
        "nonDerivativeTable": list(rows or (HELD,)),
        "derivativeTable": [],
        "footnotes": {},
        "ownerSignatures": [{"signatureName": "/s/ Jane Q. Sample", "signatureDate": "2026-11-06", "capacity": "self"}],
        "context": {"filedAt": "2026-11-06T16:30"},
    }
    return json.dumps(document | changes, indent=2).encode()


def filled(
    content: bytes | str, into: bytes | None = None, own: str = "", name: str = "trades.csv", **options: Any
) -> tuple[Filled, dict[str, Any]]:
    """What a file comes to in a draft, and the new draft."""
    raw = content.encode() if isinstance(content, str) else content
    maps = column_maps(own.encode(), "fills.toml") if own else []
    found = fill_draft(into or draft(), [(name, raw)], maps, Options(**options))
    return found, json.loads(found.content)


SIMPLE_MAP = """
[[map]]
name = "Example desk"
[map.columns]
day = "Trade Date"
action = "Side"
shares = "Quantity"
price = "Price"
[map.optional]
symbol = "Ticker"
id = "Exec ID"
amount = "Gross"
fees = "Fees"
withheld = "Withheld"
sold = "Sold"
taken = "For Taxes"
net = "Net"
market = "FMV"
exercise_price = "Strike"
method = "Method"
class = "Class"
[map.events]
"Buy" = "purchase"
"Sell" = "sale"
"Vest" = "vest"
"Exercise" = "exercise"
[map.taxes]
"Withhold*" = "withheld"
"Sell*" = "sold"
[map.ignored]
"Dividend" = "a dividend in cash is no transaction in shares"
"""


def simple(*rows: Sequence[str], header: str = "Trade Date,Side,Quantity,Price") -> str:
    """A file for the simple map: a header, and rows whose cells are quoted."""
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "\n".join((header, *lines, ""))


VALUES = {
    "day": "11/05/2026", "grant_day": "11/05/2026", "exercise_day": "11/05/2026", "symbol": "XMPL", "shares": "300",
    "granted": "300", "price": "25.10", "market": "42.05", "exercise_price": "18.25", "id": "7",
}  # fmt: skip


def layout(found: ColumnMap, private: str, **values: str) -> list[list[str]]:
    """A table that a map reads: a header, and a row for each event, for each ignored action, and for another.

    The account, the columns that no map reads and the last row have ``private``; ``values`` are those of some roles.
    """
    roles = [(names[0], role) for of_map in (found.columns, found.optional) for role, names in of_map.items()]
    details = [(names[0], role) for role, names in found.details.items()]
    fixed = {header: patterns[0].rstrip("*") for header, patterns in found.only.items()}
    fixed |= {"Account Name": private, "Memo": f"to account no. {private}"}
    headers = list(dict.fromkeys(header for header, _ in (*roles, *details, *((each, "") for each in fixed))))
    rows = []
    for pattern in (*found.events, *found.ignored, f"Other {private}") if found.events else ("",):
        is_sale = (found.events.get(pattern) or found.event) == "sale"
        known = VALUES | {"account": private} | values
        known["shares"] = ("-" if is_sale and found.sales_are_negative else "") + known["shares"]
        known["action"], _, known["description"] = pattern.rstrip("*").partition(": ")
        known |= {} if found.events.get(pattern, found.event) else {"shares": "", "granted": "", "price": ""}
        rows.append(_cells(headers, roles, known) | fixed)
        rows += [_cells(headers, details, known) | {"Memo": private}] if details else []
    return [headers, *(list(row.values()) for row in rows), [f"Prepared for account {private}"]]


def _cells(headers: Sequence[str], roles: Sequence[tuple[str, str]], values: dict[str, str]) -> dict[str, str]:
    """The cells of a row; of two roles in one column, the first that has a value counts."""
    return {name: next((values[r] for header, r in roles if header == name and values.get(r)), "") for name in headers}


def workbook(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """An XLSX with texts as inline strings, numbers as numbers, and days as numbers in the format of a day."""
    names = list(sheets)
    book = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(names) + 1)
    )
    styles = '<Relationship Id="rId99" Type="' + _OFFICE + '/relationships/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<sheets>{book}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}{styles}</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    for number, rows in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = worksheet(rows)
    return zipped(parts)


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def worksheet(rows: Sequence[Sequence[Any]]) -> str:
    """The part of a sheet; a day is the number of its days since the end of 1899."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(value, f"{_letters(place)}{number}") for place, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _letters(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else f"A{chr(ord('A') + place - 26)}"


def _cell(value: Any, reference: str) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):  # a day
        return f'<c r="{reference}" s="1"><v>{value[0]}</v></c>'
    if isinstance(value, str):
        return f'<c r="{reference}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{reference}"><v>{value}</v></c>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()
