"""Completes the structure of a PDF: labels and bodies of notes and items, paragraphs, no part without content."""

from __future__ import annotations

from itertools import count, groupby

from form4gen.render.box_tags import is_phrase
from form4gen.render.table_tags import complete
from form4gen.render.tags import GROUPING, TABLE_PARTS, Annotation, Mark, Tag

_NUMBERING = {
    "disc": "Disc", "circle": "Circle", "square": "Square", "decimal": "Decimal", "decimal-leading-zero": "Decimal",
    "lower-roman": "LowerRoman", "upper-roman": "UpperRoman", "lower-alpha": "LowerAlpha", "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha", "upper-latin": "UpperAlpha",
}  # fmt: skip
_TYPES = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


def tidy(root: Tag) -> None:
    """Complete every part of a document."""
    _Tidying().tidy(root)


class _Tidying:
    def __init__(self) -> None:
        self._ids = (str(number) for number in count(1))

    def tidy(self, tag: Tag) -> None:
        """Complete a part from the outside in, then remove the parts in it that have turned out empty."""
        if tag.kind == "Table":
            complete(tag, self._ids)
        elif tag.kind == "L":
            tag.attributes = {"ListNumbering": _numbering(tag)}
        elif tag.kind == "LI":
            _divide(tag, "LBody")
        elif tag.kind == "Note":
            tag.id = next(self._ids)
            _divide(tag, "P")
        elif tag.kind in GROUPING:
            _make_paragraphs(tag)
        for kid in tag.children():
            self.tidy(kid)
        tag.kids = [kid for kid in tag.kids if not isinstance(kid, Tag) or _has_content(kid)]


def _divide(tag: Tag, kind: str) -> None:
    """Put what follows the label of a note or an item into its body."""
    labels = [kid for kid in tag.kids[:1] if isinstance(kid, Tag) and kid.kind == "Lbl"]
    body = Tag(kind)
    body.kids = tag.kids[len(labels) :]
    tag.kids = [*labels, body]


def _make_paragraphs(tag: Tag) -> None:
    """Put text that is not in a paragraph into one."""
    kids: list[Tag | Mark | Annotation] = []
    for is_text, some in groupby(tag.kids, is_phrase):
        if is_text:
            paragraph = Tag("P")
            paragraph.kids = list(some)
            kids.append(paragraph)
        else:
            kids += some
    tag.kids = kids


def _has_content(tag: Tag) -> bool:
    """Whether more than blanks is in a part whose empty parts are removed already."""
    if tag.kind in TABLE_PARTS or tag.kind == "Figure":
        return True
    return any(not isinstance(kid, Mark) or kid.text.strip() for kid in tag.kids)


def _numbering(tag: Tag) -> str:
    """How the items of a list are labeled, as ISO 32000-1 names it (table 347)."""
    style = tag.attributes.get("ListNumbering")
    if style in _NUMBERING:
        return _NUMBERING[style]
    if not any(kid.kind == "Lbl" for item in tag.children() for kid in item.children()):
        return "None"
    # The page has the labels in its text, and the type of the list says what they are.
    return _TYPES.get(tag.element.get("type", "1"), "Decimal") if tag.element.tag.endswith("ol") else "Disc"
