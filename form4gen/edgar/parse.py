"""XML from outside, parsed with every feature disabled that could be abused."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from form4gen.errors import UnusableInputError

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml has no public name for it

SIZE_LIMIT = 20 * 1024 * 1024
TAG_LIMIT = 100_000
_SHOWN = 200
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, recover=False
    )


@cache
def _instructions() -> etree.XPath:
    return etree.XPath("/processing-instruction() | //processing-instruction()")


def check_size(raw: bytes) -> None:
    """Refuse what is larger than any ownership filing. Raises UnusableInputError."""
    if len(raw) > SIZE_LIMIT:
        message = (
            f"The file has {len(raw):,} bytes; form4gen reads at most {SIZE_LIMIT:,}. Is this an ownership filing?"
        )
        raise UnusableInputError(message)


def parse(raw: bytes, lines_before: int = 0) -> Element:
    """The root element of an XML document that begins ``lines_before`` lines into its file.

    Refuses malformed XML with its place, and document type declarations, entities, processing instructions, and
    input that is too large or too deeply nested. Raises UnusableInputError.
    """
    check_size(raw)
    if b"\x00" in raw:
        raise UnusableInputError("The file is not XML in UTF-8 or ASCII: it contains zero bytes.")
    if raw.count(b"<") > TAG_LIMIT:
        message = f"The XML has more than {TAG_LIMIT:,} tags; no ownership filing has that many."
        raise UnusableInputError(message)
    try:
        root = etree.fromstring(raw.removeprefix(_BYTE_ORDER_MARK), _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = (error.msg or "it is empty").rsplit(", line ", 1)[0][:_SHOWN]
        message = f"The XML is not well-formed at line {max(line, 1) + lines_before}, column {max(column, 1)}: {what}."
        raise UnusableInputError(message) from error
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        raise UnusableInputError(
            "The XML has a document type declaration (<!DOCTYPE>). Ownership XML has none, and form4gen reads none: "
            "such a declaration can define entities that swell or fetch other files."
        )
    found: Any = _instructions()(root) if raw.count(b"<?") > 1 else ()
    if found:
        message = (
            f"Line {(found[0].sourceline or 1) + lines_before}: the XML contains a processing instruction "
            f"(<?{found[0].target} ...?>). EDGAR suspends such a document; remove the line."
        )
        raise UnusableInputError(message)
    return root


def words_of(element: Element) -> str:
    """The text of an element and of everything inside it, spaces collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())
