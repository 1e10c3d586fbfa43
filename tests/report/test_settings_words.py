"""What a report tells of the Settings from a firm."""

from __future__ import annotations

from report_samples import finding, report

from form4gen.report.concise import concise
from form4gen.report.github import as_github
from form4gen.report.settings import Settings
from form4gen.report.text import text
from form4gen.rules.catalogue import Severity

ASKED = Settings(
    "form4gen.toml", ("RO",), ("AD", "FN"), {"TC": Severity.ADVISORY, "RO102": Severity.WARNING}, strict=True
)


def test_the_settings_are_told_in_a_line() -> None:
    assert ASKED.words == "only RO; without AD, FN; RO102 is a warning; TC is an advisory; warnings fail the run"
    assert Settings("form4gen.toml").words == "no changes"


def test_a_rule_goes_before_its_family() -> None:
    both = Settings(severities={"RO": Severity.ADVISORY, "RO102": Severity.WARNING})
    assert both.severity_of("RO102") is Severity.WARNING
    assert both.severity_of("RO103") is Severity.ADVISORY
    assert both.severity_of("TC101") is None


def test_the_text_names_the_file_below_its_head() -> None:
    told = text(report()._replace(settings=ASKED), width=60)
    assert told.splitlines()[1:4] == [
        "Settings from form4gen.toml: only RO; without AD, FN; RO102",
        "is a warning; TC is an advisory; warnings fail the run",
        "",
    ]


def test_the_other_forms_for_eyes_name_it_too() -> None:
    one = report(finding())._replace(settings=ASKED)
    assert concise(one).splitlines()[0] == f"form4gen.toml: settings: {ASKED.words}"
    assert concise(report(finding())).startswith("form4.json:40:9: HB102")
    assert (
        as_github(one, {"HB102": "balance does not follow"}).splitlines()[-2]
        == f"Settings from form4gen.toml: {ASKED.words}"
    )
