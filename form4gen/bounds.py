"""What form4gen reads and lists at most, so that no input takes more time or memory than a filing could need.

The largest Forms 4 on record are divided into filings of 30 rows in each table and 99 footnotes (EDGAR's limits). Each
bound leaves room for many such filings in one document, so only what is no filing exceeds it.
"""

from __future__ import annotations

LISTED = 1000
"""Findings of one kind that are listed; a person corrects the first of them, and the rest are counted."""
