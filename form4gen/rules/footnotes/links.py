"""FN101: footnotes and the cells that cite them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from form4gen.bounds import length_of
from form4gen.law.authorities import FILER_MANUAL, OWNERSHIP_XML
from form4gen.law.limits import FOOTNOTE_CHARACTERS, FOOTNOTES
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing, Footnote
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule
from form4gen.rules.engine import Circumstances

_LONGEST = FOOTNOTE_CHARACTERS.most


_DIGITS = frozenset("0123456789")


_MOST_DIGITS = len(str(FOOTNOTES.most))


_IDS = frozenset(f"F{number}" for number in range(1, FOOTNOTES.most + 1))


@rule(
    "FN101",
    name="broken footnote reference",
    on=(Row, Footnote),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("4.3.5 and 5"), FOOTNOTE_CHARACTERS.source, FILER_MANUAL.at("8.1.4.3.5")),
)
def broken_footnote_reference(node: Row | Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """Every footnote is cited in a cell, and every footnote cited exists, with an id from F1 to F99 and a text.

    A reader cannot tell which cell an uncited footnote explains. EDGAR suspends a filing with either fault, with a
    footnote cited twice in one cell, or with a footnote of more than 1,000 characters. FN201 covers F100 and higher
    where there are more than 99 footnotes. Two footnotes with one id do not reach this rule: the document is refused
    for its duplicate key.

    Remedy: Cite the footnote in the cell it explains, add the missing text, or move general text to the remarks.
    Split a footnote that is too long.
    """
    if isinstance(node, Footnote):
        yield from _faults_of(node, circumstances.filing)
    else:
        yield from _faults_of_links(node, circumstances)


def _faults_of(note: Footnote, filing: Filing) -> Iterator[Breach]:
    free = "" if (proper := _proper(note.id)) in filing.note_texts else proper
    is_meant = free in filing.cited_footnotes
    if note.id not in filing.cited_footnotes and not is_meant:
        remedy = "Cite the footnote in the cell it explains, or move its text to the remarks."
        yield Breach(note.at, f"Footnote {note.id} is not cited in any cell.", remedy=remedy)
    if note.id not in _IDS and not (len(filing.footnotes) > FOOTNOTES.most and _is_beyond(note.id)):
        remedy = f"Rename the footnote {free}" if free else "Rename the footnote to an id that is free"
        message = f'"{note.id}" is not a valid footnote id; use F1 to F99.'
        where = "the id that is cited." if is_meant else "in every cell that cites it too."
        yield Breach(note.at, message, found=note.id, expected=free or None, remedy=f"{remedy}, {where}")
    if not visible(note.text):
        remedy = "Enter the text, or delete the footnote and every reference to it."
        yield Breach(note.at, f"Footnote {note.id} has no text.", remedy=remedy)
    elif (length := length_of(note.text)) > _LONGEST:
        yield Breach(
            note.at,
            f"Footnote {note.id} has {length:,} characters; EDGAR's limit is {_LONGEST:,}.",
            found=f"{length:,} characters",
            expected=f"at most {_LONGEST:,} characters",
            remedy="Shorten the footnote, or split it in two and cite both in the same cells.",
        )


def _faults_of_links(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    defined = circumstances.filing.note_texts
    for cell in row.cells:
        for note, times in Counter(cell.footnotes).items() if cell.footnotes else ():
            if note not in defined:
                remedy = "Add the missing footnote, correct the id, or remove the reference."
                message = f"Footnote {note} is cited here but does not exist."
                yield Breach(cell.at, message, found=note, remedy=remedy)
            if times > 1:
                message = f"Footnote {note} is cited more than once in this cell."
                yield Breach(cell.at, message, found=note, remedy="Cite the footnote once in this cell.")


def _proper(note: str) -> str:
    """The id that an invalid one probably means: F2 for "2", "f2" or "F02"; empty for a valid one."""
    number = "".join(sign for sign in note if sign in _DIGITS).lstrip("0")
    return f"F{number}" if note not in _IDS and f"F{number}" in _IDS else ""


def _is_beyond(note: str) -> bool:
    """Whether an id continues the count after F99."""
    number = note.removeprefix("F")
    return f"F{number}" == note and len(number) > _MOST_DIGITS and number[0] != "0" and set(number) <= _DIGITS
