"""What a report says of the settings and overrides behind it."""

from __future__ import annotations

import json

from report_samples import finding, report

from form4gen import __version__
from form4gen.report.as_json import as_json
from form4gen.report.concise import concise
from form4gen.report.github import as_github
from form4gen.report.provenance import consequences, in_metadata, of_settings, version_and_settings
from form4gen.report.sarif import as_sarif
from form4gen.report.text import text
from form4gen.rules.applying import NOT_SELECTED
from form4gen.rules.catalogue import Edgar, Severity
from form4gen.rules.settings import Settings

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


def test_the_text_names_version_settings_and_what_they_hold_back_below_its_head() -> None:
    told = text(report(settings=ASKED, excluded=(finding(), finding("HB105"))), width=60)
    assert told.splitlines()[3:7] == [
        f"form4gen {__version__}; settings from form4gen.toml: only RO;",
        "without AD, FN; RO102 is a warning; TC is an advisory;",
        "warnings fail the run",
        "2 errors are excluded by settings: HB102, HB105.",
    ]
    assert text(report()).splitlines()[2] == f"form4gen {__version__}; no settings"


def test_options_of_the_command_line_are_named_as_settings() -> None:
    both = ASKED._replace(options=("--ignore",))
    assert version_and_settings(both).startswith(f"form4gen {__version__}; settings from form4gen.toml and --ignore: ")
    alone = Settings(ignore=("HB",), options=("--ignore", "--strict"))
    assert version_and_settings(alone) == f"form4gen {__version__}; settings from --ignore and --strict: without HB"


def test_the_other_forms_for_eyes_name_them_too() -> None:
    one = report(finding(), settings=ASKED, lowered=(finding("HB103"),))
    assert concise(one).splitlines()[1] == "form4.json: 1 error is lowered by settings: HB103."
    assert as_github(one, {"HB102": "balance does not follow"}).splitlines()[-3:-1] == [
        f"form4gen {__version__}; settings from form4gen.toml: {ASKED.words}",
        "1 error is lowered by settings: HB103.",
    ]


def test_an_error_that_is_accepted_is_not_held_back_by_settings() -> None:
    accepted = report(excluded=(finding(accepted=True),))
    assert list(consequences(accepted)) == []
    assert json.loads(as_json(accepted))["heldBack"] == []


def test_what_edgar_suspends_is_named_if_the_settings_would_have_dropped_or_lowered_it() -> None:
    suspended = finding("RO102", edgar=Edgar.SUSPENDS)
    sentence = "Reported despite the settings, because EDGAR suspends the filing: RO102."
    for given in (Settings(ignore=("RO",)), Settings(severities={"RO102": Severity.WARNING})):
        assert list(of_settings(report(suspended, settings=given))) == [sentence]
    assert list(of_settings(report(suspended, settings=Settings(select=("RO",))))) == []


def test_a_look_says_how_many_rules_were_not_run() -> None:
    look = Settings(select=("TC", "RO102"), options=("--select",), is_look=True)
    one = report(
        settings=look,
        not_applicable={"TC101": "no row"},
        not_run={"HB102": NOT_SELECTED, "HB103": NOT_SELECTED},
    )
    assert list(of_settings(one)) == ["Only TC, RO102 was checked, and 2 rules were not run."]
    assert "2 not selected" in text(one)


def test_the_metadata_name_no_path_and_no_reason_of_an_override() -> None:
    given = Settings("/home/jane/form4gen.toml", ignore=("AD",))
    one = report(finding(accepted=True), settings=given, excluded=(finding("HB103"),))
    assert in_metadata(one) == (
        f"form4gen {__version__}; settings from form4gen.toml: without AD; 1 finding is accepted by override: HB102; "
        "1 error is excluded by settings: HB103"
    )
    assert in_metadata(report()) == f"form4gen {__version__}; no settings; no overrides"


def test_programs_read_what_the_settings_hold_back() -> None:
    one = report(settings=ASKED, excluded=(finding(),), lowered=(finding("HB103"),))
    place = "/nonDerivativeTable/1/sharesOwnedFollowingTransaction"
    held = [
        {"rule": "HB102", "pointer": place, "how": "excluded"},
        {"rule": "HB103", "pointer": place, "how": "lowered"},
    ]
    assert json.loads(as_json(one))["heldBack"] == held
    (log,) = json.loads(as_sarif(one, (), 0))["runs"]
    assert log["properties"]["heldBack"] == held
    assert log["properties"]["settings"] == json.loads(as_json(one))["settings"]
