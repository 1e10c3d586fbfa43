"""``form4gen validate``: what it prints, where, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, changed, run, start
from jsonschema import Draft202012Validator

from form4gen.api.reports import report_schema
from form4gen.model.filing import Filing
from form4gen.rules import catalogue
from form4gen.rules.catalogue import ACCEPTS, ERROR, Breach, Rule

TITLE = {"owner.officerTitle": ""}
BALANCE = "sharesOwnedFollowingTransaction"
OTHER_BALANCE = {f"row.{BALANCE}": 1}
OVERRIDE = {"rule": "HB101", "place": "/nonDerivativeTable/0", "reason": "A second account", "by": "A. Counsel"}


def test_a_good_filing_ends_with_0_and_the_counts() -> None:
    result = run("validate", TECOGEN, *IN_TIME)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{TECOGEN}: checked as of Tue, Nov 14, 2017, 8:00 p.m. ET\n")
    assert result.stdout.endswith("0 errors, 0 warnings, 0 advisories\n")
    assert result.stderr == ""


def test_an_error_ends_with_1_and_is_told_on_standard_output(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    result = run("validate", path, *IN_TIME)
    assert result.exit_code == 1
    assert "RO102  error  EDGAR suspends the filing" in result.stdout
    assert f"{path}:1:" in result.stdout
    assert result.stderr == ""


def test_an_accepted_error_ends_with_0_and_is_shown(tmp_path: Path) -> None:
    path = changed(tmp_path, OTHER_BALANCE | {"overrides": [OVERRIDE]})
    result = run("validate", path, *IN_TIME, "--strict")
    assert result.exit_code == 0
    assert "accepted   by A. Counsel: A second account" in result.stdout
    assert result.stdout.endswith("0 errors, 0 warnings, 0 advisories (1 accepted)\n")


def test_an_override_that_accepts_nothing_is_a_finding(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, {"overrides": [OVERRIDE]}), *IN_TIME)
    assert "OV101  warning" in result.stdout


def test_an_override_of_a_rule_that_was_not_asked_is_no_finding(tmp_path: Path) -> None:
    path = changed(tmp_path, {"overrides": [OVERRIDE]})
    assert "OV101" not in run("validate", path, *IN_TIME, "--select", "OV").stdout
    assert "OV101" in run("validate", path, *IN_TIME, "--select", "HB101,OV").stdout


@pytest.mark.parametrize("place", ["", "/reportingOwners/0", "/reportingOwners/0/officerTitle"])
def test_an_override_does_not_accept_what_edgar_suspends(tmp_path: Path, place: str) -> None:
    path = changed(tmp_path, TITLE | {"overrides": [OVERRIDE | {"rule": "RO102", "place": place}]})
    result = run("validate", path, *IN_TIME)
    assert result.exit_code == 1
    assert "RO102  error  EDGAR suspends the filing" in result.stdout
    assert "OV102  warning" in result.stdout
    assert result.stdout.endswith("1 error, 1 warning, 0 advisories\n")


def test_a_warning_ends_with_1_only_when_strict(tmp_path: Path) -> None:
    large = changed(tmp_path, {"row.transactionShares": 20000, "row.sharesOwnedFollowingTransaction": 21418})
    late = ("validate", large, "--filed-at", "2017-11-20T12:00")
    assert "DL101  warning" in run(*late).stdout
    assert run(*late).exit_code == 0
    assert run(*late, "--strict").exit_code == 1


def test_the_report_for_programs_holds_to_its_schema(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, TITLE), *IN_TIME, "--format", "json")
    told = json.loads(result.stdout)
    Draft202012Validator(json.loads(report_schema())).validate(told)
    assert result.exit_code == 1
    assert told["counts"]["error"] == 1
    assert told["findings"][0]["rule"] == "RO102"


def test_standard_input_is_read_for_a_hyphen() -> None:
    result = run("validate", "-", *IN_TIME, stdin=Path(TECOGEN).read_text("utf-8"))
    assert result.exit_code == 0
    assert result.stdout.startswith("<stdin>: checked as of Tue, Nov 14, 2017, 8:00 p.m. ET\n")


def test_select_applies_only_the_named_rules_and_families(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    told = json.loads(run("validate", path, *IN_TIME, "--format", "json", "--select", "RO102", "--select", "FN").stdout)
    others = {each["rule"]: each["reason"] for each in told["rules"]["notRun"]}
    assert "RO102" in told["rules"]["applied"]
    assert all(rule == "RO102" or rule.startswith("FN") for rule in told["rules"]["applied"])
    assert others["DL101"] == "not selected"
    text = run("validate", path, *IN_TIME, "--select", "ro102,fn").stdout
    assert " not selected, 0 could not run: " in text
    assert "; settings from --select: only RO102, FN\nOnly RO102, FN was checked, and " in text


def test_ignore_leaves_the_named_rules_out(tmp_path: Path) -> None:
    path = changed(tmp_path, OTHER_BALANCE)
    assert run("validate", path, *IN_TIME, "--ignore", "HB101").exit_code == 0
    assert run("validate", path, *IN_TIME, "--ignore", "HB").exit_code == 0
    assert run("validate", path, *IN_TIME, "--ignore", "FN").exit_code == 1


def test_what_settings_hold_back_is_said_in_the_report(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, OTHER_BALANCE), *IN_TIME, "--ignore", "HB")
    assert "; settings from --ignore: without HB\n1 error is excluded by settings: HB101.\n" in result.stdout
    assert result.stdout.endswith(" excluded, 0 could not run: 0 errors, 0 warnings, 0 advisories\n")


@pytest.mark.parametrize("rule", ["RO102", "RO"])
def test_what_edgar_suspends_cannot_be_ignored(tmp_path: Path, rule: str) -> None:
    result = run("validate", changed(tmp_path, TITLE), *IN_TIME, "--ignore", rule)
    assert result.exit_code == 1
    assert "RO102  error  EDGAR suspends the filing" in result.stdout
    assert "\nReported despite the settings, because EDGAR suspends the filing: RO102.\n" in result.stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_refused_with_the_nearest(option: str) -> None:
    result = run("validate", TECOGEN, *IN_TIME, option, "RO1O2")
    assert result.exit_code == 2
    assert result.stderr == "form4gen: There is no rule or family 'RO1O2'. Did you mean RO102?\n"
    assert result.stdout == ""


def test_a_name_like_no_rule_is_refused_with_the_families() -> None:
    assert "The families are A" in run("validate", TECOGEN, *IN_TIME, "--select", "??").stderr


def test_a_rule_that_raises_is_named_and_ends_with_70_after_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(filing: Filing) -> Iterator[Breach]:
        known: dict[str, str] = {}
        yield Breach(filing.at / known["lost"], "never said")

    rule = Rule("XX999", "broken", broken, (Filing,), ERROR, ACCEPTS, (), catalogue.HIGH, None, None, ())
    known = catalogue.catalogue() | {"XX999": rule}
    monkeypatch.setattr("form4gen.rules.applying.catalogue", lambda: known)
    result = run("validate", TECOGEN, *IN_TIME)
    assert result.exit_code == 70
    assert "XX999  KeyError: 'lost'" in result.stdout
    assert "1 could not run: 0 errors" in result.stdout
    assert "form4gen: internal error in rule XX999 (KeyError: 'lost')" in result.stderr


BAD = {
    "not json": (b"Form 4", "JS101", "The document does not begin with {."),
    "not utf-8": (b'{"documentType": "\xff"}', "JS101", "Byte 19 (0xff) is not valid UTF-8"),
    "too large": (b"{" + b" " * (21 * 1024 * 1024), "JS102", "20,971,520"),
    "too deep": (b"[" * 10_000 + b"]" * 10_000, "JS102", "is nested more than 64 levels deep"),
    "a key twice": (b'{"documentType": "4", "documentType": "4"}', "JS103", "appears twice"),
    "not a number": (b'{"documentType": NaN}', "JS104", "NaN is not a number that a form can show"),
    "a huge number": (b'{"documentType": 1e400}', "JS104", "written with an exponent"),
    "a control character": (b'{"documentType": "4\\u0007"}', "JS105", "U+0007"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read_is_a_finding_with_its_place(name: str) -> None:
    content, rule, words = BAD[name]
    result = run("validate", "-", *IN_TIME, stdin=content)
    assert result.exit_code == 1
    assert f"{rule}  error  not yet a filing" in result.stdout
    assert words in " ".join(result.stdout.split())
    assert "<stdin>:1:" in result.stdout
    assert result.stderr == ""


SHAPES = {
    "an array": (b"[]", "JS107"),
    "an unknown key": (b'{"documentType": "4", "isuer": {}}', "JS106"),
    "a day that is none": (b'{"documentType": "4", "periodOfReport": "2017-02-30"}', "JS108"),
    "a wrong type": (b'{"documentType": "4", "reportingOwners": 3}', "JS107"),
    "nothing in it": (b"{}", "JS110"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_document_that_is_no_filing_is_explained_by_the_schema(name: str) -> None:
    content, rule = SHAPES[name]
    result = run("validate", "-", *IN_TIME, stdin=content)
    assert result.exit_code == 1
    assert f"{rule}  error  not yet a filing" in result.stdout
    assert "0 rules applied" in result.stdout


def test_hostile_text_is_told_as_text(tmp_path: Path) -> None:
    path = changed(tmp_path, {"owner.officerTitle": "<script>{{700*7001}}&amp;\u6f22", "owner.isOther": True})
    result = run("validate", path, *IN_TIME)
    assert "4900700" not in result.stdout
    assert result.exit_code == 1


def test_many_rows_notes_and_owners_are_checked_and_an_error(tmp_path: Path) -> None:
    document = json.loads(Path(TECOGEN).read_text("utf-8"))
    document["nonDerivativeTable"] *= 60
    document["reportingOwners"] *= 12
    document["footnotes"] = {f"F{number}": "x" * 1000 for number in range(1, 100)}
    path = tmp_path / "large.json"
    path.write_text(json.dumps(document), "utf-8")
    result = run("validate", str(path), *IN_TIME)
    assert result.exit_code == 1
    assert "0 could not run" in result.stdout


def test_no_rows_at_all_is_told(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, {"nonDerivativeTable": []}), *IN_TIME)
    assert result.exit_code in {0, 1}
    assert "0 could not run" in result.stdout


def test_a_missing_file_a_folder_and_an_impossible_name_end_with_2(tmp_path: Path) -> None:
    missing = run("validate", str(tmp_path / "none.json"))
    folder = run("validate", str(tmp_path))
    impossible = run("validate", "a\0b")
    assert {missing.exit_code, folder.exit_code, impossible.exit_code} == {2}
    assert f"Cannot read {tmp_path / 'none.json'}: there is no such file. Check the name" in missing.stderr
    assert f"{tmp_path}: There is no filing in the folder." in folder.stderr
    assert "Cannot read a\\x00b: embedded null byte." in impossible.stderr


def test_a_name_with_a_missing_folder_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"Cannot read {tmp_path / 'no' / 'such.json'}: " in run("validate", "no/such.json").stderr


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", "utf-8")
    result = run("validate", str(tmp_path / "a" / "b.json"))
    assert result.exit_code == 2
    assert "Not a directory. Name a file that can be read" in result.stderr


def test_a_file_that_may_not_be_read_ends_with_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refused)
    result = run("validate", str(tmp_path / "secret.json"), *IN_TIME)
    assert result.exit_code == 2
    assert "secret.json: permission denied. Ask its owner, or change its permissions." in result.stderr


@pytest.mark.parametrize("modules", [("weasyprint", "jinja2", "lxml", "jsonschema")])
def test_a_check_imports_none_of_the_large_libraries(modules: tuple[str, ...]) -> None:
    done = start("validate", TECOGEN, *IN_TIME, environment={"PYTHONVERBOSE": "1"})
    assert done.returncode == 0
    imported = {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}
    assert "form4gen.rules.owners" in imported
    assert not imported & {*modules, "dataclasses", "pathlib", "importlib.resources", "textwrap"}


def test_help_imports_no_rule_and_no_model() -> None:
    done = start("--help", environment={"PYTHONVERBOSE": "1"})
    imported = {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}
    assert "form4gen.cli.group" in imported
    assert not [name for name in imported if name.startswith(("form4gen.rules", "form4gen.model", "form4gen.api"))]
    assert not imported & {"decimal", "zoneinfo", "json"}


def test_the_hours_of_edgar_are_those_of_a_time_that_was_asked_for(tmp_path: Path) -> None:
    path = changed(tmp_path, {})
    assert "DL109  warning" in run("validate", path, "--filed-at", "2017-11-14T22:01", "--select", "DL109").stdout
    assert "DL109  w" not in run("validate", path, "--filed-at", "2017-11-14T22:00", "--select", "DL109").stdout
    assert "0 rules applied" in run("validate", path, "--select", "DL109").stdout
