"""Exact arithmetic: the decimal context for products and sums of amounts."""

from __future__ import annotations

from decimal import Context

EXACT = Context(prec=200)
"""200 digits: a product of any two numbers that EDGAR accepts, and a sum of all of them, is never rounded."""
