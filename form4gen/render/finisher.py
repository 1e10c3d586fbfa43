"""Corrects faults of WeasyPrint in a tagged PDF, each with the report of the fault upstream.

A correction looks for its fault and returns how often it found it; if a newer WeasyPrint no longer has the fault,
nothing is changed. A test prints a page without this module and fails when a fault is gone, so that its correction can
be removed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from form4gen.records import NamedTuple
from form4gen.render.tag_tree import TagTree
from form4gen.render.xmp import identified


class Correction(NamedTuple):
    """A fault: its report upstream, and the function that corrects it in a document before it is written."""

    upstream: str
    mend: Callable[[Any, Any], int]


def finish(document: Any, pdf: Any) -> None:
    """Correct every fault; WeasyPrint calls this just before it writes the PDF."""
    for correction in CORRECTIONS:
        correction.mend(document, pdf)


def _captions(_: Any, pdf: Any) -> int:
    """Make the title that a table repeats on every page its caption, not a header that is announced for every cell."""
    return TagTree(pdf).make_captions()


def _scopes(_: Any, pdf: Any) -> int:
    """Mark every header as that of a column or, in the body of a table, of a row."""
    return sum(table.set_scopes() for table in TagTree(pdf).tables())


def _headers(_: Any, pdf: Any) -> int:
    """Link every cell to its own headers: WeasyPrint miscounts the columns below a header of two rows."""
    return sum(table.set_headers() for table in TagTree(pdf).tables())


def _margins(_: Any, pdf: Any) -> int:
    """Mark running heads and page numbers as artifacts: they are not part of the text that is read aloud."""
    return TagTree(pdf).make_unread_artifacts()


def _links(document: Any, _: Any) -> int:
    """Describe the target of a link in words instead of by the name of an anchor."""
    mended = 0
    for page in document.pages:
        for *_, box in page.links:
            annotation, words = getattr(box, "link_annotation", None), box.element.get("aria-label")
            if annotation is not None and words and annotation["Contents"].string != words:
                annotation["Contents"].string = words
                mended += 1
    return mended


def _print_flags(document: Any, _: Any) -> int:
    """Show links in print too, as PDF/A requires."""
    mended = 0
    for page in document.pages:
        for *_, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None and "F" not in annotation:
                annotation["F"] = 4
                mended += 1
    return mended


def _associated_files(_: Any, pdf: Any) -> int:
    """List each attached file once."""
    files = pdf.catalog.get("AF", [])
    once = list(dict.fromkeys(files))
    doubled = len(files) - len(once)
    files[:] = once
    return doubled


def _metadata(_: Any, pdf: Any) -> int:
    """Write the standards of the file as elements, which every validator reads; a PDF/A is a PDF/UA-1 too."""
    reference = pdf.catalog.get("Metadata")
    if reference is None:
        return 0
    stream = next(each for each in pdf.objects if each.reference == reference)
    before = b"".join(stream.stream)
    after = identified(before)
    stream.stream, stream.compress = [after], False
    return int(after != before)


_ISSUES = "https://github.com/Kozea/WeasyPrint/issues/"
CORRECTIONS = (
    Correction(_ISSUES + "1794", _captions),  # a caption is not repeated, so the title is a row of the head
    Correction(_ISSUES + "2508", _scopes),
    Correction(
        "https://github.com/Kozea/WeasyPrint/pull/2471", _headers
    ),  # where it was introduced; it has no report of its own
    Correction(_ISSUES + "1836", _margins),
    Correction(_ISSUES + "2482", _links),  # the list of what PDF/UA support still lacks
    Correction(_ISSUES + "2482", _print_flags),
    Correction(_ISSUES + "2917", _associated_files),
    Correction(_ISSUES + "2602", _metadata),  # the attributes; two standards in one file are number 2783
)
