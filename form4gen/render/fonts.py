"""The font of the page, found without touching the system's fonts.

Arimo has the widths of Arial and is a Python package. Fontconfig sees only the folder of that package: the page looks
the same on every machine, a thousand installed fonts do not slow it down, and it works on a machine without any font,
where Pango would crash.

The package contains variable fonts; the faces of the page are extracted from them. A page whose characters are all
usual ones is printed with faces that the process keeps, so that Pango keeps what it knows of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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

USUAL = _ALWAYS | {"\t", "\n", "\r", *map(chr, range(0xA0, 0x180)), *"\u2011\u2013\u2014\u2020\u2026\u20ac\u2122"}
"""English and the languages of Western and Central Europe, common punctuation, the euro and the trademark."""


# fontTools writes the current time into the faces that it makes, unless it is given one.
_DATED = {"SOURCE_DATE_EPOCH": "0"}

# Controls and format characters.
_UNSEEN = ("Cc", "Cf")


@contextmanager
def own_fonts(page: str, *, whole: bool = False) -> Iterator[None]:
    """Make Fontconfig see only the font of ``page`` in this block.

    It sees faces that are removed afterwards, or with ``whole`` the installed font. Raises MissingLibraryError if that
    is missing.
    """
    sources = find()
    remove_abandoned(gettempdir())
    with new_folder(gettempdir()) as home:
        characters = {*unescape(page)} | _ALWAYS
        with _environment(FONTCONFIG_FILE=_configured(sources, home, None if whole else characters), **_DATED):
            yield


@contextmanager
def page_fonts(page: str) -> Iterator[str]:
    """The same, with faces that the process keeps if the page has only usual characters.

    Yields the path of their configuration, or an empty one if they are not kept.
    """
    if not {*unescape(page)} <= USUAL:
        with own_fonts(page):
            yield ""
        return
    path = _kept()
    with _environment(FONTCONFIG_FILE=path, **_DATED):
        yield path


def find() -> list[str]:
    """The upright and the slanted variable font. Raises MissingLibraryError if they are not installed."""
    spec = find_spec(_PACKAGE)
    for home in (spec.submodule_search_locations if spec else None) or ():
        folder = os.path.join(home, "files")
        if os.path.isdir(folder):
            found = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".ttf"))
            if found:
                return found
    message = f"The font of the PDF is not installed. Run: pip install {_DISTRIBUTION}"
    raise MissingLibraryError(message)


def without_glyph(page: str) -> tuple[str, ...]:
    """The visible characters of ``page`` that its font lacks, each once, in their order.

    Raises MissingLibraryError when the font is not installed.
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415  WeasyPrint finds them itself

    with TTFont(find()[0], lazy=True) as font:
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


def _configured(sources: list[str], home: str, characters: set[str] | None) -> str:
    """Write Fontconfig's configuration into a folder, with faces that have these characters; its path."""
    faces = os.path.join(home, "faces")
    os.mkdir(faces)
    is_cut = characters is not None and cut(sources, characters, faces)
    folder = faces if is_cut else os.path.dirname(sources[0])
    path = os.path.join(home, "fonts.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0"?><fontconfig><dir>{escape(folder)}</dir></fontconfig>')
    return path


keeping: dict[int, tuple[ExitStack, str]] = {}
"""What removes the faces that a process keeps, and the path of their configuration, by the number of the process."""


def _kept() -> str:
    """The configuration of the faces with the usual characters, which are removed when the process ends."""
    kept = keeping.get(os.getpid())
    if kept and os.path.exists(kept[1]):  # a system may clear its folder of temporary files
        return kept[1]
    sources = find()
    remove_abandoned(gettempdir())
    if kept:
        kept[0].close()
    else:
        keeping.clear()  # of the process that this one was forked from, which removes its own
    stack = ExitStack()
    path = _configured(sources, stack.enter_context(new_folder(gettempdir())), USUAL)
    keeping[os.getpid()] = stack, path
    # Unlike those of atexit, it also runs at the end of a process of multiprocessing.
    from multiprocessing.util import Finalize  # noqa: PLC0415  only printing needs it

    Finalize(None, stack.close, exitpriority=0)
    return path
