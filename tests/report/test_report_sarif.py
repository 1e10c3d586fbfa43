"""The report for code scanning, held to the schema of SARIF 2.1.0."""

from __future__ import annotations

import json
import re
import sys
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import finding, report
from sarif_schema import sarif_validator, whole_log

from form4gen import __version__
from form4gen.api.rules import explanations
from form4gen.location import ROOT
from form4gen.report.record import Check, Report
from form4gen.report.sarif import _location, as_sarif, part_of
from form4gen.report.sarif_rules import descriptor
from form4gen.rules.applying import EXCLUDED
from form4gen.rules.catalogue import Edgar, Severity

EVERYTHING = report(
    finding(),
    finding("TC101", Severity.WARNING, Edgar.SUSPENDS),
    finding("AD101", Severity.ADVISORY, Edgar.UNKNOWN, accepted=True),
    finding("JS101", edgar=None, at=ROOT),
    finding(edgar=Edgar.WARNS, line=None),
    not_applicable={"DL103": "nothing on this form for the rule to check"},
    not_run={"TC105": EXCLUDED, "HB107": "needs prior filings"},
    could_not_run={"TC103": "KeyError: '{x}'"},
)


def _run(one: Report, exit_code: int = 1) -> dict[str, Any]:
    (run,) = json.loads(as_sarif(one, explanations().values(), exit_code))["runs"]
    return dict(run)


@pytest.mark.parametrize("one", [report(), EVERYTHING], ids=["nothing found", "everything at once"])
def test_the_output_holds_to_the_schema_of_the_standard(one: Report) -> None:
    told = json.loads(as_sarif(one, explanations().values(), 1))
    assert [error.message for error in sarif_validator().iter_errors(told)] == []
    assert told["version"] == "2.1.0"
    assert told["$schema"].endswith("/sarif-schema-2.1.0.json")


def test_the_schema_would_refuse_what_is_not_sarif() -> None:
    told = json.loads(as_sarif(EVERYTHING, explanations().values(), 1))
    told["runs"][0]["results"][0]["level"] = "advisory"
    assert not sarif_validator().is_valid(told)


def test_every_rule_is_described_and_references_lead_to_it() -> None:
    run = _run(EVERYTHING)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == list(explanations())
    assert len({each["name"] for each in rules}) == len(rules)
    references = [(each["ruleId"], each["ruleIndex"]) for each in run["results"] if "ruleIndex" in each]
    assert len(references) >= 4
    assert all(rules[index]["id"] == rule for rule, index in references)
    assert run["tool"]["driver"]["semanticVersion"] == __version__


def test_a_rule_is_described_with_its_reason_reaction_certainty_sources_and_remedy() -> None:
    (each,) = [rule for rule in _run(report())["tool"]["driver"]["rules"] if rule["id"] == "RO102"]
    known = explanations()["RO102"]
    assert each["shortDescription"]["text"] == known.name == "officer without a title"
    assert each["fullDescription"]["text"] == f"{known.title}\n\n{known.why}"
    assert each["name"] == "OfficerWithoutATitle"
    assert each["defaultConfiguration"] == {"level": "error"}
    assert each["properties"]["edgar"] == "suspends"
    assert each["properties"]["certainty"] == each["properties"]["precision"] == "high"
    assert "Form 4 Item 5" in each["properties"]["sources"]
    for form in ("text", "markdown"):
        assert known.title in each["help"][form]
        assert known.remedy in each["help"][form]
        assert "EDGAR suspends the filing." in each["help"][form]
    assert "**Remedy:**" in each["help"]["markdown"]
    assert "**" not in each["help"]["text"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("exercise outside Rule 16b-3", "ExerciseOutsideRule16b3"),
        ("number not in EDGAR's form", "NumberNotInEDGARsForm"),
        ("Form 4 without Form 3", "Form4WithoutForm3"),
    ],
)
def test_the_name_of_a_rule_is_one_word_of_letters_and_digits(name: str, word: str) -> None:
    assert descriptor(explanations()["RO102"]._replace(name=name))["name"] == word
    assert all(re.fullmatch("[A-Z][A-Za-z0-9]+", descriptor(each)["name"]) for each in explanations().values())


def test_a_rule_without_a_reason_is_described_by_its_title() -> None:
    bare = explanations()["RO102"]._replace(why="")
    assert descriptor(bare)["fullDescription"]["text"] == bare.title


def test_a_result_has_level_message_region_cell_and_pointer() -> None:
    (result,) = _run(report(finding()))["results"]
    assert result["ruleId"] == "HB102"
    assert result["level"] == "error"
    assert result["message"]["text"] == (
        "The balance does not follow from the row before it. 227,927 - 74,907 = 153,020. "
        "Remedy: Correct `sharesOwnedFollowingTransaction` or the row before it."
    )
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "form4.json", "index": 0},
        "region": {"startLine": 40, "startColumn": 9},
    }
    (logical,) = location["logicalLocations"]
    assert logical["name"] == "Table I, row 2, column 5, Amount Beneficially Owned"
    assert logical["fullyQualifiedName"] == "/nonDerivativeTable/1/sharesOwnedFollowingTransaction"
    assert result["suppressions"] == []
    assert result["properties"]["expected"] == "153,020"


def test_the_levels_are_those_of_the_severities() -> None:
    run = _run(report(*(finding(severity=severity) for severity in Severity)))
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]


def test_an_accepted_finding_is_suppressed_with_the_reason_and_by_whom() -> None:
    (result,) = _run(report(finding(accepted=True)))["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert suppression["justification"] == "A split in between (accepted by A. Counsel)"
    assert suppression["location"]["logicalLocations"] == [{"fullyQualifiedName": "/overrides/0"}]


def test_a_finding_without_a_written_place_has_no_region() -> None:
    (result,) = _run(report(finding(line=None)._replace(arithmetic=None, remedy="")))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["message"]["text"] == "The balance does not follow from the row before it."


def test_the_invocation_tells_how_the_run_ended() -> None:
    (good,) = _run(report(), 0)["invocations"]
    assert (good["executionSuccessful"], good["exitCode"]) == (True, 0)
    assert good["toolExecutionNotifications"] == []
    (bad,) = _run(EVERYTHING, 70)["invocations"]
    assert (bad["executionSuccessful"], bad["exitCode"]) == (False, 70)
    assert bad["exitCodeDescription"] == "internal error: a rule could not run"
    (notification,) = bad["toolExecutionNotifications"]
    assert notification["associatedRule"]["id"] == "TC103"
    assert notification["level"] == "error"
    assert notification["message"]["text"] == (
        "Internal error in rule TC103 (KeyError: '{{x}}'). The filing was not checked for it."
    )


def test_a_rule_that_is_not_in_the_catalogue_is_named_without_an_index() -> None:
    (invocation,) = _run(report(could_not_run={"XX999": "KeyError"}), 70)["invocations"]
    assert invocation["toolExecutionNotifications"][0]["associatedRule"] == {"id": "XX999"}


def test_rules_that_were_not_selected_are_told_apart_from_those_that_were_silent() -> None:
    run = _run(EVERYTHING)
    (override,) = run["invocations"][0]["ruleConfigurationOverrides"]
    assert override["descriptor"]["id"] == "TC105"
    assert override["configuration"] == {"enabled": False}
    assert run["properties"]["notApplicable"] == {"DL103": "nothing on this form for the rule to check"}


def test_braces_and_links_in_a_message_stay_text() -> None:
    hostile = finding()._replace(message="{0} [here](https://example.com)", arithmetic=None, remedy="")
    (result,) = _run(report(hostile))["results"]
    assert result["message"]["text"] == "{{0}} \\[here\\](https://example.com)"
    plain = finding()._replace(message="rows [1] and (2)", arithmetic=None, remedy="")
    assert _run(report(plain))["results"][0]["message"]["text"] == "rows [1] and (2)"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("drafts/form 4.json", "drafts/form%204.json"),
        ("/srv/form4.json", "file:///srv/form4.json"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_the_file_is_named_as_an_address(file: str, uri: str) -> None:
    run = _run(report(finding(), file=file))
    assert run["artifacts"][0]["location"]["uri"] == uri
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_columns_count_characters() -> None:
    assert _run(report())["columnKind"] == "unicodeCodePoints"


def _one_run(*checks: Check) -> dict[str, Any]:
    told = json.loads(whole_log([part_of(each, explanations()) for each in checks], explanations().values()))
    assert [error.message for error in sarif_validator().iter_errors(told)] == []
    (run,) = told["runs"]
    return dict(run)


def test_several_files_are_one_run_with_an_artifact_and_an_invocation_for_each() -> None:
    run = _one_run(
        Check("a.json", 0, report(file="a.json")),
        Check("b.json", 70, EVERYTHING._replace(file="b.json")),
        Check("c.json", 1, report(finding(), file="c.json")),
    )
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["a.json", "b.json", "c.json"]
    assert [each["exitCode"] for each in run["invocations"]] == [0, 70, 1]
    assert [each["executionSuccessful"] for each in run["invocations"]] == [True, False, True]
    places = [
        (
            each["provenance"]["invocationIndex"],
            each["locations"][0]["physicalLocation"]["artifactLocation"],
        )
        for each in run["results"]
    ]
    assert places == [(1, {"uri": "b.json", "index": 1})] * 5 + [(2, {"uri": "c.json", "index": 2})]
    assert run["artifacts"][1]["properties"]["notApplicable"] == {"DL103": "nothing on this form for the rule to check"}
    assert "properties" not in run


def test_a_file_that_could_not_be_checked_is_in_the_log_with_the_reason() -> None:
    run = _one_run(Check("a.json", 2, None, ("Cannot read {a}.",)), Check("b.json", 70, None, ("It crashed.",)))
    assert run["results"] == []
    first, second = run["invocations"]
    assert (first["exitCode"], first["exitCodeDescription"]) == (2, "the file could not be read")
    assert second["exitCodeDescription"] == "internal error"
    (notification,) = first["toolExecutionNotifications"]
    assert notification["message"]["text"] == "Cannot read {{a}}."
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "a.json", "index": 0}


@pytest.mark.skipif(sys.platform == "win32", reason="there a path is another")
@given(st.text(st.sampled_from("a./ %\u00e9\udc80"), max_size=8))
def test_the_address_of_a_path_is_that_of_the_standard_library(file: str) -> None:
    path = PurePosixPath(file)
    address = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    assert _location(file) == {"uri": f"file://{address}" if path.is_absolute() else address}
