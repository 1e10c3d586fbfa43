"""AD101: profit from a purchase and a sale within less than six months."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from decimal import Decimal

from form4gen.accounts.derivative_trades import Side, opposite_trades
from form4gen.accounts.exempt_words import is_exempt_by_words
from form4gen.accounts.history import contents
from form4gen.accounts.matching import Pair, Trade, best_pairs, first_profitable, total
from form4gen.law.short_swing import PURCHASES, SALES, SOURCES
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.model.wording import day, dollars, number
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, Breach, rule
from form4gen.rules.engine import Circumstances

_NOTHING, _CENT = Decimal(0), Decimal("0.01")
_MOST_LINKS = 10_000
"""Pairs of trades up to which the greatest profit is worked out: a hundred purchases and a hundred sales."""


@rule(
    "AD101",
    name="short-swing profit",
    on=Filing,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=SOURCES,
    needs=("prior",),
    in_part=True,
)
def short_swing_profit(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """Profit from a purchase and a sale less than six months apart is recoverable by the issuer (Section 16(b)).

    Purchases (P, L, O) and sales (S) of one class of Table I are matched over this form and the prior ones for the
    greatest profit, in either order and whatever the certificates. Exempt codes (A, C, D, F, G, I, M, W, X, Z) do not
    match, nor do trades that their footnotes describe as exempt: plan purchases, awards, shares kept by the issuer. J,
    U, H, and E may, and so may convertible classes; these are left to counsel. Of trades in derivative securities (P,
    S), which count as trades in the underlying class (Rule 16b-6(a)), only the dates are compared. Foreign private
    issuers and amendments among the prior filings are left out. A 10% owner matches only trades made above 10%.
    Average prices hide the actual ones, and within two days of the end of the six months counsel must count. EDGAR
    matches nothing.

    Remedy: Raise the match with counsel before filing. Disclose any payment of the profit to the issuer in a
    footnote if counsel so advises.
    """
    if filing.context.issuer_is_foreign_private or not _may_match((*circumstances.prior, filing)):
        return
    ours = {id(row) for row in filing.transactions}
    for trades in _by_class(filing, circumstances.prior).values():
        yield from _matched(trades, ours)
    forms = [*(other for other in circumstances.prior if not other.is_amendment and not filing.is_amendment), filing]
    sides = opposite_trades(filing, forms)
    if sides is not None:
        one, other = sides
        at = next(side.row.at for side in sides if id(side.row) in ours)
        what = one.row.security_title.value or "A derivative security"
        yield Breach(
            at,
            f"{what} traded on {day(one.when)} counts as a {_side(one)} of {one.title} (Rule 16b-6(a)), and a "
            f"{_side(other)} on {day(other.when)} is less than six months apart. The profit on derivative securities "
            "is not calculated here.",
            remedy="Have counsel calculate the profit under Rule 16b-6(c), or confirm that an exemption applies.",
        )


def _may_match(forms: Iterable[Filing]) -> bool:
    """Whether there is a purchase and a sale at all, or a trade in derivative securities, which may be either."""
    rows = [row for form in forms for row in form.transactions if row.code in PURCHASES | SALES]
    codes = {row.code for row in rows}
    is_of_both = not codes.isdisjoint(PURCHASES) and not codes.isdisjoint(SALES)
    return is_of_both or any(isinstance(row, DerivativeTransaction) for row in rows)


def _side(side: Side) -> str:
    return "purchase" if side.is_purchase else "sale"


def _matched(trades: list[Trade], ours: set[int]) -> Iterator[Breach]:
    """The profit on the trades of one class, if one of those that make it is on this form."""
    bought = [each for each in trades if each.row.code in PURCHASES]
    sold = [each for each in trades if each.row.code in SALES]
    if len(bought) * len(sold) > _MOST_LINKS:
        new = first_profitable(bought, sold, ours)
        if new is not None:
            message = (
                f"Purchases and sales of {new.security_title.value} less than six months apart match at a profit, but "
                "there are too many to compute the maximum. Calculate the profit recoverable under Section 16(b) "
                "before filing."
            )
            yield Breach(new.at, message)
        return
    pairs = best_pairs(bought, sold)
    rows = [row for pair in pairs for row in (pair.sold.row, pair.bought.row) if id(row) in ours]
    if rows:
        yield Breach(min(rows, key=lambda row: row.number).at, _message(pairs), arithmetic=_arithmetic(pairs))


def _by_class(filing: Filing, prior: Iterable[Filing]) -> dict[str, list[Trade]]:
    """The trades of each class of Table I, each once however many forms report it."""
    found: dict[str, list[Trade]] = {}
    seen: set[Hashable] = set()
    amended = {_marked(row) for row in filing.transactions} if filing.is_amendment else set()
    for form in (*(other for other in prior if not other.is_amendment), filing):
        fresh = []
        for row in form.transactions:
            trade = _trade(row, form) if isinstance(row, NonDerivativeTransaction) else None
            if trade is not None and (content := contents(row)) not in seen:
                fresh.append((words(row.security_title.value), trade, content))
        seen.update(content for _, _, content in fresh)
        for title, trade, _ in fresh:
            if form is filing or _marked(trade.row) not in amended:
                found.setdefault(title, []).append(trade)
    return found


def _marked(row: Transaction) -> Hashable:
    """What an amendment gives anew, if it has a row of the same day, class and mark."""
    mark = row.transaction_acquired_disposed_code.value
    return words(row.security_title.value), row.transaction_date.value, mark


def _trade(row: NonDerivativeTransaction, form: Filing) -> Trade | None:
    when, amount = row.transaction_date.value, row.transaction_shares.value or _NOTHING
    price = row.transaction_price_per_share.value or _NOTHING
    is_matchable = (row.code in PURCHASES and row.is_acquired) or (row.code in SALES and row.is_disposed)
    if not is_matchable or when is None or min(amount, price) <= 0 or is_exempt_by_words(row, form):
        return None
    return Trade(row, when, amount, price)


def _message(pairs: list[Pair]) -> str:
    first, amount = pairs[0], _dollars(total(pairs))
    if len(pairs) == 1:
        what = (
            f"The purchase at {dollars(first.bought.price)} ({day(first.bought.when)}) and the sale at "
            f"{dollars(first.sold.price)} ({day(first.sold.when)}) are less than six months apart."
        )
    else:
        what = f"{len(pairs)} pairs of purchases and sales are less than six months apart."
    return f"{what} Up to ${amount} of profit may be recoverable by the issuer under Section 16(b)."


def _arithmetic(pairs: list[Pair]) -> str:
    sums = [
        f"{day(pair.bought.when)} and {day(pair.sold.when)}: {number(pair.amount)} x ({number(pair.sold.price)} - "
        f"{number(pair.bought.price)}) = {_dollars(pair.profit)}"
        for pair in pairs
    ]
    return "; ".join([*sums, f"together {_dollars(total(pairs))}"] if len(pairs) > 1 else sums)


def _dollars(value: Decimal) -> str:
    """Without the zeros that a product gathers behind the point, but with whole cents."""
    plain = value.normalize(EXACT)
    return number(plain.quantize(_CENT, context=EXACT) if -2 < int(plain.as_tuple().exponent) < 0 else plain)  # noqa: PLR2004  cents
