"""``form4gen deadline``: when a trade of a day must be on file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from command_line import changed, run

from form4gen.resources import path_of

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
        ("2026-12-28T22:00", "due {} (0 min left)"),
        ("2026-12-28T22:01", "possibly late - due {} (1 min ago)"),
        ("2026-12-29T22:00", "possibly late - due {} (24 h ago)"),
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


FILED = ("--filed-at", "2017-11-15T17:30")


LARGE = {"row.transactionShares": 20000, "row.sharesOwnedFollowingTransaction": 21418}  # no small acquisition


def text_of(result: Result) -> str:
    """Standard output with its line ends as they are."""
    return result.stdout_bytes.decode()


def events(text: str) -> list[dict[str, str]]:
    """The properties of each event of a calendar, unfolded; those of its alarm come later and are left out."""
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def test_the_due_dates_of_filings_are_those_of_the_report(tmp_path: Path) -> None:
    path = changed(tmp_path, LARGE)
    assert run("deadline", path, *FILED).stdout == (
        f"{path}\n"
        "Table I, row 1: due Thu, Nov 16, 2017, 10:00 p.m. ET (28 h 30 min left)\n"
        "    traded Tue, Nov 14, 2017; counted from the trade date\n"
        "    basis: Form 4 (Form 4 Instruction 4(a)(i)(1))\n"
    )
    (found,) = json.loads(run("deadline", path, *FILED, "--format", "json").stdout)
    assert (found["file"], found["deadlines"][0]["due"]) == (path, "2017-11-16T22:00:00-05:00")


def test_a_filing_without_a_transaction_has_nothing_due(tmp_path: Path) -> None:
    path = changed(tmp_path, {"nonDerivativeTable": []})
    assert run("deadline", path, *FILED).stdout == f"{path}\nIt reports no transaction, so nothing is due.\n"


def test_a_calendar_has_an_event_for_each_due_date_in_universal_time(tmp_path: Path) -> None:
    changed(tmp_path, LARGE)
    changed(tmp_path, LARGE | {"row.transactionDate": "2017-07-03", "periodOfReport": "2017-07-03"}, "july.json")
    text = text_of(run("deadline", str(tmp_path), *FILED, "--ics"))
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    november, july = events(text)
    assert (november["DTSTART"], july["DTSTART"]) == ("20171117T030000Z", "20170707T020000Z")
    assert november["SUMMARY"] == "Form 4 due: Benjamin Locke M.\\, TECOGEN INC."
    assert july["SUMMARY"].startswith("LATE: Form 4 due: ")
    assert "Table I\\, row 1: due Thu\\, Nov 16\\, 2017\\, 10:00 p.m. ET\\ntraded Tue" in november["DESCRIPTION"]
    assert "\\nbasis: Form 4 (Form 4 Instruction 4(a)(i)(1))\\n" in november["DESCRIPTION"]
    assert november["UID"] != july["UID"]


def test_a_calendar_names_an_event_alike_each_time_and_folds_its_lines(tmp_path: Path) -> None:
    path = changed(tmp_path, {"owner.rptOwnerName": "\u00dc" * 60 + ";\\\u200b"})
    first, second = (text_of(run("deadline", path, *time, "--ics")) for time in (FILED, ()))
    assert events(first)[0]["UID"] == events(second)[0]["UID"]
    assert max(len(line.encode()) for line in first.split("\r\n")) == 75
    assert "\u00dc" * 60 + "\\;\\\\ \\, TECOGEN" in events(first)[0]["SUMMARY"]


def test_a_calendar_of_a_trade_has_one_event(tmp_path: Path) -> None:
    target = tmp_path / "due.ics"
    result = run("deadline", "2026-11-05", *AT, "--ics", "-o", str(target))
    assert (result.exit_code, result.stdout) == (0, f"{target}\n")
    (event,) = events(target.read_bytes().decode())
    assert (event["SUMMARY"], event["DTSTART"]) == ("Form 4 due", "20261110T030000Z")


def test_what_has_no_due_date_is_named_and_an_empty_calendar_is_none(tmp_path: Path) -> None:
    changes = {"documentType": "4/A", "dateOfOriginalSubmission": "2017-11-15"}
    amendment = changed(tmp_path, changes, "amendment.json")
    result = run("deadline", amendment, changed(tmp_path, LARGE), *FILED, "--ics")
    assert len(events(text_of(result))) == 1
    why = f"form4gen: {amendment}: Table I, row 1 is not in the calendar: an amendment has no due date of its own."
    assert why in result.stderr
    alone = run("deadline", amendment, *FILED, "--ics")
    assert (alone.exit_code, alone.stdout, why in alone.stderr) == (2, "", True)
    missing = run("deadline", changed(tmp_path, {"row.transactionDate": {"footnotes": []}}), *FILED, "--ics")
    assert "is not in the calendar: the transaction date is missing." in missing.stderr


def test_a_notice_belongs_to_a_trade_date(tmp_path: Path) -> None:
    result = run("deadline", changed(tmp_path, LARGE), "--notified", "2017-11-15")
    assert (result.exit_code, "--notified belongs to a trade date." in result.stderr) == (2, True)


def test_a_filing_time_in_a_file_is_the_time_that_counts(tmp_path: Path) -> None:
    path = changed(tmp_path, {"context": {"filedAt": "2017-11-16T21:30"}})
    assert "(30 min left)" in run("deadline", path).stdout


def test_a_filing_on_record_is_measured_at_its_own_time_and_a_draft_now(tmp_path: Path) -> None:
    on_record = run("deadline", str(Path(path_of("schemas", "examples", "sale-marked-acquired.xml"))))
    assert "due Thu, Mar 7, 2013" in on_record.stdout
    assert "LATE" not in on_record.stdout
    draft = changed(tmp_path, {"context": {}})
    assert "late - due Thu, Nov 16, 2017" in run("deadline", draft).stdout
