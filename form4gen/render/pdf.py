"""The PDF of a page: made of the HTML alone, without loading anything else."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.render.enclosures import Enclosure
from form4gen.render.finisher import finish
from form4gen.render.fonts import own_fonts
from form4gen.render.missing_glyphs import boxed
from form4gen.render.pango import drawing_fonts, weasyprint
from form4gen.resources import text_of

FIRM = ', with templates of a firm">'
"""The mark of a page with a firm's own templates, in its metadata, which templates cannot change."""


LaidOut = Callable[[Any, Any, Any], None]
"""What is done with WeasyPrint, a document that it laid out, and its fonts."""


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
    with own_fonts(""):
        weasyprint()


def pdf(html: str, laid_out: LaidOut | None = None) -> Pdf:
    """Print the page ``html`` as PDF/UA-1.

    The same text results in the same bytes. ``laid_out`` is called when the pages are laid out and not yet drawn.
    Raises MissingLibraryError if Pango or the font is not installed, and UnusableInputError if the page loads a file
    or an address.
    """
    return _pdf([html], lambda _: {"pdf_variant": "pdf/ua-1"}, laid_out=laid_out)


def closing_pdf(pages: list[str], enclosures: Iterable[Enclosure], dated: date, *, draft: bool = False) -> Pdf:
    """Print several pages as one PDF/A-3a that is also PDF/UA-1, with attached files; all are dated ``dated``.

    Each page keeps its own page numbers; the title is that of the first. A draft is marked across the pages after
    the first, which has its own mark.
    """
    moment = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)

    def options(engine: Any) -> dict[str, Any]:
        attachments = [
            engine.Attachment(
                file_obj=BytesIO(each.content),
                name=each.name,
                description=each.description,
                relationship=each.relationship,
                created=moment,
                modified=moment,
            )
            for each in enclosures
        ]
        return {"pdf_variant": "pdf/a-3a", "attachments": attachments}

    with catch_warnings():
        simplefilter("ignore", ResourceWarning)  # WeasyPrint does not close its color profile
        return _pdf(pages, options, text_of("templates", "draft.css") if draft else "")


def _pdf(
    pages: list[str], options: Callable[[Any], dict[str, Any]], style: str = "", laid_out: LaidOut | None = None
) -> Pdf:
    refused: list[str] = []
    text = "".join(pages)
    with _without_collecting(), own_fonts(text):
        engine = weasyprint()
        with _missing_glyphs() as missing:
            content = _drawn(engine, pages, options(engine), style, refused, laid_out)
        if missing:
            pages = [boxed(page, missing) for page in pages]
            content = _drawn(engine, pages, options(engine), style, refused, laid_out)
    if refused:
        raise UnusableInputError(f"The page loads {refused[0][:80]!r}; a page may not load anything.")
    return Pdf(content, tuple(sorted(missing, key=unescape(text).find)))


def _drawn(
    engine: Any,
    pages: list[str],
    options: dict[str, Any],
    style: str,
    refused: list[str],
    laid_out: LaidOut | None,
) -> bytes:
    """The PDF as WeasyPrint makes it. Every address except an embedded picture is refused and added to ``refused``.

    ``style`` is added to that of every page but the first.
    """

    class Locked(engine.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            from form4gen.render.pictures import png_at  # noqa: PLC0415  only a firm's page has pictures

            del headers
            picture = png_at(url)
            if picture is not None:
                return engine.urls.URLFetcherResponse(url, picture, {"Content-Type": "image/png"})
            refused.append(url)
            raise engine.urls.FatalURLFetchingError(url)

    fetcher = Locked(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
    try:
        with drawing_fonts(engine) as fonts:
            documents: list[Any] = []
            for page in pages:
                styles = [engine.CSS(string=style, url_fetcher=fetcher)] if style and documents else None
                html = engine.HTML(string=page, url_fetcher=fetcher)
                documents.append(html.render(font_config=fonts, stylesheets=styles, **options))
                if laid_out:
                    laid_out(engine, documents[-1], fonts)
            drawn = [page for document in documents for page in document.pages]
            content: bytes = documents[0].copy(drawn).write_pdf(finisher=finish, **options)
    except (
        engine.urls.FatalURLFetchingError
    ):  # not an Exception, which would be swallowed; inside a picture it still is
        return b""
    return content


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
