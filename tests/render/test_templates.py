"""Compiled templates are kept beside compiled Python, and drawing never depends on them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from jinja2 import Environment
from page_reader import filing

from form4gen.render import templates
from form4gen.render.html import html
from form4gen.render.pdf import pdf


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of what is kept, empty; templates are read anew in the test and after it."""
    folder = tmp_path / "__pycache__"
    folder.mkdir()
    monkeypatch.setattr(templates, "__file__", str(tmp_path / "templates.py"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    templates.environment.cache_clear()
    yield folder
    templates.environment.cache_clear()


def test_what_was_compiled_once_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = html(filing())
    assert len(list(kept.iterdir())) > 3
    templates.environment.cache_clear()
    monkeypatch.setattr(Environment, "_parse", None)
    assert html(filing()) == first


def test_a_kept_template_that_is_damaged_is_compiled_anew(kept: Path) -> None:
    first = html(filing())
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:60])
    templates.environment.cache_clear()
    assert html(filing()) == first


def test_nothing_is_kept_where_python_keeps_nothing_or_may_not_write(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    first = html(filing())
    assert list(kept.iterdir()) == []
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    kept.rmdir()
    templates.environment.cache_clear()
    assert html(filing()) == first
    assert not kept.exists()


@pytest.mark.parametrize("width", [500, 503, 505, 508])
def test_a_citation_that_is_kept_whole_moves_no_other_line_end(width: int) -> None:
    words = (
        "Items 1 and 5, reporting person: 10 reporting persons file jointly, but the form neither disclaims "
        "beneficial ownership (except to the extent of pecuniary interest) nor says that they are a group. {}"
    )
    kept, plain = (
        _lines(f"<p>{templates.unbroken(words.format(each))}</p>", width) for each in ("16a-1(a)(1)", "16a1a1")
    )
    assert [line.replace("16a-1(a)(1)", "16a1a1") for line in kept] == plain


def test_the_marks_of_a_cell_move_no_other_line_end() -> None:
    nature = {"value": "Sample Capital Global Growth Fund, L.P.", "footnotes": ["F1", "F2"]}
    row = {"directOrIndirectOwnership": "I", "natureOfOwnership": nature}
    page = html(filing(**{"/nonDerivativeTable": [row], "/footnotes": {"F1": "One.", "F2": "Two."}}))
    cell = re.search('<td class="t">(Sample Capital.*?)</td>', page)
    assert cell is not None
    cells = "".join(f'<p style="width: {width}px">{cell[1]}</p>' for width in range(150, 230, 2))
    lines = _lines(f"<style>p {{ margin: 0 }} .run {{ white-space: nowrap }}</style>{cells}", 300, 2000)
    assert "Sample Capital Global Growth" in lines
    assert "Sample" not in lines


def _lines(words: str, width: int, height: int = 400) -> list[str]:
    style = f"@page {{ size: {width}px {height}px; margin: 0 }} body {{ margin: 0; font: 12px Arimo }}"
    style = f"<style>{style} .w {{ white-space: nowrap }}</style>"
    page = f'<!DOCTYPE html><html lang="en"><title>Lines</title>{style}<p>{words}</p>'
    return pypdf.PdfReader(io.BytesIO(pdf(page).content)).pages[0].extract_text().split("\n")
