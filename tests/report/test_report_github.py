"""The report as annotations of a GitHub workflow."""

from __future__ import annotations

from report_samples import finding, report

from form4gen import __version__
from form4gen.report import github
from form4gen.report.filing_time import TimeBasis
from form4gen.report.record import Report
from form4gen.rules.catalogue import Severity

WHOLE = (
    "::notice file=form4.json,title=form4gen::Do not file: 1 error\n"
    "::error file=form4.json,line=40,col=9,title=HB102 balance does not follow%3A Table I%2C row 2%2C column 5%2C "
    "Amount Beneficially Owned::"
    "The balance does not follow from the row before it.%0A227,927 - 74,907 = 153,020%0AEDGAR does not check this.%0A"
    "Source: Form 4 Instruction 4(a)(ii)%0A"
    "Remedy: Correct `sharesOwnedFollowingTransaction` or the row before it.\n"
    f"form4gen {__version__}; no settings\n"
    "2 rules applied, 0 not checked (data missing), 0 not applicable, 0 could not run: "
    "1 error, 0 warnings, 0 advisories\n"
)


def as_github(one: Report) -> str:
    return github.as_github(one, {"HB102": "balance does not follow"})


def test_a_finding_is_one_annotation_and_the_counts_follow() -> None:
    assert as_github(report(finding())) == WHOLE


def test_the_commands_are_those_of_the_severities() -> None:
    _, *lines = as_github(report(*(finding(severity=severity) for severity in Severity))).splitlines()
    assert [line.split(" ")[0] for line in lines[:-2]] == ["::error", "::warning", "::notice"]


def test_what_counsel_accepted_draws_no_annotation() -> None:
    verdict, *lines = as_github(report(finding(accepted=True))).splitlines()
    assert verdict.endswith("::No errors, warnings or advisories; 1 finding accepted")
    assert lines[:-1] == [f"form4gen {__version__}; no settings", "1 finding is accepted by override: HB102."]
    assert lines[-1].endswith("(1 accepted)")


def test_a_filing_time_that_the_file_does_not_state_is_a_line_of_the_log() -> None:
    assumed = report(file="::stop.xml")._replace(time_basis=TimeBasis.SIGNATURE)
    _, first, *_ = as_github(assumed).splitlines()
    assert first == ("Checked as of the signature date, Nov 9, 2026, because the file gives no filing time: ::stop.xml")


def test_a_rule_that_could_not_run_is_an_error() -> None:
    _, first, *_ = as_github(report(could_not_run={"TC105": "KeyError: 'x'"})).splitlines()
    assert first == (
        "::error title=TC105 could not run::Internal error in form4gen: KeyError: 'x'. The filing was not checked for "
        "this rule."
    )


def test_a_finding_without_a_written_place_names_the_file_alone() -> None:
    bare = finding(line=None)._replace(arithmetic=None, remedy="", sources=())
    _, first, *_ = as_github(report(bare)).splitlines()
    assert first.startswith("::error file=form4.json,title=HB102")
    assert first.endswith("EDGAR does not check this.")


def test_what_a_filer_typed_cannot_end_the_command_or_begin_another() -> None:
    hostile = finding()._replace(message="100%\r\n::stop-commands::x\ry\x1b[2J", cell="a,b:c")
    verdict, first, *others = as_github(report(hostile, file="a,b:c\n%.json")).splitlines()
    assert verdict.startswith("::notice file=a%2Cb%3Ac%0A%25.json,title=form4gen::")
    assert "file=a%2Cb%3Ac%0A%25.json,line=40" in first
    assert "title=HB102 balance does not follow%3A a%2Cb%3Ac::" in first
    assert "::100%25%0A::stop-commands::x%0Ay\\x1b[2J%0A" in first
    assert len(others) == 2
