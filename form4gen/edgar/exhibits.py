"""Exhibits as EDGAR takes them: ``.htm`` with its own short list of tags, or ``.txt`` in ASCII of 80 columns."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable, Collection
from typing import NamedTuple

from form4gen.edgar.encoder import escaped
from form4gen.errors import UnusableInputError
from form4gen.law.characters import TEXT_DOCUMENT, named, spelled
from form4gen.law.limits import DOCUMENT_TYPE_CHARACTERS, FILE_NAME_CHARACTERS, LINE_CHARACTERS
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


def attachments(filing: Filing, text_of: Callable[[PowerOfAttorney], str]) -> tuple[Document, ...]:
    """Each attached power of attorney, then each other exhibit.

    ``text_of`` gives the words of a power; where it is sent as HTML and the filing holds its words, those are taken.
    Raises UnusableInputError when an exhibit cannot be written as EDGAR takes it.
    """
    documents: list[Document] = []
    for power in filing.powers_of_attorney:
        if power.status == "attached":
            own = power.text if power.file_name and power.file_name.lower().endswith((".htm", ".html")) else None
            documents.append(power_document(power, own or text_of(power), [each.name for each in documents]))
    for exhibit in filing.exhibits:
        documents.append(exhibit_document(exhibit, [each.name for each in documents]))
    return tuple(documents)


def power_document(power: PowerOfAttorney, text: str, taken: Collection[str] = ()) -> Document:
    """A power of attorney as Exhibit 24: ``.txt`` unless its file name ends in ``.htm``."""
    kind = _type(f"EX-{(power.exhibit_number or '24').upper().removeprefix('EX-')}")
    description = power.description or "Power of Attorney"
    return _document(power.file_name or f"ex{kind.removeprefix('EX-')}", kind, description, text, taken)


def exhibit_document(exhibit: Exhibit, taken: Collection[str] = ()) -> Document:
    """Another document that consists of text."""
    kind = _type(exhibit.document_type or "EX-99")
    if not exhibit.text:
        message = f"{exhibit.document_name or kind} has no text; form4gen attaches only documents whose text it holds."
        raise UnusableInputError(message)
    return _document(exhibit.document_name or kind, kind, exhibit.document_description or "", exhibit.text, taken)


def is_legal_name(name: str) -> bool:
    """Whether EDGAR takes the file name: a small letter first, then small letters, digits, one each of ``_ - .``."""
    return (
        len(name) <= FILE_NAME_CHARACTERS.most
        and re.fullmatch(r"[a-z][a-z0-9_-]*\.[a-z]+", name) is not None
        and max(name.count("_"), name.count("-")) <= 1
    )


def legal_name(wanted: str, extension: str, taken: Collection[str] = ()) -> str:
    """A file name that EDGAR takes, as near to ``wanted`` as can be and not among ``taken``."""
    before, dot, ending = wanted.rpartition(".")
    stem = before if dot and ending.lower() in ("txt", "htm", "html") else wanted
    stem = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    stem = re.sub(r"[^a-z0-9_]+", "-", stem)
    for sign in "-_":
        before, kept, after = stem.partition(sign)
        stem = before + kept + after.replace(sign, "")
    stem = stem.strip("-_")
    if not stem[:1].isalpha():
        stem = f"doc{stem}"
    room = FILE_NAME_CHARACTERS.most - len(extension) - 1
    name, number = f"{stem[:room]}.{extension}", 1
    while name in taken:
        number += 1
        name = f"{stem[: room - len(str(number))]}{number}.{extension}"
    return name


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


def _document(wanted: str, kind: str, description: str, text: str, taken: Collection[str]) -> Document:
    extension = "htm" if wanted.lower().endswith((".htm", ".html")) else "txt"
    name = legal_name(wanted, extension, taken)
    raw = text_document(text, name) if extension == "txt" else html_document(description or kind, text)
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
