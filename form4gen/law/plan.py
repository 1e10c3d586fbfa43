"""Rule 10b5-1 plans: the first days of the box on the form, and the cooling-off periods."""

from __future__ import annotations

from datetime import date, timedelta

BOX_FIRST_THERE = date(2023, 3, 20)
"""The first day on which EDGAR's schema had the box (Release 33-11138)."""

BOX_MANDATORY = date(2023, 4, 1)
"""Forms filed from this day on must answer the box and state the adoption date, Release 33-11138."""

AMENDED_RULE = date(2023, 2, 27)
"""The box is for plans adopted on or after this day, staff C&DI of Aug 25, 2023."""

ANSWERED_ON = date(2023, 8, 25)
"""The day of that C&DI: from then on filers could know that the box is not for older plans."""

COOLING_OFF = timedelta(days=90)
"""The least that directors and officers wait, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_AT_MOST = timedelta(days=120)
"""The most that directors and officers wait, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_AFTER_REPORT = 2
"""Business days that directors and officers wait after the report for the quarter of adoption is filed, counted from
the day after the filing: Rule 10b5-1(c)(1)(ii)(B)(1), staff C&DI 120.29."""

COOLING_OFF_OF_OTHERS = timedelta(days=30)
"""What persons other than the issuer, directors and officers wait, Rule 10b5-1(c)(1)(ii)(B)(2)."""
