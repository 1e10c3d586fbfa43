"""What an audit knows of each of many filings: its place among the others, and what a check of it finds.

``check_group`` takes and returns plain values, so it can run in any process: its arguments have no open files, and its
records are what JSON can hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from form4gen import __version__
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.accounts.filing_history import identity
from form4gen.accounts.history import bare_cik, earlier, made_on, original_of, owners
from form4gen.accounts.lateness import late_rows
from form4gen.accounts.lines import amount_of
from form4gen.accounts.matching import prepare as prepare_matching
from form4gen.api.check import Settings, Severity, validate_under
from form4gen.api.data_sets import without
from form4gen.api.filing_time import FilingTime, TimeBasis, filing_time_of
from form4gen.api.load import Filing, Loaded, load_any_form
from form4gen.api.preparing import prepare as prepare_for
from form4gen.api.reports import report_of
from form4gen.api.rules import names as names
from form4gen.errors import Form4genError, UnusableInputError
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day as day
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import sealed as sealed
from form4gen.report.causes import causes
from form4gen.report.phrases import count as count
from form4gen.report.verdict import line, verdict
from form4gen.rules.applying import EXCLUDED, NOT_SELECTED
from form4gen.rules.engine import Finding

Record = dict[str, Any]
Dated = Callable[[FilingTime | None], FilingTime]
"""Gives the filing time, US Eastern, of an input that states the given time or none."""

_ACCESSION = re.compile(r"(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)")


class Key(NamedTuple):
    """What puts a filing in its place among others.

    ``made`` is the day on which it was made (empty if unknown), ``by`` the day up to which others are earlier ones, and
    ``original`` the day of the form that it amends; all ISO. Filings with the same ``digest`` say the same.
    ``is_timed`` means that the file states when it was filed.
    """

    form: str
    issuer: str
    owners: tuple[str, ...]
    made: str
    by: str
    original: str
    accession: str
    digest: str
    is_timed: bool


class Given(NamedTuple):
    """A filing of an audit: its number among the inputs, its name, and its bytes, in which CCCs are masked.

    ``lacks`` are the tables that its data set has not, None for one that is of no data set.
    """

    number: int
    name: str
    content: bytes
    lacks: tuple[str, ...] | None = None


class Group(NamedTuple):
    """Filings to check: ``checks`` has the number of each and those of the earlier ones.

    ``filings`` are all that these numbers name.
    """

    filings: tuple[Given, ...]
    checks: tuple[tuple[int, tuple[int, ...]], ...]


def described(name: str, raw: bytes, dated: Dated, lacks: tuple[str, ...] | None = None) -> tuple[Key, Record]:
    """The key of a filing, and what the table of filings has of it whether or not it is checked.

    ``lacks`` is that of ``Given``.

    Raises UnusableInputError if the bytes are not a Form 3, 4 or 5.
    """
    loaded = load_any_form(raw)
    filing = loaded.filing
    if filing is None:
        first, more = loaded.findings[0], len(loaded.findings) - 1
        others = f" ({more:,} more in the file)" if more else ""
        raise UnusableInputError(f"This is not yet a filing: {first.message}{others}")
    filed_at, basis = _filed(dated, loaded, lacks)
    made = made_on(filing)
    accession = filing.context.accession_number or _accession_in(name)
    key = Key(
        filing.form,
        bare_cik(filing.issuer.issuer_cik),
        tuple(sorted(owners(filing))),
        made.isoformat() if made else "",
        filed_at.date().isoformat(),
        _iso(filing.date_of_original_submission) or "",
        accession or "",
        _digest(filing),
        filing.context.filed_at is not None,
    )
    return key, {
        "file": name,
        "accession": accession,
        "form": filing.document_type,
        "period": _iso(filing.period_of_report),
        "issuer_cik": _cik(filing.issuer.issuer_cik),
        "issuer_name": filing.issuer.issuer_name,
        "issuer_symbol": filing.issuer.issuer_trading_symbol,
        "owner_ciks": [_cik(each.rpt_owner_cik) for each in filing.reporting_owners],
        "owner_names": [each.rpt_owner_name for each in filing.reporting_owners],
        "signed": _iso(
            max((each.signature_date for each in filing.owner_signatures if each.signature_date), default=None)
        ),
        "filed_at": filed_at.replace(tzinfo=None).isoformat(),
        "filed_at_basis": basis.value,
        "data_set_lacks": None if lacks is None else list(lacks),
    }


def prepare(settings: Settings, dated: Dated) -> None:
    """Load what checks need, before processes are forked."""
    prepare_matching()
    prepare_for(lambda name, content: check_group(settings, dated, Group((Given(0, name, content),), ((0, ()),))))


def check_group(settings: Settings, dated: Dated, group: Group) -> list[tuple[int, Record]]:
    """The record of each filing to check: ``check_record``, or ``fault`` with the reason if it could not be checked."""
    contents = {each.number: each for each in group.filings}
    filings: dict[int, Filing | None] = {}  # without the documents, which take several times the memory
    found = []
    for number, before in group.checks:
        try:
            given = load_any_form(contents[number].content)
            filings[number] = given.filing
            for other in before:
                if other not in filings and other in contents:
                    filings[other] = _read_again(contents[other])
            prior = [each for other in before if (each := filings.get(other)) is not None]
            record = _checked(settings, dated, contents[number], given, prior)
        except Form4genError as error:
            record = {"fault": str(error), "is_internal": False}
        except Exception as error:  # noqa: BLE001  the other filings are checked anyway
            record = {"fault": f"Internal error: {type(error).__name__}: {error}", "is_internal": True}
        found.append((number, record))
    return found


def _read_again(given: Given) -> Filing | None:
    try:
        return load_any_form(given.content).filing
    except UnusableInputError:  # it is listed where it is checked itself
        return None


def audit_html(page: Record) -> str:
    """The page on all filings: one self-contained file."""
    from form4gen.render.templates import drawn  # noqa: PLC0415  a check needs none of it

    return drawn("audit.html.jinja", **page, version=__version__)


def _checked(settings: Settings, dated: Dated, given: Given, loaded: Loaded, others: list[Filing]) -> Record:
    filing = loaded.filing
    if filing is None:
        raise UnusableInputError("This is no longer the filing that was read first.")
    filed_at, basis = _filed(dated, loaded, given.lacks)
    requested = settings
    if given.lacks is not None:
        settings = without(settings, filing, given.lacks)
    prior = earlier(others, filing, filed_at.date())
    outcome = validate_under(settings, loaded, filed_at, is_planned=basis.is_a_time, prior=prior)
    report = report_of(given.name, filed_at, loaded, outcome, basis=basis)
    report = report._replace(is_on_record=basis is not TimeBasis.CLOCK)  # bare XML of EDGAR has no accession number
    result = verdict(report, causes(report.open))
    dues = {row: due for due in outcome.dues for row in due.rows}
    late = {row.at for row in late_rows(filing, original_of(filing, prior), dues, filed_at)}
    by_place = {row.at: due for row, due in dues.items()}
    days = [days for at in late if (days := _days(by_place[at], filed_at)) is not None]
    return {
        "verdict": result.case.value,
        "verdict_words": line(result),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "advisories": report.count(Severity.ADVISORY),
        "late_rows": len(late),
        "doubtful_rows": sum(due.standing is Standing.IN_DOUBT for due in dues.values()),
        "days_late": max(days, default=None),
        "bases": sorted({due.basis.value for due in outcome.dues if due.basis}),
        "priors": len(prior),
        "not_run": {
            rule: why
            for rule, why in outcome.not_run.items()
            if why not in (EXCLUDED, NOT_SELECTED) or (given.lacks is not None and not requested.excludes(rule))
        },
        "could_not_run": dict(outcome.could_not_run),
        "rows": [_row(row, by_place.get(row.at), filed_at, is_late=row.at in late) for row in filing.rows],
        "findings": [_finding(each) for each in report.findings],
    }


def _filed(dated: Dated, loaded: Loaded, lacks: tuple[str, ...] | None) -> FilingTime:
    """The filing time; data sets have no more than the date."""
    found = dated(filing_time_of(loaded))
    return (
        found
        if lacks is None or loaded.filing is None or loaded.filing.context.filed_at is None
        else (found._replace(basis=TimeBasis.HEADER_DATE))
    )


def _row(row: Row, due: DueDate | None, filed_at: datetime, *, is_late: bool) -> Record:
    trade = row if isinstance(row, Transaction) else None
    return {
        "pointer": row.at.pointer,
        "form_table": row.table,
        "kind": row.kind,
        "security": row.security_title.value,
        "traded": _iso(trade.transaction_date.value) if trade else None,
        "code": trade.code if trade else None,
        "acquired_disposed": trade.transaction_acquired_disposed_code.value if trade else None,
        "amount": _exact(amount_of(trade)) if trade else None,
        "price": _exact(trade.transaction_price_per_share.value) if trade else None,
        "owned_following": _exact(row.owned_following.value),
        "ownership": row.direct_or_indirect_ownership.value,
        "basis": due.basis.value if due and due.basis else None,
        "due": _iso(due.due) if due else None,
        "standing": due.standing.value if due else None,
        "is_late": is_late,
        "days_late": _days(due, filed_at) if due and is_late else None,
    }


def _finding(finding: Finding) -> Record:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "edgar": finding.edgar.value if finding.edgar else None,
        "cell": finding.cell,
        "pointer": finding.at.pointer,
        "message": finding.message,
        "found": finding.found,
        "expected": finding.expected,
        "is_accepted": finding.overridden is not None,
    }


def _days(due: DueDate, filed_at: datetime) -> int | None:
    """Whole days after the deadline, at least 1; of a row that an amendment adds, up to the amendment."""
    at = due.measured_at or filed_at.replace(tzinfo=None)
    return None if due.due is None or at <= due.due else max(1, (at - due.due).days)


def _digest(filing: Filing) -> str:
    """The same for copies of one filing, whatever format they are in."""
    said = bare_cik(filing.issuer.issuer_cik), sorted(owners(filing)), identity(filing)
    return sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()


def _accession_in(name: str) -> str | None:
    found = _ACCESSION.search(name.rpartition("/")[2]) or _ACCESSION.search(name)
    return "-".join(found.groups()) if found else None


def _cik(cik: str | None) -> str | None:
    return bare_cik(cik).zfill(10) if bare_cik(cik) else None


def _iso(when: date | datetime | None) -> str | None:
    return None if when is None else when.isoformat()


def _exact(value: Decimal | None) -> str | None:
    """A number as text, because a number of a fixed length would round it."""
    return None if value is None else f"{value:f}"
