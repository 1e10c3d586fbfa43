"""EX: types, file names, descriptions and number of the attached documents."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.bounds import length_of
from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.file_names import faults_of_name
from form4gen.law.limits import DOCUMENT_TYPE_CHARACTERS, FILE_NAME_CHARACTERS
from form4gen.law.submissions import CORRESPONDENCE, COVER_LETTERS, EXHIBITS
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.prose.markup import Pages, holds_ownership_document
from form4gen.rules.catalogue import ERROR, SUSPENDS, WARNING, WARNS, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer, too_many

_TYPES = ("CORRESP", "COVER", "EX-24", "EX-99", "GRAPHIC")


_EXTENSIONS = (".txt", ".htm", ".jpg", ".gif")


@rule(
    "EX102",
    name="attachment type EDGAR does not accept",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("3.6.3"), OWNERSHIP_XML.at("4.2.1.2"), FILER_MANUAL.at("5.2.3.1")),
)
def attachment_type_edgar_does_not_accept(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """An attachment must be of type CORRESP, COVER, EX-24, EX-99 or GRAPHIC, in a .txt, .htm, .jpg or .gif file.

    EDGAR removes a PDF with a warning and accepts the rest of the submission. A power of attorney in a PDF is therefore
    not filed, which is an error; any other exhibit in a PDF is a warning. EDGAR suspends a second ownership document.

    Remedy: Convert the document to .htm or .txt, and use one of the five types. You may add a suffix after a
    period, as in EX-99.list.
    """
    if isinstance(attachment, Exhibit):
        yield from _unfit_type(attachment)
        at, name, lost = attachment.at / "documentName", attachment.document_name or "", WARNING
        if holds_ownership_document(attachment.text or ""):
            message = "This attachment is itself an ownership document. File it as a separate submission."
            yield Breach(attachment.at / "text", message)
    else:
        at, name, lost = attachment.at / "fileName", attachment.file_name or "", ERROR
        name = name if attachment.is_attached else ""
    lower = name.lower()
    if lower.endswith(".pdf"):
        message = (
            f"{name} is a PDF. EDGAR removes PDF attachments and accepts the rest, so this document would not be filed."
        )
        yield Breach(at, message, name, severity=lost, edgar=WARNS)
    elif name and not lower.endswith(_EXTENSIONS):
        expected = f"a name ending in {', '.join(_EXTENSIONS)}"
        message = f"EDGAR does not accept {name}; its name must end in {', '.join(_EXTENSIONS)}."
        yield Breach(at, message, name, expected)


def _unfit_type(exhibit: Exhibit) -> Iterator[Breach]:
    given, most = exhibit.document_type or "", DOCUMENT_TYPE_CHARACTERS.most
    kind, period, suffix = given.partition(".")
    at, expected = exhibit.at / "documentType", ", ".join(_TYPES)
    if kind not in _TYPES or (period and not suffix):
        what = f"EDGAR does not accept attachments of type {given} with Form 4."
        yield Breach(at, what if given else "The attachment has no document type.", given or None, expected)
    elif (length := length_of(given)) > most:
        excess = f"{length:,} - {most} = {length - most:,}"
        message = f"The document type has {length:,} characters; EDGAR's limit is {most} ({length - most:,} over)."
        yield Breach(at, message, given, f"at most {most} characters", excess)


@rule(
    "EX201",
    name="invalid exhibit file name",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FILE_NAME_CHARACTERS.source, OWNERSHIP_XSD.at("documentName")),
)
def invalid_exhibit_file_name(attachment: Exhibit | PowerOfAttorney) -> Iterator[Breach]:
    """A file name may contain only lowercase letters, digits and one each of ``_``, ``-`` and ``.``.

    It begins with a letter and has at most 32 characters. The Filer Manual (5.1.1) permits more for other forms; this
    limit is that of the ownership specification.

    Remedy: Rename the file, for example ``poa-sample.txt``.
    """
    if isinstance(attachment, Exhibit):
        at, name = attachment.at / "documentName", attachment.document_name or ""
    else:
        at = attachment.at / "fileName"
        name = (attachment.file_name or "") if attachment.is_attached else ""
    faults = list(faults_of_name(name)) if name else []
    if faults:
        yield Breach(at, f"EDGAR does not accept the file name {name}: it {'; it '.join(faults)}.", name)


@rule(
    "EX205",
    name="exhibit description too long",
    on=(Exhibit, PowerOfAttorney),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("documentDescription"),),
)
def exhibit_description_too_long(
    attachment: Exhibit | PowerOfAttorney, circumstances: Circumstances
) -> Iterator[Breach]:
    """The description of an attachment may have at most 255 characters.

    EDGAR shows it as one line in the list of documents, and suspends a filing with a longer one.

    Remedy: Shorten the description.
    """
    if isinstance(attachment, Exhibit):
        text, at = attachment.document_description, attachment.at / "documentDescription"
    else:
        text, at = attachment.description if attachment.is_attached else None, attachment.at / "description"
    yield from longer("documentDescription", text or "", at, circumstances.filed_on)


@rule(
    "EX206",
    name="graphic not used in any exhibit",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("5"), FORM_4.at("Instruction 6(c)")),
)
def graphic_not_used_in_any_exhibit(filing: Filing) -> Iterator[Breach]:
    """Each GRAPHIC must be referred to by an attached .htm document.

    EDGAR accepts a GRAPHIC only as part of a document that refers to it by its file name.

    Remedy: Refer to the graphic in the .htm document (``<img src="...">``), or remove it.
    """
    pictures = [each for each in filing.exhibits if each.is_picture]
    pages = [each.text for each in filing.exhibits if each.is_page]
    pages += [power.text or "" for power in filing.powers_of_attorney if power.is_page]
    if None in pages:
        return
    sources = Pages(page for page in pages if page) if pictures else Pages(())
    for picture in pictures:
        name = picture.document_name
        if name and not sources.refer_to(name):
            message = (
                f"No attached .htm document refers to the graphic {name}. EDGAR accepts a graphic only as part of such "
                "a document."
            )
            yield Breach(picture.at / "documentName", message, name)


@rule("EX212", name="too many attachments", on=Filing, severity=ERROR, edgar=SUSPENDS, sources=(EXHIBITS.source,))
def too_many_attachments(filing: Filing) -> Iterator[Breach]:
    """A submission may have at most 100 CORRESP documents, 10 COVER documents, and 500 exhibits and graphics.

    EDGAR suspends a submission with more. Powers of attorney count as exhibits.

    Remedy: Combine several texts in one document.
    """
    kinds = [(each.document_type or "").partition(".")[0] for each in filing.exhibits]
    letters, covers = kinds.count("CORRESP"), kinds.count("COVER")
    powers = sum(power.is_attached for power in filing.powers_of_attorney)
    at = filing.at / "exhibits"
    yield from too_many(CORRESPONDENCE, letters, at, "CORRESP documents")
    yield from too_many(COVER_LETTERS, covers, at, "COVER documents")
    yield from too_many(EXHIBITS, len(kinds) - letters - covers + powers, at, "exhibits and graphics")
