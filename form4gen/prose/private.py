"""Private information that a text contains: numbers, dates of birth, addresses, names of minor children.

Every repetition in these expressions is bounded, so the work grows with the text and never faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from form4gen.records import NamedTuple


class Private(NamedTuple):
    """A kind of private information, whether publishing it is serious (the form never requires it), and the remedy."""

    what: str
    is_serious: bool
    remedy: str = "Remove it before filing."


def private_information(text: str) -> Iterator[Private]:
    """Each kind of private information that a text contains."""
    plain = text.casefold()
    has_number = _number_in_groups().search(plain) is not None
    for kind, signs, expression in _KINDS:
        is_possible = any(sign in plain for sign in signs) or (has_number and _GROUPS in signs)
        if is_possible and expression().search(text) is not None:
            yield kind


@cache
def _social_security_number() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])"
        r"|\b(?:SSN|social security (?:number|no\.?))\W{0,3}\d",
        re.IGNORECASE,
    )


@cache
def _account_number() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:account|acct\.?|a/c)\s{0,3}(?:(?:number|no\.?)[\s:#]{0,6}|#\s{0,3})[A-Z]{0,4}-?\d[\d-]{3}", re.IGNORECASE
    )


@cache
def _date_of_birth() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:date of birth|birth ?date|D\.?O\.?B\.?|born(?: on)?)\b\W{0,3}(?:\w{1,20} )?\d", re.IGNORECASE
    )


@cache
def _mail_address() -> re.Pattern[str]:
    return re.compile(r"[\w+-]@[\w-]{1,63}\.[a-z]{2}", re.IGNORECASE)


@cache
def _telephone() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,$-])\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d|[.,-]{1,3}\d)")


@cache
def _minor_child() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:minor (?:child|son|daughter|grandchild|grandson|granddaughter)),? (?i:named )?"
        r"(?!Under|For|The|Of)[A-Z][a-z]{1,40}\b"
    )


@cache
def _number_in_groups() -> re.Pattern[str]:
    return re.compile(r"\d\d[.-]\d{4}")


_GROUPS = "groups of digits"
"""Marks a kind that needs digits in groups."""


_MINOR = 'Write "By Child" instead of the name.'


# An expression is tried only where the text has one of its signs: it costs far more than looking for them.
_KINDS: tuple[tuple[Private, tuple[str, ...], Callable[[], re.Pattern[str]]], ...] = (
    (
        Private("a Social Security number", is_serious=True),
        ("ssn", "social security", _GROUPS),
        _social_security_number,
    ),
    (Private("an account number", is_serious=True), ("account", "acct", "a/c"), _account_number),
    (Private("a date of birth", is_serious=True), ("birth", "born", "dob", "d.o.b"), _date_of_birth),
    (Private("an email address", is_serious=False), ("@",), _mail_address),
    (Private("a telephone number", is_serious=False), (_GROUPS,), _telephone),
    (Private("the name of a minor child", is_serious=False, remedy=_MINOR), ("minor ",), _minor_child),
)
