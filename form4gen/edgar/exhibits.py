"""Exhibits as EDGAR takes them: ``.htm`` with its own short list of tags, or ``.txt`` in ASCII of 80 columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Collection
from typing import NamedTuple

from form4gen.edgar.encoder import escaped
from form4gen.errors import UnusableInputError
from form4gen.law.characters import TEXT_DOCUMENT, named, spelled
from form4gen.law.file_names import legal_name
from form4gen.law.limits import DOCUMENT_TYPE_CHARACTERS, LINE_CHARACTERS
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing

_SHOWN = 5
_TYPES = re.compile(r"(?:EX-24|EX-99|COVER|CORRESP)(?:\..+)?")


class Document(NamedTuple):
    """A file to be sent: its name, its EDGAR type, a description, and its bytes."""

    name: str
    type: str
    description: str
    raw: bytes


def attachments(filing: Filing, words_of: Callable[[PowerOfAttorney], str]) -> tuple[Document, ...]:
    """Each attached power of attorney, then each other exhibit.

    ``words_of`` gives the words of a power whose text the filing does not hold, or which is sent as ``.txt``; it is
    asked for no other. Raises UnusableInputError when an exhibit cannot be written as EDGAR takes it.
    """
    documents: list[Document] = []
    attached = [power for power in filing.powers_of_attorney if power.is_attached]
    for number, power in enumerate(attached, 1):
        text = (power.text if power.is_page else None) or words_of(power)
        name = power.file_name or ("ex24.txt" if len(attached) == 1 else f"ex24-{number}.txt")
        documents.append(_power_document(power, name, text, [each.name for each in documents]))
    for exhibit in filing.exhibits:
        documents.append(_exhibit_document(exhibit, [each.name for each in documents]))
    return tuple(documents)


def _power_document(power: PowerOfAttorney, name: str, text: str, taken: Collection[str]) -> Document:
    kind = _type(f"EX-{(power.exhibit_number or '24').upper().removeprefix('EX-')}")
    return _document(name, kind, power.description or "Power of Attorney", text, power.html_source, taken)


def _exhibit_document(exhibit: Exhibit, taken: Collection[str]) -> Document:
    if exhibit.is_picture:
        message = (
            f"{exhibit.document_name or 'A GRAPHIC'} is a picture, and no text can hold one: take it out of exhibits, "
            "and add the file itself to the submission."
        )
        raise UnusableInputError(message)
    kind = _type(exhibit.document_type or "EX-99")
    if not exhibit.text:
        message = f"{exhibit.document_name or kind} has no text; form4gen attaches only documents whose text it holds."
        raise UnusableInputError(message)
    name = exhibit.document_name or kind
    return _document(name, kind, exhibit.document_description or "", exhibit.text, exhibit.html_source, taken)


def html_document(title: str, text: str) -> bytes:
    """Plain text as HTML of EDGAR's tags: a paragraph for each block, line ends and leading blanks kept, in ASCII."""
    paragraphs = [
        "<p>" + "<br>\n".join(_html_line(line) for line in block.split("\n")) + "</p>"
        for block in re.split(r"\n{2,}", _lines(text))
    ]
    body = "\n".join(paragraphs)
    page = f"<html>\n<head>\n<title>{_html(title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    return page.encode("ascii", "xmlcharrefreplace")


def text_document(text: str, name: str = "The text") -> bytes:
    """Plain text in the characters and columns that EDGAR takes.

    Raises UnusableInputError when it holds others, with their places and how to spell them: the words of a signed
    document are for its signer to change.
    """
    lines = _lines(text).expandtabs(8).split("\n")
    faults = [
        f"line {number}, column {column}: {_spelling(sign)}"
        for number, line in enumerate(lines, 1)
        for column, sign in enumerate(line, 1)
        if sign not in TEXT_DOCUMENT
    ]
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        message = (
            f"{name} holds characters that EDGAR takes in no .txt document: {'; '.join(faults[:_SHOWN])}{more}. "
            "Name the file .htm to keep them."
        )
        raise UnusableInputError(message)
    wrapped = [
        piece
        for line in lines
        for piece in (
            textwrap.wrap(line, LINE_CHARACTERS.most, break_on_hyphens=False)
            if len(line) > LINE_CHARACTERS.most
            else [line.rstrip()]
        )
    ]
    return ("\n".join(wrapped) + "\n").encode("ascii")


def _type(kind: str) -> str:
    if len(kind) > DOCUMENT_TYPE_CHARACTERS.most or not _TYPES.fullmatch(kind):
        message = f"EDGAR takes no document of the type {kind!r} with a Form 4 that consists of text."
        raise UnusableInputError(message)
    return kind


def _document(
    wanted: str, kind: str, description: str, text: str, source: str | None, taken: Collection[str]
) -> Document:
    extension = "htm" if wanted.lower().endswith((".htm", ".html")) else "txt"
    name = legal_name(wanted, extension, taken)
    if source is not None:
        raw = f"{_lines(source)}\n".encode("ascii", "xmlcharrefreplace")
    elif extension == "htm":
        raw = html_document(description or kind, text)
    else:
        raw = text_document(text, name)
    return Document(name, kind, description, raw)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _html_line(line: str) -> str:
    line = line.expandtabs(8).rstrip()
    words = line.lstrip()
    return "&#160;" * (len(line) - len(words)) + _html(words).replace("  ", " &#160;")


def _html(text: str) -> str:
    return escaped(text).replace("\f", "")


def _spelling(sign: str) -> str:
    spelling = spelled(sign)
    return named(sign) if spelling is None else f"{named(sign)}, which can be spelled {spelling!r}"
