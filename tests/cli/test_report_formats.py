"""The forms in which ``validate`` and ``render`` give the report to others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, changed, run, start

from form4gen import __version__

TITLE = {"owner.officerTitle": ""}


def test_sarif_tells_the_place_and_how_the_run_ended(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, TITLE), *IN_TIME, "--format", "sarif")
    (told,) = json.loads(result.stdout)["runs"]
    (found,) = [each for each in told["results"] if each["ruleId"] == "RO102"]
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert result.exit_code == told["invocations"][0]["exitCode"] == 1
    (good,) = json.loads(run("validate", TECOGEN, *IN_TIME, "--format", "sarif").stdout)["runs"]
    assert good["invocations"][0]["exitCode"] == 0


def test_sarif_tells_the_severities_that_settings_changed(tmp_path: Path) -> None:
    settings = tmp_path / "form4gen.toml"
    settings.write_text('severities = {HB101 = "advisory"}', "utf-8")
    call = ("validate", changed(tmp_path, {"row.sharesOwnedFollowingTransaction": 1}), *IN_TIME, "--format", "sarif")
    (told,) = json.loads(run(*call, "--config", str(settings)).stdout)["runs"]
    (override,) = told["invocations"][0]["ruleConfigurationOverrides"]
    assert (override["descriptor"]["id"], override["configuration"]) == ("HB101", {"level": "note"})
    assert [each["level"] for each in told["results"] if each["ruleId"] == "HB101"] == ["note"]
    assert told["properties"]["settings"]["file"] == str(settings)


def test_github_annotations_name_the_file(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    result = run("validate", path, *IN_TIME, "--format", "github")
    assert result.exit_code == 1
    assert f"::error file={path},line=1,col=" in result.stdout
    assert ",title=RO102 officer without a title%3A Item 5%2C reporting person 1%2C Officer title::" in result.stdout


def test_the_concise_format_reports_the_counts_on_standard_error(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, TITLE), *IN_TIME, "--format", "concise")
    assert result.stdout.count("\n") == 2
    assert result.stdout.startswith(f"{tmp_path / 'form4.json'}: Do not file: 1 error, which EDGAR would suspend")
    assert result.stderr.startswith(f"form4gen {__version__}; no settings\nform4gen: 1")
    assert result.stderr.endswith(" 0 could not run: 1 error, 0 warnings, 0 advisories\n")
    assert "not checked (data missing)" in result.stderr


def test_html_is_the_memorandum(tmp_path: Path) -> None:
    result = run("validate", changed(tmp_path, TITLE), *IN_TIME, "--format", "html")
    assert result.exit_code == 1
    assert result.stdout.startswith("<!DOCTYPE html>")
    assert "Do not file: one error" in result.stdout


def test_html_of_a_document_that_is_no_filing_says_so() -> None:
    result = run("validate", "-", *IN_TIME, "--format", "html", stdin="[]")
    assert result.exit_code == 1
    assert "Not yet a filing: one fault to correct" in result.stdout


@pytest.mark.parametrize("form", ["text", "json", "concise", "sarif", "github"])
def test_no_form_but_html_imports_what_draws(form: str) -> None:
    done = start("validate", TECOGEN, *IN_TIME, "--format", form, environment={"PYTHONVERBOSE": "1"})
    imported = {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}
    assert not imported & {"jinja2", "weasyprint", "jsonschema", "lxml"}


def test_render_writes_the_memorandum_alone(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--memo", "-o", str(tmp_path))
    assert result.exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tecogen-2017-memo.html"]
    assert "No errors, no warnings, nothing to have in hand." in (tmp_path / "tecogen-2017-memo.html").read_text(
        "utf-8"
    )


def test_render_writes_the_memorandum_as_pdf_beside_the_form(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--memo", "--pdf", "-o", str(tmp_path))
    assert result.stdout.splitlines() == [
        str(tmp_path / name) for name in ("tecogen-2017.pdf", "tecogen-2017-memo.html", "tecogen-2017-memo.pdf")
    ]
    assert (tmp_path / "tecogen-2017-memo.pdf").read_bytes().startswith(b"%PDF-")


def test_the_memorandum_of_a_draft_tells_its_errors(tmp_path: Path) -> None:
    path = changed(tmp_path, TITLE)
    assert run("render", path, *IN_TIME, "--memo", "-o", str(tmp_path / "out")).exit_code == 1
    assert run("render", path, *IN_TIME, "--memo", "--draft", "-o", str(tmp_path / "out")).exit_code == 0
    assert "Do not file" in (tmp_path / "out" / "form4-memo.html").read_text("utf-8")
