from __future__ import annotations

from typing import Any

import pytest
from corpus import forms_4, xsd_folder
from hypothesis import given, settings
from lxml import etree
from ownership_comparison import differences
from ownership_documents import document, documents, row

from form4gen.api.load import load
from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read_ownership
from form4gen.edgar.writer import ownership_xml
from form4gen.intake.structure import structure
from form4gen.law.places import states

SCHEMAS = {"4": "ownership4Document.xsd.xml", "4/A": "ownership4ADocument.xsd.xml"}
ORDERLY = settings(max_examples=25)


@pytest.fixture(scope="module", name="schemas")
def _schemas() -> dict[str, etree.XMLSchema]:
    return {form: etree.XMLSchema(etree.parse(str(xsd_folder() / name))) for form, name in SCHEMAS.items()}


def test_every_real_filing_comes_back_as_it_was_disseminated() -> None:
    found = {}
    paths = forms_4()
    for path in paths:
        original = path.read_bytes()
        written = ownership_xml(structure(read_ownership(original).document), public=True)
        if differs := differences(original, written):
            found[path.name] = differs
    assert found == {}
    assert len(paths) >= 291


def test_nothing_of_a_real_filing_is_dropped() -> None:
    found = {path.name: dropped for path in forms_4() if (dropped := read_ownership(path.read_bytes()).dropped)}
    assert found == {}


def test_the_json_of_a_real_filing_is_read_back_as_the_same_values() -> None:
    for path in forms_4():
        document = read_ownership(path.read_bytes()).document
        loaded = load(dump(document).encode())
        assert loaded.filing is not None, path.name
        assert loaded.document.data == document, path.name


def test_every_real_filing_is_exported_valid_unless_its_state_is_none_of_the_united_states(
    schemas: dict[str, etree.XMLSchema],
) -> None:
    abroad, invalid = set(), set()
    for path in forms_4():
        filing = structure(read_ownership(path.read_bytes()).document)
        if any(owner.rpt_owner_state and owner.rpt_owner_state not in states() for owner in filing.reporting_owners):
            abroad.add(path.name)
        for public in (False, True):
            if not schemas[filing.document_type].validate(etree.fromstring(ownership_xml(filing, public=public))):
                invalid.add(path.name)
    assert invalid == abroad
    assert len(abroad) == 1


def test_what_a_filer_sends_contains_nothing_that_edgar_fills_in() -> None:
    for path in forms_4():
        raw = ownership_xml(structure(read_ownership(path.read_bytes()).document))
        for name in (b"schemaVersion", b"issuerName", b"rptOwnerName", b"rptOwnerStateDescription", b"rptOwnerCcc"):
            assert name not in raw, path.name


@ORDERLY
@given(documents())
def test_a_filing_says_the_same_after_export_and_import(document: dict[str, Any]) -> None:
    filing = structure(document)
    raw = ownership_xml(filing, public=True)
    imported = read_ownership(raw)
    assert imported.dropped == ()
    assert imported.schema_version == "X0609"
    assert _facts(imported.document) == _facts(document)
    assert ownership_xml(structure(imported.document), public=True) == raw


@ORDERLY
@given(documents())
def test_a_filing_within_the_limits_is_exported_valid(
    schemas: dict[str, etree.XMLSchema], document: dict[str, Any]
) -> None:
    filing = structure(document)
    schema = schemas[filing.document_type]
    for public in (False, True):
        assert schema.validate(etree.fromstring(ownership_xml(filing, public=public))), schema.error_log


@ORDERLY
@given(documents())
def test_json_for_a_person_is_read_back_as_the_same_values(document: dict[str, Any]) -> None:
    loaded = load(dump(document).encode())
    assert loaded.findings == ()
    assert loaded.document.data == document


@pytest.mark.parametrize(
    "change",
    [
        {"transactionShares": row()["transactionShares"] + 1},
        {"transactionCode": {"value": "P", "footnotes": ["F1"]}},
        {"equitySwapInvolved": True},
        {"kind": "holding"},
    ],
)
def test_the_comparison_sees_a_changed_row(change: dict[str, Any]) -> None:
    one = ownership_xml(structure(document()), public=True)
    changed = row(**change)
    if changed["kind"] == "holding":
        changed = {key: value for key, value in changed.items() if not key.startswith("transaction")}
    other = ownership_xml(structure(document(nonDerivativeTable=[changed])), public=True)
    assert differences(one, other)


def test_the_comparison_sees_two_rows_that_changed_places() -> None:
    rows = [row(), row(transactionCode="S")]
    one = ownership_xml(structure(document(nonDerivativeTable=rows)), public=True)
    other = ownership_xml(structure(document(nonDerivativeTable=rows[::-1])), public=True)
    assert differences(one, other)


def _facts(value: Any) -> Any:
    """A JSON document without what its absence says as well."""
    match value:
        case dict():
            inner = {key: _facts(each) for key, each in value.items() if key != "rptOwnerNonUSAddressFlag"}
            return {key: each for key, each in inner.items() if each not in ({}, [], False, None)}
        case list():
            return [_facts(each) for each in value]
    return value
