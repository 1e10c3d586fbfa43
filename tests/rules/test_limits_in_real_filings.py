"""What EDGAR accepted is accepted by the rules on EDGAR's limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from case_files import EASTERN
from corpus import filed_on, forms_4, index, submissions

from form4gen.edgar.reader import read
from form4gen.errors import UnusableInputError
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import SUSPENDS, Rule, catalogue
from form4gen.rules.engine import Finding, check


def _limits() -> list[Rule]:
    return [rule for rule in catalogue().values() if rule.id[2] == "2" or rule.id in {"EX102", "FP104"}]


@pytest.fixture(scope="module", name="filings")
def _filings() -> list[tuple[str, Filing, datetime]]:
    """Every real Form 4, with noon of its day of filing (where that is not known, of its period)."""
    found = []
    for path in forms_4():
        filing = structure(read(path.read_bytes()).document)
        day = filed_on(path.name) or str(filing.period_of_report)
        found.append((path.name, filing, datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=EASTERN)))
    return found


def _found(filing: Filing, filed_at: datetime) -> tuple[Finding, ...]:
    outcome = check(filing, filed_at, _limits())
    assert outcome.could_not_run == {}
    return outcome.findings


def test_no_real_filing_breaks_a_limit_of_its_day(filings: list[tuple[str, Filing, datetime]]) -> None:
    assert len(filings) >= 291
    assert {name: found for name, filing, day in filings if (found := _found(filing, day))} == {}


def test_no_rule_says_that_edgar_suspends_what_it_took(filings: list[tuple[str, Filing, datetime]]) -> None:
    """A state outside the United States is refused only since March 2026, after these were filed."""
    suspended = {}
    for name, filing, filed_at in filings:
        outcome = check(filing, filed_at)
        assert outcome.could_not_run == {}
        if found := [finding for finding in outcome.findings if finding.edgar is SUSPENDS]:
            suspended[name] = found
    assert suspended == {}
    assert sum(index()[name]["schemaVersion"] >= "X0508" for name, _, _ in filings) >= 52


def test_filed_under_the_schema_of_march_2026_only_foreign_codes_in_the_state_are_refused(
    filings: list[tuple[str, Filing, datetime]],
) -> None:
    today = datetime(2026, 3, 18, 12, tzinfo=EASTERN)
    findings = [finding for _, filing, _ in filings for finding in _found(filing, today)]
    assert len(findings) == 6
    assert {(finding.rule, finding.edgar, finding.at.token) for finding in findings} == {
        ("FP104", SUSPENDS, "rptOwnerState")
    }


def test_the_exhibits_of_real_submissions_are_within_the_limits() -> None:
    texts = 0
    for filing in _submitted():
        assert _found(filing, datetime(2026, 3, 17, 12, tzinfo=EASTERN)) == ()
        texts += len(filing.powers_of_attorney) + len(filing.exhibits)
    assert texts >= 2


def _submitted() -> Iterator[Filing]:
    for path in submissions():
        try:
            yield structure(read(path.read_bytes()).document)
        except UnusableInputError:
            continue
