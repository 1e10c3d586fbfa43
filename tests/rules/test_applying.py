"""The rules under the settings of a run: what is reported, what is held back, and what EDGAR suspends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from page_reader import filing
from report_samples import FILED_AT

from form4gen.model.filing import Filing
from form4gen.rules.applying import EXCLUDED, NOT_SELECTED, check_under
from form4gen.rules.catalogue import ADVISORY, ERROR, SUSPENDS, WARNING, Severity, catalogue
from form4gen.rules.engine import Finding, Held, Outcome
from form4gen.rules.settings import Settings

# Two faults of balance that EDGAR accepts, and a missing title, for which it suspends.
_FAULTS = {
    "/nonDerivativeTable/0/sharesOwnedFollowingTransaction": 1,
    "/reportingOwners/0/officerTitle": "",
}


def _checked(settings: Settings = Settings()) -> Outcome:  # noqa: B008  it cannot be changed
    return check_under(settings, _filing(), FILED_AT)


def _filing() -> Filing:
    return filing(**_FAULTS)


def _of(findings: tuple[Finding, ...], family: str = "") -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in findings if finding.rule.startswith(family)]


def test_without_settings_all_findings_are_reported_and_none_is_held_back() -> None:
    outcome = _checked()
    assert ("HB101", ERROR) in _of(outcome.findings)
    assert ("RO102", ERROR) in _of(outcome.findings)
    assert (outcome.excluded, outcome.lowered) == (Held(), Held())
    assert {*outcome.applied, *outcome.not_applicable, *outcome.not_run} == catalogue().keys()


@pytest.mark.parametrize("ignore", [("HB",), ("HB101", "HB102")])
def test_what_is_ignored_is_held_back(ignore: tuple[str, ...]) -> None:
    outcome = _checked(Settings(ignore=ignore))
    assert _of(outcome.findings, "HB") == []
    assert _of(outcome.excluded.findings) == _of(_checked().findings, "HB")
    assert outcome.not_run["HB101"] == EXCLUDED
    assert "HB101" not in outcome.applied


def test_what_a_settings_file_does_not_select_is_held_back_except_for_what_edgar_suspends() -> None:
    outcome = _checked(Settings("form4gen.toml", select=("FN",)))
    assert _of(outcome.findings) == [("RO102", ERROR)]
    assert ("HB101", ERROR) in _of(outcome.excluded.findings)
    others = [rule for rule in outcome.applied if not rule.startswith("FN")]
    assert {catalogue()[rule].edgar for rule in others} == {SUSPENDS}


@pytest.mark.parametrize("settings", [Settings(ignore=("RO102",)), Settings(severities={"RO": ADVISORY})])
def test_what_edgar_suspends_is_neither_dropped_nor_lowered(settings: Settings) -> None:
    outcome = _checked(settings)
    assert _of(outcome.findings, "RO102") == [("RO102", ERROR)]
    assert (_of(outcome.excluded.findings, "RO102"), _of(outcome.lowered.findings, "RO102")) == ([], [])
    assert "RO102" in outcome.applied


@pytest.mark.parametrize(
    ("severities", "severity", "is_lowered"),
    [({"HB": ERROR}, ERROR, False), ({"HB101": WARNING}, WARNING, True), ({"HB101": ADVISORY}, ADVISORY, True)],
)
def test_a_judgment_is_lowered_and_the_original_is_kept(
    severities: Mapping[str, Severity],
    severity: Severity,
    is_lowered: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    outcome = _checked(Settings(severities=severities))
    assert _of(outcome.findings, "HB101") == [("HB101", severity)]
    assert _of(outcome.lowered.findings) == ([("HB101", ERROR)] if is_lowered else [])


def test_a_finding_that_edgar_suspends_survives_even_if_its_rule_is_mostly_a_judgment() -> None:
    changes: dict[str, Any] = {"/nonDerivativeTable/0/sharesOwnedFollowingTransaction": -1}
    negative = filing(**changes)
    assert catalogue()["HB101"].edgar is not SUSPENDS
    outcome = check_under(Settings(ignore=("HB",)), negative, FILED_AT)
    found = {finding.edgar for finding in outcome.findings if finding.rule == "HB101"}
    assert found == {SUSPENDS}
    assert "HB101" in outcome.applied


def test_a_look_runs_the_selected_rules_alone() -> None:
    outcome = _checked(Settings(select=("HB", "FN103"), ignore=("HB102",), is_look=True))
    assert all(rule == "FN103" or rule.startswith("HB") for rule in outcome.applied)
    assert outcome.not_run["RO102"] == NOT_SELECTED
    assert outcome.not_run["HB102"] == EXCLUDED
    assert {*outcome.applied, *outcome.not_applicable, *outcome.not_run} == catalogue().keys()


def test_a_rule_that_could_not_run_is_named_unless_the_settings_exclude_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    rules = catalogue()
    both = {rule: rules[rule]._replace(check=broken) for rule in ("HB101", "RO102")}
    monkeypatch.setattr("form4gen.rules.applying.catalogue", lambda: rules | both)
    assert _checked().could_not_run.keys() == {"HB101", "RO102"}
    assert _checked(Settings(ignore=("HB", "RO"))).could_not_run.keys() == {"RO102"}


def test_what_is_not_listed_is_held_back_and_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.rules.listing.LISTED", 1)
    rows = [{"kind": "holding", "securityTitle": "Common Stock", "sharesOwnedFollowingTransaction": 5}] * 4
    one = filing(**{"/nonDerivativeTable": rows})
    (more,) = [each for each in check_under(Settings(), one, FILED_AT).more if each.rule == "HB106"]
    held = check_under(Settings(ignore=("HB106",)), one, FILED_AT)
    assert more in held.excluded.more
    assert "HB106" not in {each.rule for each in held.more}
    severe = more._replace(severity=ERROR)
    assert Held((), (severe, severe._replace(is_accepted=True), more)).error_count == severe.number
