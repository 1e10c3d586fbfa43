"""The derivative rows of every Form 4 of a quarter, as filings that the rules on Table II can read.

The tables (the SEC's Insider Transactions Data Sets, 2024 Q3) hold rows, heads and signatures, but neither Table I, the
owners, the texts of footnotes nor the boxes: a rule that asks for one of these is not fed. The nature of ownership is
left out, because the tables shift it between rows.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from case_files import EASTERN

from form4gen.intake.structure import structure
from form4gen.model.filing import Filing

QUARTER = "2024q3"
# The rules that read nothing but dates, codes, titles and amounts of Table II, the head and the signatures. Those that
# ask whether the one or the other of two amounts is there are not among them: the tables shift amounts in dollars
# between rows too, as the number of such filings with one row too full and another empty shows.
FED = (
    "AM101", "AM102", "AM104", "DL103", "DL106", "DL201", "DV101", "DV102", "DV103", "HB101", "HB102", "HB109", "HB203",
    "HD105", "HD106", "HD107", "HD201", "HD202", "HD203", "HD204", "HD205", "HD206", "PR102", "PR103", "PR201", "PR202",
    "SG201", "SG202", "TC101", "TC102", "TC115", "TC116", "TC201", "TC204", "TC205", "TC206",
)  # fmt: skip

Line = dict[str, str]
_NUMBERS = {
    "conversionOrExercisePrice": "CONV_EXERCISE_PRICE",
    "transactionShares": "TRANS_SHARES",
    "transactionTotalValue": "TRANS_TOTAL_VALUE",
    "transactionPricePerShare": "TRANS_PRICEPERSHARE",
    "underlyingSecurityShares": "UNDLYNG_SEC_SHARES",
    "underlyingSecurityValue": "UNDLYNG_SEC_VALUE",
    "sharesOwnedFollowingTransaction": "SHRS_OWND_FOLWNG_TRANS",
    "valueOwnedFollowingTransaction": "VALU_OWND_FOLWNG_TRANS",
}
_TEXTS = {
    "securityTitle": "SECURITY_TITLE",
    "transactionTimeliness": "TRANS_TIMELINESS",
    "transactionAcquiredDisposedCode": "TRANS_ACQUIRED_DISP_CD",
    "underlyingSecurityTitle": "UNDLYNG_SEC_TITLE",
    "directOrIndirectOwnership": "DIRECT_INDIRECT_OWNERSHIP",
}
_DAYS = {
    "transactionDate": ("TRANS_DATE",),
    "deemedExecutionDate": ("DEEMED_EXECUTION_DATE",),
    "exerciseDate": ("EXERCISE_DATE", "EXCERCISE_DATE"),  # the one table spells it so, the other so
    "expirationDate": ("EXPIRATION_DATE",),
}


def population(folder: Path) -> Iterator[tuple[Filing, datetime]]:
    """Every Form 4 and 4/A of the quarter that has a derivative row, and when it was filed."""
    rows: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for table, key in (("DERIV_TRANS", "DERIV_TRANS_SK"), ("DERIV_HOLDING", "DERIV_HOLDING_SK")):
        for line in _lines(folder, table):
            rows[line["ACCESSION_NUMBER"]].append((int(line[key]), _row(line)))
    signatures: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in _lines(folder, "OWNER_SIGNATURE"):
        signature = {"signatureName": line["OWNERSIGNATURENAME"], "signatureDate": _day(line["OWNERSIGNATUREDATE"])}
        signatures[line["ACCESSION_NUMBER"]].append({key: value for key, value in signature.items() if value})
    for line in _lines(folder, "SUBMISSION"):
        number = line["ACCESSION_NUMBER"]
        if line["DOCUMENT_TYPE"] in ("4", "4/A") and number in rows:
            table = [row for _, row in sorted(rows[number], key=lambda each: each[0])]
            yield structure(_document(line, table, signatures[number])), _evening(line["FILING_DATE"])


def _lines(folder: Path, table: str) -> Iterator[Line]:
    with gzip.open(folder / f"{table}-{QUARTER}.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _document(line: Line, table: list[dict[str, Any]], signatures: list[dict[str, Any]]) -> dict[str, Any]:
    head = {
        "documentType": line["DOCUMENT_TYPE"],
        "periodOfReport": _day(line["PERIOD_OF_REPORT"]),
        "dateOfOriginalSubmission": _day(line["DATE_OF_ORIG_SUB"]),
    }
    return {key: value for key, value in head.items() if value} | {
        "issuer": {
            "issuerCik": line["ISSUERCIK"],
            "issuerName": line["ISSUERNAME"],
            "issuerTradingSymbol": line["ISSUERTRADINGSYMBOL"],
        },
        "derivativeTable": table,
        "ownerSignatures": signatures,
    }


def _row(line: Line) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": "transaction" if "TRANS_CODE" in line else "holding"}
    if "TRANS_CODE" in line:
        row["transactionFormType"] = line["TRANS_FORM_TYPE"]
        row["transactionCode"] = line["TRANS_CODE"]
        row["equitySwapInvolved"] = line["EQUITY_SWAP_INVOLVED"] in ("1", "true")
    for key, column in _NUMBERS.items():
        number = line.get(column)
        row |= _cell(key, format(Decimal(number), "f") if number else None, line.get(f"{column}_FN"))
    for key, column in _TEXTS.items():
        row |= _cell(key, line.get(column), line.get(f"{column}_FN"))
    for key, columns in _DAYS.items():
        column = next((each for each in columns if each in line), "")
        row |= _cell(key, _day(line.get(column, "")), line.get(f"{column}_FN"))
    return row


def _cell(key: str, value: str | None, notes: str | None) -> dict[str, Any]:
    cell = ({"value": value} if value else {}) | ({"footnotes": notes.split(", ")} if notes else {})
    return {key: cell} if cell else {}


def _day(text: str) -> str | None:
    return datetime.strptime(text, "%d-%b-%Y").date().isoformat() if text else None  # noqa: DTZ007  a day has no zone


def _evening(text: str) -> datetime:
    day = datetime.strptime(text, "%d-%b-%Y").date()  # noqa: DTZ007  a day has no zone
    return datetime.combine(day, time(21), EASTERN)
