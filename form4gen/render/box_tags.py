"""The structure of a PDF, read from the boxes that WeasyPrint laid out.

WeasyPrint makes a structure of each page by itself, so that a table, a list or a paragraph of two pages becomes two
of them (https://github.com/Kozea/WeasyPrint/issues/2903), and it knows neither notes nor the labels of a list that are
written in the page. So the structure is read from the boxes once more; ``tag_file.py`` puts it in the place of
WeasyPrint's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from form4gen.records import NamedTuple
from form4gen.render.tags import Annotation, Mark, Tag

Marks = dict[Any, int]
"""The number that the text or picture of each box has in the content of its page."""

_KINDS = {
    "main": "Part", "article": "Art", "section": "Sect", "div": "Div", "blockquote": "BlockQuote", "p": "P",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6", "ul": "L", "ol": "L", "dl": "L",
    "li": "LI", "dt": "LI", "dd": "LI", "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot",
    "tr": "TR", "th": "TH", "td": "TD", "caption": "Caption", "img": "Figure",
}  # fmt: skip
_BLOCK = ""
"""What any other block is until its contents are known."""
_PHRASES = frozenset(("P", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "Reference", "Lbl"))
"""The tags that have text, and no paragraphs in it."""
_LABEL = "marker"
"""The class of the number in front of a note or an item of a list."""
_POINTS = 0.75  # of a pixel
_RUNNING: tuple[tuple[str, dict[str, str]], ...] = (
    ("@top", {"Type": "/Pagination", "Subtype": "/Header"}),
    ("@bottom", {"Type": "/Pagination", "Subtype": "/Footer"}),
)
_REPEATED = {"Type": "/Pagination"}


class Drawn(NamedTuple):
    """A page that is drawn: its box, which has all others in it, its height in pixels, and the marks of its boxes."""

    box: Any
    height: float
    marks: Marks


def record(pages: Iterable[Any]) -> list[Drawn]:
    """What is known of each page as soon as it is drawn; until then, it has no marks.

    WeasyPrint finds nothing on these pages of which it would make a structure.
    """
    found: list[Drawn] = []
    for page in pages:
        found.append(Drawn(page._page_box, page.height, {}))  # noqa: SLF001  WeasyPrint has no other way to the boxes
        page.paint = partial(_paint, page, page.paint, found[-1].marks)
    return found


def _paint(page: Any, paint: Any, marks: Marks, stream: Any, scale: float = 1) -> None:
    paint(stream, scale)
    marks.update((box, each["mcid"]) for box, each in stream._tags.items())  # noqa: SLF001  they are nowhere else
    stream._tags.clear()  # noqa: SLF001  else WeasyPrint looks for their boxes
    page._page_box = page._page_box.copy_with_children([])  # noqa: SLF001  the same


class Structure:
    """What is read of a document, and which of the other marks, each by page and number, are which artifacts."""

    def __init__(self, pages: Sequence[Drawn]) -> None:
        self.root = Tag("Document")
        self.artifacts: dict[tuple[int, int], dict[str, str]] = {}
        self._fixed: set[tuple[Any, str | None]] = set()
        for number, page in enumerate(pages):
            self._number, self._marks, self._height = number, page.marks, page.height
            for box in page.box.children:
                place = getattr(box, "at_keyword", None)
                if place is None:
                    self._read(box, self.root, self.root.key)
                else:
                    running = next((kind for start, kind in _RUNNING if place.startswith(start)), _REPEATED)
                    self._set_aside(box, running)

    def _read(self, box: Any, parent: Tag, outer: tuple[Any, str | None]) -> None:
        """Add what a box contains to its parent. ``outer`` is the key of the box around it."""
        box = getattr(box, "_box", box)  # what is positioned is behind a placeholder
        number = self._marks.get(box)
        name = box.element_tag
        key = (box.element, name)
        if number is not None and name != "img":
            if hasattr(box, "text"):  # a picture that a style adds is decoration
                parent.kids.append(Mark(self._number, number, box.text))
        elif key == outer or name in ("html", "body"):  # a line, or another box that WeasyPrint puts in between
            self._read_children(box, parent, key)
        elif box.style["position"] == "fixed" and key in self._fixed:  # again on each further page
            self._set_aside(box, _REPEATED)
        else:
            if box.style["position"] == "fixed":
                self._fixed.add(key)
            self._read_part(box, parent, key, number)

    def _read_part(self, box: Any, parent: Tag, key: tuple[Any, str | None], number: int | None) -> None:
        tag = self._tag(box, parent, key)
        if tag is None:
            self._read_children(box, parent, key)
            return
        if tag.kind == "Figure":
            if number is None or not self._describe(tag, box):
                return
            tag.kids.append(Mark(self._number, number, ""))
        elif tag.kind == "Link":
            tag.kids.append(Annotation(self._number, box.link_annotation))
        self._read_children(box, tag, key)
        if tag.kind == _BLOCK:
            has_text = any(is_phrase(kid) for kid in tag.kids)
            if not has_text or parent.kind in _PHRASES:
                for kid in tag.kids:
                    self._repeat(parent.add(kid))
                return
            tag.kind = "P" if all(is_phrase(kid) for kid in tag.kids) else "Div"
        self._repeat(parent.add(_wrapped(tag, parent)))

    def _read_children(self, box: Any, parent: Tag, key: tuple[Any, str | None]) -> None:
        """Add each child of a box; what floats to the right is read last, as it is seen."""
        beside = []
        for child in getattr(box, "children", ()):
            if child.style["float"] == "right":
                beside.append(child)
            else:
                self._read(child, parent, key)
        for child in beside:
            self._read(child, parent, key)

    def _tag(self, box: Any, parent: Tag, key: tuple[Any, str | None]) -> Tag | None:
        """The empty tag of a box, or None if only its contents are read, as of a word in bold type."""
        name = key[1] or ""
        if box.link_annotation is not None:
            if parent.kind != "Link":
                return Tag("Link", key)
            parent.kids.append(Annotation(self._number, box.link_annotation))  # of the text that a style adds
            return None
        if parent.kind in ("LI", "Note") and (
            name in ("li::marker", "li::before") or (box.element is not None and _LABEL in _classes(box.element))
        ):
            return Tag("Lbl", key)
        kind = _KINDS.get(name, _BLOCK if box.style["display"][0] == "block" else None)
        if kind == "P" and box.element.get("role") == "doc-footnote":
            kind = "Note"
        if kind == "LI" and parent.kind != "L":
            kind = _BLOCK
        if kind is None or (kind in _PHRASES and parent.kind in _PHRASES):
            return None
        if parent.kind == "L" and kind not in ("LI", "L"):
            return None
        tag = Tag(kind, key)
        if kind in ("TH", "TD"):
            spans = (("ColSpan", box.colspan), ("RowSpan", box.rowspan))
            tag.attributes = {name: span for name, span in spans if span != 1}
        elif kind == "LI" and name == "li":
            parent.attributes.setdefault("ListNumbering", box.style["list_style_type"])
        return tag

    def _describe(self, tag: Tag, box: Any) -> bool:
        """Set place and text of a picture; whether it has a text, without which it is only decoration."""
        left, top = box.content_box_x(), box.content_box_y()
        right, bottom = left + box.width, top + box.height
        sides = (left, self._height - bottom, right, self._height - top)
        tag.attributes = {"BBox": [_POINTS * side for side in sides], "Alt": box.element.get("alt", "")}
        return bool(tag.attributes["Alt"])

    def _set_aside(self, box: Any, kind: dict[str, str]) -> None:
        """Note the marks of a box that is not read."""
        for each in getattr(box, "_box", box).descendants():
            number = self._marks.get(each)
            if number is not None:
                self.artifacts[self._number, number] = kind

    def _repeat(self, tags: list[Tag]) -> None:
        """Note the marks of what a table repeats on each page."""
        for tag in tags:
            self.artifacts.update(((mark.page, mark.number), _REPEATED) for mark in tag.marks())


def is_phrase(kid: Tag | Mark | Annotation) -> bool:
    """Whether this is a piece of a line rather than a paragraph, or anything else on lines of its own."""
    return not isinstance(kid, Tag) or kid.kind in ("Link", "Reference", "Lbl")


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


def _wrapped(tag: Tag, parent: Tag) -> Tag:
    """A link with what it is for: the mark of a note is a reference, the number in front of a note its label."""
    if tag.kind == "Link" and tag.element.get("role") == "doc-noteref":
        return tag.wrap("Reference")
    if tag.kind == "Link" and parent.kind in ("LI", "Note") and _LABEL in _classes(tag.element):
        return tag.wrap("Lbl")
    return tag
