"""Findings for the tests of reports: evidently fictional, with every field in use."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from form4gen.law.authorities import FORM_4
from form4gen.location import ROOT, Place
from form4gen.model.filing import Override
from form4gen.report.record import Report
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding, Held, Outcome
from form4gen.rules.settings import Settings

FILED_AT = datetime(2026, 11, 9, 16, 5, tzinfo=ZoneInfo("America/New_York"))
BALANCE = ROOT / "nonDerivativeTable" / 1 / "sharesOwnedFollowingTransaction"


def finding(
    rule: str = "HB102",
    severity: Severity = Severity.ERROR,
    edgar: Edgar | None = Edgar.ACCEPTS,
    *,
    at: Place = BALANCE,
    line: int | None = 40,
    accepted: bool = False,
) -> Finding:
    override = Override(at=ROOT / "overrides" / 0, rule=rule, place="", reason="A split in between", by="A. Counsel")
    return Finding(
        rule,
        severity,
        edgar,
        "Table I, row 2, column 5, Amount Beneficially Owned",
        at,
        "The balance does not follow from the row before it.",
        "150,320",
        "153,020",
        "227,927 - 74,907 = 153,020",
        (FORM_4.at("Instruction 4(a)(ii)"), FORM_4.at("Instruction 4(a)(ii)")),
        "correct ``sharesOwnedFollowingTransaction`` or the row before it.",
        override if accepted else None,
        line,
        None if line is None else 9,
    )


def report(
    *findings: Finding,
    not_applicable: dict[str, str] | None = None,
    not_run: dict[str, str] | None = None,
    could_not_run: dict[str, str] | None = None,
    file: str = "form4.json",
    settings: Settings = Settings(),  # noqa: B008  it cannot be changed
    excluded: tuple[Finding, ...] = (),
    lowered: tuple[Finding, ...] = (),
) -> Report:
    applied = ("RO102", "HB102")
    outcome = Outcome(findings, applied, not_applicable or {}, could_not_run or {}, settings=settings)
    outcome = outcome._replace(excluded=Held(excluded), lowered=Held(lowered), not_run=not_run or {})
    return Report(file, FILED_AT, outcome)
