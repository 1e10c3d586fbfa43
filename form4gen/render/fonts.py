"""The font of the page, found without touching the system's fonts.

Arimo has the widths of Arial and comes as a Python package. Fontconfig is shown that package's folder and nothing else:
the page looks the same whatever is installed, a thousand installed fonts do not slow it down, and a machine without
any font, where Pango would crash, draws it too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from form4gen.errors import MissingLibraryError

_PACKAGE, _DISTRIBUTION = "fontpkg_arimo", "fontpkg-arimo"


@contextmanager
def own_fonts() -> Iterator[None]:
    """Let Fontconfig see only the font of the page, wherever it reads its configuration in this block.

    Raises MissingLibraryError when the font is not installed.
    """
    folder = _folder()
    with TemporaryDirectory(prefix="form4gen-") as home:
        path = os.path.join(home, "fonts.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'<?xml version="1.0"?><fontconfig><dir>{escape(folder)}</dir></fontconfig>')
        # fontTools stamps the faces that it cuts out of a variable font with the time, unless it is told one.
        with _environment(FONTCONFIG_FILE=path, SOURCE_DATE_EPOCH="0"):
            yield


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


def _folder() -> str:
    spec = find_spec(_PACKAGE)
    for home in (spec.submodule_search_locations if spec else None) or ():
        folder = os.path.join(home, "files")
        if os.path.isdir(folder) and any(name.endswith(".ttf") for name in os.listdir(folder)):
            return folder
    message = f"The font of the PDF is not installed. Run this once: pip install {_DISTRIBUTION}"
    raise MissingLibraryError(message)
