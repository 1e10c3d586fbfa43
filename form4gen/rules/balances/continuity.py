"""HB: holdings compared with the prior filings."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from form4gen.accounts.continuity import ROUNDING, single_lines, split_between
from form4gen.accounts.history import made_on
from form4gen.accounts.ledger import Account, ledger
from form4gen.accounts.lines import line_of
from form4gen.law.authorities import FORM_4
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.balances import mentions_other_change
from form4gen.prose.reading import all_notes
from form4gen.prose.texts import words
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "HB107",
    name="balance differs from prior filing",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"),),
    needs=("prior",),
)
def balance_differs_from_prior_filing(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """The first row for each holding continues from the balance reported on the last form before it.

    A difference means an unreported transaction, an exempt one, or an error. Compared for the same persons, class
    and form of ownership (in Table II also price and dates). Not compared: amendments, prior forms filed the same
    day, lines that differ only in a footnote, lines whose footnote explains the change (a plan, a dividend, a split),
    and in Table II lines that begin at 0, since many filers state the balance of each grant. Of several prior forms of
    the last day, any may be the last. An advisory if a split would explain the difference, and in Table II, where many
    filers combine grants. EDGAR does not check this.

    Remedy: Report the missing transaction, or explain the difference in a footnote. If a form was filed between the
    two, supply it (``--prior``).
    """
    if filing.is_amendment:
        return
    last = _last_balances(circumstances)
    for line in single_lines(ledger(filing)).values():
        found = last.get(line_of(line.rows[0], with_notes=False))
        if found is None or not line.steps or any(_is_explained(row, filing) for row in line.rows):
            continue
        since, latest, held, others = found
        step = line.steps[0]
        traded = step.row.transaction_date.value
        continues = any(EXACT.subtract(step.before, each).copy_abs() <= ROUNDING for each in (held, *others))
        if traded is None or traded < latest or continues or since == made_on(filing):
            continue
        is_derivative = isinstance(step.row, DerivativeTransaction)
        if is_derivative and not (held and step.before):
            continue
        continued, split = step._replace(before=held), _split(held, step.before)
        yield Breach(
            step.row.owned_following.at,
            f"The prior form ({day(since)}) reported a balance of {number(held)}. {continued.arithmetic}, but this "
            f"form reports {number(step.after)}.{split}",
            found=number(step.after),
            expected=number(continued.expected),
            arithmetic=continued.arithmetic,
            severity=ADVISORY if is_derivative or split else None,
        )


def _split(held: Decimal, before: Decimal) -> str:
    """A sentence, with a blank before it, that names the split that explains the two balances; empty if none does."""
    split = split_between(held, before)
    return f" A {split[0]}-for-{split[1]} split would explain the difference." if split else ""


class _Last(NamedTuple):
    """What the prior forms say of a holding line: the day of the last one, its last trade, and its balance.

    ``others`` are the balances of other forms of that day, since the last of them may be any.
    """

    made: date
    traded: date
    balance: Decimal
    others: tuple[Decimal, ...]


def _last_balances(circumstances: Circumstances) -> dict[Hashable, _Last]:
    """The last of each holding line of the prior forms."""
    found: dict[Hashable, _Last] = {}
    for other in circumstances.of_same_persons:
        made = made_on(other) or date.min  # only a form with a day is an earlier one
        for key, line in single_lines(ledger(other)).items():
            traded = [step.row.transaction_date.value for step in line.steps]
            if line.after is not None:
                last = found.get(key)
                others = (*last.others, last.balance) if last and last.made == made else ()
                found[key] = _Last(made, max((each for each in traded if each), default=date.min), line.after, others)
    return found


def _is_explained(row: Row, filing: Filing) -> bool:
    return isinstance(row, Transaction) and mentions_other_change(row, filing)


@rule(
    "HB108",
    name="holding omitted since prior filing",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(a)(i)"),),
    needs=("prior",),
)
def holding_omitted_since_prior_filing(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """A form that reports a transaction in a class of Table I reports every line of that class still held.

    Instruction 4(a)(i) requires total beneficial ownership of the class, however held. Compared with the last form
    of the same persons that shows the class; of several forms of that day, with what each of them shows. Not reported:
    amendments, a new line that may be the old one under another name, and forms whose text mentions another form, a
    transfer, or the end of the holding. EDGAR does not check this.

    Remedy: Add the holding, or report its disposition. If it moved or is no longer held, say so in a footnote.
    """
    if filing.is_amendment:
        return
    first: dict[str, NonDerivativeTransaction] = {}
    for row in filing.transactions:
        if isinstance(row, NonDerivativeTransaction) and row.security_title.value:
            first.setdefault(words(row.security_title.value), row)
    shown = {line_of(row, with_notes=False) for row in filing.non_derivative_table}
    last, rows = _last_lines(circumstances, first.keys()), _by_title(filing.non_derivative_table)
    for title, row in first.items():
        before = last.get(title, [])
        known = {line_of(line.rows[0], with_notes=False) for line in before}
        renamed = {
            each.direct_or_indirect_ownership.value
            for each in rows[title]
            if line_of(each, with_notes=False) not in known
        }
        for line in before:
            held, old = line.after, line.rows[0]
            form = old.direct_or_indirect_ownership.value
            if held is None or held <= 0 or line_of(old, with_notes=False) in shown:
                continue
            if form not in renamed and not all_notes(filing).excuses("several_forms", "holding_ended_mentioned"):
                name = line.name.removeprefix(f"{old.table}, ")
                yield Breach(
                    row.at,
                    f"{name} ({number(held)}) was reported on the last form for this class but is missing from this "
                    "one.",
                    expected=f"a holding of {number(held)}, or its disposition",
                )


def _last_lines(circumstances: Circumstances, titles: Collection[str]) -> dict[str, list[Account]]:
    """The holding lines of each class of Table I on the last form of the same persons that shows the class.

    Of several forms of the last day, any may be the last, so only the lines that each of them shows are taken.
    """
    found: dict[str, list[Account]] = {}
    days: dict[str, date | None] = {}
    for other in reversed(circumstances.of_same_persons):
        if len(found) == len(titles) and made_on(other) not in days.values():
            break
        of_form: dict[str, list[Account]] = {}
        for line in ledger(other):
            title = words(line.rows[0].security_title.value)
            if line.rows[0].table == NonDerivativeTransaction.table and title in titles:
                of_form.setdefault(title, []).append(line)
        for title, lines in of_form.items():
            if days.setdefault(title, made_on(other)) == made_on(other):
                found[title] = _in_both(found[title], lines) if title in found else lines
    return found


def _in_both(some: Iterable[Account], others: Iterable[Account]) -> list[Account]:
    """The lines that are among the others too, each as it is where less is left of it."""
    known = {line_of(line.rows[0], with_notes=False): line for line in others}
    pairs = [(line, known.get(line_of(line.rows[0], with_notes=False))) for line in some]
    return [min(line, other, key=lambda each: each.after or 0) for line, other in pairs if other is not None]


def _by_title(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(words(row.security_title.value), []).append(row)
    return found
