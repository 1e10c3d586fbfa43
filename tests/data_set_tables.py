"""The rows that the SEC's data sets would have of a filing, so that a filing and its rows can be compared."""

from __future__ import annotations

from datetime import date
from typing import Any

from form4gen.audit import data_set_form as made

Rows = dict[str, list[dict[str, str | None]]]


def rows_of(document: dict[str, Any], accession: str, filed: date) -> Rows:
    """The rows of a filing, given as its JSON, by table."""
    head = {"ACCESSION_NUMBER": accession}
    submission = head | {"FILING_DATE": _day(filed.isoformat())} | _cells(document, made.FORM)
    rows: Rows = {"SUBMISSION": [submission | _cells(document.get("issuer", {}), made.ISSUER)]}
    for owner in document.get("reportingOwners", ()):
        roles = [role for name, role in _ROLES.items() if owner.get(name)]
        cells = _cells(owner, made.OWNER) | {"RPTOWNER_RELATIONSHIP": ",".join(roles)}
        rows.setdefault("REPORTINGOWNER", []).append(head | cells | {"RPTOWNER_STATE": owner.get("rptOwnerState")})
    for table, (name, kind) in made.TABLES.items():
        for row in document.get(name, ()):
            if row.get("kind", "transaction") == kind:
                lines = rows.setdefault(table, [])
                lines.append(head | {f"{table}_SK": str(len(lines) + 98)} | _row(row))
    for name, text in document.get("footnotes", {}).items():
        rows.setdefault("FOOTNOTES", []).append(head | {"FOOTNOTE_ID": name, "FOOTNOTE_TXT": text})
    for each in document.get("ownerSignatures", ()):
        rows.setdefault("OWNER_SIGNATURE", []).append(head | _cells(each, made.SIGNATURE))
    return rows


_ROLES = {"isDirector": "Director", "isOfficer": "Officer", "isTenPercentOwner": "TenPercentOwner", "isOther": "Other"}


def _row(row: dict[str, Any]) -> dict[str, str | None]:
    cells: dict[str, str | None] = {}
    for column, name in made.ROW.items():
        cell = row.get(name)
        value, notes = (cell.get("value"), cell.get("footnotes", [])) if isinstance(cell, dict) else (cell, [])
        cells[column] = _text(column, value)
        cells["EQUITY_SWAP_INVOLVED_FN" if name == "transactionCode" else f"{column}_FN"] = ", ".join(notes)
    cells["TRANS_FORM_TYPE"] = row.get("transactionFormType")
    cells["EQUITY_SWAP_INVOLVED"] = "1" if row.get("equitySwapInvolved") else "0"
    return cells


def _cells(values: dict[str, Any], names: Any) -> dict[str, str | None]:
    return {column: _text(column, values.get(name)) for column, name in names.items()}


def _text(column: str, value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(int(value))
    text = str(value)
    return _day(text) if "DATE" in column or column.startswith("PERIOD") else text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).strftime("%d-%b-%Y").upper()
    except ValueError:
        return text
