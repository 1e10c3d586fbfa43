"""TP: which trades the Rule 10b5-1(c) box covers."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RELEASE_33_11138, STAFF_CDI_2023
from form4gen.law.plan import AMENDED_RULE, ANSWERED_ON, BOX_FIRST_THERE
from form4gen.model.filing import Filing
from form4gen.model.wording import day
from form4gen.prose.plans import adoption_dates
from form4gen.prose.reading import notes_of, read
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_TRADES = ("P", "S", "G")


@rule(
    "TP105",
    name="plan trades not identified",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 10"),),
)
def plan_trades_not_identified(filing: Filing) -> Iterator[Breach]:
    """A form with the Rule 10b5-1(c) box checked should identify which trades were made under the plan.

    The box covers the whole form. If it reports two or more trades (code P, S or G), the plan's footnote is cited on
    each trade made under the plan. A footnote that covers all reported transactions is accepted, and so are remarks
    or a footnote that say which trades were outside the plan. EDGAR does not check this.

    Remedy: Cite the plan footnote on each row made under the plan, and state which rows were not.
    """
    trades = [row for row in filing.transactions if row.code in _TRADES]
    if not filing.aff10b5_one or len(trades) < 2:  # noqa: PLR2004  with one trade there is nothing to distinguish
        return
    plans = {note.id for note in filing.footnotes if read(note.text).says("plan_10b5_1")}
    texts = [*(note.text for note in filing.footnotes if note.id in plans), filing.remarks]
    if any(read(text).excuses("covers_all_trades") for text in texts):
        return
    outside = [row for row in trades if not plans.intersection(row.footnotes)]
    if len(outside) < len(trades):
        for row in outside:
            if not notes_of(row, filing).excuses("outside_plan", "plan_not_needed_mentioned"):
                yield Breach(
                    row.transaction_code.at,
                    f"{row.name} does not cite the plan footnote that other trades cite, and nothing says that it was "
                    "outside the plan. The box covers the whole form.",
                )
    elif not plans and read(filing.remarks).says("plan_10b5_1"):
        yield Breach(
            filing.at / "remarks",
            f"The remarks mention a Rule 10b5-1 plan but do not say which of the {len(trades)} trades were made under "
            "it.",
            remedy="Put the plan's description in a footnote, and cite it on each row made under the plan.",
        )


@rule(
    "TP106",
    name="plan box without plan trade",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(
        FORM_4.at("Instruction 10"),
        RELEASE_33_11138.at("(2022)"),
        STAFF_CDI_2023.at("question 120.31"),
    ),
    certainty=MEDIUM,
)
def plan_box_without_plan_trade(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The Rule 10b5-1(c) box may be checked only if a reported transaction could have been made under a plan.

    A plan does not make a grant, nor a withholding unless a footnote describes the election. For a plan adopted
    before Feb 27, 2023, and not changed since, the box stays unchecked and a footnote describes the plan. The staff
    said so on Aug 25, 2023; forms signed before that day are not questioned. EDGAR had no such box before Mar 20,
    2023. EDGAR does not check this.

    Remedy: Uncheck the box (``aff10b5One``), or add the footnote that supports it. Disclose a plan adopted before
    Feb 27, 2023 in a footnote, with the box unchecked.
    """
    if not filing.aff10b5_one:
        return
    at = filing.at / "aff10b5One"
    codes = {row.code for row in filing.transactions}
    signed = max((each.signature_date for each in filing.owner_signatures if each.signature_date), default=None)
    adopted = adoption_dates(filing.all_text)
    if signed is not None and signed < BOX_FIRST_THERE:
        message = (
            f"The Rule 10b5-1(c) box is checked on a form signed on {day(signed)}; the box was added on "
            f"{day(BOX_FIRST_THERE)}."
        )
        remedy = "Uncheck the box (``aff10b5One``), or correct the date of the signature."
        yield Breach(at, message, found=day(signed), remedy=remedy)
    elif not codes & _OF_A_PLAN and not _has_election(filing):
        listed = ", ".join(sorted(codes)) or "none"
        yield Breach(
            at,
            f"The Rule 10b5-1(c) box is checked, but no reported transaction (codes: {listed}) is of a kind made under "
            "a plan.",
            remedy="Uncheck the box (``aff10b5One``). If shares were withheld under an election made as a plan, add a "
            "footnote that says so.",
        )
    elif adopted and max(adopted) < AMENDED_RULE and (signed or circumstances.filed_on) >= ANSWERED_ON:
        yield Breach(
            at,
            f"The Rule 10b5-1(c) box is checked, but the only adoption date stated is {day(max(adopted))}. The box is "
            f"for plans adopted on or after {day(AMENDED_RULE)}.",
            found=day(max(adopted)),
            remedy="Uncheck the box (``aff10b5One``), and describe the plan in a footnote.",
        )


def _has_election(filing: Filing) -> bool:
    """Whether a withholding cites a footnote that names Rule 10b5-1, such as an election to withhold."""
    return any(row.code == "F" and notes_of(row, filing).says("rule_10b5_1_mentioned") for row in filing.transactions)


_OF_A_PLAN = frozenset("PSGMXCOJ")
