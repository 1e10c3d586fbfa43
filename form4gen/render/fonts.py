"""The font of the page, found without touching the system's fonts.

Arimo has the widths of Arial and is a Python package. Fontconfig sees only the folder of that package: the page looks
the same on every machine, a thousand installed fonts do not slow it down, and it works on a machine without any font,
where Pango would crash.

The package contains variable fonts; the faces of the page are extracted from them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from importlib.util import find_spec
from tempfile import gettempdir
from unicodedata import category, normalize
from xml.sax.saxutils import escape

from form4gen.errors import MissingLibraryError
from form4gen.render.faces import cut
from form4gen.temporary import new_folder, remove_abandoned

_PACKAGE, _DISTRIBUTION = "fontpkg_arimo", "fontpkg-arimo"


# Characters that printing may add to those of the page: page numbers, list marks, hyphens, quotation marks.
_ALWAYS = {*map(chr, range(0x20, 0x7F)), "\u00a0", "\u00ad", "\u2010", *"\u2018\u2019\u201c\u201d", "\u2022"}


# Controls and format characters.
_UNSEEN = ("Cc", "Cf")


@contextmanager
def own_fonts(page: str, *, whole: bool = False) -> Iterator[None]:
    """Make Fontconfig see only the font of ``page`` in this block.

    It sees faces that are removed afterwards, or with ``whole`` the installed font. Raises MissingLibraryError if that
    is missing.
    """
    sources = _sources()
    remove_abandoned(gettempdir())
    with new_folder(gettempdir()) as home:
        faces = os.path.join(home, "faces")
        os.mkdir(faces)
        is_cut = not whole and cut(sources, {*unescape(page)} | _ALWAYS, faces)
        folder = faces if is_cut else os.path.dirname(sources[0])
        path = os.path.join(home, "fonts.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'<?xml version="1.0"?><fontconfig><dir>{escape(folder)}</dir></fontconfig>')
        # fontTools writes the current time into the faces that it makes, unless it is given one.
        with _environment(FONTCONFIG_FILE=path, SOURCE_DATE_EPOCH="0"):
            yield


def without_glyph(page: str) -> tuple[str, ...]:
    """The visible characters of ``page`` that its font lacks, each once, in their order.

    Raises MissingLibraryError when the font is not installed.
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  WeasyPrint finds them itself

    with TTFont(_sources()[0], lazy=True) as font:
        known = font.getBestCmap()
    characters = dict.fromkeys(normalize("NFC", unescape(page)))
    return tuple(each for each in characters if ord(each) not in known and category(each) not in _UNSEEN)


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _sources() -> list[str]:
    """The upright and the slanted variable font."""
    spec = find_spec(_PACKAGE)
    for home in (spec.submodule_search_locations if spec else None) or ():
        folder = os.path.join(home, "files")
        if os.path.isdir(folder):
            found = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".ttf"))
            if found:
                return found
    message = f"The font of the PDF is not installed. Run: pip install {_DISTRIBUTION}"
    raise MissingLibraryError(message)
