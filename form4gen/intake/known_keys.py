"""Which keys an object may have, and what to do about one that it may not."""

from __future__ import annotations

from typing import Any

from form4gen.intake.wording import nearest

_FLAT = "only wraps others in the XML: write its content into the object around it."
_BY_EDGAR = "is written by EDGAR and not sent: leave it out."
# Element names of the ownership XML that have no place in the document.
_ELEMENTS = {
    "transactionCoding": _FLAT,
    "transactionAmounts": _FLAT,
    "postTransactionAmounts": _FLAT,
    "ownershipNature": _FLAT,
    "underlyingSecurity": _FLAT,
    "reportingOwnerId": _FLAT,
    "reportingOwnerAddress": _FLAT,
    "reportingOwnerRelationship": _FLAT,
    "schemaVersion": _BY_EDGAR,
    "rptOwnerGoodAddress": _BY_EDGAR,
    "rptOwnerCcc": "is a secret and never stands in the document: delete it, and change it if others saw it.",
    "nonDerivativeTransaction": "is a row of nonDerivativeTable: write a list of rows there.",
    "nonDerivativeHolding": 'is a row of nonDerivativeTable with "kind": "holding".',
    "derivativeTransaction": "is a row of derivativeTable: write a list of rows there.",
    "derivativeHolding": 'is a row of derivativeTable with "kind": "holding".',
    "footnoteId": 'is written as "footnotes": ["F1"] beside "value".',
}


def known_keys(schema: dict[str, Any], value: dict[str, Any]) -> frozenset[str]:
    """The keys that ``schema`` lets ``value`` have."""
    keys = frozenset(schema["properties"])
    return keys if value.get("kind") == "holding" else keys | _keys_of_transactions(schema)


def _keys_of_transactions(schema: dict[str, Any]) -> frozenset[str]:
    return frozenset(schema.get("else", {}).get("properties", ()))


def remedy_for_key(key: str, known: frozenset[str], schema: dict[str, Any], root: dict[str, Any]) -> str:
    """What to do about a key that is not one of the ``known`` ones of an object of ``schema``."""
    if key in _ELEMENTS:
        return f"{key} {_ELEMENTS[key]}"
    if key in _keys_of_transactions(schema):
        return 'A holding has no such key: delete it, or write "kind": "transaction".'
    near = nearest(key, known)
    if near:
        return f"Did you mean {near}?"
    homes = [part["title"] for part in (root, *root["$defs"].values()) if key in part.get("properties", ())]
    if homes:
        return f"It belongs elsewhere: {', '.join(homes)}."
    few = 8
    return f"The known keys are {', '.join(sorted(known))}." if len(known) <= few else "See `form4gen schema`."
