"""Whether two ownership documents say the same: every value, footnote reference and their order, up to spelling.

Nothing here is taken from the package: the content of each element is listed by hand.
"""

from __future__ import annotations

import re
from decimal import Decimal

from lxml import etree

FLAGS = frozenset(
    {
        "notSubjectToSection16",
        "rptOwnerNonUSAddressFlag",
        "isDirector",
        "isOfficer",
        "isTenPercentOwner",
        "isOther",
        "aff10b5One",
        "equitySwapInvolved",
    }
)
NUMBERS = frozenset(
    {
        "transactionShares",
        "transactionTotalValue",
        "transactionPricePerShare",
        "sharesOwnedFollowingTransaction",
        "valueOwnedFollowingTransaction",
        "conversionOrExercisePrice",
        "underlyingSecurityShares",
        "underlyingSecurityValue",
    }
)
DATES = frozenset(
    {
        "periodOfReport",
        "dateOfOriginalSubmission",
        "transactionDate",
        "deemedExecutionDate",
        "exerciseDate",
        "expirationDate",
        "signatureDate",
    }
)


def facts(raw: bytes) -> list[str]:
    """What a document says, a line a fact, in its order; what is empty, false or the schema's version is no fact."""
    root = etree.fromstring(raw)
    return [line for child in root if child.tag != "schemaVersion" for line in _facts(child, "", "")]


def differences(one: bytes, other: bytes) -> list[str]:
    """The facts in which two documents differ."""
    left, right = facts(one), facts(other)
    if left == right:
        return []
    return sorted(f"- {line}" for line in set(left) - set(right)) + sorted(
        f"+ {line}" for line in set(right) - set(left)
    ) or ["the order differs"]


def _facts(element: etree._Element, path: str, cell: str) -> list[str]:
    tag = str(element.tag)
    here = f"{path}/{tag}{_position(element)}"
    name = cell if tag == "value" else tag
    found = [f"{here}@{key}={value}" for key, value in element.attrib.items()]
    text = _spelled(name, (element.text or "").strip())
    if text:
        found.append(f"{here}={text}")
    for child in element:
        found += _facts(child, here, tag)
    return found


def _position(element: etree._Element) -> str:
    """The position of what repeats: among its own kind, or, for the row of a table, among all rows."""
    if element.tag in ("reportingOwner", "ownerSignature"):
        return f"[{len(list(element.itersiblings(str(element.tag), preceding=True)))}]"
    parent = element.getparent()
    if parent is not None and parent.tag in ("nonDerivativeTable", "derivativeTable"):
        return f"[{len(list(element.itersiblings(preceding=True)))}]"
    return ""


def _spelled(name: str, text: str) -> str:
    if name in FLAGS:
        return "true" if text in ("1", "true") else ""
    if name in NUMBERS and text:
        return str(Decimal(text).normalize())
    if name in DATES:
        return re.sub(r"(Z|[+-]\d\d:\d\d)$", "", text)
    return text
