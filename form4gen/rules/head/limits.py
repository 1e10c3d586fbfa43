"""HD: what EDGAR requires of Items 2 and 3, of the titles of securities, and of the length of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML, OWNERSHIP_XSD
from form4gen.law.form4 import CAPTIONS
from form4gen.law.limits import ROWS_IN_A_TABLE, is_cik
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing, Issuer
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances
from form4gen.rules.limits import longer_than_edgar_takes, too_many


@rule(
    "HD201",
    name="Item 3 date missing",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 3"), OWNERSHIP_XSD.at("periodOfReport")),
)
def item_3_date_missing(filing: Filing) -> Iterator[Breach]:
    """Item 3 must state a date.

    The period of report is how the filing is indexed. EDGAR suspends a filing without it.

    Remedy: Enter the date of the earliest transaction required to be reported (``periodOfReport``).
    """
    if filing.period_of_report is None:
        message = "Item 3, the date of the earliest transaction required to be reported, is blank."
        yield Breach(filing.at / "periodOfReport", message)


@rule(
    "HD202",
    name="issuer CIK missing or malformed",
    on=Issuer,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Item 2"), OWNERSHIP_XSD.at("issuerCik"), OWNERSHIP_XML.at("5")),
)
def issuer_cik_missing_or_malformed(issuer: Issuer) -> Iterator[Breach]:
    """The issuer must be identified by its CIK, 1 to 10 digits.

    EDGAR identifies an issuer by this number alone and takes the name from its own records. It suspends a filing whose
    CIK it does not know, and 0 belongs to no one. Leading zeros are optional.

    Remedy: Enter the issuer's CIK, digits only, as EDGAR company search shows it (``issuerCik``).
    """
    cik = issuer.issuer_cik or ""
    if not cik:
        yield Breach(issuer.at / "issuerCik", "The issuer's CIK is missing.")
    elif not is_cik(cik):
        message = f"The issuer's CIK is entered as {cik}; a CIK is 1 to 10 digits, not all zeros."
        yield Breach(issuer.at / "issuerCik", message, found=cik, expected="1 to 10 digits, not all zeros")


@rule(
    "HD207",
    name="issuer name missing",
    on=Issuer,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Item 2"), OWNERSHIP_XML.at("4.3.1")),
)
def issuer_name_missing(issuer: Issuer) -> Iterator[Breach]:
    """Item 2 must state the issuer's name.

    The printed form shows the name that is entered here, and the name lets a reader check that the CIK is right.
    EDGAR does not check this: it takes the name from its own records.

    Remedy: Enter the name that EDGAR company search shows for this CIK (``issuerName``), and confirm that the CIK
    is the issuer's.
    """
    if not visible(issuer.issuer_name):
        cik = f" (CIK {issuer.issuer_cik})" if issuer.issuer_cik else ""
        message = f"The issuer's name{cik} is missing, so Item 2 of the printed form would be blank."
        yield Breach(issuer.at / "issuerName", message, expected="the name registered with EDGAR")


@rule(
    "HD203",
    name="trading symbol over EDGAR's limit",
    on=Issuer,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("issuerTradingSymbol"), OWNERSHIP_XSD.at("issuerForeignTradingSymbol")),
)
def trading_symbol_over_edgars_limit(issuer: Issuer, circumstances: Circumstances) -> Iterator[Breach]:
    """A trading symbol must not exceed 10 characters in Item 2 or 14 characters in Item 2a.

    Items 2 and 2a take a ticker, not the name of the exchange or of the issuer. EDGAR suspends a longer one.

    Remedy: Enter the ticker alone, without the exchange or the issuer's name. If the issuer has several classes,
    list as many symbols as fit.
    """
    yield from longer_than_edgar_takes(
        issuer, circumstances.filed_on, "issuerTradingSymbol", "issuerForeignTradingSymbol"
    )


@rule(
    "HD204",
    name="security title missing",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 3(b)"), OWNERSHIP_XSD.at("securityTitle")),
)
def security_title_missing(row: Row) -> Iterator[Breach]:
    """Every row must state the title of the security.

    A footnote does not replace the title. EDGAR requires a text of 1 to 60 characters.

    Remedy: Enter the title of the class as the charter or plan states it (``securityTitle``).
    """
    title = row.security_title
    if not visible(title.value):
        beside = "; a footnote does not replace it" if title.footnotes else ""
        yield Breach(title.at, f"{row.name} has no security title{beside}.")


@rule(
    "HD205",
    name="security title over 60 characters",
    on=Row,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("securityTitle"), OWNERSHIP_XSD.at("underlyingSecurityTitle")),
)
def security_title_over_60_characters(row: Row, circumstances: Circumstances) -> Iterator[Breach]:
    """A security title, including an underlying security's, must not exceed 60 characters.

    EDGAR counts every character, spaces included, and suspends the filing if there are more.

    Remedy: Shorten the title. Move par value, series terms and the like to a footnote.
    """
    yield from longer_than_edgar_takes(row, circumstances.filed_on, "securityTitle", "underlyingSecurityTitle")


@rule(
    "HD206",
    name="more than 30 rows in a table",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(ROWS_IN_A_TABLE.source, OWNERSHIP_XML.at("4.3.3")),
)
def more_than_30_rows_in_a_table(filing: Filing) -> Iterator[Breach]:
    """Each table must have no more than 30 rows, transactions and holdings together.

    The limit applies to each table separately. The rows that do not fit belong on a second Form 4 filed at the same
    time.

    Remedy: Divide the rows among two or more Forms 4 filed together, with balances in sequence, and state in the
    Remarks of each that it is one of several. Same-day trades within a one-dollar price range may instead be
    combined at a weighted average price.
    """
    for key, rows in (
        ("nonDerivativeTable", filing.non_derivative_table),
        ("derivativeTable", filing.derivative_table),
    ):
        yield from too_many(ROWS_IN_A_TABLE, len(rows), filing.at / key, "rows")


@rule(
    "HD208",
    name="check box of another form",
    on=Filing,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(OWNERSHIP_XSD.at("ownershipDocument"),),
)
def check_box_of_another_form(filing: Filing) -> Iterator[Breach]:
    """A Form 4 has no check box that belongs to Form 3 or Form 5.

    Only a Form 3 says that no securities are owned, and only a Form 5 says that it reports what an earlier form left
    out. form4gen omits them from the XML of a Form 4; EDGAR suspends a Form 4 whose XML has them.

    Remedy: Delete the key, or file the form that it belongs to.
    """
    for key, form in _OF_OTHER_FORMS.items():
        if getattr(filing, Filing.fields[key].attribute):
            message = f"{CAPTIONS[key]}: this check box is on Form {form}, not on Form {filing.document_type}."
            yield Breach(filing.at / key, message)


_OF_OTHER_FORMS = {"noSecuritiesOwned": 3, "form3HoldingsReported": 5, "form4TransactionsReported": 5}
