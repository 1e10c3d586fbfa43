"""The transactions of one event: a purchase or sale, a vest with shares withheld, an exercise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from form4gen.accounts.ranges import rounding_of
from form4gen.drafting.fills.cells import EventCells
from form4gen.drafting.fills.column_map import GIFT, GIFT_RECEIVED, GRANT, SOLD, WITHHELD, fits
from form4gen.drafting.fills.events import OPTION, UNITS, Choices, Leg
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.wording import dollars, number

_NONE, _CENT = Decimal(0), Decimal("0.01")
_TAXES = "The file does not say whether the issuer withheld these shares (code F) or the broker sold them (code S)."
_SPLIT = "If one of the numbers is restated for a stock split, correct it"


def legs_of(kind: str, cells: EventCells, when: date, title: str, choices: Choices) -> list[Leg]:
    """The transactions of an event. Raises UnusableInputError where a number is missing or contradicts another."""
    match kind:
        case "vest":
            return list(_vest(cells, when, title, choices))
        case "exercise":
            return list(_exercise(cells, when, title, choices))
        case "grant":
            return [_grant(cells, when, title, choices)]
        case "gift" | "gift received":
            shares = _number(kind, cells, is_negative=kind == GIFT and cells.table.map.sales_are_negative)
            is_received = kind == GIFT_RECEIVED
            return [Leg(cells.source, "G", when, shares, _NONE, title, id=cells.text("id"), is_received=is_received)]
    return list(_trade(kind, cells, when, title))


def _trade(kind: str, cells: EventCells, when: date, title: str) -> Iterator[Leg]:
    if kind == "purchase or sale":
        kind = "sale" if (cells.number("shares") or _NONE) < 0 else "purchase"
        shares = _number("trade", cells, is_negative=kind == "sale")
    else:
        shares = _number(kind, cells, is_negative=kind == "sale" and cells.table.map.sales_are_negative)
    price = cells.number("price")
    if price is None:
        raise cells.stop("price", f"a {kind} without a price. Enter it, or use the broker's list of executions.")
    if price <= 0:
        raise cells.stop("price", f"a {kind} at {number(price)}. A price is more than 0. Correct it.")
    _check_amount(cells, shares, price)
    code, broker_id = "S" if kind == "sale" else "P", cells.text("id")
    if code == "S" and cells.day("exercise_day") == when and (strike := cells.number("exercise_price")):
        yield Leg(cells.source, "M", when, shares, strike, title, OPTION, strike, broker_id)
    yield Leg(cells.source, code, when, shares, price, title, id=broker_id)


def _number(kind: str, cells: EventCells, *, is_negative: bool, role: str = "shares") -> Decimal:
    """The number of shares of an event, without its sign, which must be that of its kind."""
    shares = cells.number(role)
    if shares is None:
        raise cells.stop(role, f"a {kind} without a number. Enter it, or delete the row.")
    if shares == 0:
        raise cells.stop(role, f"a {kind} of 0. Correct the number, or delete the row.")
    if (shares < 0) != is_negative:
        raise cells.stop(role, _sign(shares, kind, negative=cells.table.map.sales_are_negative))
    return abs(shares)


def _grant(cells: EventCells, when: date, title: str, choices: Choices) -> Leg:
    """A grant: of stock, which Table I reports, or of units or an option, which Table II reports."""
    role = "shares" if cells.find("granted") is None else "granted"
    shares = _number(GRANT, cells, is_negative=False, role=role)
    strike = cells.number("exercise_price")
    award = OPTION if strike else UNITS if choices.awards == UNITS else ""
    return Leg(cells.source, "A", when, shares, _NONE, title, award, strike or None, cells.text("id"))


def _sign(shares: Decimal, kind: str, *, negative: bool) -> str:
    signs = "sales are negative and purchases positive" if negative else "every number is positive"
    return (
        f"{number(shares)} for a {kind}. In this kind of file {signs}, so this may be a correction or cancellation. "
        "Delete it together with the trade that it cancels, or correct the number."
    )


def _check_amount(cells: EventCells, shares: Decimal, price: Decimal) -> None:
    """Number times price must come to the dollars of the row, give or take rounding, and fees where there are any.

    Exports restate some columns for a split and others not; then the two differ.
    """
    stated = abs(cells.number("amount") or Decimal(0))
    if not stated:
        return
    product = EXACT.multiply(shares, price)
    slack = EXACT.add(EXACT.multiply(shares, rounding_of(price)), _CENT)
    slack = EXACT.add(slack, abs(cells.number("fees") or Decimal(0)))
    if EXACT.subtract(product, stated).copy_abs() > slack:
        message = (
            f"{number(shares)} x {dollars(price)} = {dollars(product)}, but the row says {dollars(stated)}. "
            f"{_SPLIT}; otherwise correct the number, the price or the amount."
        )
        raise cells.stop("amount", message)


def _vest(cells: EventCells, when: date, title: str, choices: Choices) -> Iterator[Leg]:
    gross, withheld, _ = parts_of(cells, choices)
    if gross == 0:
        return
    broker_id = cells.text("id")
    if choices.awards == UNITS:
        yield Leg(cells.source, "M", when, gross, Decimal(0), title, UNITS, id=broker_id)
    if withheld:
        yield Leg(cells.source, "F", when, withheld, _market(cells), title, UNITS, id=broker_id)


def _exercise(cells: EventCells, when: date, title: str, choices: Choices) -> Iterator[Leg]:
    shares, withheld, _ = parts_of(cells, choices)
    strike = cells.number("exercise_price")
    if shares == 0:
        raise cells.stop("shares", "an exercise of 0. Correct the number, or delete the row.")
    if strike is None or strike < 0:
        raise cells.stop("exercise_price", "an exercise without an exercise price. Enter it.")
    yield Leg(cells.source, "M", when, shares, strike, title, OPTION, strike, cells.text("id"))
    if withheld:
        yield Leg(cells.source, "F", when, withheld, _market(cells), title, OPTION, strike, cells.text("id"))


def _market(cells: EventCells) -> Decimal | None:
    found = cells.number("market")
    if found is not None and found <= 0:
        raise cells.stop("market", f"a market value of {number(found)} per share. Correct it.")
    return found


def parts_of(cells: EventCells, choices: Choices) -> tuple[Decimal, Decimal, Decimal]:
    """The number of a vest or exercise, the part that the issuer withheld, and the part that the broker sold."""
    gross, net = _positive(cells, "shares"), _positive(cells, "net")
    stated = {role: _positive(cells, role) for role in ("withheld", "sold", "taken")}
    parts = {role: found or Decimal(0) for role, found in stated.items()}
    if gross is not None and net is not None and all(found is None for found in stated.values()):
        parts["taken"] = EXACT.subtract(gross, net)
        if parts["taken"] < 0:
            raise cells.stop("net", f"{number(net)} are left of {number(gross)}. {_SPLIT}.")
    known = EXACT.add(parts["withheld"], parts["sold"])
    if known and parts["taken"] and known != parts["taken"]:
        sums = f"{number(parts['withheld'])} withheld + {number(parts['sold'])} sold = {number(known)}"
        raise cells.stop("taken", f"{number(parts['taken'])} for taxes, but {sums}. {_SPLIT}.")
    if known:
        parts["taken"] = _NONE
    taken = EXACT.add(known, parts["taken"])
    if net is not None:
        whole = EXACT.add(net, taken)
        if gross is not None and whole != gross:
            sums = f"{number(net)} left + {number(taken)} for taxes = {number(whole)}"
            raise cells.stop("net", f"{sums}, but the event is of {number(gross)}. {_SPLIT}.")
        gross = whole
    if gross is None:
        raise cells.stop("shares", "an event without a number of shares. Enter it, or delete the row.")
    if taken > gross:
        raise cells.stop("shares", f"{number(taken)} of {number(gross)} shares for taxes. Correct one of the numbers.")
    if parts["taken"]:
        way = _way(cells, parts["taken"], choices)
        parts[way] = EXACT.add(parts[way], parts["taken"])
    return gross, parts[WITHHELD], parts[SOLD]


def _positive(cells: EventCells, role: str) -> Decimal | None:
    found = cells.number(role)
    if found is not None and found < 0:
        raise cells.stop(role, f"{number(found)} is negative. Correct it, or delete the row.")
    return found


def _way(cells: EventCells, shares: Decimal, choices: Choices) -> str:
    """Whether shares for taxes were withheld or sold: what the file says, and otherwise what the user says."""
    method = cells.text("method")
    patterns = cells.table.map.taxes if cells.find("method") is not None else {}
    found = next((way for pattern, way in patterns.items() if pattern and method and fits(pattern, method)), None)
    if found is None and not method:
        found = patterns.get("")
    found = choices.taxes or found
    if found not in (WITHHELD, SOLD):
        raise UnusableInputError(
            f"{cells.source}: {number(shares)} shares were withheld or sold for taxes. {_TAXES} Say which in the map, "
            "in [map.taxes] (or give --taxes withheld or --taxes sold)."
        )
    return found
