"""EDGAR's limits on a submission around the form (contact, addresses, attached documents), and where it is uploaded."""

from __future__ import annotations

from form4gen.law.authorities import FILER_MANUAL, OWNERSHIP_XML, OWNERSHIP_XSD, Source
from form4gen.law.limits import CountLimit, TextLimit
from form4gen.records import NamedTuple


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


class UploadSite(NamedTuple):
    """A website of EDGAR that takes a submission file: its name, its address, and the words to choose there."""

    name: str
    address: str
    choice: str
    source: Source


UPLOAD_SITES = (
    UploadSite("EDGAR Filing Website", "https://www.edgarfiling.sec.gov", "Transmit", FILER_MANUAL.at("9.2")),
    UploadSite(
        "EDGAR OnlineForms Management Website",
        "https://www.onlineforms.edgarfiling.sec.gov",
        "Transmit XML Submission",
        FILER_MANUAL.at("9.1"),
    ),
)
