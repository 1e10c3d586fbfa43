"""What draws the PDF: WeasyPrint, or where it cannot, or when asked for, PlutoPrint, which writes no tags."""

from __future__ import annotations

from form4gen.api import render_pdf, render_untagged_pdf
from form4gen.cli.streams import complain
from form4gen.errors import MissingLibraryError

WEASYPRINT, PLUTOPRINT = "weasyprint", "plutoprint"

_UNTAGGED = "PlutoPrint draws it: the PDF has no tags, so it is not fit for a screen reader or an archive."


def drawn_by(engine: str | None, page: str) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of a page and the characters without a glyph, by the engine asked for, else by the first that is there.

    An untagged one is told.
    """
    if engine == PLUTOPRINT:
        pdf = render_untagged_pdf(page)
        complain(f"form4gen: {_UNTAGGED}")
        return pdf
    try:
        return render_pdf(page)
    except MissingLibraryError as error:
        if engine == WEASYPRINT:
            raise
        try:
            pdf = render_untagged_pdf(page)
        except MissingLibraryError:
            raise error from None
        complain(f"form4gen: {error} {_UNTAGGED}")
        return pdf
