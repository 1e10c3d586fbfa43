"""Corrects faults of WeasyPrint in a tagged PDF, each with the report of the fault upstream.

A correction looks for its fault and returns how often it found it; if a newer WeasyPrint no longer has the fault,
nothing is changed. A test prints a page without this module and fails when a fault is gone, so that its correction can
be removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from form4gen.records import NamedTuple
from form4gen.render.box_tags import Drawn, Structure
from form4gen.render.tag_file import write
from form4gen.render.tidy_tags import tidy
from form4gen.render.xmp import identified


class Correction(NamedTuple):
    """A fault: its report upstream, and the function that corrects it in a document before it is written."""

    upstream: str
    mend: Callable[[Any, Any], int]


def finish(pages: Sequence[Drawn], document: Any, pdf: Any) -> None:
    """Write the structure and correct every other fault; WeasyPrint calls this just before it writes the PDF."""
    structure = Structure(pages)
    tidy(structure.root)
    write(structure, [page.marks for page in pages], pdf)
    for correction in CORRECTIONS:
        correction.mend(document, pdf)


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
    Correction(_ISSUES + "2482", _links),  # the list of what PDF/UA support still lacks
    Correction(_ISSUES + "2482", _print_flags),
    Correction(_ISSUES + "2917", _associated_files),
    Correction(_ISSUES + "2602", _metadata),  # the attributes; two standards in one file are number 2783
)
