"""The deadlines and the balances of the text report, and the line of the document under a finding."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from case_base import filing
from case_files import EASTERN
from report_samples import finding, report

from form4gen.accounts.due_dates import due_dates
from form4gen.accounts.ledger import ledger
from form4gen.accounts.workings import workings
from form4gen.report.concise import concise
from form4gen.report.excerpt import excerpt
from form4gen.report.ink import Ink
from form4gen.report.proof import WORKINGS, balance_lines, deadline_lines, working_lines
from form4gen.report.record import Report, Spot
from form4gen.report.text import text
from form4gen.rules.catalogue import Severity

NO_PLAN = {"/aff10b5One": False, "/footnotes/F1": "A note."}
BALANCE = "sharesOwnedFollowingTransaction"


def deadlines(changes: dict[str, Any], filed: str = "2026-11-09T17:30", width: int = 200) -> list[str]:
    dues = due_dates(filing(changes), datetime.fromisoformat(filed).replace(tzinfo=EASTERN))
    return list(deadline_lines(dues, Ink(color=False), width))


def balances(changes: dict[str, Any] | None = None, *, color: bool = False) -> list[str]:
    return list(balance_lines(ledger(filing(changes)), Ink(color), 96))


def mark(line: str, column: int = 1, width: int = 60) -> list[str]:
    one = finding(line=7)._replace(column=column)
    return list(excerpt(one, Spot(line, column - 1, 0, len(line)), Ink(color=False), width))


def test_a_deadline_is_told_with_its_rows_the_time_left_and_how_it_was_counted() -> None:
    assert deadlines(NO_PLAN) == [
        "Table I, rows 1-3; Table II, row 1: due Mon, Nov 9, 2026, 10:00 p.m. ET (4 h 30 min left)",
        "    traded Thu, Nov 5, 2026; counted from the trade date",
        "    basis: Form 4 (Form 4 Instruction 4(a)(i)(3); Form 4 Instruction 4(a)(i)(1))",
    ]


def test_a_basis_that_is_not_the_ordinary_one_is_shown_with_its_reason() -> None:
    inherited = {"/nonDerivativeTable/0/transactionCode": "W", "/context/issuerFiscalYearEnd": "12-31"}
    assert deadlines(NO_PLAN | inherited)[-1] == (
        "    basis: may wait for Form 5. An acquisition or disposition by will or descent may wait for Form 5 (Rule "
        "16b-5). (Rule 16b-5)"
    )


def test_a_row_that_need_not_be_reported_is_not_due() -> None:
    plan = {"/nonDerivativeTable/0/transactionCode": "A", "/nonDerivativeTable/0/exemption": "16b-3(c)"}
    first, traded, why = deadlines(NO_PLAN | plan, width=300)[-3:]
    assert first == "Table I, row 1: no report due (not reportable)"
    assert traded == "    traded Thu, Nov 5, 2026"
    assert why == (
        "    basis: not reportable. The row relies on Rule 16b-3(c) (a tax-conditioned plan), which takes it out of "
        "Section 16(a). (Rule 16b-3(c))"
    )


def test_a_row_whose_basis_is_not_clear_shows_both_days() -> None:
    other = {"/nonDerivativeTable/0/transactionCode": "J", "/nonDerivativeTable/0/transactionPricePerShare": 0}
    told = deadlines(NO_PLAN | other | {"/context/issuerFiscalYearEnd": "12-31"}, "2026-11-10T12:00", 300)
    assert "Table I, row 1: possibly late - due Mon, Nov 9, 2026, 10:00 p.m. ET (14 h ago)" in told
    assert any("if it may wait for Form 5, due Tue, Feb 16, 2027, 10:00 p.m. ET" in line for line in told)
    assert any(line.startswith("    basis: not clear from the form. Code J does not say") for line in told)


def test_a_basis_that_is_only_probable_says_so() -> None:
    gift = {"/nonDerivativeTable/0/transactionCode": "G", "/nonDerivativeTable/0/transactionAcquiredDisposedCode": "D"}
    march = gift | {"/nonDerivativeTable/0/transactionDate": "2023-03-15"}
    assert any(line.startswith("    basis: Form 4, probably. Sources differ") for line in deadlines(NO_PLAN | march))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {
                "/nonDerivativeTable/0/transactionDate": "2026-11-07",
                "/footnotes/F1": "If the vesting date falls on a non-business day, the next business day shall apply.",
            },
            "traded Sat, Nov 7, 2026; moved to Mon, Nov 9, 2026; counted from the next business day",
        ),
        (
            {"/nonDerivativeTable/0/transactionCode": "L", "/nonDerivativeTable/0/deferralEndedOn": "2026-11-06"},
            "traded Thu, Nov 5, 2026; deferral ended Fri, Nov 6, 2026; counted from the day on which the deferral",
        ),
    ],
)
def test_the_day_from_which_the_time_runs_is_named(changes: dict[str, Any], words: str) -> None:
    assert any(line.startswith(f"    {words}") for line in deadlines(NO_PLAN | changes, width=400))


def test_a_late_row_is_set_off_in_color() -> None:
    dues = due_dates(filing(NO_PLAN), datetime(2026, 11, 10, 12, tzinfo=EASTERN))
    first, *_ = deadline_lines(dues, Ink(color=True), 96)
    when = "due Mon, Nov 9, 2026, 10:00 p.m. ET (14 h ago)"
    assert first == f"\x1b[33;1mTable I, rows 1-3; Table II, row 1: LATE - {when}\x1b[0m"


def test_what_a_late_notice_could_bring_is_told() -> None:
    first, *rest = deadlines({}, "2026-11-10T12:00")
    assert first == (
        "Table I, rows 1-3; Table II, row 1: possibly late - due Mon, Nov 9, 2026, 10:00 p.m. ET (14 h ago)"
    )
    assert " ".join(" ".join(rest).split()).startswith(
        "traded Thu, Nov 5, 2026; counted from the trade date, because no deemed execution date is given; if notice "
        "came late, due by Fri, Nov 13, 2026, 10:00 p.m. ET"
    )


def test_a_deferred_row_names_its_day_of_execution() -> None:
    row = {"/nonDerivativeTable/0/deemedExecutionDate": "2026-11-06"}
    assert (
        "    traded Thu, Nov 5, 2026; deemed executed Fri, Nov 6, 2026; counted from the deemed execution date"
        in deadlines(row)
    )


def test_a_row_without_a_due_date_says_what_is_wanting() -> None:
    early = NO_PLAN | {"/nonDerivativeTable/0/transactionCode": "W"}
    assert deadlines(early)[3:5] == [
        "Table I, row 1: no due date (the issuer's fiscal year end is not given (issuerFiscalYearEnd))",
        "    traded Thu, Nov 5, 2026",
    ]
    undated = NO_PLAN | {"/nonDerivativeTable/0/transactionDate": {"footnotes": ["F1"]}}
    assert deadlines(undated)[3] == "Table I, row 1: no due date (the transaction date is missing)"


@pytest.mark.parametrize(
    ("original", "words"),
    [
        ({"/dateOfOriginalSubmission": "2026-11-09"}, "the original, filed Nov 9, 2026, was on time"),
        ({"/dateOfOriginalSubmission": "2026-11-10"}, "the original, filed Nov 10, 2026, was late"),
        ({}, "not judged, because the original's filing date is not given"),
    ],
)
def test_an_amendment_is_measured_by_its_original(original: dict[str, str], words: str) -> None:
    assert deadlines(NO_PLAN | {"/documentType": "4/A"} | original)[0].endswith(f"10:00 p.m. ET; {words}")


def test_an_original_in_the_days_of_doubt_may_be_in_time() -> None:
    changes = {"/documentType": "4/A", "/dateOfOriginalSubmission": "2026-11-12"}
    told = " ".join(deadlines(changes)[0:2])
    assert "the original, filed Nov 12, 2026, was possibly late" in told


def test_lines_keep_within_the_width() -> None:
    assert max(map(len, deadlines({}, width=50))) <= 50


def test_a_balance_is_a_small_table_and_a_holding_a_line() -> None:
    assert balances()[:6] == [
        "Table I, Common Stock, direct",
        "    before                          291,097",
        "    row 1  Nov 5, 2026  M  +10,000  301,097",
        "    row 2  Nov 5, 2026  S  -73,170  227,927",
        "    row 3  Nov 5, 2026  S  -74,907  153,020",
        "Table I, Common Stock, indirect, By Spouse: row 4, no transaction, 2,400 held",
    ]


def test_a_break_is_shown_beside_its_row_and_set_off_in_color() -> None:
    swapped = {f"/nonDerivativeTable/2/{BALANCE}": 150320}
    assert "    row 3  Nov 5, 2026  S  -74,907  150,320  !  227,927 - 74,907 = 153,020" in balances(swapped)
    assert [line for line in balances(swapped, color=True) if "\x1b[31;1m" in line] != []


def test_a_difference_that_is_accepted_says_why() -> None:
    told = {
        f"/nonDerivativeTable/2/{BALANCE}": {"value": 153120, "footnotes": ["F2"]},
        "/footnotes/F2": "Includes 100 shares acquired under the employee stock purchase plan.",
    }
    line = next(line for line in balances(told) if "row 3" in line)
    assert line.endswith("  ~  227,927 - 74,907 = 153,020; a footnote explains another change")


def test_a_row_that_is_not_summed_is_listed_below_its_line() -> None:
    assert "    row 2, not summed, 227,927 held" in balances(
        {"/nonDerivativeTable/1/transactionShares": {"footnotes": ["F1"]}}
    )
    alone = {"/derivativeTable/0/transactionShares": {"footnotes": ["F1"]}}
    assert "direct: row 1, not summed, 30,000 held Table II" in " ".join(" ".join(balances(alone)).split())
    assert any("no balance" in line for line in balances({f"/derivativeTable/1/{BALANCE}": {"footnotes": ["F1"]}}))


def test_a_line_of_which_no_row_can_be_summed_lists_its_rows() -> None:
    nothing = {f"/nonDerivativeTable/{row}/transactionShares": {"footnotes": ["F1"]} for row in range(3)}
    assert balances(nothing)[:3] == [
        "Table I, Common Stock, direct",
        "    row 1, not summed, 301,097 held",
        "    row 2, not summed, 227,927 held",
    ]


def test_a_line_in_another_order_than_the_document_says_so() -> None:
    backwards = {f"/nonDerivativeTable/{row}/{BALANCE}": held for row, held in enumerate((153020, 143020, 216190))}
    assert "Table I, Common Stock, direct (rows in the order in which they add up)" in balances(backwards)


def test_a_row_without_a_date_leaves_its_column_empty() -> None:
    line = next(
        line for line in balances({"/derivativeTable/0/transactionDate": {"footnotes": ["F1"]}}) if "  M  -" in line
    )
    assert line == "    row 1    M  -10,000  30,000"


def test_a_sum_between_rows_is_a_line_and_set_off_where_it_does_not_agree() -> None:
    wrong = {"/nonDerivativeTable/0/transactionShares": 11000}
    same, other = (workings(filing(changes))[0] for changes in ({}, wrong))
    assert list(working_lines((same, other), Ink(color=True), 120)) == [
        "Exercised (code M) on Nov 5, 2026: Table II disposes of 10,000, Table I acquires 10,000",
        f"\x1b[33;1m{other.subject}: Table II disposes of 10,000, Table I acquires 11,000, difference 1,000\x1b[0m",
    ]


def test_the_whole_report_has_both_after_the_findings_and_can_leave_them_out() -> None:
    one = filing()
    filed = datetime(2026, 11, 9, 17, 30, tzinfo=EASTERN)
    whole = Report(*report(finding())[:3], tuple(due_dates(one, filed)), tuple(ledger(one)), tuple(workings(one)))
    told = text(whole)
    assert told.index("HB102") < told.index("\nDeadlines\n") < told.index("\nBalances\n") < told.index("rules applied")
    assert "Deadlines" not in text(whole, proof=False)
    assert "Balances" not in text(whole, proof=False)
    assert told.index("Balances") < told.index(WORKINGS)
    assert WORKINGS not in text(whole, proof=False)


def test_the_line_of_the_document_stands_under_the_place_of_a_finding() -> None:
    source = "{\n" * 6 + '  "shares": 150320,\r\n}'
    told = text(report(finding(line=7)._replace(column=13))._replace(source=source))
    assert '\n     7 |   "shares": 150320,\n       |             ^^^^^^\n\n       The balance' in told.replace(
        "      7", "     7"
    )


@pytest.mark.parametrize(
    ("line", "column", "under"),
    [
        ('{"a": 12.5}', 7, "12.5"),
        ('{"a": true, "b": 1}', 7, "true"),
        ('{"a": "b \\" c", "d": 1}', 7, '"b \\" c"'),
        ('{"a": {"value": 1}}', 7, "{"),
        ('{"a": [1]}', 7, "["),
        ('{"a": "never closed', 7, '"never closed'),
        ("[1,2]", 4, "2"),
        ("[1,2", 4, "2"),
    ],
)
def test_the_mark_is_as_long_as_the_value(line: str, column: int, under: str) -> None:
    shown, marks = mark(line, column)
    start = marks.index("^")
    assert shown[start : start + marks.count("^")] == under


def test_a_place_that_says_nothing_has_no_line() -> None:
    assert mark("  {", 3) == []
    assert mark("  [", 3) == []
    assert mark("", 1) == []
    assert list(excerpt(finding(line=None), None, Ink(color=False), 60)) == []


def test_a_long_line_is_cut_around_the_value() -> None:
    line = "x" * 200 + '"value"' + "y" * 200
    shown, marks = mark(line, 201)
    assert len(shown) <= 60
    assert shown.startswith("     7 | ... x")
    assert shown.endswith("y ...")
    start = marks.index("^")
    assert shown[start : start + marks.count("^")] == '"value"'


def test_a_value_longer_than_the_line_is_marked_as_far_as_it_is_shown() -> None:
    shown, marks = mark('"' + "v" * 200 + '"', 1)
    assert len(marks) <= len(shown) <= 60
    at_the_end = mark("x" * 100 + '"v"', 101)[0]
    assert at_the_end.endswith('x"v"')


def test_wide_letters_and_letters_that_move_the_cursor_keep_the_mark_in_place() -> None:
    wide, marks = mark('["日本", "x"]', 8)
    assert marks.index("^") - wide.index('"x"') == 2
    assert mark('["e\u0301", "x"]', 8)[1].index("^") == mark('["e", "x"]', 7)[1].index("^")
    assert "\x1b" not in mark('["\x1b[2J", 1]', 11)[0]
    assert mark("\t1", 2)[0].endswith("|  1")


def test_one_line_a_finding_names_place_id_severity_cell_and_message() -> None:
    what = "Table I, row 2, column 5, Amount Beneficially Owned: The balance does not follow from the row before it."
    told = concise(report(finding(), finding("TC101", Severity.WARNING, accepted=True), file="a\x1b.json"))
    assert told.splitlines() == [
        "a\\x1b.json: Do not file: 1 error; 1 finding accepted",
        f"a\\x1b.json:40:9: HB102 error {what}",
        f"a\\x1b.json:40:9: TC101 warning (accepted) {what}",
    ]
    assert concise(report(finding(line=None))).splitlines()[1].startswith("form4.json: HB102 ")


def test_a_clean_file_is_ok_in_one_line() -> None:
    assert concise(report()) == "form4.json: ok: No errors, warnings or advisories\n"
    advised = concise(report(finding("SG109", Severity.ADVISORY))).splitlines()
    assert advised[0] == "form4.json: ok: No errors or warnings; 1 advisory"
    assert len(advised) == 2
    assert concise(report(finding(severity=Severity.WARNING))).startswith("form4.json: No errors; 1 warning to review")
    broken = concise(report(could_not_run={"TC105": "x"}))
    assert broken == "form4.json: Not fully checked: 1 rule could not run; do not rely on this report\n"
