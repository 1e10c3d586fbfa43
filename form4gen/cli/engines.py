"""The engine that makes the PDF: WeasyPrint; PlutoPrint, which writes no tags, if that is missing or not wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from form4gen.api.drawing import prepare_pdf, prepare_untagged_pdf, render_pdf, render_untagged_pdf
from form4gen.errors import MissingLibraryError

WEASYPRINT, PLUTOPRINT = "weasyprint", "plutoprint"

_MOST_NAMED = 20
_UNTAGGED = "PlutoPrint makes the PDF: it has no tags, so it is not suitable for a screen reader or an archive."

_Made = TypeVar("_Made")

Content = tuple[bytes, tuple[str, ...]]
"""A PDF, and the characters that its font lacks."""


def pdf_by(engine: str | None, page: str) -> tuple[Content, str | None]:
    """The PDF of a page by the engine asked for, otherwise by the first that is installed; and a notice if untagged."""
    return _by(engine, partial(render_pdf, page), partial(render_untagged_pdf, page))


def code_points(lacking: Collection[str]) -> str:
    """Characters that a font lacks, by their code points; of many the first, and the number of the others."""
    codes = [f"U+{ord(character):04X}" for character in lacking]
    more = f" and {len(codes) - _MOST_NAMED} more" if len(codes) > _MOST_NAMED else ""
    return ", ".join(codes[:_MOST_NAMED]) + more


def boxed(lacking: Collection[str]) -> str:
    """The line about characters that a font lacks, in a PDF that shows their boxes."""
    return f"form4gen: The font of the PDF lacks {code_points(lacking)}. Each is printed as a box with its code point."


def prepare_engine(engine: str | None) -> None:
    """Load the engine. Raises MissingLibraryError when there is none."""
    _by(engine, prepare_pdf, prepare_untagged_pdf)


def _by(engine: str | None, tagged: Callable[[], _Made], untagged: Callable[[], _Made]) -> tuple[_Made, str | None]:
    if engine == PLUTOPRINT:
        return untagged(), _UNTAGGED
    try:
        return tagged(), None
    except MissingLibraryError as error:
        if engine == WEASYPRINT:
            raise
        try:
            return untagged(), f"{error} {_UNTAGGED}"
        except MissingLibraryError:
            raise error from None
