"""The shares that docs/drafting.md publishes for ``next`` are those of the real filings."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from corpus import filings_folder

ROOT = Path(__file__).parents[2]


def test_the_page_publishes_what_the_drafts_of_the_last_forms_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    folder = filings_folder()
    total, persons, whole = runpy.run_path(str(ROOT / "benchmarks" / "next_filings.py"))["measured"](folder)
    assert capsys.readouterr().out == "", "a draft draws an error beside the values that are left to fill in"
    page = (ROOT / "docs" / "drafting.md").read_text("utf-8")
    section = page.split("## How often it comes out right")[1].split("\n## ")[0]
    rows = sum(total.values())
    shown = re.findall(r"^\| (\d+) \| ([\d.]+%) \|", section, re.MULTILINE)
    assert shown == [(str(count), f"{count / rows:.1%}") for _, count in total.most_common()]
    assert f"Of {persons} last forms with {rows} rows" in section
    assert f"{whole} forms come out whole." in section
