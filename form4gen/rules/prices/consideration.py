"""PR: consideration other than U.S. dollars, and prices that include costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from form4gen.law.authorities import FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.prices import names_foreign_currency
from form4gen.prose.texts import mentions
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
    text = circumstances.filing.notes_of(row.footnotes)
    said = _undescribed(text)
    if said and not (row.code == "A" and _service().search(text)):
        message = (
            f'{row.name}: the footnote mentions non-cash consideration ("{said}") but states neither what it was nor '
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
    dollars, and for prices net of commissions and fees. EDGAR does not check this.

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
            if money and not _converted().search(text):
                message = (
                    f"Footnote {note} to {row.name} mentions {money} but gives no exchange rate. Prices must be in "
                    "U.S. dollars."
                )
                yield Breach(price.at, message, money, "U.S. dollars, with the rate", remedy=_CONVERT)
            net = _net().search(text) if mentions(text, "commission", "fees") else None
            if net:
                message = (
                    f'Footnote {note} to {row.name} says "{net.group()}". Prices must exclude commissions and other '
                    "costs of execution."
                )
                yield Breach(price.at, message, net.group(), "the price before costs", remedy=_GROSS)


@lru_cache(maxsize=256)
def _undescribed(text: str) -> str | None:
    """The words for non-cash consideration that no number describes; rows share their footnotes."""
    said = _in_kind().search(text)
    return said.group() if said and not _valued().search(text) else None


@cache
def _in_kind() -> re.Pattern[str]:
    return re.compile(
        r"\bin exchange for\b|in consideration (?:of|for)|\bcontribut(?:ed|ion)\b|\bin lieu of\b|in return for"
        r"|\bservices\b|conversion of (?:the )?(?:debt|notes?|indebtedness)|\bmerger\b",
        re.IGNORECASE,
    )


@cache
def _valued() -> re.Pattern[str]:
    return re.compile(
        r"\$\s?\d|\d[\d,.]* (?:\w+ ){0,4}(?:shares?|units?|securities|interests?|ADSs?|dollars)"
        r"|\b(?:one|two|three|each|equal number)\b|no (?:\w+ )?consideration|without (?:\w+ ){0,3}consideration|\bgift"
        r"|pro[- ]rata|one-for-one|\d:\d",
        re.IGNORECASE,
    )


@cache
def _service() -> re.Pattern[str]:
    return re.compile(r"services?\b|grant|award|fees|retainer|compensation|plan\b", re.IGNORECASE)


@cache
def _converted() -> re.Pattern[str]:
    return re.compile(
        r"exchange rate|\brate of\b|convert(?:ed|ing) (?:in)?to|US ?\$|U\.S\.|\bUSD\b|dollars", re.IGNORECASE
    )


@cache
def _net() -> re.Pattern[str]:
    return re.compile(
        r"(?<!not )\bnet of (?:\w+ ){0,3}(?:commissions?|fees)"
        r"|(?<!not )\bafter (?:deduct\w+ )?(?:\w+ ){0,2}(?:commissions?|fees)\b",
        re.IGNORECASE,
    )
