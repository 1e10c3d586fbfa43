"""What the rows of a broker's file come to: transactions, or a reason why a row is none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from form4gen.drafting.fills.sheets import Source
from form4gen.records import NamedTuple

UNITS, OPTION = "units", "option"
"""The awards behind a transaction of code A, M or F: stock units that vest, and an option that is exercised."""

REPORTED_AT_GRANT = "stock"
"""Shares that were reported in Table I when they were granted: their vesting is not reported again."""


class Leg(NamedTuple):
    """One transaction of one row: its code, day, number and price; no price where the file gives none.

    ``title`` is that of the class where the map gives one. ``award`` is ``UNITS`` or ``OPTION``, with the exercise
    price of an option, for the codes M and F, and for a grant that Table II reports. ``id`` is the number by which the
    broker knows the event. ``is_received`` tells a gift to the reporting person from one by the person.
    """

    source: Source
    code: str
    day: date
    shares: Decimal
    price: Decimal | None
    title: str = ""
    award: str = ""
    exercise_price: Decimal | None = None
    id: str = ""
    is_received: bool = False

    @property
    def is_acquired(self) -> bool:
        """Whether the securities come to the reporting person."""
        return self.code in ("A", "M", "P") or self.is_received

    @property
    def is_award(self) -> bool:
        """Whether it is the grant of a derivative security, which only Table II reports."""
        return self.code == "A" and bool(self.award)


class Line(NamedTuple):
    """A row of the file: its transactions, or why it has none.

    ``parent`` is the row that it gives details of, ``details`` are the rows that give its own. ``sold`` is the number
    of shares of a vest or exercise that were sold for taxes, which another row reports. ``exempt`` is the day
    of a purchase under an employee stock purchase plan. ``is_doubtful`` tells that an ignored row has a number of
    securities of the issuer and an action that the map does not know.
    """

    source: Source
    legs: tuple[Leg, ...] = ()
    ignored: str = ""
    parent: int | None = None
    details: tuple[int, ...] = ()
    sold: Decimal = Decimal(0)
    exempt: date | None = None
    is_doubtful: bool = False


class Choices(NamedTuple):
    """What the user decides and no file says.

    ``days`` are the only days that are wanted, if there are any; ``symbol`` is that of the issuer; ``taxes`` says how
    taxes were paid where a file does not; ``awards`` how stock units were reported at grant; ``decimal`` is the decimal
    mark.
    """

    symbol: str = ""
    days: frozenset[date] = frozenset()
    taxes: str = ""
    awards: str = UNITS
    decimal: str = ""
