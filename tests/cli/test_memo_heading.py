"""The heading of a memorandum: options, the table ``memo`` of the settings file, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import IN_TIME, TECOGEN, run
from page_reader import Drawn

OPTIONS = ("--legend", "Privileged", "--to", "A. Partner", "--matter", "00417-0012", "--prepared-by", "B. Associate")
SETTINGS = """
[memo]
legend = "Privileged"
to = "A. Partner"
matter = "00417-0012"
prepared-by = "B. Associate"
"""
WORDS = "To A. Partner Matter 00417-0012 Prepared by B. Associate Date Nov 14, 2017"


@pytest.fixture(autouse=True)
def _started_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _text(page: str) -> str:
    return " ".join(Drawn(page).text.split()).replace("\u00a0", " ")


def _validated(*options: str) -> str:
    result = run("validate", TECOGEN, *IN_TIME, "--format", "html", *options)
    assert result.exit_code == 0, result.output
    return _text(result.stdout)


def test_nothing_is_printed_that_is_not_given() -> None:
    text = _validated()
    for label in ("To ", "Matter", "Prepared by", "Privileged"):
        assert label not in text.partition("Ready to file")[0]


def test_options_head_the_memorandum_of_validate_and_of_render(tmp_path: Path) -> None:
    text = _validated(*OPTIONS)
    assert "Privileged Pre-filing memorandum" in text
    assert WORDS in text
    assert run("render", TECOGEN, *IN_TIME, "--memo", *OPTIONS, "-o", str(tmp_path)).exit_code == 0
    assert WORDS in _text((tmp_path / "tecogen-2017-memo.html").read_text("utf-8"))


def test_the_settings_file_heads_it_and_an_option_overrides_its_line(tmp_path: Path) -> None:
    (tmp_path / "form4gen.toml").write_text(SETTINGS, "utf-8")
    assert WORDS in _validated()
    text = _validated("--to", "C. Partner", "--legend", "")
    assert "To C. Partner Matter 00417-0012" in text
    assert "Privileged" not in text


@pytest.mark.parametrize("option", OPTIONS[::2])
def test_a_heading_without_a_memorandum_is_refused(option: str, tmp_path: Path) -> None:
    names = "--legend, --to, --matter and --prepared-by"
    result = run("validate", TECOGEN, *IN_TIME, option, "x")
    assert result.exit_code == 2
    assert f"{names} require --format html." in result.stderr
    result = run("render", TECOGEN, *IN_TIME, "--html", option, "x", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert f"{names} require --memo or --closing." in result.stderr


@pytest.mark.parametrize(("length", "code"), [(199, 0), (200, 0), (201, 2)])
def test_a_line_has_at_most_200_characters(length: int, code: int, tmp_path: Path) -> None:
    assert run("validate", TECOGEN, *IN_TIME, "--format", "html", "--legend", "x" * length).exit_code == code
    (tmp_path / "form4gen.toml").write_text(f'memo.legend = "{"x" * length}"\n', "utf-8")
    assert run("validate", TECOGEN, *IN_TIME, "--format", "html").exit_code == code


@pytest.mark.parametrize("text", ["a\nb", "a\tb", "a\x1b[31m"])
def test_a_line_is_one_printable_line(text: str) -> None:
    result = run("validate", TECOGEN, *IN_TIME, "--format", "html", "--matter", text)
    assert result.exit_code == 2
    assert "Give one line of at most 200 characters." in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("memo = 1", "memo must be a table, such as"),
        ("memo.to = 1", "memo.to must be text."),
        ('memo.to = "a\\nb"', "memo.to must be one line of at most 200 characters."),
        ('memo.prepared_by = "x"', "There is no setting 'prepared_by' of memo. Did you mean prepared-by?"),
        ('memo.zzz = "x"', "The settings of memo are legend, to, matter, prepared-by."),
    ],
)
def test_a_faulty_setting_is_refused(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "form4gen.toml").write_text(content, "utf-8")
    result = run("validate", TECOGEN, *IN_TIME)
    assert result.exit_code == 2
    assert words in result.stderr


def test_markup_in_the_heading_is_text() -> None:
    result = run("validate", TECOGEN, *IN_TIME, "--format", "html", "--matter", "<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in result.stdout
    assert "<script" not in result.stdout
