"""The settings of a firm: where they are found, what they may say, and what the command line replaces."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from command_line import IN_TIME, ROOT, TECOGEN, changed, run, start

from form4gen import __version__
from form4gen.cli.settings import settings_of_run
from form4gen.model.filing import Filing
from form4gen.rules import catalogue
from form4gen.rules.catalogue import ACCEPTS, ERROR, Breach, Rule

TITLE = {"owner.officerTitle": ""}
# HB101, an error that EDGAR accepts.
BALANCE = {"row.sharesOwnedFollowingTransaction": 1}


@pytest.fixture(autouse=True)
def _started_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


LATE = ("--filed-at", "2017-11-20T12:00")


def _written(folder: Path, content: str, name: str = "form4gen.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def _told(*arguments: str) -> Any:
    return json.loads(run("validate", *arguments, "--format", "json").stdout)


def _refused(folder: Path, content: str, name: str = "form4gen.toml") -> str:
    path = _written(folder, content, name)
    result = run("validate", changed(folder, {}), *IN_TIME)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"form4gen: {path}: ")
    return result.stderr


def test_a_rule_is_ignored_by_the_file_in_the_working_folder(tmp_path: Path) -> None:
    path = changed(tmp_path, BALANCE)
    assert run("validate", path, *IN_TIME).exit_code == 1
    _written(tmp_path, 'ignore = ["hb101"]')
    assert run("validate", path, *IN_TIME).exit_code == 0


@pytest.mark.parametrize("command", [("validate",), ("render", "--html"), ("render", "--html", "--jobs", "1")])
def test_a_file_beside_the_input_sets_nothing_unless_it_is_named(tmp_path: Path, command: tuple[str, ...]) -> None:
    received = tmp_path / "received"
    file = _written(received, 'ignore = ["HB"]')
    paths = [changed(received, BALANCE, "a.json")]
    if "--jobs" in command:
        paths.append(changed(received, BALANCE, "b.json"))
    call = (*command, *paths, *IN_TIME, *(("-o", str(tmp_path / "out")) if "--html" in command else ()))
    alone = run(*call)
    assert alone.exit_code == 1
    assert f"{__version__}; no settings" in alone.output
    named = run(*call, "--config", str(file))
    assert named.exit_code == 0, named.stderr
    assert f"{__version__}; settings from {file}: without HB" in " ".join(named.output.split())
    assert named.output.count("1 error is excluded by settings: HB101.") == len(paths)


@pytest.mark.parametrize(
    "content", ['ignore = ["RO102"]', 'ignore = ["RO"]', 'select = ["HB"]', '[severities]\nRO = "advisory"\n']
)
def test_what_edgar_suspends_stays_an_error_under_any_settings(tmp_path: Path, content: str) -> None:
    _written(tmp_path, content)
    path = changed(tmp_path, TITLE)
    found = run("validate", path, *IN_TIME)
    assert found.exit_code == 1
    assert "RO102  error" in found.stdout
    assert "Reported despite the settings, because EDGAR suspends the filing: RO102." in found.stdout
    drawn = run("render", path, *IN_TIME, "--html", "-o", str(tmp_path / "out"))
    assert drawn.exit_code == 1
    assert "Nothing was printed: correct the errors, or use --draft." in drawn.stderr


def test_an_error_that_settings_hold_back_is_named_wherever_the_form_is_printed(tmp_path: Path) -> None:
    _written(tmp_path, '[severities]\nHB = "advisory"\n')
    out = tmp_path / "out"
    result = run("render", changed(tmp_path, BALANCE), *IN_TIME, "--html", "--memo", "--closing", "-o", str(out))
    assert result.exit_code == 0, result.stderr
    words = "1 error is lowered by settings: HB101"
    maker = f"form4gen {__version__}; settings from form4gen.toml: HB is an advisory; no overrides; {words}"
    assert f"form4gen: {words}." in result.stderr
    for name in ("form4.html", "form4-memo.html"):
        page = (out / name).read_text("utf-8")
        assert f'<meta name="generator" content="{maker}">' in page
    assert f"{words}." in (out / "form4-memo.html").read_text("utf-8")
    with pikepdf.open(out / "form4-closing.pdf") as closing:
        assert str(closing.docinfo["/Creator"]) == maker
        assert str(closing.open_metadata()["xmp:CreatorTool"]) == maker


def test_an_override_is_named_wherever_the_form_is_printed(tmp_path: Path) -> None:
    override = {"rule": "HB101", "place": "", "reason": "A second account", "by": "A. Counsel"}
    path = changed(tmp_path, BALANCE | {"overrides": [override]})
    words = "1 finding is accepted by override: HB101"
    for command in (("render", "--html", "--pdf"), ("export",)):
        out = tmp_path / command[0]
        result = run(*command, path, *IN_TIME, "-o", str(out))
        assert result.exit_code == 0, result.stderr
        assert f"form4gen: {words}." in result.stderr
    maker = f"form4gen {__version__}; no settings; {words}"
    page = (tmp_path / "render" / "form4.html").read_text("utf-8")
    assert f'<meta name="generator" content="{maker}">' in page
    assert "A second account" not in page
    with pikepdf.open(tmp_path / "render" / "form4.pdf") as form:
        assert str(form.docinfo["/Creator"]) == maker


def test_an_export_names_its_version_and_applies_every_rule(tmp_path: Path) -> None:
    _written(tmp_path, 'ignore = ["SG"]')
    result = run("export", changed(tmp_path, {}), *IN_TIME, "-o", str(tmp_path / "out"))
    assert result.stderr == f"form4gen {__version__}; every rule is applied, without settings\n"


def test_only_the_selected_rules_are_applied(tmp_path: Path) -> None:
    _written(tmp_path, 'select = ["FN", "HB102"]')
    rules = _told(changed(tmp_path, BALANCE), *IN_TIME)["rules"]
    assert {"HB102", "FN103", "RO102"} <= {*rules["applied"]}
    assert {"rule": "HB101", "reason": "excluded by settings"} in rules["notRun"]
    others = [rule for rule in rules["applied"] if rule != "HB102" and not rule.startswith("FN")]
    assert {catalogue.catalogue()[rule].edgar for rule in others} == {catalogue.SUSPENDS}


def test_the_file_is_found_in_a_folder_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = _written(tmp_path, 'ignore = ["HB101"]')
    below = tmp_path / "drafts" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    path = changed(below, BALANCE)
    assert run("validate", path, *IN_TIME).exit_code == 0
    assert _told(path, *IN_TIME)["settings"]["file"] == str(found)


def test_the_nearest_file_is_the_only_one_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _written(tmp_path, 'ignore = ["HB101"]')
    below = tmp_path / "drafts"
    _written(below, "strict = true")
    monkeypatch.chdir(below)
    assert run("validate", changed(below, BALANCE), *IN_TIME).exit_code == 1


def test_for_standard_input_the_search_begins_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(tmp_path, 'ignore = ["HB101"]')
    text = Path(changed(tmp_path, BALANCE)).read_text("utf-8")
    assert run("validate", "-", *IN_TIME, stdin=text).exit_code == 0
    monkeypatch.chdir(tmp_path.parent)
    assert run("validate", "-", *IN_TIME, stdin=text).exit_code == 1


@pytest.mark.parametrize(
    "content",
    [
        '[tool.form4gen]\nignore = ["HB101"]\n',
        '[ tool . "form4gen" ]\nignore = ["HB101"]\n',
        '[tool]\nform4gen = {ignore = ["HB101"]}\n',
        'tool.form4gen.ignore = ["HB101"]\n',
        'tool = {form4gen = {ignore = ["HB101"]}}\n',
    ],
)
def test_a_pyproject_toml_may_hold_the_settings(tmp_path: Path, content: str) -> None:
    _written(tmp_path, content, "pyproject.toml")
    assert run("validate", changed(tmp_path, BALANCE), *IN_TIME).exit_code == 0


@pytest.mark.parametrize("content", ['[tool.ruff]\nselect = ["E"]\n', '[project]\nname = "form4gen"\n', "not TOML"])
def test_a_pyproject_toml_without_the_table_is_passed_over(
    tmp_path: Path, content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _written(tmp_path, 'ignore = ["HB101"]')
    below = tmp_path / "drafts"
    _written(below, content, "pyproject.toml")
    monkeypatch.chdir(below)
    assert run("validate", changed(below, BALANCE), *IN_TIME).exit_code == 0


def test_the_own_file_goes_before_a_pyproject_toml_of_the_same_folder(tmp_path: Path) -> None:
    _written(tmp_path, '[tool.form4gen]\nignore = ["HB101"]\n', "pyproject.toml")
    _written(tmp_path, "")
    assert run("validate", changed(tmp_path, BALANCE), *IN_TIME).exit_code == 1


def test_a_file_that_is_named_goes_before_one_that_is_found(tmp_path: Path) -> None:
    _written(tmp_path, 'ignore = ["HB101"]')
    other = _written(tmp_path / "firm", "strict = true", "house.toml")
    path = changed(tmp_path, BALANCE)
    assert run("validate", path, *IN_TIME, "--config", str(other)).exit_code == 1
    assert run("validate", path, *IN_TIME, "--no-config").exit_code == 1


def test_a_named_file_that_is_missing_ends_with_2(tmp_path: Path) -> None:
    result = run("validate", TECOGEN, *IN_TIME, "--config", str(tmp_path / "none.toml"))
    assert result.exit_code == 2
    assert f"{tmp_path / 'none.toml'}: The settings cannot be read: No such file or directory." in result.stderr


@pytest.mark.parametrize("key", ["DL101", "DL"])
def test_a_severity_is_raised_and_fails_the_run(tmp_path: Path, key: str) -> None:
    path = changed(tmp_path, {"row.transactionShares": 20000, "row.sharesOwnedFollowingTransaction": 21418})
    assert run("validate", path, *LATE).exit_code == 0
    _written(tmp_path, f'severities = {{{key} = "error"}}')
    assert "DL101  error" in run("validate", path, *LATE).stdout
    assert run("validate", path, *LATE).exit_code == 1


def test_a_severity_is_lowered_and_no_longer_fails_the_run(tmp_path: Path) -> None:
    _written(tmp_path, '[severities]\nHB = "advisory"\n')
    path = changed(tmp_path, BALANCE)
    assert "HB101  advisory" in run("validate", path, *IN_TIME).stdout
    assert run("validate", path, *IN_TIME).exit_code == 0
    assert run("render", path, *IN_TIME, "--html", "-o", str(tmp_path / "out")).exit_code == 0


def test_the_severity_of_a_rule_goes_before_that_of_its_family(tmp_path: Path) -> None:
    _written(tmp_path, '[severities]\nHB101 = "warning"\nHB = "advisory"\n')
    assert "HB101  warning" in run("validate", changed(tmp_path, BALANCE), *IN_TIME).stdout


def test_strict_may_stand_in_the_file_and_be_taken_back(tmp_path: Path) -> None:
    _written(tmp_path, "strict = true")
    path = changed(tmp_path, {"row.transactionShares": 20000, "row.sharesOwnedFollowingTransaction": 21418})
    assert run("validate", path, *LATE).exit_code == 1
    assert run("validate", path, *LATE, "--no-strict").exit_code == 0
    assert run("validate", path, *LATE, "--no-config").exit_code == 0
    assert run("validate", path, *LATE, "--no-config", "--strict").exit_code == 1


def test_ignore_on_the_command_line_stands_in_the_place_of_the_files(tmp_path: Path) -> None:
    _written(tmp_path, 'ignore = ["HB101"]')
    path = changed(tmp_path, BALANCE)
    assert run("validate", path, *IN_TIME, "--ignore", "FN").exit_code == 1


def test_ignore_on_the_command_line_keeps_the_selection_of_the_file(tmp_path: Path) -> None:
    _written(tmp_path, 'select = ["HB"]')
    told = _told(changed(tmp_path, BALANCE), *IN_TIME, "--ignore", "HB101")
    assert (told["settings"]["select"], told["settings"]["ignore"]) == (["HB"], ["HB101"])
    assert told["findings"] == []
    assert [(each["rule"], each["how"]) for each in told["heldBack"]] == [("HB101", "excluded")]


def test_select_on_the_command_line_sets_the_selection_of_the_file_aside(tmp_path: Path) -> None:
    _written(tmp_path, 'select = ["FN"]\nignore = ["RO102"]')
    path = changed(tmp_path, TITLE)
    assert _told(path, *IN_TIME, "--select", "RO102")["rules"]["applied"] == ["RO102"]
    assert run("validate", path, *IN_TIME, "--select", "RO102").exit_code == 1


def test_severities_hold_beside_a_selection_on_the_command_line(tmp_path: Path) -> None:
    _written(tmp_path, '[severities]\nHB101 = "warning"\n')
    assert run("validate", changed(tmp_path, BALANCE), *IN_TIME, "--select", "HB101").exit_code == 0


def test_the_report_says_which_file_was_used_and_what_it_sets(tmp_path: Path) -> None:
    path = changed(tmp_path, BALANCE)
    nothing = {
        "file": None,
        "options": [],
        "select": [],
        "ignore": [],
        "severities": {},
        "strict": False,
        "isLook": False,
    }
    assert _told(path, *IN_TIME)["settings"] == nothing
    found = _written(tmp_path, 'ignore = ["AD"]\n[severities]\nHB101 = "warning"\n')
    set_there = {"file": str(found), "ignore": ["AD"], "severities": {"HB101": "warning"}}
    assert _told(path, *IN_TIME)["settings"] == nothing | set_there
    text = " ".join(run("validate", path, *IN_TIME).stdout.split())
    assert f"settings from {found}: without AD; HB101 is a warning" in text


def test_the_report_says_which_options_set_something(tmp_path: Path) -> None:
    _written(tmp_path, "strict = true")
    told = _told(changed(tmp_path, {}), *IN_TIME, "--ignore", "AD", "--no-strict")["settings"]
    assert (told["options"], told["strict"], told["isLook"]) == (["--ignore", "--no-strict"], False, False)
    told = _told(changed(tmp_path, {}), *IN_TIME, "--select", "TC", "--strict")["settings"]
    assert (told["options"], told["strict"], told["isLook"]) == (["--select", "--strict"], True, True)


def test_a_rule_that_could_not_run_never_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(filing: Filing) -> Iterator[Breach]:
        known: dict[str, str] = {}
        yield Breach(filing.at / known["lost"], "never said")

    rule = Rule("XX999", "broken", broken, (Filing,), ERROR, ACCEPTS, (), catalogue.HIGH, None, None, ())
    known = catalogue.catalogue() | {"XX999": rule}
    monkeypatch.setattr("form4gen.rules.applying.catalogue", lambda: known)
    _written(tmp_path, "[severities]\n" + "".join(f'{family} = "advisory"\n' for family in ("RO", "HD", "DL")))
    assert run("validate", changed(tmp_path, {}), *IN_TIME).exit_code == 70


def test_an_unknown_key_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert "There is no setting 'ignored'. Did you mean ignore?" in _refused(tmp_path, 'ignored = ["AD"]')
    assert "The settings are ignore, memo, select, severities, strict." in _refused(tmp_path, "zzz = 1")


@pytest.mark.parametrize("content", ['ignore = ["RO1O2"]', 'select = ["RO1O2"]', 'severities = {RO1O2 = "error"}'])
def test_an_unknown_rule_is_refused_with_the_nearest(tmp_path: Path, content: str) -> None:
    words = _refused(tmp_path, content)
    assert "There is no rule or family 'RO1O2' for " in words
    assert words.endswith("Did you mean RO102?\n")


def test_a_name_like_no_rule_is_refused_with_the_families(tmp_path: Path) -> None:
    assert "The families are A" in _refused(tmp_path, 'ignore = ["??"]')


def test_an_unknown_rule_is_refused_even_where_the_command_line_replaces_it(tmp_path: Path) -> None:
    _written(tmp_path, 'ignore = ["RO1O2"]')
    assert run("validate", changed(tmp_path, {}), *IN_TIME, "--ignore", "FN").exit_code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('severities = {RO102 = "warn"}', "There is no severity 'warn'. Did you mean warning?"),
        ("severities = {RO102 = 1}", "There is no severity 1. The severities are error, warning, advisory."),
        ('severities = ["RO102"]', "severities must be a table"),
        ('ignore = "RO102"', "ignore must be a list of rule ids and families"),
        ("select = [102]", "select takes ids as text, not 102."),
        ('strict = "yes"', "strict must be true or false."),
        ("strict = ", "This is not TOML in UTF-8: "),
        ("a = " + "[" * 5000, "This is not TOML in UTF-8: "),
        ("#" * 1_100_000, "A settings file may have at most one megabyte."),
    ],
)
def test_what_is_no_setting_is_refused(tmp_path: Path, content: str, words: str) -> None:
    assert words in _refused(tmp_path, content)


def test_settings_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "form4gen.toml").write_bytes(b'ignore = ["\xff"]')
    assert "This is not TOML in UTF-8: " in run("validate", changed(tmp_path, {}), *IN_TIME).stderr


def test_a_table_of_pyproject_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "form4gen must be a table." in _refused(tmp_path, "[tool]\nform4gen = 1\n", "pyproject.toml")


def test_a_named_pyproject_without_the_table_sets_nothing(tmp_path: Path) -> None:
    path = _written(tmp_path, '[project]\nname = "example"\n', "pyproject.toml")
    assert run("validate", TECOGEN, *IN_TIME, "--config", str(path)).exit_code == 0


def test_a_pyproject_that_may_not_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _written(tmp_path, "[tool.form4gen]\nstrict = true\n", "pyproject.toml")
    assert settings_of_run(None).strict

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refused)
    assert not settings_of_run(None).strict


def test_toml_is_imported_only_where_there_is_a_file(tmp_path: Path) -> None:
    def imported() -> set[str]:
        done = start("validate", changed(tmp_path, {}), *IN_TIME, environment={"PYTHONVERBOSE": "1"}, cwd=tmp_path)
        assert done.returncode == 0
        return {line.split(b"'")[1].decode() for line in done.stderr.splitlines() if line.startswith(b"import '")}

    assert not imported() & {"tomllib", "form4gen.cli.settings_file"}
    _written(tmp_path, "")
    assert "tomllib" in imported()


def test_the_settings_that_the_readme_shows_are_real(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.DOTALL)
    found = settings_of_run(str(_written(tmp_path, block)))
    assert found.words == "without AD103; DL is an error; RO103 is an advisory; warnings fail the run"
