from __future__ import annotations

import ctypes.util
import importlib
import os
import re
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest
from fontTools.ttLib import TTFont
from page_reader import filing
from pypdf import PdfReader

from form4gen.errors import MissingLibraryError
from form4gen.render import faces, fonts
from form4gen.render.fonts import own_fonts, without_glyph
from form4gen.render.html import html
from form4gen.render.pango import _Later, weasyprint
from form4gen.render.pdf import pdf

PAGE = "<p>Form 4 &amp; &#x2014; x</p>"


class _NoPango:
    """Stands for a machine where WeasyPrint is installed but cannot load its libraries."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        del path, target
        if name == "weasyprint":
            sys.stdout.write("long advice to programmers")
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return None


@pytest.mark.parametrize("before", [None, "/elsewhere/fonts.conf"])
def test_fontconfig_sees_our_font_alone_and_only_while_drawing(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    if before:
        monkeypatch.setenv("FONTCONFIG_FILE", before)
    with own_fonts(PAGE):
        path = Path(os.environ["FONTCONFIG_FILE"])
        folders = re.findall("<dir>(.*?)</dir>", path.read_text("utf-8"))
        names = sorted(os.listdir(folders[0]))
    assert len(folders) == 1
    assert names == ["0-400.ttf", "0-700.ttf", "1-400.ttf", "1-700.ttf"]
    assert not path.exists()
    assert os.environ.get("FONTCONFIG_FILE") == before


def test_the_environment_is_restored_when_drawing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    with pytest.raises(ZeroDivisionError), own_fonts(PAGE):
        raise ZeroDivisionError
    assert "FONTCONFIG_FILE" not in os.environ


def test_a_missing_font_package_is_said_with_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_PACKAGE", "no_such_font_package")
    with pytest.raises(MissingLibraryError, match="pip install fontpkg-arimo"), own_fonts(PAGE):
        pass


def test_a_font_package_without_fonts_counts_as_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hollow_font" / "files").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(fonts, "_PACKAGE", "hollow_font")
    with pytest.raises(MissingLibraryError), own_fonts(PAGE):
        pass


def test_a_face_has_the_characters_of_the_page_and_few_others() -> None:
    with own_fonts("<p>&eacute;\u0416</p>"):
        folder = Path(os.environ["FONTCONFIG_FILE"]).parent / "faces"
        cut = [TTFont(path) for path in sorted(folder.iterdir())]
    for face in cut:
        characters = face.getBestCmap().keys()
        assert {0xE9, 0x416, ord("0"), ord("~")} <= characters
        assert 0x417 not in characters
        assert "fvar" not in face
    assert [face["OS/2"].usWeightClass for face in cut] == [400, 700, 400, 700]


@pytest.mark.parametrize("failing", ["_harfbuzz", "_face"])
def test_where_no_face_can_be_cut_the_whole_font_draws_the_same_page(
    failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = html(filing())
    with_faces = PdfReader(BytesIO(pdf(page).content))
    monkeypatch.setattr(faces, failing, _no_library if failing == "_harfbuzz" else _no_face)
    without = PdfReader(BytesIO(pdf(page).content))
    assert [each.extract_text() for each in without.pages] == [each.extract_text() for each in with_faces.pages]


def _no_library() -> NoReturn:
    raise OSError("libharfbuzz-subset.so.0: cannot open shared object file")


def _no_face(*_: object) -> bytes:
    return b""


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        ("<p>&#28450;\u5b57 Example \u6f22</p>", ("\u6f22", "\u5b57")),
        ("<p>\u03a9 &eacute; e\u0301 \u0416 \u2014</p>\n", ()),
        ("soft\u00ad \u200bhyphen", ()),
        ("\U0001f600", ("\U0001f600",)),
        ("", ()),
    ],
)
def test_the_characters_that_the_font_lacks_are_named_once_in_order(page: str, missing: tuple[str, ...]) -> None:
    assert without_glyph(page) == missing
    assert pdf(page).missing == missing


def test_a_font_without_weights_gives_no_face(tmp_path: Path) -> None:
    with own_fonts(PAGE):
        fixed = next((Path(os.environ["FONTCONFIG_FILE"]).parent / "faces").iterdir())
        assert not faces.cut([str(fixed)], {"x"}, str(tmp_path))
    assert not faces.cut([str(tmp_path / "missing.ttf")], {"x"}, str(tmp_path))


@pytest.mark.parametrize(
    ("platform", "line"),
    [
        ("linux", "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("darwin", "brew install pango"),
        ("win32", "pacman -S mingw-w64-x86_64-pango"),
        ("freebsd14", "the package manager of this system, to install Pango"),
    ],
)
def test_missing_pango_is_said_in_one_line_that_mends_it(
    platform: str, line: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    search = ctypes.util.find_library
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [_NoPango(), PathFinder])
    with pytest.raises(MissingLibraryError) as raised:
        weasyprint()
    assert str(raised.value).endswith(line)
    assert "\n" not in str(raised.value)
    assert capfd.readouterr() == ("", "")
    assert ctypes.util.find_library is search


def test_a_missing_package_is_said_in_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # how Python marks what cannot be imported
    with pytest.raises(MissingLibraryError, match=r"needs weasyprint, .* pip install weasyprint$"):
        weasyprint()


def test_what_is_put_off_is_imported_when_it_is_called() -> None:
    later = _Later("fractions")
    assert later.Fraction(1, denominator=2) * 2 == 1
    assert not hasattr(later, "__path__")


def test_the_modules_that_are_put_off_are_there_for_others_afterwards() -> None:
    weasyprint()
    instancer = importlib.import_module("fontTools.varLib.instancer")
    assert not isinstance(instancer, _Later)
    assert callable(instancer.instantiateVariableFont)
