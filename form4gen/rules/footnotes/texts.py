"""FN: references that lead nowhere, and unfinished text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from form4gen.law.authorities import CARE, CRIMINAL_CODE, FORM_4
from form4gen.location import Place
from form4gen.model.filing import Filing, Footnote, ReportingOwner
from form4gen.model.rows import Row
from form4gen.prose.drafts import draft_mark
from form4gen.prose.references import Reference, references
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.typed import TypeAlias

Texts: TypeAlias = Filing | Footnote | Row | ReportingOwner
"""The parts of a form that hold free text."""


_REMEDIES = {
    "exhibit": "Attach the exhibit, or correct the reference.",
    "remarks": "Add the remarks, or correct the reference.",
    "footnote": "Correct the number, or add the missing footnote.",
    "cell": "Cite the footnote in this cell.",
}


@rule(
    "FN102",
    name="reference to missing footnote or exhibit",
    on=(Row, ReportingOwner, Footnote, Filing),
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 6(a)"), FORM_4.at("Instruction 6(d)")),
)
def reference_to_missing_footnote_or_exhibit(node: Texts, circumstances: Circumstances) -> Iterator[Breach]:
    """A reference to a footnote, an exhibit or the remarks must lead to one that exists.

    "See footnote" in a cell needs a footnote on its row, or the number of one that exists. Notes of another
    document ("Note 5 to the financial statements") and exhibits of another filing are not questioned, nor are the
    exhibits of a filing already on EDGAR, whose file may not include them. RO104 covers officer titles that refer to
    the remarks or a footnote. EDGAR does not check this.

    Remedy: Cite the footnote in this cell, correct the number, or add the missing footnote, exhibit or remarks.
    """
    filing = circumstances.filing
    for text, at, is_cell, has_note in _referring(node):
        for reference in references(text):
            if isinstance(node, ReportingOwner) and reference.kind != "exhibit":
                continue
            missing = _missing(reference, filing, is_cell=is_cell, has_note=has_note)
            if missing:
                remedy = _REMEDIES[reference.kind if reference.kind != "footnote" or reference.numbers else "cell"]
                message = f'"{reference.words}" refers to {missing}.'
                yield Breach(at, message, found=reference.words, remedy=remedy)
                break


def _referring(node: Texts) -> Iterator[tuple[str, Place, bool, bool]]:
    """Each text, its place, whether it is a cell of a row, and whether that row cites a footnote."""
    if isinstance(node, Row):
        for cell in (node.security_title, node.nature_of_ownership):
            yield cell.value or "", cell.at, True, bool(node.footnotes)
    elif isinstance(node, ReportingOwner):
        yield node.officer_title or "", node.at / "officerTitle", False, False
        yield node.other_text or "", node.at / "otherText", False, False
    elif isinstance(node, Footnote):
        yield node.text, node.at, False, False
    else:
        yield node.remarks or "", node.at / "remarks", False, False


def _missing(reference: Reference, filing: Filing, *, is_cell: bool, has_note: bool) -> str:
    if reference.kind == "remarks":
        return "" if (filing.remarks or "").strip() else "the remarks, but there are none"
    if reference.kind == "exhibit":
        return _missing_exhibit(reference.numbers, filing)
    absent = [number for number in reference.numbers if f"F{number}" not in filing.note_texts]
    if absent:
        return f"footnote {absent[0]}, but there is no footnote {absent[0]}"
    has_target = has_note or bool(reference.numbers)
    return "a footnote, but none is cited on this row" if is_cell and not has_target else ""


def _missing_exhibit(numbers: tuple[str, ...], filing: Filing) -> str:
    wanted = numbers[0] if numbers else ""
    if wanted not in ("", "24", "99") or filing.context.accession_number is not None:
        return ""
    if wanted in _exhibits(filing):
        return ""
    return f"Exhibit {wanted}, but the filing has none" if wanted else "an exhibit, but the filing has none"


@lru_cache(maxsize=4)
def _exhibits(filing: Filing) -> frozenset[str]:
    """The kinds of exhibits that the filing has: 24, 99, and an empty text for any."""
    kinds = {(each.document_type or "").upper() for each in filing.exhibits}
    if any(power.status != "to_follow" for power in filing.powers_of_attorney):
        kinds.add("EX-24")
    return frozenset(wanted for wanted in ("", "24", "99") if any(kind.startswith(f"EX-{wanted}") for kind in kinds))


@rule(
    "FN103",
    name="unfinished draft text",
    on=(Filing, Footnote, Row, ReportingOwner),
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(CARE.at("on unfinished text"), CRIMINAL_CODE.at("1001")),
)
def unfinished_draft_text(node: Texts) -> Iterator[Breach]:
    """The form must not contain placeholders or other draft text.

    Draft text is TBD, TBC, XXXX, bullets or underscores in place of a value, square brackets where a value belongs,
    and working notes such as "placeholder", "confirm with" and "insert date". Quotations in brackets, Roman numerals
    and names are not questioned. EDGAR does not check this.

    Remedy: Replace it with the final text, or delete it.
    """
    for text, at in _finished(node):
        draft = draft_mark(text)
        if draft:
            where = f"Footnote {node.id}" if isinstance(node, Footnote) else "The text"
            yield Breach(at, f'{where} still contains draft text: "{draft}".', found=draft)


def _finished(node: Texts) -> Iterator[tuple[str, Place]]:
    if isinstance(node, Filing):
        yield node.remarks or "", node.at / "remarks"
    elif isinstance(node, Footnote):
        yield node.text, node.at
    elif isinstance(node, ReportingOwner):
        yield node.officer_title or "", node.at / "officerTitle"
        yield node.other_text or "", node.at / "otherText"
    else:
        yield node.security_title.value or "", node.security_title.at
        yield node.nature_of_ownership.value or "", node.nature_of_ownership.at
