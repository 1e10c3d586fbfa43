"""RO104 and RO105: what the texts beside the boxes of Item 5 say."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FILER_MANUAL, FORM_4, RULE_16A
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.prose.offices import Pointer, is_no_office, pointer
from form4gen.prose.reading import all_notes
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "RO104",
    name="title points to missing text",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 5"), FORM_4.at("Instruction 6(a)"), FILER_MANUAL.at("8.1.4.4")),
)
def title_points_to_missing_text(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """A title that says "See Remarks" or "See Footnote" must be stated in full there.

    The Remarks, or the footnote of that number, must exist, and the text of the form must mention an office,
    ownership or a group. EDGAR does not check this.

    Remedy: State the full title where Item 5 points, for example in the Remarks: "Title: Senior Vice President of
    Quality".
    """
    filing = circumstances.filing
    for key, typed in (("officerTitle", owner.officer_title), ("otherText", owner.other_text)):
        pointed = pointer(typed)
        lacking = _lacking(pointed, filing) if pointed else ""
        if lacking:
            message = f'{owner.name}: Item 5 says "{typed}", but {lacking}.'
            yield Breach(owner.at / key, message, typed, "the title, or the reason for reporting, in full there")


def _lacking(pointed: Pointer, filing: Filing) -> str:
    """What Item 5 points to and is not there, as the end of a sentence."""
    if pointed.is_to_remarks and not (filing.remarks or "").strip():
        return "the Remarks are blank"
    if pointed.is_to_footnote and pointed.number and f"F{pointed.number}" not in filing.note_texts:
        return f"there is no footnote {pointed.number}"
    if all_notes(filing).excuses("relation_mentioned"):
        return ""
    return f"{'no footnote states' if pointed.is_to_footnote else 'the Remarks do not state'} the title or reason"


@rule(
    "RO105",
    name="officer title that is not an office",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-1(f)"), FORM_4.at("Item 5")),
    certainty=MEDIUM,
)
def officer_title_that_is_not_an_office(owner: ReportingOwner) -> Iterator[Breach]:
    """A person checked as an officer must hold an office within Rule 16a-1(f).

    A seat on the board, a holding, a former office, or the post of an assistant or adviser is not an office under
    Rule 16a-1(f). A managing or executive director, the director of a division, or the company's secretary may be an
    officer. EDGAR does not check this.

    Remedy: If the person serves only on the board, check Director instead. Otherwise confirm that the person is an
    officer under Rule 16a-1(f), and enter the title of that office.
    """
    title = owner.officer_title or ""
    if owner.is_officer and is_no_office(title):
        yield Breach(
            owner.at / "officerTitle",
            f"{owner.name} is checked as an officer, but the title {title} does not appear to be an office within Rule "
            "16a-1(f).",
            title,
        )
