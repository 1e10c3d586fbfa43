"""Filings with values around every limit of EDGAR's: sound ones, each with a few values changed."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from case_files import document_of
from filing_shape import ROW_MODELS
from hypothesis import strategies as st

from form4gen.law.limits import FOOTNOTES, LARGEST_NUMBER, REPORTING_OWNERS, ROWS_IN_A_TABLE, SIGNATURES, TEXTS
from form4gen.model.fields import Field, Kind, Node
from form4gen.model.filing import Filing, Issuer, OwnerSignature, ReportingOwner

BASES = ("exercise", "grant", "gift", "joint", "amendment", "tecogen-2017", "foreign-director", "rsu-grant")
_LISTS: dict[str, type[Node]] = {"reportingOwners": ReportingOwner, "ownerSignatures": OwnerSignature}
_COUNTS = {
    "reportingOwners": REPORTING_OWNERS.most,
    "ownerSignatures": SIGNATURES.most,
    "nonDerivativeTable": ROWS_IN_A_TABLE.most,
    "derivativeTable": ROWS_IN_A_TABLE.most,
}
_MOST = {limit.element: limit.most for limit in TEXTS}
_ODD_TEXTS = (
    "",
    " ",
    "MA",
    "CA ",
    "1V",
    "K3",
    "X0",
    "X1",
    "A6",
    "I7",
    "02451-1",
    "0245.1",
    "p",
    "P",
    "V",
    "0",
    "12345678901",
)
_ODD_SIGNS = ("caf\u00e9", "a\nb", "<&>\"'", " a ", "\U0001d11e")
_NUMBERS = (
    *(Decimal(text) for text in ("0", "-0", "-1", "0.0001", "1.2345", "1.23450", "1.23456")),
    *(LARGEST_NUMBER + Decimal(step) for step in ("-0.0001", "0", "0.0001")),
)


def parts(document: dict[str, Any]) -> Iterator[tuple[type[Node], dict[str, Any]]]:
    """Each object of a document that goes into ownership XML, with its class."""
    yield Filing, document
    yield Issuer, document["issuer"]
    for key, kind in _LISTS.items():
        yield from ((kind, part) for part in document.get(key, []))
    for key, kinds in ROW_MODELS.items():
        yield from ((kinds[row.get("kind", "transaction")], row) for row in document.get(key, []))


def _lengths(most: int) -> st.SearchStrategy[str]:
    return st.sampled_from((most - 1, most, most + 1)).map(lambda length: "x" * length)


def _value(field: Field) -> st.SearchStrategy[Any]:
    match field.kind:
        case Kind.TEXT if field.choices:
            return st.sampled_from(field.choices)
        case Kind.TEXT:
            return st.sampled_from((*_ODD_TEXTS, *_ODD_SIGNS)) | _lengths(_MOST.get(field.key, 10))
        case Kind.NUMBER:
            return st.sampled_from(_NUMBERS)
        case Kind.DATE:
            return st.sampled_from(("0001-01-01", "2026-02-28", "2047-12-31", "9999-12-31"))
    return st.booleans()


@st.composite
def _changed_value(draw: st.DrawFn, document: dict[str, Any]) -> None:
    """One field of one object has another value, or none, or footnotes beside it or instead of it."""
    kind, part = draw(st.sampled_from(list(parts(document))))
    fields = [
        field
        for key, field in kind.fields.items()
        if field.kind in (Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.FLAG) and key != "documentType"
    ]
    field = draw(st.sampled_from(fields))
    value = draw(st.none() | _value(field))
    if field.is_cell and document.get("footnotes") and draw(st.booleans()):
        notes = draw(st.lists(st.sampled_from(sorted(document["footnotes"])), min_size=1, max_size=2))
        part[field.key] = {"footnotes": notes} | ({} if value is None else {"value": value})
    elif value is None:
        part.pop(field.key, None)
    else:
        part[field.key] = value


@st.composite
def _changed_count(draw: st.DrawFn, document: dict[str, Any]) -> None:
    """A list is as long as EDGAR takes, one shorter or one longer; owners keep apart by their CIK."""
    key = draw(st.sampled_from([key for key in _COUNTS if document.get(key)]))
    length = _COUNTS[key] + draw(st.integers(-1, 1))
    document[key] = [copy.deepcopy(document[key][number % len(document[key])]) for number in range(length)]
    for number, owner in enumerate(document["reportingOwners"]):
        owner["rptOwnerCik"] = str(1000 + number)


@st.composite
def _changed_notes(draw: st.DrawFn, document: dict[str, Any]) -> None:
    """As many footnotes as EDGAR takes, fewer or one more, the first as long as it takes; one cell cites them all."""
    names = [f"F{number}" for number in range(1, FOOTNOTES.most + draw(st.integers(-2, 1)) + 1)]
    document["footnotes"] = {name: f"Note {name}." for name in names}
    document["footnotes"]["F1"] = draw(st.sampled_from(("", "x", "x" * 999, "x" * 1000, "x" * 1001)))
    row = next(row for key in ROW_MODELS for row in document.get(key, []))
    cells = ["securityTitle", "natureOfOwnership"]
    if "transactionCode" in row:
        cells.append("transactionPricePerShare")
    key = draw(st.sampled_from(cells))
    value = row[key].get("value") if isinstance(row.get(key), dict) else row.get(key)
    row[key] = {"footnotes": names} | ({} if value is None else {"value": value})


_CHANGES = (_changed_value, _changed_value, _changed_value, _changed_count, _changed_notes)


@st.composite
def filings(draw: st.DrawFn) -> dict[str, Any]:
    """A JSON document that EDGAR takes but for the few values that are changed in it, if it does not take those."""
    document: dict[str, Any] = copy.deepcopy(document_of({"base": draw(st.sampled_from(BASES))}))
    for change in draw(st.lists(st.sampled_from(_CHANGES), max_size=3)):
        draw(change(document))
    return document
