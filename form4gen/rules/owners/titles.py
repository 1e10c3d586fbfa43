"""RO104 and RO105: what the texts beside the boxes of Item 5 say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FILER_MANUAL, FORM_4, RULE_16A
from form4gen.model.filing import Filing, ReportingOwner
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
        pointed = _pointer().search(typed or "")
        lacking = _lacking(pointed, filing) if pointed else ""
        if lacking:
            message = f'{owner.name}: Item 5 says "{typed}", but {lacking}.'
            yield Breach(owner.at / key, message, typed, "the title, or the reason for reporting, in full there")


def _lacking(pointed: re.Match[str], filing: Filing) -> str:
    """What Item 5 points to and is not there, as the end of a sentence."""
    where, number = pointed.group("where").casefold(), pointed.group("number")
    is_note = where in ("footnote", "note")
    if where.startswith("remark") and not (filing.remarks or "").strip():
        return "the Remarks are blank"
    if is_note and number and f"F{number}" not in filing.note_texts:
        return f"there is no footnote {number}"
    if _relation().search(filing.all_text):
        return ""
    return f"{'no footnote states' if is_note else 'the Remarks do not state'} the title or reason"


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
    if owner.is_officer and _no_office().search(title) and not _office().search(title):
        yield Breach(
            owner.at / "officerTitle",
            f"{owner.name} is checked as an officer, but the title {title} does not appear to be an office within Rule "
            "16a-1(f).",
            title,
        )


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"\bsee (?:the )?(?P<where>remarks?|footnote|note|below|explanation)s?(?: ?\(?(?P<number>\d+))?", re.IGNORECASE
    )


@cache
def _relation() -> re.Pattern[str]:
    return re.compile(
        r"president|chief|officer|director|title|counsel|treasurer|secretary|controller|manag|member|partner|trustee"
        r"|owner|group|affiliate|adviser|advisor|beneficial|employee|chair|head of|\b[ES]?VP\b|\bC[EFOTLI]O\b",
        re.IGNORECASE,
    )


@cache
def _no_office() -> re.Pattern[str]:
    return re.compile(
        r"^\s*(?:(?:independent|non-?executive|outside|lead|board|co-?)\s+)*directors?\s*$|\bboard member\b"
        r"|\bmember of (?:the )?board\b|^\s*trustee|shareholder|stockholder|\b10%|\bowner\b|\bformer\b|\badvis[eo]r\b"
        r"|\bconsultant\b|\bassistant\b",
        re.IGNORECASE,
    )


@cache
def _office() -> re.Pattern[str]:
    return re.compile(
        r"chief|president|principal|treasurer|controller|counsel|chair|\bC[A-Z]{1,2}O\b|\b[ESA]?VP\b|\bGC\b"
        r"|managing director|executive director",
        re.IGNORECASE,
    )
