"""AD: what counsel should know beside the form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from form4gen.accounts.blackouts import blackouts_on
from form4gen.accounts.exempt_words import is_kept_by_issuer
from form4gen.accounts.hedges import covered_up_to, held_of, is_hedge, last_held_of
from form4gen.accounts.history import made_on
from form4gen.accounts.lateness import late_rows
from form4gen.accounts.lines import names_of
from form4gen.law.authorities import (
    EXCHANGE_ACT,
    REGULATION_BTR,
    REGULATION_SK,
    RELEASE_33_11070,
    RELEASE_33_11159,
    RULE_16A,
    RULE_16C,
    RULE_144,
    SARBANES_OXLEY,
)
from form4gen.law.thresholds import FORM_144_DOLLARS, FORM_144_SHARES
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.reading import all_notes, notes_of
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances

_TRADED = frozenset("PSGFDI")
"""Codes of which a blackout period may be asked: trades, gifts, and dispositions to the issuer or in a plan."""


def _lacks_the_class(filing: Filing) -> bool:
    """Whether a put bought or a call sold covers a class that Table I does not show."""
    return any(
        isinstance(row, DerivativeTransaction)
        and is_hedge(row)
        and held_of(row.underlying_security_title.value, filing) is None
        for row in filing.transactions
    )


@rule(
    "AD102",
    name="possible Section 16(c) violation",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("prior",),
    in_part=True,
    concerns=_lacks_the_class,
    sources=(EXCHANGE_ACT.at("Section 16(c)"), RULE_16C.at("16c-1 to 16c-4")),
    certainty=MEDIUM,
)
def possible_section_16_c_violation(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Section 16(c) prohibits short sales and put positions over more securities than are owned (Rule 16c-4).

    Checked where a footnote on a sale mentions a short sale, and where the puts bought and calls sold on this form,
    with those that it lists as holdings, cover more shares than the lines of the class in Table I add up to: on this
    form, or else on the last prior form of the same persons that shows the class. Without either it is silent. Section
    16(c) does not reach the directors and officers of a foreign private issuer.

    Remedy: Confirm with counsel that the reporting person owns enough securities, or that an exemption in Rules
    16c-1 to 16c-4 applies.
    """
    filing = circumstances.filing
    if filing.context.issuer_is_foreign_private or row.code not in ("S", "P", "A", "J"):
        return
    said = notes_of(row, filing).quoted("short_sale") if row.code == "S" else ""
    if said:
        message = f'{row.name} is a sale, and a footnote or the remarks mention a "{said}".'
        yield Breach(row.transaction_code.at, f"{message} Section 16(c) prohibits short sales.", said)
    elif isinstance(row, DerivativeTransaction) and is_hedge(row) and row.underlying_security_shares.value is not None:
        covered, (held, where) = covered_up_to(row, filing), _last_held(row, circumstances)
        if held is not None and covered.shares > held:
            is_one = covered.number == 1
            what = "is a put equivalent position over" if is_one else "and the other put equivalent positions cover"
            yield Breach(
                row.underlying_security_shares.at,
                f"{row.name} {what} {number(covered.shares)} shares, but {where} shows only {number(held)} owned. "
                "Section 16(c) prohibits a put equivalent position over more shares than are owned (Rule 16c-4).",
                found=number(covered.shares),
                expected=f"at most {number(held)}",
                arithmetic=None if is_one else covered.arithmetic,
            )


def _last_held(row: DerivativeTransaction, circumstances: Circumstances) -> tuple[Decimal | None, str]:
    """What is finally held of the class, and the form that shows it."""
    title = row.underlying_security_title.value
    held = held_of(title, circumstances.filing)
    if held is not None:
        return held, "Table I"
    found = last_held_of(title, circumstances.of_same_persons)
    if found is None:
        return None, ""
    held, form = found
    made = made_on(form)
    return held, f"the prior form ({day(made)})" if made else "Table I"


@rule(
    "AD103",
    name="possible Form 144 requirement",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    since=RELEASE_33_11070.since,
    sources=(
        RULE_144.at("144(h)"),
        RELEASE_33_11070.at("on Form 144 on EDGAR"),
        RELEASE_33_11159.at("on the hours until 22:00 Eastern"),
    ),
)
def possible_form_144_requirement(filing: Filing) -> Iterator[Breach]:
    """An affiliate relying on Rule 144 files Form 144 if sales in three months exceed 5,000 shares or $50,000.

    The sales (S) in Table I of this form are added up; earlier sales of the three months are not known here. Shares
    that the issuer kept for taxes or an exercise price are left out. Silent where a footnote or the remarks mention
    Form 144 or Rule 144, a registered or underwritten offering, or a private sale. One advisory a form.

    Remedy: Confirm that Form 144 was filed when the order was placed. If it gives a Rule 10b5-1 plan adoption date,
    that date must match the footnote on this form.
    """
    owners = filing.reporting_owners
    sales = [
        row
        for row in filing.transactions
        if row.code == "S" and isinstance(row, NonDerivativeTransaction) and not is_kept_by_issuer(row, filing)
    ]
    if not any(owner.is_officer or owner.is_director or owner.is_ten_percent_owner for owner in owners):
        return
    shares = sum((row.transaction_shares.value or Decimal(0) for row in sales), Decimal(0))
    proceeds = sum(
        (
            (row.transaction_shares.value or Decimal(0)) * (row.transaction_price_per_share.value or Decimal(0))
            for row in sales
        ),
        Decimal(0),
    )
    is_much = shares > FORM_144_SHARES or proceeds > FORM_144_DOLLARS
    if is_much and not all_notes(filing).excuses("form_144_or_other_ground"):
        yield Breach(
            sales[0].transaction_code.at,
            f"The form reports sales of {number(shares)} shares for ${proceeds:,.2f} and does not mention Form 144. If "
            "the seller is an affiliate relying on Rule 144, Form 144 must be filed by the time the sell order is "
            "placed.",
            found=f"{number(shares)} shares",
            expected=f"a Form 144 above {number(FORM_144_SHARES)} shares or ${number(FORM_144_DOLLARS)}",
        )


@rule(
    "AD104",
    name="trade during a blackout period",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    needs=("blackouts",),
    sources=(
        SARBANES_OXLEY.at("Section 306(a)"),
        REGULATION_BTR.at("Rule 101"),
        REGULATION_SK.at("Item 408(b)"),
    ),
    certainty=MEDIUM,
)
def trade_during_a_blackout_period(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A trade or gift should not fall within a pension fund blackout period or a closed trading window.

    The periods are those of ``context.blackouts``; one without a first or last day is open on that side. Regulation BTR
    exempts many transactions (plans, Rule 10b5-1 trades, gifts), and the issuer's insider trading policy may not.

    Remedy: Before filing, identify with counsel the exemption in Regulation BTR Rule 101(c) or the pre-clearance.
    """
    traded = row.transaction_date.value
    if row.code not in _TRADED or traded is None:
        return
    for period in blackouts_on(traded, circumstances.filing):
        name, cleared = period.name or "a blackout period", "was cleared under the issuer's insider trading policy."
        what, remedy = f"Confirm that it is exempt from Regulation BTR or {cleared}", None
        if row.code == "G":
            what = f"Regulation BTR exempts a bona fide gift. Confirm that it {cleared}"
            remedy = "Before filing, confirm the pre-clearance with counsel."
        message = f"{row.name} ({day(traded)}) falls within {name}. {what}"
        yield Breach(row.transaction_date.at, message, day(traded), remedy=remedy)


@rule(
    "AD105",
    name="Item 405 disclosure of late report",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(k)"), REGULATION_SK.at("Item 405")),
)
def item_405_disclosure_of_late_report(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The issuer must disclose late Section 16(a) reports in its proxy statement or Form 10-K (Item 405).

    Given only where a row of this form is late on a clear reporting basis: at the filing time (DL101, DL111), or, of
    an amendment, where it adds a row whose due date has passed or changes one that is late by the day of the original.
    The issuer posts every form on its website by the end of the next business day (Rule 16a-3(k)). A foreign private
    issuer makes no such disclosure.

    Remedy: Tell the issuer, so that it can post the form and make its Item 405 disclosure.
    """
    if filing.context.issuer_is_foreign_private:
        return
    late = late_rows(filing, circumstances.original, circumstances.dues, circumstances.filed_at)
    if late:
        where = '"Delinquent Section 16(a) Reports" in its proxy statement or Form 10-K'
        is_any = filing.is_amendment and circumstances.original is None
        what = "A transaction that this amendment adds" if is_any else names_of(late)
        message = (
            f"{what} {'is' if is_any or len(late) == 1 else 'are'} late. The issuer must name the reporting person and "
            f"give the number of late reports and transactions under {where}. It must also post this form on its "
            "website by the end of the business day after it is filed."
        )
        yield Breach(filing.at, message, None if is_any else f"{len(late)} late row{'' if len(late) == 1 else 's'}")
