"""The time of filing: from where it is taken, and what names no time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from command_line import TECOGEN, changed, run

from form4gen.api.filing_time import TimeBasis
from form4gen.cli.clock import eastern, filing_time
from form4gen.errors import UnusableInputError

EASTERN = ZoneInfo("America/New_York")


def _headline(*arguments: str) -> str:
    return run("validate", *arguments).stdout.partition("\n")[0].rpartition("checked as of ")[2]


def test_a_time_without_offset_is_us_eastern() -> None:
    assert _headline(TECOGEN, "--filed-at", "2026-11-09T16:05") == "Mon, Nov 9, 2026, 4:05 p.m. ET"
    assert _headline(TECOGEN, "--filed-at", "2026-11-09T16:05:30") == "Mon, Nov 9, 2026, 4:05 p.m. ET"


def test_a_time_with_offset_is_told_in_us_eastern() -> None:
    assert _headline(TECOGEN, "--filed-at", "2026-11-09T16:05-08:00") == "Mon, Nov 9, 2026, 7:05 p.m. ET"
    assert _headline(TECOGEN, "--filed-at", "2026-07-09T03:59Z") == "Wed, Jul 8, 2026, 11:59 p.m. ET"


def test_the_option_goes_before_the_context_and_the_context_before_the_clock(tmp_path: Path) -> None:
    path = changed(tmp_path, {"context": {"filedAt": "2017-11-15T09:30"}})
    assert _headline(path) == "Wed, Nov 15, 2017, 9:30 a.m. ET"
    assert _headline(path, "--filed-at", "2017-11-16T10:00") == "Thu, Nov 16, 2017, 10:00 a.m. ET"


@pytest.mark.parametrize(
    ("signed", "checked"),
    [
        ("2017-11-14", "the signature date, Nov 14, 2017, because the file gives no filing time"),
        ("1934-01-01", "the signature date, Jan 1, 1934, because the file gives no filing time"),
        ("1933-12-31", "now, "),
        ("9998-12-31", "the signature date, Dec 31, 9998, because the file gives no filing time"),
        ("9999-01-01", "now, "),
        (None, "now, "),
    ],
)
def test_a_filing_on_record_without_a_time_is_checked_as_of_its_signature(
    tmp_path: Path, signed: str | None, checked: str
) -> None:
    signature = {"signatureName": "Benjamin Locke"} | ({"signatureDate": signed} if signed else {})
    earlier = {"signatureName": "Jane Sample", "signatureDate": "1933-01-01"} if signed else {}
    changes = {"context": {"accessionNumber": "0001209191-17-061935"}, "ownerSignatures": [signature, earlier]}
    assert _headline(changed(tmp_path, changes)).startswith(checked)


def test_the_time_assumed_from_a_signature_is_the_end_of_edgars_hours(tmp_path: Path) -> None:
    path = changed(tmp_path, {"context": {"accessionNumber": "0001209191-17-061935"}})
    told = json.loads(run("validate", path, "--format", "json").stdout)
    assert (told["filedAt"], told["filedAtBasis"]) == ("2017-11-14T22:00:00-05:00", "signature")
    assert "DL109" not in told["rules"]["applied"]


def test_a_draft_is_not_dated_by_its_signature() -> None:
    assert _headline(TECOGEN).startswith("now, ")


def test_the_clock_is_read_in_us_eastern_time() -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    now, basis = filing_time(None)
    assert basis is TimeBasis.CLOCK
    assert now.tzinfo == EASTERN
    assert before <= now <= datetime.now(UTC)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-11-09", "2026-11-09 16:05", "2026-11-09T16", "2026-02-30T10:00", "2026-11-09T25:00"]
)
def test_what_is_no_time_is_a_usage_error_with_an_example(text: str) -> None:
    result = run("validate", TECOGEN, "--filed-at", text)
    assert result.exit_code == 2
    assert f"{text!r} is not a time. Write 2026-11-09T16:05 (ET)" in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("2026-03-08T01:59", True),
        ("2026-03-08T02:00", False),
        ("2026-03-08T02:59", False),
        ("2026-03-08T03:00", True),
        ("2026-11-01T00:59", True),
        ("2026-11-01T01:00", False),
        ("2026-11-01T01:59", False),
        ("2026-11-01T02:00", True),
        ("2026-11-01T01:30-04:00", True),
        ("2026-11-01T01:30-05:00", True),
    ],
)
def test_an_hour_that_is_skipped_or_happens_twice_needs_its_offset(text: str, known: bool) -> None:  # noqa: FBT001
    result = run("validate", TECOGEN, "--filed-at", text)
    assert (result.exit_code != 2) == known
    assert ("is skipped or happens twice" in " ".join(result.stderr.split())) != known


@pytest.mark.parametrize(("year", "known"), [(1, False), (1933, False), (1934, True), (9998, True), (9999, False)])
def test_years_without_the_law_are_refused(year: int, known: bool) -> None:  # noqa: FBT001
    moment = datetime(year, 6, 1, 12, 0, tzinfo=UTC)
    if known:
        assert eastern(moment) == moment
    else:
        with pytest.raises(UnusableInputError, match="outside the years 1934 to 9998"):
            eastern(moment)


def test_an_impossible_time_in_the_context_ends_with_2(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, {"context": {"filedAt": "0001-01-01T00:00+14:00"}}))
    assert result.exit_code == 2
    assert "outside the years" in result.stderr
