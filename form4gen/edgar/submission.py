"""The submission file (``edgarSubmission``): the form, its attachments, and the CCC of each owner."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping

from form4gen.edgar.ccc import Ccc
from form4gen.edgar.encoder import escaped
from form4gen.edgar.exhibits import Document
from form4gen.edgar.writer import ownership_xml_with_cccs
from form4gen.errors import UnusableInputError
from form4gen.law.file_names import is_legal_name
from form4gen.law.limits import TEXTS, TextLimit
from form4gen.law.submissions import CONTACT_NAME, CONTACT_PHONE, EMAIL, LARGEST_SUBMISSION, NOTIFICATIONS
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple

_DESCRIPTION = next(limit for limit in TEXTS if limit.element == "documentDescription")
_PLAIN = re.compile(r"[\x20-\x7e]*")
_EMAIL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Contact(NamedTuple):
    """The contact for EDGAR's staff."""

    name: str = ""
    phone: str = ""
    email: str = ""


def edgar_submission(
    filing: Filing,
    cccs: Mapping[str, Ccc],
    documents: Iterable[Document] = (),
    *,
    live: bool = False,
    contact: Contact | None = None,
    notify: Iterable[str] = (),
) -> bytes:
    """The file to transmit: a TEST submission unless ``live``.

    ``cccs`` has a CCC for the CIK of each owner, with or without leading zeros; ``documents`` are attached in this
    order. Raises UnusableInputError if EDGAR would refuse the file because of these arguments.
    """
    primary = Document(
        "form4a.xml" if filing.is_amendment else "form4.xml",
        filing.document_type,
        f"Form {filing.document_type}",
        ownership_xml_with_cccs(filing, _by_owner(filing, cccs)),
    )
    lines = [
        '<?xml version="1.0"?>',
        "<edgarSubmission>",
        f"    <submissionType>{filing.document_type}</submissionType>",
        f"    <testOrLive>{'LIVE' if live else 'TEST'}</testOrLive>",
        *_contact_lines(contact or Contact()),
        *_notification_lines(contact or Contact(), notify),
    ]
    names: set[str] = set()
    for document in (primary, *documents):
        if document.name in names:
            message = f"Two documents are named {document.name}."
            raise UnusableInputError(message)
        names.add(document.name)
        lines.extend(_document_lines(document))
    raw = ("\n".join(lines) + "\n</edgarSubmission>\n").encode("ascii", "xmlcharrefreplace")
    if len(raw) > LARGEST_SUBMISSION.most:
        message = f"The submission has {len(raw):,} bytes; EDGAR accepts at most {LARGEST_SUBMISSION.most:,}."
        raise UnusableInputError(message)
    return raw


def check_envelope(contact: Contact, notify: Iterable[str] = ()) -> None:
    """Raise UnusableInputError if EDGAR would not accept the contact or the addresses."""
    _contact_lines(contact)
    _notification_lines(contact, notify)


def _by_owner(filing: Filing, cccs: Mapping[str, Ccc]) -> dict[str | None, Ccc]:
    known = {cik.lstrip("0"): ccc for cik, ccc in cccs.items()}
    found: dict[str | None, Ccc] = {}
    missing = []
    for owner in filing.reporting_owners:
        cik = owner.rpt_owner_cik or ""
        if cik.lstrip("0") in known:
            found[owner.rpt_owner_cik] = known[cik.lstrip("0")]
        else:
            missing.append(f"{owner.name} (CIK {cik or 'missing'})")
    if missing:
        message = f"EDGAR requires the CCC of each reporting person; none is given for {', '.join(missing)}."
        raise UnusableInputError(message)
    return found


def _contact_lines(contact: Contact) -> list[str]:
    parts = [
        _element("contactName", _bounded("name of the contact", contact.name, CONTACT_NAME)),
        _element("contactPhoneNumber", _bounded("telephone number of the contact", contact.phone, CONTACT_PHONE)),
        _element("contactEmailAddress", _address(contact.email)),
    ]
    written = [f"        {part}" for part in parts if part]
    return ["    <pointOfContact>", *written, "    </pointOfContact>"] if written else []


def _notification_lines(contact: Contact, notify: Iterable[str]) -> list[str]:
    """Each address once, without that of the contact, whom EDGAR notifies anyway: it warns of a duplicate."""
    addresses = {each.lower(): _address(each) for each in notify if each.lower() != contact.email.lower()}
    if len(addresses) > NOTIFICATIONS.most:
        message = f"{len(addresses)} notification addresses are given; EDGAR accepts at most {NOTIFICATIONS.most}."
        raise UnusableInputError(message)
    written = [f"        {_element('notificationEmailAddress', each)}" for each in addresses.values() if each]
    return ["    <notificationAddresses>", *written, "    </notificationAddresses>"] if written else []


def _document_lines(document: Document) -> list[str]:
    if not is_legal_name(document.name):
        message = f"EDGAR does not accept the file name {document.name!r}."
        raise UnusableInputError(message)
    if not document.raw:
        message = f"{document.name} is empty."
        raise UnusableInputError(message)
    description = _bounded(f"description of {document.name}", document.description, _DESCRIPTION)
    block = base64.encodebytes(document.raw).decode("ascii").rstrip("\n")
    parts = [
        _element("documentName", document.name),
        _element("documentType", document.type),
        _element("documentDescription", description),
        f"<documentMimeBlock>{block}</documentMimeBlock>",
    ]
    return ["    <edgarDocument>", *(f"        {part}" for part in parts if part), "    </edgarDocument>"]


def _element(tag: str, text: str) -> str:
    return f"<{tag}>{escaped(text)}</{tag}>" if text else ""


def _bounded(what: str, text: str, limit: TextLimit) -> str:
    if len(text) > limit.most:
        message = f"The {what} has {len(text)} characters; EDGAR accepts at most {limit.most}."
        raise UnusableInputError(message)
    if not _PLAIN.fullmatch(text):
        message = f"The {what} contains characters outside ASCII: {text!r}."
        raise UnusableInputError(message)
    return text


def _address(text: str) -> str:
    if text and not _EMAIL.fullmatch(_bounded("email address", text, EMAIL)):
        message = f"{text!r} is not an email address."
        raise UnusableInputError(message)
    return text
