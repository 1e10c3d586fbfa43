"""FN: footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FILER_MANUAL, OWNERSHIP_XML
from form4gen.law.limits import FOOTNOTE_CHARACTERS
from form4gen.model.filing import Footnote
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ERROR, SUSPENDS, Breach, rule
from form4gen.rules.engine import Circumstances

_LONGEST = FOOTNOTE_CHARACTERS.most


@rule(
    "FN101",
    name="broken footnote reference",
    on=(Row, Footnote),
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("4.3.5 and 5"), FOOTNOTE_CHARACTERS.source, FILER_MANUAL.at("8.1.4.3.5")),
)
def broken_footnote_reference(node: Row | Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    """Every footnote is cited, every cited footnote is there, and each has an id from F1 to F99 and a text.

    A note that hangs nowhere says nothing of any cell, and a mark without its note leaves the reader alone; EDGAR
    suspends both, as it does a note cited twice in one cell and a text of more than 1,000 characters. (Two notes
    with one id cannot come up: the document is refused for its duplicate key.)

    Remedy: Cite the footnote in the cell it explains, add the missing text, or move general text to the remarks.
    Split a footnote that is too long.
    """
    if isinstance(node, Footnote):
        yield from _faults_of(node, circumstances)
    else:
        yield from _faults_of_links(node, circumstances)


def _faults_of(note: Footnote, circumstances: Circumstances) -> Iterator[Breach]:
    if note.id not in circumstances.filing.cited_footnotes:
        yield Breach(note.at, f"Footnote {note.id} is not cited anywhere.")
    if not _id_form().fullmatch(note.id):
        yield Breach(note.at, f'A footnote has an id from F1 to F99, not "{note.id}".', found=note.id)
    if not note.text.strip():
        yield Breach(note.at, f"Footnote {note.id} has no text.")
    elif len(note.text) > _LONGEST:
        yield Breach(
            note.at,
            f"Footnote {note.id} has {len(note.text):,} characters; EDGAR takes {_LONGEST:,}.",
            found=f"{len(note.text):,} characters",
            expected=f"at most {_LONGEST:,} characters",
        )


def _faults_of_links(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    defined = circumstances.filing.note_texts
    for cell in row.cells:
        for note, times in Counter(cell.footnotes).items() if cell.footnotes else ():
            if note not in defined:
                yield Breach(cell.at, f"Footnote {note} is cited here but not among the footnotes.", found=note)
            if times > 1:
                yield Breach(cell.at, f"Footnote {note} is cited more than once in this cell.", found=note)


@cache
def _id_form() -> re.Pattern[str]:
    return re.compile(r"F[1-9][0-9]?")
