"""Ownership XML (schema X0609), once: element order, wrappers and footnote patterns.

Forms 3 and 5 are read as prior filings and never written; the elements that only they have are marked so.

A ``Leaf`` or ``Cell`` is named by its JSON key, which is EDGAR's element name; the model defines the
kind of its value. A ``Group`` is a wrapper without a meaning of its own, and JSON omits it.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
    Row,
)
from form4gen.records import NamedTuple


class Origin(Enum):
    """Who writes an element."""

    FILER = "filer"
    PUBLIC = "EDGAR, in the public copy"
    NOBODY = "EDGAR, for itself"
    STRIPPED = "the filer, and EDGAR strips it: a credential"
    OTHER_FORM = "the filer, on a Form 3 or 5 alone"


class Pattern(Enum):
    """The arrangement of value and footnotes in a cell."""

    VALUE_NEEDED = "a value, then footnotes"
    VALUE_OR_NOTES = "a value, then footnotes, or footnotes alone"
    BARE = "a value and no footnote"


class Leaf(NamedTuple):
    """An element whose text is the value."""

    tag: str
    origin: Origin = Origin.FILER


class Cell(NamedTuple):
    """An element with ``value`` and ``footnoteId`` elements."""

    tag: str
    pattern: Pattern = Pattern.VALUE_NEEDED


class Group(NamedTuple):
    """A wrapper; its parts are flat in JSON."""

    tag: str
    parts: tuple[Part, ...]


class Coding(NamedTuple):
    """The wrapper of the transaction code: its footnotes belong to ``noted``, and follow all of its parts."""

    tag: str
    noted: str
    parts: tuple[Leaf, ...]


class One(NamedTuple):
    """An element that is an object in JSON."""

    tag: str
    parts: tuple[Part, ...]


class Each(NamedTuple):
    """An element that repeats, and is a list in JSON under ``key``."""

    tag: str
    key: str
    parts: tuple[Part, ...]


class Line(NamedTuple):
    """A row of a table, and its name in the model."""

    tag: str
    model: type[Row]
    parts: tuple[Part, ...]


class Table(NamedTuple):
    """A table whose rows, of either kind, may be in any order."""

    tag: str
    lines: tuple[Line, ...]


class Notes(NamedTuple):
    """The footnotes."""

    tag: str
    note: str


Part: TypeAlias = Leaf | Cell | Group | Coding | One | Each | Table | Notes

_OR_NOTES = Pattern.VALUE_OR_NOTES

_TITLE = Cell("securityTitle")
_WHEN: tuple[Part, ...] = (
    Cell("transactionDate"),
    Cell("deemedExecutionDate", _OR_NOTES),
    Coding(
        "transactionCoding",
        "transactionCode",
        (Leaf("transactionFormType"), Leaf("transactionCode"), Leaf("equitySwapInvolved")),
    ),
    Cell("transactionTimeliness", _OR_NOTES),
)
_PRICE = Cell("transactionPricePerShare", _OR_NOTES)
_HELD: tuple[Part, ...] = (
    Group("postTransactionAmounts", (Cell("sharesOwnedFollowingTransaction"), Cell("valueOwnedFollowingTransaction"))),
    Group("ownershipNature", (Cell("directOrIndirectOwnership"), Cell("natureOfOwnership"))),
)
_EXERCISE_PRICE = Cell("conversionOrExercisePrice", _OR_NOTES)
_UNDERLYING: tuple[Part, ...] = (
    Cell("exerciseDate", _OR_NOTES),
    Cell("expirationDate", _OR_NOTES),
    Group(
        "underlyingSecurity",
        (
            Cell("underlyingSecurityTitle"),
            Cell("underlyingSecurityShares", _OR_NOTES),
            Cell("underlyingSecurityValue", _OR_NOTES),
        ),
    ),
)

_TABLE_I = Table(
    "nonDerivativeTable",
    (
        Line(
            "nonDerivativeTransaction",
            NonDerivativeTransaction,
            (
                _TITLE,
                *_WHEN,
                Group(
                    "transactionAmounts",
                    (Cell("transactionShares"), _PRICE, Cell("transactionAcquiredDisposedCode")),
                ),
                *_HELD,
            ),
        ),
        Line("nonDerivativeHolding", NonDerivativeHolding, (_TITLE, *_HELD)),
    ),
)
_TABLE_II = Table(
    "derivativeTable",
    (
        Line(
            "derivativeTransaction",
            DerivativeTransaction,
            (
                _TITLE,
                _EXERCISE_PRICE,
                *_WHEN,
                Group(
                    "transactionAmounts",
                    (
                        Cell("transactionShares"),
                        Cell("transactionTotalValue"),
                        _PRICE,
                        Cell("transactionAcquiredDisposedCode", Pattern.BARE),
                    ),
                ),
                *_UNDERLYING,
                *_HELD,
            ),
        ),
        Line("derivativeHolding", DerivativeHolding, (_TITLE, _EXERCISE_PRICE, *_UNDERLYING, *_HELD)),
    ),
)

_OWNER: tuple[Part, ...] = (
    Group(
        "reportingOwnerId",
        (Leaf("rptOwnerCik"), Leaf("rptOwnerCcc", Origin.STRIPPED), Leaf("rptOwnerName", Origin.PUBLIC)),
    ),
    Group(
        "reportingOwnerAddress",
        (
            Leaf("rptOwnerNonUSAddressFlag"),
            Leaf("rptOwnerStreet1"),
            Leaf("rptOwnerStreet2"),
            Leaf("rptOwnerCity"),
            Leaf("rptOwnerNonUSStateTerritory"),
            Leaf("rptOwnerState"),
            Leaf("rptOwnerCountry"),
            Leaf("rptOwnerZipCode"),
            Leaf("rptOwnerStateDescription", Origin.PUBLIC),
            Leaf("rptOwnerGoodAddress", Origin.NOBODY),
        ),
    ),
    Group(
        "reportingOwnerRelationship",
        (
            Leaf("isDirector"),
            Leaf("isOfficer"),
            Leaf("isTenPercentOwner"),
            Leaf("isOther"),
            Leaf("officerTitle"),
            Leaf("otherText"),
        ),
    ),
)

OWNERSHIP_DOCUMENT: tuple[Part, ...] = (
    Leaf("documentType"),
    Leaf("periodOfReport"),
    Leaf("dateOfOriginalSubmission"),
    Leaf("noSecuritiesOwned", Origin.OTHER_FORM),
    Leaf("notSubjectToSection16"),
    Leaf("form3HoldingsReported", Origin.OTHER_FORM),
    Leaf("form4TransactionsReported", Origin.OTHER_FORM),
    One(
        "issuer",
        (
            Leaf("issuerCik"),
            Leaf("issuerName", Origin.PUBLIC),
            Leaf("issuerTradingSymbol"),
            Leaf("issuerForeignTradingSymbol"),
        ),
    ),
    Each("reportingOwner", "reportingOwners", _OWNER),
    Leaf("aff10b5One"),
    _TABLE_I,
    _TABLE_II,
    Notes("footnotes", "footnote"),
    Leaf("remarks"),
    Each("ownerSignature", "ownerSignatures", (Leaf("signatureName"), Leaf("signatureDate"))),
)
