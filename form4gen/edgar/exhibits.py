"""Exhibits as EDGAR accepts them: ``.htm`` with its own short list of tags, or ``.txt`` in ASCII of 80 columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from typing import TypeAlias

from form4gen.edgar.encoder import escaped
from form4gen.errors import UnusableInputError
from form4gen.law.characters import TEXT_DOCUMENT, named, spelled
from form4gen.law.file_names import legal_name
from form4gen.law.limits import DOCUMENT_TYPE_CHARACTERS, LINE_CHARACTERS
from form4gen.model.cell_names import cell_name
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple

_SHOWN = 5
_TYPES = re.compile(r"(?:EX-24|EX-99|COVER|CORRESP)(?:\..+)?")


class Document(NamedTuple):
    """A file to be sent: its name, its EDGAR type, a description, and its bytes."""

    name: str
    type: str
    description: str
    raw: bytes


Words: TypeAlias = Callable[[Filing, PowerOfAttorney], str]


def with_file_names(filing: Filing) -> Filing:
    """The filing with a unique file name that EDGAR accepts for each attached document."""
    taken: list[str] = []

    def named(wanted: str) -> str:
        extension = "htm" if wanted.lower().endswith((".htm", ".html")) else "txt"
        taken.append(legal_name(wanted, extension, taken))
        return taken[-1]

    attached = [power for power in filing.powers_of_attorney if power.is_attached]
    names = {
        power.at: named(power.file_name or ("ex24.txt" if len(attached) == 1 else f"ex24-{number}.txt"))
        for number, power in enumerate(attached, 1)
    }
    return filing.replaced(
        powers_of_attorney=tuple(
            power.replaced(file_name=names.get(power.at, power.file_name)) for power in filing.powers_of_attorney
        ),
        exhibits=tuple(
            exhibit
            if exhibit.is_picture
            else exhibit.replaced(document_name=named(exhibit.document_name or exhibit.document_type or "EX-99"))
            for exhibit in filing.exhibits
        ),
    )


def attachments(filing: Filing, words_of: Words) -> tuple[Document, ...]:
    """Each attached power of attorney, then each other exhibit, of a filing that came from ``with_file_names``.

    ``words_of`` returns the words of a power whose text the filing does not have, or which is sent as ``.txt``; it is
    called for no other. Raises UnusableInputError when EDGAR would not accept an exhibit.
    """
    powers = [_power_document(filing, power, words_of) for power in filing.powers_of_attorney if power.is_attached]
    return (*powers, *(_exhibit_document(exhibit) for exhibit in filing.exhibits))


def _power_document(filing: Filing, power: PowerOfAttorney, words_of: Words) -> Document:
    text = (power.text if power.is_page else None) or words_of(filing, power)
    kind = _type(f"EX-{(power.exhibit_number or '24').upper().removeprefix('EX-')}")
    return _document(power.file_name or "", kind, power.description or "Power of Attorney", text, power.html_source)


def _exhibit_document(exhibit: Exhibit) -> Document:
    name = exhibit.document_name or "a GRAPHIC"
    if exhibit.is_picture:
        message = (
            f"{cell_name(exhibit.at)}: {name} is a picture, which text cannot contain. Remove it from exhibits, and "
            "add the file itself to the submission."
        )
        raise UnusableInputError(message)
    kind = _type(exhibit.document_type or "EX-99")
    if not exhibit.text:
        message = f"{name} has no text; form4gen attaches only documents whose text is given."
        raise UnusableInputError(message)
    return _document(name, kind, exhibit.document_description or "", exhibit.text, exhibit.html_source)


def html_document(title: str, text: str) -> bytes:
    """Plain text as HTML of EDGAR's tags: a paragraph for each block, line ends and leading spaces kept, in ASCII."""
    paragraphs = [
        "<p>" + "<br>\n".join(_html_line(line) for line in block.split("\n")) + "</p>"
        for block in re.split(r"\n{2,}", _lines(text))
    ]
    body = "\n".join(paragraphs)
    page = f"<html>\n<head>\n<title>{_html(title)}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    return page.encode("ascii", "xmlcharrefreplace")


def text_document(text: str, name: str = "The text") -> bytes:
    """Plain text in the characters and columns that EDGAR accepts.

    Raises UnusableInputError if it contains others, with their places and alternatives: only its signer may change the
    words of a signed document.
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
            f"{name} contains characters that EDGAR does not accept in a .txt document: "
            f"{'; '.join(faults[:_SHOWN])}{more}. "
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
        message = f"EDGAR does not accept a text document of type {kind!r} with a Form 4."
        raise UnusableInputError(message)
    return kind


def _document(name: str, kind: str, description: str, text: str, source: str | None) -> Document:
    if source is not None:
        raw = f"{_lines(source)}\n".encode("ascii", "xmlcharrefreplace")
    elif name.endswith(".htm"):
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
    if spelling is None:
        return named(sign)
    return f"{named(sign)}, which can be {f'spelled {spelling!r}' if spelling else 'omitted'}"
