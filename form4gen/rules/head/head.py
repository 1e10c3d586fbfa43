"""HD: the head of the form: period, issuer, and that there is something to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from form4gen.accounts.basis_values import Basis
from form4gen.accounts.history import bare_cik, made_on
from form4gen.law.authorities import EXCHANGE_ACT, FILER_MANUAL, FORM_4, OWNERSHIP_XML
from form4gen.law.limits import X0609_SINCE
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.wording import day
from form4gen.prose.reading import all_notes
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

    A row that may wait for Form 5, need not be reported, or is marked V does not count, though its date passes too.
    Where the reporting basis is not clear, either date passes. If no row had to be reported, the earliest is the date.
    An amendment may repeat a later row only while Item 3 keeps the date of the original, so there only a date after all
    its rows is wrong, and a warning. A form that is one of several may have its earliest row in another. EDGAR compares
    no dates.

    Remedy: Enter the earliest transaction date (column 2 of Table I or column 3 of Table II, not the deemed
    execution date) among the rows not marked V, in ``periodOfReport``. On a Form 4/A, keep the original form's date
    where its earlier rows are not repeated.
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

    Holdings alone are no reason for a Form 4. EDGAR's specification of March 2026 says that a filing without a
    transaction is suspended unless the exit box is checked; in 2022 EDGAR took one, so for the time before this is
    not known.

    Remedy: Add the transaction. If the reporting person is no longer subject to Section 16, check the exit box
    (``notSubjectToSection16``).
    """
    if not filing.transactions and not filing.not_subject_to_section16:
        but = " but holdings" if filing.rows else ""
        message = f"The form reports nothing{but}: it has no transaction, and the exit box is off."
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

    Directors, officers and ten percent holders report on the issuer's securities; the issuer is none of them. CIKs
    are compared without leading zeros. Whether EDGAR compares them is said nowhere.

    Remedy: Enter the reporting person's own CIK (``rptOwnerCik``). If the issuer's CIK is the wrong one, correct
    ``issuerCik``.
    """
    cik = bare_cik(owner.rpt_owner_cik)
    if cik and cik == bare_cik(circumstances.filing.issuer.issuer_cik):
        yield Breach(
            owner.at / "rptOwnerCik", f"CIK {cik} is both issuer and reporting person.", found=owner.rpt_owner_cik
        )


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

    Data services look an issuer up by it, and neither the exchange nor a bracket belongs to a ticker. An issuer
    with several classes may list the symbol of each. N/A in place of NONE is common, so that is an advisory; and so
    is a symbol that the last prior form, if it is less than a year old, did not have: symbols do change. EDGAR
    wants the symbol and suspends a form without it (an error); it takes any that is there.

    Remedy: Enter the ticker alone, in capital letters and without the exchange. Enter NONE if the issuer has no
    trading symbol.
    """
    typed = (issuer.issuer_trading_symbol or "").strip()
    at = issuer.at / "issuerTradingSymbol"
    if not typed:
        message = "The trading symbol is missing; an issuer that has none gives NONE."
        yield Breach(at, message, severity=ERROR, edgar=SUSPENDS)
        return
    if re.sub(r"[./\s]", "", typed).upper() in ("NA", "NONE"):
        expected, severity = "NONE", ADVISORY
    else:
        expected, severity = _bare(typed), None
    if expected != typed:
        wanted = expected or "the bare ticker"
        fix = expected or None
        yield Breach(at, f"Trading symbol {typed} should be {wanted}.", typed, wanted, severity=severity, fix=fix)
    for last in circumstances.prior[-1:]:
        before, made = last.issuer.issuer_trading_symbol or "", made_on(last) or date.min
        now, then = _symbols(typed), _symbols(before)
        if now and then and now.isdisjoint(then) and circumstances.filed_on - made < _A_YEAR:
            message = f"The form of {day(made)} gave the trading symbol {before}. Did it change?"
            yield Breach(at, message, typed, before, severity=ADVISORY)


def _symbols(typed: str) -> frozenset[str]:
    """The words of the symbols; none where the issuer has no symbol."""
    bare = {part for part in re.split(r"[^A-Z]+", _bare(typed).upper()) if part}
    return frozenset() if bare <= {"NONE", "N", "A", "NA"} else frozenset(bare)


def _bare(typed: str) -> str:
    """The symbols without exchange, brackets and blanks; as typed, where nothing is odd."""
    symbols: list[str] = []
    for part in _between_symbols().split(re.sub(r"[()\[\]{}]", "", typed)):
        words = part.upper().rpartition(":")[2].split()
        words = [word for word in words if word not in _EXCHANGES] or words
        symbols += words if _are_classes(words) else ["".join(words)]
    symbols = [symbol for symbol in symbols if symbol not in _EXCHANGES] or symbols
    is_as_typed = symbols == [word for part in _between_symbols().split(typed) for word in part.split()]
    return typed if is_as_typed else ", ".join(filter(None, symbols))


def _are_classes(words: list[str]) -> bool:
    """Whether words with blanks between them are symbols of one issuer: ``BIO BIOB``, but not ``N O G``."""
    return len({word[0] for word in words}) == 1


_EXCHANGES = frozenset({"NYSE", "NASDAQ", "AMEX", "OTC", "OTCQB", "OTCQX", "OTCBB"})
"""Names of markets that are no ticker of an issuer."""


@cache
def _between_symbols() -> re.Pattern[str]:
    return re.compile(r"[,;/&]|\band\b", re.IGNORECASE)
