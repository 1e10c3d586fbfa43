"""The verdict, case by case."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from case_base import filing
from report_samples import FILED_AT, finding, report

from form4gen.accounts.due_dates import DueDate, due_dates
from form4gen.location import ROOT
from form4gen.report.as_json import as_json
from form4gen.report.causes import causes
from form4gen.report.due import due_line
from form4gen.report.filing_time import TimeBasis
from form4gen.report.record import Report
from form4gen.report.text import text
from form4gen.report.verdict import line, verdict
from form4gen.rules.applying import EXCLUDED, NO_FILING
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding
from form4gen.rules.settings import Settings

ERROR, WARNING, ADVISORY = Severity
ROWS = ROOT / "nonDerivativeTable"
NO_PLAN = {"/aff10b5One": False, "/footnotes/F1": "A note."}
ON_FRIDAY = NO_PLAN | {
    f"{row}/transactionDate": "2026-11-06"
    for row in (*(f"/nonDerivativeTable/{number}" for number in range(3)), "/derivativeTable/0")
}


def rows(many: int) -> tuple[DueDate, ...]:
    """The due dates of so many transactions, which are of one day."""
    gone = ("/derivativeTable", *(f"/nonDerivativeTable/{row}" for row in range(2, many - 1, -1)))
    changes = {key: value for key, value in ON_FRIDAY.items() if not key.startswith(gone)}
    return tuple(due_dates(filing(changes, remove=gone), FILED_AT))


def some(many: int, severity: Severity = ERROR, edgar: Edgar = Edgar.ACCEPTS, rule: str = "PR110") -> list[Finding]:
    """Findings with as many causes."""
    return [
        finding(rule, severity, edgar, at=ROOT / f"{severity.value}{edgar.value}{number}")._replace(
            remedy=f"{severity.value}{edgar.value}{number}"
        )
        for number in range(many)
    ]


def late(rows: int) -> list[Finding]:
    return [finding("DL101", WARNING, at=ROWS / row / "transactionDate") for row in range(rows)]


def words(one: Report) -> str:
    return line(verdict(one, causes(one.open)))


STRICT = Settings("form4gen.toml", strict=True)


@pytest.mark.parametrize(
    ("one", "told", "case"),
    [
        (report(), "No errors, warnings or advisories", "nothing"),
        (report(*some(1, ADVISORY)), "No errors or warnings; 1 advisory", "advisories"),
        (report(*some(2, WARNING)), "No errors; 2 warnings to review", "warnings"),
        (
            report(*some(1, WARNING), *some(2, ADVISORY)),
            "No errors; 1 warning to review; 2 advisories",
            "warnings",
        ),
        (report(*some(1)), "Do not file: 1 error", "errors"),
        (
            report(*some(1), *some(1, edgar=Edgar.SUSPENDS)),
            "Do not file: 2 errors, 1 of which EDGAR would suspend",
            "errors",
        ),
        (report(*some(1, edgar=Edgar.SUSPENDS)), "Do not file: 1 error, which EDGAR would suspend", "errors"),
        (report(*some(2, edgar=Edgar.SUSPENDS)), "Do not file: 2 errors, both of which EDGAR would suspend", "errors"),
        (report(*some(3, edgar=Edgar.SUSPENDS)), "Do not file: 3 errors, all of which EDGAR would suspend", "errors"),
        (report(*some(1), *some(3, WARNING)), "Do not file: 1 error; 3 warnings to review", "errors"),
        (report(*late(3)), "File now: all 3 transactions are late", "late"),
        (report(*late(2)), "File now: 2 of 3 transactions are late", "late"),
        (report(*late(1)), "File now: 1 of 3 transactions is late", "late"),
        (
            report(*late(3), *some(2, WARNING)),
            "File now: all 3 transactions are late; 2 warnings to review",
            "late",
        ),
        (
            report(*late(2), *some(2)),
            "Correct and file today: 2 errors, 2 late transactions",
            "errors and late",
        ),
        (
            report(*some(1), *late(1), *some(1, WARNING), could_not_run={"TC103": "x"}),
            (
                "Not fully checked: 1 rule could not run; do not rely on this report; 1 error; 1 of 3 transactions is "
                "late; 1 warning to review"
            ),
            "not fully checked",
        ),
        (
            report(finding("JS101", edgar=None), not_run={"TC105": NO_FILING}),
            "Not yet a filing: 1 fault in the document to correct; no rule was run",
            "not a filing",
        ),
        (
            report(finding(accepted=True)),
            "No errors, warnings or advisories; 1 finding accepted",
            "nothing",
        ),
        (
            report(not_run={"TC105": EXCLUDED, "HB107": "needs prior filings"}),
            "No errors, warnings or advisories; 1 rule excluded by settings",
            "nothing",
        ),
        (
            report(excluded=tuple(some(2))),
            "No errors, warnings or advisories; 2 errors held back by settings",
            "nothing",
        ),
        (
            report(settings=Settings(select=("TC", "RO102"), is_look=True)),
            "No errors, warnings or advisories; only TC, RO102 checked",
            "nothing",
        ),
        (
            report(*some(1, WARNING), settings=STRICT),
            "Do not file: 1 warning, which counts as an error under the settings",
            "warnings that count as errors",
        ),
        (
            report(*some(2, WARNING), settings=STRICT),
            "Do not file: 2 warnings, which count as errors under the settings",
            "warnings that count as errors",
        ),
        (
            report(*some(2, WARNING), settings=Settings("form4gen.toml")),
            "No errors; 2 warnings to review",
            "warnings",
        ),
    ],
)
def test_each_case_has_its_words(one: Report, told: str, case: str) -> None:
    one = one._replace(deadlines=rows(3))
    assert words(one) == told
    machine = json.loads(as_json(one))["verdict"]
    assert (machine["words"], machine["case"]) == (told, case)


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ([], "Filed with no errors or warnings"),
        (some(1, WARNING), "Filed with no errors; 1 warning to review"),
        (late(2), "Filed late: 2 transactions of 3"),
        (some(1) + late(2), "Filed with 1 error, 2 late transactions; a Form 4/A corrects a form on file"),
        (some(2) + some(1, WARNING), "Filed with 2 errors; a Form 4/A corrects a form on file; 1 warning to review"),
    ],
)
def test_a_form_on_record_is_not_told_to_be_filed(findings: list[Finding], told: str) -> None:
    assert words(report(*findings)._replace(is_on_record=True, deadlines=rows(3))) == told


@pytest.mark.parametrize(("many", "told"), [(1, "the transaction is late"), (2, "both transactions are late")])
def test_one_or_two_late_transactions_are_named_as_such(many: int, told: str) -> None:
    one = report(*late(many))._replace(deadlines=rows(many))
    assert words(one) == f"File now: {told}"


def test_the_verdict_is_the_second_line_of_the_text() -> None:
    assert text(report(*some(2))).splitlines()[1] == "Do not file: 2 errors"
    assert "\x1b[31;1mDo not file: 2 errors\x1b[0m" in text(report(*some(2)), color=True)
    assert "\x1b[33;1mNo errors; 1 warning to review\x1b[0m" in text(report(*some(1, WARNING)), color=True)
    assert "\x1b[1mNo errors, warnings or advisories\x1b[0m" in text(report(), color=True)


def test_what_was_not_run_is_never_called_not_applicable() -> None:
    told = text(report(finding("JS101", edgar=None, at=ROOT), not_run={"TC105": NO_FILING, "TC106": NO_FILING}))
    assert "2 not run (the document is not yet a filing), 0 could not run" in told
    assert "not applicable" not in told


def due(changes: dict[str, Any], days: float = 0, basis: TimeBasis = TimeBasis.OPTION, **facts: Any) -> str:
    at = FILED_AT + timedelta(days=days)
    dues = tuple(due_dates(filing(changes), at))
    return "".join(due_line(report()._replace(filed_at=at, deadlines=dues, time_basis=basis, **facts)))


def test_the_due_time_is_told_with_the_time_that_is_left() -> None:
    head = "Due Tue, Nov 10, 2026, 10:00 p.m. ET"
    assert due(ON_FRIDAY) == f"{head}, 29 h 55 min after the planned filing."
    assert due(ON_FRIDAY, 1.2) == f"{head}, 1 h 7 min after the planned filing."
    assert due(ON_FRIDAY, basis=TimeBasis.CLOCK) == f"{head}, 29 h 55 min from now."
    assert due(ON_FRIDAY, basis=TimeBasis.SIGNATURE) == f"{head}, 1 day after the signature date."
    assert due(ON_FRIDAY, 1, TimeBasis.HEADER_DATE) == f"{head}, on the filing date."
    assert due(ON_FRIDAY, is_on_record=True) == f"{head}, 29 h 55 min after the filing."


def test_two_due_times_begin_with_the_earliest() -> None:
    early = ON_FRIDAY | {"/nonDerivativeTable/0/transactionDate": "2026-11-05"}
    head = "Due Mon, Nov 9, 2026, 10:00 p.m. ET, 5 h 55 min after the planned filing, for 1 row"
    assert due(early) == f"{head}; the rest Tue, Nov 10, 2026."
    three = early | {"/nonDerivativeTable/1/transactionDate": "2026-11-09"}
    assert due(three) == f"{head}; the rest Tue, Nov 10, 2026 to Thu, Nov 12, 2026."


def test_a_deadline_that_may_have_passed_is_not_called_late() -> None:
    plan = {key: value for key, value in ON_FRIDAY.items() if key not in NO_PLAN}
    assert due(plan, 2) == (
        "Due Tue, Nov 10, 2026, 10:00 p.m. ET, 18 h 5 min before the planned filing. Possibly late: see Deadlines."
    )


def test_late_rows_are_told_from_the_first_to_the_last() -> None:
    assert due(ON_FRIDAY, 2) == "Due Tue, Nov 10, 2026, 10:00 p.m. ET. Late by 18 h 5 min at the planned filing."
    assert due(ON_FRIDAY, 5) == "Due Tue, Nov 10, 2026, 10:00 p.m. ET. Late by 3 days at the planned filing."
    assert due(ON_FRIDAY, 3, TimeBasis.CLOCK).endswith("Late by 1 day now.")
    old = {"/nonDerivativeTable/0/transactionDate": "2026-10-09", "/derivativeTable/0/transactionDate": "2026-10-09"}
    assert due(ON_FRIDAY | old, 10) == (
        "Due from Wed, Oct 14, to Tue, Nov 10, 2026, at 10:00 p.m. ET. Rows are 8 to 35 days late at the planned "
        "filing."
    )
    assert due(ON_FRIDAY | old, 2).endswith("Rows are 18 h 5 min to 27 days late at the planned filing.")
    year = {key: value.replace("2026-10", "2025-10") for key, value in old.items()}
    assert due(ON_FRIDAY | year, 10).startswith("Due from Tue, Oct 14, 2025, to Tue, Nov 10, 2026, at 10:00 p.m. ET.")


def test_without_a_date_to_count_from_the_due_time_is_unknown() -> None:
    undated = filing(
        NO_PLAN | {"/derivativeTable": []},
        remove=tuple(f"/nonDerivativeTable/{row}/transactionDate" for row in range(3)),
    )
    one = report()._replace(deadlines=tuple(due_dates(undated, FILED_AT)))
    assert "".join(due_line(one)) == "Due time unknown: 3 rows lack a date to count from."
    assert "".join(due_line(report())) == ""


def test_an_amendment_has_no_due_time() -> None:
    amended = filing(base="amendment")
    one = report()._replace(deadlines=tuple(due_dates(amended, FILED_AT)))
    assert "".join(due_line(one)).startswith("No due time: file an amendment promptly. The original, filed ")
    undated = filing(base="amendment", remove=("/dateOfOriginalSubmission",))
    assert "".join(due_line(one._replace(deadlines=tuple(due_dates(undated, FILED_AT))))) == (
        "No due time: an amendment is judged by its original, whose filing date is not given."
    )
