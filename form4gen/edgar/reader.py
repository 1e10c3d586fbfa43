"""Reads a filing on record (Form 3, 4 or 5, or an amendment) from ownership XML or a full submission into our JSON."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from form4gen.edgar.decoder import Reader
from form4gen.edgar.dump import dump
from form4gen.edgar.kinds import Kind, kind_of, what_it_is
from form4gen.edgar.layout import OWNERSHIP_DOCUMENT
from form4gen.edgar.parse import Element, check_size, parse
from form4gen.edgar.sgml import Attachment, submission_of
from form4gen.errors import UnusableInputError
from form4gen.location import ROOT
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple

_READ = Reader(Filing, OWNERSHIP_DOCUMENT)
_ROOT_TAG = "ownershipDocument"
_FORMS = frozenset(Filing.fields["documentType"].choices)
_KNOWN_VERSION = re.compile(r"X0(?:20[1-6]|30[3-6]|407|508|609)")
_STRAY = etree.XPath("//*[*]/text()[normalize-space()] | //@*[name() != 'id']")
_LISTS = ("reportingOwners", "nonDerivativeTable", "derivativeTable", "ownerSignatures")


class Imported(NamedTuple):
    """A document of our JSON, what it cannot represent of the original, and the original's schema version."""

    document: dict[str, Any]
    dropped: tuple[str, ...]
    schema_version: str | None

    @property
    def text(self) -> str:
        """The document as JSON text, laid out for a person to edit."""
        return dump(self.document)


def read(raw: bytes) -> Imported:
    """Read ownership XML or a full submission, whichever ``raw`` is.

    Raises UnusableInputError when it is neither, or not a Form 3, 4 or 5.
    """
    if raw and (known := what_it_is(raw)) is not None:
        raise UnusableInputError(known)
    match kind_of(raw):
        case Kind.SUBMISSION:
            return read_submission(raw)
        case Kind.JSON if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
            raise UnusableInputError("This file is already JSON, not ownership XML.")
    return read_ownership(raw)


def read_ownership(raw: bytes) -> Imported:
    """Read ownership XML of any schema version from X0201 on. Raises UnusableInputError."""
    return _read(raw, 0)


def read_submission(raw: bytes) -> Imported:
    """Read a full submission: its ownership XML, the facts of its header, and its exhibits.

    Raises UnusableInputError.
    """
    check_size(raw)
    submission = submission_of(raw)
    imported = _read(submission.primary, submission.lines_before)
    document = imported.document
    dropped = [*imported.dropped, *submission.dropped]
    powers = [_power(number, each) for number, each in enumerate(submission.powers, 1)]
    exhibits = [_exhibit(each) for each in submission.exhibits]
    document |= {"powersOfAttorney": powers} if powers else {}
    document |= {"exhibits": exhibits} if exhibits else {}
    document |= {"context": submission.context} if submission.context else {}
    return Imported(document, tuple(dropped), imported.schema_version)


def _read(raw: bytes, lines_before: int) -> Imported:
    root = parse(raw, lines_before)
    version = _checked_version(root)
    dropped: list[str] = []
    for child in root.findall("schemaVersion"):
        root.remove(child)
    document: dict[str, Any] = {}
    _READ(root, document, ROOT, dropped)
    stray: Any = _STRAY(root)
    for found in stray:
        if text := " ".join(str(found).split()):
            name = f"the attribute {found.attrname}" if found.is_attribute else "text between elements"
            dropped.append(f"{name} of <{found.getparent().tag}> is omitted: {text!r}.")
    if version and not _KNOWN_VERSION.fullmatch(version):
        dropped.append(f"Schema version {version} is unknown; form4gen read the filing as X0609.")
    return Imported(_in_order(document), tuple(dropped), version)


def _checked_version(root: Element) -> str | None:
    if root.tag != _ROOT_TAG:
        name = etree.QName(root)
        if name.localname == _ROOT_TAG:
            raise UnusableInputError(f"<{_ROOT_TAG}> stands in a namespace ({name.namespace}); EDGAR's has none.")
        if name.localname == "edgarSubmission":
            raise UnusableInputError(
                "This is a submission file as sent to EDGAR. Import the ownership XML inside it instead."
            )
        raise UnusableInputError(f"The root element is <{name.localname}>, not <{_ROOT_TAG}>.")
    version = (root.findtext("schemaVersion") or "").strip() or None
    if (
        version == "X0101"
        or root.find("nonDerivativeSecurity") is not None
        or root.find("derivativeSecurity") is not None
    ):
        raise UnusableInputError(
            "This document is of schema X0101 (2003), whose elements have other names; form4gen reads X0201 and later."
        )
    form = (root.findtext("documentType") or "").strip()
    if form not in _FORMS:
        raise UnusableInputError(f"documentType is {form or 'missing'}: this is not a Form 3, 4 or 5.")
    return version


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
