"""FN104: private information in a public record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

from form4gen.law.authorities import CARE, FORM_4
from form4gen.location import Place
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.filing import Filing, Footnote, ReportingOwner
from form4gen.model.rows import Row
from form4gen.rules.catalogue import ACCEPTS, ERROR, MEDIUM, WARNING, Breach, Severity, rule

Public: TypeAlias = Filing | Footnote | Row | ReportingOwner | PowerOfAttorney | Exhibit
"""The parts of a filing whose text becomes public."""


@rule(
    "FN104",
    name="private information in public text",
    on=(Filing, Footnote, Row, ReportingOwner, PowerOfAttorney, Exhibit),
    severity=ERROR,
    edgar=ACCEPTS,
    sources=(FORM_4.at("preamble (public record)"), CARE.at("on private facts")),
    certainty=MEDIUM,
)
def private_information_in_public_text(node: Public) -> Iterator[Breach]:
    """A filed Form 4 is a public record and should contain no private information.

    A Social Security number, a bank or brokerage account number and a date of birth are errors: the form never
    requires them, and a filing cannot be withdrawn. An email address, a telephone number and the name of a minor
    child are warnings, since an address may be the issuer's. In exhibits only the errors are reported. EDGAR does
    not check this.

    Remedy: Remove it before filing. For a minor child, write "By Child" instead of the name.
    """
    for text, what, at in _texts(node):
        if not text:
            continue
        plain = text.casefold()
        has_number = _number_in_groups().search(plain) is not None
        for pattern, signs, of_what, severity in _PRIVATE:
            if severity is not None and isinstance(node, PowerOfAttorney | Exhibit):
                continue
            is_possible = any(sign in plain for sign in signs) or (_GROUPS in signs and has_number)
            if is_possible and pattern().search(text) is not None:
                yield Breach(
                    at,
                    f"{what} appears to contain {of_what}. A filed Form 4 is a permanent public record.",
                    severity=severity,
                )


def _texts(node: Public) -> Iterator[tuple[str | None, str, Place]]:
    if isinstance(node, Filing):
        yield node.remarks, "The remarks", node.at / "remarks"
    elif isinstance(node, Footnote):
        yield node.text, f"Footnote {node.id}", node.at
    elif isinstance(node, Row):
        yield node.nature_of_ownership.value, "The nature of ownership", node.nature_of_ownership.at
    elif isinstance(node, ReportingOwner):
        yield node.rpt_owner_street1, "The address", node.at / "rptOwnerStreet1"
        yield node.rpt_owner_street2, "The address", node.at / "rptOwnerStreet2"
    else:
        yield node.text, "The exhibit", node.at / "text"


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
        r"\b(?:account|acct\.?|a/c)\s*(?:(?:number|no\.?|#)\s*:?\s*#?\s*|#\s*)[A-Z]{0,4}-?\d[\d-]{3,}", re.IGNORECASE
    )


@cache
def _date_of_birth() -> re.Pattern[str]:
    return re.compile(r"\b(?:date of birth|birth ?date|D\.?O\.?B\.?|born(?: on)?)\b\W{0,3}(?:\w+ )?\d", re.IGNORECASE)


@cache
def _mail_address() -> re.Pattern[str]:
    return re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2}", re.IGNORECASE)


@cache
def _telephone() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,$-])\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?![\d.,-]*\d)")


@cache
def _minor_child() -> re.Pattern[str]:
    return re.compile(
        r"\b(?i:minor (?:child|son|daughter|grandchild|grandson|granddaughter)),? (?i:named )?"
        r"(?!Under|For|The|Of)[A-Z][a-z]+\b"
    )


@cache
def _number_in_groups() -> re.Pattern[str]:
    return re.compile(r"\d\d[.-]\d{4}")


_GROUPS = "groups of digits"
"""Stands among the signs of a pattern that needs a number in groups."""


# A pattern is tried only where one of its signs stands in the text: it costs far more than looking for them.
_PRIVATE: tuple[tuple[Callable[[], re.Pattern[str]], tuple[str, ...], str, Severity | None], ...] = (
    (_social_security_number, ("ssn", "social security", _GROUPS), "a Social Security number", None),
    (_account_number, ("account", "acct", "a/c"), "an account number", None),
    (_date_of_birth, ("birth", "born", "dob", "d.o.b"), "a date of birth", None),
    (_mail_address, ("@",), "an email address", WARNING),
    (_telephone, (_GROUPS,), "a telephone number", WARNING),
    (_minor_child, ("minor ",), "the name of a minor child", WARNING),
)
