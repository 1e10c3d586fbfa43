"""PR: consideration other than U.S. dollars, and prices that include costs."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.prices import names_foreign_currency
from form4gen.prose.reading import cited, read
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_PAID = ("P", "S", "J", "D", "U", "A")


_CONVERT = "Convert the price to U.S. dollars, and state the rate and its source in the footnote."
_GROSS = "Report the price before commissions and other costs of execution."


@rule(
    "PR111",
    name="non-cash consideration not described",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5(a)"),),
    certainty=MEDIUM,
)
def non_cash_consideration_not_described(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Consideration other than cash must be described, with its value, in the Explanation of Responses.

    A finding is made for a row priced at $0, or with only a footnote for a price, whose footnotes mention an
    exchange, a contribution or the like without any number: no dollar value, ratio or count of other securities.
    Awards for service need no description, and a code J row without a footnote is for TC108. EDGAR does not check
    this.

    Remedy: State in the footnote what was given or received and its value per share.
    """
    price = row.transaction_price_per_share
    if row.code not in _PAID or price.value or price.is_blank:
        return
    notes = cited(circumstances.filing, row.footnotes)
    quoted = notes.quoted("paid_in_kind")
    if not quoted or notes.excuses("consideration_described"):
        return
    if not (row.code == "A" and notes.excuses("for_service")):
        message = (
            f'{row.name}: the footnote mentions non-cash consideration ("{quoted}") but states neither what it was nor '
            "its value."
        )
        yield Breach(price.at, message, expected="what was given, and its value")


@rule(
    "PR112",
    name="foreign-currency or net price",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 5"),),
)
def foreign_currency_or_net_price(filing: Filing) -> Iterator[Breach]:
    """Prices must be in U.S. dollars and exclude commissions and other costs of execution.

    The footnotes to prices are read, each once: for another currency without an exchange rate or a mention of
    dollars, and for prices that are net of commissions and fees or include commissions. EDGAR does not check this.

    Remedy: Convert the price to U.S. dollars and state the rate and its source, or report the price before
    commissions and other costs of execution.
    """
    seen: set[str] = set()
    for row in filing.transactions:
        price = row.transaction_price_per_share
        for note in price.footnotes:
            text = "" if note in seen else filing.note_texts.get(note, "")
            seen.add(note)
            money = names_foreign_currency(text)
            if money and not read(text).excuses("in_dollars"):
                message = (
                    f"Footnote {note} to {row.name} mentions {money} but gives no exchange rate. Prices must be in "
                    "U.S. dollars."
                )
                yield Breach(price.at, message, money, "U.S. dollars, with the rate", remedy=_CONVERT)
            net = read(text).quoted("costs_in_price")
            if net:
                message = (
                    f'Footnote {note} to {row.name} says "{net}". Prices must exclude commissions and other '
                    "costs of execution."
                )
                yield Breach(price.at, message, net, "the price before costs", remedy=_GROSS)
