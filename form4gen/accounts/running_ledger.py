"""The running ledger of a person's holdings: each holding line over all forms, with every change and balance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from form4gen.accounts.continuity import ROUNDING
from form4gen.accounts.filing_history import Form, Given, History
from form4gen.accounts.gaps import Gap, gap_between
from form4gen.accounts.ledger import Account, ledger
from form4gen.accounts.lines import balance_of, change_of, line_of
from form4gen.accounts.row_matching import additions, matched
from form4gen.model.exact import EXACT
from form4gen.model.rows import DerivativeHolding, DerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.balances import mentions_other_change
from form4gen.prose.texts import words
from form4gen.records import NamedTuple

OUT_OF_ORDER = "traded before the row above; its balance is not compared"
EXPLAINED = "a footnote explains another change"
SAME_DAY = "filed on the same day as the row above; its balance is not compared"
UNDERLYING = "the Form 3 states the underlying shares only; this balance is not compared with them"
_SHOWN = 60
SEVERAL = "several holdings differ only in footnotes; their balances are not compared"


class Entry(NamedTuple):
    """One row of one form in a running line.

    ``on`` is the trade date; for a holding, the day of its form. ``change`` is signed and None for a holding,
    ``balance`` the one that the row reports, and ``account`` the number of the holding line in its form. ``replaces``
    is the row that this row of an amendment replaces; ``replaced_by`` the amendment that replaces this row, which then
    no longer counts. ``gap`` says that the balance does not continue, ``remark`` why it was not compared.
    """

    given: Given
    made: date
    row: Row
    on: date
    change: Decimal | None
    balance: Decimal | None
    account: int
    replaces: Row | None = None
    replaced_by: Given | None = None
    gap: Gap | None = None
    remark: str = ""

    @property
    def before(self) -> Decimal | None:
        """The balance before the row, as its change and balance imply."""
        if self.balance is None:
            return None
        return self.balance if self.change is None else EXACT.subtract(self.balance, self.change)


class Line(NamedTuple):
    """A holding line over all forms: the name is that on the last form that shows it."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def counted(self) -> tuple[Entry, ...]:
        """The entries that no amendment replaced."""
        return tuple(entry for entry in self.entries if entry.replaced_by is None)

    def at(self, day: date) -> Entry | None:
        """The entry that states the balance at the end of a day; None if the line begins later."""
        known = [entry for entry in self.counted if entry.balance is not None and entry.on <= day]
        latest = max((entry.on for entry in known), default=None)
        return next((entry for entry in reversed(known) if entry.on == latest), None)


def running_ledger(history: History) -> tuple[Line, ...]:
    """Every holding line of a history, in the order in which the forms first show it.

    Lines are the same if HB107 would compare them: table, class, form and nature of ownership, in Table II also price
    and dates. Where a form has several such lines, the words of their footnotes tell them apart. The rows of an
    amendment stand with the form that they amend, so that an old form that was amended later does not change a later
    balance. A grant of Table II whose balance the filer states by itself is a line of its own.
    """
    entries = [entry for form in history.forms for entry in _entries(form)]
    shared = _shared(entries, lambda entry: line_of(entry.row, with_notes=False))

    def key(entry: Entry) -> Hashable:
        plain = line_of(entry.row, with_notes=False)
        return (plain, _notes(entry)) if plain in shared else plain

    alike = _shared(entries, key)
    found: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    lines = []
    for own, rows in found.items():
        notes = _note_texts(rows[-1]) if line_of(rows[-1].row, with_notes=False) in shared else []
        name = Account((rows[-1].row,), ()).name
        name = f"{name} ({_shortened(notes)})" if notes else name
        grants = [rows] if own in alike else _by_grant(rows)
        lines += [Line(_named(name, part, grants), tuple(_compared(part, own in alike))) for part in grants]
    return tuple(_with_transfers(lines))


def _by_grant(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of a line, by grant where the filer states the balance of each grant of Table II by itself.

    A grant does so if its balance is its own amount although more is held. A later entry is of the grant whose balance
    it continues, otherwise of the one before it.
    """
    grants: list[list[Entry]] = []
    replaced: list[Entry] = []
    for entry in entries:
        replaced.append(entry)
        if entry.replaced_by is not None:
            continue
        whole = next((part for part in reversed(grants) if _continues(entry, part[-1])), None)
        is_own = isinstance(entry.row, DerivativeTransaction) and bool(entry.change) and entry.change == entry.balance
        if whole is None and (not grants or (is_own and any(part[-1].balance for part in grants))):
            whole = []
        elif whole is None:
            whole = grants[-1]
        grants = [*(part for part in grants if part is not whole), whole]
        whole += replaced
        replaced = []
    return sorted(grants, key=lambda part: min(entries.index(each) for each in part[:1])) or [replaced]


def _continues(entry: Entry, last: Entry) -> bool:
    before, held = entry.before, last.balance
    return before is not None is not held and EXACT.subtract(before, held).copy_abs() <= ROUNDING


def _named(name: str, grant: Sequence[Entry], grants: Sequence[object]) -> str:
    """The name of a line; of several grants, with the number and the day of this one."""
    first = grant[0]
    if len(grants) == 1 or first.change is None:
        return name
    return f"{name}, {number(first.change.copy_abs())} of {day(first.on)}"


def _shared(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> set[Hashable]:
    """The keys that several holding lines of one form have in common."""
    lines: dict[tuple[int, Hashable], set[int]] = {}
    for entry in entries:
        lines.setdefault((id(entry.given.filing), key(entry)), set()).add(entry.account)
    return {own for (_, own), accounts in lines.items() if len(accounts) > 1}


def _notes(entry: Entry) -> frozenset[str]:
    """The words of the footnotes on the cells that make a line what it is."""
    return frozenset(words(text) for text in _note_texts(entry))


def _note_texts(entry: Entry) -> list[str]:
    row, texts = entry.row, entry.given.filing.note_texts
    cells = (row.nature_of_ownership, row.direct_or_indirect_ownership, row.security_title)
    terms = ("conversion_or_exercise_price", "exercise_date", "expiration_date")
    cited = [*cells, *(getattr(row, term) for term in terms if hasattr(row, term))]
    return [texts[note] for cell in cited for note in cell.footnotes if note in texts]


def _shortened(notes: Sequence[str]) -> str:
    text = " ".join(notes[0].split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _entries(form: Form) -> Iterator[Entry]:
    """The rows of a form in the order in which they add up, each followed by the row that replaces it."""
    shown = [[_entry(form, form.given, *each)] for each in _in_order(form.given).values()]
    for given in form.amendments:
        accounts = _in_order(given)
        before = [chain[-1].row for chain in shown]
        pairs = matched(before, given.filing.rows, additions(before, given.filing.rows))
        chains = {id(chain[-1].row): chain for chain in shown}
        for old, new in pairs.pairs:
            chain = chains[id(old)]
            chain[-1] = chain[-1]._replace(replaced_by=given)
            chain.append(_entry(form, given, *accounts[id(new)])._replace(replaces=old))
        shown += [[_entry(form, given, *accounts[id(row)])] for row in pairs.only_second]
    for chain in shown:
        yield from chain


def _in_order(given: Given) -> dict[int, tuple[Row, int]]:
    """The rows by their identity, line by line in the order in which they add up, each with the number of its line."""
    rows: dict[int, tuple[Row, int]] = {}
    for place, account in enumerate(ledger(given.filing)):
        steps: tuple[Row, ...] = tuple(step.row for step in account.steps)
        for row in (*steps, *account.rows):
            rows.setdefault(id(row), (row, place))
    return rows


def _entry(form: Form, given: Given, row: Row, account: int) -> Entry:
    if not isinstance(row, Transaction):
        is_opening = given.filing.form == "3"
        held = row.underlying if is_opening and isinstance(row, DerivativeHolding) else row.owned_following
        on = given.filing.period_of_report if is_opening else None
        return Entry(given, form.made, row, on or form.made, None, held.value, account)
    on = row.transaction_date.value or form.made
    return Entry(given, form.made, row, on, change_of(row), balance_of(row), account)


def _compared(entries: Sequence[Entry], is_several: bool) -> Iterator[Entry]:  # noqa: FBT001  called in one place
    """The entries, each compared with the balance before it."""
    last: Entry | None = None
    for entry in entries:
        if entry.replaced_by is not None or entry.before is None:
            yield entry
            continue
        if last is None:
            yield entry
        elif is_several:
            yield entry._replace(remark=SEVERAL)
        elif entry.on < last.on:
            yield entry._replace(remark=OUT_OF_ORDER)
            continue
        else:
            yield _with_gap(entry, last)
        last = entry


def _with_gap(entry: Entry, last: Entry) -> Entry:
    before, held = entry.before, last.balance
    assert before is not None is not held  # noqa: S101  only such entries are compared
    if EXACT.subtract(before, held).copy_abs() <= ROUNDING:
        return entry
    if last.given.filing.form == "3" and isinstance(last.row, DerivativeHolding):
        return entry._replace(remark=UNDERLYING)
    is_other_form = entry.given is not last.given
    if is_other_form and entry.made == last.made:
        return entry._replace(remark=SAME_DAY)
    if mentions_other_change(entry.row, entry.given.filing):
        return entry._replace(remark=EXPLAINED)
    return entry._replace(gap=gap_between(entry.row, before, held, last.on, entry.on, is_other_form=is_other_form))


def _with_transfers(lines: Sequence[Line]) -> Iterable[Line]:
    """The lines; where one lost on the same form what another of its class gained, the gaps say so first."""
    changes: dict[tuple[int, str, str, Decimal], list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for entry in line.entries:
            if entry.gap:
                changes[_moved_class(entry.given.filing, entry.row, entry.gap.difference)].append(place)
    for place, line in enumerate(lines):
        entries = []
        for entry in line.entries:
            gap = entry.gap
            if gap:
                others = changes[_moved_class(entry.given.filing, entry.row, EXACT.minus(gap.difference))]
                moved = [
                    f"A change in the form of ownership: {number(gap.difference.copy_abs())} moved "
                    f"{'from' if gap.difference > 0 else 'to'} {lines[other].name}."
                    for other in others
                    if other != place
                ]
                gap = gap._replace(reasons=(*moved[:1], *gap.reasons))
            entries.append(entry._replace(gap=gap))
        yield line._replace(entries=tuple(entries))


def _moved_class(filing: object, row: Row, difference: Decimal) -> tuple[int, str, str, Decimal]:
    return id(filing), row.table, words(row.security_title.value), difference
