"""What a person asks a draft to report: transactions, and changes since the last form that no form reports."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from form4gen.records import NamedTuple


class Trade(NamedTuple):
    """A transaction. What is not given is taken from the holding line, or is left for a person to fill in.

    ``table`` is "I" or "II". ``line`` has words of the name of a known holding line; the fields from ``security`` to
    ``underlying`` describe a line that no form shows yet, and ``is_new`` says that it is one although another is
    described alike. ``owned`` is the balance afterwards, in place of the one that is worked out. ``plan`` is the day on
    which the Rule 10b5-1 plan was adopted, ``note`` the text of a footnote.
    """

    code: str
    on: date | None = None
    shares: Decimal | None = None
    price: Decimal | None = None
    mark: str = ""
    table: str = ""
    line: tuple[str, ...] = ()
    security: str = ""
    ownership: str = ""
    nature: str = ""
    exercise_price: Decimal | None = None
    exercisable: date | None = None
    expires: date | None = None
    underlying: str = ""
    is_new: bool = False
    owned: Decimal | None = None
    plan: date | None = None
    note: str = ""

    @property
    def is_derivative(self) -> bool:
        """Whether it describes a line of Table II."""
        return bool(self.exercise_price is not None or self.exercisable or self.expires or self.underlying)


class Drift(NamedTuple):
    """Securities acquired since the last form in exempt transactions that no form reports; negative if disposed of.

    ``how`` says how: ``the issuer's Employee Stock Purchase Plan``.
    """

    shares: Decimal
    how: str
    line: tuple[str, ...] = ()


class Split(NamedTuple):
    """A split since the last form: so many new securities for so many old ones."""

    new: int
    old: int
    line: tuple[str, ...] = ()


Change: TypeAlias = Drift | Split


class Request(NamedTuple):
    """What a next form reports.

    ``signed`` is the day of the signature. ``exit_box`` overrules what the last form and the recorded status say about
    the box for persons no longer subject to Section 16. ``all_holdings`` lists the lines of other classes too.
    """

    trades: tuple[Trade, ...] = ()
    changes: tuple[Change, ...] = ()
    signed: date | None = None
    exit_box: bool | None = None
    all_holdings: bool = False

    @property
    def on(self) -> date | None:
        """The day of the earliest transaction: Item 3."""
        return min((trade.on for trade in self.trades if trade.on is not None), default=None)


class Correction(NamedTuple):
    """What is corrected in a row of a filed form: ``table`` is "I" or "II", ``number`` counts from 1.

    A value that is not given stays as filed. ``owned`` is the balance; where an amount or a mark is corrected without
    it, the balance is worked out. ``note`` is a footnote in place of those on the corrected values. ``because`` ends
    the footnote that says what is corrected.
    """

    table: str = ""
    number: int = 0
    on: date | None = None
    code: str = ""
    shares: Decimal | None = None
    price: Decimal | None = None
    mark: str = ""
    owned: Decimal | None = None
    security: str = ""
    ownership: str = ""
    nature: str = ""
    exercise_price: Decimal | None = None
    exercisable: date | None = None
    expires: date | None = None
    underlying: str = ""
    note: str = ""
    because: str = ""


class Omitted(NamedTuple):
    """A row that a filed form omitted: a transaction, or without a code a holding, of which ``owned`` is the amount.

    ``because`` ends the footnote that says that the row was omitted.
    """

    row: Trade
    because: str = ""


class Amend(NamedTuple):
    """The amendment of a form: the corrected rows and the rows to add.

    ``filed`` is the day of the original filing, ``signed`` that of the signature.
    """

    rows: tuple[Correction, ...] = ()
    filed: date | None = None
    signed: date | None = None
    added: tuple[Omitted, ...] = ()
