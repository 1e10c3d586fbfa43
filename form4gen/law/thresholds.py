"""Amounts from which, or up to which, a rule on transactions applies."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

SMALL_ACQUISITION = Decimal(10_000)
"""Dollars that acquisitions of code L come to in six months at most, Rule 16a-6(a)."""

SIX_MONTHS = 6
"""Months over which Rule 16a-6(a) adds up small acquisitions."""

AVERAGE_RANGE = Decimal(1)
"""Dollars between the lowest and the highest price that one row may average, SEC staff letter of 25 June 2008."""

FORM_144_SHARES = Decimal(5_000)
"""Shares that an affiliate may sell in three months without a Form 144, Rule 144(h)."""

FORM_144_DOLLARS = Decimal(50_000)
"""Dollars for which an affiliate may sell in three months without a Form 144, Rule 144(h)."""

DAYS_TO_FORM_3 = timedelta(days=10)
"""Within which a new director, officer or ten percent owner files Form 3, Exchange Act Section 16(a)(2)(B)."""
