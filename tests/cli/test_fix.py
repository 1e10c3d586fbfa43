"""``validate --fix`` corrects a file in place, whole or not at all; ``--diff`` only shows how."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from command_line import IN_TIME, TECOGEN, run, start

from form4gen.cli.rewriting import rewrite
from form4gen.errors import UnusableInputError

SOUND = Path(TECOGEN).read_text("utf-8")
SLIPPED = SOUND.replace('"transactionCode": "P"', '"transactionCode": "p"').replace('"TGEN"', '"tgen"')
DIFFERENCE = """\
@@ -5,7 +5,7 @@
   "issuer": {
     "issuerCik": "0001537435",
     "issuerName": "TECOGEN INC.",
-    "issuerTradingSymbol": "tgen"
+    "issuerTradingSymbol": "TGEN"
   },
   "reportingOwners": [
     {
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "form4.json"
    path.write_text(SLIPPED, "utf-8")
    return path


def test_a_file_is_corrected_and_the_report_is_that_of_the_corrected_file(file: Path) -> None:
    result = run("validate", str(file), "--fix", *IN_TIME)
    assert file.read_text("utf-8") == SOUND
    assert result.exit_code == 0
    assert DIFFERENCE in result.stderr
    assert f"form4gen: made 2 corrections in {file}.\n" in result.stderr
    assert result.stdout.endswith("0 errors, 0 warnings, 0 advisories; 2 fixed\n")
    assert os.listdir(file.parent) == [file.name]


def test_a_file_without_a_fault_of_spelling_is_not_touched(file: Path) -> None:
    file.write_text(SOUND, "utf-8")
    os.utime(file, (1, 1))
    result = run("validate", str(file), "--fix", *IN_TIME)
    assert file.stat().st_mtime == 1
    assert result.stderr == f"form4gen: made 0 corrections in {file}.\n"
    assert result.stdout.endswith("; 0 fixed\n")


def test_the_exit_code_is_that_of_what_is_left(file: Path) -> None:
    file.write_text(SLIPPED.replace('"2017-11-14",\n  "issuer"', '"2017-11-13",\n  "issuer"'), "utf-8")
    result = run("validate", str(file), "--fix", "--format", "json", *IN_TIME)
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (told["fixed"], [each["rule"] for each in told["findings"]]) == (2, ["HD101"])


def test_diff_shows_the_changes_and_writes_nothing(file: Path) -> None:
    for options in (("--diff",), ("--fix", "--diff"), ("--diff", "--fix")):
        result = run("validate", str(file), *options, *IN_TIME)
        assert result.exit_code == 1
        assert result.stdout.startswith(f"--- {file}\n+++ {file}\n{DIFFERENCE}")
        assert result.stderr == f"form4gen: --fix would make 2 corrections in {file}.\n"
        assert file.read_text("utf-8") == SLIPPED
    file.write_text(SOUND.replace('"P"', '"Q"'), "utf-8")  # an error that a person must correct
    result = run("validate", str(file), "--diff", *IN_TIME)
    assert (result.exit_code, result.stdout) == (0, "")


def test_diff_has_no_other_format(file: Path) -> None:
    result = run("validate", str(file), "--diff", "--format", "json")
    assert result.exit_code == 2
    assert "--diff prints no report: leave out --format." in result.stderr


def test_of_standard_input_the_corrected_document_is_printed() -> None:
    result = run("validate", "-", "--fix", *IN_TIME, stdin=SLIPPED)
    assert (result.exit_code, result.stdout) == (0, SOUND)
    assert "made 2 corrections in <stdin>." in result.stderr
    assert "0 errors, 0 warnings, 0 advisories; 2 fixed" in result.stderr
    shown = run("validate", "-", "--diff", *IN_TIME, stdin=SLIPPED)
    assert shown.stdout.startswith("--- <stdin>\n")


def test_settings_that_leave_out_a_rule_leave_its_corrections_out(file: Path) -> None:
    result = run("validate", str(file), "--fix", "--ignore", "HD105", *IN_TIME)
    assert file.read_text("utf-8") == SOUND.replace('"TGEN"', '"tgen"')
    assert "made 1 correction in" in result.stderr


def test_each_of_many_files_is_corrected_and_a_bad_one_stops_none(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.json", "b.xml", "c.json", "missing.json")]
    for path, text in zip(paths, (SLIPPED, "<ownershipDocument/>", SLIPPED), strict=False):
        path.write_text(text, "utf-8")
    result = run("validate", *map(str, paths), "--fix", "--format", "json", "--jobs", "2", *IN_TIME)
    assert result.exit_code == 2
    assert [json.loads(line)["fixed"] for line in result.stdout.splitlines()] == [2, 2]
    assert [path.read_text("utf-8") for path in paths[:3]] == [SOUND, "<ownershipDocument/>", SOUND]
    assert "b.xml: --fix corrects form4gen's JSON" in result.stderr
    assert result.stderr.count(DIFFERENCE) == 2


def test_the_differences_of_many_files_are_printed_in_their_order(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("a.json", "b.json")]
    for path, text in zip(paths, (SLIPPED, SOUND), strict=True):
        path.write_text(text, "utf-8")
    result = run("validate", *map(str, paths), "--diff", *IN_TIME)
    assert (result.exit_code, result.stdout.count("--- ")) == (1, 1)
    assert result.stderr.endswith("form4gen: 1 without corrections, 1 with corrections\n")
    assert paths[0].read_text("utf-8") == SLIPPED


def test_a_file_with_a_ccc_is_left_as_it_is_and_never_shown(file: Path) -> None:
    text = SLIPPED.replace('"tgen"', '"tgen", "issuerCcc": "abc1def$"')
    file.write_text(text, "utf-8")
    for option in ("--fix", "--diff"):
        result = run("validate", str(file), option)
        assert "because it contains a CCC" in result.stderr
        assert "abc1def$" not in result.output
    assert file.read_text("utf-8") == text


def test_earlier_filings_that_do_not_match_are_named_once(file: Path, tmp_path: Path) -> None:
    prior = tmp_path / "prior.json"
    prior.write_text(SOUND.replace("0001625781", "0009990002"), "utf-8")
    result = run("validate", str(file), "--fix", "--prior", str(prior), *IN_TIME)
    assert result.stderr.count("prior.json") == 1


def test_permissions_stay_and_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(file.name)
    assert run("validate", str(link), "--fix", *IN_TIME).exit_code == 0
    assert link.is_symlink()
    assert file.read_text("utf-8") == SOUND
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_read_only_file_is_left_as_it_is(file: Path) -> None:
    file.chmod(0o444)
    result = run("validate", str(file), "--fix")
    assert result.exit_code == 2
    assert f"Cannot write {file}: it is read-only. Nothing in it was changed." in result.stderr
    assert file.read_text("utf-8") == SLIPPED


def test_a_file_in_a_folder_that_cannot_be_written_is_left_as_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    result = run("validate", str(file), "--fix")
    assert result.exit_code == 2
    assert f"Cannot write {file}: Permission denied. Nothing in it was changed." in result.stderr
    assert file.read_text("utf-8") == SLIPPED
    assert os.listdir(file.parent) == [file.name]


def test_a_file_that_changes_during_the_check_is_left_as_it_then_is(file: Path) -> None:
    with pytest.raises(UnusableInputError, match="was changed by another program meanwhile"):
        rewrite(str(file), b"what it was", b"what it becomes")
    assert file.read_text("utf-8") == SLIPPED
    assert os.listdir(file.parent) == [file.name]


def test_what_is_not_a_file_is_not_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnusableInputError, match="it is not a file"):
        rewrite(str(tmp_path / "pipe"), b"", b"x")


def test_the_owner_of_a_file_stays_if_the_system_allows_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def change(_: int, user: int, group: int) -> None:
        asked.append((user, group))
        raise PermissionError

    monkeypatch.setattr(os, "geteuid", lambda: -1)
    monkeypatch.setattr(os, "fchown", change)
    rewrite(str(file), SLIPPED.encode(), b"x")
    assert asked == [(file.stat().st_uid, file.stat().st_gid)]
    assert file.read_text() == "x"


def test_line_ends_and_bytes_stay_in_a_process_of_its_own(file: Path) -> None:
    crlf = b"\xef\xbb\xbf" + SLIPPED.encode().replace(b"\n", b"\r\n")
    file.write_bytes(crlf)
    assert start("validate", str(file), "--fix", *IN_TIME).returncode == 0
    assert file.read_bytes() == b"\xef\xbb\xbf" + SOUND.encode().replace(b"\n", b"\r\n")
    printed = start("validate", "-", "--fix", *IN_TIME, input=crlf)
    assert printed.stdout == file.read_bytes()
