"""Which purchases match which sales so that the profit is the greatest: an exact optimum."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
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


def first_profitable(bought: Sequence[Trade], sold: Sequence[Trade], ours: Collection[int]) -> Transaction | None:
    """The row of the first purchase that matches a sale at a profit, or of that sale, if one of the two is of ours.

    ``ours`` are the ids of rows. Each purchase is compared with the highest price only, of all sales in its reach if it
    is of ours and else of our sales: both its reach and the sales are passed through once, in the order of their days.
    """
    own = [sale for sale in sold if id(sale.row) in ours]
    highest, highest_own = _highest_in_reach(bought, sold), _highest_in_reach(bought, own)
    for here, buy in enumerate(bought):
        is_own = id(buy.row) in ours
        best = (highest if is_own else highest_own)[here]
        if best is not None and buy.price < best.price:
            return buy.row if is_own else best.row
    return None


def _highest_in_reach(bought: Sequence[Trade], sold: Sequence[Trade]) -> list[Trade | None]:
    """For each purchase the sale at the highest price that is less than six months from it."""
    found: list[Trade | None] = [None] * len(bought)
    in_order = sorted(sold, key=lambda each: each.when)
    reach: deque[Trade] = deque()  # those in reach that no later one surpasses, the highest price first
    last = 0
    for here in sorted(range(len(bought)), key=lambda each: bought[each].when):
        when = bought[here].when
        while last < len(in_order) and (in_order[last].when <= when or can_match(when, in_order[last].when)):
            while reach and reach[-1].price < in_order[last].price:
                reach.pop()
            reach.append(in_order[last])
            last += 1
        while reach and not can_match(reach[0].when, when):
            reach.popleft()
        found[here] = reach[0] if reach else None
    return found


def prepare() -> None:
    """Load the library that finds the pairs, so that processes that are forked afterwards share it."""
    import networkx as nx  # noqa: PLC0415  the same as below

    nx.DiGraph()


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
