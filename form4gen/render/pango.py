"""WeasyPrint, imported only for a PDF, and the message if its libraries are missing."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import lru_cache
from importlib import import_module
from io import StringIO
from types import ModuleType
from typing import Any

from form4gen.errors import MissingLibraryError, shortage

_LINES = {
    "linux": "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-x86_64-pango",
}


def install_line() -> str:
    """The command that installs Pango and HarfBuzz here."""
    return _LINES.get(sys.platform, "the package manager of this system, to install Pango")


def weasyprint() -> Any:
    """WeasyPrint. Raises MissingLibraryError with the line to run when it or Pango cannot be loaded."""
    try:
        # WeasyPrint prints its own advice, meant for programmers, before it raises.
        with _quick_dlopen(), _font_tools_later(), redirect_stdout(StringIO()):
            import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415  half a second, and only for a PDF
    except OSError as error:
        if shortage(error):
            raise
        message = f"The PDF needs Pango, which is not installed. Run: {install_line()}"
        raise MissingLibraryError(message) from error
    except ModuleNotFoundError as error:
        message = f"The PDF needs {error.name}, which is not installed. Run: pip install weasyprint"
        raise MissingLibraryError(message) from error
    return weasyprint


@contextmanager
def drawing_fonts(engine: Any) -> Iterator[Any]:
    """The fonts of one PDF, as WeasyPrint finds them, released at the end.

    Pango 1.50 never releases the configuration of a font map: a fifth of a megabyte for every PDF of a batch. A map
    without a configuration keeps none, and newer versions work without it too.
    """
    fonts = engine.text.fonts.FontConfiguration()
    try:
        yield fonts
    finally:
        ffi, pango = engine.text.ffi.ffi, engine.text.ffi.pangoft2
        pango.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", fonts.font_map), ffi.NULL)


@lru_cache(maxsize=1)
def kept_fonts(engine: Any, configuration: str) -> Any:
    """The fonts of all PDFs of a process that are printed with the same configuration of Fontconfig.

    Finding and loading fonts anew takes a tenth of the time for a PDF.
    """
    del configuration  # its path is in the environment
    return engine.text.fonts.FontConfiguration()


@contextmanager
def _quick_dlopen() -> Iterator[None]:
    """Skip WeasyPrint's search for libraries under names that Linux does not use.

    For each such name ctypes starts a compiler and a linker, half a second in all; the real names come last.
    """
    if sys.platform != "linux":
        yield
        return
    search = ctypes.util.find_library
    ctypes.util.find_library = _not_found
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _not_found(name: str) -> None:
    del name


@contextmanager
def _font_tools_later() -> Iterator[None]:
    """Delay the import of two parts of fontTools, which takes a tenth of a second, until they are called.

    WeasyPrint calls them for variable fonts, and if HarfBuzz has no subsetter.
    """
    spared = [name for name in ("fontTools.subset", "fontTools.varLib.instancer") if name not in sys.modules]
    sys.modules.update({name: _Later(name) for name in spared})
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]


class _Later(ModuleType):
    """A stand-in for a module; calling one of its functions imports it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*values: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*values, **named)

        return call
