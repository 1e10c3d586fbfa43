"""The facts of a filing at the head of the memorandum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import weekday

_NOT_GIVEN = "not stated"


def facts_of(filing: Filing) -> Iterator[tuple[str, str]]:
    """The persons and dates on the form, as pairs of a caption and a value."""
    original = f", original filed {_day(filing.date_of_original_submission)}" if filing.is_amendment else ""
    yield "Form", f"{filing.document_type}{original}"
    yield "Issuer", _issuer(filing.issuer)
    for owner in filing.reporting_owners:
        yield "Reporting person", _owner(owner)
    yield "Earliest transaction", _day(filing.period_of_report)
    yield "Table I", _rows(filing.non_derivative_table)
    yield "Table II", _rows(filing.derivative_table)
    for words in _boxes(filing):
        yield "Box checked", words
    for signature in filing.owner_signatures:
        yield "Signature", f"{signature.signature_name or _NOT_GIVEN}, {_day(signature.signature_date)}"


def _issuer(issuer: Issuer) -> str:
    symbol = f" [{issuer.issuer_trading_symbol}]" if issuer.issuer_trading_symbol else ""
    return f"{issuer.issuer_name or _NOT_GIVEN}{symbol}, CIK {issuer.issuer_cik or _NOT_GIVEN}"


def _owner(owner: ReportingOwner) -> str:
    roles = (
        "director" if owner.is_director else "",
        f"officer ({owner.officer_title or _NOT_GIVEN})" if owner.is_officer else "",
        "10% owner" if owner.is_ten_percent_owner else "",
        f"other ({owner.other_text or _NOT_GIVEN})" if owner.is_other else "",
    )
    name = owner.rpt_owner_name or _NOT_GIVEN
    return ", ".join((name, f"CIK {owner.rpt_owner_cik or _NOT_GIVEN}", *(words for words in roles if words)))


def _rows(rows: tuple[Row, ...]) -> str:
    transactions = sum(isinstance(row, Transaction) for row in rows)
    return f"{_several(transactions, 'transaction')}, {_several(len(rows) - transactions, 'holding')}"


def _boxes(filing: Filing) -> Iterator[str]:
    if filing.not_subject_to_section16:
        yield "no longer subject to Section 16"
    if filing.aff10b5_one:
        yield "transaction made pursuant to a Rule 10b5-1(c) plan"


def _several(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _day(day: date | None) -> str:
    return weekday(day) if day else _NOT_GIVEN
