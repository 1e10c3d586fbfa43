"""Data that a check needs and the form does not have: records of plans, prices, trades and of the persons' status."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from form4gen.model.fields import Node, day, flag_if_any, many, moment, month_day, number, text


class Blackout(Node):
    """Days on which the person may not trade: a pension fund blackout, or a closed window of the issuer's own."""

    first_day: date | None = day()
    last_day: date | None = day()
    name: str | None = text()


class Plan(Node):
    """A Rule 10b5-1 plan; one that was changed in amount, price or timing is a plan of its own."""

    rpt_owner_cik: str | None = text()
    plan_adoption_date: date | None = day()
    plan_end_date: date | None = day()
    report_filed_on: date | None = day()


class MarketPrice(Node):
    """The lowest and the highest price at which a class traded in the market on a day, in US dollars."""

    date: date | None = day()
    security_title: str | None = text()
    low: Decimal | None = number()
    high: Decimal | None = number()


class TradeConfirmation(Node):
    """A fill: securities bought or sold at one price, as the broker confirmed it."""

    transaction_date: date | None = day()
    transaction_code: str | None = text("P", "S")
    security_title: str | None = text()
    transaction_shares: Decimal | None = number()
    transaction_price_per_share: Decimal | None = number()
    place: str | None = text()


class OwnerStatus(Node):
    """Since when a person is subject to Section 16, until when, and the day of the Form 3."""

    rpt_owner_cik: str | None = text()
    subject_since: date | None = day()
    subject_until: date | None = day()
    form3_filed_on: date | None = day()


class Context(Node):
    """Data that a check needs and the form does not have."""

    filed_at: datetime | None = moment()
    accession_number: str | None = text()
    issuer_fiscal_year_end: str | None = month_day()
    issuer_is_foreign_private: bool | None = flag_if_any("issuerIsForeignPrivate")
    issuer_jurisdiction: str | None = text()
    issuer_foreign_listing: str | None = text()
    issuer_class_registered_on: date | None = day()
    blackouts: tuple[Blackout, ...] = many(Blackout)
    plans: tuple[Plan, ...] = many(Plan)
    market_prices: tuple[MarketPrice, ...] = many(MarketPrice)
    trade_confirmations: tuple[TradeConfirmation, ...] = many(TradeConfirmation)
    owner_status: tuple[OwnerStatus, ...] = many(OwnerStatus)
