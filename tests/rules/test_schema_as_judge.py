"""EDGAR's own schema judges the rules: what it refuses, a rule has refused before.

Each field of each base filing is emptied, and set to values at and beyond every limit, one at a time.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from case_files import EASTERN, document_of
from corpus import xsd_folder
from lxml import etree

from form4gen.edgar.writer import ownership_xml
from form4gen.intake.structure import structure
from form4gen.model.fields import Field, Kind, Node
from form4gen.model.filing import Filing, Issuer, OwnerSignature, ReportingOwner
from form4gen.model.rows import (
    DerivativeHolding,
    DerivativeTransaction,
    NonDerivativeHolding,
    NonDerivativeTransaction,
)
from form4gen.rules.catalogue import SUSPENDS
from form4gen.rules.engine import check

NOW = datetime(2026, 11, 9, 12, tzinfo=EASTERN)
FORMS = {"4": "ownership4Document.xsd.xml", "4/A": "ownership4ADocument.xsd.xml"}
LENGTHS = (1, 10, 11, 14, 15, 30, 31, 40, 41, 60, 61, 100, 101, 255, 256, 2000, 2001)
TEXTS = ("", " ", "   ", "MA", "MA ", "K3", "XX", "I7", "0245.1", "p", "V", "12345678901", "caf\u00e9", "a\nb")
NUMBERS = tuple(
    Decimal(text)
    for text in (
        "0",
        "-0",
        "-1",
        "1.2345",
        "1.23450",
        "1.23456",
        "999999999999.9999",
        "999999999999.99999",
        "1000000000000",
    )
)
TABLES: dict[str, dict[str, type[Node]]] = {
    "nonDerivativeTable": {"transaction": NonDerivativeTransaction, "holding": NonDerivativeHolding},
    "derivativeTable": {"transaction": DerivativeTransaction, "holding": DerivativeHolding},
}
LISTS: dict[str, type[Node]] = {"reportingOwners": ReportingOwner, "ownerSignatures": OwnerSignature}
COUNTED = ("reportingOwners", "ownerSignatures", *TABLES)


def _parts(document: dict[str, Any]) -> Iterator[tuple[type[Node], dict[str, Any]]]:
    yield Filing, document
    yield Issuer, document["issuer"]
    for key, kind in LISTS.items():
        yield from ((kind, part) for part in document[key])
    for key, kinds in TABLES.items():
        yield from ((kinds[row.get("kind", "transaction")], row) for row in document.get(key, []))


def _values(field: Field) -> Iterator[Any]:
    match field.kind:
        case Kind.TEXT:
            yield from field.choices or (*TEXTS, *("x" * length for length in LENGTHS))
        case Kind.NUMBER:
            yield from NUMBERS
        case Kind.DATE:
            yield "2026-11-05"
        case Kind.FLAG:
            yield from (True, False)


def _variants(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Copies of the document, each with one field of it changed."""
    for number, (kind, _) in enumerate(_parts(document)):
        for key, field in kind.fields.items():
            values = [None, *_values(field)]
            if field.is_cell:
                values += [{}, {"footnotes": ["F1"]}]
                values += [{"value": value, "footnotes": ["F1"]} for value in _values(field)]
            for value in values:
                changed = copy.deepcopy(document)
                part = list(_parts(changed))[number][1]
                part.pop(key, None)
                if value is not None:
                    part[key] = value
                if kind is not Filing or key not in ("documentType", "issuer", *LISTS):
                    yield changed
    for key in COUNTED:
        for count in (0, 10, 11, 30, 31):
            yield document | {key: [copy.deepcopy(part) for part in document.get(key, [])[:1] * count]}


@pytest.mark.parametrize("base", ["exercise", "grant", "amendment"])
def test_what_the_schema_refuses_a_rule_has_refused_before(base: str) -> None:
    schemas = {form: etree.XMLSchema(etree.parse(str(xsd_folder() / name))) for form, name in FORMS.items()}
    refused = 0
    for document in _variants(document_of({"base": base})):
        filing = structure(document)
        schema = schemas[filing.document_type]
        if schema.validate(etree.fromstring(ownership_xml(filing))):
            continue
        refused += 1
        outcome = check(filing, NOW)
        assert any(finding.edgar is SUSPENDS for finding in outcome.findings), schema.error_log
    assert refused > 100
