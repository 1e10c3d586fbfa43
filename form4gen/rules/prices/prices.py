"""PR: rows without the price that their code requires, and gifts with one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from form4gen.law.authorities import FORM_4, OWNERSHIP_XML
from form4gen.law.codes import CODES
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.model.wording import dollars, number
from form4gen.prose.reading import cited
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_NOTHING = Decimal(0)


@rule(
    "PR101",
    name="purchase or sale without price",
    on=Transaction,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"), FORM_4.at("Instruction 5(a)"), FORM_4.at("Instruction 4(c)(iii), (iv)")),
)
def purchase_or_sale_without_price(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A purchase or sale must state the price per share.

    No finding is made where a footnote on the row describes consideration other than cash (Instruction 5(a)) or the
    price of a unit (Instruction 4(c)(iv)), nor for an equity swap with K that a footnote describes, for which nothing
    may be paid at first. With any other footnote in place of the price it is a warning. EDGAR accepts a footnote or
    0, and suspends a filing with neither.

    Remedy: Report the price per share before commissions, or the weighted average price with its footnote. If the
    consideration was not cash, describe it and its value in a footnote.
    """
    price = row.transaction_price_per_share
    if row.code not in ("P", "S") or (price.value is not None and price.value != _NOTHING):
        return
    name = CODES[row.code].name
    if price.is_blank:
        yield Breach(price.at, f"{row.name} is a {name} with no price.", expected="more than 0", edgar=SUSPENDS)
    elif cited(circumstances.filing, row.footnotes).excuses("paid_in_kind", "other_consideration") or _is_swap(
        row, circumstances.filing
    ):
        return
    elif price.value is None:
        message = f"{row.name} is a {name} with only a footnote in place of the price. Report the price per share."
        yield Breach(price.at, message, expected="more than 0", severity=WARNING)
    else:
        message = (
            f"{row.name} is a {name} reported at $0. Report the price per share, or the weighted average price with "
            "its footnote."
        )
        yield Breach(price.at, message, found=number(price.value), expected="more than 0")


def _is_swap(row: Transaction, filing: Filing) -> bool:
    is_marked = isinstance(row, DerivativeTransaction) and row.equity_swap_involved
    return bool(is_marked) and cited(filing, row.footnotes).excuses("equity_swap")


@rule(
    "PR102",
    name="gift or inheritance with a price",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"), FORM_4.at("Instruction 8")),
    certainty=MEDIUM,
)
def gift_or_inheritance_with_a_price(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A gift, an inheritance, or a transfer into or out of a voting trust is reported at a price of $0.

    Nothing is paid, and data services read a row with a price as a sale. The price of $0 is practice; no
    instruction sets it. No finding is made where a footnote on the row says that part was sold or that the figure
    is a market value. EDGAR does not check this.

    Remedy: Enter 0 as the price. Put any market value in a footnote.
    """
    price = row.transaction_price_per_share
    if row.code not in ("G", "W", "Z") or price.value is None or price.value <= _NOTHING:
        return
    if not cited(circumstances.filing, row.footnotes).excuses("value_stated"):
        what = CODES[row.code].name
        message = (
            f"{row.name} has code {row.code} ({what}) but reports a price of {dollars(price.value)}, so it will be "
            "read as a purchase or sale. Enter 0."
        )
        yield Breach(price.at, message, found=dollars(price.value), expected="0")


@rule(
    "PR105",
    name="disposition without value per share",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"), FORM_4.at("Instruction 8"), OWNERSHIP_XML.at("3.3 cm(8)")),
)
def disposition_without_value_per_share(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Withholding, a tender, a cash-out or a return to the issuer must state the value per share.

    Codes F, U and H, and usually D, are for securities given up for value. Any footnote on a row at $0 is taken to
    explain it, such as a forfeiture for no value (D); for withholding (F) only one on the price is, or one on a
    forfeiture, for which TC120 has another code. EDGAR accepts 0 or a footnote, and suspends a filing with neither,
    which is an error.

    Remedy: Report the withholding price, the tender price or the value received per share. Explain a forfeiture for
    no value in a footnote.
    """
    price = row.transaction_price_per_share
    if row.code in ("F", "U", "H") and price.is_blank:
        message = f"{row.name} (code {row.code}, {CODES[row.code].name}) has no price. Report the value per share."
        yield Breach(price.at, message, expected="more than 0", severity=ERROR, edgar=SUSPENDS)
    elif row.code in ("F", "U", "H", "D") and price.value == _NOTHING and not _is_explained(row, circumstances.filing):
        forfeited = " If the securities were forfeited for no value, say so in a footnote." if row.code == "D" else ""
        message = f"{row.name} (code {row.code}, {CODES[row.code].name}) is reported at $0. Report the value per share."
        yield Breach(price.at, message + forfeited, found=number(price.value), expected="more than 0")


def _is_explained(row: Transaction, filing: Filing) -> bool:
    """Whether a footnote may explain a price of 0."""
    if row.code != "F":
        return bool(row.footnotes)
    return bool(row.transaction_price_per_share.footnotes) or cited(filing, row.footnotes).excuses("forfeited")
