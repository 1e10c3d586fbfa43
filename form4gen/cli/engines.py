"""What draws the PDF: WeasyPrint, or where it cannot, or when asked for, PlutoPrint, which writes no tags."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from form4gen.api.drawing import prepare_pdf, prepare_untagged_pdf, render_pdf, render_untagged_pdf
from form4gen.cli.streams import complain, overheard
from form4gen.errors import MissingLibraryError

WEASYPRINT, PLUTOPRINT = "weasyprint", "plutoprint"

_UNTAGGED = "PlutoPrint draws it: the PDF has no tags, so it is not fit for a screen reader or an archive."


_Drawn = TypeVar("_Drawn")


def drawn_by(engine: str | None, page: str) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of a page and the characters without a glyph, by the engine asked for, else by the first that is there.

    An untagged one is told.
    """
    return _by(engine, partial(render_pdf, page), partial(render_untagged_pdf, page))


def prepare_engine(engine: str | None) -> None:
    """Load what will draw. Raises MissingLibraryError when nothing can, and says nothing: the drawing will."""
    with overheard():
        _by(engine, prepare_pdf, prepare_untagged_pdf)


def _by(engine: str | None, tagged: Callable[[], _Drawn], untagged: Callable[[], _Drawn]) -> _Drawn:
    if engine == PLUTOPRINT:
        pdf = untagged()
        complain(f"form4gen: {_UNTAGGED}", is_of_machine=True)
        return pdf
    try:
        return tagged()
    except MissingLibraryError as error:
        if engine == WEASYPRINT:
            raise
        try:
            pdf = untagged()
        except MissingLibraryError:
            raise error from None
        complain(f"form4gen: {error} {_UNTAGGED}", is_of_machine=True)
        return pdf
