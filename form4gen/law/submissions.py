"""EDGAR's limits on a submission around the form: contact, addresses, attached documents."""

from __future__ import annotations

from form4gen.law.authorities import FILER_MANUAL, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import CountLimit, TextLimit


def _text(element: str, most: int) -> TextLimit:
    return TextLimit(element, most, None, OWNERSHIP_XSD.at(element))


CONTACT_NAME = _text("contactName", 30)
CONTACT_PHONE = _text("contactPhoneNumber", 20)
EMAIL = _text("contactEmailAddress, notificationEmailAddress", 80)
NOTIFICATIONS = CountLimit(30, None, OWNERSHIP_XSD.at("notificationEmailAddress"))
LARGEST_SUBMISSION = CountLimit(200 * 1024 * 1024, None, FILER_MANUAL.at("8.1.1, 9.2"))

# By the first part of their type: letters to the staff, cover letters; then exhibits and pictures together.
CORRESPONDENCE = CountLimit(100, None, OWNERSHIP_XML.at("4.2.1.2"))
COVER_LETTERS = CountLimit(10, None, OWNERSHIP_XML.at("4.2.1.2"))
EXHIBITS = CountLimit(500, None, OWNERSHIP_XML.at("4.2.1.2"))
