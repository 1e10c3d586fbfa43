"""``form4gen render --engine``: which engine draws, and that an untagged PDF is told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest
from command_line import IN_TIME, TECOGEN, run
from pypdf import PdfReader

from form4gen.errors import MissingLibraryError

PDF = ("render", TECOGEN, *IN_TIME, "--pdf", "-o")


def _missing(_: str) -> NoReturn:
    raise MissingLibraryError("Pango is missing. Install it.")


def _is_tagged(folder: Path) -> bool:
    return "/StructTreeRoot" in PdfReader(BytesIO((folder / "tecogen-2017.pdf").read_bytes())).root_object


def test_plutoprint_is_used_when_asked_for_and_told(tmp_path: Path) -> None:
    pytest.importorskip("plutoprint")
    result = run(*PDF, str(tmp_path), "--engine", "plutoprint")
    assert result.exit_code == 0, result.stderr
    assert "it has no tags" in result.stderr
    assert not _is_tagged(tmp_path)


def test_it_stands_in_where_weasyprint_cannot_load_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("plutoprint")
    monkeypatch.setattr("form4gen.cli.engines.render_pdf", _missing)
    result = run(*PDF, str(tmp_path))
    assert result.exit_code == 0, result.stderr
    assert "form4gen: Pango is missing. Install it. PlutoPrint makes the PDF: it has no tags" in result.stderr
    assert not _is_tagged(tmp_path)


def test_weasyprint_asked_for_by_name_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.cli.engines.render_pdf", _missing)
    assert run(*PDF, str(tmp_path), "--engine", "weasyprint").exit_code == 2
    monkeypatch.undo()
    assert run(*PDF, str(tmp_path), "--engine", "weasyprint").exit_code == 0
    assert _is_tagged(tmp_path)


def test_an_engine_asked_for_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("form4gen.cli.engines.render_untagged_pdf", _missing)
    assert run(*PDF, str(tmp_path), "--engine", "plutoprint").exit_code == 2


def test_a_closing_set_is_never_untagged(tmp_path: Path) -> None:
    result = run("render", TECOGEN, *IN_TIME, "--closing", "--engine", "plutoprint", "-o", str(tmp_path))
    assert result.exit_code == 2
    assert "which plutoprint cannot make" in result.stderr
