"""A filing as form4gen's JSON, made of its rows in the tables of a quarterly data set of the SEC.

The columns are those of the SEC's "Insider Transactions Data Sets" (metadata of the tables FORM_345).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from form4gen.law.deadline import LAST_HOUR

Cells = Mapping[str, str | None]
"""A row of a table: its cells by the names of the columns, None for one without a value."""

_TRUE = ("1", "true")
_FALSE = ("0", "false")
_ENDLESS_ZEROS = re.compile(r"(\d+)\.0+")
FORM = {
    "DOCUMENT_TYPE": "documentType",
    "PERIOD_OF_REPORT": "periodOfReport",
    "DATE_OF_ORIG_SUB": "dateOfOriginalSubmission",
    "NO_SECURITIES_OWNED": "noSecuritiesOwned",
    "NOT_SUBJECT_SEC16": "notSubjectToSection16",
    "FORM3_HOLDINGS_REPORTED": "form3HoldingsReported",
    "FORM4_TRANS_REPORTED": "form4TransactionsReported",
    "AFF10B5ONE": "aff10b5One",
    "REMARKS": "remarks",
}
ISSUER = {"ISSUERCIK": "issuerCik", "ISSUERNAME": "issuerName", "ISSUERTRADINGSYMBOL": "issuerTradingSymbol"}
OWNER = {
    "RPTOWNERCIK": "rptOwnerCik",
    "RPTOWNERNAME": "rptOwnerName",
    "RPTOWNER_STREET1": "rptOwnerStreet1",
    "RPTOWNER_STREET2": "rptOwnerStreet2",
    "RPTOWNER_CITY": "rptOwnerCity",
    "RPTOWNER_ZIPCODE": "rptOwnerZipCode",
    "RPTOWNER_STATE_DESC": "rptOwnerStateDescription",
    "RPTOWNER_TITLE": "officerTitle",
    "RPTOWNER_TXT": "otherText",
}
_RELATIONSHIPS = {
    "isDirector": "director",
    "isOfficer": "officer",
    "isTenPercentOwner": "tenpercentowner",
    "isOther": "other",
}
SIGNATURE = {"OWNERSIGNATURENAME": "signatureName", "OWNERSIGNATUREDATE": "signatureDate"}
# Cells with the column of their footnotes, where that is not their own with _FN. The nature of ownership is left out:
# in a part of the filings of a data set it is that of another row.
ROW = {
    "SECURITY_TITLE": "securityTitle",
    "CONV_EXERCISE_PRICE": "conversionOrExercisePrice",
    "TRANS_DATE": "transactionDate",
    "DEEMED_EXECUTION_DATE": "deemedExecutionDate",
    "TRANS_CODE": "transactionCode",
    "TRANS_TIMELINESS": "transactionTimeliness",
    "TRANS_SHARES": "transactionShares",
    "TRANS_TOTAL_VALUE": "transactionTotalValue",
    "TRANS_PRICEPERSHARE": "transactionPricePerShare",
    "TRANS_ACQUIRED_DISP_CD": "transactionAcquiredDisposedCode",
    "EXERCISE_DATE": "exerciseDate",
    "EXCERCISE_DATE": "exerciseDate",
    "EXPIRATION_DATE": "expirationDate",
    "UNDLYNG_SEC_TITLE": "underlyingSecurityTitle",
    "UNDLYNG_SEC_SHARES": "underlyingSecurityShares",
    "UNDLYNG_SEC_VALUE": "underlyingSecurityValue",
    "SHRS_OWND_FOLWNG_TRANS": "sharesOwnedFollowingTransaction",
    "VALU_OWND_FOLWNG_TRANS": "valueOwnedFollowingTransaction",
    "DIRECT_INDIRECT_OWNERSHIP": "directOrIndirectOwnership",
}
_CODE_NOTES = ("EQUITY_SWAP_TRANS_CD_FN", "EQUITY_SWAP_INVOLVED_FN", "TRANS_FORM_TYPE_FN")
TABLES = {
    "NONDERIV_TRANS": ("nonDerivativeTable", "transaction"),
    "NONDERIV_HOLDING": ("nonDerivativeTable", "holding"),
    "DERIV_TRANS": ("derivativeTable", "transaction"),
    "DERIV_HOLDING": ("derivativeTable", "holding"),
}


def document(submission: Cells, rows: Mapping[str, Sequence[Cells]]) -> dict[str, Any]:
    """The JSON of the filing with that row of SUBMISSION; ``rows`` has its rows in the other tables, by table.

    The filing time is the end of EDGAR's hours on the filing date.
    """
    made = _named(submission, FORM)
    made["issuer"] = _named(submission, ISSUER)
    made["reportingOwners"] = [_owner(each) for each in rows.get("REPORTINGOWNER", ())]
    for table, (name, kind) in TABLES.items():
        made.setdefault(name, []).extend(_row(each, kind) for each in rows.get(table, ()))
    made["footnotes"] = {each["FOOTNOTE_ID"] or "": each["FOOTNOTE_TXT"] or "" for each in rows.get("FOOTNOTES", ())}
    made["ownerSignatures"] = [_named(each, SIGNATURE) for each in rows.get("OWNER_SIGNATURE", ())]
    made["context"] = {"accessionNumber": submission["ACCESSION_NUMBER"]}
    filed = _value("FILING_DATE", submission.get("FILING_DATE"))
    if filed:
        made["context"]["filedAt"] = f"{filed}T{LAST_HOUR.isoformat()}"
    return {key: value for key, value in made.items() if value not in ([], {})}


def _named(cells: Cells, names: Mapping[str, str]) -> dict[str, Any]:
    return {name: value for column, name in names.items() if (value := _value(column, cells.get(column))) is not None}


def _owner(cells: Cells) -> dict[str, Any]:
    said = (cells.get("RPTOWNER_RELATIONSHIP") or "").lower().split(",")
    relationships = {word.strip() for word in said}
    made = _named(cells, OWNER)
    state = cells.get("RPTOWNER_STATE")
    if state:
        made["rptOwnerState"] = state
    return made | {name: word in relationships for name, word in _RELATIONSHIPS.items()}


def _row(cells: Cells, kind: str) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": kind}
    for column, name in ROW.items():
        notes = _ids((cells.get(f"{column}_FN"),))
        if name == "transactionCode":
            notes = _ids(cells.get(each) for each in _CODE_NOTES)
        value = _value(column, cells.get(column))
        if notes:
            made[name] = {"footnotes": notes} if value is None else {"value": value, "footnotes": notes}
        elif value is not None:
            made[name] = value
    form = cells.get("TRANS_FORM_TYPE")
    if kind == "transaction":
        if form:
            made["transactionFormType"] = form
        swap = cells.get("EQUITY_SWAP_INVOLVED")
        if swap in _TRUE:
            made["equitySwapInvolved"] = True
    return made


def _ids(lists: Iterable[str | None]) -> list[str]:
    """The ids of footnotes in lists such as ``F1, F3``, each once."""
    return list(dict.fromkeys(each.strip() for text in lists for each in (text or "").split(",") if each.strip()))


def _value(column: str, text: str | None) -> str | bool | None:
    """A cell as JSON has it: an ISO date for one such as 31-JUL-2024, a number as it is printed, true or false."""
    if text is None or not text.strip():
        return None
    if "DATE" in column or column.startswith("PERIOD"):
        try:
            return datetime.strptime(text.title(), "%d-%b-%Y").date().isoformat()  # noqa: DTZ007  a day
        except ValueError:
            return text
    if column in ("NO_SECURITIES_OWNED", "NOT_SUBJECT_SEC16", "AFF10B5ONE") or column.startswith("FORM"):
        return text.lower() in _TRUE if text.lower() in (*_TRUE, *_FALSE) else None
    whole = _ENDLESS_ZEROS.fullmatch(text)
    return whole[1] if whole else text
