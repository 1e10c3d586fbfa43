"""HD: the head of the form: period, issuer, and that there is something to report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.history import bare_cik, made_on
from form4gen.law.authorities import EXCHANGE_ACT, FILER_MANUAL, FORM_4, OWNERSHIP_XML
from form4gen.law.limits import X0609_SINCE
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.wording import day
from form4gen.prose.reading import all_notes
from form4gen.prose.symbols import bare_symbols, is_no_symbol, symbols_in
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, MEDIUM, SUSPENDS, UNKNOWN, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_A_YEAR = timedelta(days=365)


@rule(
    "HD101",
    name="Item 3 not the earliest transaction date",
    on=Filing,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 3"), OWNERSHIP_XML.at("4.3"), FILER_MANUAL.at("8.1.4.2")),
)
def item_3_not_the_earliest_transaction_date(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Item 3 must state the date of the earliest transaction required to be reported.

    A row that may wait for Form 5, is not reportable, or is marked V does not count, though its date is accepted too.
    If the reporting basis is not clear, either date is accepted. An amendment, or one of several forms filed together,
    may leave out the earliest row: there only a date later than every row is wrong, on an amendment a warning. EDGAR
    does not check this.

    Remedy: Enter the earliest transaction date (column 2 of Table I or column 3 of Table II, not the deemed execution
    date) among the rows not marked V (``periodOfReport``). On a Form 4/A, keep the original form's date where its
    earlier rows are not repeated.
    """
    period, rows = filing.period_of_report, filing.transactions
    days = {row: row.transaction_date.value for row in rows if row.transaction_date.value is not None}
    if period is None or not days or len(days) < len(rows):
        return
    earliest = min(days.values())
    unmarked = [row for row in rows if not row.is_early]
    due = [row for row in unmarked if circumstances.dues[row].basis not in _NOT_DUE]
    surely = [row for row in due if circumstances.dues[row].is_sure]
    required = min((days[row] for row in due), default=earliest)
    allowed = {min((days[row] for row in some), default=earliest) for some in (rows, unmarked, due, surely)}
    if period in allowed or (period < required and _may_lack_earlier_rows(filing)):
        return
    yield Breach(
        filing.at / "periodOfReport",
        f"Item 3 states {day(period)}, but the earliest transaction required to be reported on this form is dated "
        f"{day(required)}.",
        found=day(period),
        expected=day(required),
        severity=WARNING if filing.is_amendment else None,
        suggested=None if filing.is_amendment else required,
    )


_NOT_DUE = (Basis.FORM_5, Basis.NOT_REPORTABLE, Basis.NOT_YET)


def _may_lack_earlier_rows(filing: Filing) -> bool:
    return filing.is_amendment or all_notes(filing).excuses("several_forms")


@rule(
    "HD102",
    name="no transaction and exit box not checked",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XML.at("4.3.3, 4.3.4"), FORM_4.at("Instruction 1(b)")),
)
def no_transaction_and_exit_box_not_checked(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A Form 4 must report a transaction unless the exit box is checked.

    A Form 4 reports a change in holdings, so holdings alone are not enough. EDGAR's specification of March 2026
    suspends such a filing unless the exit box is checked. EDGAR accepted one in 2022, so what it did before March
    2026 is not known.

    Remedy: Add the transaction. If the reporting person is no longer subject to Section 16, check the exit box
    (``notSubjectToSection16``).
    """
    if not filing.transactions and not filing.not_subject_to_section16:
        what = "holdings only: no transaction" if filing.rows else "no transaction"
        message = f"The form reports {what}, and the exit box is not checked."
        yield Breach(filing.at, message, edgar=None if circumstances.filed_on >= X0609_SINCE else UNKNOWN)


@rule(
    "HD104",
    name="issuer entered as reporting person",
    on=ReportingOwner,
    severity=ERROR,
    edgar=UNKNOWN,
    sources=(FORM_4.at("Items 1 and 2"), EXCHANGE_ACT.at("Section 16(a)(1)")),
)
def issuer_entered_as_reporting_person(owner: ReportingOwner, circumstances: Circumstances) -> Iterator[Breach]:
    """Item 1 must identify a reporting person other than the issuer.

    Section 16 reports are filed by directors, officers and 10% owners, not by the issuer. CIKs are compared without
    leading zeros. No source says whether EDGAR checks this.

    Remedy: Enter the reporting person's own CIK (``rptOwnerCik``). If the issuer's CIK is the wrong one, correct that
    (``issuerCik``).
    """
    cik = bare_cik(owner.rpt_owner_cik)
    if cik and cik == bare_cik(circumstances.filing.issuer.issuer_cik):
        message = f"CIK {cik} is entered for both the issuer (Item 2) and a reporting person (Item 1)."
        yield Breach(owner.at / "rptOwnerCik", message, found=owner.rpt_owner_cik)


@rule(
    "HD105",
    name="trading symbol missing or malformed",
    on=Issuer,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 2"), OWNERSHIP_XML.at("4.3.1")),
    certainty=MEDIUM,
)
def trading_symbol_missing_or_malformed(issuer: Issuer, circumstances: Circumstances) -> Iterator[Breach]:
    """Item 2 must state the issuer's ticker or trading symbol alone, or NONE if it has none.

    Data services look up the issuer by its symbol; the exchange, brackets and a dollar sign are not part of it. An
    issuer with several classes may list the symbol of each. N/A in place of NONE is common and only an advisory, as is
    a symbol that differs from a prior form's of the last year. EDGAR suspends a filing without a symbol, which is an
    error, and accepts any symbol that is there.

    Remedy: Enter the ticker alone, in capital letters and without the exchange. Enter NONE if the issuer has no
    trading symbol.
    """
    typed = visible(issuer.issuer_trading_symbol)
    at = issuer.at / "issuerTradingSymbol"
    if not typed:
        message = "The trading symbol is missing. Enter NONE if the issuer has no trading symbol."
        yield Breach(at, message, severity=ERROR, edgar=SUSPENDS)
        return
    if is_no_symbol(typed):
        expected, severity = "NONE", ADVISORY
    else:
        expected, severity = bare_symbols(typed), None
    if expected != typed:
        wanted = expected or "the bare ticker"
        fix = expected or None
        message = f"The trading symbol is entered as {typed}; it should be {wanted}."
        yield Breach(at, message, typed, wanted, severity=severity, fix=fix)
    for last in circumstances.prior[-1:]:
        before, made = last.issuer.issuer_trading_symbol or "", made_on(last) or date.min
        now, then = symbols_in(typed), symbols_in(before)
        if now and then and now.isdisjoint(then) and circumstances.filed_on - made < _A_YEAR:
            yield Breach(
                at,
                f"The trading symbol is {typed}, but the form of {day(made)} gave {before}. Confirm that the symbol "
                "has changed.",
                typed,
                before,
                severity=ADVISORY,
                remedy="Confirm the issuer's current trading symbol, and correct Item 2 if it is not this one.",
            )
