"""``python -m form4gen.prose`` prints the claims of each line of a file."""

from __future__ import annotations

import io
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from form4gen.prose.__main__ import USAGE, lines, main

TEXTS = "Shares withheld to satisfy taxes. The option vests annually.\nNothing of note.\r\n\nBona fide gift."
CLAIMS = "vesting_schedule,withheld_for_tax\n\n\ngift_made\n"


def test_each_line_of_a_file_gets_a_line_of_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.txt"
    file.write_bytes(TEXTS.encode())
    assert main([str(file)]) == 0
    assert capsys.readouterr() == (CLAIMS, "")


def test_standard_input_is_read_for_a_dash() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "form4gen.prose", "-"], input=TEXTS.encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLAIMS, b"")


def test_lines_come_one_by_one() -> None:
    texts = io.StringIO("Bona fide gift.\n\n")
    assert next(lines(texts)) == "gift_made"
    assert texts.read() == "\n"


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "missing.txt"
    assert main([str(missing)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"form4gen.prose: {missing} cannot be read: ")


def test_a_file_that_is_no_text_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bytes"
    file.write_bytes(b"\xff\xfe\n")
    assert main([str(file)]) == 2
    assert f"{file} cannot be read: " in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["a", "b"]])
def test_wrong_usage_shows_the_right_one(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"{USAGE}\n")


def test_the_module_exits_with_the_code_of_main(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["form4gen.prose"])
    monkeypatch.delitem(sys.modules, "form4gen.prose.__main__")
    with pytest.raises(SystemExit) as exit_:
        runpy.run_module("form4gen.prose", run_name="__main__", alter_sys=True)
    assert exit_.value.code == 2
