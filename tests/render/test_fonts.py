from __future__ import annotations

import ctypes.util
import os
import re
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

import pytest

from form4gen.errors import MissingLibraryError
from form4gen.render import fonts
from form4gen.render.fonts import own_fonts
from form4gen.render.pango import weasyprint


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
    with own_fonts():
        path = Path(os.environ["FONTCONFIG_FILE"])
        folders = re.findall("<dir>(.*?)</dir>", path.read_text("utf-8"))
    assert len(folders) == 1
    assert any(name.startswith("Arimo") for name in os.listdir(folders[0]))
    assert not path.exists()
    assert os.environ.get("FONTCONFIG_FILE") == before


def test_the_environment_is_restored_when_drawing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    with pytest.raises(ZeroDivisionError), own_fonts():
        raise ZeroDivisionError
    assert "FONTCONFIG_FILE" not in os.environ


def test_a_missing_font_package_is_said_with_the_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_PACKAGE", "no_such_font_package")
    with pytest.raises(MissingLibraryError, match="pip install fontpkg-arimo"), own_fonts():
        pass


def test_a_font_package_without_fonts_counts_as_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "hollow_font" / "files").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(fonts, "_PACKAGE", "hollow_font")
    with pytest.raises(MissingLibraryError), own_fonts():
        pass


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
