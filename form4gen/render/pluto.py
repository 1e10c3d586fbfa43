"""The PDF of a page by PlutoPrint, which does not need Pango. It has no tags, and is marked as untagged.

PlutoPrint is an optional package. Its own fetcher reads files and http addresses, so no page may use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from form4gen.errors import MissingLibraryError, UnusableInputError, shortage
from form4gen.render.fonts import own_fonts, without_glyph
from form4gen.render.missing_glyphs import boxed
from form4gen.render.pdf import Pdf

UNTAGGED = "Untagged: not fit for a screen reader or an archive"

_SIGNED = re.compile('<meta name="dcterms.created" content="([0-9-]{10})">')
_MAKER = re.compile('<meta name="generator" content="([^"]*)">')
# It breaks every word at the end of a line if a word may break anywhere, and draws page ends through columns.
_STYLE = "* { overflow-wrap: break-word !important } .rules { columns: auto !important }"
_ADDRESS = "form4gen://page/"  # without one it warns on standard error of every link within the page, and drops it
_NEVER = "1970-01-01"  # without a date of ours PlutoPrint writes the current time

Write = Callable[[Any, Any, BinaryIO], None]
"""Writes, with PlutoPrint, its book into a stream."""


def untagged_pdf(html: str, write: Write | None = None) -> Pdf:
    """Print the page ``html`` without tags; ``write`` writes the laid out pages in its own way.

    Raises MissingLibraryError if PlutoPrint or the font is not installed, and UnusableInputError if the page loads a
    file or an address.
    """
    engine = plutoprint()
    refused: list[str] = []
    missing = without_glyph(html)
    if missing:
        html = boxed(html, missing)
    with own_fonts(html, whole=True):  # it reads the configuration once in a process, for all pages
        content = _drawn(engine, html, refused, write)
    if refused:
        raise UnusableInputError(f"The page loads {refused[0][:80]!r}; a page may not load anything.")
    return Pdf(content, missing)


def plutoprint() -> Any:
    """PlutoPrint. Raises MissingLibraryError."""
    try:
        return import_module("plutoprint")  # optional, so a type checker may not find it
    except (ImportError, OSError) as error:
        if shortage(error):
            raise
        line = "pip install 'form4gen[plutoprint]'"
        raise MissingLibraryError(f"PlutoPrint is not installed. Run: {line}") from error


def _drawn(engine: Any, html: str, refused: list[str], write: Write | None) -> bytes:
    class Locked(engine.ResourceFetcher):  # type: ignore[misc]
        def fetch_url(self, url: str) -> Any:
            from form4gen.render.pictures import png_at  # noqa: PLC0415  only a firm's page has pictures

            picture = png_at(url)
            if picture is not None:
                return engine.ResourceData(picture, "image/png")
            refused.append(url)
            return engine.ResourceData(b"", "text/plain")  # raising would print a traceback

    book = engine.Book(engine.PAGE_SIZE_LETTER, engine.PAGE_MARGINS_NONE, engine.MEDIA_TYPE_PRINT)
    book.custom_resource_fetcher = Locked()  # before anything is loaded
    book.load_html(html, user_style=_STYLE, base_url=_ADDRESS)
    signed = _SIGNED.search(html)
    day = f"{signed[1] if signed else _NEVER}T00:00:00Z"
    book.set_metadata(engine.PDF_METADATA_SUBJECT, UNTAGGED)
    maker = _MAKER.search(html)
    book.set_metadata(engine.PDF_METADATA_CREATOR, unescape(maker[1]) if maker else "")
    book.set_metadata(engine.PDF_METADATA_CREATION_DATE, day)
    book.set_metadata(engine.PDF_METADATA_MODIFICATION_DATE, day)
    stream = BytesIO()
    if write:
        write(engine, book, stream)
    else:
        book.write_to_pdf_stream(stream)
    return stream.getvalue()
