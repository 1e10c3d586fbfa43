"""``form4gen validate`` with several inputs: their reports in their order, and none for the others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, changed, run, start
from jsonschema import Draft202012Validator
from sarif_schema import sarif_validator

from form4gen.api.reports import report_schema

TITLE = {"owner.officerTitle": ""}
EARLIER = {
    "periodOfReport": "2017-10-02",
    "row.transactionDate": "2017-10-02",
    "row.sharesOwnedFollowingTransaction": 1000,
    "ownerSignatures": [{"signatureName": "Benjamin Locke", "signatureDate": "2017-10-03"}],
}
OTHER = {"owner.rptOwnerCik": "0000000042"}
JOBS = pytest.mark.parametrize("jobs", ["1", "3"])


@pytest.fixture
def mixed(tmp_path: Path) -> list[str]:
    """A good filing, one with an error, one that is not there, and text."""
    (tmp_path / "text.json").write_text('{"documentType": ', "utf-8")
    good = str(shutil.copy(TECOGEN, tmp_path / "good.json"))
    return [good, changed(tmp_path, TITLE, "error.json"), str(tmp_path / "none.json"), str(tmp_path / "text.json")]


@JOBS
def test_the_reports_come_in_the_order_of_the_inputs_then_the_counts(mixed: list[str], jobs: str) -> None:
    result = run("validate", *mixed, *IN_TIME, "--jobs", jobs)
    alone = [run("validate", path, *IN_TIME).stdout for path in mixed]
    assert result.exit_code == 2
    assert result.stdout == "".join(f"{text}\n" for text in alone if text)
    assert result.stderr.splitlines() == [
        (
            f"form4gen: Cannot read {mixed[2]}: there is no such file. Check the name; `form4gen new` prints a "
            "starting document."
        ),
        "form4gen: 1 passed, 2 failed, 1 could not be read",
    ]


def test_the_exit_code_is_that_of_the_gravest(mixed: list[str]) -> None:
    good, error, none, _ = mixed
    assert run("validate", good, good, *IN_TIME).exit_code == 0
    assert run("validate", error, good, *IN_TIME).exit_code == 1
    assert run("validate", none, error, good, *IN_TIME).exit_code == 2


@JOBS
def test_json_is_one_report_a_line(mixed: list[str], jobs: str) -> None:
    result = run("validate", *mixed, *IN_TIME, "--format", "json", "--jobs", jobs)
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["file"] for each in told] == [mixed[0], mixed[1], mixed[3]]
    schema = Draft202012Validator(json.loads(report_schema()))
    for each in told:
        schema.validate(each)
        assert each == json.loads(run("validate", each["file"], *IN_TIME, "--format", "json").stdout)


@pytest.mark.parametrize("form", ["concise", "github"])
def test_lines_that_name_their_file_follow_each_other(mixed: list[str], form: str) -> None:
    alone = [run("validate", path, *IN_TIME, "--format", form).stdout for path in mixed]
    assert run("validate", *mixed, *IN_TIME, "--format", form).stdout == "".join(alone)


@JOBS
def test_sarif_is_one_log_of_one_run_that_knows_of_every_input(mixed: list[str], jobs: str) -> None:
    result = run("validate", *mixed, *IN_TIME, "--format", "sarif", "--jobs", jobs)
    told = json.loads(result.stdout)
    assert [error.message for error in sarif_validator().iter_errors(told)] == []
    (found,) = told["runs"]
    assert [each["location"]["uri"] for each in found["artifacts"]] == [Path(path).as_uri() for path in mixed]
    assert [each["exitCode"] for each in found["invocations"]] == [0, 1, 2, 1]
    assert {each["ruleId"]: each["provenance"]["invocationIndex"] for each in found["results"]} == {
        "RO102": 1, "JS101": 3,
    }  # fmt: skip
    (notification,) = found["invocations"][2]["toolExecutionNotifications"]
    assert "there is no such file" in notification["message"]["text"]


def test_a_fix_is_of_the_file_that_it_is_for(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionCode": "p"})
    (told,) = json.loads(run("validate", TECOGEN, path, *IN_TIME, "--format", "sarif").stdout)["runs"]
    (fix,) = told["results"][0]["fixes"]
    assert fix["artifactChanges"][0]["artifactLocation"] == {"uri": Path(path).as_uri(), "index": 1}


def test_the_memorandum_is_of_one_filing_and_the_remedy_is_named(mixed: list[str], tmp_path: Path) -> None:
    result = run("validate", *mixed, *IN_TIME, "--format", "html")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "`form4gen render INPUT... --memo --draft -o DIR` writes one for each." in result.stderr
    out = tmp_path / "out"
    assert run("render", *mixed[:2], *IN_TIME, "--memo", "--draft", "-o", str(out)).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["error-memo.html", "good-memo.html"]


@JOBS
def test_a_prior_filing_stands_by_the_inputs_that_it_precedes_without_a_word_on_the_others(
    tmp_path: Path, jobs: str
) -> None:
    prior, other = changed(tmp_path, EARLIER, "prior.json"), changed(tmp_path, OTHER, "other.json")
    result = run("validate", TECOGEN, other, *IN_TIME, "--prior", prior, "--format", "json", "--jobs", jobs)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert "HB107" in first["rules"]["applied"]
    assert {"rule": "HB107", "reason": "needs prior filings"} in second["rules"]["notRun"]
    assert "is not used" not in result.stderr


def test_a_prior_filing_that_precedes_none_is_told_once(tmp_path: Path) -> None:
    prior = changed(tmp_path, EARLIER | OTHER, "prior.json")
    result = run("validate", TECOGEN, TECOGEN, *IN_TIME, "--prior", prior)
    words = "is not used: it is not an earlier filing of the same reporting person and issuer for any input."
    assert result.stderr.splitlines()[0] == f"form4gen: {prior} {words}"
    assert result.stderr.count("is not used") == 1
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--prior", "nowhere.json", "there is no such file"),
        ("--select", "RO1O2", "Did you mean RO102?"),
        ("--config", "nowhere.toml", "The settings cannot be read"),
    ],
)
def test_what_is_wrong_for_every_input_is_told_once_before_any_is_checked(
    option: str, value: str, complaint: str
) -> None:
    result = run("validate", TECOGEN, TECOGEN, *IN_TIME, option, value)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == result.stderr.count(complaint) == 1


def test_a_check_of_one_input_imports_nothing_that_several_need() -> None:
    several = {"form4gen.cli.many", "form4gen.cli.workers", "form4gen.cli.validate_many", "form4gen.cli.priors"}
    done = start("validate", TECOGEN, *IN_TIME, environment={"PYTHONVERBOSE": "1"})
    imported = {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}
    assert "form4gen.cli.validating" in imported
    assert not imported & {*several, "multiprocessing", "signal", "asyncio", "logging", "concurrent"}


def test_a_report_in_a_batch_is_the_one_of_the_filing_alone(tmp_path: Path) -> None:
    """Though two filings are alike but for the ids of their footnotes, or for how a number is written."""
    note, other = "Shares were withheld for taxes.", "Bought on the open market."
    cited = {"value": "P", "footnotes": ["F1"]}
    paths = [
        changed(tmp_path, {"row.transactionCode": cited, "footnotes": {"F1": note, "F2": other}}, "a.json"),
        changed(tmp_path, {"row.transactionCode": cited, "footnotes": {"F2": note, "F1": other}}, "b.json"),
        changed(tmp_path, {"row.transactionCode": cited, "footnotes": {"F1": note, "F3": other}}, "c.json"),
        changed(tmp_path, {"row.transactionPricePerShare": "2.640"}, "d.json"),
        changed(tmp_path, {"row.transactionPricePerShare": "2.64"}, "e.json"),
    ]
    alone = [run("validate", each, *IN_TIME, "--format", "json").stdout for each in paths]
    assert len({each.partition('"findings"')[2] for each in alone}) > 3
    together = run("validate", *paths, *IN_TIME, "--format", "json").stdout.splitlines()
    assert list(map(json.loads, together)) == list(map(json.loads, alone))
