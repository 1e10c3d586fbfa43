"""XML from outside, parsed with every feature disabled that could be abused."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeAlias

from form4gen.edgar.lxml_import import etree
from form4gen.edgar.unreadable import UnreadableError
from form4gen.errors import UnusableInputError

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml has no public name for it

SIZE_LIMIT = 20 * 1024 * 1024
TAG_LIMIT = 100_000
_SHOWN = 200
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ROOT = b"<ownershipDocument"

_RIGHT_FILE = "Check that this is the right file."
ONE_FORM = "Give one form at a time: save each as a file of its own."


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, recover=False
    )


@cache
def _instructions() -> etree.XPath:
    return etree.XPath("/processing-instruction() | //processing-instruction()")


@cache
def _line_number() -> re.Pattern[str]:
    """The line of an opening tag, in libxml2's words about a closing one."""
    return re.compile(r"\bline ([0-9]{1,9})\b")


def check_size(raw: bytes) -> None:
    """Refuse what is larger than any ownership filing. Raises UnreadableError."""
    if len(raw) > SIZE_LIMIT:
        what = f"The file has {len(raw):,} bytes; form4gen reads at most {SIZE_LIMIT:,}."
        raise UnreadableError(what, _RIGHT_FILE, is_too_large=True)


def parse(raw: bytes, lines_before: int = 0) -> Element:
    """The root element of an XML document that begins ``lines_before`` lines into its file.

    Refuses malformed XML with its place, and document type declarations, entities, processing instructions, and
    input that is too large or too deeply nested. Raises UnreadableError; UnusableInputError for two forms in one file.
    """
    check_size(raw)
    if b"\x00" in raw:
        raise UnreadableError("The file is not XML in UTF-8 or ASCII: it contains zero bytes.", "Save it as UTF-8.")
    if raw.count(b"<") > TAG_LIMIT:
        what = f"The XML has more than {TAG_LIMIT:,} tags; no ownership filing has that many."
        raise UnreadableError(what, _RIGHT_FILE, is_too_large=True)
    xml = raw.removeprefix(_BYTE_ORDER_MARK)
    try:
        root = etree.fromstring(xml, _parser())
    except etree.XMLSyntaxError as error:
        raise _malformed(error, raw, lines_before) from error
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        line, column = _position(xml, xml.find(b"<!DOCTYPE"))
        raise UnreadableError(
            "The XML has a document type declaration (<!DOCTYPE>). Ownership XML has none, and form4gen reads none: "
            "such a declaration can define entities that swell or fetch other files.",
            "Remove the declaration.",
            line + lines_before,
            column,
        )
    found: Any = _instructions()(root) if raw.count(b"<?") > 1 else ()
    if found:
        line = (found[0].sourceline or 1) + lines_before
        what = (
            f"Line {line}: the XML contains a processing instruction (<?{found[0].target} ...?>). EDGAR suspends such "
            "a document."
        )
        raise UnreadableError(what, "Remove the instruction.", line)
    return root


def _malformed(error: etree.XMLSyntaxError, raw: bytes, lines_before: int) -> UnusableInputError:
    """The error about XML that libxml2 refuses, in which ``error`` has line and column of the fault."""
    if raw.count(ROOT) > 1:
        return UnusableInputError(f"The file contains {raw.count(ROOT)} ownership forms. {ONE_FORM}")
    number, column = max(error.position[0], 1), max(error.position[1], 1)
    if (error.msg or "").startswith("Opening and ending tag mismatch"):  # it is placed behind the closing tag
        text = raw.split(b"\n", number)[number - 1]
        column = text.rfind(b"<", 0, column - 1) + 1 or column
    line = number + lines_before
    words = (error.msg or "it is empty").rsplit(", line ", 1)[0][:_SHOWN]
    words = _line_number().sub(lambda found: f"line {int(found.group(1)) + lines_before}", words)
    what = f"The XML is not well-formed at line {line}, column {column}: {words}."
    return UnreadableError(what, "Correct the XML at this place, or export it again.", line, column)


def _position(raw: bytes, offset: int) -> tuple[int, int]:
    return raw.count(b"\n", 0, offset) + 1, offset - raw.rfind(b"\n", 0, offset)


def words_of(element: Element) -> str:
    """The text of an element and of everything inside it, spaces collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())
