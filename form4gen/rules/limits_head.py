"""HD: what EDGAR wants in the head of the form, in the titles of securities and of the tables as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.limits import ROWS_IN_A_TABLE, is_cik
from form4gen.model.filing import Filing, Issuer
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, too_many


@rule(
    "HD201",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 3"), OWNERSHIP_XSD.at("periodOfReport")),
)
def period_of_report_missing(filing: Filing) -> Iterator[Breach]:
    """Box 3 holds a date.

    It is the date by which the form is filed and found; EDGAR takes no ownership document without it.

    Remedy: give ``periodOfReport``, the date of the earliest transaction that had to be reported.
    """
    if filing.period_of_report is None:
        yield Breach(filing.at / "periodOfReport", "Box 3, the date of the earliest transaction, is empty.")


@rule("HD202", on=Issuer, severity=ERROR, edgar=SUSPENDS, sources=(FORM_4.at("Item 2"), OWNERSHIP_XSD.at("issuerCik")))
def issuer_cik_missing_or_malformed(issuer: Issuer) -> Iterator[Breach]:
    """The issuer is named by its CIK, 1 to 10 digits.

    EDGAR knows companies by this number alone: it fills in the name itself. Leading zeros may be written or left out.

    Remedy: give ``issuerCik``, digits only, as EDGAR's company search shows it.
    """
    cik = issuer.issuer_cik or ""
    if not cik:
        yield Breach(issuer.at / "issuerCik", "The CIK of the issuer is missing.")
    elif not is_cik(cik):
        yield Breach(
            issuer.at / "issuerCik",
            "The CIK of the issuer is not 1 to 10 digits.",
            found=cik,
            expected="1 to 10 digits",
        )


@rule(
    "HD207",
    on=Issuer,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 2"), OWNERSHIP_XML.at("4.3.1")),
)
def issuer_name_missing(issuer: Issuer) -> Iterator[Breach]:
    """The form names its issuer.

    Item 2 asks for the name, and the page shows what is given here. EDGAR takes the name of the CIK from its own
    records, so that it misses none; a reader of the page does, and nobody can see whether the CIK is the right one.

    Remedy: give ``issuerName`` as EDGAR's company search shows it for the CIK.
    """
    if not (issuer.issuer_name or "").strip():
        cik = f" (CIK {issuer.issuer_cik})" if issuer.issuer_cik else ""
        message = f"The name of the issuer{cik} is missing: the page would show Item 2 empty."
        yield Breach(issuer.at / "issuerName", message, expected="the name registered with EDGAR")


@rule(
    "HD203",
    on=Issuer,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("issuerTradingSymbol"), OWNERSHIP_XSD.at("issuerForeignTradingSymbol")),
)
def trading_symbol_too_long(issuer: Issuer, circumstances: Circumstances) -> Iterator[Breach]:
    """A trading symbol has at most 10 characters, the foreign one of item 2a at most 14.

    The box holds a ticker, not the name of the exchange or of the company.

    Remedy: write the bare ticker; an issuer that has several classes lists as many symbols as fit.
    """
    yield from longer_than_edgar_takes(
        issuer, circumstances.filed_on, "issuerTradingSymbol", "issuerForeignTradingSymbol"
    )


@rule(
    "HD204",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 3(b)"), OWNERSHIP_XSD.at("securityTitle")),
)
def security_title_missing(row: Row) -> Iterator[Breach]:
    """Each row names its class of securities.

    A footnote cannot stand in for the title: EDGAR wants a text of 1 to 60 characters.

    Remedy: give ``securityTitle`` as the charter or the plan calls the class.
    """
    title = row.security_title
    if not (title.value or "").strip():
        beside = "; a footnote does not replace it" if title.footnotes else ""
        yield Breach(title.at, f"{row.name} does not say which class of securities it is about{beside}.")


@rule(
    "HD205",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("securityTitle"), OWNERSHIP_XSD.at("underlyingSecurityTitle")),
)
def security_title_too_long(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """The title of a security, or of an underlying one, has at most 60 characters.

    EDGAR counts every sign and blank and refuses the document at the sixty-first.

    Remedy: shorten the title; put par value, series terms and the like into a footnote on the cell.
    """
    yield from longer_than_edgar_takes(row, circumstances.filed_on, "securityTitle", "underlyingSecurityTitle")


@rule(
    "HD206",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(ROWS_IN_A_TABLE.source, OWNERSHIP_XML.at("4.3.3")),
)
def more_rows_than_a_table_takes(filing: Filing) -> Iterator[Breach]:
    """A table has at most 30 rows, transactions and holdings together.

    Both tables together hold 60. What is over goes into a second Form 4, filed at the same time.

    Remedy: split the rows over several filings, each with its own balances in order, and say in the remarks of each
    that it is a part; or sum trades of one day under a weighted average price where the staff allows it.
    """
    for key, rows in (
        ("nonDerivativeTable", filing.non_derivative_table),
        ("derivativeTable", filing.derivative_table),
    ):
        yield from too_many(ROWS_IN_A_TABLE, len(rows), filing.at / key, "rows")
