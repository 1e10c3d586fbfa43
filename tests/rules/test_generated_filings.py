"""EDGAR's own schema judges generated filings: what no rule objects to is valid."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from case_files import EASTERN
from corpus import xsd_folder
from hypothesis import given, settings
from lxml import etree
from near_limits import filings

from form4gen.edgar.writer import ownership_xml
from form4gen.intake.structure import structure
from form4gen.rules.catalogue import SUSPENDS
from form4gen.rules.engine import check

NOW = datetime(2026, 11, 9, 12, tzinfo=EASTERN)
FORMS = {"4": "ownership4Document.xsd.xml", "4/A": "ownership4ADocument.xsd.xml"}


def test_no_filing_passes_the_rules_and_fails_the_schema() -> None:
    schemas = {form: etree.XMLSchema(etree.parse(str(xsd_folder() / name))) for form, name in FORMS.items()}
    seen: Counter[tuple[bool, bool]] = Counter()

    @settings(max_examples=250)
    @given(filings())
    def judge(document: dict[str, Any]) -> None:
        filing = structure(document)
        outcome = check(filing, NOW)
        assert outcome.could_not_run == {}
        is_refused = any(finding.edgar is SUSPENDS for finding in outcome.findings)
        schema = schemas[filing.document_type]
        is_valid = schema.validate(etree.fromstring(ownership_xml(filing)))
        seen[is_refused, is_valid] += 1
        assert is_refused or is_valid, schema.error_log

    judge()
    assert seen[False, True] > 30, "the filings are hardly ever sound, so that the claim is empty"
    assert seen[True, False] > 30, "the filings are hardly ever faulty, so that the claim is empty"
