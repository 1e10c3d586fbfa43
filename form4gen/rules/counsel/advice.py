"""AD: what counsel should know beside the form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from form4gen.accounts.changes import amended_rows
from form4gen.accounts.deadlines import missed_deadline
from form4gen.accounts.history import made_on, owners
from form4gen.accounts.lines import line_of
from form4gen.accounts.pairing import are_alike
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
from form4gen.prose.texts import mentions, told
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, Breach, rule
from form4gen.rules.engine import Circumstances


def _is_hedge(row: DerivativeTransaction) -> bool:
    title = row.security_title.value or ""
    is_put, is_call = _put().search(title), _call().search(title)
    return bool((is_put and row.is_acquired and not is_call) or (is_call and row.is_disposed and not is_put))


def _held(row: DerivativeTransaction, filing: Filing) -> Decimal | None:
    """What the lines of the class in Table I hold at last, all forms of ownership together."""
    last = {
        line_of(each): each.shares_owned_following_transaction.value or Decimal(0)
        for each in filing.non_derivative_table
        if are_alike(each.security_title.value, row.underlying_security_title.value)
    }
    return sum(last.values(), Decimal(0)) if last else None


def _lacks_the_class(filing: Filing) -> bool:
    """Whether a put bought or a call sold covers a class that Table I does not show."""
    return any(
        isinstance(row, DerivativeTransaction) and _is_hedge(row) and _held(row, filing) is None
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
    """Nobody who reports under Section 16 sells short, or covers more shares than he holds.

    Asked where a footnote on a sale speaks of a short sale, and where a put bought or a call sold covers more
    shares than the lines of that class in Table I add up to: on this form, or else on the last prior one of the
    same persons that shows the class. Without either it is let pass. Section 16(c) does not reach the owners of a
    foreign private issuer.

    Remedy: Confirm with counsel that the reporting person owns enough securities, or that an exemption in Rules
    16c-1 to 16c-4 applies.
    """
    filing = circumstances.filing
    if filing.context.issuer_is_foreign_private or row.code not in ("S", "P", "A", "J"):
        return
    words = told(row, filing) if row.code == "S" else ""
    said = _short().search(words) if mentions(words, "short") else None
    if said:
        message = f'{row.name}: the words beside this sale speak of a "{said.group()}". Section 16(c) forbids those.'
        yield Breach(row.transaction_code.at, message, said.group())
    elif isinstance(row, DerivativeTransaction) and _is_hedge(row):
        covered, (held, where) = row.underlying_security_shares.value, _last_held(row, circumstances)
        if covered is not None and held is not None and covered > held:
            yield Breach(
                row.underlying_security_shares.at,
                f"{row.name} covers {number(covered)} shares; {where} shows {number(held)} held.",
                found=number(covered),
                expected=f"at most {number(held)}",
            )


def _last_held(row: DerivativeTransaction, circumstances: Circumstances) -> tuple[Decimal | None, str]:
    """What is held of the class at last, and where that is told."""
    filing = circumstances.filing
    same = [other for other in circumstances.prior if owners(other) == owners(filing)]
    for form in (filing, *reversed(same)):
        held = _held(row, form)
        if held is not None:
            made = made_on(form)
            return held, f"the form of {day(made)}" if form is not filing and made else "Table I"
    return None, ""


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
    """Sales of an affiliate above 5,000 shares or 50,000 dollars in three months need a Form 144.

    Added up over the sales (S) in Table I of this form; those of the three months before are not known here. Silent
    where the words speak of Form 144 or Rule 144, of a registered or underwritten offering, or of a private sale.
    Told once for a form.

    Remedy: Confirm that Form 144 was filed when the order was placed. If it gives a Rule 10b5-1 plan adoption date,
    that date must match the footnote on this form.
    """
    owners = filing.reporting_owners
    sales = [row for row in filing.transactions if row.code == "S" and isinstance(row, NonDerivativeTransaction)]
    if not any(owner.is_officer or owner.is_director or owner.is_ten_percent_owner for owner in owners):
        return
    shares = sum((row.transaction_shares.value or Decimal(0) for row in sales), Decimal(0))
    dollars = sum(
        (
            (row.transaction_shares.value or Decimal(0)) * (row.transaction_price_per_share.value or Decimal(0))
            for row in sales
        ),
        Decimal(0),
    )
    is_much = shares > FORM_144_SHARES or dollars > FORM_144_DOLLARS
    if is_much and not _other_ground().search(filing.all_text):
        yield Breach(
            sales[0].transaction_code.at,
            f"The form reports sales of {number(shares)} shares for {dollars:,.2f} "
            "dollars. Was Form 144 filed by the time the order was placed?",
            found=f"{number(shares)} shares",
            expected=f"a Form 144 above {number(FORM_144_SHARES)} shares or {number(FORM_144_DOLLARS)} dollars",
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
    """No trade or gift falls into a blackout period or a closed window.

    The periods are those of ``context.blackouts``; one without an end, or a beginning, is open on that side. Many
    transactions are exempt from Regulation BTR (plans, Rule 10b5-1 trades, gifts): counsel knows which.

    Remedy: Before filing, identify with counsel the exemption in Regulation BTR Rule 101(c) or the pre-clearance.
    """
    traded = row.transaction_date.value
    if row.code not in ("P", "S", "G") or traded is None:
        return
    for period in circumstances.filing.context.blackouts:
        first, last = period.first_day or traded, period.last_day or traded
        if first <= traded <= last:
            name = period.name or "a blackout period"
            yield Breach(row.transaction_date.at, f"{row.name} ({day(traded)}) falls into {name}.", day(traded))


@rule(
    "AD105",
    name="Item 405 disclosure of late report",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-3(k)"), REGULATION_SK.at("Item 405")),
)
def item_405_disclosure_of_late_report(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A late report is named in the issuer's proxy statement or annual report.

    Every form is posted on the issuer's website by the end of the next business day and kept there for twelve
    months (Rule 16a-3(k)); that is said here only of a form that is late (DL101), or an amendment after which more
    follows (AM106), so that it is read. A foreign private issuer has no such statement. The old duty to send the
    issuer a copy has ended.

    Remedy: Tell the issuer, so that it can post the form and make its Item 405 disclosure.
    """
    if filing.context.issuer_is_foreign_private:
        return
    late = [row for row in filing.transactions if missed_deadline(row, filing, circumstances.filed_at) is not None]
    amended = amended_rows(filing, circumstances.original)
    if late or amended.adds or amended.changes:
        message = (
            "The issuer posts this form on its website by the end of the next business day, and names a late report in "
            "its proxy statement or Form 10-K (Item 405)."
        )
        yield Breach(filing.at, message, f"{len(late)} late rows" if late else None)


@cache
def _short() -> re.Pattern[str]:
    return re.compile(r"short sales?\b|short against|sold short|selling short", re.IGNORECASE)


@cache
def _put() -> re.Pattern[str]:
    return re.compile(r"\bputs?\b|right to sell", re.IGNORECASE)


@cache
def _call() -> re.Pattern[str]:
    return re.compile(r"\bcalls?\b|obligation to sell", re.IGNORECASE)


@cache
def _other_ground() -> re.Pattern[str]:
    return re.compile(
        r"form 144|rule 144|registered|registration statement|underwrit|public offering|secondary offering|private"
        r"|4\(a\)\(7\)|repurchase",
        re.IGNORECASE,
    )
