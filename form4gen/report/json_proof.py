"""The deadlines and the balances of the report for a machine."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from decimal import Decimal

from form4gen.accounts.basis_values import Decision
from form4gen.accounts.due_dates import DueDate
from form4gen.accounts.ledger import Account, Step
from form4gen.accounts.lines import amount_of
from form4gen.accounts.workings import Working
from form4gen.law.calendar import CalendarDay
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.typed import Any


def deadline(due: DueDate, zone: tzinfo | None) -> dict[str, Any]:
    """When some rows are due; times in ``zone``, US Eastern."""
    return {
        "rows": [row.at.pointer for row in due.rows],
        "cell": due.names,
        "basis": due.basis.value if due.basis else None,
        "otherBases": [other.value for other in due.others],
        "reasons": [_reason(row, decision) for row, decision in zip(due.rows, due.decisions, strict=True)],
        "traded": _iso(due.traded),
        "executed": _iso(due.executed),
        "countedFrom": due.reading.value,
        "due": _moment(due.due, zone),
        "dueAtTheLatest": _moment(due.due_at_the_latest, zone),
        "dueOnForm5": _moment(due.due_on_form_5, zone),
        "standing": due.standing.value,
        "secondsLeft": None if due.left is None else int(due.left.total_seconds()),
        "passedOver": [_day(each) for each in due.passed_over],
        "unknown": [_day(each) for each in due.unknown],
        "lacking": due.lacking or None,
    }


def deadline_as_json(due: DueDate, zone: tzinfo | None) -> str:
    """The deadline of a bare date as JSON text, without what only a row has."""
    import json  # noqa: PLC0415  a report on a filing needs none of it

    document = deadline(due, zone)
    for key in ("rows", "cell", "basis", "otherBases", "reasons", "dueOnForm5"):
        del document[key]
    return f"{json.dumps(document, indent=2)}\n"


def _reason(row: Transaction, decision: Decision) -> dict[str, Any]:
    """On which basis a row is reported, and why."""
    return {
        "row": row.at.pointer,
        "reason": decision.reason,
        "source": str(decision.source),
        "certainty": decision.certainty,
        "ground": decision.ground.value,
        "earlyMark": decision.mark.value,
    }


def balance(account: Account) -> dict[str, Any]:
    """What a line of the form comes to, row by row."""
    row = account.rows[0]
    return {
        "line": account.name,
        "securityTitle": row.security_title.value,
        "directOrIndirectOwnership": row.direct_or_indirect_ownership.value,
        "natureOfOwnership": row.nature_of_ownership.value,
        **_terms(row),
        "before": _exact(account.before),
        "after": _exact(account.after),
        "rows": [*map(_step, account.steps), *map(_uncounted, account.uncounted)],
    }


def working(each: Working) -> dict[str, Any]:
    """A sum between rows."""
    return {
        "places": [place.pointer for place in each.places],
        "subject": each.subject,
        "words": each.words,
        "agrees": each.agrees,
    }


def _terms(row: Row) -> dict[str, Any]:
    if not isinstance(row, DerivativeTransaction | DerivativeHolding):
        return {}
    return {
        "conversionOrExercisePrice": _exact(row.conversion_or_exercise_price.value),
        "exerciseDate": _iso(row.exercise_date.value),
        "expirationDate": _iso(row.expiration_date.value),
        "underlyingSecurityTitle": row.underlying_security_title.value,
    }


def _step(step: Step) -> dict[str, Any]:
    return _row(step.row, step.amount) | {
        "before": _exact(step.before),
        "after": _exact(step.after),
        "expected": _exact(step.expected),
        "arithmetic": step.arithmetic,
        "addsUp": not step.is_off,
        "excuse": step.excuse or None,
    }


def _uncounted(row: Row) -> dict[str, Any]:
    return _row(row, amount_of(row) if isinstance(row, Transaction) else None) | {
        "before": None,
        "after": _exact(row.owned_following.value),
        "expected": None,
        "arithmetic": None,
        "addsUp": None,
        "excuse": None,
    }


def _row(row: Row, amount: Decimal | None) -> dict[str, Any]:
    when, code, mark = None, None, None
    if isinstance(row, Transaction):
        when, code = row.transaction_date.value, row.transaction_code.value
        mark = row.transaction_acquired_disposed_code.value
    return {
        "pointer": row.at.pointer,
        "kind": row.kind,
        "transactionDate": _iso(when),
        "transactionCode": code,
        "transactionAcquiredDisposedCode": mark,
        "amount": _exact(amount),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None, zone: tzinfo | None) -> str | None:
    return None if moment is None else moment.replace(tzinfo=zone).isoformat()


def _exact(value: Decimal | None) -> str | None:
    """A number as text, for most readers of JSON would round a number."""
    return None if value is None else f"{value:f}"


def _day(day: CalendarDay) -> dict[str, str]:
    return {"date": day.day.isoformat(), "name": day.name, "evidence": day.evidence, "certainty": day.certainty}
