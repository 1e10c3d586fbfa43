"""``form4gen deadline``: when a trade of a day must be on file."""

from __future__ import annotations

import json

import pytest
from command_line import run

AT = ("--filed-at", "2026-11-09T17:30")


@pytest.mark.parametrize(
    ("arguments", "due"),
    [
        (("2026-11-05",), "Mon, Nov 9, 2026"),
        (("2026-11-09",), "Thu, Nov 12, 2026"),
        (("2026-11-05", "--notified", "2026-11-09"), "Thu, Nov 12, 2026"),
        (("2026-11-05", "--notified", "2026-11-13"), "Fri, Nov 13, 2026"),
        (("2026-11-24",), "Fri, Nov 27, 2026"),
        (("2026-12-23",), "Mon, Dec 28, 2026"),
        # days with a history: closed by order, of mourning, a hurricane, and a trade at the weekend
        (("2018-12-04",), "Fri, Dec 7, 2018"),
        (("2025-12-23",), "Tue, Dec 30, 2025"),
        (("2025-12-22",), "Mon, Dec 29, 2025"),
        (("2025-01-08",), "Mon, Jan 13, 2025"),
        (("2012-10-29",), "Wed, Oct 31, 2012"),
        (("2026-11-07",), "Tue, Nov 10, 2026"),
        (("2026-04-02",), "Mon, Apr 6, 2026"),
    ],
)
def test_the_due_day_is_the_second_business_day(arguments: tuple[str, ...], due: str) -> None:
    result = run("deadline", *arguments, *AT)
    assert result.exit_code == 0
    assert result.stdout.removeprefix("LATE - ").startswith(f"due {due}, 10:00 p.m. ET (")


def test_the_hours_left_and_the_reading_are_told() -> None:
    assert run("deadline", "2026-11-05", *AT).stdout == (
        "due Mon, Nov 9, 2026, 10:00 p.m. ET (4 h 30 min left)\n"
        "    traded Thu, Nov 5, 2026; counted from the trade date\n"
    )


def test_a_late_notice_counts_from_the_third_business_day_and_closed_days_are_told() -> None:
    told = " ".join(run("deadline", "2026-11-05", "--notified", "2026-11-13", *AT).stdout.split())
    assert "executed Tue, Nov 10, 2026; counted from the third business day after the trade" in told
    assert "excludes Wed, Nov 11, 2026 (Veterans Day)" in told


@pytest.mark.parametrize(
    ("filed", "words"),
    [
        ("2026-12-28T22:00", "due {} (0 h 0 min left)"),
        ("2026-12-28T22:01", "possibly late - due {} (0 h 1 min ago)"),
        ("2026-12-29T22:00", "possibly late - due {} (24 h 0 min ago)"),
        ("2026-12-29T22:01", "LATE - due {} (24 h 1 min ago)"),
        ("2026-12-31T12:00", "LATE - due {} (2 days 14 h ago)"),
    ],
)
def test_a_day_of_which_nobody_knows_leaves_a_doubt(filed: str, words: str) -> None:
    told = " ".join(run("deadline", "2026-12-23", "--filed-at", filed).stdout.split())
    assert told.startswith(f"{words.format('Mon, Dec 28, 2026, 10:00 p.m. ET')} traded Wed, Dec 23, 2026")
    assert "form4gen does not know whether EDGAR was open on Thu, Dec 24, 2026" in told
    assert told.endswith("if it was closed, due Tue, Dec 29, 2026, 10:00 p.m. ET")


def test_a_program_reads_it_as_json() -> None:
    told = json.loads(run("deadline", "2026-11-09", *AT, "--format", "json").stdout)
    assert told["due"] == "2026-11-12T22:00:00-05:00"
    assert told["secondsLeft"] == 3 * 86400 + 4 * 3600 + 1800
    assert [each["name"] for each in told["passedOver"]] == ["Veterans Day"]
    assert "rows" not in told


def test_without_a_filing_time_the_clock_is_asked() -> None:
    assert run("deadline", "2020-11-05").stdout.startswith("LATE - due Mon, Nov 9, 2020, 10:00 p.m. ET (")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("2026-11-31",), "'2026-11-31' is not a date. Write 2026-11-05."),
        (("5 Nov 2026",), "'5 Nov 2026' is not a date."),
        (("2026-11-05", "--notified", "soon"), "'soon' is not a date."),
        (("2026-11-05", "--notified", "2026-11-04"), "The notice of 2026-11-04 is before the trade."),
        (("2002-12-31",), "No due date: form4gen's calendar begins in 2003"),
    ],
)
def test_what_names_no_day_is_refused(arguments: tuple[str, ...], complaint: str) -> None:
    result = run("deadline", *arguments, *AT)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert result.stdout == ""
