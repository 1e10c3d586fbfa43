"""TP: the Rule 10b5-1(c) box and the plan's adoption date."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RELEASE_33_11138, STAFF_CDI_2023
from form4gen.law.plan import AMENDED_RULE, BOX_MANDATORY
from form4gen.model.filing import Filing
from form4gen.model.wording import day
from form4gen.prose.plans import adoption_dates
from form4gen.prose.reading import read
from form4gen.rules.catalogue import ACCEPTS, ERROR, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TP101",
    name="plan box without adoption date",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    since=BOX_MANDATORY,
    sources=(FORM_4.at("Instruction 10"), RELEASE_33_11138.at("(2022)"), STAFF_CDI_2023.at("question 120.31")),
)
def plan_box_without_adoption_date(filing: Filing) -> Iterator[Breach]:
    """A form with the Rule 10b5-1(c) box checked must state the plan's adoption date in the Explanation of Responses.

    Instruction 10 requires the date. One footnote, or the remarks, must name Rule 10b5-1 and give a date with
    "adopted", "entered into", "established" or "dated". A plan whose amount, price or timing was changed counts as
    adopted anew. EDGAR does not check this.

    Remedy: Add to the plan's rows a footnote: "Effected pursuant to a Rule 10b5-1 trading plan adopted on [date]."
    """
    if filing.aff10b5_one and not any(map(_dates_a_plan, _texts(filing))):
        yield Breach(
            filing.at / "aff10b5One",
            "The Rule 10b5-1(c) box is checked, but the Explanation of Responses does not state when the plan was "
            "adopted.",
        )


@rule(
    "TP102",
    name="plan trade without box checked",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    since=BOX_MANDATORY,
    sources=(FORM_4.at("Instruction 10"), RELEASE_33_11138.at("(2022)"), STAFF_CDI_2023.at("question 120.31")),
)
def plan_trade_without_box_checked(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A form that reports a trade under a Rule 10b5-1 plan must have the Rule 10b5-1(c) box checked.

    The staff wants the box left unchecked for a plan adopted before Feb 27, 2023, and not changed since, with the
    plan described in a footnote. Text is not counted that says there was no plan, describes a future plan, or is
    cited only on holdings. EDGAR does not check this.

    Remedy: Check the box (``aff10b5One``), or correct the text.
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
        if is_of_holdings or is_old or not read(text).says("plan_10b5_1"):
            continue
        where = "The remarks state" if note is None else f"Footnote {note.id} states"
        since = f" adopted {day(max(adopted))}" if adopted else ""
        yield Breach(
            filing.at / "aff10b5One",
            f"{where} that a trade was made under a Rule 10b5-1 plan{since}, but the Rule 10b5-1(c) box is not "
            "checked.",
            found="box not checked",
            expected="box checked",
        )
        return


def _dates_a_plan(text: str) -> bool:
    return read(text).says("rule_10b5_1_mentioned") and bool(adoption_dates(text))


def _texts(filing: Filing) -> list[str]:
    return [*(note.text for note in filing.footnotes), filing.remarks or ""]
