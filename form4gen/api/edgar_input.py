"""Read EDGAR's ownership XML and full submissions. lxml is imported only here and where such files are written."""

from __future__ import annotations

from form4gen.bounds import LISTED
from form4gen.edgar import fault
from form4gen.edgar.file import EdgarFile
from form4gen.edgar.notes import Note
from form4gen.edgar.reader import Imported, read
from form4gen.edgar.unreadable import UnreadableError
from form4gen.intake.structure import structure
from form4gen.law.authorities import OWNERSHIP_XSD
from form4gen.location import ROOT
from form4gen.model.cell_names import cell_name, cell_or_line
from form4gen.model.filing import Filing
from form4gen.prose.signers import names_an_agent
from form4gen.rules.catalogue import ERROR, SUSPENDS
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More

_MASKED = "******"


def read_edgar(raw: bytes) -> Imported:
    """A filed form, from ownership XML or a full submission, as our JSON.

    The XML has only the words of a signature. If they say that an agent signs, ``capacity`` says so too. Raises
    UnreadableError and UnusableInputError.
    """
    imported = read(raw)
    _enter_capacities(imported)
    return imported


def _enter_capacities(imported: Imported) -> None:
    for signature in imported.document.get("ownerSignatures", ()):
        if names_an_agent(signature.get("signatureName") or ""):
            signature["capacity"] = "attorney_in_fact"


def load_edgar(
    raw: bytes, *, has_ccc: bool
) -> tuple[EdgarFile, Filing | None, tuple[Finding, ...], tuple[More, ...], bool]:
    """What loading a file results in, in the order of ``Loaded``; ``has_ccc`` says that CCCs are masked in it.

    The findings are about what is damaged, or not allowed by EDGAR's schema. A CCC in the element for it belongs there,
    and does not count. The capacity of an agent is entered only where exhibits would be seen, because rules take a form
    that gives it for one that shows the power of attorney too. Raises UnusableInputError if the file is not a form of
    ownership.
    """
    try:
        imported = read(raw)
    except UnreadableError as error:
        return EdgarFile(raw), None, (_damage(error),), (), has_ccc
    if imported.file.has_exhibits:
        _enter_capacities(imported)
    imported.file.remarks = imported.remarks
    faults = [note for note in imported.notes if note.is_fault]
    findings = tuple(_finding(note, imported.file) for note in faults[:LISTED])
    more = len(faults) - len(findings)
    unlisted = (More(fault.ID, ERROR, SUSPENDS, is_accepted=False, number=more),) if more else ()
    is_in_a_text = has_ccc and _MASKED in imported.text
    return imported.file, structure(imported.document), findings, unlisted, is_in_a_text


def _damage(error: UnreadableError) -> Finding:
    rule = "JS102" if error.is_too_large else "JS101"
    return Finding(
        rule, ERROR, None, cell_or_line(ROOT, error.line), ROOT, error.what, None, None, None,
        (OWNERSHIP_XSD.at(""),), error.remedy, line=error.line, column=error.column,
    )  # fmt: skip


def _finding(note: Note, file: EdgarFile) -> Finding:
    line, column, element = file.place_of(note)
    message = note.message[:1].upper() + note.message[1:]
    return Finding(
        fault.ID, ERROR, SUSPENDS, cell_name(note.at), note.at, message, note.found, note.expected, None,
        (OWNERSHIP_XSD.at(""),), note.remedy, line=line, column=column, element=element,
    )  # fmt: skip
