"""Which purchases match which sales so that the profit is the greatest: an exact optimum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from form4gen.law.short_swing import can_match
from form4gen.model.exact import EXACT
from form4gen.model.rows import Transaction
from form4gen.records import NamedTuple


class Trade(NamedTuple):
    """A purchase or a sale: its row, its day, how many shares and at what price."""

    row: Transaction
    when: date
    amount: Decimal
    price: Decimal


class Pair(NamedTuple):
    """So many shares of a purchase set against as many of a sale."""

    bought: Trade
    sold: Trade
    amount: Decimal

    @property
    def profit(self) -> Decimal:
        """The amount times what the sale brought more than the purchase cost."""
        return EXACT.multiply(self.amount, EXACT.subtract(self.sold.price, self.bought.price))


def profitable(bought: Sequence[Trade], sold: Sequence[Trade]) -> list[tuple[int, int]]:
    """The numbers of each purchase and sale that can match at a profit."""
    return [
        (here, there)
        for here, buy in enumerate(bought)
        for there, sale in enumerate(sold)
        if buy.price < sale.price and can_match(buy.when, sale.when)
    ]


def best_pairs(bought: Sequence[Trade], sold: Sequence[Trade]) -> list[Pair]:
    """The pairs that together give the greatest profit.

    Setting the lowest purchase against the highest sale is not enough: where the six months leave each only some of
    the others, that can take the only partner of a third. So this is a flow of the least cost, which the network
    simplex of networkx finds exactly, for it is given integers.
    """
    links = profitable(bought, sold)
    if not links:
        return []
    import networkx as nx  # noqa: PLC0415  few filings have anything to match

    shares = min(_exponent(each.amount) for each in (*bought, *sold))
    dollars = min(_exponent(each.price) for each in (*bought, *sold))
    graph: nx.DiGraph[str | tuple[str, int]] = nx.DiGraph()
    for here, buy in enumerate(bought):
        graph.add_edge("all", ("bought", here), capacity=_integer(buy.amount, shares), weight=0)
    for there, sale in enumerate(sold):
        graph.add_edge(("sold", there), "all", capacity=_integer(sale.amount, shares), weight=0)
    for here, there in links:
        gain = _integer(EXACT.subtract(sold[there].price, bought[here].price), dollars)
        graph.add_edge(("bought", here), ("sold", there), weight=-gain)
    _, flow = nx.network_simplex(graph)
    return [
        Pair(bought[here], sold[there], Decimal(amount).scaleb(shares, EXACT))
        for here, there in links
        if (amount := flow["bought", here]["sold", there])
    ]


def total(pairs: Sequence[Pair]) -> Decimal:
    """The profit of all pairs."""
    found = Decimal(0)
    for pair in pairs:
        found = EXACT.add(found, pair.profit)
    return found


def _exponent(value: Decimal) -> int:
    return min(int(value.as_tuple().exponent), 0)


def _integer(value: Decimal, exponent: int) -> int:
    return int(value.scaleb(-exponent, EXACT))
