"""The report that a program reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from case_base import filing
from jsonschema import Draft202012Validator
from report_samples import FILED_AT, finding, report

from form4gen import __version__
from form4gen.accounts.due_dates import due_dates
from form4gen.accounts.ledger import ledger
from form4gen.accounts.workings import workings
from form4gen.location import ROOT
from form4gen.report.as_json import as_json
from form4gen.report.record import Report
from form4gen.resources import text_of
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.settings import Settings

SCHEMA = json.loads(text_of("schemas", "report.schema.json"))

EARLY_AND_UNCOUNTED = filing(
    {
        "/aff10b5One": False,
        "/footnotes/F1": "A note.",
        "/nonDerivativeTable/1/transactionFormType": "5",
        "/nonDerivativeTable/1/transactionCode": "W",
        "/nonDerivativeTable/1/transactionShares": {"footnotes": ["F1"]},
        "/nonDerivativeTable/2/sharesOwnedFollowingTransaction": 150320.5,
        "/nonDerivativeTable/2/transactionDate": "2026-11-09",
        "/derivativeTable/1/sharesOwnedFollowingTransaction": {"footnotes": ["F1"]},
    }
)
WITH_PROOF = report()._replace(
    deadlines=tuple(due_dates(EARLY_AND_UNCOUNTED, FILED_AT)),
    balances=tuple(ledger(EARLY_AND_UNCOUNTED)),
    workings=tuple(workings(EARLY_AND_UNCOUNTED)),
)

REPORTS = {
    "deadlines and balances": WITH_PROOF,
    "nothing found": report(),
    "settings of a firm": report(
        settings=Settings("form4gen.toml", ("RO",), ("AD",), {"RO102": Severity.WARNING}, strict=True)
    ),
    "everything at once": report(
        finding(),
        finding("TC101", Severity.WARNING, Edgar.SUSPENDS),
        finding("AD101", Severity.ADVISORY, Edgar.UNKNOWN, accepted=True),
        finding("JS101", edgar=None, at=ROOT),
        finding(edgar=Edgar.WARNS, line=None),
        not_run={"TC105": EXCLUDED},
        could_not_run={"TC103": "KeyError: 'x'"},
    ),
}


def _keys(schema: dict[str, Any], path: str = "") -> list[tuple[str, dict[str, Any]]]:
    found = []
    for key, value in schema.get("properties", {}).items():
        found += [(f"{path}/{key}", value), *_keys(value, f"{path}/{key}")]
    for key, value in schema.get("$defs", {}).items():
        found += [(f"{path}/$defs/{key}", value), *_keys(value, f"{path}/$defs/{key}")]
    return found


@pytest.mark.parametrize("name", REPORTS)
def test_the_output_holds_to_its_schema(name: str) -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(json.loads(as_json(REPORTS[name])))] == []


def test_the_schema_is_a_schema_and_describes_every_property() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    bare = [key for key, value in _keys(SCHEMA) if "$ref" not in value and not {"title", "description"} <= value.keys()]
    assert bare == []


def test_the_schema_refuses_a_report_that_lacks_or_adds_a_key() -> None:
    validator = Draft202012Validator(SCHEMA)
    whole = json.loads(as_json(REPORTS["everything at once"]))
    for key in whole:
        assert not validator.is_valid({name: value for name, value in whole.items() if name != key})
    for key in whole["findings"][0]:
        part = {name: value for name, value in whole["findings"][0].items() if name != key}
        assert not validator.is_valid(whole | {"findings": [part]})
    assert not validator.is_valid(whole | {"more": 1})


def test_a_finding_is_told_with_every_fact() -> None:
    (told,) = json.loads(as_json(report(finding())))["findings"]
    assert told == {
        "rule": "HB102",
        "severity": "error",
        "edgar": "accepts",
        "cell": "Table I, row 2, column 5, Amount Beneficially Owned",
        "pointer": "/nonDerivativeTable/1/sharesOwnedFollowingTransaction",
        "line": 40,
        "column": 9,
        "message": "The balance does not follow from the row before it.",
        "found": "150,320",
        "expected": "153,020",
        "arithmetic": "227,927 - 74,907 = 153,020",
        "sources": ["Form 4 Instruction 4(a)(ii)"],
        "remedy": "Correct `sharesOwnedFollowingTransaction` or the row before it.",
        "fix": None,
        "suggestion": None,
        "follows": None,
        "overridden": None,
    }


def test_the_head_names_version_file_and_filing_time() -> None:
    told = json.loads(as_json(report()))
    assert list(told) == [
        "form4gen",
        "file",
        "filedAt",
        "filedAtBasis",
        "settings",
        "heldBack",
        "verdict",
        "actions",
        "findings",
        "more",
        "deadlines",
        "balances",
        "workings",
        "rules",
        "counts",
    ]
    assert (told["form4gen"], told["file"]) == (__version__, "form4.json")
    assert (told["filedAt"], told["filedAtBasis"]) == ("2026-11-09T16:05:00-05:00", "option")


def test_an_accepted_finding_is_listed_and_not_counted() -> None:
    told = json.loads(as_json(report(finding(), finding(accepted=True), finding(severity=Severity.ADVISORY))))
    assert told["counts"] == {"error": 1, "warning": 0, "advisory": 1}
    assert [each["overridden"] for each in told["findings"]] == [
        None,
        {"reason": "A split in between", "by": "A. Counsel"},
        None,
    ]


def test_what_became_of_each_rule_is_told_in_the_order_of_the_ids() -> None:
    one = report(
        not_applicable={"TC105": "no row"}, not_run={"DL101": EXCLUDED}, could_not_run={"TC103": "KeyError: 'x'"}
    )
    assert json.loads(as_json(one))["rules"] == {
        "applied": ["HB102", "RO102"],
        "notApplicable": [{"rule": "TC105", "reason": "no row"}],
        "notRun": [{"rule": "DL101", "reason": "excluded by settings"}],
        "couldNotRun": [{"rule": "TC103", "reason": "KeyError: 'x'"}],
    }


def test_letters_of_every_script_stay_as_they_are() -> None:
    one = report(finding()._replace(found="\u6f22\u5b57"))
    assert '"found": "\u6f22\u5b57"' in as_json(one)


def test_counts_of_the_record_leave_accepted_findings_out() -> None:
    one: Report = REPORTS["everything at once"]
    assert [one.count(severity) for severity in Severity] == [3, 1, 0]
    assert len(one.open) + len(one.accepted) == len(one.findings) == 5


def test_each_deadline_is_told_with_its_rows_its_reading_and_the_time_left() -> None:
    first, second, third = json.loads(as_json(WITH_PROOF))["deadlines"]
    assert first["rows"] == ["/nonDerivativeTable/0", "/derivativeTable/0"]
    assert (first["cell"], first["countedFrom"]) == ("Table I, row 1; Table II, row 1", "the trade date")
    assert (first["due"], first["secondsLeft"]) == ("2026-11-09T22:00:00-05:00", 5 * 3600 + 55 * 60)
    assert [each["date"] for each in second["passedOver"]] == ["2026-11-11"]
    assert (third["due"], third["standing"], third["secondsLeft"]) == (None, "not known", None)
    assert third["lacking"] == "the issuer's fiscal year end is not given (issuerFiscalYearEnd)"


def test_each_deadline_says_on_which_basis_its_rows_are_reported_and_why() -> None:
    first, _, third = json.loads(as_json(WITH_PROOF))["deadlines"]
    assert (first["basis"], first["otherBases"], third["basis"]) == ("form_4", [], "form_5")
    assert [each["row"] for each in first["reasons"]] == first["rows"]
    assert third["reasons"] == [
        {
            "row": "/nonDerivativeTable/1",
            "reason": "An acquisition or disposition by will or descent may wait for Form 5 (Rule 16b-5).",
            "source": "Rule 16b-5",
            "certainty": "medium",
            "ground": "the transaction code",
            "earlyMark": "right",
        }
    ]


def test_the_later_day_is_given_where_a_row_may_wait_for_form_5() -> None:
    changes = {"/nonDerivativeTable/0/transactionCode": "J", "/nonDerivativeTable/0/transactionPricePerShare": 0}
    unclear = filing(changes | {"/context/issuerFiscalYearEnd": "12-31", "/footnotes/F1": "A note."})
    whole = report()._replace(deadlines=tuple(due_dates(unclear, FILED_AT)))
    told = next(each for each in json.loads(as_json(whole))["deadlines"] if each["basis"] == "unknown")
    assert (told["due"], told["dueOnForm5"]) == ("2026-11-09T22:00:00-05:00", "2027-02-16T22:00:00-05:00")
    assert told["otherBases"] == ["form_4", "form_5", "not_reportable"]


def test_each_balance_is_told_row_by_row_with_exact_numbers() -> None:
    common, spouse, option, grant = json.loads(as_json(WITH_PROOF))["balances"]
    assert (common["before"], common["after"]) == ("291097", "150320.5")
    assert [(each["pointer"][-1], each["addsUp"]) for each in common["rows"]] == [
        ("0", True),
        ("2", False),
        ("1", None),
    ]
    broken = common["rows"][1]
    assert (broken["before"], broken["amount"], broken["expected"]) == ("227927", "74907", "153020")
    assert (broken["arithmetic"], broken["excuse"]) == ("227,927 - 74,907 = 153,020", None)
    assert (spouse["rows"][0]["kind"], spouse["rows"][0]["amount"], spouse["after"]) == ("holding", None, "2400")
    assert (option["conversionOrExercisePrice"], option["expirationDate"]) == ("12.5", "2033-03-01")
    assert grant["after"] is None


def test_each_sum_between_rows_is_told() -> None:
    assert json.loads(as_json(WITH_PROOF))["workings"] == [
        {
            "places": ["/nonDerivativeTable/0", "/derivativeTable/0"],
            "subject": "Exercised (code M) on Nov 5, 2026",
            "words": "Table II disposes of 10,000, Table I acquires 10,000",
            "agrees": True,
        }
    ]
