"""The mark of a draft in a PDF without a firm's styles: whole on each page, upright or across, and light."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdf
from page_reader import filing
from report_samples import report

from form4gen.api.drawing import render_pdf
from form4gen.api.reports import report_html
from form4gen.render.closing_set import Part, closing_pdf
from form4gen.render.html import html

# Of Arimo Bold, in parts of its size: the width of the word, and the height of a capital.
WIDTH, HEIGHT = 3.389, 0.729
INDEX = '<!DOCTYPE html><html lang="en"><title>Index</title><h1>Index</h1></html>'
Matrix = list[float]


def _marks(page: Any) -> list[list[tuple[float, float]]]:
    """The corners of each mark on a page."""
    found: list[list[tuple[float, float]]] = []

    def seen(text: str, now: Matrix, of_text: Matrix, _: object, size: float) -> None:
        if text.strip() == "DRAFT":
            found.append([_moved(x, y, of_text, now) for x in (0, WIDTH * size) for y in (0, HEIGHT * size)])

    page.extract_text(visitor_text=seen)
    return found


def _moved(x: float, y: float, *matrices: Matrix) -> tuple[float, float]:
    for a, b, c, d, e, f in matrices:
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _assert_whole(content: bytes, pages: int) -> None:
    drawn = pypdf.PdfReader(io.BytesIO(content)).pages
    assert len(drawn) >= pages
    for page in drawn:
        (corners,) = _marks(page)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert all(0 < x < width - 18 and 0 < y < height for x, y in corners), corners
        across = max(x for x, _ in corners) - min(x for x, _ in corners)
        assert across > 0.35 * width


def test_the_mark_of_the_form_and_of_its_exhibit_is_whole() -> None:
    _assert_whole(render_pdf(html(filing(), draft=True)).content, 2)


def test_the_mark_of_each_part_of_a_closing_set_is_whole() -> None:
    one = filing()
    parts = [Part(html(one, draft=True), has_mark=True), Part(report_html(report(), one))]

    _assert_whole(closing_pdf(parts, lambda *_: INDEX, (), date(2026, 11, 9), draft=True).content, 4)
