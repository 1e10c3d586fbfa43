"""Each rule fires where its case file says, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import cases, document_of, filed_at

from form4gen.intake.structure import structure
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check


@pytest.mark.parametrize(("rule_id", "case"), [pytest.param(*c, id=f"{c[0]}: {c[1]['name']}") for c in cases()])
def test_a_rule_fires_exactly_where_its_case_says(rule_id: str, case: dict[str, Any]) -> None:
    prior = [structure(document_of(each)) for each in case.get("prior", [])]
    outcome = check(structure(document_of(case)), filed_at(case), [catalogue()[rule_id]], prior=prior)
    assert outcome.could_not_run == {}
    assert [finding.at.pointer for finding in outcome.findings] == case["found"]
    claims = {
        "severity": [finding.severity.value for finding in outcome.findings],
        "edgar": [finding.edgar.value for finding in outcome.findings if finding.edgar],
        "arithmetic": [finding.arithmetic for finding in outcome.findings],
    }
    for claim, actual in claims.items():
        assert case.get(claim, actual) == actual
    for part, finding in zip(case.get("message", []), outcome.findings, strict="message" in case):
        assert part in finding.message
    for part, finding in zip(case.get("remedy", []), outcome.findings, strict="remedy" in case):
        assert part in finding.remedy
