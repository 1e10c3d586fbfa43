"""FP: what changed for foreign private issuers on 18 March 2026."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.accounts.basis_values import Basis, Ground
from form4gen.accounts.titles import titles_of
from form4gen.law.authorities import (
    FOREIGN_ACT,
    FORM_4,
    ORDER_MARCH_2026,
    ORDER_MAY_2026,
    OWNERSHIP_XSD,
    RELEASE_34_104903,
    RULE_3A12_3,
    RULE_16A,
    STAFF_FAQ_2026,
)
from form4gen.law.foreign import REPORTS_SINCE, qualifying
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_STATUS = ("issuer_is_foreign_private",)


@rule(
    "FP101",
    name="ten percent holder of foreign private issuer",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    since=REPORTS_SINCE,
    needs=_STATUS,
    sources=(
        RULE_16A.at("16a-2 as amended on 27 February 2026"),
        RULE_3A12_3.at("3a12-3(b)"),
        RELEASE_34_104903.at("on ten percent holders"),
    ),
)
def ten_percent_holder_of_foreign_private_issuer(
    owner: ReportingOwner, circumstances: Circumstances
) -> Iterator[Breach]:
    """A 10% owner of a foreign private issuer who is not a director or officer is not subject to Section 16(a).

    Only its directors and officers do. An issuer that has lost the status, and a voluntary report, are good
    reasons.

    Remedy: Remove this reporting person, unless the report is voluntary. If the issuer is not a foreign private
    issuer, correct ``issuerIsForeignPrivate``.
    """
    is_ten_only = owner.is_ten_percent_owner and not owner.is_director and not owner.is_officer
    if is_ten_only and circumstances.filing.context.issuer_is_foreign_private:
        message = f"{owner.name} is a ten percent owner only, and those of a foreign private issuer do not report."
        yield Breach(owner.at / "isTenPercentOwner", message)


@rule(
    "FP102",
    name="possible qualifying-jurisdiction exemption",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    since=REPORTS_SINCE,
    needs=(*_STATUS, "issuer_jurisdiction"),
    sources=(ORDER_MARCH_2026.at("on qualifying jurisdictions"), ORDER_MAY_2026.at("on qualifying jurisdictions")),
)
def possible_qualifying_jurisdiction_exemption(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Directors and officers who report under the rule of a qualifying jurisdiction may be exempt from Section 16(a).

    The orders ask that the person reports at home and that an English version is public within two business days;
    an officer whom the rule there does not cover reports here. The list may have grown after May 2026.

    Remedy: Confirm with counsel that the person reports under the home rule and that an English version is public
    within two business days. Otherwise file.
    """
    name = filing.context.issuer_jurisdiction or ""
    found = qualifying(name, circumstances.filed_on) if filing.context.issuer_is_foreign_private else None
    if found:
        message = f"The issuer is of {name}: its directors and officers may be exempt ({found.source})."
        yield Breach(filing.at / "issuer", message, name)


@rule(
    "FP103",
    name="foreign trading symbol missing or misplaced",
    on=Issuer,
    severity=WARNING,
    edgar=ACCEPTS,
    since=REPORTS_SINCE,
    sources=(FORM_4.at("Item 2a"), OWNERSHIP_XSD.at("issuerForeignTradingSymbol")),
)
def foreign_trading_symbol_missing_or_misplaced(issuer: Issuer, circumstances: Circumstances) -> Iterator[Breach]:
    """Item 2a gives the foreign trading symbol of an issuer listed outside the United States, and is blank for others.

    It may not repeat item 2. Whether the issuer is listed abroad is told by ``issuerForeignListing``; of one of
    whom nothing is told, nothing is asked. EDGAR lets item 2a be empty; how long it may be is the matter of another
    rule.

    Remedy: Enter the symbol on the foreign market, for example 2330.TW. If the issuer has no foreign listing, clear
    Item 2a.
    """
    context, at = circumstances.filing.context, issuer.at / "issuerForeignTradingSymbol"
    typed, listing = words(issuer.issuer_foreign_trading_symbol), words(context.issuer_foreign_listing)
    if not typed:
        if context.issuer_is_foreign_private and listing not in ("", "none"):
            message = f"The issuer is listed on {context.issuer_foreign_listing}, but item 2a gives no symbol."
            yield Breach(at, message, expected="the symbol of that market")
    elif typed == words(issuer.issuer_trading_symbol):
        message = f"Item 2a repeats the symbol of item 2, {issuer.issuer_foreign_trading_symbol}."
        yield Breach(at, message, issuer.issuer_foreign_trading_symbol)
    elif listing == "none":
        message = f"Item 2a gives {issuer.issuer_foreign_trading_symbol}, but the issuer is not listed abroad."
        yield Breach(at, message, issuer.issuer_foreign_trading_symbol)


@rule(
    "FP105",
    name="transaction before March 18, 2026",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=_STATUS,
    sources=(FOREIGN_ACT.at("on the day of effect"), STAFF_FAQ_2026.at("on the first reports")),
)
def transaction_before_march_18_2026(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Directors and officers of foreign private issuers report transactions on or after March 18, 2026.

    An earlier one is reported only where Rule 16a-2(a) reaches back from the registration of a class on or after that
    day. Silent where that may be: by ``context.issuerClassRegisteredOn``, or, without it, where a footnote names the
    rule. An issuer that was domestic at the time is another good reason for the row. EDGAR compares no dates.

    Remedy: Remove the row. If Rule 16a-2(a) requires it, cite the rule in a footnote.
    """
    traded, decision = row.transaction_date.value, circumstances.dues[row].decisions[0]
    if decision.ground is not Ground.FOREIGN or traded is None or traded >= REPORTS_SINCE:
        return
    if decision.basis is Basis.NOT_REPORTABLE:
        message = (
            f"{row.name} is dated {day(traded)}, before Section 16(a) applied to directors and officers of foreign "
            f"private issuers ({day(REPORTS_SINCE)}). It is not reportable unless Rule 16a-2(a) reaches back to it."
        )
        yield Breach(row.transaction_date.at, message, day(traded), f"{day(REPORTS_SINCE)} or later")


@rule(
    "FP106",
    name="ordinary or depositary shares not specified",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    since=REPORTS_SINCE,
    needs=_STATUS,
    sources=(FORM_4.at("Instruction 3(b)"), FORM_4.at("Instruction 5")),
    certainty=MEDIUM,
)
def ordinary_or_depositary_shares_not_specified(filing: Filing) -> Iterator[Breach]:
    """The titles of a foreign private issuer say whether they count ordinary or depositary shares.

    Asked where a title in Table I names neither, nor debt, and where both kinds stand on the form and no footnote
    tells of them. Whether the price fits the other kind is not seen here.

    Remedy: Name the class in the title, and give the ratio in a footnote.
    """
    if not filing.context.issuer_is_foreign_private:
        return
    titles = [cell for row in filing.rows for cell in titles_of(row)[-1:] if cell.value]
    unclear = [cell for cell in titles if not _named().search(cell.value or "")]
    for cell in unclear[:1]:
        message = f"{cell.value} does not say whether ordinary or depositary shares are counted."
        yield Breach(cell.at, message, cell.value)
    depositary = [cell for cell in titles if _depositary().search(cell.value or "")]
    other = [cell for cell in titles if cell not in unclear and _ordinary().search(cell.value or "")]
    if depositary and other and not _depositary().search(filing.all_text):
        message = f"The form counts {depositary[0].value} and {other[0].value}; a footnote gives the ratio."
        yield Breach(other[0].at, message, other[0].value)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"ordinary|common|\bAD[SR]s?\b|depositary|preferred|preference|\bnotes?\b|debenture|bond"
        r"|subordinate|multiple voting",
        re.IGNORECASE,
    )


@cache
def _depositary() -> re.Pattern[str]:
    return re.compile(r"\bAD[SR]s?\b|depositary", re.IGNORECASE)


@cache
def _ordinary() -> re.Pattern[str]:
    return re.compile(r"^(?!.*(?:depositary|\bAD[SR]s?\b)).*(?:ordinary|common)", re.IGNORECASE)
