"""The keys that an object may have, and the remedy for any other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from form4gen.intake.other_names import known_as
from form4gen.intake.wording import FOOTNOTE, nearest, spelled_alike

_FEW = 8
# The objects in which a key is usually meant to be, by their definition in the schema; the first is the whole.
_PARTS = {
    "": "the document itself",
    "issuer": "the issuer",
    "reportingOwner": "a reporting owner",
    "nonDerivativeRow": "a row of Table I",
    "derivativeRow": "a row of Table II",
    "ownerSignature": "a signature",
    "powerOfAttorney": "a power of attorney",
}
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
    """The keys that ``schema`` allows in ``value``; none if it is not that of an object."""
    keys = frozenset(schema.get("properties", ()))
    return keys if value.get("kind") == "holding" else keys | _keys_of_transactions(schema)


def _keys_of_transactions(schema: dict[str, Any]) -> frozenset[str]:
    return frozenset(schema.get("else", {}).get("properties", ()))


def remedy_for_key(key: str, value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]) -> str:
    """The remedy for a key that an object of ``schema`` does not take."""
    if "ccc" in key.lower():
        return _CONFIDENTIAL
    if key in _ELEMENTS:
        words = _ELEMENTS[key]
        return f"{key} {words}" if words in (_FLAT, _BY_EDGAR) else words
    known = known_keys(schema, value)
    meant = _meant(key, known)
    if meant:
        return f"Use {_or(f'`{each}`' for each in meant)}."
    if _meant(key, _keys_of_transactions(schema)):
        return 'A holding does not have this key. Delete it, or set `"kind": "transaction"`.'
    if _meant(key, ("footnotes", "value")):
        return f"A footnote belongs to a cell. {FOOTNOTE}"
    return _elsewhere(key, root) or _nearest(key, known, root) or _list_of(known)


def _meant(key: str, keys: Iterable[str]) -> list[str]:
    """Those of the keys that are only spelled in another way, or else that people call so."""
    keys = tuple(keys)
    return [each for each in keys if spelled_alike(each, key)] or known_as(key, keys)


def _elsewhere(key: str, root: dict[str, Any]) -> str:
    """In which other objects this is a key, or the name that people give to one; empty if in none."""
    called: dict[str, list[str]] = {}
    for name, words in _PARTS.items():
        for each in known_as(key, known_keys(root["$defs"].get(name, root), {})):
            called.setdefault(each, []).append(words)
    if called:
        return f"Use {_or(f'`{each}` in {_or(parts)}' for each, parts in called.items())}."
    return _homes_of(key, root)


def _homes_of(key: str, root: dict[str, Any]) -> str:
    parts = (part for part in (root, *root["$defs"].values()) if not part["title"].endswith(" cell"))
    homes = [part["title"] for part in parts if any(spelled_alike(each, key) for each in known_keys(part, {}))]
    return f"This key belongs in: {', '.join(homes)}." if homes else ""


def _nearest(key: str, known: frozenset[str], root: dict[str, Any]) -> str:
    near = nearest(key, known | {each for name in _PARTS for each in known_keys(root["$defs"].get(name, root), {})})
    if near is None:
        return ""
    return f"Use `{near}` if that is what you mean." + ("" if near in known else f" {_homes_of(near, root)}")


def _list_of(known: frozenset[str]) -> str:
    if len(known) <= _FEW:
        return f"The accepted keys are {', '.join(sorted(known))}."
    return "Run `form4gen schema` to see the accepted keys."


def _or(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
