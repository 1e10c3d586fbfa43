"""What checkers of PDF/UA find in the PDFs, and why each of it is a false alarm."""

from __future__ import annotations

from pathlib import Path

import pdfua
import pytest
from printed import DOCUMENTS, made

FALSE_ALARMS = {
    "ORD-001": "in the memorandum, a label or a reference to a page is drawn before or after its line, at its place",
    "PAG-001": "the 99 footnotes of the sample begin alike on each page, and are no running heads",
    "TAG-002": "the header that a table repeats on each page, and the running foot, are artifacts on purpose",
    "TBL-004": "it counts every second of two adjacent cells of two rows; another test fills every row of the grid",
    "TBL-010": "the form has more header cells than a short table has cells with data",
    "TBL-012": "columns of the form stay empty where a row has no such value",
    "TBL-014": "items 1 to 6 have rules between them and are no table; the others are the repeated headers",
}
"""Each rule of outloud that finds something, and why it is none."""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pdfua_finds_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(made(name))
    report = pdfua.validate(tmp_path / "made.pdf")
    assert [str(each) for each in report.findings] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_outloud_finds_only_false_alarms(name: str, tmp_path: Path) -> None:
    outloud = pytest.importorskip("outloud", reason="outloud is not installed (pip install outloud)")
    (tmp_path / "made.pdf").write_bytes(made(name))
    found = {
        each.rule: each.message for each in outloud.check(tmp_path / "made.pdf").findings if each.severity != "info"
    }
    assert {rule: words for rule, words in found.items() if rule not in FALSE_ALARMS} == {}
