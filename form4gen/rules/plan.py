"""TP: the Rule 10b5-1 plan box and the plan's date of adoption."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache

from form4gen.law.authorities import FORM_4, RELEASE_33_11138, STAFF_CDI_2023
from form4gen.law.plan import AMENDED_RULE, BOX_MANDATORY
from form4gen.model.filing import Filing
from form4gen.model.wording import day
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_NEAR = 80
"""Characters between a word for adopting and its date."""


@rule(
    "TP101",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    since=BOX_MANDATORY,
    sources=(FORM_4.at("Instruction 10"), RELEASE_33_11138.at("(2022)"), STAFF_CDI_2023.at("on the Rule 10b5-1 box")),
)
def plan_box_without_adoption_date(filing: Filing) -> Iterator[Breach]:
    """A form whose Rule 10b5-1 box is checked says when the plan was adopted.

    Instruction 10 wants the date in the Explanation of Responses: a footnote or the remarks name Rule 10b5-1 and a
    day beside "adopted", "entered into", "established" or "dated". A plan changed in amount, price or timing counts
    as adopted anew. An instruction of the issuer to sell for taxes needs its date too. EDGAR reads no text.

    Remedy: add a footnote to the rows of the plan: "Rule 10b5-1 plan adopted on" and the day.
    """
    if filing.aff10b5_one and not any(names_a_plan(text) and adoption_dates(text) for text in _texts(filing)):
        yield Breach(
            filing.at / "aff10b5One",
            "The Rule 10b5-1 box is checked. Give the adoption date of the plan in the explanation of responses.",
        )


@rule(
    "TP102",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    since=BOX_MANDATORY,
    sources=(FORM_4.at("Instruction 10"), RELEASE_33_11138.at("(2022)"), STAFF_CDI_2023.at("on the Rule 10b5-1 box")),
)
def plan_without_box(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A form that tells of a trade under a Rule 10b5-1 plan has the box checked.

    Silent for a plan adopted before 27 February 2023 and not changed since: the staff wants the box off and the old
    plan told in a footnote. Silent too where the text says that there was no plan, speaks of a plan to come, or hangs
    on holdings only. EDGAR reads no text.

    Remedy: check the box, or reword the footnote.
    """
    signed = max((each.signature_date for each in filing.owner_signatures if each.signature_date), default=None)
    if filing.aff10b5_one or (signed or circumstances.filed_on) < BOX_MANDATORY:
        return
    everywhere = adoption_dates(filing.all_text)
    on_transactions = {note for row in filing.transactions for note in row.footnotes}
    for note in (*filing.footnotes, None):
        text = filing.remarks or "" if note is None else note.text
        is_of_holdings = note is not None and note.id in filing.cited_footnotes - on_transactions
        adopted = adoption_dates(text) or everywhere
        is_old = bool(adopted) and max(adopted) < AMENDED_RULE
        if is_of_holdings or is_old or not claims_a_plan(text):
            continue
        where = "The remarks say" if note is None else f"Footnote {note.id} says"
        since = f" adopted {day(max(adopted))}" if adopted else ""
        yield Breach(
            filing.at / "aff10b5One",
            f"{where} that a trade was under a Rule 10b5-1 plan{since}, but the box is off.",
            found="box off",
            expected="box checked",
        )
        return


def names_a_plan(text: str) -> bool:
    """Whether a text speaks of Rule 10b5-1."""
    # a quick look first: an expression without regard to case tries every letter of a text
    return ("10b" in text or "10B" in text) and _rule_10b5_1().search(text) is not None


def claims_a_plan(text: str) -> bool:
    """Whether a text says that a trade was under a Rule 10b5-1 plan, and not that it was not or will be."""
    if not names_a_plan(text) or _to_come().search(text):
        return False
    return any(not _denied().search(text[max(0, at.start() - 30) : at.start()]) for at in _rule_10b5_1().finditer(text))


def adoption_dates(text: str) -> list[date]:
    """The day that follows each word for adopting, or else the day before it, in the order of the text."""
    return [day for at in _dates_of_adoption(text, real=True) if (day := _read(at)) is not None]


def impossible_adoption_dates(text: str) -> list[str]:
    """What stands where a day of adoption is expected and is no day of the calendar, as written."""
    return [at.group() for at in _dates_of_adoption(text, real=False) if _read(at) is None]


def days_in(text: str) -> list[date]:
    """Every day that a text writes out, in its order."""
    return [day for at in _date().finditer(text) if (day := _read(at)) is not None]


def _dates_of_adoption(text: str, *, real: bool) -> list[re.Match[str]]:
    days = [at for at in _date().finditer(text) if not real or _read(at) is not None]
    found = []
    for word in _adopted().finditer(text):
        after = bisect_left(days, word.end(), key=lambda day: day.start())
        if after < len(days) and days[after].start() - word.end() <= _NEAR:
            found.append(days[after])
        elif after > 0 and word.start() - days[after - 1].end() <= _NEAR:
            found.append(days[after - 1])
    return found


def _texts(filing: Filing) -> list[str]:
    return [*(note.text for note in filing.footnotes), filing.remarks or ""]


def _read(written: re.Match[str]) -> date | None:
    parts = {name[0]: text for name, text in written.groupdict().items() if text}
    month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS.index(parts["m"][:3].casefold()) + 1
    year = int(parts["y"]) + (2000 if len(parts["y"]) == len("23") else 0)
    try:
        return date(year, month, int(parts["d"]))
    except ValueError:
        return None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@cache
def _date() -> re.Pattern[str]:
    month = (
        r"(?P<m{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
        r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    )
    return re.compile(
        rf"\b(?:{month.format(1)}\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?\s+{month.format(2)},?\s+(?P<y2>\d{{4}})"
        r"|(?P<m3>\d{1,2})[/-](?P<d3>\d{1,2})[/-](?P<y3>\d{4}|\d{2})"
        r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2}))\b",
        re.IGNORECASE,
    )


@cache
def _rule_10b5_1() -> re.Pattern[str]:
    return re.compile(r"10b-?5\W{0,2}1\b", re.IGNORECASE)


@cache
def _adopted() -> re.Pattern[str]:
    return re.compile(r"adopt|enter(?:ed|ing)? into|establish|\bdated\b|modif|(?<!as )amend", re.IGNORECASE)


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(r"\bnot\b|\bnon-|\bno\b|other than", re.IGNORECASE)


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:intends?|plans|expects?|may|might|will)\b(?: to)?(?: in the future)? (?:adopt|enter into|establish)",
        re.IGNORECASE,
    )
