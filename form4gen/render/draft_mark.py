"""The mark of a draft on a page with a firm's styles, in two places that no style of a firm reaches.

In the HTML it is a picture after everything else, with inline settings. Rules of the first cascade layer, which
win over all later ones, keep the firm's styles from drawing anything after it. In the PDF it is stamped onto the
finished pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO
from urllib.parse import quote

from form4gen.errors import UnusableInputError

_LETTERS = "font-family:Arimo,Arial,sans-serif;font-weight:bold;font-size:260px;letter-spacing:16px"
# A light and a dark copy, slightly apart: one of them is visible on paper of any color.
_SVG = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1056 816'>"
    f"<g transform='translate(528 408) rotate(-24)' text-anchor='middle' style='{_LETTERS}'>"
    "<text y='84' x='-6' fill='#fff' fill-opacity='.25'>DRAFT</text>"
    "<text y='90' fill='#000' fill-opacity='.12'>DRAFT</text></g></svg>"
)
_SETTINGS = {
    "all": "initial", "display": "block", "position": "fixed", "z-index": "2147483647", "top": "5%", "left": "5%",
    "width": "90%", "height": "90%", "object-fit": "contain", "pointer-events": "none", "visibility": "visible",
    "opacity": "1", "transition": "none", "animation": "none",
}  # fmt: skip
_ROOT_SETTINGS = {
    "display": "block", "position": "static", "visibility": "visible", "opacity": "1", "overflow": "visible",
    "transform": "none", "scale": "none", "rotate": "none", "translate": "none", "offset": "none", "zoom": "1",
    "mix-blend-mode": "normal", "filter": "none", "backdrop-filter": "none", "clip": "auto", "clip-path": "none",
    "mask": "none", "mask-border": "none", "perspective": "none", "contain": "none", "container-type": "normal",
    "writing-mode": "horizontal-tb", "content-visibility": "visible", "content": "normal", "will-change": "auto",
    "float": "none", "columns": "auto", "transition": "none", "animation": "none",
}  # fmt: skip


def _inline(settings: dict[str, str]) -> str:
    return "; ".join(f"{name}: {value} !important" for name, value in settings.items())


ROOT_STYLE = _inline(_ROOT_SETTINGS)
"""The inline style of the root and the body, in which the mark stands."""

# A layer without a name cannot be added to, and what is important in the first layer wins over all others.
FIRST_RULES = "@layer { :root::before, :root::after, body::before, body::after { content: none !important } }\n"
"""What precedes all styles."""

MARK = f'<img alt="Draft, not for filing" src="data:image/svg+xml,{quote(_SVG)}" style="{_inline(_SETTINGS)}">\n'
"""The mark in the HTML, after everything else in the body."""

_END = MARK + "</body>\n</html>\n"

# The mark on a sheet of its own, in pixels of 1/96 inch.
_SHEET = (1056, 816)
_SHEET_HTML = (
    "<!DOCTYPE html><style>@page { size: 1056px 816px; margin: 0 } "
    f"div {{ position: absolute; left: 0; width: 1056px; text-align: center; line-height: 1; {_LETTERS};"
    " transform: rotate(-24deg) }</style>"
    '<div style="top: 268px; margin-left: -6px; color: rgb(255 255 255 / .25)">DRAFT</div>'
    '<div style="top: 274px; color: rgb(0 0 0 / .12)">DRAFT</div>'
    # level and small, for programs that read the text of a page and find no word at an angle
    '<div style="top: 10px; color: #808080; font-size: 13px; letter-spacing: 0; transform: none">'
    "DRAFT, not for filing</div>"
)
_INCH, _POINTS = 96, 0.75  # in pixels, and of a pixel
_LEAST, _MOST = 4 * _INCH, 40 * _INCH


def without_mark(html: str) -> tuple[str, bool]:
    """A page of ``firm_html`` without its mark, and whether it had one. Templates cannot draw after the mark."""
    is_draft = html.endswith(_END)
    return (html.removesuffix(_END) + "</body>\n</html>\n" if is_draft else html), is_draft


def stamp_pages(engine: Any, document: Any, fonts: Any, *, is_draft: bool) -> None:
    """Check the pages that WeasyPrint laid out; for a draft, it will draw the mark after all else on each.

    Raises UnusableInputError as ``check_size``.
    """
    for number, page in enumerate(document.pages, 1):
        check_size(number, page.width, page.height, has_bleed=any(page.bleed.values()))
    if is_draft:
        sheet = engine.HTML(string=_SHEET_HTML).render(font_config=fonts).pages[0]
        for page in document.pages:
            page.paint = partial(_paint, page, page.paint, sheet)


def write_book(engine: Any, book: Any, stream: BinaryIO, *, is_draft: bool) -> None:
    """Write a book of PlutoPrint, for a draft with the mark after all else on each page.

    Raises UnusableInputError as ``check_size``.
    """
    sizes = [book.get_page_size_at(number) for number in range(book.get_page_count())]
    if not sizes:
        raise UnusableInputError("With the firm's styles there is no page. Look at @page and at what is not displayed.")
    for number, size in enumerate(sizes, 1):
        check_size(number, size.width / _POINTS, size.height / _POINTS)
    if not is_draft:
        book.write_to_pdf_stream(stream)
        return
    sheet = engine.Book(engine.PAGE_SIZE_LETTER, engine.PAGE_MARGINS_NONE, engine.MEDIA_TYPE_PRINT)
    sheet.load_html(_SHEET_HTML)
    with engine.PDFCanvas.create_for_stream(stream, sizes[0]) as canvas:
        for name in ("TITLE", "AUTHOR", "SUBJECT", "KEYWORDS", "CREATOR", "CREATION_DATE", "MODIFICATION_DATE"):
            kind = getattr(engine, f"PDF_METADATA_{name}")
            canvas.set_metadata(kind, book.get_metadata(kind))
        for number, size in enumerate(sizes):
            canvas.set_size(size)
            canvas.save_state()
            canvas.scale(_POINTS, _POINTS)
            canvas.save_state()
            book.render_page(canvas, number)
            canvas.restore_state()
            for left, top, scale in places(size.width / _POINTS, size.height / _POINTS):
                canvas.save_state()
                canvas.translate(left, top)
                canvas.scale(scale, scale)
                sheet.render_page(canvas, 0)
                canvas.restore_state()
            canvas.restore_state()
            canvas.show_page()


def check_size(number: int, width: float, height: float, *, has_bleed: bool = False) -> None:
    """Raise UnusableInputError if a page, in pixels, is too small or too large to be read and marked, or has bleed."""
    if has_bleed or min(width, height) < _LEAST or max(width, height) > _MOST:
        message = (
            f"Page {number} is {width / _INCH:.2f} by {height / _INCH:.2f} inches with the firm's styles. "
            "In @page, set a size between 4 and 40 inches, and no bleed."
        )
        raise UnusableInputError(message)


def places(width: float, height: float) -> Iterator[tuple[float, float, float]]:
    """The left, top and scale of each sheet with a mark: they cover a page, and none is larger than a letter page."""
    across, down = (max(1, round(size / whole)) for size, whole in zip((width, height), _SHEET, strict=True))
    scale = min(width / across / _SHEET[0], height / down / _SHEET[1])
    for row in range(down):
        for column in range(across):
            yield (
                (column + 0.5) * width / across - scale * _SHEET[0] / 2,
                (row + 0.5) * height / down - scale * _SHEET[1] / 2,
                scale,
            )


def _paint(page: Any, paint: Any, sheet: Any, stream: Any, scale: float = 1) -> None:
    paint(stream, scale)
    with stream.artifact():
        # Tags would make the mark, which is drawn several times, a part of the text.
        tags, stream._tags = stream._tags, None  # noqa: SLF001
        for left, top, size in places(page.width, page.height):
            with stream.stacked():
                stream.transform(a=scale * size, d=scale * size, e=scale * left, f=scale * top)
                sheet.paint(stream)
        stream._tags = tags  # noqa: SLF001
