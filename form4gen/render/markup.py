"""Reads the markup of a page as a tree, many times faster than WeasyPrint's parser of HTML.

Our templates close every element, so that Python's parser of XML can read them. ``tree`` returns None for whatever a
browser might read as another tree: a tag that it would add, end or move, an element with content of its own kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DOCTYPE = "<!DOCTYPE html>\n"
_VOID = "meta|link|col|img|br|wbr"
_VOID_TAG = re.compile(rf'<((?:{_VOID})(?=[ >])(?:[^<>"]|"[^"]*")*)>')
# Comments and sections of XML, tags that end themselves, characters by number but the quotation marks that Jinja
# escapes, blanks in an attribute that XML does not keep, and names with a prefix.
_READ_OTHERWISE = re.compile(r'<[!?]|/>|&#(?!3[49];)|="[^"\n\r\t]*[\n\r\t]|xml:')

_PHRASES = frozenset((
    "a", "b", "bdi", "br", "code", "del", "i", "img", "ins", "kbd", "small", "span", "strong", "sup", "wbr",
))  # fmt: skip
_FLOW = _PHRASES | frozenset((
    "main", "article", "aside", "section", "nav", "header", "footer", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "dl", "table", "figure",
))  # fmt: skip
_ROWS, _CELLS, _ITEMS = frozenset(("tr",)), frozenset(("th", "td")), frozenset(("li",))
_CONTENT = {
    "html": frozenset(("head", "body")), "head": frozenset(("title", "meta", "link")), "title": frozenset[str](),
    "table": frozenset(("caption", "colgroup", "thead", "tbody", "tfoot")), "colgroup": frozenset(("col",)),
    "thead": _ROWS, "tbody": _ROWS, "tfoot": _ROWS, "tr": _CELLS,
    "ul": _ITEMS, "ol": _ITEMS, "dl": frozenset(("dt", "dd")),
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6"), _PHRASES), **dict.fromkeys(_PHRASES, _PHRASES),
    **dict.fromkeys(_VOID.split("|"), frozenset[str]()),
}  # fmt: skip
"""The elements that may be in each; in any other, phrases and blocks."""
_WITHOUT_TEXT = frozenset(("html", "head", "table", "colgroup", "thead", "tbody", "tfoot", "tr"))
"""The elements whose text a browser moves elsewhere."""


def tree(page: str) -> Element | None:
    """The root of a page, as WeasyPrint's parser would make it; None if that should read it."""
    from xml.etree.ElementTree import ParseError, XMLParser  # noqa: PLC0415  loaded by WeasyPrint

    content = page.removeprefix(_DOCTYPE)
    if content is page or _READ_OTHERWISE.search(content):
        return None
    parser = XMLParser()  # noqa: S314  without a document type, it has no entities
    try:
        parser.feed(_VOID_TAG.sub(r"<\1/>", content))
        root: Element = parser.close()
    except (ParseError, ValueError):
        return None
    if root.tag != "html" or [each.tag for each in root] != ["head", "body"] or not _is_plain(root):
        return None
    _move_blanks(root, content)
    return root


def _is_plain(root: Element) -> bool:
    """Whether a browser would leave each element and each text where it is."""
    links: set[Element] = set()  # and what is in them
    for element in root.iter():
        name = element.tag
        allowed = _CONTENT.get(name, _FLOW)
        texts = [element.text] if name in _WITHOUT_TEXT else []
        is_linked = name == "a" or element in links
        for child in element:
            if child.tag not in allowed or (is_linked and child.tag == "a"):
                return False
            if is_linked:
                links.add(child)
            if name in _WITHOUT_TEXT:
                texts.append(child.tail)
        if not all(map(str.islower, element.keys())) or any(text and not text.isspace() for text in texts):
            return False
    return True


def _move_blanks(root: Element, content: str) -> None:
    """Put the blanks before the head and after the body where a browser puts them."""
    _, body = root
    root.text = None
    after = (body.tail or "") + content[content.rindex(">") + 1 :]
    body.tail = None
    if len(body):
        body[-1].tail = (body[-1].tail or "") + after
    else:
        body.text = (body.text or "") + after
