"""A closing set: several pages with an index in front, bound as one PDF with one numbering of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter

from form4gen.records import NamedTuple
from form4gen.render.enclosures import Enclosure
from form4gen.render.pdf import Pdf, Render, bound
from form4gen.resources import text_of

Front = Callable[[Mapping[str, int], int], str]
"""Makes the index of the number of the page on which each anchor is, and the number of all pages."""

# A power of attorney is a part of the set, beside the form.
_STYLE = ".poa { bookmark-level: 1; bookmark-label: attr(aria-label) } .poa-heading { bookmark-level: none }"
_NUMBER = "@bottom-right"
"""The margin box with the number of a page."""


class Part(NamedTuple):
    """A page of the set; ``has_mark`` says that it is marked as a draft by itself, if it is one."""

    html: str
    has_mark: bool = False


def closing_pdf(
    parts: Sequence[Part], front: Front, enclosures: Iterable[Enclosure], dated: date, *, draft: bool = False
) -> Pdf:
    """Print an index and several pages as one PDF/A-3a that is also PDF/UA-1, with attached files, dated ``dated``.

    The title is that of the first part.
    """
    mark = text_of("templates", "draft.css") if draft else ""

    def lay_out(_: Any, __: Any, render: Render) -> tuple[Any, list[Any]]:
        before, index = 0, None
        while index is None or len(index.pages) > before:  # the index names numbers that depend on its own length
            before = len(index.pages) if index else 1
            documents, pages = [], list[Any]()
            for part in parts:
                documents.append(render(part.html, _style(before + len(pages) + 1, "" if part.has_mark else mark)))
                pages += documents[-1].pages
            index = render(front(_anchors(pages, before), before + len(pages)), mark)
        _number([*index.pages, *pages])
        return documents[0], [*index.pages, *pages]

    with catch_warnings():
        simplefilter("ignore", ResourceWarning)  # WeasyPrint does not close its color profile
        return bound("".join(part.html for part in parts), lambda engine: _options(engine, enclosures, dated), lay_out)


def _options(engine: Any, enclosures: Iterable[Enclosure], dated: date) -> dict[str, Any]:
    moment = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
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


def _style(first: int, mark: str) -> str:
    """What is added to the style of a part whose first page has this number."""
    return f"@page :first {{ counter-reset: page {first} }} {_STYLE} {mark}"


def _anchors(pages: Iterable[Any], before: int) -> dict[str, int]:
    """The page on which each anchor begins; what it names may go on over several pages."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, before + 1):
        for anchor in page.anchors:
            found.setdefault(anchor, number)
    return found


def _number(pages: Sequence[Any]) -> None:
    """Write the number of each page in the set in place of that in its part, aligned to the right as before.

    How many pages there are is known only when all are laid out.
    """
    for number, page in enumerate(pages, 1):
        for margin in page._page_box.children:  # noqa: SLF001  WeasyPrint has no other way to a margin
            if getattr(margin, "at_keyword", "") == _NUMBER:
                for text in (box for box in margin.descendants() if hasattr(box, "pango_layout")):
                    _write(text, f"Page {number} of {len(pages)}")


def _write(box: Any, words: str) -> None:
    layout = box.pango_layout
    box.text = layout.text = words
    layout.reactivate(box.style)
    from weasyprint.text.line_break import line_size  # type: ignore[import-untyped]  # noqa: PLC0415  loaded by now

    width, _ = line_size(layout.get_first_line()[0], box.style)
    layout.deactivate()
    box.position_x += box.width - width
    box.width = width
