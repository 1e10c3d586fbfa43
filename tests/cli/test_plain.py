"""The plainest words of ``validate`` mean what click reads in them, and are acted on in the same way."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, changed, run, start
from hypothesis import example, given
from hypothesis import strategies as st

from form4gen.cli import main, validate
from form4gen.cli.heading import HEADING
from form4gen.cli.plain import run_plainly, understood
from form4gen.cli.validate_options import OPTIONS, Given

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there all is for click")

WORDS = st.lists(
    st.sampled_from(
        (
            "a.json", "b.json", "-", "--", "", "--format", "json", "text", "sarif", "html", "pdf", "--format=json",
            "--format=", "--filed-at", "2026-11-09T16:05", "2026-11-09T16:05-05:00", "2026-11-09", "2026-11-01T01:30",
            "--strict", "--no-strict", "--strict=1", "--help", "--select", "--ignore=TC,ro101", "TC", "--jobs", "2",
            "-x", "--no-config", "--prior", "--prior=b.json", "--config", "--to", "--legend=A B", "a\nb", "--fix",
            "--diff",
        )
    ),
    max_size=7,
)  # fmt: skip


def _as_click_reads(words: list[str]) -> tuple[Given, str] | None:
    read: list[tuple[Given, str]] = []

    def check_one(given: Given, path: str) -> int:
        read.append((given, path))
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validate, "check_one", check_one)
        run("validate", *words)
    return read[0] if read else None


@given(WORDS)
@example(["--format", "json", "a.json", "--filed-at", "2026-11-09T16:05"])
@example(["-", "--format", "sarif"])
@example(["--format", "json", "--format", "text", "a.json"])
@example(["--filed-at", "--format", "json", "a.json"])
@example(["--prior", "b.json", "a.json", "--prior=-", "--select", "TC", "--no-strict", "--fix", "--no-config"])
@example(["--prior", "--strict", "a.json", "--config", "b.json"])
@example(["a.json", "--format=html", "--to", "A B", "--legend", "-x"])
@example(["a.json", "--to", "A B"])
@example(["a.json", "--diff", "--format", "json"])
def test_what_is_understood_is_what_click_reads(words: list[str]) -> None:
    plain = understood(["validate", *words])
    assert plain in (None, _as_click_reads(words))


def test_every_option_for_one_input_is_understood() -> None:
    plain = understood(["validate", "a.json", "--format", "json", *IN_TIME, "--strict", "--prior", "b.xml"])
    assert plain is not None
    given, path = plain
    assert (given["form"], str(given["filed_at"]), path) == ("json", "2017-11-14 20:00:00-05:00", "a.json")
    assert (given["strict"], given["prior"], given["select"], given["fixes"]) == (True, ("b.xml",), (), False)
    for each in OPTIONS:
        value = "html" if each.flag == "--format" else IN_TIME[1] if each.flag == "--filed-at" else "A"
        words = [each.flag] if each.is_switch else [each.flag, value]
        assert understood(["validate", "a.json", *words, *(["--format=html"] if each in HEADING else [])]), each


def test_other_commands_and_the_completion_of_a_line_are_for_click(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_plainly(["render", "a.json"]) is None
    assert run_plainly(["validate", "--help"]) is None
    monkeypatch.setenv("_FORM4GEN_COMPLETE", "bash_complete")
    assert run_plainly(["validate", "a.json"]) is None


@pytest.mark.parametrize(
    "words",
    [
        *(("--format", form) for form in ("text", "json", "concise", "sarif", "github", "html")),
        ("--strict", "--select", "tc, RO", "--ignore", "TC101"),
        ("--prior", TECOGEN, "--no-config"),
        ("--format=html", "--legend", "Draft of Example Corp"),
        ("--diff",),
        ("--select", "ZZ"),
        ("--config", "none.toml"),
        ("--prior", "none.json"),
    ],
)
def test_both_roads_print_the_same(words: tuple[str, ...]) -> None:
    words = ("validate", TECOGEN, *IN_TIME, *words)
    plain, click = start(*words), run(*words)
    assert understood(list(words))
    assert plain.stdout.decode() == click.stdout
    assert (plain.returncode, plain.stderr.decode()) == (click.exit_code, click.stderr)


def test_both_roads_end_alike_on_a_bad_filing_a_missing_file_and_standard_input(tmp_path: Path) -> None:
    bad = changed(tmp_path, {"row.transactionCode": "Q"})
    for words in (("validate", bad, *IN_TIME), ("validate", str(tmp_path / "none.json")), ("validate", str(tmp_path))):
        plain, click = start(*words), run(*words)
        assert (plain.returncode, plain.stdout.decode()) == (click.exit_code, click.stdout)
        assert plain.stderr.decode() == click.stderr
    plain = start("validate", "-", *IN_TIME, input=Path(TECOGEN).read_bytes())
    assert (plain.returncode, plain.stdout.startswith(b"<stdin>: checked as of Tue, Nov 14, 2017, ")) == (0, True)


def test_a_settings_file_is_found_and_one_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, {"row.transactionCode": "Q"})
    settings = tmp_path / "form4gen.toml"
    settings.write_text('select = ["HD"]\n', "utf-8")
    told = json.loads(start("validate", path, *IN_TIME, "--format", "json", cwd=tmp_path).stdout)
    assert told["settings"]["select"] == ["HD"]
    settings.write_text("select = [", "utf-8")
    ended = start("validate", path, *IN_TIME, cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert str(settings) in ended.stderr.decode()


def test_a_bug_is_told_as_click_has_it_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def raise_bug(*_: object, **__: object) -> int:
        raise ZeroDivisionError("of nothing")

    for place in ("form4gen.cli.validate_options.report_on", "form4gen.cli.validate_options.settings_of_run"):
        monkeypatch.setattr(place, raise_bug)
        assert run_plainly(["validate", "a.json"]) == 70
        assert capsys.readouterr().err.startswith("form4gen: internal error: ZeroDivisionError: of nothing\n")


@pytest.mark.parametrize("words", [["validate", "a.json"], ["rules"]])
def test_a_stop_by_the_user_at_any_moment_is_told_without_a_traceback(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    for setting in ("gc.set_threshold", "gc.freeze"):  # they are for a process that ends
        monkeypatch.setattr(setting, lambda *_: None)
    monkeypatch.setattr(sys, "argv", ["form4gen", *words])
    monkeypatch.setattr("form4gen.cli.plain.run_plainly", interrupted)
    monkeypatch.setattr("form4gen.cli.group.run_by_click", interrupted)
    with pytest.raises(SystemExit) as end:
        main.run()
    assert (end.value.code, capsys.readouterr().err) == (130, "form4gen: Interrupted.\n")


@pytest.mark.parametrize("words", [(), ("--strict", "--prior", TECOGEN, "--select", "TC"), ("--format", "sarif")])
def test_the_plain_road_imports_no_click(words: tuple[str, ...]) -> None:
    told = start("validate", TECOGEN, *IN_TIME, *words, environment={"PYTHONVERBOSE": "1"}).stderr.decode()
    imported = {line.split("'")[1] for line in told.splitlines() if line.startswith("import '")}
    assert "form4gen.cli.plain" in imported
    assert not {"click", "inspect", "dataclasses", "pathlib", "jsonschema", "lxml", "jinja2", "weasyprint"} & imported
