"""PR: what else than dollars was paid, and what a price leaves out."""

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

    Asked of a row at 0, or with a footnote for a price, whose footnotes speak of an exchange, a contribution or the
    like without any number at all: no dollar value, no ratio, no count of other securities. A row J without a
    footnote is the matter of TC108, and awards for service need no description. EDGAR reads no text.

    Remedy: State in the footnote what was given or received and its value per share.
    """
    price = row.transaction_price_per_share
    if row.code not in _PAID or price.value or price.is_blank:
        return
    text = circumstances.filing.notes_of(row.footnotes)
    said = _undescribed(text)
    if said and not (row.code == "A" and _service().search(text)):
        message = f'{row.name}: the footnote speaks of payment in kind ("{said}"). Describe it and its value.'
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

    Read in the footnotes on prices: another currency without a rate or a word on dollars, and prices net of or
    after commissions and fees. Once for each footnote. EDGAR reads no text.

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
                message = f"Footnote {note} on {row.name} speaks of {money} without a rate. Prices are in U.S. dollars."
                yield Breach(price.at, message, money, "U.S. dollars, with the rate")
            net = _net().search(text) if mentions(text, "commission", "fees") else None
            if net:
                message = (
                    f'Footnote {note} on {row.name} says "{net.group()}". Prices are before commissions and costs.'
                )
                yield Breach(price.at, message, net.group(), "the price before costs")


@lru_cache(maxsize=256)
def _undescribed(text: str) -> str | None:
    """The words of a payment in kind that no number describes; rows share their footnotes."""
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
