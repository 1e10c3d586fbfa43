"""EDGAR's limits: characters in a text, lines in a list, digits in a number.

``since`` is the first day on which a limit holds; None where the oldest schema that we have read (X0306, in force
until March 2023) holds it already and its first day is not known. A limit that changes gets a second line with its day.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache

from form4gen.law.authorities import FILER_MANUAL, OWNERSHIP_XML, OWNERSHIP_XSD, Source
from form4gen.records import NamedTuple

X0609_SINCE = date(2026, 3, 18)


class TextLimit(NamedTuple):
    """The most characters that an element may have."""

    element: str
    most: int
    since: date | None
    source: Source


def _schema(element: str, most: int, since: date | None = None) -> TextLimit:
    return TextLimit(element, most, since, OWNERSHIP_XSD.at(element))


TEXTS: tuple[TextLimit, ...] = (
    _schema("issuerTradingSymbol", 10),
    _schema("issuerForeignTradingSymbol", 14, X0609_SINCE),
    _schema("rptOwnerStreet1", 40),
    _schema("rptOwnerStreet2", 40),
    _schema("rptOwnerCity", 30),
    _schema("rptOwnerNonUSStateTerritory", 40, X0609_SINCE),
    _schema("rptOwnerZipCode", 10),
    _schema("officerTitle", 30),
    _schema("otherText", 30),
    _schema("securityTitle", 60),
    _schema("underlyingSecurityTitle", 60),
    _schema("natureOfOwnership", 100),
    _schema("signatureName", 255),
    _schema("remarks", 2000),
    _schema("documentDescription", 255),
)

# The table of the specification gives the territory ten characters less than the schema does.
TERRITORY_IN_SPECIFICATION = TextLimit("rptOwnerNonUSStateTerritory", 30, X0609_SINCE, OWNERSHIP_XML.at("3.5"))


class CountLimit(NamedTuple):
    """The most items of a kind that EDGAR accepts."""

    most: int
    since: date | None
    source: Source


ROWS_IN_A_TABLE = CountLimit(30, None, OWNERSHIP_XSD.at("nonDerivativeTable, derivativeTable"))
FOOTNOTE_CHARACTERS = CountLimit(1000, None, OWNERSHIP_XML.at("3.5"))
FOOTNOTES = CountLimit(99, None, OWNERSHIP_XSD.at("footnotes"))
REPORTING_OWNERS = CountLimit(10, None, OWNERSHIP_XSD.at("reportingOwner"))
SIGNATURES = CountLimit(10, None, OWNERSHIP_XSD.at("ownerSignature"))
REFERENCES = CountLimit(99, None, OWNERSHIP_XSD.at("footnoteId"))
# In a cell whose value may be replaced by a footnote, the value replaces the first of 99.
REFERENCES_BESIDE_REPLACEABLE_VALUE = CountLimit(98, None, OWNERSHIP_XSD.at("OPT_NUMBER_WITH_FOOTNOTE"))
REPLACEABLE = frozenset(
    {
        "transactionPricePerShare",
        "conversionOrExercisePrice",
        "exerciseDate",
        "expirationDate",
        "underlyingSecurityShares",
        "underlyingSecurityValue",
    }
)
CIK_DIGITS = CountLimit(10, None, OWNERSHIP_XSD.at("CIK"))
FILE_NAME_CHARACTERS = CountLimit(32, None, OWNERSHIP_XML.at("4.2.6"))
DOCUMENT_TYPE_CHARACTERS = CountLimit(20, None, OWNERSHIP_XML.at("3.6.3"))
LINE_CHARACTERS = CountLimit(80, None, FILER_MANUAL.at("5.2.1.2.1"))
TABLE_LINE_CHARACTERS = CountLimit(132, None, FILER_MANUAL.at("5.2.1.4"))

LARGEST_NUMBER = Decimal("999999999999.9999")
SMALLEST_STEP = Decimal("0.0001")


@cache
def text_limit(element: str, day: date) -> TextLimit | None:
    """The limit of an element for a filing of that day; None where none was in force or none is known."""
    in_force = [line for line in TEXTS if line.element == element and (line.since is None or line.since <= day)]
    return in_force[-1] if in_force else None


def is_cik(text: str) -> bool:
    """Whether the text has the form of a CIK: 1 to 10 digits, not all of them zero."""
    return text.isascii() and text.isdigit() and len(text) <= CIK_DIGITS.most and text.strip("0") != ""
