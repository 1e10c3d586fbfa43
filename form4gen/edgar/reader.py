"""Reads a filing on record (Form 3, 4 or 5, or an amendment) from ownership XML or a full submission into our JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from form4gen.edgar.decoder import Reader
from form4gen.edgar.dump import SCHEMA_FILE, dump
from form4gen.edgar.file import EdgarFile
from form4gen.edgar.kinds import ENTER_FACTS, FORM_4_WANTED, Kind, kind_of, what_it_is
from form4gen.edgar.layout import OWNERSHIP_DOCUMENT
from form4gen.edgar.lxml_import import etree
from form4gen.edgar.notes import REMOVE, Note
from form4gen.edgar.parse import Element, check_size, parse
from form4gen.edgar.sgml import Attachment, submission_of
from form4gen.errors import UnusableInputError
from form4gen.law.deadline import LAST_HOUR
from form4gen.location import ROOT
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple

_READ = Reader(Filing, OWNERSHIP_DOCUMENT, apart=("schemaVersion",))
_ROOT_TAG = "ownershipDocument"
_FORMS = frozenset(Filing.fields["documentType"].choices)
_KNOWN_VERSION = re.compile(r"X0(?:20[1-6]|30[3-6]|407|508|609)")
_OF_SCHEMAS = "{http://www.w3.org/2001/XMLSchema-instance}"
_STRAY = etree.XPath("//*[*]/text()[normalize-space()] | //@*[name() != 'id']")
_LISTS = ("reportingOwners", "nonDerivativeTable", "derivativeTable", "ownerSignatures")


class Imported(NamedTuple):
    """A document of our JSON, what it cannot represent of the original, and where the original has each value.

    ``notes`` are about parts of the ownership XML, ``remarks`` about its version and the rest of the file.
    """

    document: dict[str, Any]
    notes: tuple[Note, ...]
    remarks: tuple[str, ...]
    schema_version: str | None
    file: EdgarFile

    @property
    def dropped(self) -> tuple[str, ...]:
        """What the document cannot represent, in words."""
        at = f"The header gives no time: context.filedAt is the end of EDGAR's hours that day, {LAST_HOUR:%H:%M}."
        return (*(note.words for note in self.notes), *self.remarks, *([at] if self.file.is_dated_only else ()))

    @property
    def text(self) -> str:
        """The document as JSON text, laid out for a person to edit."""
        return dump({"$schema": SCHEMA_FILE} | self.document)


def read(raw: bytes) -> Imported:
    """Read ownership XML or a full submission, whichever ``raw`` is.

    Raises UnreadableError when it is damaged, and UnusableInputError when it is neither, or not a Form 3, 4 or 5.
    """
    match kind_of(raw):
        case Kind.OTHER:
            raise UnusableInputError(what_it_is(raw))
        case Kind.SUBMISSION:
            return read_submission(raw)
        case Kind.JSON if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
            raise UnusableInputError("This file is already JSON, not ownership XML.")
    return read_ownership(raw)


def read_ownership(raw: bytes) -> Imported:
    """Read ownership XML of any schema version from X0201 on. Raises as ``read``."""
    return _read(raw, EdgarFile(raw), 0)


def read_submission(raw: bytes) -> Imported:
    """Read a full submission: its ownership XML, the facts of its header, and its exhibits. Raises as ``read``."""
    check_size(raw)
    submission = submission_of(raw)
    imported = _read(submission.primary, EdgarFile(raw, submission), submission.lines_before)
    document = imported.document
    powers = [_power(number, each) for number, each in enumerate(submission.powers, 1)]
    exhibits = [_exhibit(each) for each in submission.exhibits]
    document |= {"powersOfAttorney": powers} if powers else {}
    document |= {"exhibits": exhibits} if exhibits else {}
    document |= {"context": submission.context} if submission.context else {}
    return imported._replace(remarks=(*imported.remarks, *submission.dropped))


def _read(raw: bytes, file: EdgarFile, lines_before: int) -> Imported:
    root = parse(raw, lines_before)
    version = _checked_version(root)
    notes: list[Note] = []
    document: dict[str, Any] = {}
    _READ(root, document, ROOT, notes)
    notes += _stray(root, {note.element for note in notes if note.is_of_markup})
    file.root = root
    is_known = version is None or _KNOWN_VERSION.fullmatch(version)
    remarks = () if is_known else (f"Schema version {version} is unknown; form4gen read the filing as X0609.",)
    return Imported(_in_order(document), tuple(notes), remarks, version, file)


def _stray(root: Element, noted: set[Element]) -> Iterator[Note]:
    """Text between elements, and attributes; a document may name its schema in one of XML's own.

    What is inside the elements of ``noted`` has a note.
    """
    strays: Any = _STRAY(root)
    for found in strays:
        holder = found.getparent()
        around = () if found.is_tail else (holder,)
        if noted and not noted.isdisjoint((*around, *holder.iterancestors())):
            continue
        if text := " ".join(str(found).split()):
            name = f"the attribute {found.attrname}" if found.is_attribute else "text between elements"
            is_allowed = found.is_attribute and found.attrname.startswith(_OF_SCHEMAS)
            message = f"{name} of <{holder.tag}> is omitted: {text!r}."
            yield Note(message, ROOT, holder, "" if is_allowed else REMOVE, is_named=True)


def _checked_version(root: Element) -> str | None:
    if root.tag != _ROOT_TAG:
        raise UnusableInputError(_other_root(root))
    version = (root.findtext("schemaVersion") or "").strip() or None
    if (
        version == "X0101"
        or root.find("nonDerivativeSecurity") is not None
        or root.find("derivativeSecurity") is not None
    ):
        raise UnusableInputError(
            "This document is of schema X0101 (2003), whose elements have other names; form4gen reads X0201 and later. "
            f"{ENTER_FACTS}"
        )
    form = (root.findtext("documentType") or "").strip()
    if form not in _FORMS:
        raise UnusableInputError(f"documentType is {form or 'missing'}: this is not a Form 3, 4 or 5. {FORM_4_WANTED}")
    return version


def _other_root(root: Element) -> str:
    """What XML is that has another root element."""
    name = etree.QName(root)
    if name.localname == _ROOT_TAG:
        return f"<{_ROOT_TAG}> stands in a namespace ({name.namespace}); EDGAR's has none. Remove the namespace."
    if name.localname == "edgarSubmission":
        return "This is a submission file as sent to EDGAR. Give the ownership XML inside it instead."
    return f"The root element is <{name.localname}>, not <{_ROOT_TAG}>. {FORM_4_WANTED}"


def _in_order(document: dict[str, Any]) -> dict[str, Any]:
    """The document with its tables and footnotes even when empty, for a person who wants to add to them."""
    whole: dict[str, Any] = {}
    for key in Filing.fields:
        if key in document:
            whole[key] = document[key]
        elif key in _LISTS:
            whole[key] = []
        elif key == "footnotes":
            whole[key] = {}
    return whole


def _power(number: int, attachment: Attachment) -> dict[str, Any]:
    return {
        "id": f"ex24-{number}",
        "exhibitNumber": attachment.type.removeprefix("EX-"),
        "fileName": attachment.name,
        **({"description": attachment.description} if attachment.description else {}),
        "status": "attached",
        "text": attachment.text,
    }


def _exhibit(attachment: Attachment) -> dict[str, Any]:
    return {
        "documentType": attachment.type,
        "documentName": attachment.name,
        **({"documentDescription": attachment.description} if attachment.description else {}),
        "text": attachment.text,
    }
