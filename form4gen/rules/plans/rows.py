"""TP: which rows the Rule 10b5-1 box speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, RELEASE_33_11138, STAFF_CDI_2023
from form4gen.law.plan import AMENDED_RULE, ANSWERED_ON, BOX_FIRST_THERE
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.prose.plans import adoption_dates, claims_a_plan, names_a_plan
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

    The box speaks for the whole form. Two or more rows of code P, S or G need the plan's footnote on each row that
    was under it, and a word where another was not. Silent where the plan's text says that it speaks of all
    transactions reported, and where an uncited row's own footnotes, or the remarks, say that it was outside. EDGAR
    reads no text.

    Remedy: Cite the plan footnote on each row made under the plan, and state which rows were not.
    """
    trades = [row for row in filing.transactions if row.code in _TRADES]
    if not filing.aff10b5_one or len(trades) < 2:  # noqa: PLR2004  one row needs no telling apart
        return
    plans = {note.id for note in filing.footnotes if claims_a_plan(note.text)}
    told = [note.text for note in filing.footnotes if note.id in plans] + [filing.remarks or ""]
    if any(_all_of_them().search(text) for text in told):
        return
    outside = [row for row in trades if not plans.intersection(row.footnotes)]
    if len(outside) < len(trades):
        for row in outside:
            if not _is_told_apart(row, filing):
                yield Breach(
                    row.transaction_code.at,
                    f"{row.name} does not cite the footnote on the Rule 10b5-1 plan, but other trades do: was it "
                    "under the plan? The box speaks for the whole form.",
                )
    elif not plans and claims_a_plan(filing.remarks or ""):
        yield Breach(
            filing.at / "remarks",
            f"The remarks tell of a Rule 10b5-1 plan, but not which of the {len(trades)} trades were under it.",
        )


def _is_told_apart(row: Transaction, filing: Filing) -> bool:
    return _outside().search(f"{filing.notes_of(row.footnotes)}\n{filing.remarks or ''}") is not None


@rule(
    "TP106",
    name="plan box without plan trade",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(
        FORM_4.at("Instruction 10"),
        RELEASE_33_11138.at("(2022)"),
        STAFF_CDI_2023.at("on the Rule 10b5-1 box"),
    ),
    certainty=MEDIUM,
)
def plan_box_without_plan_trade(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The Rule 10b5-1(c) box may be checked only if a reported transaction could have been made under a plan.

    A grant cannot, nor a withholding without a footnote on the standing election behind it. A plan adopted before
    27 February 2023, and not changed since, is told in a footnote with the box off; so the staff answered on 25
    August 2023, and forms signed before then are left alone. EDGAR had no box before 20 March 2023. EDGAR reads no
    text.

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
        yield Breach(
            at, f"The box is checked on a form signed {day(signed)}; it is there since Mar 20, 2023.", day(signed)
        )
    elif not codes & _OF_A_PLAN and not _is_election_told(filing):
        listed = ", ".join(sorted(codes)) or "none"
        yield Breach(
            at,
            f"The Rule 10b5-1 box is checked, but a plan can have made no transaction of the form (codes: {listed}).",
        )
    elif adopted and max(adopted) < AMENDED_RULE and (signed or circumstances.filed_on) >= ANSWERED_ON:
        yield Breach(
            at,
            f"The only date of adoption told is {day(max(adopted))}. The box is for plans adopted since "
            f"{day(AMENDED_RULE)}; an older plan is named in a footnote.",
            found=day(max(adopted)),
        )


def _is_election_told(filing: Filing) -> bool:
    """Whether a withholding says on which plan or election it rests."""
    return any(row.code == "F" and names_a_plan(filing.notes_of(row.footnotes)) for row in filing.transactions)


_OF_A_PLAN = frozenset("PSGMXCOJ")


@cache
def _all_of_them() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:all|each|every)\b(?: of)?(?: the)? (?:\w+ ){0,3}(?:transaction|sale|purchase|trade|disposition)"
        r"|\b(?:transactions?|sales?|purchases?|trades?|dispositions?|gifts?)\b(?: \w+){0,3}"
        r" (?:reported|disclosed|set forth|shown|described|listed)",
        re.IGNORECASE,
    )


@cache
def _outside() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not|non|other than|outside|independent)\b.{0,80}10b-?5|10b-?5\W{0,2}1.{0,60}\bnot\b|\bgift|donat"
        r"|contribut|charit|withh[eo]ld|tax",
        re.IGNORECASE,
    )
