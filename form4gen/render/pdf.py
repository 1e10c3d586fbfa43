"""The PDF of a page: made of the HTML alone, without loading anything else."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache, partial
from html import unescape
from typing import Any

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.render.box_tags import record
from form4gen.render.finisher import finish
from form4gen.render.fonts import find, page_fonts
from form4gen.render.markup import tree
from form4gen.render.missing_glyphs import boxed
from form4gen.render.pango import drawing_fonts, kept_fonts, weasyprint

_FONT_RULE = re.compile(r"@[-\w]*(?:\\|font-face)", re.IGNORECASE)
"""Part of a style that may add a font; the name of a rule may be written with a backslash."""

_WIDTHS = re.compile(r"((?:^\.[a-z ]+:nth-child\(\d+\) \{ width: [\d.]+%; \}\n)+)", re.MULTILINE)

FIRM = ', with templates of a firm">'
"""The mark of a page with a firm's own templates, in its metadata, which templates cannot change."""


LaidOut = Callable[[Any, Any, Any], None]
"""What is done with WeasyPrint, a document that it laid out, and its fonts."""

Render = Callable[[str, str], Any]
"""Lays out a page with a style in addition to its own, as a document of WeasyPrint."""

LayOut = Callable[[Any, Any, Render], tuple[Any, list[Any]]]
"""Takes WeasyPrint, its fonts and ``Render``; the document with the title, and the pages in order."""


class Pdf(NamedTuple):
    """A PDF, and the characters that its font lacks, each once, in the order of the page.

    Each of them is printed as a box with its code point, so such a PDF is a draft.
    """

    content: bytes
    missing: tuple[str, ...]


def prepare() -> None:
    """Load what printing needs, so that processes forked afterwards share it.

    Raises MissingLibraryError as ``pdf``.
    """
    find()
    weasyprint()


def pdf(html: str, laid_out: LaidOut | None = None) -> Pdf:
    """Print the page ``html`` as PDF/UA-1.

    The same text results in the same bytes. ``laid_out`` is called when the pages are laid out and not yet drawn.
    Raises MissingLibraryError if Pango or the font is not installed, and UnusableInputError if the page loads a file
    or an address.
    """

    def lay_out(engine: Any, fonts: Any, render: Render) -> tuple[Any, list[Any]]:
        document = render(html, "")
        if laid_out:
            laid_out(engine, document, fonts)
        return document, document.pages

    return bound(html, lambda _: {"pdf_variant": "pdf/ua-1"}, lay_out)


def bound(text: str, options: Callable[[Any], dict[str, Any]], lay_out: LayOut) -> Pdf:
    """Print what ``lay_out`` lays out; ``text`` has every character of it, and ``options`` are those of WeasyPrint.

    Raises as ``pdf``.
    """
    refused: list[str] = []
    with _without_collecting(), page_fonts(text) as kept:
        engine = weasyprint()
        configuration = "" if _FONT_RULE.search(text) else kept  # it would add a font to those of other pages
        drawn = partial(_drawn, engine, options(engine), configuration, refused, lay_out)
        with _missing_glyphs() as missing:
            content = drawn()
        if missing:
            content = drawn(missing)
    if refused:
        raise UnusableInputError(f"The page loads {refused[0][:80]!r}; a page may not load anything.")
    return Pdf(content, tuple(sorted(missing, key=unescape(text).find)))


def _drawn(
    engine: Any,
    options: dict[str, Any],
    configuration: str,
    refused: list[str],
    lay_out: LayOut,
    missing: Collection[str] = (),
) -> bytes:
    """The PDF as WeasyPrint makes it. Every address except an embedded picture is refused and added to ``refused``.

    With a ``configuration`` of Fontconfig, the fonts are those that the process keeps. The characters ``missing`` are
    printed as boxes with their code points.
    """
    fetcher = _locked(engine, refused)
    try:
        with nullcontext(kept_fonts(engine, configuration)) if configuration else drawing_fonts(engine) as fonts:

            def render(html: str, style: str) -> Any:
                page, own = _apart(html)
                styles = [engine.CSS(string=style, url_fetcher=fetcher)] if style else []
                styles += map(_parsed, _divided(own))
                read = _read(engine, boxed(page, missing) if missing else page, fetcher)
                return read.render(font_config=fonts, stylesheets=styles, **options)

            document, pages = lay_out(engine, fonts, render)
            content: bytes = document.copy(pages).write_pdf(finisher=partial(finish, record(pages)), **options)
    except engine.urls.FatalURLFetchingError as error:  # not an Exception, which would be swallowed
        refused.append(str(error))
        return b""
    return content


def _locked(engine: Any, refused: list[str]) -> Any:
    """A fetcher that adds every address to ``refused``, because inside a picture its error is swallowed."""

    class Locked(engine.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            from form4gen.render.pictures import png_at  # noqa: PLC0415  only a firm's page has pictures

            del headers
            picture = png_at(url)
            if picture is not None:
                return engine.urls.URLFetcherResponse(url, picture, {"Content-Type": "image/png"})
            refused.append(url)
            raise engine.urls.FatalURLFetchingError(url)

    return Locked(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)


def _read(engine: Any, page: str, fetcher: Any) -> Any:
    """The page as WeasyPrint takes it."""
    root = tree(page)
    if root is None:
        return engine.HTML(string=page, url_fetcher=fetcher)
    html = engine.HTML(string="", url_fetcher=fetcher)
    html.wrapper_element = type(html.wrapper_element).from_html_root(root)
    html.etree_element = root
    return html


def _divided(style: str) -> list[str]:
    """The style in parts: the widths of columns, which are those of one filing, are apart from what all have."""
    return [part for part in _WIDTHS.split(style) if part and not part.isspace()]


def _apart(html: str) -> tuple[str, str]:
    """A page without its style, and the style; a firm's page, which has styles of its own, stays whole."""
    before, _, rest = html.partition("<style>")
    style, end, after = rest.partition("</style>")
    if FIRM in html or not end or "<style" in after:
        return html, ""
    return before + after, style


@lru_cache(maxsize=8)
def _parsed(style: str) -> Any:
    """The style of a page, parsed once for all filings of a process."""
    engine = weasyprint()
    if not _FONT_RULE.search(style):
        return engine.CSS(string=style, url_fetcher=_locked(engine, []))
    with drawing_fonts(engine) as fonts:  # without them, a font would be left out and not refused
        return engine.CSS(string=style, url_fetcher=_locked(engine, []), font_config=fonts)


@contextmanager
def _missing_glyphs() -> Iterator[dict[str, None]]:
    """Collect WeasyPrint's log messages about characters without a glyph, instead of printing them."""
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
    """Disable garbage collection: importing and printing create few cycles, and it slows them by a tenth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
