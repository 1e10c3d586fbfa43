"""The faces and fonts that a process keeps for pages with usual characters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from page_reader import filing

from form4gen.render import fonts
from form4gen.render.fonts import page_fonts
from form4gen.render.html import html
from form4gen.render.pdf import _FONT_RULE, pdf

PAGE = "<p>Form 4 &amp; &#x2014; \u00e9</p>\n"
WORKER = """
import multiprocessing
from form4gen.render.pdf import pdf
def draw():
    pdf("<!DOCTYPE html><html lang=en><title>Form 4</title><p>Form 4</p>")
if __name__ == "__main__":
    DRAW
"""
IN_A_WORKER = "worker = multiprocessing.Process(target=draw); worker.start(); worker.join(); assert not worker.exitcode"


def _faces(path: str) -> list[TTFont]:
    return [TTFont(each) for each in sorted((Path(path).parent / "faces").iterdir())]


def test_a_page_with_usual_characters_has_the_faces_that_are_kept() -> None:
    with page_fonts(PAGE) as first:
        assert os.environ["FONTCONFIG_FILE"] == first
    with page_fonts("<p>another</p>") as second:
        pass
    assert first == second
    assert Path(first).exists()


@pytest.mark.parametrize("character", ["\u0180", "\u0416", "\u6f22", "&#x416;"])
def test_a_page_with_another_character_has_faces_of_its_own(character: str) -> None:
    with page_fonts(PAGE + character) as kept:
        path = os.environ["FONTCONFIG_FILE"]
    assert not kept
    assert not Path(path).exists()


def test_the_font_has_every_usual_character() -> None:
    """So a page that is printed with the faces that are kept lacks none."""
    with page_fonts(PAGE) as path:
        for face in _faces(path):
            assert {ord(each) for each in fonts.USUAL if each.isprintable()} <= face.getBestCmap().keys()
            assert ord("\u0416") not in face.getBestCmap()


def test_faces_that_a_system_removed_are_made_anew() -> None:
    with page_fonts(PAGE) as first:
        pass
    Path(first).unlink()
    with page_fonts(PAGE) as second:
        assert len(_faces(second)) == 4
    assert second != first
    assert not Path(first).parent.exists()


def test_the_bytes_of_a_pdf_do_not_depend_on_the_pages_before_it() -> None:
    page, other = html(filing()), html(filing(base="joint-funds", **{"/remarks": "\u0416 \u00e9"}))
    first = pdf(page).content
    between = pdf(other).content
    assert pdf(page).content == first
    assert pdf(other).content == between


@pytest.mark.parametrize("draw", ["draw()", IN_A_WORKER])
def test_a_process_removes_its_faces_when_it_ends(draw: str, tmp_path: Path) -> None:
    script = tmp_path / "draw.py"
    script.write_text(WORKER.replace("DRAW", draw))
    folder = tmp_path / "temporary"
    folder.mkdir()
    there = os.environ | {"TMPDIR": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run((sys.executable, str(script)), check=True, env=there)  # noqa: S603  this interpreter
    assert os.listdir(folder) == []


def test_a_process_that_is_forked_keeps_faces_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with page_fonts(PAGE) as ours:
        pass
    monkeypatch.setattr(fonts, "keeping", dict(fonts.keeping))
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with page_fonts(PAGE) as theirs:
        pass
    assert theirs != ours
    assert Path(ours).exists()


@pytest.mark.parametrize(
    ("style", "adds"),
    [
        ("@font-face { font-family: x; src: local(Arimo) }", True), ("@FONT-FACE { }", True),
        ("@f\\6fnt-face { }", True),
        ("@page { margin: 0 }", False), ('p::before { content: "\\2013" }', False), ("p { font-family: x }", False),
    ],
)  # fmt: skip
def test_a_style_that_may_add_a_font_is_recognized(style: str, adds: bool) -> None:  # noqa: FBT001  a parameter
    assert bool(_FONT_RULE.search(style)) == adds


def test_a_font_that_a_style_adds_is_not_among_those_that_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("the fonts that are kept")

    monkeypatch.setattr("form4gen.render.pdf.kept_fonts", refuse)
    style = "@font-face { font-family: y; src: local(Arimo) }"
    assert pdf(f"<!DOCTYPE html><html lang=en><title>x</title><style>{style}</style>x").content
