"""Findings of one kind beyond a thousand are counted in every format of the report."""

from __future__ import annotations

import json

from report_samples import finding, report
from sarif_schema import whole_log

from form4gen.report.as_json import as_json
from form4gen.report.concise import concise
from form4gen.report.github import as_github
from form4gen.report.memo import memo
from form4gen.report.record import Check, Report
from form4gen.report.sarif import as_sarif, part_of
from form4gen.report.text import text
from form4gen.rules.applying import NO_FILING
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.listing import More

MANY = More("HB102", Severity.ERROR, Edgar.ACCEPTS, is_accepted=False, number=118_999)
FEW = More("TC101", Severity.WARNING, Edgar.SUSPENDS, is_accepted=True, number=2)
IN_JSON = [
    {"rule": "HB102", "severity": "error", "edgar": "accepts", "accepted": False, "count": 118_999},
    {"rule": "TC101", "severity": "warning", "edgar": "suspends", "accepted": True, "count": 2},
]


def _report() -> Report:
    given = report(finding(), finding("TC101", Severity.WARNING, accepted=True))
    return given._replace(outcome=given.outcome._replace(more=(MANY, FEW)))


def test_the_text_has_them_below_the_findings_of_their_group() -> None:
    told = text(_report())
    first, second = told.split("\n\nAccepted by override\n\n")
    assert first.endswith("\n\nHB102  error  and 118,999 more of this kind")
    assert "\n\nTC101  warning  and 2 more of this kind\n\n" in second
    assert told.endswith(": 119,000 errors, 0 warnings, 0 advisories (3 accepted)\n")


def test_the_concise_report_has_them_at_its_end() -> None:
    assert concise(_report()).splitlines()[3:] == [
        "form4.json: HB102 error and 118,999 more of this kind",
        "form4.json: TC101 warning (accepted) and 2 more of this kind",
    ]


def test_json_has_the_count_of_each_kind_and_counts_them() -> None:
    told = json.loads(as_json(_report()))
    assert told["more"] == IN_JSON
    assert told["counts"] == {"error": 119_000, "warning": 0, "advisory": 0}
    assert json.loads(as_json(report()))["more"] == []


def test_sarif_has_the_count_of_each_kind() -> None:
    (run,) = json.loads(as_sarif(_report(), (), 1))["runs"]
    assert run["properties"]["more"] == IN_JSON
    (run,) = json.loads(whole_log([part_of(Check("form4.json", 1, _report()), ())], ()))["runs"]
    assert run["artifacts"][0]["properties"]["more"] == IN_JSON


def test_the_log_of_a_workflow_has_those_that_are_open() -> None:
    lines = as_github(_report(), {}).splitlines()
    assert lines[2] == "HB102 error: and 118,999 more of this kind"
    assert not any("TC101" in line and "more of this kind" in line for line in lines)


def test_the_memorandum_has_them_below_the_findings_and_in_its_verdict() -> None:
    given = _report()
    found = memo(given._replace(outcome=given.outcome._replace(not_run={"RO102": NO_FILING})), None, {})
    assert found.more == ("HB102, error: and 118,999 more of this kind",)
    assert found.more_accepted == ("TC101, warning: and 2 more of this kind",)
    assert found.verdict.heading == "Not yet a filing: 119,000 faults to correct"
