"""The PDF of a page: made of the HTML alone, with nothing fetched from anywhere."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any, NamedTuple

from form4gen.errors import UnusableInputError
from form4gen.render.finisher import finish
from form4gen.render.fonts import own_fonts
from form4gen.render.pango import weasyprint


class Pdf(NamedTuple):
    """A PDF, and the characters that its font has no glyph for, each once, in the order of the page."""

    content: bytes
    missing: tuple[str, ...]


def pdf(html: str) -> Pdf:
    """Draw the page that ``html`` made.

    The same text gives the same bytes. Raises MissingLibraryError where Pango or the font is not installed, and
    UnusableInputError when the page asks for a file or an address.
    """
    refused: list[str] = []
    with _without_collecting(), own_fonts(html):
        engine = weasyprint()
        with _missing_glyphs() as missing:
            content = _drawn(engine, html, refused)
    if refused:
        raise UnusableInputError(f"The page asks for {refused[0][:80]!r}; a page may ask for nothing.")
    return Pdf(content, tuple(sorted(missing, key=unescape(html).find)))


def _drawn(engine: Any, html: str, refused: list[str]) -> bytes:
    """The PDF as WeasyPrint draws it. Every address is refused, for the page needs none, and noted in ``refused``."""

    class Locked(engine.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            del headers
            refused.append(url)
            raise engine.urls.FatalURLFetchingError(url)

    fetcher = Locked(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
    try:
        content: bytes = engine.HTML(string=html, url_fetcher=fetcher).write_pdf(
            pdf_variant="pdf/ua-1", finisher=finish
        )
    except engine.urls.FatalURLFetchingError:  # not an Exception, lest it be swallowed; inside a picture it still is
        return b""
    return content


@contextmanager
def _missing_glyphs() -> Iterator[dict[str, None]]:
    """Collect what WeasyPrint logs of characters without a glyph, instead of printing it."""
    found: dict[str, None] = {}

    def collect(record: logging.LogRecord) -> bool:
        if str(record.msg).startswith(".notdef") and isinstance(record.args, tuple):
            found[str(record.args[0])] = None
            return False
        return True

    logger = logging.getLogger("weasyprint")
    logger.addFilter(collect)
    try:
        yield found
    finally:
        logger.removeFilter(collect)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Importing and drawing make many objects and few cycles: the garbage collector only slows them, by a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
