"""Rule 10b5-1 plans: the forms on which the box refers to them, and how long a trade must wait."""

from __future__ import annotations

from datetime import date, timedelta

BOX_FIRST_THERE = date(2023, 3, 20)
"""The first day on which EDGAR's schema had the box (Release 33-11138)."""

BOX_MANDATORY = date(2023, 4, 1)
"""Forms have the box and the date of adoption from this day on, Release 33-11138."""

AMENDED_RULE = date(2023, 2, 27)
"""The box refers to plans adopted from this day on, staff C&DI of 25 August 2023."""

ANSWERED_ON = date(2023, 8, 25)
"""From this day on filers could know that the box is not for older plans: the day of that C&DI."""

COOLING_OFF = timedelta(days=90)
"""What directors and officers wait at least, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_AT_MOST = timedelta(days=120)
"""What directors and officers wait at most, Rule 10b5-1(c)(1)(ii)(B)(1)."""

COOLING_OFF_AFTER_REPORT = 2
"""Business days that directors and officers wait after the report for the quarter of adoption was filed, the first of
them the one after that day: Rule 10b5-1(c)(1)(ii)(B)(1), staff C&DI 120.29."""

COOLING_OFF_OF_OTHERS = timedelta(days=30)
"""What persons other than the issuer, directors and officers wait, Rule 10b5-1(c)(1)(ii)(B)(2)."""
