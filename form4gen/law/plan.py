"""Rule 10b5-1 plans: since when the box of the form speaks of them, and how long a trade must wait."""

from __future__ import annotations

from datetime import date, timedelta

BOX_FIRST_THERE = date(2023, 3, 20)
"""The first day on which EDGAR's schema had the box."""

COOLING_OFF = timedelta(days=90)
"""What directors and officers wait at least, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_AT_MOST = timedelta(days=120)
"""What directors and officers wait at most, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_OF_OTHERS = timedelta(days=30)
"""What persons other than the issuer, directors and officers wait, Rule 10b5-1(c)(1)(ii)(B)(2)."""
