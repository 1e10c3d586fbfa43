"""The keys that an object may have, and the remedy for any other."""

from __future__ import annotations

from typing import Any

from form4gen.intake.wording import nearest

_FLAT = "is only a wrapper in the XML. Put its contents in the object around it."
_BY_EDGAR = "is added by EDGAR. Delete it."
_ROW = 'Enter this as a row of `{}`; for a holding add `"kind": "holding"`.'
_CONFIDENTIAL = "A CCC is confidential and must not be in the document. Delete it."
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
    "nonDerivativeTransaction": _ROW.format("nonDerivativeTable"),
    "nonDerivativeHolding": _ROW.format("nonDerivativeTable"),
    "derivativeTransaction": _ROW.format("derivativeTable"),
    "derivativeHolding": _ROW.format("derivativeTable"),
    "footnoteId": 'Write `"footnotes": ["F1"]` beside `"value"`.',
}


def known_keys(schema: dict[str, Any], value: dict[str, Any]) -> frozenset[str]:
    """The keys that ``schema`` allows in ``value``."""
    keys = frozenset(schema["properties"])
    return keys if value.get("kind") == "holding" else keys | _keys_of_transactions(schema)


def _keys_of_transactions(schema: dict[str, Any]) -> frozenset[str]:
    return frozenset(schema.get("else", {}).get("properties", ()))


def remedy_for_key(key: str, known: frozenset[str], schema: dict[str, Any], root: dict[str, Any]) -> str:
    """The remedy for a key that is not one of the ``known`` ones of an object of ``schema``."""
    if "ccc" in key.lower():
        return _CONFIDENTIAL
    if key in _ELEMENTS:
        words = _ELEMENTS[key]
        return f"{key} {words}" if words in (_FLAT, _BY_EDGAR) else words
    if key in _keys_of_transactions(schema):
        return 'A holding does not have this key. Delete it, or set `"kind": "transaction"`.'
    near = nearest(key, known)
    if near:
        return f"Use `{near}` if that is what you mean."
    homes = [part["title"] for part in (root, *root["$defs"].values()) if key in part.get("properties", ())]
    if homes:
        return f"This key belongs in: {', '.join(homes)}."
    few = 8
    if len(known) <= few:
        return f"The accepted keys are {', '.join(sorted(known))}."
    return "Run `form4gen schema` to see the accepted keys."
