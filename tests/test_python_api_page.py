"""The example of docs/python-api.md runs and prints what the page says, and the page lists every public name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import form4gen
from form4gen.resources import path_of

PAGE = (Path(__file__).parent.parent / "docs" / "python-api.md").read_text("utf-8")
BLOCKS = re.findall(r"```(python|text)\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_runs_and_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(path_of("schemas", "examples", "exercise-and-sale.json"), tmp_path / "form4.json")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    printed = ""
    for number, (kind, text) in enumerate(BLOCKS):
        if kind == "text":
            assert printed == text
            continue
        exec(compile(text, f"docs/python-api.md, block {number + 1}", "exec"), names)  # noqa: S102  our own page
        printed = capsys.readouterr().out
        assert bool(printed) == (BLOCKS[number + 1 : number + 2] != [] and BLOCKS[number + 1][0] == "text")
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {"report.txt", "report.json", "memo.html", "form4.html", "form4.pdf", "form4.xml"} <= written.keys()
    assert all(written.values())
    assert written["form4.pdf"].startswith(b"%PDF")


def test_the_page_lists_every_public_name_and_no_other() -> None:
    table = PAGE.split("## All public names")[1]
    listed = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(form4gen.__all__)


def test_the_page_lists_every_attribute_of_a_finding() -> None:
    table = PAGE.split("| attribute |")[1].split("\n\n")[0]
    listed = [name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(listed) == sorted(form4gen.Finding._fields)


def test_the_example_uses_only_public_names() -> None:
    code = "".join(text for kind, text in BLOCKS if kind == "python")
    assert set(re.findall(r"form4gen\.(\w+)", code)) <= set(form4gen.__all__)
