"""The verdict of the memorandum, case by case: heading, sentences, frame and due time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from case_files import EASTERN
from memo_samples import NO_PLAN, checked, memo_on, purchases, sample
from report_samples import finding, report

from form4gen.api.rules import explanations
from form4gen.location import ROOT
from form4gen.report.filing_time import TimeBasis
from form4gen.report.memo import memo
from form4gen.report.memo_verdict import Box
from form4gen.report.record import Report
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.engine import Finding
from form4gen.rules.settings import Settings

ERROR, WARNING, ADVISORY = Severity
SUSPENDS, ACCEPTS, UNKNOWN = Edgar.SUSPENDS, Edgar.ACCEPTS, Edgar.UNKNOWN
ROWS = (*(f"/nonDerivativeTable/{row}" for row in range(5)), "/derivativeTable/0", "/derivativeTable/1")
NOT_DEEMED = tuple(f"{row}/deemedExecutionDate" for row in (*ROWS[:3], ROWS[5]))
NOTHING_TO_CORRECT = "Nothing on the form needs correction. Do not hold it back to perfect it"


def some(many: int, severity: Severity = ERROR, edgar: Edgar = ACCEPTS, rule: str = "PR110") -> list[Finding]:
    """Findings with as many causes."""
    name = f"{rule}{severity.value}{edgar.value}"
    return [
        finding(rule, severity, edgar, at=ROOT / f"{name}{number}")._replace(remedy=f"{name}{number}")
        for number in range(many)
    ]


def late(rows: int) -> list[Finding]:
    return [finding("DL101", WARNING, at=ROOT / "nonDerivativeTable" / row) for row in range(rows)]


def boxed(one: Report) -> Box:
    return memo(one, None, explanations()).verdict


def said(each: Box) -> tuple[str, str]:
    """The line on the due time, its blanks as a person types them."""
    return each.due.replace("\u00a0", " "), each.left.replace("\u00a0", " ")


DUES = checked(purchases(9), datetime(2026, 11, 23, 11, 20, tzinfo=EASTERN)).deadlines


def with_rows(*findings: Finding, **options: Any) -> Report:
    return report(*findings, **options)._replace(deadlines=DUES)


@pytest.mark.parametrize(
    ("one", "heading", "sentences", "frame"),
    [
        (
            report(could_not_run={"TC105": "x", "TC106": "y"}),
            "Not fully checked: two rules could not run",
            ("This is a fault of the program. Do not rely on this memorandum. No errors, no warnings, nothing to have "
            "in hand."),
            "stop",
        ),
        (
            report(*some(1), could_not_run={"TC105": "x"}),
            "Not fully checked: one rule could not run",
            ("This is a fault of the program. Do not rely on this memorandum. The rules that ran found one error. "
            "EDGAR does not check for it; it would become public and need an amendment."),
            "stop",
        ),
        (
            with_rows(*late(2), *some(1, WARNING), could_not_run={"TC105": "x"}),
            "Not fully checked: one rule could not run",
            ("This is a fault of the program. Do not rely on this memorandum. The rules that ran "
            "found no errors and two late transactions. Also one warning to review."),
            "stop",
        ),
        (
            with_rows(*late(1), *some(2), could_not_run={"TC105": "x"}),
            "Not fully checked: one rule could not run",
            ("This is a fault of the program. Do not rely on this memorandum. The rules that ran "
            "found two errors and one late transaction. The form is already late. Correct the errors and file; do not "
            "wait for anything else."),
            "stop",
        ),
        (
            with_rows(*late(2), could_not_run={"TC105": "x"}),
            "Not fully checked: one rule could not run",
            ("This is a fault of the program. Do not rely on this memorandum. The rules that ran "
            "found no errors and two late transactions."),
            "stop",
        ),
        (
            report(*some(2), *some(1, edgar=SUSPENDS), *some(4, WARNING)),
            "Do not file: three errors to correct",
            ("EDGAR will suspend the filing for one of them; the other two would become public and need an amendment. "
            "Also four warnings to review."),
            "stop",
        ),
        (
            report(*some(1), *some(1, edgar=SUSPENDS)),
            "Do not file: two errors to correct",
            "EDGAR will suspend the filing for one of them; the other would become public and need an amendment.",
            "stop",
        ),
        (report(*some(1, edgar=SUSPENDS)), "Do not file: one error to correct", "EDGAR will suspend the filing for it.",
         "stop"),
        (
            report(*some(2, edgar=SUSPENDS)),
            "Do not file: two errors to correct",
            "EDGAR will suspend the filing for both.",
            "stop",
        ),
        (
            report(*some(12, edgar=SUSPENDS)),
            "Do not file: 12 errors to correct",
            "EDGAR will suspend the filing for all 12.",
            "stop",
        ),
        (
            report(*some(2)),
            "Do not file: two errors to correct",
            "EDGAR does not check for them; they would become public and need an amendment.",
            "stop",
        ),
        (
            report(*some(1, edgar=UNKNOWN)),
            "Do not file: one error to correct",
            "EDGAR does not say what it does about it.",
            "stop",
        ),
        (
            report(*some(1, edgar=UNKNOWN), *some(1, edgar=SUSPENDS), *some(1)),
            "Do not file: three errors to correct",
            ("EDGAR will suspend the filing for one of them; it does not say what it does about one of them; the other "
            "would become public and need an amendment."),
            "stop",
        ),
        (
            with_rows(*some(2), *late(5)),
            "Correct and file today: two errors, five late transactions",
            "The form is already late. Correct the errors and file; do not wait for anything else.",
            "stop",
        ),
        (
            with_rows(*some(1, edgar=SUSPENDS), *late(1)),
            "Correct and file today: one error, one late transaction",
            ("The form is already late. Correct the error and file; do not wait for anything else. EDGAR will suspend "
            "the filing for it."),
            "stop",
        ),
        (with_rows(*late(9)), "File now: all nine transactions are late", f"{NOTHING_TO_CORRECT}.", "late"),
        (
            with_rows(*late(5), *some(1, WARNING)),
            "File now: 5 of 9 transactions are late",
            f"{NOTHING_TO_CORRECT}; one point deserves a look while it is prepared.",
            "late",
        ),
        (report(*some(2, WARNING)), "Ready to file, two points to review", "No errors.", "review"),
        (
            report(*some(1, WARNING), settings=Settings("form4gen.toml", strict=True)),
            "Do not file: one point to settle first",
            "No errors, but the settings count warnings as errors.",
            "stop",
        ),
        (
            report(*some(1, ADVISORY, rule="SG109"), *some(2, ADVISORY, rule="AD101")),
            "Ready to file",
            "No errors and no warnings. One document to have in hand. Two points for counsel.",
            "ready",
        ),
        (report(), "Ready to file", "No errors, no warnings, nothing to have in hand.", "ready"),
        (
            report(finding(accepted=True), finding("PR110", WARNING, accepted=True)),
            "Ready to file",
            "No errors, no warnings, nothing to have in hand. Two findings were accepted and are listed below.",
            "ready",
        ),
        (
            report(not_run={"TC105": EXCLUDED}),
            "Checked in part",
            "No errors, no warnings, nothing to have in hand. The settings exclude one rule.",
            "review",
        ),
    ],
)  # fmt: skip
def test_each_case_has_its_heading_its_sentences_and_its_frame(
    one: Report, heading: str, sentences: str, frame: str
) -> None:
    each = boxed(one)
    assert (each.heading, each.sentences, each.frame) == (heading, sentences, frame)


@pytest.mark.parametrize(
    ("one", "heading", "sentences"),
    [
        (report(), "On file, no errors", "No errors, no warnings, nothing to have in hand."),
        (report(*some(1, WARNING)), "On file, one point to review", "No errors."),
        (report(*some(1)), "On file with one error", "A Form 4/A corrects it."),
        (report(*some(2)), "On file with two errors", "A Form 4/A corrects them."),
        (with_rows(*late(2)), "On file, two late transactions", "No errors and no other warnings."),
        (with_rows(*some(1), *late(1)), "On file with one error, one late transaction", "A Form 4/A corrects it."),
    ],
)
def test_a_form_on_file_is_not_to_be_filed(one: Report, heading: str, sentences: str) -> None:
    each = boxed(one._replace(is_on_record=True))
    assert (each.heading, each.sentences) == (heading, sentences)


@pytest.mark.parametrize(
    ("filed_at", "due", "left"),
    [
        ("2026-11-09T16:05", "Due Mon, Nov 9, 2026, 10:00 p.m. ET", (", 5 h 55 min after the planned filing, for four "
         "rows; the rest Tue, Nov 10, 2026.")),
        ("2026-11-07T12:00", "Due Mon, Nov 9, 2026, 10:00 p.m. ET", (", 2 days 10 h after the planned filing, for four "
         "rows; the rest Tue, Nov 10, 2026.")),
        ("2026-11-10T16:05", "Due Mon, Nov 9, 2026, 10:00 p.m. ET", ". Late by 18 h 5 min at the planned filing."),
        ("2026-11-16T09:00", "Due from Mon, Nov 9, to Tue, Nov 10, 2026, at 10:00 p.m. ET", (". Rows are 5 to 6 days "
         "late at the planned filing.")),
    ],
)  # fmt: skip
def test_the_due_time_follows_with_the_time_to_it(filed_at: str, due: str, left: str) -> None:
    when = datetime.fromisoformat(filed_at).replace(tzinfo=EASTERN)
    one = sample(NOT_DEEMED, **(NO_PLAN | {"/footnotes/F1": "A note."}))
    assert said(memo_on(one, when).verdict) == (due, left)


def test_rows_without_a_date_have_no_due_time() -> None:
    one = sample((*NOT_DEEMED, *(f"{row}/transactionDate" for row in ROWS)))
    assert said(memo_on(one).verdict) == ("Due time unknown", ": seven rows lack a date to count from.")


def test_nothing_that_is_due_has_no_line() -> None:
    assert said(boxed(report())) == ("", "")


def test_a_time_of_the_clock_is_now() -> None:
    each = with_rows(*late(9))._replace(time_basis=TimeBasis.CLOCK)
    assert boxed(each).left.endswith("days late now.")
