"""DV: the title of a derivative, and the table in which a security belongs."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import CARE, FORM_4, RULE_16A
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, NonDerivativeHolding, NonDerivativeTransaction
from form4gen.prose.reading import notes_of, read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_TABLE_I = (NonDerivativeTransaction, NonDerivativeHolding)


_TABLE_II = (DerivativeTransaction, DerivativeHolding)


_DERIVATIVES = (
    "option_title",
    "warrant_title",
    "put_or_call_title",
    "swap_title",
    "appreciation_right_title",
    "convertible_debt_title",
    "phantom_title",
)
"""Securities that are reported in Table II."""


@rule(
    "DV107",
    name="option right not stated",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(ii)"),),
)
def option_right_not_stated(filing: Filing) -> Iterator[Breach]:
    """The title of an option states whether it is a right, or an obligation, to buy or to sell.

    The words may be in the title or in a footnote on the row. A warrant without them is an advisory. A put or call
    is accepted as it is. Each title is reported once. EDGAR does not check this.

    Remedy: Add it to the title, for example "Stock Option (right to buy)" or "Call Option (obligation to sell)".
    """
    seen: set[str] = set()
    for row in filing.derivative_table:
        title = row.security_title.value or ""
        said = read(title)
        if title in seen or not said.says("option_title", "put_or_call_title", "warrant_title"):
            continue
        if not said.says("option_right") and not notes_of(row, filing).excuses("option_right"):
            seen.add(title)
            is_warrant = said.says("warrant_title")
            message = (
                f'{row.name}: "{title}" does not state whether it is a right to buy or to sell, or an obligation to do '
                "so."
            )
            yield Breach(row.security_title.at, message, title, severity=ADVISORY if is_warrant else None)


@rule(
    "DV108",
    name="security in the wrong table",
    on=(*_TABLE_I, *_TABLE_II),
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i), (iv)"), RULE_16A.at("16a-1(c)")),
)
def security_in_the_wrong_table(
    row: NonDerivativeTransaction | NonDerivativeHolding | DerivativeTransaction | DerivativeHolding,
    circumstances: Circumstances,
) -> Iterator[Breach]:
    """Report non-derivative securities in Table I and derivative securities in Table II.

    The title decides. Restricted stock units may be in either table, and so may a class of common stock that is
    convertible: common stock in Table II is reported only where column 2 is blank and no footnote on the row
    mentions a conversion. A unit of shares and warrants or rights, reported in one row, belongs in both tables, part by
    part (Instruction 4(c)(iv)). EDGAR does not check this.

    Remedy: Move the row to the other table. If the title is wrong, correct it.
    """
    at, title = row.security_title.at, row.security_title.value or ""
    if read(title).says("unit_of_parts_title"):
        message = f'{row.name}: "{title}" combines a share with a derivative security. Report the parts in both tables.'
        remedy = (
            "Report the shares in Table I and the warrants or rights in Table II. Say in a footnote that they make up "
            "a unit, and give the price of the unit."
        )
        yield Breach(at, message, title, remedy=remedy)
    elif isinstance(row, DerivativeTransaction | DerivativeHolding):
        is_blank, is_stock = row.conversion_or_exercise_price.is_blank, read(title).says("plain_stock_title")
        if is_blank and is_stock and not notes_of(row, circumstances.filing).excuses("conversion_mentioned"):
            yield Breach(at, f'{row.name}: "{title}" is not a derivative security. Report it in Table I.', title)
    elif read(title).says(*_DERIVATIVES) and not read(title).excuses("issued_on_derivative_title"):
        yield Breach(at, f'{row.name}: "{title}" is a derivative security. Report it in Table II.', title)


@rule(
    "DV109",
    name="convertible stock or RSUs misplaced",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), CARE.at("on units in both tables")),
)
def convertible_stock_or_rsus_misplaced(filing: Filing) -> Iterator[Breach]:
    """Report convertible equity securities only in Table II, and restricted stock units in one table throughout.

    A security that its holder cannot convert, or not at a fixed price, is not a derivative security; a footnote on
    the row may say so. Instruction 4(c)(i) covers convertible securities only: that units are reported in one table
    is practice. Units in Table I whose title has a footnote are accepted. EDGAR does not check this.

    Remedy: Move convertible or exchangeable equity to Table II. Choose one table for restricted stock units.
    """
    units = None
    for row in filing.non_derivative_table:
        title = row.security_title.value or ""
        said = read(row.security_title.value)
        if said.says("convertible_equity_title") and not notes_of(row, filing).excuses("not_convertible"):
            message = (
                f'{row.name}: "{title}" is an equity security that is also convertible or exchangeable. Report it only '
                "in Table II (Instruction 4(c)(i))."
            )
            remedy = "Move the row to Table II. If the holder cannot convert the security, say so in a footnote."
            yield Breach(row.security_title.at, message, title, remedy=remedy)
        if units is None and said.says("restricted_unit_title") and not row.security_title.footnotes:
            units = row
    other = next(
        (row for row in filing.derivative_table if read(row.security_title.value).says("restricted_unit_title")), None
    )
    if units is not None and other is not None:
        message = (
            f"{units.name} and {other.name} both report restricted stock units. Report them in one table throughout."
        )
        remedy = "Choose one table, and report all restricted stock units in it."
        yield Breach(units.security_title.at, message, units.security_title.value, remedy=remedy)
