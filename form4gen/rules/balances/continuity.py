"""HB: whether a form continues from the forms before it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from form4gen.accounts.history import made_on, owners
from form4gen.accounts.ledger import Account, ledger
from form4gen.accounts.lines import line_of
from form4gen.law.authorities import FORM_4
from form4gen.model.exact import EXACT
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Row, Transaction
from form4gen.model.wording import day, number
from form4gen.prose.balances import tells_of_other_change
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_ROUNDING = Decimal("0.5")
"""Fractions that are paid in cash or rounded between two forms."""


_SPLITS = range(2, 51)
"""Shares that a split makes of one, or of which a reverse split makes one, as issuers mostly choose them."""


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

    A difference means an event that was not reported, one that is exempt, or a slip. Compared where the same
    persons reported the same class, held in the same way (in Table II with the same price and dates), no later than
    the row. Silent where a footnote on the line tells of an exempt change (a plan, a dividend, a split), where two
    lines differ in footnotes only, where the last form is of the same day (the parts of one report have no order),
    and for amendments. An advisory where a split would explain it, and in Table II, where filers lump grants in
    many ways and a line that was used up is not continued. EDGAR does not compare forms.

    Remedy: Report the missing transaction, or explain the difference in a footnote. If a form was filed between the
    two, supply it with ``--prior``.
    """
    if filing.is_amendment:
        return
    last = _last_balances(circumstances)
    for line in _single(ledger(filing)).values():
        found = last.get(line_of(line.rows[0], with_notes=False))
        if found is None or not line.steps or any(_is_told(row, filing) for row in line.rows):
            continue
        since, latest, held = found
        step = line.steps[0]
        traded = step.row.transaction_date.value
        difference = EXACT.subtract(step.before, held).copy_abs()
        if traded is None or traded < latest or difference <= _ROUNDING or since == made_on(filing):
            continue
        is_derivative = isinstance(step.row, DerivativeTransaction)
        if is_derivative and not held:
            continue
        continued, split = step._replace(before=held), _split(held, step.before)
        yield Breach(
            step.row.owned_following.at,
            f"The form of {day(since)} showed {number(held)} on this line. {continued.arithmetic}; this form says "
            f"{number(step.after)}.{split}",
            found=number(step.after),
            expected=number(continued.expected),
            arithmetic=continued.arithmetic,
            severity=ADVISORY if is_derivative or split else None,
        )


def _split(held: Decimal, before: Decimal) -> str:
    """The split that leads from one balance to the other, as a sentence with a blank before it, or nothing."""
    for times in _SPLITS:
        old, new = (times, 1) if before < held else (1, times)
        if held > 0 < before and EXACT.subtract(held * new, before * old).copy_abs() <= _ROUNDING * old:
            return f" A split of {new} for {old} would explain it."
    return ""


def _last_balances(circumstances: Circumstances) -> dict[Hashable, tuple[date, date, Decimal]]:
    """Of each line of the earlier forms the day of the last one, its last trade and what it says is held."""
    found: dict[Hashable, tuple[date, date, Decimal]] = {}
    for other in circumstances.prior:
        made = made_on(other)
        if made is None or owners(other) != owners(circumstances.filing):
            continue
        for key, line in _single(ledger(other)).items():
            traded = [step.row.transaction_date.value for step in line.steps]
            if line.after is not None:
                found[key] = made, max((each for each in traded if each), default=date.min), line.after
    return found


def _single(accounts: list[Account]) -> dict[Hashable, Account]:
    """The lines by what tells them apart, without those that footnotes alone tell apart."""
    found: dict[Hashable, list[Account]] = {}
    for account in accounts:
        found.setdefault(line_of(account.rows[0], with_notes=False), []).append(account)
    return {key: lines[0] for key, lines in found.items() if len(lines) == 1}


def _is_told(row: Row, filing: Filing) -> bool:
    return isinstance(row, Transaction) and tells_of_other_change(row, filing)


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
    """A form on a class of Table I shows every line of that class that the last form showed.

    Total beneficial ownership of each class traded is asked for, however it is held. Compared with the last form of
    the same persons that shows the class. Silent where a new line held in the same form may be the old one under
    another name, where the text tells of another form, of a transfer, or that nothing is held any more, and for
    amendments. EDGAR does not compare forms.

    Remedy: Add the holding, or report its disposition. If it moved or is no longer held, say so in a footnote.
    """
    if filing.is_amendment:
        return
    first: dict[str, NonDerivativeTransaction] = {}
    for row in filing.transactions:
        if isinstance(row, NonDerivativeTransaction) and row.security_title.value:
            first.setdefault(words(row.security_title.value), row)
    shown = {line_of(row, with_notes=False) for row in filing.non_derivative_table}
    for title, row in first.items():
        before = _last_lines(title, circumstances)
        known = {line_of(line.rows[0], with_notes=False) for line in before}
        renamed = [
            each
            for each in filing.non_derivative_table
            if words(each.security_title.value) == title and line_of(each, with_notes=False) not in known
        ]
        for line in before:
            held, old = line.after, line.rows[0]
            form = old.direct_or_indirect_ownership.value
            if held is None or held <= 0 or line_of(old, with_notes=False) in shown:
                continue
            is_renamed = any(each.direct_or_indirect_ownership.value == form for each in renamed)
            if not is_renamed and not _told_elsewhere().search(filing.all_text):
                name = line.name.removeprefix(f"{old.table}, ")
                yield Breach(
                    row.at,
                    f"{name} ({number(held)}) was on the last form of this class and is not on this one.",
                    expected=f"a line with {number(held)}, or how it went",
                )


def _last_lines(title: str, circumstances: Circumstances) -> list[Account]:
    """The lines of a class of Table I on the last form of the same persons that shows it."""
    for other in reversed(circumstances.prior):
        if owners(other) == owners(circumstances.filing):
            lines = [line for line in ledger(other) if _is_of(line.rows[0], title)]
            if lines:
                return lines
    return []


def _is_of(row: Row, title: str) -> bool:
    return row.table == NonDerivativeTransaction.table and words(row.security_title.value) == title


@cache
def _told_elsewhere() -> re.Pattern[str]:
    return re.compile(
        r"(?:separate|additional|another|second|two|multiple|other)\b.{0,20}\bform|form 4.{0,30}\b(?:\d|one|two) of \d"
        r"|no longer|transfer|distribut|dissol|divorc|deceas|previously held|change[sd]? (?:in|of) (?:the )?form of",
        re.IGNORECASE,
    )
