"""The ledger of the memorandum: each class with what was held before, and each row with its deadline and basis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from form4gen.accounts.basis_values import Basis, Decision
from form4gen.accounts.due_dates import DueDate, Standing
from form4gen.accounts.ledger import Account, Step
from form4gen.accounts.opening import Opening, opening_of
from form4gen.law.codes import CODES
from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, dollars
from form4gen.records import NamedTuple
from form4gen.report.memo_deadlines import due_of, is_ahead, left_of, letters
from form4gen.report.memo_head import form_of
from form4gen.report.phrases import capitalized
from form4gen.report.places import folded
from form4gen.report.typography import cells, kept
from form4gen.report.wrapping import printable

_LONG = 12
"""Rows of a class that stand in the common table; a longer class has a table of its own."""

_WIDE = 14
"""Characters of a balance with which a long table has no room beside another column of rows."""

_RANGES = 8
_OWNED = {"D": "direct", "I": "indirect"}
_PAST = (Standing.LATE, Standing.IN_DOUBT)
_FORM_4 = "Form 4 "
_POSSIBLY = "possibly "
_NO_TITLE = "A class without a title"


class Entry(NamedTuple):
    """A row of the ledger; of one that is not added, ``traded`` says so, and ``code`` and ``change`` are empty.

    ``left`` is the time left or how late the row is; ``days`` is the number of days of a late one.
    """

    row: str
    traded: str
    code: str
    change: str
    after: str
    deadline: str
    left: str
    days: str
    basis: str
    is_off: bool = False


class Class(NamedTuple):
    """A class of securities: title, the opening line (its words and the balance), and its rows.

    ``is_late`` says that every row is late or possibly late, ``is_ahead`` that each has time left. ``note`` and
    ``remarks`` are of a long class: what all of its rows share, and what is wrong with some.
    """

    title: str
    opening: tuple[str, str]
    rows: tuple[Entry, ...]
    is_long: bool
    is_wide: bool
    has_codes: bool
    is_lettered: bool
    is_late: bool
    is_ahead: bool
    note: str = ""
    remarks: tuple[str, ...] = ()


class _Known(NamedTuple):
    """What the check says of rows: letters and dates of deadlines, bases, earlier filings, and wrong balances.

    ``action_at`` has the number of the action for a place; a balance in ``follows`` is wrong only as a consequence.
    """

    lettered: Mapping[Transaction, str]
    due: Mapping[Transaction, DueDate]
    decisions: Mapping[Transaction, Decision]
    prior: Sequence[Filing]
    action_at: Mapping[Place, int]
    follows: frozenset[Place]
    by_day: bool


def classes(
    accounts: Iterable[Account],
    dues: Sequence[DueDate],
    prior: Sequence[Filing],
    action_at: Mapping[Place, int],
    follows: frozenset[Place],
    *,
    by_day: bool = False,
) -> tuple[Class, ...]:
    """Every holding line.

    ``action_at`` has the number of the action for a balance that is wrong; one in ``follows`` is wrong only as a
    consequence. With ``by_day``, no more than the day of filing is known.
    """
    decisions = {row: decision for due in dues for row, decision in zip(due.rows, due.decisions, strict=False)}
    known = _Known(letters(dues), due_of(dues), decisions, prior, action_at, follows, by_day)
    return tuple(_class(each, known) for each in accounts)


def _class(account: Account, known: _Known) -> Class:
    opening, written = opening_of(account, known.prior), _written(account)
    is_long = len(account.rows) > _LONG
    steps = [_entry(step, written, known) for step in account.steps]
    rows = (*steps, *(_uncounted(row, written, opening, known) for row in account.uncounted))
    codes = {step.row.code for step in account.steps}
    first = (_opening(opening, account), written(account.before)) if account.before is not None else ("", "")
    dues = [known.due[step.row] for step in account.steps if step.row in known.due]
    return Class(
        title_of(account.rows[0]),
        first,
        rows,
        is_long,
        max(len(each.after) for each in rows) > _WIDE,
        len(codes) > 1,
        bool(known.lettered) or not known.due,
        all(each.standing in _PAST and each.original is None for each in dues),
        all(map(is_ahead, dues)),
        _note(account, first[0], known) if is_long else "",
        tuple(_remarks(account, steps, known)) if is_long else (),
    )


def _note(account: Account, opening: str, known: _Known) -> str:
    """Where the opening balance of a long class comes from, and what all of its rows share."""
    bases = _bases(account, known)
    shared = f"All rows: {next(iter(bases))}." if len(bases) == 1 else ""
    return " ".join(
        part for part in (opening and f"Opening balance: {opening.replace('Computed', 'computed')}.", shared) if part
    )


def _bases(account: Account, known: _Known) -> dict[str, list[str]]:
    """The codes and bases of the rows that add up, each with the names of its rows."""
    found: dict[str, list[str]] = {}
    for step in account.steps:
        words = f"code {step.row.code}, {_basis(step.row, known.decisions.get(step.row))}"
        found.setdefault(words.removesuffix(", "), []).append(step.row.name)
    return found


def _remarks(account: Account, entries: Sequence[Entry], known: _Known) -> Iterator[str]:
    """What there is to say on rows of a long class, which has no column for it: what is wrong, and different bases."""
    rows: dict[str, list[str]] = {}
    for step, entry in zip(account.steps, entries, strict=True):
        if step.is_off:
            rows.setdefault(entry.basis, []).append(step.row.name)
    bases = _bases(account, known)
    if any(entry.days.startswith("(") for entry in entries):
        yield "Days in parentheses: the row is possibly late."
    for words, names in (*rows.items(), *(bases.items() if len(bases) > 1 else ())):
        yield f"{cells(folded(names, _RANGES))}: {words}"


def _entry(step: Step, written: Callable[[Decimal], str], known: _Known) -> Entry:
    due = known.due.get(step.row)
    sign = "+" if step.row.is_acquired else "\u2212"
    return Entry(
        str(step.row.number),
        _day(step.row),
        step.row.code,
        f"{sign}{written(step.amount)}",
        written(step.after),
        known.lettered.get(step.row) or _due(due),
        left_of(due, by_day=known.by_day) if due else "",
        _days(due),
        _should_be(step, written, known) if step.is_off else _basis(step.row, known.decisions.get(step.row)),
        step.is_broken,
    )


def title_of(row: Row) -> str:
    """A holding line as the memorandum names it."""
    parts = [printable(row.security_title.value or _NO_TITLE)]
    if isinstance(row, DerivativeTransaction | DerivativeHolding):
        price, exercisable, expires = row.conversion_or_exercise_price, row.exercise_date, row.expiration_date
        parts += [] if price.value is None else [dollars(price.value)]
        parts += [] if exercisable.value is None else [f"exercisable {day(exercisable.value)}"]
        parts += [] if expires.value is None else [f"expires {day(expires.value)}"]
    held = (_OWNED.get(row.direct_or_indirect_ownership.value or ""), row.nature_of_ownership.value)
    words = ", ".join((*parts, *(printable(word) for word in held if word)))
    return kept(f"{row.table}. {words}")


def _written(account: Account) -> Callable[[Decimal], str]:
    """Writes each number of a class with as many decimals as the longest has."""
    held = [row.owned_following.value for row in account.rows]
    numbers = [*(value for step in account.steps for value in (step.before, step.amount, step.after)), *held]
    places = max((-int(each.as_tuple().exponent) for each in numbers if each is not None), default=0)
    return lambda value: f"{value:,.{max(places, 0)}f}".replace("-", "\u2212")


def _opening(opening: Opening | None, account: Account) -> str:
    """Where the balance before the first row comes from."""
    if opening is None:
        return f"Computed from row {account.steps[0].row.number}"
    differs = "" if opening.held == account.before else f", which shows {opening.held:,f}"
    return kept(f"{form_of(opening.filing)}, {opening.row.name}{differs}")


def _should_be(step: Step, written: Callable[[Decimal], str], known: _Known) -> str:
    if step.excuse:
        return f"{written(step.expected)} expected; {step.excuse}"
    at = step.row.owned_following.at
    number = known.action_at.get(at)
    if at in known.follows:
        return f"Follows from action {number}."
    return f"Should be {written(step.expected)}{f': see action {number}' if number else ''}."


def _basis(row: Transaction, decision: Decision | None) -> str:
    """On which basis a row is reported, in a few words with the authority."""
    if decision is None:
        return ""
    code = CODES.get(row.code)
    words = code.name if decision.basis is Basis.FORM_4 and decision.is_sure and code else decision.basis.words
    return kept(f"{capitalized(words)}, {str(decision.source).removeprefix(_FORM_4)}")


def _uncounted(row: Row, written: Callable[[Decimal], str], opening: Opening | None, known: _Known) -> Entry:
    held = row.owned_following.value
    after = "" if held is None else written(held)
    if isinstance(row, Transaction):
        return Entry(str(row.number), "Not added", "", "", after, "", "", "", _basis(row, known.decisions.get(row)))
    same = kept(f"As in the {form_of(opening.filing)}") if opening and opening.held == held else ""
    return Entry(str(row.number), "No transaction", "", "", after, "", "", "", same)


def _day(row: Transaction) -> str:
    when = row.transaction_date.value
    return kept(day(when)) if when else ""


def _days(due: DueDate | None) -> str:
    """The days by which a row is late, in parentheses if it is only possibly late."""
    words = left_of(due) if due and due.standing in _PAST and due.original is None else ""
    days = words.removesuffix(" late").removesuffix(" days").removesuffix(" day")
    return f"({days.removeprefix(_POSSIBLY)})" if days.startswith(_POSSIBLY) else days


def _due(due: DueDate | None) -> str:
    return kept(day(due.due.date())) if due and due.due else ""
