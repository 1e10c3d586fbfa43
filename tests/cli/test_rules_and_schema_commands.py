"""``form4gen rules`` and ``form4gen schema``."""

from __future__ import annotations

import json
import re

import pytest
from command_line import run

from form4gen.edgar import fault
from form4gen.intake.problem import KINDS
from form4gen.resources import text_of
from form4gen.rules.catalogue import catalogue


def test_the_list_holds_every_rule_and_every_fault_of_form() -> None:
    lines = run("rules").stdout.splitlines()
    assert [line[:5] for line in lines] == [*KINDS, fault.ID, *catalogue()]
    assert re.search(r"^RO102  error     suspends        officer without a title$", "\n".join(lines), re.MULTILINE)


def test_the_list_can_be_narrowed_by_family_and_severity() -> None:
    lines = run("rules", "--family", "ov", "--family", "RO", "--severity", "warning").stdout.splitlines()
    expected = [
        rule.id for rule in catalogue().values() if rule.family in {"OV", "RO"} and rule.severity.value == "warning"
    ]
    assert [line[:5] for line in lines] == expected
    assert "OV101" in expected


@pytest.mark.parametrize("edgar", ["suspends", "warns", "accepts", "unknown"])
def test_the_list_can_be_narrowed_by_what_edgar_does(edgar: str) -> None:
    lines = run("rules", "--edgar", edgar).stdout.splitlines()
    in_xml = [fault.ID] if edgar == "suspends" else []
    of_rules = [rule.id for rule in catalogue().values() if rule.edgar.value == edgar]
    assert [line[:5] for line in lines] == [*in_xml, *of_rules]


def test_the_filters_hold_together() -> None:
    lines = run("rules", "--edgar", "suspends", "--family", "RO", "--severity", "error").stdout.splitlines()
    assert lines
    assert all(line.startswith("RO") and "  error     suspends        " in line for line in lines)


def test_the_list_is_also_for_programs() -> None:
    told = json.loads(run("rules", "--family", "RO", "--format", "json").stdout)
    assert [each["rule"] for each in told] == [rule for rule in catalogue() if rule.startswith("RO")]


def test_one_rule_is_explained_in_full_whatever_the_case() -> None:
    result = run("rules", "ro102")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        "RO102  officer without a title\nerror  EDGAR suspends the filing\n\nAn officer's title"
    )
    assert "source     Form 4 Item 5 (Form 4, SEC 1474 (03-26), with its General Instructions)" in result.stdout
    assert "remedy     " in result.stdout
    assert json.loads(run("rules", "RO102", "--format", "json").stdout)["rule"] == "RO102"


def test_every_id_can_be_explained_within_the_width() -> None:
    for rule in [*KINDS, fault.ID, *catalogue()]:
        result = run("rules", rule)
        assert result.exit_code == 0
        assert result.stdout.startswith(rule)
        assert "``" not in result.stdout


def test_an_unknown_id_is_refused_with_the_nearest() -> None:
    result = run("rules", "RO10")
    assert result.exit_code == 2
    assert re.search(r"No rule has the ID or name 'RO10'\. Did you mean RO10\d\?", result.stderr)
    assert "Run `form4gen rules` to list all rules." in run("rules", "??").stderr


def test_a_rule_is_found_by_the_words_of_its_name() -> None:
    assert run("rules", "LATE", "filing").stdout == run("rules", "DL101").stdout
    assert run("rules", "late filing", "--format", "json").stdout == run("rules", "DL101", "--format", "json").stdout
    lines = run("rules", "officer").stdout.splitlines()
    assert len(lines) > 1
    assert all("officer" in line for line in lines)
    assert run("rules", "late", "--family", "AD").stdout.startswith("AD105  ")
    assert run("rules", "late", "--family", "RO").exit_code == 2
    told = json.loads(run("rules", "officer", "--format", "json").stdout)
    assert [each["rule"] for each in told] == [line[:5] for line in lines]


def test_an_unknown_family_is_refused_with_those_there_are() -> None:
    result = run("rules", "--family", "QQ")
    assert result.exit_code == 2
    assert "There is no family 'QQ'. The families are A" in " ".join(result.stderr.split())


def test_the_schemas_are_printed_as_they_ship() -> None:
    assert run("schema").stdout == text_of("schemas", "form4.schema.json")
    assert run("schema", "--report").stdout == text_of("schemas", "report.schema.json")
    assert json.loads(run("schema", "--report").stdout)["title"] == "Report of form4gen"
    assert run("schema", "--rules").stdout == text_of("schemas", "catalogue.schema.json")
    assert run("schema", "--diff").stdout == text_of("schemas", "comparison.schema.json")


def test_only_one_schema_is_printed() -> None:
    result = run("schema", "--rules", "--report")
    assert result.exit_code == 2
    assert "--report and --rules cannot be combined." in result.stderr
