"""DV: the terms of a derivative, columns 2, 6 and 7 of Table II."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.terms import exercisable_on, expires_on
from form4gen.law.authorities import FILER_MANUAL, FORM_4, OWNERSHIP_XML, STAFF_FAQ_2003
from form4gen.law.unseen import visible
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeRow, DerivativeTransaction
from form4gen.model.wording import day
from form4gen.prose.reading import notes_of, notes_on, read
from form4gen.rules.catalogue import ACCEPTS, ERROR, SUSPENDS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_ROWS = (DerivativeTransaction, DerivativeHolding)


_WITH_A_RATIO = ("conversion_title", "unit_title", "phantom_title", "deferred_title", "preferred_title")
"""Securities that have a ratio instead of a price."""


_SHORT = ("short_position", "derivative_short", "option_closed")
"""Positions whose closing is an acquisition."""


_WITH_A_PRICE = (
    "option_title",
    "warrant_title",
    "right_to_trade_title",
    "appreciation_right_title",
    "put_or_call_title",
)
"""Securities that have a price."""


@rule(
    "DV101",
    name="missing exercise or conversion price",
    on=_ROWS,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(
        FORM_4.at("Instruction 4(c)(iii)"),
        STAFF_FAQ_2003.at("question 2"),
        OWNERSHIP_XML.at("3.3 cm(8)"),
    ),
)
def missing_exercise_or_conversion_price(row: DerivativeRow) -> Iterator[Breach]:
    """Column 2 states the exercise or conversion price, or a footnote explains why there is none.

    EDGAR suspends a filing that has neither. A unit, a phantom share or a convertible has a ratio rather than a
    price, so a price of $0 without a footnote on the row is a warning; EDGAR accepts it. An option at $0 is not
    questioned.

    Remedy: Enter the price. If there is none, leave column 2 blank with a footnote such as "Each restricted stock
    unit represents a contingent right to receive one share of common stock."
    """
    price = row.conversion_or_exercise_price
    if price.is_blank:
        message = (
            f"{row.name}: the conversion or exercise price is blank and has no footnote. If there is no dollar price, "
            "state the conversion ratio in a footnote."
        )
        yield Breach(price.at, message, expected="a price or a footnote")
    elif price.value == 0 and not row.footnotes and _is_of_ratio(row.security_title.value):
        message = (
            f"{row.name}: the conversion or exercise price of {row.security_title.value} is $0, and no footnote states "
            "the conversion ratio."
        )
        yield Breach(
            price.at,
            message,
            found="$0",
            expected="a footnote with the conversion ratio",
            severity=WARNING,
            edgar=ACCEPTS,
            remedy='Clear column 2 and cite a footnote such as "Each restricted stock unit represents a contingent '
            'right to receive one share of common stock."',
        )


@rule(
    "DV102",
    name="missing exercisable or expiration date",
    on=_ROWS,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"), FILER_MANUAL.at("8.1.4.3.3")),
)
def missing_exercisable_or_expiration_date(row: DerivativeRow) -> Iterator[Breach]:
    """Column 6 states the date exercisable and the expiration date, or a footnote in place of either.

    A footnote gives the vesting schedule, or says that there is no expiration date. EDGAR requires a date or a
    footnote in each of the two cells.

    Remedy: Enter the date. If there is none, cite a footnote that gives the vesting schedule or says that the
    security does not expire.
    """
    cells = (
        (row.exercise_date, "date exercisable", "gives the vesting schedule"),
        (row.expiration_date, "expiration date", "says that the security does not expire"),
    )
    for cell, what, note in cells:
        if cell.is_blank:
            message = f"{row.name}: the {what} is blank and has no footnote."
            remedy = f"Enter the date. If there is none, cite a footnote that {note}."
            yield Breach(cell.at, message, expected="a date or a footnote", remedy=remedy)


@rule(
    "DV103",
    name="derivative dates out of order",
    on=_ROWS,
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(iii)"),),
)
def derivative_dates_out_of_order(row: DerivativeRow, circumstances: Circumstances) -> Iterator[Breach]:
    """A derivative security cannot expire before it is exercisable, or be acquired after its expiration date.

    One of the dates is wrong. A security may become exercisable on the day it expires. A date exercisable after the
    expiration date is accepted where its footnote describes vesting, since some filers enter the day on which
    vesting ends. An acquisition that closes a short position, such as the expiration of a written option (code E) or
    the settlement of a forward sale, may follow the expiration. Aug 8, 1988 means that there is no date. EDGAR does not
    check this.

    Remedy: Correct the wrong date. The year is the usual error.
    """
    opens, expires, at = exercisable_on(row), expires_on(row), row.expiration_date.at
    if expires is None:
        return
    vests = notes_on(row.exercise_date, circumstances.filing).excuses("vesting_mentioned")
    if opens is not None and expires < opens and not vests:
        yield Breach(
            at,
            f"{row.name} expires {day(expires)}, before it becomes exercisable ({day(opens)}).",
            found=day(expires),
            expected=f"{day(opens)} or later",
        )
    traded = row.transaction_date.value if isinstance(row, DerivativeTransaction) and _is_acquisition(row) else None
    if traded is not None and expires < traded and not _closes_short_position(row, circumstances.filing):
        yield Breach(
            at,
            f"{row.name} was acquired {day(traded)}, after its expiration date ({day(expires)}).",
            found=day(expires),
            expected=f"{day(traded)} or later",
        )


@rule(
    "DV105",
    name="missing underlying security or amount",
    on=_ROWS,
    severity=ERROR,
    edgar=SUSPENDS,
    sources=(FORM_4.at("Instruction 4(c)(ii), (iii)"), OWNERSHIP_XML.at("3.3 cm(6)")),
)
def missing_underlying_security_or_amount(row: DerivativeRow) -> Iterator[Breach]:
    """Column 7 states the title and amount of the underlying securities.

    The amount is a number of shares or a dollar value. A footnote with a formula may replace the amount, but not
    the title. EDGAR's schema allows the amount to be missing; EDGAR itself suspends the filing.

    Remedy: Enter the title of the underlying security (``underlyingSecurityTitle``), and its number of shares
    (``underlyingSecurityShares``) or its value (``underlyingSecurityValue``). If the amount depends on a formula, cite
    a footnote on the amount.
    """
    title = row.underlying_security_title
    if not visible(title.value):
        beside = "; a footnote does not replace it" if title.footnotes else ""
        yield Breach(title.at, f"{row.name}: column 7 does not name the underlying security{beside}.")
    if row.underlying.is_blank:
        message = f"{row.name}: column 7 does not state the number of underlying shares."
        yield Breach(row.underlying.at, message, expected="a number, a value or a footnote")


def _is_acquisition(row: DerivativeTransaction) -> bool:
    return row.code != "E" and (row.is_acquired or (row.code in ("A", "P") and not row.is_disposed))


def _closes_short_position(row: DerivativeRow, filing: Filing) -> bool:
    return read(row.security_title.value).excuses(*_SHORT) or notes_of(row, filing).excuses(*_SHORT)


def _is_of_ratio(title: str | None) -> bool:
    said = read(title)
    return said.says(*_WITH_A_RATIO) and not said.says(*_WITH_A_PRICE)
