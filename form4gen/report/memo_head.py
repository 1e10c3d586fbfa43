"""Who a memorandum is for, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from os.path import basename

from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, moment
from form4gen.records import NamedTuple
from form4gen.report.phrases import capitalized, count, period
from form4gen.report.record import Report
from form4gen.report.typography import cells, kept
from form4gen.report.wrapping import printable
from form4gen.rules.settings import Heading

Pairs = tuple[tuple[str, str], ...]
"""Labels with their words."""

_NOT_STATED = "not stated"
_FEW_DAYS = 3
_WHOLE, _NUMBER, _CIK, _LEAST = 100, 5, 13, 18
"""Percentages of the table of persons: all of it, its first and third columns, and the least of each other one."""

_FOOT = 60
"""Characters of the running foot."""


class Person(NamedTuple):
    """A reporting person of several, as a row of a table."""

    number: int
    name: str
    cik: str
    relationship: str
    signature: str


def block(heading: Heading, on: date) -> Pairs:
    """The heading block, with the day of the check; empty if nobody and no matter is named."""
    given = (("To", heading.to), ("Matter", heading.matter), ("Prepared by", heading.prepared_by))
    found = tuple(pair for pair in given if pair[1])
    return (*found, ("Date", kept(day(on)))) if found else ()


def subject(filing: Filing | None, file: str) -> str:
    """``Form 4 of SAMPLE JANE Q and 2 others for Example Corp (XMPL)``; the file, if it is not a filing."""
    if filing is None:
        return _name(file)
    owners, issuer = filing.reporting_owners, filing.issuer
    more = f" and {count(len(owners) - 1, 'other')}" if len(owners) > 1 else ""
    of = f" of {owners[0].name}{more}" if owners else ""
    symbol = f" ({issuer.issuer_trading_symbol})" if issuer.issuer_trading_symbol else ""
    for_whom = f" for {issuer.issuer_name}{symbol}" if issuer.issuer_name else ""
    return f"Form {filing.document_type}{of}{for_whom}"


def _name(file: str) -> str:
    """The name of a file without its folders."""
    return printable(basename(file))


def running_foot(filing: Filing | None, file: str) -> str:
    """What the foot of each page names, cut to its length."""
    first = filing.reporting_owners[0].rpt_owner_name if filing and filing.reporting_owners else None
    names = ", ".join(name for name in (filing and filing.issuer.issuer_name, first) if name) or _name(file)
    words = f"Form 4 pre-filing memorandum: {names}"
    return words if len(words) <= _FOOT else f"{words[: _FOOT - 1].rstrip()}\u2026"


def widths(persons: Iterable[Person]) -> tuple[int, ...]:
    """The percentages of the columns of persons: beside number and CIK, by the longest text of each."""
    rows = [(each.name, each.relationship, each.signature) for each in persons]
    if not rows:
        return ()
    longest = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rest = _WHOLE - _NUMBER - _CIK
    name, role = (max(_LEAST, rest * length // sum(longest)) for length in longest[:-1])
    over = max(0, name + role + _LEAST - rest)
    name, role = (name - over, role) if name > role else (name, role - over)
    return _NUMBER, name, _CIK, role, rest - name - role


def facts(report: Report, filing: Filing) -> Pairs:
    """The filing in a few lines."""
    return tuple(_facts(report, filing))


def people(filing: Filing) -> tuple[Person, ...]:
    """The reporting persons, if they are several."""
    owners = filing.reporting_owners
    return tuple(map(_person, owners, [*filing.owner_signatures, *[None] * len(owners)])) if len(owners) > 1 else ()


def _person(owner: ReportingOwner, signature: object) -> Person:
    name, signed = getattr(signature, "signature_name", None), getattr(signature, "signature_date", None)
    words = ", ".join(part for part in (name, kept(day(signed)) if signed else "") if part)
    cik = owner.rpt_owner_cik or _NOT_STATED
    return Person(owner.number, owner.rpt_owner_name or _NOT_STATED, cik, _roles(owner), words or _NOT_STATED)


def _facts(report: Report, filing: Filing) -> Iterator[tuple[str, str]]:
    issuer = filing.issuer
    symbol = f" ({issuer.issuer_trading_symbol})" if issuer.issuer_trading_symbol else ""
    yield "Issuer", f"{issuer.issuer_name or _NOT_STATED}{symbol}, {kept(f'CIK {issuer.issuer_cik or _NOT_STATED}')}"
    if len(filing.reporting_owners) == 1:
        (owner,) = filing.reporting_owners
        name, cik = owner.rpt_owner_name or _NOT_STATED, owner.rpt_owner_cik or _NOT_STATED
        yield "Reporting person", f"{name}, {kept(f'CIK {cik}')}. {_roles(owner)}"
    if filing.is_amendment:
        original = filing.date_of_original_submission
        yield (
            "Amendment",
            f"Original filed {kept(day(original))}" if original else "Filing date of the original not stated",
        )
    tables = (("Table I", filing.non_derivative_table), ("Table II", filing.derivative_table))
    reported = [f"{cells(name)}: {_rows(rows)}" for name, rows in tables if rows]
    yield "Reported", ". ".join(reported) or "No row"
    yield "Transactions", ". ".join((_days(filing), *_boxes(filing)))
    how, when = report.time_words
    is_planned = report.time_basis.is_a_time and not report.is_on_record
    label = "Filed" if how == "filed" else "Planned filing" if is_planned else "Checked as of"
    yield label, f"{kept(when)}. {_compared(report)}"


def _roles(owner: ReportingOwner) -> str:
    roles = (
        "director" if owner.is_director else "",
        f"officer ({owner.officer_title})" if owner.officer_title and owner.is_officer else "",
        "officer, no title given" if owner.is_officer and not owner.officer_title else "",
        "10% owner" if owner.is_ten_percent_owner else "",
        f"other ({owner.other_text or 'not specified'})" if owner.is_other else "",
    )
    words = "; ".join(role for role in roles if role) or "no relationship checked"
    return capitalized(words)


def _rows(rows: tuple[Row, ...]) -> str:
    transactions = sum(isinstance(row, Transaction) for row in rows)
    parts = ((transactions, "transaction"), (len(rows) - transactions, "holding"))
    return ", ".join(count(many, thing) for many, thing in parts if many)


def _days(filing: Filing) -> str:
    """``Nov 5 and 6, 2026``; ``Jan 9 to Oct 30, 2026``."""
    found = sorted({row.transaction_date.value for row in filing.transactions if row.transaction_date.value})
    if not found:
        return "No transaction date"
    first, last = found[0], found[-1]
    if 1 < len(found) <= _FEW_DAYS and (first.year, first.month) == (last.year, last.month):
        rest = [str(each.day) for each in found[1:]]
        return kept(
            f"{day(first).partition(',')[0]}{''.join(f', {each}' for each in rest[:-1])} and {rest[-1]}, {last.year}"
        )
    return kept(period(first, last))


def _boxes(filing: Filing) -> Iterator[str]:
    if filing.aff10b5_one:
        yield kept("The Rule 10b5-1(c) box is checked")
    if filing.not_subject_to_section16:
        yield "The exit box is checked"


def _compared(report: Report) -> str:
    prior = report.outcome.prior
    if not prior:
        return "No prior filing was given for comparison"
    if len(prior) == 1:
        return f"Compared with the {form_of(prior[0])}"
    return f"Compared with {len(prior)} filings, the last the {form_of(prior[-1])}"


def form_of(filing: Filing) -> str:
    """A filing as a sentence names it: ``Form 4 of Sep 2, 2026``."""
    from form4gen.accounts.history import made_on  # noqa: PLC0415  few checks have prior filings

    made = made_on(filing)
    return f"Form {filing.document_type}{kept(f' of {day(made)}') if made else ''}"


def time_of_check(report: Report) -> str:
    """The filing time in words, for a document that is not a filing."""
    return kept(moment(report.filed_at))
