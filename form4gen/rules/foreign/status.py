"""FP: reporting persons of foreign private issuers, subject to Section 16(a) since March 18, 2026."""

from __future__ import annotations

from collections.abc import Iterator

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
from form4gen.law.jurisdictions import country_called
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.rows import Transaction
from form4gen.model.wording import day
from form4gen.prose.reading import all_notes, read
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_STATUS = ("issuer_is_foreign_private",)
_KINDS = ("depositary_share", "ordinary_share", "other_class")
_CLEAR = "Clear Item 2a. If the issuer is listed abroad, record the market (``context.issuerForeignListing``)."
_CONFIRM = (
    "If the symbol is the same on both markets, record the foreign one (``context.issuerForeignListing``). Otherwise "
    "enter the symbol on the foreign market, or clear Item 2a."
)


@rule(
    "FP101",
    name="ten percent holder of foreign private issuer",
    on=ReportingOwner,
    severity=WARNING,
    edgar=ACCEPTS,
    since=REPORTS_SINCE,
    needs=_STATUS,
    sources=(
        RULE_16A.at("16a-2 as amended on February 27, 2026"),
        RULE_3A12_3.at("3a12-3(b)"),
        RELEASE_34_104903.at("on ten percent holders"),
    ),
)
def ten_percent_holder_of_foreign_private_issuer(
    owner: ReportingOwner, circumstances: Circumstances
) -> Iterator[Breach]:
    """A 10% owner of a foreign private issuer who is not a director or officer is not subject to Section 16(a).

    The amended rules reach only the directors and officers of a foreign private issuer. EDGAR does not check this.

    Remedy: Remove this reporting person, unless the report is voluntary. If the issuer is not a foreign private
    issuer, correct that record (``issuerIsForeignPrivate``).
    """
    is_ten_only = owner.is_ten_percent_owner and not owner.is_director and not owner.is_officer
    if is_ten_only and circumstances.filing.context.issuer_is_foreign_private:
        yield Breach(
            owner.at / "isTenPercentOwner",
            f"{owner.name} is reported only as a 10% owner of a foreign private issuer. Such owners do not file "
            "Section 16(a) reports unless they are also directors or officers.",
        )


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

    The SEC's orders require that the person report under the home rule and that an English version be public within
    two business days. An officer whom the home rule does not cover files Form 4. The list of jurisdictions is that of
    May 2026 and may have grown. A country goes by any of its common names, and by that of a part of it (Ontario); a
    name that form4gen does not know is reported as such.

    Remedy: Confirm with counsel that the person reports under the home rule and that an English version is public
    within two business days. Otherwise file.
    """
    name = (filing.context.issuer_jurisdiction or "").strip()
    if not filing.context.issuer_is_foreign_private or not name:
        return
    found = qualifying(name, circumstances.filed_on)
    if country_called(name) is None:
        yield Breach(
            filing.context.at / "issuerJurisdiction",
            f'form4gen does not know the jurisdiction "{name}", so it did not check whether the SEC has exempted the '
            "issuer's directors and officers.",
            name,
            remedy="Enter the country by its usual English name (``context.issuerJurisdiction``), or look it up in "
            "the SEC's orders.",
        )
    elif found:
        yield Breach(
            filing.at / "issuer",
            f"The issuer's home jurisdiction ({found.name}) is a qualifying jurisdiction, so its directors and "
            f"officers may be exempt from Section 16(a) reporting ({found.source}).",
            name,
        )


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

    ``issuerForeignListing`` records where the issuer is listed abroad; if it is blank, Item 2a is not required. Two
    exchanges may use the same symbol, so a repeated symbol is only a warning, and none where a listing is recorded.
    EDGAR does not check this.

    Remedy: Enter the symbol on the foreign market, for example 2330.TW. If the issuer has no foreign listing, clear
    Item 2a.
    """
    context, at = circumstances.filing.context, issuer.at / "issuerForeignTradingSymbol"
    typed, listing = words(issuer.issuer_foreign_trading_symbol), words(context.issuer_foreign_listing)
    if not typed:
        if context.issuer_is_foreign_private and listing not in ("", "none"):
            message = (
                f"The issuer is listed on {context.issuer_foreign_listing}, but Item 2a (Foreign Trading Symbol) is "
                "blank."
            )
            yield Breach(at, message, expected="the symbol on that market")
    elif listing == "none":
        message = f"Item 2a gives {issuer.issuer_foreign_trading_symbol}, but the issuer has no foreign listing."
        yield Breach(at, message, issuer.issuer_foreign_trading_symbol, remedy=_CLEAR)
    elif not listing and typed == words(issuer.issuer_trading_symbol):
        message = (
            f"Item 2a repeats the trading symbol in Item 2 ({issuer.issuer_foreign_trading_symbol}). Confirm that the "
            "foreign trading symbol is the same."
        )
        yield Breach(at, message, issuer.issuer_foreign_trading_symbol, remedy=_CONFIRM)


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
    """The title of a foreign private issuer's security must show whether it is an ordinary or a depositary share.

    The first title of Table I, or of an underlying security, that shows neither is reported. If the form has both, a
    footnote must mention the depositary shares. EDGAR does not check this.

    Remedy: Name the class in the title, for example "Ordinary Shares" or "American Depositary Shares".
    """
    if not filing.context.issuer_is_foreign_private:
        return
    titles = [cell for row in filing.rows for cell in titles_of(row)[-1:] if cell.value]
    unclear = [cell for cell in titles if not read(cell.value).excuses(*_KINDS)]
    for cell in unclear[:1]:
        message = f'"{cell.value}" does not show whether ordinary shares or depositary shares are reported.'
        yield Breach(cell.at, message, cell.value)
    depositary = [cell for cell in titles if read(cell.value).says("depositary_share")]
    other = [cell for cell in titles if read(cell.value).says("ordinary_share")]
    if depositary and other and not all_notes(filing).excuses("depositary_share"):
        yield Breach(
            other[0].at,
            f"The form reports both {depositary[0].value} and {other[0].value}, but no footnote gives the ratio "
            "between them.",
            other[0].value,
            remedy="State the ratio in a footnote, for example: each ADS represents two ordinary shares.",
        )
