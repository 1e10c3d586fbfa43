"""The files for EDGAR: the form and its exhibits, for the whole filing or for each of its parts."""

from __future__ import annotations

from form4gen.edgar.exhibits import Document, Words, attachments, with_file_names
from form4gen.edgar.split import split
from form4gen.edgar.writer import ownership_xml
from form4gen.law.file_names import legal_name
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple


class Parcel(NamedTuple):
    """One filing to be sent: the name of its files, its form as ownership XML, and its exhibits."""

    name: str
    filing: Filing
    form: bytes
    exhibits: tuple[Document, ...]

    @property
    def form_name(self) -> str:
        """The name of the form's file."""
        return f"{self.name}.xml"

    @property
    def submission_name(self) -> str:
        """The name of the submission's file."""
        return f"{self.name}-submission.xml"


def parcels(
    filing: Filing, words_of: Words, *, name: str, in_parts: bool = False, public: bool = False
) -> tuple[Parcel, ...]:
    """The filing as one parcel, or ``in_parts`` as many as EDGAR's limits need.

    Each exhibit is written once, so that it is the same in every part. Raises UnusableInputError when something
    cannot be written, or the filing cannot be divided.
    """
    filing = with_file_names(filing)
    documents = {document.name: document for document in attachments(filing, words_of)}
    parts = split(filing) if in_parts else (filing,)
    stem = legal_name(name, "xml").removesuffix(".xml")
    return tuple(
        Parcel(
            f"{stem}-{number}-of-{len(parts)}" if len(parts) > 1 else stem,
            part,
            ownership_xml(part, public=public),
            tuple(documents[name] for name in _names(part)),
        )
        for number, part in enumerate(parts, 1)
    )


def _names(filing: Filing) -> list[str]:
    powers = [power.file_name or "" for power in filing.powers_of_attorney if power.is_attached]
    return [*powers, *(exhibit.document_name or "" for exhibit in filing.exhibits)]
